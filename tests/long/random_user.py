"""`python -m tests.long.random_user SECONDS [SEED]`: press anything at all; what must hold, holds.

A step is a line of a story test. Of steps that fall, the shortest tail that still falls is shown.
"""

import faulthandler
import os
import random
import re
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings, QTimer, QtMsgType
from PySide6.QtCore import qInstallMessageHandler as tell_messages
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from facilitator.log.events import TurnCorrected
from facilitator.log.state import State
from tests.clock import Clock
from tests.desk import Desk
from tests.machine import Machine
from tests.sights.room import plugged_in
from tests.stories.conftest import under_way
from ui import style
from ui.actions import ACTS
from ui.words import clock, countdown

LENGTH = 250  # steps from sitting down to getting up
PATIENCE, HANGS = 5, 300  # s: a step is over by then; nothing is waited for any more
SHRINKING = 180  # s
ESCAPES = 'desk.press("Escape", "Escape", "Escape", "Escape")'
TEXTS = (
    *("ngu", "caasho", "orla", "j", "Old Tom", "Ảo", "?ngu", "!J.", "", " ", "1:30", "0:00", "100"),
    *("a note", "! @Caasho cut the hedge by 30 Jun", "! @", "!", "? why", "# idea", "#Trust #", "@"),
    *("! tomorrow", "31.12.9999", "30 Feb", "in 100000 weeks", "99:59:59", "<b>&amp;{0}%s%1", "{}"),
    *("=cmd|' /C calc'!A0", "🕊️👩‍👩‍👧", "שלום \u202eevil", "ليلى", "ដារ៉ា", "\0", "a\x01\x1b[0m\ufeff"),
    *("\u2028\n\t", "e\u0301" * 40, "../a/b", "C1", "N1", "starred", "idea", "-1", "\ufffd", "@ngu "),
)
KEYS = [key for act in ACTS for key in act.keys]
IN_LISTS = "P R A S K * E 1 2 3 4 F2 Delete Alt+Up Alt+Down Alt+Delete Shift+P Ctrl+C Ctrl+V".split()
MOVES = (
    "Tab Tab Tab Shift+Tab Escape Return Return Enter Up Down Down Left Right PgUp PgDown Home End"
    " Backspace Space Ctrl+X Ctrl+Left Shift+Home F3 F11 Alt+Left Alt+Right Ctrl+Shift+F9"
).split()
SIZES = ((683, 384), (1366, 768), (640, 360), (939, 541), (941, 540), (1920, 1080))


def a_step(rng: random.Random) -> str:
    """Return one thing that somebody may do."""
    steps = {
        f"desk.press({rng.choice(KEYS)!r})": 30,
        f"desk.press({rng.choice(MOVES)!r})": 25,
        f"desk.press({rng.choice(IN_LISTS)!r})": 12,
        f"desk.type({rng.choice(TEXTS)!r})": 15,
        f"desk.type({rng.choice(TEXTS)!r}), desk.press('Return')": 15,
        f"desk.paste({rng.choice(('x', '<b>', 'שו ', '👩 long '))!r} * 3000)": 1,
        f"desk.later({rng.choice((1, 9, 61, 130, 600, 7200))})": 7,
        f"desk.sleep({rng.choice((70, 3600, 40_000))})": 2,
        f"desk.look_away({rng.choice((0, 5, 300))})": 2,
        f"desk.click({rng.random():.2f}, {rng.random():.2f})": 8,
        f"desk.shell.resize{rng.choice(SIZES)}": 4,
        f"desk.house.room.displays.{rng.choice(('plug_in', 'pull_out'))}()": 3,
        f"desk.choose({rng.choice(ACTS).name!r})": 5,
        "desk.crash(), desk.sit()": 1,
        "desk.leave(), desk.sit()": 1,
        f"desk.press(*{rng.choice((['Ctrl+Z'], ['Ctrl+Y']))} * {rng.choice((3, 30))})": 4,
        ESCAPES: 4,
    }
    return rng.choices([*steps], [*steps.values()])[0]


def some_steps(seed: int, count: int) -> list[str]:
    rng = random.Random(seed)
    return [a_step(rng) for _ in range(count)]


def walk(desk: Desk, steps: Sequence[str]) -> Iterator[str]:
    """Yield each step before it is done; whatever does not hold after it is raised."""
    with listening() as heard:
        for step in steps:
            yield step
            began = time.monotonic()
            eval(step, {"desk": desk})
            settle(desk)
            took = time.monotonic() - began
            assert not heard, heard[0]
            assert took < PATIENCE, f"it took {took:.1f} s"
            desk.check()
            check_keys(desk, step)
            if desk.house.live is not None:
                check_clocks(desk, desk.state, desk.house.live.now())


