"""Undo, redo and reopening, against the simplest model there is: two stacks of states."""

import random
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.log import history
from facilitator.log.state import State
from facilitator.record.checking import faults
from facilitator.record.files import store_at
from facilitator.session import Session
from tests.acts import BACK, EVERYTHING, Act, do, random_act, some_act
from tests.clock import Clock
from tests.evening import evening, sit_down


class Stacks:
    """A session that keeps every state it ever was in."""

    def __init__(self, session: Session) -> None:
        self.past: list[State] = [session.state]
        self.future: list[State] = []

    def after(self, session: Session, act: Act) -> State:
        """Do an act, and return the state that it should have led to."""
        verb, _ = act
        before = session.state
        changed = do(session, act)
        if verb == "undo":
            assert changed == (len(self.past) > 1)
            if changed:
                self.future.append(self.past.pop())
        elif verb == "redo":
            assert changed == bool(self.future)
            if changed:
                self.past.append(self.future.pop())
        elif changed:
            self.past.append(session.state)
            self.future.clear()
        else:
            assert session.state is before
        return self.past[-1]


def numbers(session: Session) -> tuple[list[int], list[int]]:
    """Return the numbers of the acts that stand and of those that were undone."""
    history = session.history
    return [entry.n for entry in history.done], [entry.n for entry in history.undone]


def play(session: Session, clock: Clock, acts: list[Act]) -> Stacks:
    stacks = Stacks(session)
    for act in acts:
        clock.advance(1.5)
        expected = stacks.after(session, act)
        assert session.state == expected
    return stacks


ACTS = st.lists(some_act({**EVERYTHING, **BACK}) | some_act(BACK), max_size=60)


@pytest.fixture(params=[3, 256])
def snapshots(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history, "SNAPSHOT_EVERY", request.param)


@pytest.mark.usefixtures("snapshots")
def test_undo_and_redo_are_two_stacks():
    @settings(max_examples=60)
    @given(ACTS)
    def are_two_stacks(acts: list[Act]):
        clock = Clock()
        with evening(clock) as session:
            play(session, clock, acts)
            assert faults(session.store) == []

    are_two_stacks()


@pytest.mark.usefixtures("snapshots")
@pytest.mark.parametrize("seed", range(3))
def test_a_long_evening_is_undone_to_its_beginning_and_redone_to_its_end(seed: int):
    rng, clock = random.Random(seed), Clock()
    acts = [random_act(rng, EVERYTHING) for _ in range(900)]
    with evening(clock) as session:
        stacks = play(session, clock, acts)
        assert len(stacks.past) > 300  # more than one snapshot, even of the large ones
        states = stacks.past[:]
        for expected in states[-2::-1]:
            clock.advance(1)
            assert session.undo()
            assert session.state == expected
        assert not session.undo()
        for expected in states[1:]:
            clock.advance(1)
            assert session.redo()
            assert session.state == expected
        assert not session.redo()
        assert faults(session.store) == []


@settings(max_examples=40)
@given(st.lists(some_act({**EVERYTHING, **BACK}) | some_act(BACK) | st.none(), max_size=50))
def test_leaving_and_coming_back_changes_nothing(acts: list[Act | None]):
    """None is where the app is closed and opened again."""
    clock = Clock()
    with evening(clock) as first:
        session, stacks = first, Stacks(first)
        for act in acts:
            clock.advance(1.5)
            if act is None:
                before = session
                session = Session(first.store, "evening", clock)
                assert numbers(session) == numbers(before)
                expected = before.state
            else:
                expected = stacks.after(session, act)
            assert session.state == expected


def test_undo_works_across_a_crash(tmp_path: Path, clock: Clock):
    path = tmp_path / "evening.db"
    with closing(store_at(path)) as store:
        session = sit_down(store, clock)
        session.queue("ana")
        session.give_floor()
        session.note("The light is out")
        session.undo()
    with closing(store_at(path)) as store:
        session = Session(store, "evening", clock)
        assert session.redo()
        assert [note.text for note in session.state.notes.values()] == ["The light is out"]
        assert session.undo()
        assert session.undo()
        assert [row.person for row in session.state.floor.queue] == ["ana"]


def test_a_mistaken_give_is_undone_and_the_first_speaker_never_stopped(clock: Clock):
    with evening(clock) as session:
        session.queue("ana")
        session.queue("bo")
        session.give_floor()
        clock.advance(60)
        session.give_floor()
        clock.advance(5)
        session.undo()
        clock.advance(5)
        assert session.state.floor.speaker
        assert session.state.floor.speaker.person == "ana"
        assert session.state.floor.speaker.watch.elapsed(clock()) == 70_000
