"""Attendance is heads that somebody counted; who signed in stands beside it, who spoke never."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.figures.attendance import attendance
from facilitator.log import events as e
from facilitator.log.state import State, apply
from facilitator.room.head_count import METHODS
from tests.evening import AGENDA, MEETING, PEOPLE

T = 1_800_000_000_000
WHO = [row["id"] for row in PEOPLE]


def after(*happened: e.Event, state: State | None = None) -> State:
    state = state or apply(State(), e.SessionPlanned(**MEETING, people=PEOPLE, agenda=AGENDA), T)
    for n, event in enumerate(happened):
        state = apply(state, event, T + n * 1000)
    return state


def queued(*people: str) -> list[e.Event]:
    return [e.SpeakerQueued(person) for person in people]


def came(*people: str) -> list[e.Event]:
    return [e.PersonArrived(person) for person in people]


@pytest.mark.parametrize(
    ("happened", "sentences"),
    [
        ([], ["No head count was made"]),
        (queued("ana", "bo"), ["No head count was made"]),
        (came("ana", "bo"), ["No head count was made", "2 people signed in"]),
        ([*queued("ana"), *came("bo")], ["No head count was made", "1 person signed in"]),
        ([*queued("ana"), *came("ana")], ["No head count was made", "1 person signed in"]),
        ([*came("ana"), *queued("ana")], ["No head count was made", "1 person signed in"]),
        ([e.PeopleTallied(14, "door")], ["14 people, counted at the door"]),
        ([e.PeopleTallied(1, "room")], ["1 person, counted in the room"]),
        ([e.PeopleTallied(0, "room")], ["0 people, counted in the room"]),
        ([e.PeopleTallied(14)], ["14 people, counted"]),  # an old log does not say where
        ([e.PeopleTallied(14, "of a newer version")], ["14 people, counted"]),
        (
            [e.PeopleTallied(1200, "estimated"), *queued("ana")],
            ["1,200 people, estimated"],
        ),
        (
            [e.PeopleTallied(14, "room"), *came("ana")],
            ["14 people, counted in the room", "1 person signed in"],
        ),
        ([e.PeopleTallied(14, "signed_in"), *came("ana")], ["14 people, signed in"]),
        ([e.MeetingChanged({"uncounted": True})], ["No head count was made"]),
        (
            [e.MeetingChanged({"uncounted": True}), e.PeopleTallied(9, "room")],
            ["9 people, counted in the room"],
        ),
    ],
)
def test_what_may_be_told_of_it(happened: list[e.Event], sentences: list[str]):
    assert [*attendance(after(*happened)).sentences] == sentences


@given(
    st.lists(st.sampled_from(WHO)),
    st.none() | st.tuples(st.integers(0, 40), st.sampled_from([*METHODS, "counted"])),
    st.lists(st.sampled_from(WHO), min_size=1),
    st.booleans(),
)
def test_whoever_asks_for_the_floor_changes_no_attendance(
    there: list[str], tally: Any, speaking: list[str], gets_it: bool
):
    counted = [] if tally is None else [e.PeopleTallied(*tally)]
    before = after(*came(*there), *counted)
    kind = e.FloorGiven if gets_it else e.SpeakerQueued
    now = after(*(kind(person) for person in [*speaking, "walk-in"]), state=before)
    assert attendance(now).sentences == attendance(before).sentences
    known = {*there, *speaking}
    assert attendance(now).signed_in_or_spoke == len(known)


@pytest.mark.parametrize(
    ("happened", "signed_in", "here"),
    [
        (queued("ana"), False, True),
        ([e.FloorGiven("ana")], False, True),
        (came("ana"), True, True),
        ([*queued("ana"), *came("ana")], True, True),  # signing in after speaking is kept
        ([*came("ana"), *queued("ana")], True, True),
        ([*came("ana"), e.PersonLeft("ana"), *queued("ana")], True, True),
        ([*queued("ana"), e.PersonLeft("ana"), *queued("ana")], False, True),
        ([*queued("ana"), e.PersonLeft("ana"), *came("ana")], True, True),
        ([*queued("ana"), e.PersonChanged("ana", {"came": None})], False, False),
        ([*queued("ana"), e.PersonChanged("ana", {"came": T})], True, True),  # by hand
        ([e.PersonAdded("ana2", "Ana")], False, False),
    ],
)
def test_it_is_known_how_somebody_came(happened: list[e.Event], signed_in: bool, here: bool):
    ana = after(*happened).people["ana"]
    assert (ana.signed_in, ana.came is not None) == (signed_in, here)


@pytest.mark.parametrize(
    ("known", "guest", "signed_in"),
    [
        (came("bo"), [], True),
        ([], came("guest"), True),
        (queued("bo"), [], False),
        ([], [], False),
    ],
)
def test_who_turns_out_to_be_on_the_list_signed_in_if_either_did(
    known: list[e.Event], guest: list[e.Event], signed_in: bool
):
    walk_in = e.SpeakerQueued("guest", name="Bobby")
    whole = after(*known, walk_in, *guest, e.PeopleMerged("guest", "bo")).people["bo"]
    assert whole.came is not None
    assert whole.signed_in == signed_in


def test_marking_twice_changes_nothing():
    once = after(*came("ana"))
    assert after(*came("ana"), state=once) is once
    spoke = after(*queued("ana"))
    assert after(*queued("ana"), state=spoke) is spoke
