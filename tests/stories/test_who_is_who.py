"""People get their right names in the course of an evening, and lose no talk time by it."""

from facilitator.room.spoken import talk_time
from tests.desk import Desk


def talk(desk: Desk) -> dict[str, int]:
    """Return the seconds each has spoken, by name."""
    people, now = desk.state.people, desk.clock()
    return {people[who].name: ms // 1000 for who, ms in talk_time(desk.state.floor, now).items()}


def test_a_walk_in_is_recognised_in_the_middle_of_a_sentence(desk: Desk) -> None:
    desk.queue_up("lady in blue")
    desk.press("Ctrl+Return")
    desk.later(60)
    desk.press("Ctrl+U")
    assert (desk.asked, desk.name_typed) == ("who is this?", "lady in blue")
    desk.type("orla")
    assert desk.found == [
        "the same person as Sgt. Orla O'Fictive, Police, first time",
        "rename to orla",
    ]
    desk.press("Return")
    desk.later(10)
    assert (desk.speaker, desk.speaker_time) == ("Sgt. Orla O'Fictive", "1:10 of 2:00")
    assert talk(desk) == {"Sgt. Orla O'Fictive": 70}
    assert len(desk.state.people) == 4
    assert desk.undo_says == "Undo: Sgt. Orla O'Fictive recognised"

    desk.press("Ctrl+Z")  # as one
    assert (desk.speaker, desk.speaker_time) == ("lady in blue", "1:10 of 2:00")
    assert talk(desk) == {"lady in blue": 70}
    desk.press("Ctrl+Shift+Z")
    assert talk(desk) == {"Sgt. Orla O'Fictive": 70}


def test_it_goes_the_other_way_round_too(desk: Desk) -> None:
    desk.queue_up("lady in blue", "orla")
    desk.press("Up", "Down", "F2")  # on the row of Orla
    desk.type("blue")
    assert desk.found[0].startswith("the same person as lady in blue")
    desk.press("Return")
    assert desk.queue == ["Sgt. Orla O'Fictive"]
    assert desk.focus == "Waiting to speak"


def test_two_on_the_list_are_two(desk: Desk) -> None:
    desk.queue_up("orla")
    desk.press("Ctrl+U")
    desk.type("caasho")
    assert desk.found == ["rename to caasho"]
    desk.press("Escape")
    assert desk.asked == ""


def test_letters_that_are_no_whole_name_are_another_name(desk: Desk) -> None:
    desk.press("Ctrl+A")
    desk.type("Or")
    desk.press("Down", "Return")  # a walk-in
    assert desk.queue == ["Or"]
    desk.press("Ctrl+U")
    assert desk.found[0] == "still Or"
    desk.press("Return")
    assert (desk.queue, desk.asked) == (["Or"], "")
    desk.press("Ctrl+U")
    desk.type("Orl")
    assert desk.found == [
        "rename to Orl",
        "the same person as Sgt. Orla O'Fictive, Police, first time",
    ]
    desk.press("Return")
    assert desk.queue == ["Orl"]
    desk.press("Ctrl+U")
    desk.type("orla o'fictive")
    assert desk.found[0].startswith("the same person as Sgt. Orla O'Fictive")
    desk.press("Return")
    assert desk.queue == ["Sgt. Orla O'Fictive"]


def test_who_replies_may_turn_out_to_be_who_speaks(desk: Desk) -> None:
    desk.queue_up("ngu", "caasho")
    desk.press("Ctrl+Return", "Ctrl+D")
    desk.type("man at the back")
    desk.press("Return")
    assert desk.speaker_remark == "Direct response – then back to \u2068Nguyễn Ngọc Ảo\u2069"
    desk.press("Ctrl+U")
    desk.type("nguyen")
    desk.press("Return")
    assert desk.speaker == "Nguyễn Ngọc Ảo"
    assert desk.speaker_remark == "Direct response – then on with the turn"
    desk.press("F9")
    assert desk.room.words[-3:-1] == ["Next", "a neighbour"]  # Caasho, and nobody twice
    desk.press("F9", "Ctrl+.")
    assert (desk.speaker, desk.speaker_remark) == ("Nguyễn Ngọc Ảo", "Speaking")


def test_a_walk_in_tells_the_whole_name(desk: Desk) -> None:
    desk.write("half a")
    desk.queue_up("jon")
    desk.press("Ctrl+Return", "Ctrl+L", "Ctrl+U")
    desk.type("Jón Jónsson")
    desk.press("Return")
    assert desk.speaker == "Jón Jónsson"
    assert desk.focus == "Write a note"  # the hands are back where they were
    desk.press("Ctrl+Z")
    assert desk.speaker == "jon"


def test_somebody_who_does_neither_speak_nor_wait_is_found_and_renamed(desk: Desk) -> None:
    desk.press("Ctrl+A")
    desk.type("j.")
    desk.press("Ctrl+U")
    assert desk.name_typed == "J."
    desk.type("Juniper Sample")
    desk.press("Return")
    assert desk.state.people["P4"].name == "Juniper Sample"


def test_two_of_one_name_are_told_apart(desk: Desk) -> None:
    desk.queue_up("orla")
    desk.press("Ctrl+A")
    desk.type("j.")
    desk.press("Down", "Return")  # another J.
    desk.type("j.")
    assert desk.found == [
        "J., first time",
        "j., here since 08:10, waits already",
        "j., new to the list",
    ]


def test_nobody_there_nobody_asked(desk: Desk) -> None:
    desk.press("Ctrl+U")
    assert (desk.asked, desk.focus) == ("", "Write a note")
