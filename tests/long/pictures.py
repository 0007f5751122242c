"""Make the pictures of the README anew: `python -m tests.long.pictures`.

They show the example session at minute 55, the first start, and page one of its summary.
"""

import dataclasses
import os
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pypdfium2
from PySide6.QtWidgets import QApplication

from facilitator.figures.account import measured_at
from facilitator.publish.export import export
from facilitator.publish.summarise import summarise
from facilitator.record.store import Store
from facilitator.rehearsal import play, read
from resources import ROOT
from ui import style
from ui.app import Shell

PICTURES = ROOT.parent / "docs" / "pictures"
MINUTE = 55


def main() -> None:
    app = QApplication([])
    style.dress(app)
    style.add_other_scripts()
    script = read(ROOT / "examples" / "parable_falls.json")
    so_far = [act for act in script.acts if act["t"] <= MINUTE * 60]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _picture(app, folder / "new.db", script.opens, "home.png")
        store = Store(folder / "live.db")
        play(dataclasses.replace(script, acts=so_far), store)
        store.close()
        _picture(app, folder / "live.db", script.opens + MINUTE * 60_000, "live.png")
        store = Store(folder / "whole.db")
        history = play(script, store).history
        store.close()
        export(summarise(history.state, measured_at(history)), folder / "summary.pdf")
        with pypdfium2.PdfDocument(folder / "summary.pdf") as pdf:
            pdf[0].render(scale=1.25).to_pil().save(PICTURES / "summary.png")


def _picture(app: QApplication, path: Path, now: int, name: str) -> None:
    shell = Shell()
    shell.show()
    shell.furnish(lambda: now)
    shell.open(path)
    for _ in range(5):
        app.processEvents()
    shell.grab().save(str(PICTURES / name))
    shell.close()


if __name__ == "__main__":
    main()