def settle(desk: Desk) -> None:
    """Let the window do what it does between two keys."""
    for _ in range(2):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        if not QApplication.activeModalWidget() and not QApplication.activePopupWidget():
            desk.shell.activateWindow()  # the offscreen platform activates whatever shows


def check_keys(desk: Desk, step: str) -> None:
    """See that the keys are somewhere that shows, and that Escape leads to the note line."""
    keys = QApplication.focusWidget()
    if desk.shell.isActiveWindow():
        assert keys is not None, "nothing has the keys"
        assert keys.isVisible(), f"{keys.accessibleName()!r} has the keys and does not show"
    if step == ESCAPES and desk.place == "Live":
        assert desk.focus == "Write a note", f"Escape leads to {desk.focus!r}"


def check_clocks(desk: Desk, state: State, now: int) -> None:
    """See that what runs shows as it is recorded, and that only one thing ran at a time."""
    part, turn = state.agenda.running, state.floor.speaker
    if part is not None:
        assert countdown(part.left(now)) in desk.clock_says, desk.clock_says
    if turn is not None:
        assert desk.speaker_time.split()[0] == clock(turn.watch.elapsed(now)), desk.speaker_time
    right = not any(isinstance(act.event, TurnCorrected) for act in desk.session.history.done)
    for rows in (state.agenda.segments, state.floor.turns if right else ()):
        spans = sorted((a, now if b is None else b) for row in rows for a, b in row.watch.spans)
        for (begun, end), (next_begun, _) in pairwise([*spans, (now, now)]):
            assert begun <= end <= next_begun, "two clocks ran at a time"


@contextmanager
def listening() -> Iterator[list[str]]:
    """Take down each exception that is raised inside Qt, and what Qt itself complains of."""
    heard: list[str] = []

    def message(kind: QtMsgType, _: object, words: str) -> None:
        known = kind in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg)
        if not known and "This plugin does not support" not in words:
            heard.append(words)

    hook, before = sys.excepthook, tell_messages(message)
    sys.excepthook = lambda *error: heard.append("".join(traceback.format_exception(*error)))
    try:
        yield heard
    finally:
        tell_messages(before)
        sys.excepthook = hook


def harmless(patch: pytest.MonkeyPatch, folder: Path) -> None:
    """Have a projector, and nothing leave the folder: no file, no sound, no other program."""
    plugged_in(patch)
    patch.setenv("HOME", str(folder))
    patch.setattr("playsound3.playsound", lambda *_, **__: None)
    patch.setattr(QDesktopServices, "openUrl", lambda _: True)


class Bot:
    """Shows windows, as pytest-qt does in a test."""

    @contextmanager
    def waitActive(self, window: QWidget) -> Iterator[None]:
        yield
        QTest.qWaitForWindowActive(window)

    def addWidget(self, window: QWidget) -> None:
        for other in QApplication.topLevelWidgets():
            if other is not window:
                other.deleteLater()


def fall(steps: Sequence[str]) -> tuple[int, str]:
    """Do the steps at a desk of their own; return how many were done, and what went wrong."""
    done = 0
    with tempfile.TemporaryDirectory() as name, pytest.MonkeyPatch.context() as patch:
        folder, time_of_day = Path(name), Clock()
        harmless(patch, folder)
        patch.setattr("ui.awake.presenting", Machine())
        kind, whose = QSettings.Format.IniFormat, QSettings.Scope.UserScope
        QSettings.setPath(kind, whose, str(folder / "settings"))
        style.dress(QApplication.instance())
        desk = Desk(Bot(), under_way(folder / "session.db", time_of_day), time_of_day)
        try:
            for done, _ in enumerate(walk(desk, steps), 1):
                faulthandler.dump_traceback_later(HANGS, exit=True)
        except Exception:
            return done, traceback.format_exc()
        finally:
            desk.leave()
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
    app, until, fell, first = QApplication(["-", "-style", "fusion"]), time.monotonic() + seconds, 0, seed
    while time.monotonic() < until:
        steps = some_steps(seed, LENGTH)
        done, fault = fall(steps)
        if fault:
            fell += 1
            tail = "\n    ".join(shortest(steps[:done], fault))
            print(f"\nSeed {seed} fell after {done} steps:\n\n    {tail}\n\n{fault}", flush=True)
        seed += 1
    print(f"{seed - first} runs of {LENGTH} steps, {fell} fell; the last seed was {seed - 1}.")
    return 1 if fell else 0


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1))
