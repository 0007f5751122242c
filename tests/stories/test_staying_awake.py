"""The machine stays awake while a session runs; when it did not, that is asked about, once."""

from pytestqt.qtbot import QtBot

from tests.clock import Clock
from tests.desk import Desk
from tests.machine import Machine
from ui import awake

NOTHING = "Nothing was recorded between {0} and {1}. Did the evening go on?"
BEHIND = "The computer’s clock is 1 h behind the session’s. Which one is right?"
BOTH = ["It went on", "Take it out"]
DAY = 24 * 3600


# Sleep


def test_the_machine_is_kept_awake_while_a_part_runs(
    desk: Desk, machine: Machine, qtbot: QtBot
) -> None:
    kept = desk.house.awake
    assert (kept.state, machine.active) == (awake.OFF, False)  # first the window can be used
    desk.later(1)
    qtbot.waitUntil(lambda: kept.state == awake.KEPT)
    assert machine.active
    desk.press("Ctrl+P")
    desk.later(1)
    assert machine.active  # a pause ends too
    desk.session.end_session()
    desk.later(1)
    assert kept.state == awake.OFF
    qtbot.waitUntil(lambda: not machine.active)


def test_it_may_sleep_when_the_window_is_closed(desk: Desk, machine: Machine, qtbot: QtBot) -> None:
    desk.later(1)
    qtbot.waitUntil(lambda: machine.active)
    desk.leave()
    qtbot.waitUntil(lambda: not machine.active)


def test_a_system_that_cannot_be_asked_is_no_fault_but_known(
    desk: Desk, machine: Machine, qtbot: QtBot
) -> None:
    machine.willing = False
    desk.later(1)
    qtbot.waitUntil(lambda: desk.house.awake.state == awake.REFUSED)
    assert desk.banner == ""


def test_a_library_that_breaks_breaks_nothing(qtbot: QtBot) -> None:
    def broken() -> Machine:
        raise OSError("no bus")

    kept = awake.Awake(broken)
    kept.keep(True)
    qtbot.waitUntil(lambda: kept.state == awake.REFUSED)
    kept.keep(False)
    assert kept.state == awake.OFF


# Gaps


def test_a_machine_that_slept_is_asked_about_and_the_time_taken_out(desk: Desk) -> None:
    desk.queue_up("ngu")
    desk.press("Ctrl+Return")
    desk.later(60)
    desk.sleep(15 * 60)
    assert desk.banner == NOTHING.format("08:11", "08:26")
    assert desk.answers == BOTH
    assert "9:00, left, of 25:00" in desk.clock_says
    desk.answer("Take it out")
    assert "24:00, left, of 25:00" in desk.clock_says
    assert desk.speaker_time == "1:00 of 2:00"
    assert desk.banner == ""
    desk.press("Ctrl+Z")
    assert "9:00, left, of 25:00" in desk.clock_says


def test_nobody_is_held_up_by_the_question(desk: Desk) -> None:
    desk.sleep(15 * 60)
    desk.queue_up("ngu")
    desk.press("Ctrl+Return")
    desk.write("The light is out")
    assert (desk.speaker, len(desk.notes)) == ("Nguyễn Ngọc Ảo", 1)
    assert desk.focus == "Write a note"
    assert desk.banner == NOTHING.format("08:10", "08:25")  # it stays until it is answered
    desk.press("Ctrl+PgDown")
    desk.later(60)
    desk.answer("Take it out")  # of the part that ran then
    assert desk.state.agenda.segments[1].watch.elapsed(0) == 0
    assert "19:00, left" in desk.clock_says


def test_an_evening_that_went_on_keeps_its_time(desk: Desk) -> None:
    desk.sleep(15 * 60)
    acts = desk.session.history.length
    desk.answer("It went on")
    assert (desk.banner, desk.session.history.length) == ("", acts)
    assert "10:00, left, of 25:00" in desk.clock_says
    desk.later(60)
    assert desk.banner == ""


def test_escape_leads_back_to_where_the_keys_were(desk: Desk) -> None:
    desk.sleep(15 * 60)
    desk.house.banner.buttons[0].setFocus()
    assert desk.focus == "It went on"
    desk.press("Escape")
    assert (desk.focus, desk.banner) == ("Write a note", "")
    assert "10:00, left, of 25:00" in desk.clock_says


def test_a_fault_is_said_first_and_the_question_comes_back(desk: Desk) -> None:
    desk.sleep(15 * 60)
    desk.house.banner.say("Not saved: the disk is full.")
    assert (desk.banner, desk.answers) == ("Not saved: the disk is full.", ["Close"])
    desk.write("There is room again")
    assert (desk.banner, desk.answers) == (NOTHING.format("08:10", "08:25"), BOTH)


