"""An evening that goes by its own clock, on a laptop that is set, sleeps, and is started again."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from facilitator import session_file
from facilitator.record.checking import faults
from facilitator.session_clock import SessionClock
from facilitator.session_file import SessionFile
from tests.evening import AGENDA, MEETING, PEOPLE
from tests.laptop import Laptop

HOUR = 3_600


@dataclass
class Evening:
    """An evening on a laptop, in a file that is left and opened again."""

    path: Path
    laptop: Laptop = field(default_factory=Laptop)

    def __post_init__(self) -> None:
        self.open()

    def open(self) -> None:
        machine, session_file.anchor = session_file.anchor, self.laptop.machine
        self.file = SessionFile(self.path)
        session_file.anchor = machine
        self.session = self.file.resume("evening")
        self.session.plan(MEETING, PEOPLE, AGENDA)
        clock = self.session.steady
        assert isinstance(clock, SessionClock)
        self.clock = clock

    def again(self) -> None:
        self.file.close()
        self.open()

    def live(self, seconds: float) -> int:
        """Let time go by as the window sees it; return what is to be asked at last."""
        off = 0
        for _ in range(round(seconds)):
            self.laptop.advance(1)
            off = self.clock.follow()
        return off

    @property
    def off(self) -> int:
        """Return by how many ms its clock is ahead of the laptop's."""
        return self.session.now() - self.laptop.shows

    def elapsed(self, part: str = "open") -> float:
        parts = self.session.state.agenda.segments
        watch = next(one.watch for one in parts if one.id == part)
        return watch.elapsed(self.session.now()) / 1000


@contextmanager
def an_evening() -> Iterator[Evening]:
    with TemporaryDirectory() as folder:
        evening = Evening(Path(folder) / "evening.db")
        evening.file.store.db.execute("pragma synchronous = off").fetchall()
        yield evening
        evening.file.close()


@pytest.fixture
def planned(tmp_path: Path) -> Iterator[Evening]:
    """Open an evening; at its end the file is whole, and no act in it is before another."""
    evening = Evening(tmp_path / "evening.db")
    yield evening
    times = [entry.at for entry in evening.file.store.entries("evening")]
    assert times == sorted(times)
    assert faults(evening.file.store) == []
    evening.file.close()


@pytest.fixture
def running(planned: Evening) -> Evening:
    planned.session.start_segment("open")
    planned.live(60)
    return planned
