"""A turn is put right afterwards: who really spoke, or for how long."""

import pytest

from tests.desk import Desk


@pytest.fixture
def desk(desk: Desk) -> Desk:
    desk.queue_up("ngu", "caasho")
    desk.press("Ctrl+Return")
    desk.later(60)
    desk.press("Ctrl+Return")
    desk.later(30)
    desk.press("Escape")
    return desk


def test_a_turn_was_somebody_elses(desk: Desk) -> None:
    desk.press("Ctrl+T")
    assert desk.order == "Turns so far: the newest first, Enter puts one right"
    assert desk.turns == ["08:11, Caasho Cabdi, has the floor", "08:10, Nguyễn Ngọc Ảo, 1:00"]
    desk.press("Down", "Return")
    assert desk.asked == "put a turn right"
    desk.type("orla")
    assert desk.found == ["it was Sgt. Orla O'Fictive, Police, first time"]
    desk.press("Return")
    assert (desk.focus, desk.turns[1]) == ("Turns so far", "08:10, Sgt. Orla O'Fictive, 1:00")
    assert desk.speaker_time == "0:30 of 4:00"  # who speaks now never noticed
    desk.press("Ctrl+Z")
    assert desk.turns[1] == "08:10, Nguyễn Ngọc Ảo, 1:00"


def test_a_turn_was_shorter(desk: Desk) -> None:
    desk.press("Ctrl+T", "Down", "Return")
    desk.type("0:4")
    assert desk.found == []
    desk.type("5")
    assert desk.found == ["it lasted 0:45"]
    desk.press("Return")
    assert desk.turns[1] == "08:10, Nguyễn Ngọc Ảo, 0:45"


def test_nobody_by_that_name_is_no_answer(desk: Desk) -> None:
    desk.press("Ctrl+T", "Return")
    desk.type("zzz")
    desk.press("Return")
    assert (desk.asked, desk.name_typed) == ("put a turn right", "zzz")
    desk.press("Escape")
    assert (desk.asked, desk.name_typed, desk.turns) == ("", "", [])
    desk.press("Escape")
    assert desk.focus == "Write a note"


def test_the_list_of_turns_goes_as_it_came(desk: Desk) -> None:
    desk.queue_up("orla")
    desk.press("Ctrl+T")
    assert desk.focus == "Turns so far"
    desk.press("Ctrl+T")
    assert (desk.focus, desk.turns) == ("Waiting to speak", [])
    desk.press("Ctrl+T", "Escape", "Escape")
    assert (desk.focus, desk.turns) == ("Write a note", [])


def test_the_list_goes_on_while_it_shows(desk: Desk) -> None:
    desk.queue_up("orla")
    desk.press("Ctrl+T", "Ctrl+Return")
    assert desk.speaker == "Sgt. Orla O'Fictive"
    assert desk.turns[:2] == [
        "08:11, Sgt. Orla O'Fictive, has the floor",
        "08:11, Caasho Cabdi, 0:30",
    ]
