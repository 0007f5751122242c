"""From the key press to the painted frame, in a full hall; and how much of it the disk takes."""

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench import crowd
from tests.bench.result import Result, percentile
from tests.clock import Clock

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QMainWindow

ROUNDS = 250
FRAME, LETTER = 16, 50  # ms


def a_key_to_its_frame(folder: Path) -> Iterator[Result]:
    """Take turns: a round of the evening's keys, then letters in a bare line of Qt."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    clock = Clock()
    crowd.fill(folder / "full.db", clock)
    hands = _Hands(folder / "full.db", clock)
    for n, family in enumerate(_not_waiting()):
        hands.round(n, family)
    hands.shell.close()
    for what, limit in (
        ("a letter in the name box", LETTER),
        ("queueing", FRAME),
        ("giving the floor", FRAME),
        ("a letter of a note", FRAME),
        ("a note", FRAME),
    ):
        yield hands.result(what, limit)


def _not_waiting() -> list[str]:
    """Return family names of people to queue who do not wait yet."""
    named = [str(row["name"]).rsplit(" ")[-1] for n, row in enumerate(crowd.people()) if n % 7 == 3]
    return (named * 3)[:ROUNDS]


class _Hands:
    """Hands on the keys of a real window, with a watch."""

    def __init__(self, path: Path, clock: Clock) -> None:
        from PySide6.QtWidgets import QApplication

        from ui import style
        from ui.app import Shell, warm_up

        self.app = QApplication.instance() or QApplication(["bench", "-style", "fusion"])
        style.dress(self.app)
        self.clock = clock
        self.bare = _bare_window()
        self.shell = Shell()
        self.shell.show()
        self.shell.activateWindow()
        self.shell.furnish(self.clock)
        assert self.shell.open(path)
        warm_up()
        self.whole: dict[str, list[float]] = {}
        self.written: dict[str, list[float]] = {}
        self.computed: dict[str, list[float]] = {}
        self.plain: list[float] = []
        self._in_store = 0.0
        self._time_the_store()
        self._frames = _frames(self.shell), _frames(self.bare)
        for _ in range(5):
            self.app.processEvents()

    def round(self, n: int, family: str) -> None:
        """Queue somebody, give the floor, write a note."""
        self.clock.advance(3)
        self.press("Ctrl+A")
        for letter in family:
            self.type(letter, "a letter in the name box")
        self.press("Return", "queueing")
        self.clock.advance(3)
        self.press("Ctrl+Return", "giving the floor")
        self.press("Ctrl+L")
        for letter in f"Lamp {n}":
            self.type(letter, "a letter of a note")
        self.press("Return", "a note")
        self._bare_letter()

    def press(self, key: str, what: str = "") -> None:
        from PySide6.QtGui import QKeySequence
        from PySide6.QtTest import QTest

        combination = QKeySequence(key)[0]
        keys = combination.key(), combination.keyboardModifiers()
        self._measure(lambda: QTest.keyClick(self._focus(), *keys), what)

    def type(self, letter: str, what: str) -> None:
        self._measure(lambda: _strike(self._focus(), letter), what)

    def result(self, what: str, limit: float) -> Result:
        whole, written = self.whole[what], self.written[what]
        ours = [both - disk for both, disk in zip(whole, written, strict=True)]
        told = f"p50 {percentile(whole, 50):.1f}, p99 of the processor's time alone"
        told += f" {percentile(self.computed[what], 99):.1f}"
        if any(written):
            told += f"; durable write {_both(written)}, ours {_both(ours)}"
        told += f"; a bare line {_both(self.plain)}"
        name = f"{what}, {len(whole)}×, p99"
        return Result(name, percentile(whole, 99), limit, "ms", told)

    def _focus(self) -> "QObject":
        return self.app.focusWidget() or self.shell

    def _measure(self, act: Callable[[], object], what: str) -> None:
        """Do it, paint all that it changed, and file how long that took."""
        acts = self.shell.house.live.session.history.length
        self._in_store, painted = 0.0, self._frames[0]()
        begun, computing = time.perf_counter(), time.thread_time()
        act()
        self.app.processEvents()
        took = (time.perf_counter() - begun) * 1000
        computed = (time.thread_time() - computing) * 1000
        if what:
            assert self._frames[0]() > painted, f"{what}: nothing was painted"
            done = self.shell.house.live.session.history.length > acts
            assert done == (not what.startswith("a letter")), what
            self.whole.setdefault(what, []).append(took)
            self.written.setdefault(what, []).append(self._in_store)
            self.computed.setdefault(what, []).append(computed)

    def _bare_letter(self) -> None:
        painted, begun = self._frames[1](), time.perf_counter()
        _strike(self.bare.centralWidget(), "x")
        self.app.processEvents()
        self.plain.append((time.perf_counter() - begun) * 1000)
        assert self._frames[1]() > painted

    def _time_the_store(self) -> None:
        """Count the time spent in what waits for the disk."""
        store = self.shell.house.live.session.store
        for keeper, name in ((store, "append"), (store.drafts, "put_down")):
            setattr(keeper, name, self._timed(getattr(keeper, name)))

    def _timed(self, write: Callable[..., None]) -> Callable[..., None]:
        def timed(*words: object) -> None:
            begun = time.perf_counter()
            write(*words)
            self._in_store += (time.perf_counter() - begun) * 1000

        return timed


def _strike(line: "QObject", letter: str) -> None:
    from PySide6.QtCore import QCoreApplication, QEvent, Qt
    from PySide6.QtGui import QKeyEvent

    key = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
    QCoreApplication.sendEvent(line, key)


def _bare_window() -> "QMainWindow":
    """Return a window of Qt's own with a line in it and nothing else."""
    from PySide6.QtWidgets import QLineEdit, QMainWindow

    window = QMainWindow()
    window.resize(1366, 768)
    window.setCentralWidget(QLineEdit(window))
    window.show()
    return window


def _frames(window: "QMainWindow") -> Callable[[], int]:
    """Return what counts the frames of a window."""
    from PySide6.QtCore import QEvent, QObject

    class Frames(QObject):
        count = 0

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            self.count += event.type() == QEvent.Type.UpdateRequest
            return False

    frames = Frames(window)
    window.installEventFilter(frames)
    return lambda: frames.count


def _both(times: list[float]) -> str:
    return f"{percentile(times, 50):.1f} (p99 {percentile(times, 99):.1f})"
