"""A round by keys: everybody is asked in turn, and may pass."""

from tests.desk import Desk

NGUYEN, CAASHO, ORLA, J = "Nguyễn Ngọc Ảo", "Caasho Cabdi", "Sgt. Orla O'Fictive", "J."


def call_the_next(desk: Desk) -> None:
    desk.later(20)
    desk.press("Ctrl+Return")


def test_a_round_with_a_pass_for_now_and_one_for_good(desk: Desk) -> None:
    desk.press("Ctrl+R")
    assert desk.queue == [NGUYEN, CAASHO, ORLA, J]
    assert desk.order == "Next: 4 to come in this round"
    assert desk.waiting[0] == f"1, {NGUYEN}, not heard yet"

    call_the_next(desk)
    assert (desk.speaker, desk.speaker_remark) == (NGUYEN, "Round")
    call_the_next(desk)
    assert desk.speaker == CAASHO
    desk.press("F7")  # "not now, later please"
    assert (desk.speaker, desk.queue) == ("", [ORLA, J, CAASHO])

    call_the_next(desk)
    assert desk.speaker == ORLA
    desk.press("F8")  # "I pass"
    assert (desk.speaker, desk.queue) == ("", [J, CAASHO])

    call_the_next(desk)
    call_the_next(desk)
    assert (desk.speaker, desk.queue) == (CAASHO, [])
    desk.later(20)
    desk.press("Ctrl+.")

    desk.press("Ctrl+R")  # once more, in the same part: who passed for good is left in peace
    assert sorted(desk.queue) == sorted([NGUYEN, CAASHO, J])
    assert desk.queue[0] != NGUYEN  # nobody begins each time


def test_who_is_first_may_pass_before_being_called(desk: Desk) -> None:
    desk.press("Ctrl+R", "F7", "F8")
    assert desk.queue == [ORLA, J, NGUYEN]
    desk.press("Ctrl+Z", "Ctrl+Z")
    assert desk.queue == [NGUYEN, CAASHO, ORLA, J]


def test_a_round_under_way_is_not_begun_again(desk: Desk) -> None:
    desk.press("Ctrl+R")
    call_the_next(desk)
    desk.press("Ctrl+R")
    assert desk.queue == [CAASHO, ORLA, J]
    desk.press("Ctrl+Z", "Ctrl+Z")
    assert desk.queue == []


def test_a_reply_interrupts_a_round_and_nothing_is_lost(desk: Desk) -> None:
    desk.press("Ctrl+R")
    call_the_next(desk)
    desk.later(30)
    desk.press("Ctrl+D")
    desk.type("j.")
    desk.press("Return")
    assert desk.queue == [CAASHO, ORLA, J]  # still asked in his turn
    desk.later(10)
    desk.press("Ctrl+.")
    assert (desk.speaker, desk.speaker_time) == (NGUYEN, "0:30 of 2:00")


def test_passing_with_nobody_there_does_nothing(desk: Desk) -> None:
    desk.press("F7", "F8")
    assert (desk.speaker, desk.queue, desk.banner) == ("", [], "")
