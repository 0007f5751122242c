"""The clock, the agenda and the strip: what they say when an evening begins late and runs over."""

from pathlib import Path

import pytest

from facilitator.record.files import store_at
from facilitator.session import Session
from tests.clock import Clock
from tests.desk import Desk
from tests.stories.conftest import AGENDA, MEETING, PEOPLE

MINUTE = 60  # seconds
HALL = {**MEETING, "start": "08:00", "hard_stop": "09:00"}


@pytest.fixture
def running(desk: Desk) -> Desk:
    """At 08:10 "Where are we?" has just begun."""
    return desk


@pytest.fixture
def planned(tmp_path: Path, clock: Clock) -> Path:
    store = store_at(tmp_path / "session.db")
    Session(store, "circle", clock).plan(HALL, PEOPLE, AGENDA)
    store.close()
    return tmp_path


@pytest.fixture
def hall(planned: Path, new_desk: Desk) -> Desk:
    """It is 08:00, and nobody has started anything."""
    new_desk.press("Return", "Ctrl+3")
    return new_desk


# To begin


def test_the_clock_shows_how_long_nothing_has_begun(hall: Desk) -> None:
    assert hall.clock_says == "1  Welcome, 0:00, not started, 10 min planned, due 08:00"
    hall.later(2 * MINUTE + 10)
    assert hall.clock_says == "1  Welcome, 2:10, not started, 10 min planned, due 08:00"
    assert hall.starts == ["Start now", "started 1 min ago", "2", "5"]
    assert hall.agenda[0] == "1, Welcome, to come, 10 min, 08:02 to 08:12"


def test_a_forgotten_start_is_put_right_with_one_button(hall: Desk) -> None:
    hall.later(4 * MINUTE)
    hall.start("2")
    assert hall.clock_says == "1  Welcome, 8:00, left, of 10:00, ends 08:12"
    assert hall.starts == []
    assert hall.focus == "Write a note"
    assert hall.lateness.startswith("2 min late")

    hall.press("Ctrl+Shift+PgDown")
    assert "7:00, left" in hall.clock_says
    hall.press("Ctrl+Z", "Ctrl+Z")
    assert "4:00, not started" in hall.clock_says


def test_start_now_starts_the_first_part(hall: Desk) -> None:
    hall.start("Start now")
    assert "10:00, left" in hall.clock_says


def test_escape_leads_from_the_starts_back_to_the_line(hall: Desk) -> None:
    hall.later(MINUTE)
    while "started" not in hall.focus:
        hall.press("Tab")
    assert hall.focus == "Welcome, started 1 min ago"
    hall.press("Escape")
    assert hall.focus == "Write a note"


# To pause


def test_a_pause_shows_how_long_nothing_has_run(running: Desk) -> None:
    running.later(3 * MINUTE)
    running.press("Ctrl+P")
    running.later(2 * MINUTE + 10)
    assert running.clock_says == "2  Where are we?, 22:00, paused, for 2:10, since 08:13"
    assert running.agenda[1].startswith("2, Where are we?, paused, 25 min")
    assert "Where are we? paused" in running.strip
    running.press("Ctrl+P")
    assert "22:00, left, of 25:00" in running.clock_says


def test_who_forgot_to_go_on_says_since_when(running: Desk) -> None:
    running.later(3 * MINUTE)
    running.press("Ctrl+P")
    running.later(30)
    assert running.starts == ["Go on", "next part since 08:13"]
    running.later(150)
    assert running.starts == ["Go on", "went on 1 min ago", "2", "next part since 08:13"]
    running.start("went on 1 min ago")
    assert "21:00, left" in running.clock_says


def test_the_next_part_began_when_the_last_one_stopped(running: Desk) -> None:
    running.later(20 * MINUTE)
    running.press("Ctrl+P")
    running.later(4 * MINUTE)
    running.start("next part since 08:30")
    assert running.clock_says.startswith("3  What will we do?, 16:00, left")
    assert running.agenda[1] == "2, Where are we?, done, 20:00, planned 25 min, 08:10 to 08:30"


def test_after_an_end_too_early_the_buttons_are_gone(running: Desk) -> None:
    running.press("Ctrl+Shift+E", "Ctrl+Shift+E")
    assert running.clock_says == "The session has ended, 10:00, in all, from 08:00, to 08:10"
    assert running.starts == []


# To end


def test_a_frame_and_words_warn_before_the_end(running: Desk) -> None:
    running.later(23 * MINUTE - 1)
    assert "wrap up soon" not in running.clock_says
    assert not running.clock_framed
    running.later(1)
    assert running.clock_says.endswith("2:00, left, of 25:00, ends 08:35, wrap up soon")
    assert running.clock_framed
    running.press("Ctrl++")
    assert "wrap up soon" not in running.clock_says


