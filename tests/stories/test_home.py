"""Home: what is next, what the series has come to, and whose promise is due."""

from pathlib import Path
from typing import Any

import pytest

from facilitator.record.files import store_at
from facilitator.record.store import Store
from facilitator.session import Session
from tests.clock import Clock
from tests.desk import Desk

DAY = 86_400  # seconds
SERIES: dict[str, Any] = {"series": "Falls circles", "venue": "Parish hall", "timezone": "UTC"}
AGENDA = [
    {"id": "A", "title": "Welcome", "kind": "opening", "minutes": 10},
    {"id": "B", "title": "Where are we?", "kind": "open", "minutes": 100},
]
PEOPLE = [
    {"id": "P1", "name": "Ana", "groups": ["RESIDENT"], "confirmed": True},
    {"id": "P2", "name": "Bo", "groups": ["POLICE"], "confirmed": True},
    {"id": "P3", "name": "Châu", "groups": ["MEDIA"]},
]


def plan(store: Store, clock: Clock, ident: str, date: str, title: str, **fields: Any) -> Session:
    session = Session(store, ident, clock)
    agenda, people = fields.pop("agenda", ()), fields.pop("people", ())
    meeting = {**SERIES, "title": title, "date": date, "start": "18:00", **fields}
    session.plan(meeting, people, agenda)
    return session


@pytest.fixture
def three(tmp_path: Path, clock: Clock) -> Path:
    """A file with a series of three: one held a month ago, one next week, one in spring."""
    store = store_at(tmp_path / "session.db")
    clock.advance(-30 * DAY)
    first = plan(store, clock, "first", "2026-12-16", "Who are we", agenda=AGENDA, people=PEOPLE)
    first.start_segment("A")
    first.arrive("P1")
    first.tally(12)
    first.commit("publish the figures", owner="Bo", due="2027-01-07")
    first.commit("ask the clerk", owner="Ana", due="2027-01-16")
    first.commit("mend the light", owner="Ana")
    first.commit("water at the stop", due="2027-03-01")
    first.commit("sweep the steps", owner="Châu", due="2027-01-01")
    first.status("C5", "done")
    first.commit("an interpreter at the clinic", kind="request")
    first.commit("call my mother", kind="personal", owner="Bo")
    first.end_session()
    clock.advance(30 * DAY)
    targets = {"RESIDENT": 3, "POLICE": 1, "MEDIA": 1, "FAMILY_AFFECTED": 2}
    plan(
        store, clock, "second", "2027-01-22", "What became of it",
        hard_stop="20:00", targets=targets, agenda=AGENDA, people=PEOPLE,
    )  # fmt: skip
    plan(store, clock, "third", "2027-04-20", "What is still owed")
    store.close()
    return tmp_path / "session.db"


@pytest.fixture
def desk(three: object, new_desk: Desk) -> Desk:
    return new_desk


def test_what_is_next_is_on_top_and_enter_opens_its_plan(desk: Desk) -> None:
    assert (desk.place, desk.home_title) == ("Home", "Falls circles")
    assert desk.next_up == (
        "Next session, in 7 days. Fri 22 January, 18:00. What became of it."
        " Parish hall, until 20:00"
    )
    assert desk.figures == [
        "2 of 7 seats confirmed",
        "2 groups with nobody coming yet: Family affected by police violence, Local media",
        "110 of 120 min planned, 10 min to spare",
    ]
    assert desk.focus == "Open the plan"
    desk.press("Return")
    assert (desk.place, desk.session.id) == ("Prepare", "second")


def test_a_family_that_was_asked_is_not_called_missing(desk: Desk) -> None:
    desk.press("Return")
    desk.session.add_person("Ruth", groups=("FAMILY_AFFECTED",), walk_in=False)
    desk.press("Ctrl+1")
    assert desk.figures[1].startswith("1 group with nobody coming yet")


def test_a_family_that_comes_is_counted_with_trusted_leaders(desk: Desk) -> None:
    desk.press("Return")
    targets = {**desk.state.meeting.targets, "TRUSTED_LEADER": 1}
    desk.session.change_meeting(targets=targets)
    desk.session.add_person("Ruth", groups=("FAMILY_AFFECTED",), walk_in=False)
    ruth = next(one.id for one in desk.state.people.values() if one.name == "Ruth")
    desk.press("Ctrl+1")
    assert desk.figures[1].startswith("2 groups with nobody coming yet")
    desk.session.change_person(ruth, confirmed=True)
    desk.press("Ctrl+2", "Ctrl+1")
    assert desk.figures[1].startswith("1 group with nobody coming yet")