def test_a_key_pressed_before_the_window_woke_tells_the_gap_as_well(
    desk: Desk, clock: Clock
) -> None:
    clock.advance(15 * 60)
    desk.press("Ctrl+PgDown")
    assert desk.banner == NOTHING.format("08:10", "08:25")


def test_a_short_sleep_is_not_worth_a_question(desk: Desk) -> None:
    for _ in range(3):
        desk.sleep(60)
    assert desk.banner == ""


def test_nothing_is_asked_when_nothing_ran(desk: Desk) -> None:
    desk.press("Ctrl+P")
    desk.sleep(15 * 60)
    assert desk.banner == ""
    desk.leave()
    desk.sleep(15 * 60)
    desk.sit()
    assert desk.banner == ""
    desk.press("Ctrl+P")
    assert desk.banner == ""


def test_two_gaps_are_asked_about_one_after_the_other(desk: Desk) -> None:
    desk.sleep(5 * 60)
    desk.later(60)
    desk.sleep(3 * 60)
    assert desk.banner == NOTHING.format("08:10", "08:15")
    desk.answer("Take it out")
    assert desk.banner == NOTHING.format("08:16", "08:19")
    desk.answer("It went on")
    assert desk.banner == ""
    assert "21:00, left, of 25:00" in desk.clock_says


# Crashes


def test_after_a_crash_the_gap_begins_when_the_window_was_last_awake(desk: Desk) -> None:
    desk.later(100)
    desk.crash()
    desk.sleep(15 * 60)
    desk.sit()
    assert desk.banner == NOTHING.format("08:11", "08:26")
    desk.answer("Take it out")
    assert "23:20, left, of 25:00" in desk.clock_says


def test_a_question_that_nobody_answered_is_asked_again(desk: Desk) -> None:
    desk.later(60)
    desk.crash()
    desk.sleep(15 * 60)
    desk.sit()
    desk.later(10)
    desk.crash()
    desk.sit()
    assert desk.banner == NOTHING.format("08:11", "08:26")
    desk.answer("It went on")
    desk.crash()
    desk.sit()
    assert desk.banner == ""


def test_a_window_that_was_closed_while_a_part_ran_is_a_gap_too(desk: Desk) -> None:
    desk.leave()
    desk.sleep(15 * 60)
    desk.sit()
    assert desk.banner == NOTHING.format("08:10", "08:25")


def test_so_is_one_in_which_another_session_was_looked_at(desk: Desk) -> None:
    desk.house.open_example()
    desk.clock.advance(15 * 60)
    desk.house.leave_example()
    assert desk.banner == NOTHING.format("08:10", "08:25")


def test_what_was_done_last_is_the_last_sign_of_life(desk: Desk, clock: Clock) -> None:
    clock.advance(9)
    desk.write("a note just before it went dark")
    clock.advance(52)
    desk.crash()
    desk.sit()
    assert desk.banner == ""


def test_what_nobody_ended_weeks_ago_does_not_open_by_itself(desk: Desk) -> None:
    desk.leave()
    desk.sleep(8 * DAY)
    desk.sit()
    assert desk.place == "Home"
    desk.house.resume("circle")
    assert desk.place == "Live"


def test_a_gap_of_days_is_told_by_its_day(desk: Desk) -> None:
    desk.leave()
    desk.sleep(3 * DAY)
    desk.sit()
    assert desk.banner == ("Nothing was recorded since Fri 15 Jan, 08:10. Did the evening go on?")
    desk.answer("Take it out")
    assert "25:00, left, of 25:00" in desk.clock_says


def test_a_gap_over_midnight_is_told_by_its_hours(desk: Desk) -> None:
    desk.sleep(15 * 3600 + 45 * 60)
    assert desk.banner == ("Nothing was recorded since Fri 15 Jan, 08:10. Did the evening go on?")
    desk.answer("Take it out")
    desk.sleep(20 * 60)
    assert desk.banner == NOTHING.format("23:55", "00:15")


def test_a_clock_that_was_set_back_is_no_gap(desk: Desk) -> None:
    """After a reboot UTC decides, and it may have been wrong before: that is another question."""
    desk.leave()
    desk.clock.advance(-3600)
    desk.sit()
    assert desk.banner == BEHIND
    desk.answer("The session’s")
    assert desk.banner == ""


def test_a_disk_that_takes_nothing_only_forgets_the_moment(desk: Desk) -> None:
    desk.fill_disk()
    desk.session.store.connection.execute("drop table desk")
    desk.later(120)
    assert desk.banner == ""
