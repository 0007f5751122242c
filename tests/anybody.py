"""Somebody who presses anything at all: what they may do, and what holds after each step.

A step is a line of a story, so that those at which something falls can be pasted into a test.
"""

import random
import sys
import time
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6 import QtCore
from PySide6.QtCore import QCoreApplication, QEvent, QTimer, QtMsgType
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QMessageBox

from facilitator.log.events import TurnCorrected
from facilitator.log.state import State
from tests.desk import Desk
from tests.sights.room import plugged_in
from ui.actions import ACTS
from ui.words import clock, countdown

PATIENCE = 5  # s in which a step is over
ESCAPE = "desk.press('Escape')"
TEXTS = (
    "ngu¶caasho¶orla¶j¶Old Tom¶Ảo¶?ngu¶!J.¶¶ ¶1:30¶0:00¶100¶a note¶! @Caasho cut it by 30 Jun¶! @¶!"
    "¶? why¶# idea¶#Trust #¶@¶@ngu ¶! tomorrow¶31.12.9999¶30 Feb¶in 100000 weeks¶99:59:59¶-1¶N1"
    "¶<b>&amp;{0}%s%1¶{}¶=cmd|' /C calc'!A0¶🕊️👩\u200d👧¶שלום \u202eevil¶ليلى¶ដារ៉ា¶\0¶a\x01\x1b[0m"
    "¶\u2028\ufeff\n\t¶e\u0301\u0301\u0301¶../a/b¶C1¶starred¶idea¶\ufffd¶! @ngu: x¶\ud83d¶! by Fri"
).split("¶")
KEYS = [key for act in ACTS for key in act.keys]
UNKEYED = [act.name for act in ACTS if not act.keys]
IN_LISTS = (
    "P R A S K * E 1 2 3 4 F2 Delete Alt+Up Alt+Down Alt+Delete Shift+P Ctrl+C Ctrl+V".split()
)
MOVES = (
    "Tab Tab Tab Shift+Tab Escape Return Return Enter Up Down Down Left Right PgUp PgDown Home End"
    " Alt+2 Alt+3 Alt+4 Alt+5 Backspace Space Ctrl+X Ctrl+Left Shift+Home F3 F11 Alt+Left"
    " Alt+Right Ctrl+Shift+F9"
).split()
# What people mean to do, key by key; @ is whatever they type.
SCENES = (
    "Ctrl+A @ Return @ Return Ctrl+Return",
    "Ctrl+A @ Return @ Return Down Alt+Down R @ Return Delete",
    "Ctrl+D @ Return Ctrl+.",
    "Ctrl+T Down Return @ Return",
    "Ctrl+A @ Return Ctrl+U @ Down Return",
    "Ctrl+R F7 Ctrl+Return F8 Ctrl+Return F7",
    "Ctrl+L ! @ Return Tab @ Tab @ Tab Down Tab @ Return Escape",
    "Ctrl+L ! @ Return Ctrl+M Return @ Return @ Return Right Tab Escape",
    "Ctrl+L ! @ Return F5 @ Return Return Right E @ Escape Return",
    "Ctrl+L @ Return Ctrl+J Return @ Return A S * K @ Return Delete",
    "Ctrl+F @ Down Escape",
    "F6 Down 2 2 Return",
    "Ctrl+4 W Down P R @ Return PgDown Ctrl+Return PgDown Ctrl+Return Ctrl+Return",
    "Ctrl+4 Alt+5 Ctrl+Tab Ctrl++ PgDown End Ctrl+- Home Alt+1 Escape",
    "F6 F6 F9 F12",
    "Ctrl+1 Tab Down Return",
    "Ctrl+2 Alt+1 @ Return @ Tab @ Return Escape",
    "Ctrl+2 Alt+2 @ Return Alt+Up Return @ Return Ctrl+D Down Delete",
    "Ctrl+2 Alt+3 @ Return Up Space C I Return @ Tab @ Escape Delete Ctrl+F @ Down Return",
    "Ctrl+2 Alt+4 Right + - 3 Return Down Tab Return",
    "Ctrl+2 Alt+5 Tab Return Down Alt+Down Return @ Return",
    "Ctrl+2 Alt+6 @ Return Alt+Up Return @ Return Delete",
    "Ctrl+2 Alt+7 Down Return Tab Return",
    "Ctrl+N @ Return @ Tab @ Return Escape",
)
SIZES = ((683, 384), (1366, 768), (640, 360), (939, 541), (941, 540), (1920, 1080))


