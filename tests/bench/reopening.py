"""What it costs to open a session that has gone on for a while."""

from collections.abc import Iterator
from pathlib import Path
from statistics import median

from facilitator.record.files import store_at
from facilitator.session import Session
from tests.bench import long_evening
from tests.bench.result import Result, took

BEHIND = 3_000


def reopening_3_000_events(folder: Path) -> Iterator[Result]:
    path = folder / "reopen.db"
    session, clock = long_evening.begin(path, BEHIND)
    session.store.close()

    def reopen() -> None:
        opened.append(Session(store_at(path), "long", clock))

    times, opened = [], list[Session]()
    for _ in range(11):
        times.append(took(reopen))
        opened[-1].store.close()
    yield Result("reopening 3,000 events", median(times), 100, "ms")
