"""From an empty file to the first minute of the evening, by keys and files alone."""

from collections import Counter
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtWidgets import QApplication

from tests.desk import Desk

DATA = Path(__file__).parent.parent / "data"


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_an_organiser_with_a_list_and_a_hall_is_ready(
    new_desk: Desk, tmp_path: Path, ending: str
) -> None:
    desk = new_desk
    plan_the_evening(desk)
    choose_the_agenda(desk)
    bring_in_the_list(desk, DATA / f"invitations.{ending}")
    seat_everybody(desk)
    print_the_papers(desk, tmp_path)
    desk.press("Ctrl+3", "Ctrl+PgDown")
    assert desk.place == "Live"
    assert desk.state.agenda.running
    assert desk.state.agenda.running.title == "Doors, seating, optional sign-in"


def plan_the_evening(desk: Desk) -> None:
    """Say what it is, when and where."""
    desk.press("Ctrl+N")
    told = "Neighbours and police", "Falls evenings", "29 jan", "5:30 pm", "8 pm", "Library"
    for words in told:
        desk.type(words)
        desk.press("Return")
    while desk.place == "Home":
        desk.press("Return")
    meeting = desk.state.meeting
    assert (meeting.title, meeting.series) == ("Neighbours and police", "Falls evenings")
    assert (meeting.date, meeting.start, meeting.hard_stop) == ("2027-01-29", "17:30", "20:00")
    assert (desk.place, desk.tab) == ("Prepare", "Agenda")


def choose_the_agenda(desk: Desk) -> None:
    """Take the evening at mixed tables, and end it a quarter of an hour before the hall closes."""
    walk_to(desk, "From a template")
    desk.press("Return")
    place = next(n for n, words in enumerate(desk.templates) if "mixed tables" in words)
    desk.press(*["Down"] * place, "Return")
    assert desk.plan_starts[0] == "17:30 Doors,"
    assert desk.plan_sum.startswith("17:30 – 20:00, fits to the minute")
    walk_to(desk, "End by")
    desk.press("Ctrl+A")
    desk.type("19:45")
    desk.press("Return")
    assert desk.plan_sum.startswith("17:30 – 19:45, 15 min to spare")
    assert len(desk.plan_rows) == 11


def bring_in_the_list(desk: Desk, path: Path) -> None:
    """Look at the spreadsheet, and take in who is somebody."""
    desk.press("Ctrl+I")
    QApplication.processEvents()
    desk.save_as(path)
    desk.shell.activateWindow()
    QApplication.processEvents()
    assert desk.import_kinds == ["292 new", "7 may be there", "3 do not fit"]
    desk.press("Return", "Return", "Return")
    assert desk.banner.startswith("294 people are on the list now.")
    assert desk.undo_told == "Undo: 294 people added"
    desk.press("Alt+4")
    assert any(words.startswith("Police") for words in desk.places_at_table)


def seat_everybody(desk: Desk) -> None:
    """Seat ten at a table, none with more than four of one group."""
    desk.press("Alt+5")
    walk_to(desk, "People a table", "Tab")
    desk.press("Ctrl+A")
    desk.type("10")
    desk.press("Return")
    walk_to(desk, "Seat everyone", "Tab")
    desk.press("Return")
    people = desk.state.people.values()
    tables = Counter(person.table for person in people)
    assert set(tables) == set(range(1, 31))
    assert max(tables.values()) == 10
    groups = Counter((person.table, person.group) for person in people)
    assert max(groups.values()) <= 4
    assert desk.seating_told


def print_the_papers(desk: Desk, folder: Path) -> None:
    """Print what the hall needs; every table and every time is on paper."""
    desk.press("Alt+7")
    desk.look_over()
    for key, name in (("1", "run"), ("2", "cards"), ("3", "places")):
        desk.press(key)
        desk.save_as(folder / f"{name}.pdf")
    run, cards, places = (words_of(folder / f"{name}.pdf") for name in ("run", "cards", "places"))
    for part in desk.state.agenda.segments:
        assert part.title.split(":")[0] in run
    assert "17:30" in run
    assert "19:45" in run
    assert "Table 30" in cards
    assert "Table 30" in places


def walk_to(desk: Desk, name: str, key: str = "Shift+Tab") -> None:
    for _ in range(12):
        if desk.focus.startswith(name):
            return
        desk.press(key)
    raise AssertionError(f"{key} does not lead to {name}, but to {desk.focus}")


def words_of(path: Path) -> str:
    """Return the words of all pages, on one line."""
    with pypdfium2.PdfDocument(path) as pdf:
        pages = [page.get_textpage().get_text_bounded() for page in pdf]
    return " ".join(" ".join(pages).split())
