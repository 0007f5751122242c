"""The floor by keys: who waits, who speaks, and a wrong key taken back."""

import pytest
from PySide6.QtWidgets import QApplication

from tests.desk import Desk

pytestmark = pytest.mark.usefixtures("evening")


def test_a_few_letters_find_a_name_in_any_spelling(desk: Desk) -> None:
    desk.press("Ctrl+A")
    desk.type("nguyen ao")
    assert desk.found == ["Nguyễn Ngọc Ảo, Business, first time", "nguyen ao, new to the list"]
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
    assert desk.speaker_time == "2:10 of 2:00"
    assert desk.speaker_remark == "Speaking, 10 s over – nobody is cut off"


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
    desk.press("Ctrl+Z", "Ctrl+Return")  # what was undone was no first one
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


def test_the_list_tells_how_people_stand_to_the_floor(desk: Desk) -> None:
    desk.queue_up("ngu", "orla", "caasho")
    desk.press("Ctrl+Return", "Ctrl+.")
    desk.later(1)
    desk.press("Ctrl+Return")
    told = {}
    for letters in ("ngu", "orla", "caasho", "j."):
        desk.press("Ctrl+A")
        desk.type(letters)
        told[letters] = desk.found[0]
        desk.press("Escape")
    assert told == {
        "ngu": "Nguyễn Ngọc Ảo, Business",
        "orla": "Sgt. Orla O'Fictive, Police, has the floor",
        "caasho": "Caasho Cabdi, Resident, interpreted, waits already",
        "j.": "J., first time",
    }


def test_a_direct_response_says_to_whom_the_floor_goes_back(desk: Desk) -> None:
    desk.queue_up("caasho")
    desk.press("Ctrl+Return")
    assert desk.speaker_remark == "Speaking, interpreted – limit doubled"
    desk.press("Ctrl+D")
    assert desk.asked == "direct response"
    desk.type("orla")
    desk.press("Return")
    assert desk.speaker_remark == "Direct response – then back to \u2068Caasho Cabdi\u2069"
    assert desk.asked == ""
    desk.press("Ctrl+.")
    assert desk.speaker == "Caasho Cabdi"


def test_letters_typed_already_stay_when_they_turn_out_to_be_a_reply(desk: Desk) -> None:
    desk.queue_up("ngu")
    desk.press("Ctrl+Return", "Ctrl+A")
    desk.type("orla")
    desk.press("Ctrl+D", "Return")
    assert (desk.speaker, desk.queue) == ("Sgt. Orla O'Fictive", [])


def test_a_question_of_meaning_and_a_point_of_process_wait_with_their_mark(desk: Desk) -> None:
    desk.queue_up("ngu")
    desk.press("Ctrl+A")
    desk.type("?orla")
    assert (desk.asked, desk.name_typed) == ("clarifying question", "orla")
    desk.press("Return")
    desk.type("!")
    assert desk.asked == "point of process"
    desk.press("Backspace")  # not that after all
    assert desk.asked == ""
    desk.type("! caasho")
    desk.press("Return")
    assert desk.waiting[1:] == [
        "2, Sgt. Orla O'Fictive, clarifying question, not heard yet",
        "3, Caasho Cabdi, point of process, suggested next, not heard yet",
    ]
    desk.press("Ctrl+S")
    assert desk.speaker == "Caasho Cabdi"
    assert desk.speaker_remark == "Point of process, interpreted – limit doubled"


def test_a_new_voice_is_suggested_and_never_moved(desk: Desk) -> None:
    desk.queue_up("ngu")
    desk.press("Ctrl+Return")
    desk.later(60)
    desk.press("Ctrl+.")
    assert not desk.suggested
    desk.queue_up("ngu")
    desk.later(60)
    desk.queue_up("orla", "caasho")
    desk.later(60)
    assert desk.waiting == [
        "1, Nguyễn Ngọc Ảo, spoke once, waited 2 min",
        "2, Sgt. Orla O'Fictive, suggested next, not heard yet, waited 1 min",
        "3, Caasho Cabdi, not heard yet, waited 1 min",
    ]
    assert desk.order == "Next: 3 waiting, in the order they asked"
    desk.press("Ctrl+S", "Ctrl+S")  # twice at once is once
    assert (desk.speaker, desk.queue) == ("Sgt. Orla O'Fictive", ["Nguyễn Ngọc Ảo", "Caasho Cabdi"])
    desk.later(1)
    desk.press("Ctrl+Return")  # and this time it is left aside
    assert (desk.speaker, desk.queue) == ("Nguyễn Ngọc Ảo", ["Caasho Cabdi"])
    assert not desk.suggested


