"""The clock of a session, over restarts, reboots and other laptops; and whatever happens."""

from contextlib import closing

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from facilitator.session_clock import CLOCK
from facilitator.session_file import SessionFile
from tests.laptop import Laptop
from tests.own_clock import HOUR, Evening, an_evening, planned, running

__all__ = ["planned", "running"]  # fixtures


def test_a_jump_over_a_restart_is_seen_as_well(running: Evening):
    running.laptop.set_clock(HOUR)
    running.again()
    assert running.clock.follow() == HOUR * 1000
    assert running.elapsed() == 60


@pytest.mark.parametrize("later", [0, HOUR])
def test_after_a_reboot_the_machine_decides(running: Evening, later: float):
    running.laptop.restart(120)
    running.laptop.advance(later)
    running.again()
    assert (running.off, running.clock.follow()) == (0, 0)
    assert running.elapsed() == 180 + later


@pytest.mark.parametrize("behind", [1_800, 50 * HOUR])
def test_after_a_reboot_with_the_clock_behind_time_does_not_go_back(
    running: Evening, behind: float
):
    """The machine's battery was empty; what it shows is before the last act."""
    running.session.note("The last")
    running.live(600)  # in which nothing is done
    running.laptop.set_clock(-behind)
    running.laptop.restart(20)
    running.again()
    assert running.clock.follow() == pytest.approx(-behind * 1000, abs=31_000)
    assert running.elapsed() == pytest.approx(660, abs=10)
    before = running.elapsed()
    running.live(30)
    running.session.set_clock(running.clock.follow())
    assert (running.off, running.elapsed()) == (0, before + 30)


def test_set_right_and_rebooted_it_goes_on_from_both(running: Evening):
    running.laptop.set_clock(HOUR)
    running.session.set_clock(running.clock.follow())
    running.laptop.restart(30)
    running.again()
    assert (running.off, running.clock.follow(), running.elapsed()) == (0, 0, 90)


def test_another_laptop_goes_on_by_its_own_clock(running: Evening):
    running.laptop = Laptop(ahead=70)
    running.laptop.ms += 60_000
    running.laptop.boot = "the other's"
    running.again()
    assert (running.off, running.clock.follow()) == (0, 0)


def test_acts_from_a_laptop_ahead_of_this_one_come_first(running: Evening):
    """The session went on elsewhere, on a clock three minutes ahead, and came back."""
    there = running.path.with_name("there.db")
    running.file.shelf.file.copy_to(there)
    with closing(SessionFile(there, lambda: running.laptop.ms + 180_000)) as other:
        other.resume("evening").note("Said there")
    running.file.take_in(there)
    running.again()
    assert running.session.note("Said here")
    assert running.clock.follow() == -180_000
    assert running.elapsed() == 240
    running.session.set_clock(-180_000)
    assert (running.off, running.elapsed()) == (0, 240)


@pytest.mark.parametrize(
    "words", ["", "five", "[]", "[1, 2]", '["a", "b", "c", 0, 0]', '["first", 1e999, 1, 0, 0]']
)
def test_a_kept_clock_that_is_none_is_passed_over(running: Evening, words: str):
    running.file.store.drafts.put_down("evening", CLOCK, words)
    running.again()
    assert (running.off, running.clock.follow(), running.elapsed()) == (0, 0, 60)


def test_a_disk_that_keeps_nothing_keeps_the_clock_in_mind(running: Evening):
    running.file.store.connection.execute("drop table desk")
    running.laptop.set_clock(1.5)
    assert running.live(60) == 0
    assert running.off == 0


STEP = st.one_of(
    st.tuples(st.just("live"), st.integers(1, 30)),
    st.tuples(st.just("sleep"), st.integers(1, 9 * HOUR)),
    st.tuples(st.just("set"), st.sampled_from((-HOUR, -5, -1.9, -0.4, 0.4, 1.9, 5, HOUR))),
    st.tuples(st.sampled_from(("again", "reboot", "yes", "no", "undo", "redo", "act")), st.none()),
)


def take(evening: Evening, what: str, by: float | None) -> bool:
    """Take a step; return whether somebody said that the laptop's clock is wrong."""
    session, clock, laptop = evening.session, evening.clock, evening.laptop
    match what:
        case "live":
            evening.live(by or 0)
        case "sleep":
            laptop.advance(by or 0)
        case "set":
            laptop.set_clock(by or 0)
        case "reboot":
            laptop.restart(60)
            evening.again()
        case "again":
            evening.again()
        case "yes":
            session.set_clock(clock.follow())
        case "no":
            asked = bool(clock.follow())
            clock.refuse()
            return asked
        case "undo" if session.history.done[-1].n > 2:
            session.undo()
            clock.refuse()
            return True
        case "redo":
            session.redo()
        case "act":
            session.note("Something")
    return False


@settings(max_examples=80)
@given(st.lists(STEP, max_size=25))
@example([("set", -HOUR), ("live", 11), ("reboot", None)])
def test_whatever_happens_it_goes_on_and_is_off_by_what_is_asked_at_most(
    steps: list[tuple[str, float | None]],
):
    """Moments never go back; the clock is right but for what a person has to say, or has said."""
    with an_evening() as evening:
        evening.session.start_segment("open")
        told, refused = evening.clock(), False
        for what, by in steps:
            refused |= take(evening, what, by)
            # Of a boot that is over, the last seconds may be nowhere, and its clock be wrong.
            assert evening.clock() >= told - (10_000 if what == "reboot" else 0)
            told = evening.clock()
            off = evening.clock.follow()
            if off:
                assert evening.off == -off
            elif not refused:
                assert abs(evening.off) < 2_000
        if not refused and not evening.clock.follow():
            evening.live(60)
            assert abs(evening.off) <= 1
        times = [entry.at for entry in evening.file.store.entries("evening")]
        assert times == sorted(times)


@settings(max_examples=30)
@given(st.lists(st.tuples(st.integers(0, 900), st.sampled_from((0, 0.05, -0.05))), max_size=20))
def test_however_often_it_is_restarted_it_is_right(restarts: list[tuple[int, float]]):
    """Each restart finds the clock of the machine a little off: that never adds up."""
    with an_evening() as evening:
        evening.session.start_segment("open")
        for seconds, drift in restarts:
            evening.laptop.advance(seconds)
            evening.session.note("An act, as before each crash")
            evening.laptop.set_clock(drift)
            evening.again()
            assert evening.clock.follow() == 0
            assert abs(evening.off) <= 400
            evening.live(10)
            assert abs(evening.off) <= 1
