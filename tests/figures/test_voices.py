"""The talk as it was shared, and what each has spoken however many turns there were."""

from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.figures import voices as v
from facilitator.log import events as e
from facilitator.log.state import State, apply
from facilitator.room import spoken
from facilitator.room.clock import MINUTE, SECOND
from facilitator.room.people import Person
from tests.acts import FLOOR, Act, do, some_act
from tests.clock import Clock
from tests.evening import AGENDA, evening

PEOPLE = (
    {"id": "ana", "groups": ["RESIDENT"]},
    {"id": "bo", "groups": ["POLICE"]},
    {"id": "chau", "groups": ["STUDENT"], "interpreted": True},
    {"id": "dara", "groups": []},
    {"id": "fay", "groups": ["RESIDENT"], "role": "co-facilitator"},
    {"id": "gil", "groups": ["RESIDENT"]},
)


def spoken_by(**minutes: float) -> State:
    """Return the end of an open floor in which they spoke so long, one after the other."""
    state = apply(State(), e.SessionPlanned("t", people=PEOPLE, agenda=AGENDA), 0)
    state, now = apply(state, e.SegmentStarted("open"), 0), 0
    for person in PEOPLE[:5]:
        state = apply(state, e.PersonArrived(person["id"]), 0)
    for person, length in minutes.items():
        state = apply(state, e.FloorGiven(person), now)
        now += round(length * MINUTE)
    return apply(state, e.FloorReleased(), now)


def percent(of: v.Voices) -> dict[str, tuple[int, int]]:
    groups = {*of.people, *of.talk}
    return {g: (round(100 * of.of_talk(g)), round(100 * of.of_room(g))) for g in groups}


def test_shares_of_the_talk_stand_beside_shares_of_the_room():
    state = spoken_by(ana=6, bo=3, dara=1)
    assert percent(v.voices(state, 0, v.side)) == {
        "Community": (60, 50),
        "Officials": (30, 25),
        "Not stated": (10, 25),
    }


def test_of_interpreted_speech_half_counts_though_the_clock_ran_in_full():
    state = spoken_by(ana=3, chau=6, bo=3)
    assert v.voices(state, 0, v.side).talk == {"Community": 6 * MINUTE, "Officials": 3 * MINUTE}
    assert v.by_group(state, 0, v.side)["Community"].talk == 9 * MINUTE


def test_facilitators_are_kept_apart():
    of = v.voices(spoken_by(ana=3, fay=9, bo=3), 0, v.side)
    assert (of.facilitating, of.of_talk("Officials"), of.people["Community"]) == (
        9 * MINUTE,
        0.5,
        2,
    )


@pytest.mark.parametrize(
    ("role", "apart"),
    [
        ("facilitator", True),
        ("lead facilitator", True),
        ("Co-Facilitator", True),
        ("table_facilitator", True),
        ("circle keeper", True),
        ("moderator", True),
        ("", False),
        ("recorder", False),
        ("presenter", False),
    ],
)
def test_who_leads_the_talk_is_told_by_the_role(role: str, apart: bool):
    assert Person("x", role=role).facilitates is apart


@pytest.mark.parametrize(
    ("minutes", "much"),
    [
        ({"ana": 6, "bo": 3.9, "chau": 2}, False),  # 36 % of the talk, a quarter of the room
        ({"ana": 6, "bo": 4.5, "chau": 2}, True),
        ({"bo": 9}, False),  # too early: one speech is most of it
        ({"bo": 10}, True),
    ],
)
def test_when_officials_have_had_much_more_than_their_share(minutes: dict[str, float], much: bool):
    assert v.officials_dominate(v.voices(spoken_by(**minutes), 0, v.side)) is much


def test_how_many_were_heard():
    state = spoken_by(ana=1, bo=1)
    assert v.how_many_heard(state) == v.Heard(2, 2, here=4)  # the facilitator is apart
    state = apply(state, e.SegmentStarted("close"), 9 * MINUTE)
    assert v.how_many_heard(state) == v.Heard(2, 0, here=4)
    assert v.how_many_heard(apply(state, e.SessionEnded(), 9 * MINUTE)) == v.Heard(2, None, 4)
    assert v.how_many_heard(State()) == v.Heard(0, None, None)


def test_where_nobody_signs_in_only_a_count_of_heads_tells_how_many_are_here():
    state = apply(State(), e.SessionPlanned("t", people=PEOPLE, agenda=AGENDA), 0)
    state = apply(apply(state, e.SegmentStarted("open"), 0), e.FloorGiven("ana"), 0)
    assert v.how_many_heard(state) == v.Heard(1, 1, here=None)
    assert v.how_many_heard(apply(state, e.PeopleTallied(40), 0)) == v.Heard(1, 1, here=40)


def test_a_room_in_which_nobody_spoke_has_no_shares():
    assert percent(v.voices(spoken_by(), 0, v.side))["Community"] == (0, 50)
    assert percent(v.voices(State(), 0, v.side)) == {}


@given(st.lists(some_act(FLOOR), max_size=150), st.integers(0, 100))
def test_summed_by_chapter_it_is_the_same(acts: list[Act], seconds: int):
    clock = Clock()
    with evening(clock) as session:
        session.start_segment("open")
        for act in acts:
            clock.advance(1)
            do(session, act)
            agree(session.state, clock())
        agree(session.state, clock() + seconds * SECOND)


def agree(state: State, now: int) -> None:
    floor = state.floor
    talk: dict[str, int] = {}
    for turn in floor.turns:
        talk[turn.person] = talk.get(turn.person, 0) + turn.watch.elapsed(now)
    assert spoken.talk_time(floor, now) == talk
    said = [turn for turn in floor.turns if not turn.passed]
    assert spoken.turns(floor) == Counter(turn.person for turn in said)
    assert spoken.heard(floor) == {turn.person for turn in said}
    for segment in ("open", "close"):
        here: Any = {turn.person for turn in said if turn.segment == segment}
        assert spoken.heard(floor, segment) == here
