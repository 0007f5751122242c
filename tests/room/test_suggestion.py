"""New voices first: who is suggested, why, and over whom nobody ever is."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.log import events as e
from facilitator.log.state import State, apply
from facilitator.room.agenda import KINDS
from facilitator.room.clock import MINUTE
from facilitator.room.floor import ASKING
from facilitator.room.people import CONSENT, Person
from facilitator.room.suggestion import BOUND, Suggestion, suggest
from tests.evening import AGENDA

WHO = ("ana", "bo", "chau", "dara")
PLAN = e.SessionPlanned(
    "An evening", people=tuple({"id": who, "name": who} for who in WHO), agenda=AGENDA
)


def after(*acts: tuple[int, e.Event], segment: str = "open") -> State:
    """Return the open floor after some acts, each with the minute in which it was done."""
    state = apply(apply(State(), PLAN, 0), e.SegmentStarted(segment), 0)
    for minute, act in acts:
        state = apply(state, act, minute * MINUTE)
    return state


def asks(minute: int, person: str, kind: str = "speak") -> tuple[int, e.Event]:
    return minute, e.SpeakerQueued(person, kind)


def speaks(minute: int, person: str) -> tuple[int, e.Event]:
    return minute, e.FloorGiven(person)


def suggested(state: State, minute: int) -> tuple[str, str]:
    return suggest(state, minute * MINUTE) or ("", "")


@pytest.mark.parametrize(
    ("acts", "minute", "expected"),
    [
        ([], 1, ("", "")),
        # The first who was not heard, with the reason
        (
            [speaks(0, "ana"), asks(1, "ana"), asks(2, "bo"), asks(3, "chau")],
            8,
            ("bo", "not heard yet, waited 6 min"),
        ),
        ([speaks(0, "ana"), asks(1, "ana"), asks(2, "bo")], 2, ("bo", "not heard yet")),
        # Who is first anyway needs no suggestion
        ([asks(0, "ana"), asks(1, "bo")], 2, ("", "")),
        ([speaks(0, "ana"), asks(1, "bo"), asks(1, "ana"), asks(1, "chau")], 2, ("", "")),
        # Everybody was heard
        ([speaks(0, "ana"), speaks(1, "bo"), asks(2, "ana"), asks(3, "bo")], 4, ("", "")),
        # How we talk, and what was not understood, before anybody
        (
            [asks(0, "ana"), asks(1, "bo", "clarifying_question"), asks(1, "dara")],
            3,
            ("bo", "clarifying question"),
        ),
        (
            [
                asks(0, "ana"),
                asks(1, "bo", "clarifying_question"),
                asks(2, "dara", "point_of_process"),
            ],
            3,
            ("dara", "point of process"),
        ),
        # Nobody goes over somebody who has waited long, or whom a person put there
        (
            [speaks(0, "ana"), asks(0, "ana"), asks(2, "bo")],
            10,
            ("bo", "not heard yet, waited 8 min"),
        ),
        ([speaks(0, "ana"), asks(0, "ana"), asks(2, "bo")], 11, ("", "")),
        (
            [
                speaks(0, "ana"),
                asks(1, "bo"),
                asks(1, "ana"),
                (1, e.SpeakerMoved("ana", "bo", "has a train")),
            ],
            2,
            ("", ""),
        ),
        (
            [
                speaks(0, "ana"),
                asks(1, "bo"),
                asks(1, "ana"),
                (1, e.SpeakerMoved("bo", None, "would rather be last")),
            ],
            2,
            ("", ""),
        ),
        # Moved without a reason, the order alone is another
        (
            [speaks(0, "ana"), asks(1, "bo"), asks(1, "ana"), (1, e.SpeakerMoved("ana", "bo"))],
            2,
            ("bo", "not heard yet, waited 1 min"),
        ),
        # Heard in this part
        (
            [
                (0, e.SegmentStarted("welcome")),
                speaks(0, "ana"),
                speaks(1, "bo"),
                (2, e.SegmentStarted("open")),
                speaks(2, "ana"),
                asks(3, "ana"),
                asks(4, "bo"),
            ],
            7,
            ("bo", "not heard in this part, waited 3 min"),
        ),
    ],
)
def test_who_is_suggested(acts: list[Any], minute: int, expected: tuple[str, str]):
    assert suggested(after(*acts), minute) == expected


@pytest.mark.parametrize("kind", KINDS)
def test_only_where_hands_are_raised(kind: str):
    """A round has its own order; questions to the chief are put in the order they are asked."""
    state = after(speaks(0, "ana"), asks(1, "ana"), asks(1, "bo"))
    segments = tuple(replace(segment, kind=kind) for segment in state.agenda.segments)
    state = replace(state, agenda=replace(state.agenda, segments=segments))
    assert bool(suggest(state, 2 * MINUTE)) == (kind == "open")


def test_a_meeting_that_does_not_want_it_has_none():
    state = after(speaks(0, "ana"), asks(1, "ana"), asks(1, "bo"))
    assert suggested(state, 2) == ("bo", "not heard yet, waited 1 min")
    state = apply(state, e.MeetingChanged({"new_voices": False}), 0)
    assert suggest(state, 2 * MINUTE) is None
    assert suggest(State(), 0) is None


MINUTES = st.integers(0, 30)
ACTS = st.lists(
    st.one_of(
        st.tuples(
            MINUTES, st.builds(e.SpeakerQueued, st.sampled_from(WHO), st.sampled_from(ASKING))
        ),
        st.tuples(MINUTES, st.builds(e.FloorGiven, st.sampled_from(WHO))),
        st.tuples(MINUTES, st.builds(e.SpeakerPassed, st.sampled_from(WHO), st.booleans())),
        st.tuples(MINUTES, st.builds(e.SegmentStarted, st.sampled_from(("open", "welcome")))),
    ),
    max_size=20,
)
PERSON = st.builds(
    Person,
    st.just("x"),
    st.text(max_size=3),
    groups=st.sampled_from(((), ("POLICE",), ("RESIDENT", "ELDER"))),
    languages=st.sampled_from(((), ("so",))),
    interpreted=st.booleans(),
    consent=st.sampled_from(CONSENT),
    minor=st.booleans(),
    walk_in=st.booleans(),
    role=st.sampled_from(("", "facilitator")),
)


@given(ACTS, MINUTES, st.lists(PERSON, min_size=4, max_size=4))
def test_who_they_are_changes_nothing(acts: list[Any], minute: int, others: list[Person]):
    state = after(*sorted(acts, key=lambda act: act[0]))
    people = {who: replace(one, id=who) for who, one in zip(WHO, others, strict=True)}
    same = suggest(replace(state, people=people), minute * MINUTE)
    assert same == suggest(state, minute * MINUTE)


@given(ACTS, MINUTES)
def test_nobody_is_kept_waiting_by_it(acts: list[Any], minute: int):
    now = minute * MINUTE
    state = after(*sorted(acts, key=lambda act: act[0]))
    found = suggest(state, now)
    waiting = [row.person for row in state.floor.queue]
    if found is not None:
        place = waiting.index(found.person)
        assert place > 0
        assert all(now - row.since <= BOUND for row in state.floor.queue[:place])
        assert isinstance(found, Suggestion)
        assert found.reason
