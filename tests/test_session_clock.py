"""The clock of a session, while the laptop's clock is corrected under it."""

import pytest

from facilitator.session_clock import under_way
from tests.own_clock import HOUR, Evening, planned, running

__all__ = ["planned", "running"]  # fixtures


# Before anything begins


def test_it_is_the_machines_own_clock_until_the_session_begins(planned: Evening):
    for by in (HOUR, -2 * HOUR, 1.5):
        planned.laptop.set_clock(by)
        assert planned.clock.follow() == 0
        assert planned.off == 0


@pytest.mark.parametrize("verb", ["next_segment", "give_floor", "queue"])
def test_it_is_steady_from_the_first_act_whose_length_is_told(planned: Evening, verb: str):
    session = planned.session
    if verb == "next_segment":
        session.next_segment()
    else:
        getattr(session, verb)("ana")
    assert under_way(session.state)
    assert planned.clock.follow() == 0
    planned.laptop.set_clock(HOUR)
    assert planned.off == -HOUR * 1000


def test_an_evening_planned_on_a_clock_ahead_is_lived_in_its_own_lengths(planned: Evening):
    """The laptop of the planning was an hour ahead; no act may be before one that is there."""
    planned.laptop.set_clock(HOUR)
    planned.session.note("planned")
    planned.laptop.set_clock(-HOUR)
    planned.session.start_segment("open")
    assert planned.clock.follow()
    assert planned.live(90) == pytest.approx(-HOUR * 1000, abs=1000)
    assert planned.elapsed() == 90
    planned.session.set_clock(planned.clock.follow())
    assert (planned.off, planned.elapsed()) == (0, 90)


# While it is under way


@pytest.mark.parametrize("by", [1.999, -1.999, 0.3, -0.3])
def test_a_small_correction_is_followed_and_never_asked_about(running: Evening, by: float):
    running.laptop.set_clock(by)
    for _ in range(45):
        assert running.live(1) == 0
    assert running.off == 0
    assert running.elapsed() == pytest.approx(105 + by, abs=0.01)


@pytest.mark.parametrize("by", [2, -2, HOUR, -HOUR, 5 * 365 * 24 * HOUR])
def test_a_large_one_is_asked_about_and_moves_nothing(running: Evening, by: float):
    running.laptop.set_clock(by)
    assert running.live(60) == by * 1000
    assert running.off == -by * 1000
    assert running.elapsed() == 120


@pytest.mark.parametrize("by", [3, HOUR, -HOUR])
def test_set_right_it_shows_the_time_of_the_machine_and_no_length_changes(
    running: Evening, by: float
):
    session = running.session
    session.give_floor("bo")
    running.live(5)
    running.laptop.set_clock(by)
    assert session.set_clock(running.clock.follow())
    assert (running.off, running.elapsed(), running.clock.follow()) == (0, 65, 0)
    running.live(10)
    assert (running.off, running.elapsed()) == (0, 75)
    speaker = session.state.floor.speaker
    assert speaker
    assert speaker.watch.elapsed(session.now()) == 15_000


def test_undone_and_redone_it_is_as_it_was(running: Evening):
    running.laptop.set_clock(HOUR)
    running.session.set_clock(running.clock.follow())
    for _ in range(3):
        assert running.session.undo()
        assert (running.off, running.elapsed()) == (-HOUR * 1000, 60)
        running.again()
        assert (running.off, running.elapsed()) == (-HOUR * 1000, 60)
        assert running.session.redo()
        assert (running.off, running.elapsed()) == (0, 60)
        running.again()
        assert (running.off, running.elapsed(), running.clock.follow()) == (0, 60, 0)


def test_a_clock_known_to_be_wrong_is_asked_about_once(running: Evening):
    running.laptop.set_clock(HOUR)
    assert running.clock.follow()
    running.clock.refuse()
    assert running.live(60) == 0
    running.again()
    assert running.live(60) == 0
    assert running.off == -HOUR * 1000
    running.laptop.set_clock(2)  # a different jump
    assert running.live(1) == (HOUR + 2) * 1000


def test_once_it_agrees_again_the_next_jump_is_a_new_one(running: Evening):
    running.laptop.set_clock(HOUR)
    running.clock.refuse()
    running.laptop.set_clock(-HOUR)
    assert running.live(5) == 0
    running.laptop.set_clock(HOUR)
    assert running.live(1) == HOUR * 1000


def test_nothing_is_asked_once_it_has_ended(running: Evening):
    running.laptop.set_clock(HOUR)
    running.session.end_session()
    assert running.live(60) == 0
    running.again()
    assert running.off == 0


@pytest.mark.parametrize("left", [False, True])
def test_an_end_too_early_that_is_undone_leaves_every_length(running: Evening, left: bool):
    running.session.end_session()
    running.live(30)
    if left:
        running.again()
    else:
        running.laptop.set_clock(HOUR)
    running.session.undo()
    assert running.elapsed() == 90
