"""Nothing that is done around a speaker and a segment touches their clocks."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.record.checking import faults
from facilitator.session import Session
from tests.acts import BACK, NOTING, QUEUE, ROSTER, Act, do, random_act, some_act
from tests.clock import Clock
from tests.evening import evening

AROUND = {**QUEUE, **NOTING, **ROSTER}


def begin(session: Session, clock: Clock) -> None:
    """Let a segment run and somebody speak: nothing that is done later takes that back."""
    session.start_segment("open")
    clock.advance(30)
    session.give_floor("bo")


def elapsed(session: Session, now: int) -> tuple[int, int]:
    segment, speaker = session.state.agenda.running, session.state.floor.speaker
    assert segment
    assert speaker
    assert speaker.person == "bo"
    return segment.watch.elapsed(now), speaker.watch.elapsed(now)


def go_on(session: Session, clock: Clock, acts: list[Act]) -> int:
    """Do the acts, look at the clocks after each, and return how many acts changed anything."""
    begun = clock()
    changed = depth = 0
    for act in acts:
        clock.advance(0.25)
        if act[0] == "undo" and not depth:
            continue  # it would take back the speaker's turn itself
        done = do(session, act)
        depth += done * {"undo": -1}.get(act[0], 1)
        changed += done
        spoken = clock() - begun
        assert elapsed(session, clock()) == (30_000 + spoken, spoken)
    return changed


def test_10_000_acts_around_a_speaker_never_change_a_clock():
    rng, clock = random.Random(2027), Clock()
    acts = [random_act(rng, BACK if rng.random() < 0.15 else AROUND) for _ in range(10_000)]
    with evening(clock) as session:
        begin(session, clock)
        assert go_on(session, clock, acts) > 4_000
        again = Session(session.store, "evening", clock)
        assert elapsed(again, clock()) == elapsed(session, clock())
        assert faults(session.store) == []


@settings(max_examples=60)
@given(st.lists(some_act(AROUND) | some_act(BACK), max_size=60))
def test_no_act_around_a_speaker_changes_a_clock(acts: list[Act]):
    clock = Clock()
    with evening(clock) as session:
        begin(session, clock)
        go_on(session, clock, acts)


@pytest.mark.parametrize("seed", range(2))
def test_nor_while_the_speaker_is_held_and_the_segment_paused(seed: int):
    rng, clock = random.Random(seed), Clock()
    with evening(clock) as session:
        begin(session, clock)
        clock.advance(12)
        session.hold()
        session.pause()
        for _ in range(500):
            clock.advance(1)
            do(session, random_act(rng, AROUND))
            assert elapsed(session, clock()) == (42_000, 12_000)
