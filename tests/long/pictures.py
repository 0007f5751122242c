"""Make the pictures of README and guide anew: `python -m tests.long.pictures`.

They show the example session as its window shows it: in three themes, at 200 %, its pages, the
room screen, the key sheet, the first start, page one of the summary; and the session after it as
it is planned.
"""

import dataclasses
import os
import subprocess
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pypdfium2
from PySide6.QtCore import QEventLoop, QSettings, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from facilitator.figures.account import measured_at
from facilitator.publish.export import export
from facilitator.publish.summarise import summarise
from facilitator.record.files import store_at
from facilitator.rehearsal import Script, play, read
from resources import ROOT
from tests.long import next_session
from ui import style
from ui.app import Shell
from ui.settings import Settings

PICTURES = ROOT.parent / "docs" / "pictures"
SIZE = 1366, 768
# The picture, the minute of the evening, the keys pressed, the theme.
PLAN = (
    ("home", "Ctrl+1"),
    ("agenda", "Alt+2"),
    ("people", "Alt+3"),
    ("table", "Alt+4"),
    ("seating", "Alt+5"),
    ("rules", "Alt+6"),
    ("ready", "Alt+7"),
    ("session", "Alt+1"),
)
LIVE = (
    ("live", 55, (), "light"),
    ("live_dark", 55, (), "dark"),
    ("live_contrast", 55, (), "contrast"),
    ("over", 73.4, (), "light"),
    ("replan", 58, ("F6",), "light"),
    ("read_back", 118, ("F5",), "light"),
    ("keys", 55, ("F1",), "light"),
    ("room", 64, ("F9",), "light"),
    ("wrap_up", 121, ("Return",), "light"),
)


def main() -> None:
    app = QApplication(["pictures", "-style", "fusion"])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ini, user = QSettings.Format.IniFormat, QSettings.Scope.UserScope
        QSettings.setPath(ini, user, name)
        style.dress(app)
        style.add_other_scripts()
        script = read(ROOT / "examples" / "parable_falls.json")
        if os.environ.get("QT_SCALE_FACTOR"):
            _live(folder, script, ("live_200", 55, (), "light"), (683, 384))
            next_session.plan(folder / "series.db")
            _plan(folder / "series.db", "agenda_200", "Alt+2", (683, 384))
            return
        _picture(Shell(), folder / "new.db", script.opens, "first_start", (), SIZE)
        next_session.plan(folder / "series.db")
        for name, tab in PLAN:
            _plan(folder / "series.db", name, tab, SIZE)
        for wanted in LIVE:
            _live(folder, script, wanted, SIZE)
        store = store_at(folder / "whole.db")
        history = play(script, store).history
        store.close()
        export(summarise(history.state, measured_at(history)), folder / "summary.pdf")
        with pypdfium2.PdfDocument(folder / "summary.pdf") as pdf:
            pdf[0].render(scale=1.25).to_pil().save(PICTURES / "summary.png")
    twice = {**os.environ, "QT_SCALE_FACTOR": "2"}
    subprocess.run([sys.executable, "-m", "tests.long.pictures"], env=twice, check=True)


def _live(
    folder: Path,
    script: Script,
    wanted: tuple[str, float, tuple[str, ...], str],
    size: tuple[int, int],
) -> None:
    """Play the evening up to a minute, and make a picture of the window then."""
    name, minute, keys, theme = wanted
    Settings().theme = theme
    so_far = [act for act in script.acts if act["t"] <= minute * 60]
    store = store_at(folder / f"{name}.db")
    play(dataclasses.replace(script, acts=so_far), store)
    store.close()
    now = script.opens + round(minute * 60_000)
    _picture(Shell(), folder / f"{name}.db", now, name, keys, size)


def _plan(path: Path, name: str, tab: str, size: tuple[int, int]) -> None:
    """Make a picture of Home or of a tab of Prepare."""
    Settings().theme = "light"
    _picture(Shell(), path, next_session.NOW, name, ("Return", tab), size)


def _picture(
    shell: Shell, path: Path, now: int, name: str, keys: tuple[str, ...], size: tuple[int, int]
) -> None:
    shell.show()
    shell.furnish(lambda: now)
    shell.open(path)
    shell.resize(*size)
    _settle()
    for key in keys:
        focus: QWidget = QApplication.focusWidget() or shell
        chord = QKeySequence(key)[0]
        QTest.keyClick(focus, chord.key(), chord.keyboardModifiers())
        _settle()
    if name in ("ready", "wrap_up"):  # it looks at the computer meanwhile, or makes the pages
        loop = QEventLoop()
        QTimer.singleShot(2500, loop.quit)
        loop.exec()
    shell.grab().save(str(PICTURES / f"{name}.png"))
    shell.close()


def _settle() -> None:
    for _ in range(8):
        QApplication.processEvents()


if __name__ == "__main__":
    main()
