"""A rehearsal is the whole evening before the evening, and leaves no trace; so does the example."""

import tempfile
from pathlib import Path

import pytest

from facilitator.record.checking import faults
from facilitator.record.files import store_at
from facilitator.session import Session
from tests.clock import Clock
from tests.desk import Desk


@pytest.fixture
def desk(planned: Path, new_desk: Desk) -> Desk:
    return new_desk


def trials() -> set[Path]:
    return set(Path(tempfile.gettempdir()).glob("facilitator-*"))


def rehearse(desk: Desk) -> None:
    """Walk from what is next to Rehearse, and press it."""
    assert desk.focus == "Open the plan"
    desk.press("Tab")
    assert desk.focus == "Rehearse"
    desk.press("Return")


def test_it_begins_a_minute_before_the_planned_start(desk: Desk) -> None:
    rehearse(desk)
    assert (desk.place, desk.state.meeting.title) == ("Live", "Rehearsal: Circle")
    assert "rehearsal" in desk.banner
    now = desk.state.meeting.local(desk.session.now())
    assert f"{now:%Y-%m-%d %H:%M}" == "2027-01-15 08:19"
    desk.later(60)
    desk.press("Ctrl+PgDown")
    assert desk.clock_says.startswith("1  Welcome, 10:00, left")
    assert desk.lateness.startswith("on time")


def test_where_it_cannot_be_rehearsed_the_keys_stay(desk: Desk) -> None:
    desk.press("Return", "Ctrl+3", "Ctrl+PgDown", "Ctrl+Shift+R")
    assert desk.banner.startswith("This session has begun")
    assert desk.focus == "Write a note"
    desk.type("A note")
    desk.press("Return", "Ctrl+J", "Return", "Ctrl+Shift+R", "Escape")  # while it is changed
    assert desk.focus == "Write a note"


def test_no_clock_goes_back_behind_what_was_said(desk: Desk, clock: Clock) -> None:
    desk.press("Return", "Ctrl+3")
    desk.queue_up("orla")
    desk.press("Ctrl+Shift+R")
    assert desk.state.meeting.title == "Rehearsal: Circle"
    assert desk.session.now() == clock()
    desk.press("Ctrl+Return")
    assert desk.speaker == "Sgt. Orla O'Fictive"


def test_a_whole_evening_in_it_leaves_no_trace(desk: Desk, clock: Clock) -> None:
    before, path = trials(), desk.path
    assert desk.house.file is not None
    log = list(desk.house.file.store.rows("circle"))
    rehearse(desk)
    desk.press("Ctrl+PgDown")
    desk.queue_up("Caasho", "A walk-in")
    desk.press("Ctrl+Return")
    desk.write("only a try", "! @Caasho: nothing real by tomorrow")
    desk.later(600)
    desk.press("Ctrl+PgDown", "Ctrl+Shift+E", "Ctrl+Shift+E")
    desk.press("Ctrl+L")
    desk.type("half a word")
    desk.leave()
    assert trials() == before

    desk.sit()
    assert desk.house.file is not None
    store = desk.house.file.store
    assert list(store.rows("circle")) == log
    assert (store.shelf.sessions(), store.drafts.of("circle"), faults(store)) == (
        ["circle"],
        {},
        [],
    )
    assert store.path == path
    assert desk.next_up.startswith("Next session, today. Fri 15 January, 08:20. Circle")


def test_what_was_planned_is_not_undone_in_it(desk: Desk) -> None:
    desk.press("Return")
    desk.session.change_segment("B", minutes=30)
    desk.press("Ctrl+1")
    rehearse(desk)
    desk.press("Ctrl+Z", "Ctrl+Z", "Ctrl+Z")
    assert desk.state.meeting.title == "Rehearsal: Circle"
    assert desk.state.agenda.segments[1].length == 30 * 60_000


def test_what_has_begun_is_not_rehearsed(desk: Desk) -> None:
    desk.press("Return", "Ctrl+3", "Ctrl+PgDown", "Ctrl+Shift+R")
    assert desk.banner.startswith("This session has begun;")
    assert desk.state.meeting.title == "Circle"


def test_home_in_it_leads_back_to_the_real_evening(desk: Desk) -> None:
    rehearse(desk)
    desk.press("Ctrl+1")
    assert desk.next_up.endswith("Rehearsal: Circle. until 09:30")
    assert desk.home_buttons == ["Back to your own sessions", "Open the plan", "Go live"]
    desk.press("Shift+Tab")
    assert desk.focus == "Back to your own sessions"
    desk.press("Return")
    assert desk.next_up.endswith("Circle. until 09:30")
    assert "Rehearsal" not in desk.next_up
    assert "Rehearse" in desk.home_buttons


