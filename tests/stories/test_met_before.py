"""Whether somebody is the person who was at an earlier session: asked, never decided."""

from pathlib import Path

import pytest

from facilitator.record.store import Store
from facilitator.session import Session
from tests.clock import Clock
from tests.desk import Desk
from tests.stories.conftest import MEETING


@pytest.fixture
def series(tmp_path: Path, clock: Clock) -> Path:
    """A file with two circles of a series; two of the first one's people may be at the second."""
    store = Store(tmp_path / "session.db")
    for ident, day, people in (
        ("first", "2026-11-20", [("A", "Ana María"), ("B", "Bo"), ("D", "Dara")]),
        ("second", "2027-01-15", [("X", "Ana Maria"), ("Y", "Bo"), ("Z", "Zoë")]),
    ):
        rows = [{"id": ident, "name": name} for ident, name in people]
        meeting = {**MEETING, "date": day, "start": "08:20", "series": "Circles"}
        Session(store, ident, clock).plan(meeting, rows)
    store.close()
    return tmp_path / "session.db"


@pytest.fixture
def again(series: object, new_desk: Desk) -> Desk:
    """A desk at the second of them."""
    new_desk.house.resume("second")
    new_desk.press("Alt+3")
    return new_desk


def test_who_was_here_before_is_asked_and_never_decided(again: Desk) -> None:
    ana = "Ana Maria, told not by name, invited"
    assert again.people[0] == f"* {ana}, same person as on 20 Nov? yes or no"
    assert again.people_told == "3 people · 0 confirmed · 2 may have been here before"
    asked = "Is this Ana María, who was on the list of “Circle”, 20 Nov 2026?"
    assert again.same_asked == asked
    again.press("Y")
    assert (again.people[0], again.same_asked) == (f"* {ana}", "")
    assert again.state.people["X"].same_as == "first/A"
    again.press("Down", "N")
    assert again.people[1] == "* Bo, told not by name, invited"
    assert again.people_told == "3 people · 0 confirmed"
    again.press("Ctrl+Z")
    assert again.people[1].endswith("yes or no")
    again.press("Ctrl+F")
    again.type("same person")
    assert [row[:4] for row in again.people] == ["* Bo"]