def test_in_overtime_only_the_clock_turns_solid(running: Desk) -> None:
    running.later(25 * MINUTE)
    assert not running.clock_solid
    running.later(2 * MINUTE + 15)
    assert running.clock_says == (
        "2  Where are we?, 2:15, over, the planned 25:00, due to end 08:35"
    )
    assert running.clock_solid
    assert running.agenda[1].startswith("2, Where are we?, running, 27 min, planned 25 min")
    running.press("Ctrl++", "Ctrl++", "Ctrl++")
    assert "0:45, left, of 28:00" in running.clock_says
    running.press("Ctrl+-")
    assert "0:15, over" in running.clock_says


def test_the_chime_is_silent_unless_somebody_wants_it(running: Desk) -> None:
    rings = running.listen()
    for _ in range(30):
        running.later(MINUTE)
    assert rings == []


def test_the_chime_rings_once_for_each_moment(running: Desk) -> None:
    running.choose("toggle_chime")
    rings = running.listen()
    running.later(23 * MINUTE)
    assert rings == ["chime.wav"]
    running.later(10)
    running.press("Ctrl+P", "Ctrl+P", "Ctrl+Z", "Ctrl+Shift+Z")
    running.later(10)
    assert len(rings) == 1
    running.later(100)
    assert len(rings) == 2
    for _ in range(3):
        running.later(MINUTE)
    running.press("Ctrl+PgDown", "Ctrl+Z")
    running.later(1)
    assert len(rings) == 2


def test_more_time_makes_new_moments(running: Desk) -> None:
    running.choose("toggle_chime")
    rings = running.listen()
    running.sleep(25 * MINUTE)
    assert len(rings) == 1  # both moments at once are one sound
    running.press("Ctrl++", "Ctrl++", "Ctrl++")
    running.later(59)
    assert len(rings) == 1
    running.later(1)
    assert len(rings) == 2


def test_nobody_is_read_a_countdown(running: Desk) -> None:
    running.later(5)
    assert running.clock_aloud.startswith("2  Where are we?, 24:55, left")
    running.later(50)
    assert running.clock_aloud.startswith("2  Where are we?, 24:55, left")
    running.later(10)
    assert running.clock_aloud.startswith("2  Where are we?, 23:55, left")
    running.press("Ctrl+P")
    assert running.clock_aloud.startswith("2  Where are we?, 23:55, paused")


# The whole evening


def test_the_strip_says_the_evening_in_a_sentence(running: Desk) -> None:
    assert running.strip == (
        "1 of 3 parts done, Where are we? until 08:35, ends 08:55, hall closes 09:00"
    )
    running.later(32 * MINUTE)
    assert running.strip == (
        "1 of 3 parts done, Where are we? until 08:42, ends 09:02, hall closes 09:00"
    )
    assert running.strip_parts == running.agenda


def test_a_part_that_is_jumped_over_is_left_out(hall: Desk) -> None:
    hall.start("Start now")
    hall.later(12 * MINUTE)
    while hall.focus != "Agenda":
        hall.press("Tab")
    hall.press("Down", "Return")  # the keys came to the next part by themselves
    assert hall.agenda == [
        "1, Welcome, done, 12:00, planned 10 min, 08:00 to 08:12",
        "2, Where are we?, left out",
        "3, What will we do?, running, 20 min, 08:12 to 08:32",
    ]
    assert hall.strip_parts == [hall.agenda[0], hall.agenda[2], hall.agenda[1]]


def test_a_dropped_part_says_so(running: Desk) -> None:
    running.session.replan({}, ("C",))
    assert running.agenda[2] == "3, What will we do?, dropped"
    assert "1 left out, ends 08:35" in running.strip
    assert "next" not in running.clock_says
    running.press("Ctrl+Z")
    assert running.agenda[2].startswith("3, What will we do?, to come, 20 min")


def test_a_plan_that_is_looked_at_shows_before_it_is_made(running: Desk) -> None:
    running.later(35 * MINUTE)
    before = running.agenda
    running.press("F6")
    assert running.agenda[2].startswith("3, What will we do?, to come, 20 min, would be 1")
    assert running.strip.startswith("With the new plan: 1 of 3 parts done")
    running.press("Escape")
    assert running.agenda == before
    assert running.strip.startswith("1 of 3 parts done")


def test_the_agenda_says_what_time_it_is(running: Desk) -> None:
    assert running.time_of_day == "08:10"
    running.later(MINUTE)
    assert running.time_of_day == "08:11"
