"""How long the window takes to paint and to be usable, next to a bare one of PySide6."""

import os
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from facilitator.record.files import store_at
from facilitator.rehearsal import play, read
from resources import ROOT
from tests.bench.result import Result

STARTS = 15

# Any PySide6 program needs Qt's own names sooner or later; the bare one has them from the start.
BARE = """
import time
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Bare(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        print(time.time(), flush=True)
        QTimer.singleShot(0, app.quit)
app = QApplication([])
bare = Bare()
bare.show()
app.exec()
"""

# The real command on a file; usable is when the place that opened has painted and takes keys.
OURS = """
import os, sys, time
from facilitator import cli
import gc; gc.disable()
from ui import app
from PySide6.QtCore import QEvent, QTimer
class Watched(app.Shell):
    def paintEvent(self, event):
        if not self._painted:
            print(time.time(), flush=True)
        super().paintEvent(event)
    def open(self, path):
        opened = super().open(path)
        self.house.places.currentWidget().installEventFilter(self)
        return opened
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, self.usable)
        return False
    def usable(self):
        print(time.time(), flush=True)
        os._exit(0)
app.Shell = Watched
cli.main(sys.argv[1:])
"""


def the_window_and_a_bare_one(folder: Path) -> Iterator[Result]:
    """Start both by turns; medians from the start of the process."""
    closed, path = folder / "closed.db", folder / "starting.db"
    store = store_at(closed)
    play(read(ROOT / "examples" / "parable_falls.json"), store)
    store.close()
    bare, first, usable = [], [], []
    with _screen() as (screen, environment):
        for _ in range(STARTS):
            bare += _moments(BARE, environment)
            _put_back(closed, path)
            painted, ready = _moments(OURS, environment, path)
            first.append(painted)
            usable.append(ready)
    whole = statistics.median(bare)
    for what, times, limit in (("first paint", first, 1.25), ("usable", usable, 1.6)):
        median = statistics.median(times)
        detail = f"{median * 1000:.0f} ms, bare {whole * 1000:.0f} ms, {screen}"
        yield Result(f"{what}, to a bare window", median / whole, limit, "×", detail)


def _put_back(closed: Path, path: Path) -> None:
    """Have the file as an evening leaves it: the start before ended like a crash."""
    path.with_name(f"{path.name}-wal").unlink(missing_ok=True)
    shutil.copyfile(closed, path)


def _moments(program: str, environment: dict[str, str], *words: Path) -> list[float]:
    begun = time.time()
    run = subprocess.run(
        [sys.executable, "-c", program, *words],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return [float(line) - begun for line in run.stdout.split()]


@contextmanager
def _screen() -> Iterator[tuple[str, dict[str, str]]]:
    """Yield a screen: the one there is, else a virtual one, else none at all."""
    # An interpreter told not to write bytecode would compile our modules at each start.
    kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    kept["PYTHONPATH"] = os.pathsep.join(filter(None, (str(ROOT.parent), kept.get("PYTHONPATH"))))
    kept.pop("QT_QPA_PLATFORM", None)
    xvfb = shutil.which("Xvfb")
    if sys.platform != "linux" or kept.get("DISPLAY") or kept.get("WAYLAND_DISPLAY"):
        yield "on this screen", kept
    elif xvfb is None:
        yield "offscreen", {**kept, "QT_QPA_PLATFORM": "offscreen"}
    else:
        server = subprocess.Popen(
            [xvfb, ":97"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            time.sleep(1)
            yield "on a virtual screen", {**kept, "DISPLAY": ":97", "QT_QPA_PLATFORM": "xcb"}
        finally:
            server.terminate()
            server.wait()