def test_a_real_session_is_never_planned_in_it(desk: Desk) -> None:
    rehearse(desk)
    desk.press("Ctrl+N")
    desk.type("The next one")
    while desk.place == "Home":
        desk.press("Return")
    assert desk.place == "Prepare"
    desk.leave()
    store = store_at(desk.path)
    assert len(store.shelf.sessions()) == 2
    store.close()
    desk.sit()


def test_a_real_session_is_planned_from_it_though_another_runs(desk: Desk, clock: Clock) -> None:
    assert desk.house.file is not None
    other = Session(desk.house.file.store, "other", clock)
    other.plan({"title": "Runs", "timezone": "UTC"}, agenda=[{"id": "A", "minutes": 10}])
    other.start_segment("A")
    rehearse(desk)
    desk.press("Ctrl+N")
    assert (desk.place, desk.focus) == ("Home", "Title")
    assert desk.banner == "From here on everything is kept again."
    desk.press("Ctrl+3")
    assert (desk.place, desk.session.id) == ("Live", "other")


def test_prepare_in_it_says_so_and_the_same_key_leads_out(desk: Desk) -> None:
    desk.press("Return")
    assert desk.saved_told == "saved"
    desk.press("Ctrl+Shift+R", "Ctrl+PgDown", "Ctrl+2")
    assert desk.saved_told == "not kept"
    desk.press("Ctrl+Shift+R")
    assert desk.banner == "This is a rehearsal. Nothing of it is kept."
    while desk.focus != "End the rehearsal":
        desk.press("Shift+Tab")
    desk.press("Return")
    assert desk.place == "Home"


def test_on_home_its_key_takes_the_session_that_shows(desk: Desk) -> None:
    desk.press("Ctrl+N", "Ctrl+Shift+R")
    assert desk.banner == "There is no session here that could be rehearsed."
    desk.press("Escape", "Ctrl+Shift+R")
    assert (desk.place, desk.state.meeting.title) == ("Live", "Rehearsal: Circle")


def test_a_power_cut_in_it_leaves_the_real_file_whole(desk: Desk) -> None:
    rehearse(desk)
    desk.press("Ctrl+PgDown")
    desk.crash()
    desk.sit()
    assert desk.place == "Home"
    assert desk.house.file is not None
    assert faults(desk.house.file.store) == []


def test_a_file_of_another_laptop_is_taken_in_by_keys(
    desk: Desk, tmp_path: Path, clock: Clock
) -> None:
    from tests.evening import sit_down

    there = store_at(tmp_path / "hers.db")
    sit_down(there, clock)
    there.close()
    desk.press("Shift+Tab", "Shift+Tab")
    assert desk.focus == "Import"
    desk.press("Return")
    desk.open_file(tmp_path / "hers.db")
    assert desk.banner == "From hers.db came 1 new session."
    assert desk.house.file is not None
    assert desk.house.file.store.shelf.sessions() == ["circle", "evening"]
    desk.press("Ctrl+1", "Shift+Tab", "Shift+Tab", "Return")
    desk.open_file(tmp_path / "hers.db")
    assert desk.banner == "Everything in hers.db was here already."


def test_a_session_that_is_open_here_goes_on_as_it_did_there(
    desk: Desk, tmp_path: Path, clock: Clock
) -> None:
    desk.press("Return")
    assert desk.house.file is not None
    desk.house.file.shelf.file.copy_to(tmp_path / "hers.db")
    from facilitator.session import Session

    hers = store_at(tmp_path / "hers.db")
    Session(hers, "circle", clock).start_segment("A")
    hers.close()
    desk.press("Ctrl+1", "Shift+Tab", "Shift+Tab", "Return")
    desk.open_file(tmp_path / "hers.db")
    assert desk.next_up.startswith("The session that runs")
    desk.press("Return")
    assert (desk.place, desk.clock_says[:10]) == ("Live", "1  Welcome")


def test_where_it_is_planned_it_says_so_too(desk: Desk) -> None:
    desk.press("Return")
    assert desk.plan_bar == ["Fri 15 Jan", "saved", "Rehearse"]
    desk.press("Ctrl+Shift+R", "Ctrl+2")
    assert desk.plan_bar == ["Rehearsal: Fri 15 Jan", "not kept"]


def test_what_is_rehearsed_after_its_hour_begins_at_that_hour_all_the_same(
    planning: Desk, clock: Clock
) -> None:
    clock.advance(3 * 3600)
    planning.session.note("Planned too late")
    planning.press("Ctrl+Shift+R")
    assert f"{planning.state.meeting.local(planning.session.now()):%H:%M}" == "08:19"
    planning.press("Ctrl+PgDown")
    planning.later(60)
    assert planning.clock_says.startswith("1  Welcome, 9:00, left")
    assert "Which one is right?" not in planning.banner
    planning.leave()
