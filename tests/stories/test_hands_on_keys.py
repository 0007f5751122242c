"""Hands on the keyboard: where the focus goes, and what every widget is called."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QToolButton

from tests.desk import Desk
from ui.actions import ACTS


@pytest.fixture
def desk(evening: object, desk: Desk) -> Desk:
    desk.write("a note", "! @Orla: a promise by tomorrow")
    desk.queue_up("ngu", "caasho")
    desk.press("Ctrl+Return", "Escape")
    return desk


def test_escape_goes_back_to_the_note_line_from_everywhere(desk: Desk) -> None:
    for keys in ("Down", "Ctrl+A", "Ctrl+D"):
        desk.press(keys, "Escape")
        assert desk.focus == "Write a note"


def test_backspace_in_a_list_takes_nothing_away(desk: Desk) -> None:
    desk.press("Down", "Down", "Backspace")
    assert (desk.focus, len(desk.notes)) == ("Notes", 1)
    desk.press("Delete")
    assert desk.notes == []


def test_tab_reaches_everything_that_takes_keys(desk: Desk) -> None:
    reached = set()
    for _ in range(20):
        reached.add(desk.focus or desk.shell.focusWidget().text())
        desk.press("Tab")
    assert reached >= {
        "Undo: floor to Nguyễn Ngọc Ảo",
        "Agenda",
        "Hold",
        "Next speaker",
        "Waiting to speak",
        "Add a speaker",
        "Direct response",
        "Write a note",
        "Notes",
        "Promises",
        "Home",
        "Live",
    }


def test_everything_that_takes_keys_has_a_name(desk: Desk) -> None:
    nameless = [
        widget
        for widget in QApplication.allWidgets()
        if desk.shell.isAncestorOf(widget)
        and widget.isVisibleTo(desk.shell)
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not widget.accessibleName()
        and not (isinstance(widget, QToolButton) and widget.text())
    ]
    assert nameless == []


def test_every_key_is_one_act_with_words(desk: Desk) -> None:
    keys = [key for act in ACTS for key in act.keys]
    assert len(keys) == len(set(keys))
    for act in ACTS:
        assert act.words[0].isupper()
        assert callable(getattr(desk.house.deeds, act.name))


def test_a_fault_is_gone_once_an_act_succeeds(desk: Desk) -> None:
    db = desk.session.store.db
    (pages,) = db.execute("pragma page_count").fetchone()
    db.execute(f"pragma max_page_count = {pages}")
    desk.write("x" * 9000)
    assert desk.banner.startswith("Not saved: the disk is full.")
    db.execute("pragma max_page_count = 1000000")
    desk.press("Return")
    assert desk.banner == ""


def test_names_are_shown_as_they_are_typed(desk: Desk) -> None:
    desk.press("Ctrl+L")
    desk.type("! @<h1>Q&A</h1> team: ask")
    assert desk.reading == "Promise – <h1>Q&A</h1> team – by when?"
    desk.press("Return")
    assert desk.undo_says.startswith("Undo: C2 “ask”")
    desk.queue_up("Q&A team")
    assert desk.undo_says == "Undo: Q&A team to the queue"


def test_the_keys_stay_where_they_are_while_the_evening_goes_on(desk: Desk) -> None:
    desk.press("Ctrl+A")
    desk.type("Or")
    desk.later(1)
    desk.press("Ctrl+Return", "Ctrl+P", "Ctrl+P", "Ctrl++", "Ctrl+H")
    assert desk.focus == "Add a speaker"
    desk.type("la")
    desk.press("Return")
    assert desk.queue == ["Sgt. Orla O'Fictive"]


def test_holding_the_clock_from_home_shows_the_session_first(desk: Desk) -> None:
    desk.press("Ctrl+1", "Ctrl+H")
    assert (desk.place, desk.speaker_time) == ("Live", "0:00 held")


def test_a_banner_of_a_session_goes_with_it(desk: Desk) -> None:
    desk.house.banner.say("Something to know.")
    desk.press("Ctrl+1", "Tab", "Return")
    assert desk.agenda[0].startswith("1, Welcome")
    assert desk.banner == ""
    desk.house.banner.leave()
