"""`python -m tests.long.at_window FILE SEED`: somebody at the real window, until it is killed.

After each act a line of JSON says what shows by then, and how many acts that makes.
"""

import json
import os
import random
import sys
import time
from pathlib import Path
from types import SimpleNamespace

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication
from pytestqt.qt_compat import qt_api
from pytestqt.qtbot import QtBot

from tests.desk import Desk
from tests.long.kill import Shown
from ui import style

NAMES = ("ngu", "caasho", "orla", "Old Tom")


def act(desk: Desk, rng: random.Random, number: int) -> None:
    """Do something that people do all evening, key by key."""
    match rng.randrange(9):
        case 0 | 1:
            desk.write(f"The light is out, {number}")
        case 2:
            desk.write(f"! @Caasho mend it {number}")
            desk.press("Return", "Escape")
        case 3 | 4:
            desk.queue_up(rng.choice(NAMES))
        case 5:
            desk.press("Ctrl+Return")
        case 6:
            desk.press("Ctrl+.")
        case 7:
            desk.press("Ctrl+Z")
        case _:
            desk.press("Ctrl+P")


def shown(desk: Desk) -> Shown:
    return Shown(desk.session.history.length, len(desk.notes), len(desk.promises), desk.queue)


def main(path: Path, seed: str) -> None:
    rng = random.Random(seed)
    app = QApplication(["at the window", "-style", "fusion"])
    qt_api.set_qt_api("pyside6")
    style.dress(app)
    desk = Desk(QtBot(SimpleNamespace(node=SimpleNamespace())), path, None)  # type: ignore[arg-type]
    assert desk.house.live is not None
    print(desk.house.live.now() - time.time_ns() // 1_000_000, flush=True)
    if desk.answers:
        desk.answer(desk.answers[0])
    number = 0
    while True:
        number += 1
        act(desk, rng, number)
        for _ in range(3):
            QApplication.processEvents()
        print(json.dumps(shown(desk)), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
