"""The computer's clock is set while a session runs: the window asks once which clock is right."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.desk import Desk
from tests.laptop import Laptop
from tests.machine import Machine
from tests.stories.conftest import under_way

HOUR = 3_600
AHEAD = "The computer’s clock is {0} ahead of the session’s. Which one is right?"
BEHIND = "The computer’s clock is {0} behind the session’s. Which one is right?"
BOTH = ["The session’s", "The computer’s"]
GAP = "Nothing was recorded between {0} and {1}. Did the evening go on?"


@pytest.fixture
def clock(laptop: Laptop) -> Laptop:
    """What every other story tells its time by."""
    return laptop


@pytest.fixture
def window(
    dressed: object, qtbot: QtBot, tmp_path: Path, laptop: Laptop, machine: Machine
) -> "Desk":
    """A desk at 08:10, where "Where are we?" of 25 minutes has just begun."""
    return Desk(qtbot, under_way(tmp_path / "session.db", laptop), laptop)


def times(desk: Desk) -> tuple[str, ...]:
    """Return what shows of time: the day's, the part's and the speaker's."""
    return desk.time_of_day, desk.clock_says.split(", ")[1], desk.speaker_time


@pytest.fixture
def speaking(window: Desk) -> Desk:
    """It is 08:12: somebody has spoken for a minute, somebody waits for half of one."""
    window.later(60)
    window.queue_up("ngu")
    window.press("Ctrl+Return")
    window.later(30)
    window.queue_up("caa")
    window.later(30)
    assert times(window) == ("08:12", "23:00", "1:00 of 2:00")
    return window


# Asked


@pytest.mark.parametrize(
    ("by", "question"),
    [
        (2, AHEAD.format("2 seconds")),
        (-59, BEHIND.format("59 seconds")),
        (12 * 60, AHEAD.format("12 min")),
        (HOUR, AHEAD.format("1 h")),
        (-HOUR - 5 * 60, BEHIND.format("1 h 5 min")),
        (5 * 24 * HOUR, AHEAD.format("5 days")),
    ],
)
def test_it_is_asked_in_the_bar_and_nothing_moves(
    speaking: Desk, laptop: Laptop, by: float, question: str
) -> None:
    laptop.set_clock(by)
    speaking.later(1)
    assert (speaking.banner, speaking.answers) == (question, BOTH)
    assert times(speaking) == ("08:12", "22:59", "1:01 of 2:00")


def test_nobody_is_held_up_by_the_question(speaking: Desk, laptop: Laptop) -> None:
    had_keys = speaking.focus
    laptop.set_clock(HOUR)
    speaking.later(1)
    assert (speaking.banner, speaking.focus) == (AHEAD.format("1 h"), had_keys)
    speaking.write("The light is out")
    speaking.press("Ctrl+Return")
    assert (speaking.speaker, len(speaking.notes)) == ("Caasho Cabdi", 1)
    assert speaking.banner == AHEAD.format("1 h")


def test_a_small_correction_is_followed_without_a_word(speaking: Desk, laptop: Laptop) -> None:
    laptop.set_clock(1.9)
    seconds = []
    for _ in range(58):
        speaking.later(1)
        assert speaking.banner == ""
        seconds.append(speaking.clock_says.split(", ")[1])
    assert len(seconds) - len(set(seconds)) <= 1  # each second shows, none is seen twice
    assert speaking.session.now() == laptop.shows


def test_before_a_session_begins_its_clock_is_the_computers(
    planned: Path, dressed: object, qtbot: QtBot, laptop: Laptop, machine: Machine
) -> None:
    desk = Desk(qtbot, planned, laptop)
    desk.house.resume("circle", live=True)
    laptop.set_clock(HOUR)
    desk.later(1)
    assert (desk.banner, desk.time_of_day) == ("", "09:00")
    desk.press("Ctrl+PgDown")
    desk.later(60)
    assert (desk.banner, desk.time_of_day) == ("", "09:01")


def test_a_clock_that_comes_back_by_itself_takes_the_question_along(
    speaking: Desk, laptop: Laptop
) -> None:
    laptop.set_clock(HOUR)
    speaking.later(1)
    laptop.set_clock(-HOUR)
    speaking.later(1)
    assert speaking.banner == ""
    assert times(speaking) == ("08:12", "22:58", "1:02 of 2:00")


# The computer's


@pytest.mark.parametrize(("by", "hour"), [(HOUR, "09"), (-HOUR, "07")])
def test_set_right_the_time_of_day_is_right_and_no_length_jumps(
    speaking: Desk, laptop: Laptop, by: float, hour: str
) -> None:
    speaking.write("It was said at ten past")
    laptop.set_clock(by)
    speaking.later(1)
    speaking.answer("The computer’s")
    assert speaking.banner == ""
    assert times(speaking) == (f"{hour}:12", "22:59", "1:01 of 2:00")
    assert speaking.undo_says == "Undo: clock set right"
    speaking.later(10 * 60)
    assert (speaking.banner, times(speaking)[:2]) == ("", (f"{hour}:22", "12:59"))
    assert speaking.session.now() == laptop.shows
    assert speaking.agenda[0] == (
        f"1, Welcome, done, 10:00, planned 10 min, {hour}:00 to {hour}:10"
    )
    speaking.check()


