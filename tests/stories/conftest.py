"""A session that runs already, as most evenings find their facilitator."""

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from facilitator.record.checking import faults
from facilitator.record.files import store_at
from facilitator.session import Session
from tests.clock import Clock

if TYPE_CHECKING:
    from tests.desk import Desk

PEOPLE = [
    {"id": "P1", "name": "Nguyễn Ngọc Ảo", "groups": ["BUSINESS"]},
    {"id": "P2", "name": "Caasho Cabdi", "groups": ["RESIDENT"], "interpreted": True},
    {"id": "P3", "name": "Sgt. Orla O'Fictive", "groups": ["POLICE"], "consent": "official"},
    {"id": "P4", "name": "J.", "groups": []},
]
AGENDA = [
    {"id": "A", "title": "Welcome", "kind": "opening", "minutes": 10},
    {"id": "B", "title": "Where are we?", "kind": "open", "minutes": 25, "turn_limit_s": 120},
    {"id": "C", "title": "What will we do?", "kind": "commit", "minutes": 20},
]
MEETING: dict[str, Any] = {"title": "Circle", "date": "2027-01-15", "timezone": "UTC"}
# What a reader looks for in the summary.
TOLD = {"purpose": "To hear", "contact": "x", "joining": "x", "support": "x"}
NEXT = {"next_date": "2027-02-01", "next_start": "18:00", "next_place": "Here"}


@pytest.fixture
def evening(tmp_path: Path, clock: Clock) -> Path:
    """A file in which "Where are we?" has just begun, of 25 minutes: it is 08:10."""
    return under_way(tmp_path / "session.db", clock)


@pytest.fixture
def planned(tmp_path: Path, clock: Clock) -> Path:
    """A file with a circle that begins in twenty minutes, at 08:20; the hall closes at 09:30."""
    store = store_at(tmp_path / "session.db")
    session = Session(store, "circle", clock)
    session.plan({**MEETING, "start": "08:20", "hard_stop": "09:30"}, PEOPLE, AGENDA)
    store.close()
    return tmp_path / "session.db"


@pytest.fixture
def planning(planned: object, new_desk: "Desk") -> "Desk":
    """A desk at which that circle is planned: Prepare is open."""
    new_desk.house.resume("circle")
    return new_desk


@pytest.fixture
def desk(evening: object, new_desk: "Desk") -> "Desk":
    """A desk at which that evening is under way."""
    return new_desk


@pytest.fixture
def quiet(desk: "Desk", monkeypatch: pytest.MonkeyPatch) -> "Desk":
    """A desk in Wrap-up with nothing to settle; nobody draws the pages."""
    monkeypatch.setattr("ui.wrap_up.page_maker.PageMaker.make", lambda self, asked: None)
    desk.session.change_meeting(**TOLD, **NEXT)
    desk.session.tally(7, "room")
    desk.press("Ctrl+4")
    assert desk.place == "Wrap-up"
    return desk


def texts(path: Path) -> list[str]:
    """Return the notes in a file that nobody has open."""
    with closing(store_at(path, read_only=True)) as store:
        assert faults(store) == []
        return [note.text for note in store.state("circle").notes.values()]


def under_way(path: Path, clock: Clock) -> Path:
    store = store_at(path)
    session = Session(store, "circle", clock)
    session.plan({**MEETING, "start": "08:00", "hard_stop": "09:00"}, PEOPLE, AGENDA)
    session.start_segment("A")
    clock.advance(600)
    session.start_segment("B")
    store.close()
    return path
