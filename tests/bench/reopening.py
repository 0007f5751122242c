"""What it costs to open a session that has gone on for a while."""

import time
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

    times, waited, opened = [], [], list[Session]()
    for _ in range(21):
        begun = time.process_time()
        waited.append(took(reopen))
        times.append((time.process_time() - begun) * 1000)
        opened[-1].store.close()
    detail = f"of a processor, sums and chain checked; {median(waited):.0f} ms by the clock"
    yield Result("reopening 3,000 events", median(times), 100, "ms", detail)