def test_a_pause_and_a_held_clock_stand_as_long_as_before(speaking: Desk, laptop: Laptop) -> None:
    speaking.press("Ctrl+H", "Ctrl+P")
    speaking.later(130)
    laptop.set_clock(-HOUR)
    speaking.later(1)
    before = speaking.clock_says, speaking.speaker_time
    assert "paused, for 2:11, since 08:12" in before[0]
    speaking.answer("The computer’s")
    assert speaking.clock_says == before[0].replace("08:12", "07:12")
    assert speaking.speaker_time == before[1]


def test_undo_takes_the_setting_back_and_asks_no_more(speaking: Desk, laptop: Laptop) -> None:
    laptop.set_clock(HOUR)
    speaking.later(1)
    speaking.answer("The computer’s")
    speaking.later(60)
    speaking.press("Ctrl+Z")
    assert times(speaking) == ("08:13", "21:59", "2:01 of 2:00")
    speaking.later(60)
    assert (speaking.banner, speaking.time_of_day) == ("", "08:14")
    speaking.press("Ctrl+Shift+Z")
    assert times(speaking)[:2] == ("09:14", "20:59")
    speaking.later(60)
    assert speaking.banner == ""


def test_set_right_it_stays_right_through_a_crash_and_a_restart(
    speaking: Desk, laptop: Laptop
) -> None:
    laptop.set_clock(HOUR)
    speaking.later(1)
    speaking.answer("The computer’s")
    for way_out in (speaking.crash, speaking.leave, speaking.crash):
        way_out()
        laptop.advance(20)
        speaking.sit()
        assert speaking.banner == ""
        assert speaking.session.now() == laptop.shows
    assert times(speaking)[:2] == ("09:13", "21:59")


def test_a_full_disk_asks_again_and_nothing_is_set(speaking: Desk, laptop: Laptop) -> None:
    laptop.set_clock(HOUR)
    speaking.later(1)
    speaking.fill_disk()
    speaking.answer("The computer’s")
    while not speaking.banner.startswith("Not saved"):  # until the last free page is taken
        speaking.later(1)
        laptop.set_clock(HOUR)
        speaking.later(1)
        speaking.answer("The computer’s")
    was = speaking.time_of_day
    speaking.clear_disk()
    speaking.answer("Close")
    assert (speaking.banner, speaking.answers) == (AHEAD.format("1 h"), BOTH)
    assert speaking.time_of_day == was
    speaking.answer("The computer’s")
    assert speaking.session.now() == laptop.shows


# The session's


@pytest.mark.parametrize("way", ["answer", "Escape"])
def test_who_keeps_the_sessions_clock_is_asked_once(
    speaking: Desk, laptop: Laptop, way: str
) -> None:
    acts = speaking.session.history.length
    laptop.set_clock(HOUR)
    speaking.later(1)
    if way == "answer":
        speaking.answer("The session’s")
    else:
        speaking.house.banner.buttons[1].setFocus()
        speaking.press("Escape")
    speaking.later(5 * 60)
    for way_out in (speaking.leave, speaking.crash):
        way_out()
        speaking.sit()
        speaking.later(30)
        assert speaking.banner == ""
    assert speaking.session.history.length == acts
    assert speaking.time_of_day == "08:18"
    laptop.set_clock(-2 * HOUR)
    speaking.later(1)
    assert speaking.banner == BEHIND.format("1 h")


def test_a_question_that_nobody_answered_is_asked_again_after_a_crash(
    speaking: Desk, laptop: Laptop
) -> None:
    laptop.set_clock(HOUR)
    speaking.later(1)
    speaking.crash()
    speaking.sit()
    assert (speaking.banner, speaking.time_of_day) == (AHEAD.format("1 h"), "08:12")


def test_a_clock_set_while_the_window_was_closed_is_asked_about(
    speaking: Desk, laptop: Laptop
) -> None:
    speaking.leave()
    laptop.set_clock(-HOUR)
    speaking.sit()
    assert speaking.banner == BEHIND.format("1 h")
    speaking.answer("The computer’s")
    assert times(speaking) == ("07:12", "23:00", "1:00 of 2:00")


# Gaps


def test_a_clock_that_is_set_is_no_gap_and_a_gap_is_told_by_the_right_hours(
    speaking: Desk, laptop: Laptop
) -> None:
    laptop.set_clock(HOUR)
    speaking.sleep(10 * 60)
    assert speaking.banner == AHEAD.format("1 h")  # first, so that the hours of the gap are right
    speaking.answer("The computer’s")
    assert speaking.banner == GAP.format("09:12", "09:22")
    speaking.answer("Take it out")
    assert speaking.banner == ""
    assert times(speaking) == ("09:22", "23:00", "1:00 of 2:00")
    speaking.crash()
    speaking.sit()
    assert speaking.banner == ""


def test_an_open_question_about_a_gap_goes_by_the_clock_as_it_is_set(
    speaking: Desk, laptop: Laptop
) -> None:
    speaking.sleep(10 * 60)
    laptop.set_clock(HOUR)
    speaking.later(1)
    assert speaking.banner == GAP.format("08:12", "08:22")
    speaking.session.set_clock(HOUR * 1000)
    assert speaking.banner == GAP.format("09:12", "09:22")
    speaking.answer("Take it out")
    assert speaking.banner == ""
    assert times(speaking)[:2] == ("09:22", "22:59")
