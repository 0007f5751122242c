"""What people at the window notice of it while a large file is copied."""

import os
import time
from collections.abc import Iterator
from contextlib import closing
from itertools import count
from pathlib import Path

from facilitator.record.chain import root, written
from facilitator.record.headings import End, Line
from facilitator.record.store import Store
from tests.bench import long_evening
from tests.bench.result import Result, percentile, took

LARGE = 50_000_000  # bytes
OTHER_EVENINGS = 3_000  # acts of each
ROUNDS = 5
PAUSE = 0.2  # s between two acts: faster than any hall
BEAT = 4  # ms after which the loop wakes, so that it is seen if it does not
FRAME = 16  # ms


def a_window_while_50_mb_are_copied(folder: Path) -> Iterator[Result]:
    """Take turns: acts while the file is copied, then as many while it is not."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["XDG_DATA_HOME"] = str(folder / "own")  # where the copies go
    path = folder / "large.db"
    session, clock = long_evening.begin(path, 100)
    with closing(session.store):
        _grow(session.store)
    window = _Window(path, clock)
    gaps: dict[bool, list[float]] = {True: [], False: []}
    acts: dict[bool, list[float]] = {True: [], False: []}
    lengths = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        gaps[True].append(took(window.keeping.copy, "idle"))
        while window.is_copied:
            window.step(gaps[True], acts[True])
        lengths.append(time.perf_counter() - begun)
        while time.perf_counter() - begun < 2 * lengths[-1]:
            window.step(gaps[False], acts[False])
    window.shell.close()
    size, longest = path.stat().st_size / 1e6, max(lengths)
    for what, times in (("the longest gap of the window's loop", gaps), ("the longest act", acts)):
        told = f"{len(times[True])}×, p99 {percentile(times[True], 99):.1f} ms"
        told += f"; while nothing is copied {max(times[False]):.1f}"
        told += f"; {size:.0f} MB, the slowest copy took {longest:.1f} s"
        yield Result(f"{what} while a file is copied", max(times[True]), FRAME, "ms", told)


def _grow(store: Store) -> None:
    """Fill the file with other evenings, each with the acts of a long one."""
    with closing(
        long_evening.begin(store.path.with_name("one.db"), OTHER_EVENINGS)[0].store
    ) as one:
        rows, line = one.rows("long"), one.log_table.lines("long")[0]
    for n in count():
        if store.path.stat().st_size > LARGE:
            return
        log, other, head = f"evening{n}", [], root(f"evening{n}")
        for row in rows:
            other.append(written(row.n, row.at, row.kind, row.data, head))
            head = other[-1].chain
        with store.db.atomic():
            store.insert(log, *other)
            store.log_table.put(Line(log, line.what, End(len(other), head)))
        store.recent.clear()
        store.shelf.settle()


class _Window:
    """The real window on that file, in which somebody takes notes."""

    def __init__(self, path: Path, clock: object) -> None:
        from PySide6.QtCore import Qt, QTimer
        from PySide6.QtWidgets import QApplication

        from ui import style
        from ui.app import Shell, warm_up
        from ui.keeping import Keeping

        self.app = QApplication.instance() or QApplication(["bench", "-style", "fusion"])
        style.dress(self.app)
        self.shell = Shell()
        self.shell.show()
        self.house = self.shell.furnish(clock)
        assert self.shell.open(path)
        warm_up()
        self.keeping = self.house.findChild(Keeping)
        self._verbs, self._next = long_evening.acts(), 0.0
        self.beat = QTimer(self.shell, interval=BEAT, timerType=Qt.TimerType.PreciseTimer)
        self.beat.start()
        for _ in range(50):
            self.app.processEvents()

    @property
    def is_copied(self) -> bool:
        return self.house.file.shelf.file.is_copied

    def step(self, gaps: list[float], acts: list[float]) -> None:
        """Let the loop go round once, asleep till its next beat, with an act if it is time."""
        from PySide6.QtCore import QEventLoop

        begun = time.perf_counter()
        if begun > self._next:
            self._next = begun + PAUSE
            acts.append(took(next(self._verbs)[1], self.house.live.session))
        self.app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        gaps.append((time.perf_counter() - begun) * 1000)
