"""`python -m tests.long.random_user SECONDS [SEED]`: press anything at all; what must hold, holds.

Of a run that falls, the shortest steps are shown that still fall, ready for a story test.
"""

import faulthandler
import os
import re
import sys
import tempfile
import time
import traceback
from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qt_compat import qt_api
from pytestqt.qtbot import QtBot

from tests.anybody import harmless, some_steps, walk
from tests.clock import Clock
from tests.desk import Desk
from tests.machine import Machine
from tests.stories.conftest import under_way
from ui import style

LENGTH = 250  # steps from sitting down to getting up
HANGS = 300  # s after which a step is over for good
SHRINKING = 180  # s


def fall(steps: Sequence[str]) -> tuple[int, str]:
    """Do the steps at a desk of their own; return how many were done, and what went wrong."""
    done, app = 0, QApplication.instance()
    assert isinstance(app, QApplication)
    bot = QtBot(SimpleNamespace(node=SimpleNamespace()))
    with tempfile.TemporaryDirectory() as name, pytest.MonkeyPatch.context() as patch:
        folder, moment = Path(name), Clock()
        harmless(patch, folder)
        patch.setattr("ui.awake.presenting", Machine())
        kind, whose = QSettings.Format.IniFormat, QSettings.Scope.UserScope
        QSettings.setPath(kind, whose, str(folder / "settings"))
        style.dress(app)
        desk = Desk(bot, under_way(folder / "session.db", moment), moment)
        try:
            for number in walk(desk, steps):
                done = number
                faulthandler.dump_traceback_later(HANGS, exit=True)
        except Exception:
            return done, traceback.format_exc()
        finally:
            desk.leave()
            for window in QApplication.topLevelWidgets():
                window.deleteLater()
    return done, ""


def essence(fault: str) -> str:
    return re.sub(r"[\d.]+", "", fault.strip().split("\n")[-1])[:80]


def shortest(steps: list[str], fault: str) -> list[str]:
    """Leave out what is not needed to fall in the same way: by halves at first, then one by one."""
    until, size = time.monotonic() + SHRINKING, len(steps) // 2
    while size:
        for start in range(len(steps) - size, -1, -size):
            fewer = steps[:start] + steps[start + size :]
            if time.monotonic() < until and essence(fall(fewer)[1]) == essence(fault):
                steps = fewer
        size //= 2
    return steps


def main(seconds: float, seed: int) -> int:
    faulthandler.enable()
    app = QApplication(["random user", "-style", "fusion"])
    qt_api.set_qt_api("pyside6")
    first, fell, until = seed, 0, time.monotonic() + seconds
    while time.monotonic() < until:
        steps = some_steps(seed, LENGTH)
        print(seed, end=" ", flush=True)  # of one that hangs, more is not told
        done, fault = fall(steps)
        if fault:
            fell += 1
            tail = "\n    ".join(shortest(steps[:done], fault))
            print(f"\nSeed {seed} fell after {done} steps:\n\n    {tail}\n\n{fault}", flush=True)
        seed += 1
    print(f"\n{seed - first} runs of {LENGTH} steps: {fell} fell.")
    app.quit()
    return 1 if fell else 0


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1))
