"""What hands do to the list of people that could have been done in vain, or wrongly."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.desk import Desk

DATA = Path(__file__).parent.parent / "data"


@pytest.fixture
def tab(planning: Desk) -> Desk:
    planning.press("Alt+3")
    return planning


def test_an_address_that_is_there_is_said_too(tab: Desk) -> None:
    tab.press("Insert")
    tab.type("Ana <ana@example.org>")
    tab.press("Return")
    tab.type("A. Ejemplo, ANA@example.org")
    assert tab.adding_told == "Ana is on the list already; Enter adds another."
    assert "@" not in " ".join(tab.people)


def test_escape_leaves_no_words_behind_that_mean_nothing(tab: Desk) -> None:
    tab.press("Return", "Tab", "Tab", "Tab")
    assert tab.focus == "Languages"
    tab.type("klingonish")
    tab.press("Return")
    assert tab.person_remarks == ["which language?"]
    tab.press("Escape")
    assert (tab.person["languages"], tab.person_remarks) == ("", [])


def test_a_list_that_is_looked_at_is_there_again_after_a_search(tab: Desk) -> None:
    tab.press("Ctrl+I")
    QApplication.processEvents()
    tab.save_as(DATA / "invitations.csv")
    tab.shell.activateWindow()
    QApplication.processEvents()
    told = tab.import_told
    tab.press("Ctrl+F", "Escape")
    assert tab.focus == "What the columns are"
    assert tab.list_and_form == (False, False)
    tab.press("Ctrl+F", "Alt+2", "Alt+3")
    assert (tab.focus, tab.import_told) == ("What the columns are", told)
    assert tab.list_and_form == (False, False)
    tab.press("Escape")
    assert (tab.focus, len(tab.people)) == ("People", 4)


def test_the_recipients_of_a_message_are_pasted_as_people(tab: Desk) -> None:
    tab.press("Insert")
    tab.paste("Ana Ejemplo <ana@example.org>; Bo Fable <bo@example.org>")
    assert tab.import_told[2] == "Import 2 people"
    tab.press("Return", "Return", "Return")
    assert len(tab.people) == 6
    tab.press("Insert")
    tab.paste("Cy <cy@example.org>")
    assert (tab.focus, tab.adding_told) == ("Add somebody", "Cy · cy@example.org")
    tab.press("Return")
    assert tab.undo_told == "Undo: Cy added"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("120", (120, "room")),
        ("about 1,200", (1200, "estimated")),
        ("~90", (90, "estimated")),
        ("120+", (120, "estimated")),
        ("300 people", (300, "room")),
        ("1 200", (1200, "room")),
        ("250-300", None),
        ("12.5", None),
        ("1e3", None),
        ("-5", None),
    ],
)
def test_heads_are_never_another_number_than_was_typed(
    tab: Desk, typed: str, kept: tuple[int, str] | None
) -> None:
    while tab.focus != "Head count":
        tab.press("Tab")
    tab.type(typed)
    tab.press("Return")
    tally = tab.state.meeting.tally
    assert (tally and (tally.count, tally.method)) == kept
