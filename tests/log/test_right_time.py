"""A clock that was set right: all that was told moves with it, and no length changes."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.figures.account import measured_at
from facilitator.log import events as e
from facilitator.log.history import fold
from facilitator.log.right_time import clock_set
from facilitator.log.state import Entry, State, apply
from facilitator.record.checking import faults
from facilitator.session import Session
from tests.acts import AGENDA, FLOOR, NOTING, PLANNING, QUEUE, ROSTER, Act, do, some_act
from tests.clock import Clock
from tests.evening import AGENDA as PARTS
from tests.evening import MEETING, PEOPLE, evening

T = 1_800_000_000_000
HOUR = 3_600_000

# What names new things by chance would name them otherwise in a second evening.
BY_CHANCE = {"queue_newcomer", "add_person", "add_segment", "lay_agenda", "set_clock"}
LIVED = {
    verb: words
    for verbs in (QUEUE, NOTING, ROSTER, FLOOR, AGENDA, PLANNING)
    for verb, words in verbs.items()
    if verb not in BY_CHANCE
}
MOVING = {**FLOOR, "queue": QUEUE["queue"], "next_segment": {}, "pause": {}, "resume": {}}
JUMP = st.sampled_from((HOUR, -HOUR, 2_000, -86_400_000, 5 * 365 * 86_400_000))


def lengths(session: Session) -> dict[str, Any]:
    """Return every clock of a session, as it stands now."""
    state, now = session.state, session.now()
    return {
        "parts": [part.watch.elapsed(now) for part in state.agenda.segments],
        "left": [part.left(now) for part in state.agenda.segments],
        "paused": state.agenda.idle(now),
        "stands": [now - (part.watch.stopped or now) for part in state.agenda.segments],
        "turns": [turn.watch.elapsed(now) for turn in state.floor.turns],
        "waits": [now - row.since for row in state.floor.queue],
        "in all": now - (state.agenda.begun or now),
    }


@settings(max_examples=80)
@given(st.lists(some_act(LIVED) | some_act(MOVING) | JUMP, max_size=40))
def test_every_clock_goes_on_as_if_there_had_been_no_jump(acts: list[Act | int]):
    """Two evenings are lived in step; in one of them the clock is set right now and then."""
    clock = Clock()
    with evening(clock) as jumping, evening(clock) as calm:
        for session in (jumping, calm):
            session.start_segment("open")
            session.give_floor("bo")
            session.queue("chau")
        for act in acts:
            clock.advance(7.5)
            if isinstance(act, int):
                jumping.set_clock(act)
            else:
                assert do(jumping, act) == do(calm, act)
            assert lengths(jumping) == lengths(calm)
        moved = jumping.state.set_by
        assert (clock_set(calm.state, moved) if moved else calm.state) == jumping.state
        assert jumping.now() == calm.now() + moved
        times = [entry.at for entry in jumping.history.done]
        assert times == sorted(times)
        assert faults(jumping.store) == []
        while jumping.undo():
            clock.advance(1)
        assert jumping.state.set_by == 0


def test_the_log_keeps_its_moments_and_the_record_tells_the_right_ones(clock: Clock):
    with evening(clock) as session:
        session.note("before")
        session.set_clock(HOUR)
        clock.advance(60)
        session.note("after")
        entries = session.store.entries("evening")
        assert [entry.at for entry in entries] == [T, T, T, T + 60_000]
        told = [(note.text, note.at) for note in session.state.notes.values()]
        assert told == [("before", T + HOUR), ("after", T + HOUR + 60_000)]
        rows = session.store.db.execute("select text, at from note order by at").fetchall()
        assert rows == told
        assert fold(entries) == session.state
        assert measured_at(session.history) == T + HOUR + 60_000


def test_the_hours_of_the_plan_stay_where_they_are():
    planned = e.SessionPlanned(**MEETING, people=PEOPLE, agenda=PARTS)
    replanned = e.AgendaReplanned({}, (), T + 5 * HOUR)
    before = fold(Entry(n, T, of) for n, of in enumerate((planned, replanned), 1))
    after = apply(before, e.ClockSet(HOUR), T)
    assert [one.fixed_start for one in after.agenda.segments] == [
        one.fixed_start for one in before.agenda.segments
    ]
    assert after.agenda.agreed_end == T + 5 * HOUR
    assert after.meeting == before.meeting


def test_where_no_hour_is_planned_an_agreed_end_moves_with_the_evening():
    planned = e.SessionPlanned("An evening", agenda=PARTS)
    acts = (planned, e.SegmentStarted("open"), e.AgendaReplanned({}, (), T + HOUR))
    before = fold(Entry(n, T, of) for n, of in enumerate(acts, 1))
    assert apply(before, e.ClockSet(HOUR), T).agenda.agreed_end == T + 2 * HOUR


@pytest.mark.parametrize("by", [0, 2**53, -(2**53), 10**30])
def test_what_is_no_setting_changes_nothing(by: int):
    state = State()
    assert apply(state, e.ClockSet(by), T) is state


@pytest.mark.parametrize("at", [-(2**63), 2**63 - 1])
def test_moments_of_another_world_stay_inside_of_what_the_file_holds(at: int, clock: Clock):
    with evening(clock) as session:
        session.do(e.SegmentStarted("welcome", -(2**53)))
        state = apply(session.state, e.SpeakerQueued("bo", "speak"), at)
        state = apply(state, e.FloorGiven("ana"), at)
        for by in (HOUR, -2 * HOUR):
            state = apply(state, e.ClockSet(by), at)
        moments = [state.floor.turns[0].watch.begun, state.floor.queue[0].since]
        assert all(one is not None and abs(one) < 2**63 for one in moments)
