"""Whether somebody is the person who was at an earlier session: asked, never decided."""

from pathlib import Path

import pytest

from facilitator.record.earlier import earlier
from facilitator.record.files import store_at
from facilitator.series import asked_again, not_asked_yet
from facilitator.session import Session
from tests.clock import Clock
from tests.desk import Desk
from tests.stories.conftest import MEETING


@pytest.fixture
def series(tmp_path: Path, clock: Clock) -> Path:
    """A file with two circles of a series; two of the first one's people may be at the second."""
    store = store_at(tmp_path / "session.db")
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


def test_nobody_of_another_series_is_asked_about(again: Desk) -> None:
    again.press("Alt+1")
    again.session.change_meeting(series="")
    again.session.change_meeting(series="Another thread")
    again.press("Alt+3")
    assert again.people[0] == "* Ana Maria, told not by name, invited"
    assert again.same_asked == ""


def test_those_of_the_session_before_are_asked_again_in_one_act(again: Desk) -> None:
    assert again.invite_again == "Invite 1 of 20 Nov"  # two may be here under a like name
    again.press("Y", "Down", "N")
    again.invite_those_again()
    dara = next(one for one in again.state.people.values() if one.name == "Dara")
    assert (dara.same_as, dara.invited, dara.consent) == ("first/D", True, "anonymous")
    assert again.banner == "1 person is on the list now. Undo takes them off again."
    assert again.invite_again == ""
    again.press("Ctrl+Z")
    assert (len(again.people), again.invite_again) == (3, "Invite 1 of 20 Nov")


def test_an_office_is_carried_over_and_a_consent_is_asked_anew(
    tmp_path: Path, clock: Clock
) -> None:
    store = store_at(tmp_path / "session.db")
    first = Session(store, "first", clock)
    people = [
        {"id": "A", "name": "Ana", "consent": "named", "email": "ana@falls.example", "table": 4},
        {"id": "B", "name": "Bo", "consent": "official", "groups": ["POLICE"], "confirmed": True},
    ]
    first.plan({**MEETING, "date": "2026-11-20", "series": "Circles"}, people)
    second = Session(store, "second", clock)
    second.plan({**MEETING, "series": "Circles"})
    those = not_asked_yet(earlier(store.shelf, "second"), second.state)
    rows = asked_again(store, those)
    assert [(row["name"], row["consent"]) for row in rows] == [
        ("Ana", "anonymous"),
        ("Bo", "official"),
    ]
    second.import_people(rows)
    ana, bo = second.state.people.values()
    assert (ana.email, ana.table, ana.same_as) == ("ana@falls.example", 0, "first/A")
    assert (bo.groups, bo.confirmed) == (("POLICE",), False)
    assert not_asked_yet(earlier(store.shelf, "second"), second.state) == []
    store.close()