def some_acts(rng: random.Random) -> list[str]:
    """Return what somebody does next, a step each."""
    steps = {
        f"desk.press({rng.choice(KEYS)!r})": 30,
        f"desk.press({rng.choice(MOVES)!r})": 25,
        f"desk.press({rng.choice(IN_LISTS)!r})": 12,
        f"desk.type({rng.choice(TEXTS)!r})": 12,
        f"desk.type({rng.choice(TEXTS)!r}), desk.press('Return')": 12,
        f"desk.paste({rng.choice(('x', '<b>', 'שו ', '👩 long '))!r} * 3000)": 1,
        f"desk.later({rng.choice((1, 9, 61, 130, 600, 7200))})": 7,
        f"desk.sleep({rng.choice((70, 3600, 40_000))})": 2,
        "desk.answers and desk.answer(desk.answers[-1])": 3,
        f"desk.look_away({rng.choice((0, 5, 300))})": 2,
        f"desk.click({rng.random():.2f}, {rng.random():.2f})": 10,
        f"desk.shell.resize{rng.choice(SIZES)}": 4,
        f"desk.house.room.displays.{rng.choice(('plug_in', 'pull_out'))}()": 3,
        f"desk.choose({rng.choice(UNKEYED)!r})": 2,
        "desk.crash(), desk.sit()": 1,
        "desk.leave(), desk.sit()": 1,
        f"desk.press(*{rng.choice((['Ctrl+Z'], ['Ctrl+Y']))} * {rng.choice((3, 30))})": 4,
        ESCAPE: 4,
        "out": 4,
        "scene": 10,
    }
    (step,) = rng.choices([*steps], [*steps.values()])
    if step == "out":
        return [ESCAPE] * 4
    if step != "scene":
        return [step]
    return [
        f"desk.type({rng.choice(TEXTS)!r})" if key == "@" else f"desk.press({key!r})"
        for key in rng.choice(SCENES).split()
    ]


def some_steps(seed: int, count: int) -> list[str]:
    rng, steps = random.Random(seed), list[str]()
    while len(steps) < count:
        steps += some_acts(rng)
    return steps


def walk(desk: Desk, steps: Sequence[str]) -> Iterator[int]:
    """Yield the number of each step before it is done; what does not hold after it is raised."""
    escapes = 0
    with listening() as heard:
        for number, step in enumerate(steps, 1):
            yield number
            began = time.monotonic()
            eval(step, {"desk": desk})
            settle(desk)
            took = time.monotonic() - began
            assert not heard, heard[0]
            assert took < PATIENCE, f"it took {took:.1f} s"
            desk.check()
            check_keys(desk)
            escapes = escapes + 1 if step == ESCAPE else 0
            if escapes >= 4 and desk.place == "Live":
                assert desk.focus == "Write a note", f"Escape leads to {desk.focus!r}"
            if desk.house.live is not None:
                check_clocks(desk, desk.state, desk.house.live.now())


def settle(desk: Desk) -> None:
    """Let the window do what it does between two keys."""
    desk.hold_screens()
    for _ in range(2):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        if QApplication.activePopupWidget() is None:  # the offscreen platform activates anything
            (QApplication.activeModalWidget() or desk.shell).activateWindow()


def check_keys(desk: Desk) -> None:
    """See that the keys are somewhere that shows, and that the rail tells which place it is."""
    keys = QApplication.focusWidget()
    if desk.shell.isActiveWindow() and QApplication.activePopupWidget() is None:
        assert keys is not None, "nothing has the keys"
        assert keys.isVisible(), f"{keys.accessibleName()!r} has the keys and does not show"
    rail = desk.house.rail
    places = rail.home, rail.prepare, rail.live, rail.wrap_up
    marked = [place.text() for place in places if place.isChecked()]
    assert not desk.place or marked == [desk.place], "the rail tells another place"


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

    def answer() -> None:
        if isinstance(box := QApplication.activeModalWidget(), QMessageBox):
            box.reject()  # of Qt's own dialog for files, which would wait for ever

    hurry = QTimer(interval=50)
    hurry.timeout.connect(answer)
    hurry.start()
    hook, before = sys.excepthook, QtCore.qInstallMessageHandler(message)
    sys.excepthook = lambda *error: heard.append("".join(traceback.format_exception(*error)))
    try:
        yield heard
    finally:
        hurry.stop()
        QtCore.qInstallMessageHandler(before)
        sys.excepthook = hook


def harmless(patch: pytest.MonkeyPatch, folder: Path) -> None:
    """Have a projector, and nothing leave the folder: no file, no sound, no other program."""
    plugged_in(patch)
    patch.setenv("HOME", str(folder))
    patch.setitem(sys.modules, "playsound3", SimpleNamespace(playsound=lambda *_, **__: None))
    patch.setattr(QDesktopServices, "openUrl", lambda _: True)
