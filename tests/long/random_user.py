"""`python -m tests.long.random_user SECONDS [SEED]`: press anything at all; what must hold, holds.

Steps are lines of a story test. Of a run that falls, the shortest tail that still falls is shown.
"""

import faulthandler
import os
import random
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
from PySide6.QtCore import qInstallMessageHandler as hand_messages_to
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

LENGTH = 250  # steps from one sitting down
PATIENCE = 5  # s in which a step must be over
HANGS = 120  # s after which nothing is waited for any more
ESCAPES = 'desk.press("Escape", "Escape", "Escape", "Escape")'
TEXTS = (
    "ngu", "caasho", "orla", "j", "Old Tom", "Ảo", "?ngu", "!J.", "1:30", "0:00", "99:59:59", "",
    "a note", "! @Caasho cut the hedge by 30 Jun", "! @", "!", "? why", "# idea", "#Trust #", "@ngu ",
    "! tomorrow", "31.12.9999", "30 Feb", "in 100000 weeks", "next Friday", "<b>&amp;{0}%s%1", "{",
    "=cmd|' /C calc'!A0", "🕊️👩‍👩‍👧", "שלום \u202eevil", "ليلى", "ដារ៉ា", "\0", "a\x01\x1b[0m\ufeff",
    "\u2028\n\t", " ", "e\u0301" * 40, "../a/b", "C1", "N1", "starred", "idea", "100", "-1", "\ufffd",
)  # fmt: skip
IN_LISTS = "P R A S K * E 1 2 3 4 F2 Delete Alt+Up Alt+Down Alt+Delete Shift+P Ctrl+C Ctrl+V".split()
MOVES = (
    "Tab Tab Shift+Tab Escape Return Return Enter Up Down Down Left Right PgUp PgDown Home End"
    " Backspace Space Ctrl+A Ctrl+X Ctrl+Left Shift+Home F3 F11 Alt+Left Alt+Right Ctrl+Shift+F9"
).split()
KEYS = [key for act in ACTS for key in act.keys]
SIZES = ((683, 384), (1366, 768), (640, 360), (939, 541), (1920, 1080), (941, 540))
LATER = (1, 9, 61, 130, 600, 2 * 3600)


def a_step(rng: random.Random) -> str:
    """Return one thing that somebody may do."""
    steps = {
        f"desk.press({rng.choice(KEYS)!r})": 30,
        f"desk.press({rng.choice(MOVES)!r})": 25,
        f"desk.press({rng.choice(IN_LISTS)!r})": 12,
        f"desk.type({rng.choice(TEXTS)!r})": 15,
        f'desk.type({rng.choice(TEXTS)!r}), desk.press("Return")': 12,
        f"desk.paste({rng.choice(['x', '<b>', 'שו ', 'long word '])!r} * 3000)": 1,
        f"desk.later({rng.choice(LATER)})": 7,
        f"desk.sleep({rng.choice((70, 3600, 40_000))})": 2,
        f"desk.look_away({rng.choice((0, 5, 300))})": 2,
        f"desk.click({rng.random():.2f}, {rng.random():.2f})": 6,
        f"desk.shell.resize{rng.choice(SIZES)}": 4,
        f"desk.house.room.displays.{rng.choice(('plug_in', 'pull_out'))}()": 3,
        f"desk.choose({rng.choice(ACTS).name!r})": 5,
        "desk.crash(), desk.sit()": 1,
        "desk.leave(), desk.sit()": 1,
        f'desk.press(*["Ctrl+Z"] * {rng.choice((3, 30))})': 2,
        f'desk.press(*["Ctrl+Y"] * {rng.choice((3, 30))})': 2,
        ESCAPES: 4,
    }
    return rng.choices([*steps], [*steps.values()])[0]


def some_steps(seed: int, count: int = LENGTH) -> list[str]:
    rng = random.Random(seed)
    return [a_step(rng) for _ in range(count)]


# What must hold


def settle() -> None:
    """Let the window do what it does between two keys."""
    for _ in range(2):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def walk(desk: Desk, steps: Sequence[str]) -> Iterator[str]:
    """Do the steps one by one and yield each; what does not hold after one is raised."""
    with listening() as heard:
        for step in steps:
            yield step
            began = time.monotonic()
            eval(step, {"desk": desk})
            settle()
            took = time.monotonic() - began
            assert not heard, heard[0]
            assert took < PATIENCE or "desk.later" in step, f"it took {took:.1f} s"
            desk.check()
            check_keys(desk, step)
            if desk.house.live is not None:
                check_clocks(desk, desk.house.live.state, desk.house.live.now())


def check_keys(desk: Desk, step: str) -> None:
    focus, closed = QApplication.focusWidget(), QApplication.activePopupWidget() is None
    if desk.shell.isActiveWindow() and closed:
        assert focus is not None, "nothing has the keys"
        assert focus.isVisible(), f"{focus.accessibleName()!r} has the keys and does not show"
    if step == ESCAPES and desk.place == "Live":
        assert desk.focus == "Write a note", f"Escape leads to {desk.focus!r}"


def check_clocks(desk: Desk, state: State, now: int) -> None:
    """See that what runs agrees with the moments that are recorded."""
    part, turn = state.agenda.running, state.floor.speaker
    if part is not None:
        assert countdown(part.left(now)) in desk.clock_says
    if turn is not None:
        assert desk.speaker_time.startswith(clock(turn.watch.elapsed(now)))
    acts = desk.session.history.done
    corrected = any(isinstance(entry.event, TurnCorrected) for entry in acts)
    for rows in (state.agenda.segments, () if corrected else state.floor.turns):
        spans = sorted((span for row in rows for span in row.watch.spans), key=lambda s: s[0])
        for (begun, end), (next_begun, _) in pairwise([*spans, (now, None)]):
            assert begun <= (now if end is None else end) <= max(begun, next_begun), "two clocks"


@contextmanager
def listening() -> Iterator[list[str]]:
    """Take down each exception that Qt swallowed, and each of its own complaints."""
    heard: list[str] = []

    def complain(kind: QtMsgType, _: object, message: str) -> None:
        if kind > QtMsgType.QtDebugMsg and "This plugin does not support" not in message:
            if kind != QtMsgType.QtInfoMsg:
                heard.append(message)

    hook, sys.excepthook = sys.excepthook, lambda *error: heard.append(
        "".join(traceback.format_exception(*error))
    )
    before = hand_messages_to(complain)
    try:
        yield heard
    finally:
        hand_messages_to(before)
        sys.excepthook = hook