def test_the_series_is_a_line_and_a_list(desk: Desk) -> None:
    assert desk.series_line == [
        "Session 1, 16 Dec, ended",
        "today, 15 Jan",
        "Session 2, 22 Jan, next",
        "Session 3, 20 Apr, planned",
    ]
    assert desk.sessions == [
        "session 3, What is still owed, 20 Apr, no agenda yet, planned",
        "session 1, Who are we, 16 Dec 2026, 12 people, 6 promises, 1 asked, 3 incomplete, ended",
    ]
    desk.press("Tab", "Tab", "Tab")
    assert desk.focus == "Sessions"
    desk.press("Down", "Return")
    assert (desk.place, desk.session.id) == ("Wrap-up", "first")


def test_the_promises_that_need_somebody_begin_with_those_past_their_date(desk: Desk) -> None:
    assert desk.waiting_promises == [
        "C1, Bo, publish the figures, not reported on yet, due 7 Jan",
        "C4, water at the stop, who?",
        "C3, Ana, mend the light, by when?",
        "C2, Ana, ask the clerk, tomorrow",
        "C6, nobody in the room, an interpreter at the clinic",
        "C5, Châu, sweep the steps, done",
    ]
    desk.press("Tab", "Tab", "Tab", "Tab")
    assert desk.focus == "Promises that need somebody"
    desk.press("Down", "Return")
    assert (desk.place, desk.session.id, desk.focus) == ("Live", "first", "Promises")
    assert desk.meeting.promises.list.current == "C4"


def test_a_later_session_tells_what_became_of_a_promise(desk: Desk) -> None:
    desk.press("Return")
    desk.session.status("first/C1", "done")
    desk.session.status("first/C3", "in_progress")
    desk.press("Ctrl+1")
    assert "C3, Ana, mend the light, by when?, in progress" in desk.waiting_promises
    assert desk.waiting_promises[-2] == "C1, Bo, publish the figures, done"


def test_to_go_live_does_not_start_a_clock(desk: Desk) -> None:
    desk.press("Tab", "Tab", "Return")
    assert (desk.place, desk.session.id) == ("Live", "second")
    assert desk.state.agenda.begun is None


def test_a_session_that_runs_is_what_comes_first(desk: Desk) -> None:
    desk.press("Tab", "Tab", "Return", "Ctrl+PgDown", "Ctrl+1")
    assert desk.next_up.startswith("The session that runs. Fri 22 January, 18:00.")
    assert desk.figures == ["0 of 2 parts are over", "0 signed in or spoke", "0 promises"]
    assert desk.home_buttons == ["Copies", "Import", "Plan a session", "Go on with it"]
    desk.press("Return")
    assert desk.place == "Live"


def test_a_session_that_nobody_ended_gives_way_and_says_so(desk: Desk) -> None:
    desk.press("Tab", "Tab", "Return", "Ctrl+PgDown", "Ctrl+1")
    desk.later(60)
    desk.sleep(30 * DAY)
    desk.press("Ctrl+1")
    assert desk.next_up.startswith("Next session, in 65 days")
    assert any("not ended" in session for session in desk.sessions)


def test_a_plan_that_is_too_long_says_by_how_much(desk: Desk) -> None:
    desk.press("Return")
    desk.session.change_segment("B", minutes=130)
    desk.press("Ctrl+1")
    assert desk.figures[2] == "140 of 120 min planned, 20 min too long"


def test_after_the_last_session_home_asks_for_the_next_one(new_desk: Desk, clock: Clock) -> None:
    assert new_desk.home_title == "Welcome"
    assert new_desk.house.file is not None
    store = new_desk.house.file.store
    plan(store, clock, "old", "2026-12-16", "Who are we", agenda=AGENDA).start_segment("A")
    Session(store, "old", clock).end_session()
    new_desk.press("Ctrl+1")
    assert new_desk.next_up.startswith("Next session. None is planned yet. The last one was on Wed")
    assert new_desk.focus == "Sessions"
    new_desk.press("Shift+Tab")
    assert new_desk.focus == "Plan a session"
    new_desk.press("Return")
    assert new_desk.home_title == "Plan a session"