def test_a_move_keeps_a_reason_that_nobody_has_to_give(desk: Desk) -> None:
    desk.queue_up("ngu", "caasho", "orla")
    desk.press("Up", "Down", "Down", "Alt+Up", "Alt+Up")
    assert desk.queue[0] == "Sgt. Orla O'Fictive"
    assert desk.order == "Next: moved – R on the row says why"
    desk.press("R")
    assert desk.asked == "why?"
    desk.type("has to leave")
    desk.press("Return")
    assert desk.focus == "Waiting to speak"
    assert desk.waiting[0] == "1, Sgt. Orla O'Fictive, not heard yet, has to leave"
    assert desk.order == "Next: 3 waiting, in the order they asked"  # all within the same second
    desk.press("Alt+Down")
    assert desk.waiting[1].endswith("has to leave")
    desk.press("R", "Escape", "Escape")  # better not: the words that stood there go first
    assert desk.focus == "Write a note"
    assert desk.waiting[1].endswith("has to leave")


def test_rows_are_dragged_by_hand(desk: Desk) -> None:
    desk.queue_up("ngu")
    desk.later(20)
    desk.queue_up("caasho", "orla")
    desk.drag("Sgt. Orla O'Fictive", before="Nguyễn Ngọc Ảo")
    assert desk.queue == ["Sgt. Orla O'Fictive", "Nguyễn Ngọc Ảo", "Caasho Cabdi"]
    desk.press("R")  # the hand is on the row
    desk.type("a child waits")
    desk.press("Return")
    assert desk.waiting[0] == "1, Sgt. Orla O'Fictive, not heard yet, a child waits"
    assert desk.order == "Next: 3 waiting, in the order you set"
    desk.drag("Nguyễn Ngọc Ảo", before=None)
    assert desk.queue == ["Sgt. Orla O'Fictive", "Caasho Cabdi", "Nguyễn Ngọc Ảo"]
    desk.press("Ctrl+Z", "Ctrl+Z", "Ctrl+Z")
    assert desk.queue == ["Nguyễn Ngọc Ảo", "Caasho Cabdi", "Sgt. Orla O'Fictive"]


def test_rows_are_never_cut_and_the_others_are_counted(desk: Desk) -> None:
    desk.queue_up(*(f"Neighbour {n}" for n in range(30)))
    for height in (768, 750, 731, 700):
        desk.shell.resize(1366, height)
        QApplication.processEvents()
        whole, more = desk.rows_and_more
        assert whole == int(whole) >= 1
        assert more == f"+{30 - int(whole)} more"
    desk.press("Up", "End")
    assert desk.rows_and_more[1] == ""


def test_the_speaker_is_told_in_words_once_a_minute(desk: Desk) -> None:
    assert desk.speaker_aloud == "Nobody has the floor"
    desk.queue_up("ngu", "orla")
    assert desk.speaker_aloud == "Nobody has the floor, Next is \u2068Nguyễn Ngọc Ảo\u2069"
    desk.press("Ctrl+Return")
    desk.later(59)
    assert desk.speaker_aloud == "Speaking, Nguyễn Ngọc Ảo, 0 min, of 2:00"
    desk.later(2)
    assert desk.speaker_aloud == "Speaking, Nguyễn Ngọc Ảo, 1 min, of 2:00"
    desk.later(60)
    assert desk.speaker_aloud.endswith("2 min, of 2:00, 1 s over – nobody is cut off")


def test_what_was_typed_goes_first_and_then_the_hands_go_home(desk: Desk) -> None:
    desk.press("Ctrl+D")
    desk.type("or")
    desk.press("Escape")
    assert (desk.focus, desk.asked, desk.name_typed) == ("Add a speaker", "", "")
    desk.press("Escape")
    assert desk.focus == "Write a note"


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
