"""What a part takes by how many people there are: the scaling rules of the practice guide."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.room.agenda import KINDS, Segment
from facilitator.room.clock import MINUTE, SECOND
from facilitator.room.lengths import BETWEEN, SHORTEST, STEP, Crowd, crowd, need
from facilitator.room.meeting import Meeting, Tally
from facilitator.room.people import Person

PEOPLE = {str(n): Person(str(n), invited=True) for n in range(12)}


def part(kind: str, minutes: float = 25, turn_s: int = 120, think_s: int = 0) -> Segment:
    length = round(minutes * MINUTE)
    limit = turn_s * SECOND or None
    return Segment("A", "", kind, length, length, turn_limit=limit, think=think_s * SECOND)


@pytest.mark.parametrize(
    ("of", "room", "seconds"),
    [
        # think + n x turn + (n - 1) x 8 s
        (part("round"), Crowd(people=15), 15 * 120 + 14 * 8),
        (part("round"), Crowd(people=15, interpreted=1), 16 * 120 + 14 * 8),
        (part("round", think_s=120), Crowd(people=6), 120 + 6 * 120 + 5 * 8),
        (part("story", turn_s=180), Crowd(people=8), 8 * 180 + 7 * 8),
        (part("round"), Crowd(people=1), 120),
        # all tables at once
        (part("round"), Crowd("", 96, 9, 12, 8, 1), 9 * 120 + 7 * 8),
        # tables x 90 s + (tables - 1) x 10 s
        (part("harvest", turn_s=0), Crowd("", 96, 0, 12, 8), 12 * 90 + 11 * 10),
        (part("harvest", turn_s=240), Crowd("", 80, 0, 7, 12), 7 * 240 + 6 * 10),
        # 8 min + 1 min per 15 people
        (part("prioritise"), Crowd(people=80), (8 + 6) * 60),
        (part("prioritise"), Crowd(people=15), 9 * 60),
        # items x 5 min
        (part("review"), Crowd(promises=9), 45 * 60),
    ],
)
def test_what_a_part_takes(of: Segment, room: Crowd, seconds: int):
    needed = need(of, room)
    assert needed is not None
    assert needed.length == seconds * SECOND


@pytest.mark.parametrize(
    ("of", "number"),
    [
        (part("qa", 45, 60), 13),  # a question of 60 s, 120 s for the answer, 20 s
        (part("qa", 45, 0), 13),
        (part("review", 40), 8),
        (part("review", 4), 0),
    ],
)
def test_how_many_fit(of: Segment, number: int):
    needed = need(of, Crowd())
    assert needed is not None
    assert (needed.number, needed.length) == (number, 0)


def test_turns_that_would_fit():
    needed = need(part("round", 25), Crowd(people=15, interpreted=1))
    assert needed is not None
    assert needed.fits == 85 * SECOND  # 25:00 less 14 x 8 s, for 16 turns
    needed = need(part("round", 3), Crowd(people=15))
    assert needed is not None
    assert needed.fits == 0  # nobody says anything in 4 s


def test_a_round_that_says_nothing_of_turns():
    needed = need(part("round", 25, 0), Crowd(people=15))
    assert needed is not None
    assert (needed.each, needed.length, needed.fits) == (0, 0, 90 * SECOND)


def test_where_the_number_of_people_makes_no_difference():
    silent = set(KINDS) - {"round", "story", "harvest", "prioritise", "qa", "review"}
    assert all(need(part(kind), Crowd("", 40, 4, 5, 8, 1)) is None for kind in silent)
    assert all(need(part(kind), Crowd()) is None for kind in ("round", "harvest", "prioritise"))
    assert need(part("harvest"), Crowd(people=30)) is None  # one room has no tables to report


def test_who_is_expected_is_who_came_or_else_confirmed_or_else_was_invited():
    assert crowd(Meeting(), PEOPLE)[:2] == ("invited", 12)
    sure = {**PEOPLE, "1": replace(PEOPLE["1"], confirmed=True)}
    assert crowd(Meeting(), sure)[:2] == ("confirmed", 1)
    came = {**sure, "2": replace(PEOPLE["2"], came=1), "3": replace(PEOPLE["3"], came=1, left=2)}
    assert crowd(Meeting(), came)[:2] == ("came", 1)
    assert crowd(Meeting(tally=Tally(40, "counted")), came)[:2] == ("counted", 40)


def test_who_serves_has_no_turn():
    people = {**PEOPLE, "1": replace(PEOPLE["1"], role="Interpreter")}
    assert crowd(Meeting(), people).people == 11


def test_tables_before_anybody_is_seated():
    people = {**PEOPLE, "1": replace(PEOPLE["1"], interpreted=True)}
    people["2"] = replace(PEOPLE["2"], interpreted=True)
    apart = crowd(Meeting(seats=5), people)
    assert apart == Crowd("invited", 12, 2, 3, 4, 1)
    together = crowd(Meeting(seats=5, languages_together=True), people)
    assert together == Crowd("invited", 12, 2, 3, 4, 2)


def test_tables_as_people_are_seated():
    people = {key: replace(one, table=1 + int(key) // 6) for key, one in PEOPLE.items()}
    people["0"] = replace(people["0"], interpreted=True)
    assert crowd(Meeting(seats=5), people) == Crowd("invited", 12, 1, 2, 6, 1)
    assert crowd(Meeting(), people) == Crowd("invited", 12, 1)  # a room without tables


CROWDS = st.builds(
    lambda people, interpreted: Crowd("", people, min(people, interpreted)),
    st.integers(1, 5000),
    st.integers(0, 50),
)


@given(CROWDS, st.integers(1, 600), st.integers(20, 600), st.integers(0, 300))
def test_a_round_of_the_length_it_needs_fits_and_no_shorter_one(room, minutes, turn_s, think_s):
    needed = need(part("round", minutes, turn_s, think_s), room)
    assert needed is not None
    enough = need(part("round", needed.length / MINUTE, turn_s, think_s), room)
    assert enough is not None
    assert enough.fits == turn_s * SECOND // STEP * STEP
    if needed.fits:
        assert needed.fits >= SHORTEST
        shorter = need(part("round", minutes, needed.fits // SECOND, think_s), room)
        assert shorter is not None
        assert shorter.length <= minutes * MINUTE < shorter.length + STEP * 2 * room.people


@given(CROWDS, st.integers(20, 600))
def test_one_more_person_never_takes_less(room: Crowd, turn_s: int):
    more = room._replace(people=room.people + 1)
    for kind in ("round", "prioritise"):
        fewer, longer = need(part(kind, 25, turn_s), room), need(part(kind, 25, turn_s), more)
        assert fewer is not None
        assert longer is not None
        assert longer.length >= fewer.length
        if kind == "round":
            assert longer.length - fewer.length == turn_s * SECOND + BETWEEN