@pytest.mark.parametrize("title", ["", "<b>x</b> & é\n", "ر" * 200, "🕊️ " * 1000])
def test_any_title_and_owner_will_do(
    tmp_path: Path, clock: Clock, new_desk: Desk, title: str
) -> None:
    assert new_desk.house.file is not None
    store = new_desk.house.file.store
    odd = plan(store, clock, "odd", "2027-01-22", title, series=title, venue=title)
    odd.commit(title, owner=title, due="some day")
    plan(store, clock, "other", "", title, start="")
    new_desk.press("Ctrl+1")
    new_desk.house.grab()
    assert new_desk.next_up.startswith("Next session, in 7 days. Fri 22 January, 18:00. ")
    assert len(new_desk.waiting_promises) == 1


def test_other_series_of_the_file_are_a_key_away(desk: Desk, clock: Clock) -> None:
    assert desk.house.file is not None
    plan(desk.house.file.store, clock, "elsewhere", "2027-02-02", "Evening", series="Downtown")
    desk.press("Ctrl+1", *["Shift+Tab"] * 4)
    assert desk.focus == "Next series (1 of 2)"
    desk.press("Return")
    assert (desk.home_title, desk.sessions, desk.waiting_promises) == ("Downtown", [], [])
    assert desk.focus == "Open the plan"
    desk.press("Return", "Ctrl+1")
    assert desk.home_title == "Downtown"


def test_what_is_late_in_another_series_is_told(desk: Desk, clock: Clock) -> None:
    assert desk.promises_told == "5 and 1 asked"
    assert desk.house.file is not None
    plan(desk.house.file.store, clock, "elsewhere", "2027-02-02", "Evening", series="Downtown")
    desk.press("Ctrl+1", *["Shift+Tab"] * 4, "Return")
    assert (desk.waiting_promises, desk.promises_told) == ([], "1 due elsewhere")


def test_a_session_is_planned_by_keys_alone(desk: Desk) -> None:
    desk.press("Ctrl+N")
    assert (desk.home_title, desk.focus) == ("Plan a session", "Title")
    desk.press("Tab", "Tab")
    assert desk.focus == "Date"
    desk.type("2 Feb")
    desk.press("Escape")
    assert desk.home_title == "Falls circles"

    desk.press("Ctrl+N")
    desk.type("An evening between")
    while desk.home_title == "Plan a session" and desk.place == "Home":
        desk.press("Return")
    assert desk.place == "Prepare"
    meeting = desk.state.meeting
    assert (meeting.title, meeting.date) == ("An evening between", "2027-02-02")
    assert (meeting.series, meeting.venue) == ("Falls circles", "Parish hall")


def test_escape_leads_back_to_what_comes_first(desk: Desk) -> None:
    for keys in ("Tab", "Shift+Tab", "Shift+Tab Shift+Tab Shift+Tab", "Ctrl+N", "Ctrl+N Shift+Tab"):
        desk.press(*keys.split())
        assert desk.focus != "Open the plan"
        desk.press("Escape")
        assert (desk.home_title, desk.focus) == ("Falls circles", "Open the plan")


def test_a_plan_without_a_title_asks_for_one(desk: Desk) -> None:
    desk.press("Ctrl+N", "Shift+Tab")
    planning = desk.home.planning
    assert planning is not None
    planning.plan.setFocus()
    desk.press("Return")
    assert (desk.place, desk.focus) == ("Home", "Title")
    assert planning.said.text() == "What is it called? A few words do."


def test_on_a_small_screen_everything_is_still_there(desk: Desk) -> None:
    desk.shell.resize(683, 384)
    desk.press("Ctrl+1")
    desk.house.grab()
    desk.press("Tab", "Tab", "Tab", "Tab", "Down")
    assert desk.focus == "Promises that need somebody"
    desk.shell.resize(1366, 768)
    desk.house.grab()
    assert len(desk.waiting_promises) == 6


def test_a_review_is_as_long_as_the_promises_that_wait(desk: Desk) -> None:
    desk.press("Return", "Tab")
    desk.type("What became of it 20m")
    desk.press("Return")
    part = desk.state.agenda.segments[-1]
    desk.session.change_segment(part.id, kind="review")
    assert desk.part_says == (
        "Review takes 25 min, not 20. To look at from earlier sessions: 5, at 5 min each."
    )
