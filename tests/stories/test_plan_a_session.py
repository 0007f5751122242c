"""The form of a new session on Home, while another session is open behind it."""

from pathlib import Path

import pytest

from tests.desk import Desk


@pytest.fixture
def form(planning: Desk) -> Desk:
    """The form, with the keys on its title; the last act of the session behind is a name."""
    planning.session.add_person("Ana María")
    planning.press("Ctrl+N")
    return planning


def test_its_keys_never_touch_the_session_behind(form: Desk) -> None:
    before = form.session.history.length
    form.press("Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+PgDown", "Ctrl+A")
    form.type("Second evening")
    form.press("Ctrl+A")
    form.type("Third evening")
    form.press("Return")
    assert (form.place, form.focus) == ("Home", "Series")
    assert form.session.history.length == before
    while form.place == "Home":
        form.press("Return")
    assert form.state.meeting.title == "Third evening"


def test_a_plan_is_not_begun_from_home(form: Desk) -> None:
    form.press("Escape", "Ctrl+PgDown")
    assert form.place == "Home"
    assert form.state.agenda.begun is None


def test_undo_from_home_shows_what_it_takes_back(form: Desk) -> None:
    form.press("Escape", "Ctrl+Z")
    assert (form.place, len(form.state.people)) == ("Prepare", 4)


def test_it_begins_with_the_series_that_shows(form: Desk) -> None:
    form.type("By the river")
    form.press("Return")
    form.type("River evenings")
    while form.place == "Home":
        form.press("Return")
    form.press("Ctrl+1")
    for _ in range(2):
        shown = form.home_title.replace("Your sessions", "")
        form.press("Ctrl+N")
        assert form.session_form["Series"] == shown
        form.press("Escape", *["Shift+Tab"] * 4)
        assert form.focus.startswith("Next series")
        form.press("Return")


def test_what_was_typed_is_there_when_one_comes_back(form: Desk) -> None:
    form.type("By the river")
    form.press("Escape", "Ctrl+N")
    assert form.session_form["Title"] == "By the river"


@pytest.mark.parametrize(
    ("typed", "shows", "said"),
    [
        ("01/10/27", "10 Jan 2027", "Sun, past"),
        ("19.11.2026", "19 Nov 2026", "Thu, past"),
        ("1/29/27", "29 Jan 2027", "Fri, in 14 days"),
        ("Mon 22 January", "Mon 22 January", "22 Jan is a Friday"),
        ("2nd Monday of March", "2nd Monday of March", "2 Mar is a Tuesday"),
        ("Fri., Jan. 29", "29 Jan 2027", "Fri, in 14 days"),
    ],
)
def test_a_day_is_never_another_than_was_said(
    form: Desk, typed: str, shows: str, said: str
) -> None:
    form.press("Return", "Return")
    form.type(typed)
    form.press("Return")
    assert form.session_form["Date"] == shows
    assert form.session_remarks["date"] == said


def test_a_hall_that_closes_before_the_beginning_is_asked_about(form: Desk) -> None:
    form.press("Return", "Return", "Return")
    form.type("6 pm")
    form.press("Return")
    form.type("5 pm")
    assert form.session_remarks["hard_stop"] == "17:00, before it starts?"
    form.press("Home", "Shift+End")
    form.type("2 am")
    assert form.session_remarks["hard_stop"] == "02:00, 8 h, next day"


def test_a_list_of_people_is_told_its_way(planning: Desk, tmp_path: Path) -> None:
    (tmp_path / "guests.csv").write_text("Name\nAna\n", "utf-8")
    planning.press("Ctrl+1")
    planning.home.bar.bring.click()
    planning.open_file(tmp_path / "guests.csv")
    assert planning.banner.startswith("“guests.csv” looks like a list of people.")
