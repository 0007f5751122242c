"""Hands on the keyboard: where the focus goes, and what every widget is called."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from tests.desk import Desk
from ui.actions import ACTS
from ui.resting import IN_LIVE, IN_WRAP_UP


@pytest.fixture
def desk(desk: Desk) -> Desk:
    desk.write("a note", "! @Orla: a promise by tomorrow")
    desk.queue_up("ngu", "caasho")
    desk.press("Ctrl+Return", "Escape")
    return desk


def test_escape_goes_back_to_the_note_line_from_everywhere(desk: Desk) -> None:
    for keys in ("Down", "Ctrl+A", "Ctrl+D"):
        desk.press(keys, "Escape")
        assert desk.focus == "Write a note"


def test_escape_goes_back_to_the_note_line_from_every_button(desk: Desk) -> None:
    for size in ((1366, 768), (683, 384)):
        desk.shell.resize(*size)
        for widget in takers(desk):
            widget.setFocus()
            desk.press("Escape", "Escape")
            assert desk.focus == "Write a note"


def test_the_arrows_lead_from_the_note_line_to_notes_that_show(desk: Desk) -> None:
    for size in ((1366, 768), (683, 384)):
        desk.shell.resize(*size)
        desk.press("F6", "Ctrl+L", "Down")
        assert desk.focus == "Notes"
        assert desk.meeting.notes.list.isVisible()
        desk.press("Escape")


def test_the_keys_are_where_they_were_if_the_window_shrank_while_the_menu_was_open(
    desk: Desk,
) -> None:
    desk.press("Ctrl+A", "F10", "Down")
    desk.shell.resize(683, 384)
    desk.press("Escape")
    assert desk.focus == "Add a speaker"


def test_the_keys_go_to_the_note_line_from_a_tab_that_goes(desk: Desk) -> None:
    desk.shell.resize(683, 384)
    while desk.focus != "Floor":
        desk.press("Tab")
    desk.shell.resize(1366, 768)
    assert desk.focus == "Write a note"


def test_escape_leads_out_of_the_key_sheet_from_the_rail_too(desk: Desk) -> None:
    desk.press("F1", "Shift+Tab")
    assert desk.focus == "Menu"
    desk.press("Escape")
    assert (desk.sheet, desk.focus) == ([], "Write a note")


def test_to_press_the_place_where_one_is_changes_nothing(desk: Desk) -> None:
    desk.house.rail.live.click()
    assert desk.place == "Live"
    desk.press("Ctrl+1")
    desk.house.rail.home.click()
    assert desk.place == "Home"
    desk.press("Ctrl+3")
    assert desk.place == "Live"


def test_backspace_in_a_list_takes_nothing_away(desk: Desk) -> None:
    desk.press("Down", "Down", "Backspace")
    assert (desk.focus, len(desk.notes)) == ("Notes", 1)
    desk.press("Delete")
    assert desk.notes == []


def takers(desk: Desk) -> set[QWidget]:
    """Return every widget that shows and takes keys."""
    return {
        widget
        for widget in desk.shell.findChildren(QWidget)
        if widget.isVisibleTo(desk.shell)
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    }


def walk(desk: Desk) -> set[QWidget]:
    """Go round by Tab until the keys are where they were."""
    reached: set[QWidget] = set()
    while (widget := QApplication.focusWidget()) not in reached:
        assert widget is not None
        reached.add(widget)
        desk.press("Tab")
    return reached


@pytest.mark.parametrize("keys", [(), ("Ctrl+1",), ("F1",), ("F5",), ("F6",), ("Ctrl+F",)])
def test_tab_reaches_everything_that_takes_keys_and_all_of_it_has_a_name(
    desk: Desk, keys: tuple[str, ...]
) -> None:
    desk.press(*keys)
    assert takers(desk) - walk(desk) == set()
    assert [widget for widget in takers(desk) if not widget.accessibleName()] == []


def test_every_action_has_words_help_and_a_way_to_it(desk: Desk) -> None:
    for resting in (IN_LIVE, IN_WRAP_UP):  # these share keys, and never both are awake
        keys = [key for act in ACTS if act.name not in resting for key in act.keys]
        assert len(keys) == len(set(keys))
    assert len({act.name for act in ACTS}) == len(ACTS)
    for act in ACTS:
        assert act.words[0].isupper()
        assert act.help.endswith(".")
        assert callable(getattr(desk.house.deeds, act.name))
        assert desk.house.action(act.name).toolTip() == act.help


def test_the_menu_holds_every_action_and_says_how_it_is_set(desk: Desk) -> None:
    menu = desk.menu()
    assert [name for name in menu if name] == [act.name for act in ACTS]
    assert menu["toggle_chime"] == "Quiet chime before time: off"
    desk.choose("toggle_chime")
    assert desk.menu()["toggle_chime"] == "Quiet chime before time: on"
    desk.choose("next_room_names")
    assert desk.menu()["next_room_names"] == "Names on the room screen: none"
    desk.session.change_meeting(room_names="by table")  # as a newer version may have it
    assert desk.menu()["next_room_names"] == "Names on the room screen: by table"
    desk.choose("next_room_names")
    assert desk.menu()["next_room_names"] == "Names on the room screen: by consent"


def test_the_key_sheet_tells_every_key_and_gives_the_keys_back(desk: Desk) -> None:
    desk.press("Ctrl+A", "F1")
    for act in ACTS:
        told = any(act.words in line and act.help in line for line in desk.sheet)
        assert told == bool(act.keys)
    desk.press("Escape")
    assert (desk.sheet, desk.focus) == ([], "Add a speaker")
    desk.press("F1", "F1")
    assert (desk.sheet, desk.focus) == ([], "Add a speaker")
    desk.later(1)
    desk.press("F1", "Ctrl+Return")
    assert (desk.sheet, desk.speaker) == ([], "Caasho Cabdi")


@pytest.mark.parametrize("keys", [("F4", "Ctrl+Z", "Escape"), ("Ctrl+U", "Ctrl+Z", "X", "Return")])
def test_the_line_over_a_row_may_be_gone_when_it_should_have_the_keys_again(
    desk: Desk, keys: tuple[str, ...]
) -> None:
    desk.write("another note")
    desk.press("Ctrl+J", "F2", *keys)
    assert (desk.focus, desk.offered, desk.asked) == ("Write a note", [], "")
    assert len(desk.notes) == 1


def test_the_key_sheet_goes_though_what_had_the_keys_is_gone(desk: Desk) -> None:
    desk.write("another note")
    desk.press("Ctrl+J", "F2", "F1")
    desk.session.undo()
    desk.press("F1")
    assert (desk.sheet, desk.focus) == ([], "Write a note")
    desk.press("F1")
    assert desk.sheet


def test_a_fault_is_gone_once_an_act_succeeds(desk: Desk) -> None:
    desk.fill_disk()
    desk.write("x" * 9000)
    assert desk.banner.startswith("Not saved: the disk is full.")
    desk.clear_disk()
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
    desk.press("Ctrl+N")
    desk.type("Another evening")
    while desk.place == "Home":
        desk.press("Return")
    assert (desk.place, desk.banner) == ("Prepare", "")
    desk.house.banner.leave()


def test_a_key_that_is_held_down_skips_nobody_and_no_part(desk: Desk) -> None:
    desk.queue_up("caasho", "orla")
    desk.later(5)
    speaker = desk.speaker
    for _ in range(20):
        desk.press("Ctrl+PgDown", "Ctrl+Return")
        desk.later(0.1)
    assert desk.state.segment == "C"
    assert desk.speaker not in ("", speaker)
    assert len(desk.queue) == 1


def test_a_clock_that_went_back_swallows_no_key(desk: Desk) -> None:
    """The next speaker, and the next part, are meant: seconds lie between the two keys."""
    desk.queue_up("orla")
    assert (desk.speaker, desk.queue) == ("Nguyễn Ngọc Ảo", ["Caasho Cabdi", "Sgt. Orla O'Fictive"])
    desk.session.set_clock(-5000)
    desk.press("Ctrl+Return")
    assert (desk.speaker, desk.queue) == ("Caasho Cabdi", ["Sgt. Orla O'Fictive"])
    desk.press("Ctrl+PgUp", "Ctrl+PgDown")
    assert desk.clock_says.startswith("2  Where are we?")
    desk.session.set_clock(-5000)
    desk.press("Ctrl+PgDown")
    assert desk.clock_says.startswith("3  What will we do?")


def test_a_note_that_is_changed_in_its_place_is_kept_when_the_keys_go_elsewhere(desk: Desk) -> None:
    desk.press("Ctrl+J", "F2", "End")
    desk.type(" and more")
    desk.press("Ctrl+A", "Escape")
    assert desk.notes[0].endswith("a note and more")
    desk.press("Ctrl+J", "Delete")
    assert desk.notes == []


def test_enter_saves_a_note_that_ends_in_a_whole_name(desk: Desk) -> None:
    desk.write("thanks to @Orla")
    assert desk.line == ""
    assert desk.notes[0].endswith("thanks to Orla")


def test_a_name_that_only_resembles_another_is_somebody_new(desk: Desk) -> None:
    waiting = desk.queue
    desk.queue_up("Caashi", "Orlo")
    assert desk.queue == [*waiting, "Caashi", "Orlo"]


def test_the_next_after_an_interruption_is_who_was_interrupted(desk: Desk) -> None:
    desk.press("Ctrl+D")
    desk.type("orla")
    desk.press("Return")
    desk.later(20)
    desk.press("Ctrl+Return")
    assert (desk.speaker, desk.queue) == ("Nguyễn Ngọc Ảo", ["Caasho Cabdi"])
