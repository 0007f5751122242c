"""What a session is: typed as people say it, saved when a field is left, undone as one act."""

from pathlib import Path

import pytest

from facilitator.record.files import store_at
from facilitator.session import Session
from tests.clock import Clock
from tests.desk import Desk
from tests.stories.conftest import MEETING


@pytest.fixture
def earlier(planned: Path, clock: Clock) -> None:
    """The file holds an earlier circle of a series too."""
    store = store_at(planned)
    session = Session(store, "earlier", clock)
    session.plan({**MEETING, "series": "Parable Falls circles", "date": "2026-10-15"})
    store.close()


@pytest.fixture
def form(planning: Desk) -> Desk:
    """The desk, with the fields of the session before one's eyes."""
    planning.go("Session")
    return planning


def fill(desk: Desk, *words: str) -> None:
    """Type into the field with the keys in the place of what stands there, and go on with Enter."""
    for line in words:
        desk.press("Home", "Shift+End", "Delete")
        desk.type(line)
        desk.press("Return")


def go_to(desk: Desk, label: str) -> None:
    while desk.focus.split(":")[0] != label:
        desk.press("Tab")


def test_the_whole_form_by_typing(form: Desk):
    assert form.focus == "Title"
    fill(form, "What became of it", "Circles", "fri 29 jan", "6", "8:30", "Parish hall", "Tacoma")
    fill(form, "The library", "pacific", "español")
    fill(form, "To hear each other", "city@falls.example", "Come along", "Call 988")
    meeting = form.state.meeting
    assert (meeting.title, meeting.series, meeting.date) == (
        "What became of it",
        "Circles",
        "2027-01-29",
    )
    assert (meeting.start, meeting.hard_stop) == ("18:00", "20:30")
    assert (meeting.venue, meeting.city, meeting.convener) == (
        "Parish hall",
        "Tacoma",
        "The library",
    )
    assert (meeting.timezone, meeting.language) == ("America/Los_Angeles", "es")
    assert (meeting.purpose, meeting.contact) == ("To hear each other", "city@falls.example")
    assert (meeting.joining, meeting.support) == ("Come along", "Call 988")
    assert form.focus == "What may leave the room: By consent"
    assert form.session_form["Date"] == "29 Jan 2027"
    assert form.session_form["Language of the session"] == "Spanish"
    assert form.session_remarks["hard_stop"] == "2 h 30 min"
    assert form.session_remarks["date"] == "Fri, in 14 days"


def test_each_field_is_one_act_and_one_step_of_undo(form: Desk):
    fill(form, "Another title")
    form.press("Ctrl+Z")
    assert form.state.meeting.title == "Circle"
    assert form.session_form["Title"] == "Circle"


def test_what_is_left_unchanged_is_no_act(form: Desk):
    before = form.session.history.length
    for _ in range(16):
        form.press("Return")
    assert form.session.history.length == before
    assert form.focus == "Title"


def test_a_field_is_saved_when_another_tab_is_chosen(form: Desk):
    form.press("Ctrl+A")
    form.type("Half a title")
    form.house.sitting.prepare.setFocus()
    assert form.state.meeting.title == "Half a title"


def test_a_day_that_is_none_stays_and_says_so(form: Desk):
    go_to(form, "Date")
    fill(form, "someday")
    assert form.focus == "Date"
    assert form.session_remarks["date"] == "which day?"
    assert form.state.meeting.date == "2027-01-15"
    form.press("Escape")
    assert form.session_form["Date"] == "15 Jan 2027"
    assert form.focus == "Title"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("15 oct 2026", "2026-10-15"),
        ("2026-10-15", "2026-10-15"),
        ("tomorrow", "2027-01-16"),
        ("", ""),
    ],
)
def test_days_as_people_say_them(form: Desk, typed: str, kept: str):
    go_to(form, "Date")
    fill(form, typed)
    assert form.state.meeting.date == kept


def test_what_is_understood_shows_while_it_is_typed(form: Desk):
    go_to(form, "Starts")
    form.press("Ctrl+A")
    form.type("6:30 pm")
    assert form.session_remarks["start"] == "18:30"
    go_to(form, "Hall closes")
    form.press("Ctrl+A")
    form.type("midnight")
    assert form.session_remarks["hard_stop"] == "00:00, 5 h 30 min, next day"


def test_times_that_are_none(form: Desk):
    go_to(form, "Starts")
    fill(form, "later")
    assert form.session_remarks["start"] == "which time?"
    fill(form, "")
    assert form.state.meeting.start == ""


@pytest.mark.usefixtures("earlier")
def test_a_known_series_is_completed(form: Desk):
    go_to(form, "Series")
    form.type("fal")
    assert form.session_offers == ["Parable Falls circles", "fal a new series"]
    form.press("Return")
    assert form.state.meeting.series == "Parable Falls circles"
    form.press("Backtab")
    form.press("Ctrl+A")
    form.type("circles")
    form.press("Down", "Return")
    assert form.state.meeting.series == "circles"


@pytest.mark.usefixtures("earlier")
def test_escape_closes_the_list_first(form: Desk):
    go_to(form, "Series")
    form.type("Parable")
    form.press("Escape")
    assert (form.session_offers, form.focus) == ([], "Series")
    form.press("Return")
    assert form.state.meeting.series == "Parable"


def test_a_place_on_no_list_is_no_time_zone(form: Desk):
    go_to(form, "Time zone")
    form.press("Ctrl+A")
    form.type("Gotham")
    form.press("Tab")
    assert form.session_remarks["timezone"] == "which city’s clock?"
    assert form.state.meeting.timezone == "UTC"


def test_the_zone_is_told_for_the_day_of_the_session(form: Desk):
    go_to(form, "Time zone")
    fill(form, "Chicago")
    assert form.session_remarks["timezone"] == "UTC−6"
    go_to(form, "Date")
    fill(form, "15 jul")
    assert form.session_remarks["timezone"] == "UTC−5"


def test_a_rule_is_chosen_with_what_it_means(form: Desk):
    go_to(form, "What may leave the room")
    assert form.rule_means.startswith("What was said is shared only as each person agreed")
    form.press("C")
    assert form.rule_means.startswith("What was said may be used")
    form.press("Return")
    assert form.state.meeting.disclosure == "chatham_house"
    assert form.focus == "Names on the room screen: By consent"
    form.press("Right", "Tab")
    assert form.state.meeting.room_names == "none"


@pytest.mark.parametrize("words", ["🙂" * 200, "<b>x</b> & y", "عنوان اللقاء", "a" * 3000, "  "])
def test_any_title_is_a_title(form: Desk, words: str):
    form.press("Ctrl+A")
    form.paste(words)
    form.press("Return")
    assert form.state.meeting.title == words.strip()


def test_a_full_disk_keeps_what_was_typed(form: Desk, monkeypatch: pytest.MonkeyPatch):
    from facilitator.record.store import NotSaved

    def full(*_: object) -> None:
        raise NotSaved("The disk is full.")

    monkeypatch.setattr(form.session.store, "append", full)
    fill(form, "Another title")
    assert form.banner == "The disk is full."
    assert form.session_form["Title"] == "Another title"
    monkeypatch.undo()
    form.press("Return")
    assert form.state.meeting.title == "Another title"
