"""The floor by keys: who waits, who speaks, and a wrong key taken back."""

import pytest

from tests.desk import Desk

pytestmark = pytest.mark.usefixtures("evening")


@pytest.fixture
def desk(evening: object, desk: Desk) -> Desk:
    return desk


def test_a_few_letters_find_a_name_in_any_spelling(desk: Desk) -> None:
    desk.press("Ctrl+A")
    desk.type("nguyen ao")
    assert desk.found == ["Nguyễn Ngọc Ảo, business", "nguyen ao, new to the list"]
    desk.press("Return")
    desk.type("ofic")
    desk.press("Return")
    assert desk.queue == ["Nguyễn Ngọc Ảo", "Sgt. Orla O'Fictive"]


def test_a_name_on_no_list_is_a_walk_in_without_a_question(desk: Desk) -> None:
    desk.queue_up("Somebody New")
    assert desk.queue == ["Somebody New"]
    desk.type("J.")
    desk.press("Down", "Return")  # not the J. who is on the list, but another one
    assert desk.queue == ["Somebody New", "J."]
    assert len(desk.state.people) == 6


def test_a_wrong_next_is_undone_and_the_first_speaker_never_stopped(desk: Desk) -> None:
    desk.queue_up("ngu", "caasho")
    desk.press("Ctrl+Return")
    desk.later(60)
    desk.press("Ctrl+Return")
    assert (desk.speaker, desk.speaker_time) == ("Caasho Cabdi", "0:00 of 4:00")
    assert desk.undo_says == "Undo: floor to Caasho Cabdi"
    desk.later(5)
    desk.press("Ctrl+Z")
    desk.later(5)
    assert (desk.speaker, desk.speaker_time) == ("Nguyễn Ngọc Ảo", "1:10 of 2:00")
    assert desk.queue == ["Caasho Cabdi"]

    desk.press("Ctrl+Shift+Z")
    assert desk.speaker == "Caasho Cabdi"


def test_a_direct_response_gives_the_floor_back_with_the_clock_intact(desk: Desk) -> None:
    desk.queue_up("ngu")
    desk.press("Ctrl+Return")
    desk.later(40)
    desk.press("Ctrl+D")
    desk.type("orla")
    desk.press("Return")
    desk.later(30)
    assert (desk.speaker, desk.speaker_time) == ("Sgt. Orla O'Fictive", "0:30 of 0:45")
    desk.press("Ctrl+.")
    desk.later(10)
    assert (desk.speaker, desk.speaker_time) == ("Nguyễn Ngọc Ảo", "0:50 of 2:00")


def test_grief_has_no_limit(desk: Desk) -> None:
    desk.queue_up("ngu")
    desk.press("Ctrl+Return")
    desk.later(110)
    desk.press("Ctrl+H")
    desk.later(300)
    assert desk.speaker_time == "1:50 held"
    desk.press("Ctrl+H")
    desk.later(20)
    assert desk.speaker_time == "2:10 0:10 over 2:00"


def test_rows_move_and_leave_by_keys(desk: Desk) -> None:
    desk.queue_up("ngu", "caasho", "orla")
    desk.press("Up")  # from the line into the list
    assert desk.focus == "Waiting to speak"
    desk.press("Down", "Down", "Alt+Up")
    assert desk.queue == ["Nguyễn Ngọc Ảo", "Sgt. Orla O'Fictive", "Caasho Cabdi"]
    desk.press("P")
    assert desk.queue == ["Nguyễn Ngọc Ảo", "Caasho Cabdi", "Sgt. Orla O'Fictive"]
    desk.press("Delete")
    assert desk.queue == ["Nguyễn Ngọc Ảo", "Caasho Cabdi"]


def test_the_queue_keys_work_while_a_note_is_half_typed(desk: Desk) -> None:
    desk.queue_up("ngu")
    desk.press("Escape")
    desk.type("half a")
    desk.press("Ctrl+Return")
    assert desk.speaker == "Nguyễn Ngọc Ảo"
    desk.type(" note")
    assert desk.line == "half a note"


def test_a_second_next_at_once_skips_nobody(desk: Desk) -> None:
    desk.queue_up("ngu", "caasho", "orla")
    desk.press("Ctrl+Return", "Ctrl+Return")
    assert (desk.speaker, desk.queue) == ("Nguyễn Ngọc Ảo", ["Caasho Cabdi", "Sgt. Orla O'Fictive"])
    desk.later(0.7)
    desk.press("Ctrl+Return")
    assert desk.speaker == "Caasho Cabdi"


def test_a_direct_response_is_one_act_and_costs_no_place_in_the_queue(desk: Desk) -> None:
    desk.queue_up("ngu", "caasho")
    desk.press("Ctrl+Return", "Ctrl+D")
    desk.type("caasho")
    desk.press("Return")
    assert (desk.speaker, desk.queue) == ("Caasho Cabdi", ["Caasho Cabdi"])
    desk.press("Ctrl+Z")
    assert (desk.speaker, desk.queue) == ("Nguyễn Ngọc Ảo", ["Caasho Cabdi"])

    desk.press("Ctrl+D")
    desk.type("Somebody New")
    desk.press("Return")
    assert desk.speaker == "Somebody New"
    desk.press("Ctrl+Z")
    assert (desk.speaker, desk.queue) == ("Nguyễn Ngọc Ảo", ["Caasho Cabdi"])


def test_going_back_to_a_part_keeps_the_one_after_it(desk: Desk) -> None:
    desk.press("Ctrl+PgUp")
    assert desk.clock_says.startswith("1  Welcome")
    desk.press("Ctrl+PgDown")
    assert desk.clock_says.startswith("2  Where are we?")


def test_what_is_not_seen_is_not_acted_on(desk: Desk) -> None:
    desk.write("a note")
    desk.press("Ctrl+1")
    assert desk.place == "Home"
    desk.press("Ctrl+Z")
    assert (desk.place, desk.notes) == ("Live", [])
