"""The clock of a session, on a laptop that is corrected, sleeps, and is started again."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator import session_file
from facilitator.record.checking import faults
from facilitator.session_clock import CLOCK, SessionClock, under_way
from facilitator.session_file import SessionFile
from tests.evening import AGENDA, MEETING, PEOPLE
from tests.laptop import Laptop

HOUR = 3_600


@dataclass
class Evening:
    """An evening on a laptop, in a file that is left and opened again."""

    path: Path
    laptop: Laptop = field(default_factory=Laptop)

    def __post_init__(self) -> None:
        self.open()

    def open(self) -> None:
        machine, session_file.anchor = session_file.anchor, self.laptop.machine
        self.file = SessionFile(self.path)
        session_file.anchor = machine
        self.session = self.file.resume("evening")
        self.session.plan(MEETING, PEOPLE, AGENDA)
        clock = self.session.steady
        assert isinstance(clock, SessionClock)
        self.clock = clock

    def again(self) -> None:
        self.file.close()
        self.open()

    def live(self, seconds: float) -> int:
        """Let time go by as the window sees it; return what is to be asked at last."""
        off = 0
        for _ in range(round(seconds)):
            self.laptop.advance(1)
            off = self.clock.follow()
        return off

    @property
    def off(self) -> int:
        """Return by how many ms its clock is ahead of the laptop's."""
        return self.session.now() - self.laptop.shows

    def elapsed(self, part: str = "open") -> float:
        parts = self.session.state.agenda.segments
        watch = next(one.watch for one in parts if one.id == part)
        return watch.elapsed(self.session.now()) / 1000


@contextmanager
def an_evening() -> Iterator[Evening]:
    with TemporaryDirectory() as folder:
        evening = Evening(Path(folder) / "evening.db")
        evening.file.store.db.execute("pragma synchronous = off").fetchall()
        yield evening
        evening.file.close()


@pytest.fixture
def planned(tmp_path: Path) -> Iterator[Evening]:
    evening = Evening(tmp_path / "evening.db")
    yield evening
    times = [entry.at for entry in evening.file.store.entries("evening")]
    assert times == sorted(times)
    assert faults(evening.file.store) == []
    evening.file.close()


@pytest.fixture
def running(planned: Evening) -> Evening:
    planned.session.start_segment("open")
    planned.live(60)
    return planned


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


# Restarts


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
    running.laptop.set_clock(-behind)
    running.laptop.restart(20)
    running.again()
    assert running.clock.follow() == pytest.approx(-behind * 1000, abs=21_000)
    assert running.elapsed() == 60
    running.live(30)
    assert running.elapsed() == 90
    running.session.set_clock(running.clock.follow())
    assert (running.off, running.elapsed()) == (0, 90)


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
    running.file.shelf.copy_to(there)
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


@settings(max_examples=80)
@given(st.lists(STEP, max_size=25))
def test_whatever_happens_it_goes_on_and_is_off_by_what_is_asked_at_most(
    steps: list[tuple[str, float | None]],
):
    """Moments never go back; the clock is right but for what a person has to say, or has said."""
    with an_evening() as evening:
        evening.session.start_segment("open")
        told = evening.clock()
        refused = False
        for what, by in steps:
            session, clock = evening.session, evening.clock
            match what:
                case "live" | "sleep":
                    evening.live(by or 0) if what == "live" else evening.laptop.advance(by or 0)
                case "set":
                    evening.laptop.set_clock(by or 0)
                case "reboot":
                    evening.laptop.restart(60)
                    evening.again()
                case "yes":
                    session.set_clock(clock.follow())
                case "no":
                    refused |= bool(clock.follow())
                    clock.refuse()
                case "undo" if session.history.done[-1].n > 2:
                    session.undo()
                    clock.refuse()
                    refused = True
                case "redo":
                    session.redo()
                case "act":
                    session.note("Something")
                case "again":
                    evening.again()
            now = evening.clock()
            assert now >= told
            told = now
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
