"""Who is at the big table: each person once, each seat said, nobody alone who may not be."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.figures.big_table import (
    FEW,
    MOST,
    BigTable,
    Missing,
    big_table,
    reach,
    table_of,
    voice,
    with_seats,
)
from facilitator.log import events as e
from facilitator.log.state import State, apply
from facilitator.room.clock import MINUTE
from facilitator.room.groups import groups
from facilitator.room.people import HOST, Person

LISTED = list(groups()["big_table"])
FAMILY = "FAMILY_AFFECTED"


def crowd(*told: str) -> list[Person]:
    """Return people from words: "POLICE CLERGY confirmed", "STUDENT came", "walk_in came"."""
    return [_person(n, words.split()) for n, words in enumerate(told)]


def _person(n: int, words: list[str]) -> Person:
    codes = tuple(word for word in words if word.isupper())
    walk_in = "walk_in" in words
    return Person(
        f"p{n}",
        groups=codes,
        walk_in=walk_in,
        invited=not walk_in and "uninvited" not in words,
        confirmed="confirmed" in words,
        came=5 if "came" in words else None,
        role="co-facilitator" if "leads" in words else "",
    )


def seats(table: BigTable, code: str) -> tuple[int, int, int, int]:
    """Return the seats of a place: how many, taken, no answer yet, nobody asked."""
    of = table.place(code)
    return of.seats, of.taken, of.waiting, of.open


@pytest.mark.parametrize(
    ("told", "wanted", "expected"),
    [
        ((), None, (1, 0, 0, 1)),  # a group of the big table: one seat shows empty
        ((), 0, (0, 0, 0, 0)),  # unless it is not wanted
        ((), 3, (3, 0, 0, 3)),
        (("POLICE",), None, (1, 0, 1, 0)),
        (("POLICE confirmed", "POLICE"), None, (2, 1, 1, 0)),
        (("POLICE confirmed", "POLICE"), 3, (3, 1, 1, 1)),
        (("POLICE confirmed",) * 3, 2, (2, 2, 0, 0)),  # one more than there are seats
        (("POLICE came",), None, (1, 1, 0, 0)),  # to come is an answer
        (("POLICE uninvited",), None, (1, 0, 0, 1)),  # on the list, not asked yet
        (("CLERGY POLICE",), None, (0, 0, 0, 0)),  # sits with the clergy, and stands for both
        (("POLICE leads",), None, (1, 0, 0, 1)),  # who facilitates is no guest
    ],
)
def test_seats_of_a_group(told: tuple[str, ...], wanted: int | None, expected: Any) -> None:
    targets = {} if wanted is None else {"POLICE": wanted}
    assert seats(big_table(crowd(*told), targets), "POLICE") == expected


def test_the_fourteen_have_a_place_others_when_somebody_is_there() -> None:
    shown = [code for code in LISTED if code != FAMILY]
    assert [place.code for place in big_table((), {}).places] == shown
    table = big_table(crowd("NIGHT_BUS", "", "HEALTH HOUSING"), {"RESIDENT": 30, "YOUTH": 0})
    assert [p.code for p in table.places[13:]] == ["RESIDENT", "HEALTH", "NIGHT_BUS", "NOT_STATED"]
    assert table.not_stated.asked == 1


def test_who_is_missing_from_those_who_will_be_there() -> None:
    people = crowd("POLICE confirmed", "CLERGY", "POLICE ELECTED", "FAMILY_AFFECTED came")
    table = big_table(people, {"MEDIA": 0, "RESIDENT": 5, "HEALTH": 0})
    missing = table.missing()
    assert missing[0] == Missing("CLERGY", 1)  # asked, and no answer
    assert {"ELECTED", "POLICE", "MEDIA", "HEALTH", FAMILY, HOST}.isdisjoint(dict(missing))
    assert missing[-1] == Missing("RESIDENT", 0)  # wanted, so it is a named group


def test_who_was_missing_from_those_who_came() -> None:
    people = crowd("POLICE came", "CLERGY confirmed", "STUDENT walk_in came")
    missing = dict(big_table(people, {}).missing(came=True))
    assert missing["CLERGY"] == 1  # asked, and nobody came
    assert missing["BUSINESS"] == 0
    assert {"POLICE", "STUDENT"}.isdisjoint(missing)


def test_families_affected_are_named_only_while_nobody_stands_for_them() -> None:
    assert FAMILY in dict(big_table((), {}).missing())
    for told in ("FAMILY_AFFECTED", "RESIDENT FAMILY_AFFECTED", "FAMILY_AFFECTED walk_in came"):
        table = big_table(crowd(told), {})
        for came in (False, True):
            assert FAMILY not in dict(table.missing(came))
    assert FAMILY not in dict(big_table((), {FAMILY: 0}).missing())


def test_families_affected_are_counted_with_trusted_leaders() -> None:
    people = crowd("FAMILY_AFFECTED confirmed", "TRUSTED_LEADER", "FAMILY_AFFECTED TRUSTED_LEADER")
    table = big_table(people, {HOST: 2, FAMILY: 2})
    assert seats(table, HOST) == (4, 1, 2, 1)
    assert with_seats({HOST: 2, FAMILY: 2, "MEDIA": 1}, HOST, 3) == {HOST: 3, "MEDIA": 1}
    assert seats(big_table((), {FAMILY: 0}), HOST) == (1, 0, 0, 1)  # not theirs to turn away


def test_seats_are_set_and_forgotten() -> None:
    assert with_seats({}, "POLICE", 3) == {"POLICE": 3}
    assert with_seats({"POLICE": 3, "MEDIA": 1}, "POLICE", None) == {"MEDIA": 1}
    assert with_seats({}, "POLICE", -1) == {"POLICE": 0}
    assert with_seats({}, "POLICE", 10**9) == {"POLICE": MOST}


def test_under_twenty_people_there_are_counts_and_no_shares() -> None:
    people = crowd(*["POLICE came"] * 15, *["POLICE"] * 4)
    assert reach(big_table(people, {}).place("POLICE")) is None
    table = big_table([*people, *crowd("POLICE", "POLICE walk_in came")], {})
    assert reach(table.place("POLICE")) == 0.75  # who was not asked is not among them
    assert table.place("POLICE").absent == 5


def test_voice_is_the_share_of_the_talk_over_that_of_the_people() -> None:
    people = crowd(*["POLICE came"] * 5, *["RESIDENT came"] * 14, "MEDIA came")
    talk = {"POLICE": 30 * MINUTE, "RESIDENT": 25 * MINUTE, "MEDIA": 5 * MINUTE}
    table = big_table(people, {}, talk)
    assert voice(table, table.place("POLICE")) == pytest.approx(2)
    assert voice(table, table.place("MEDIA")) is None  # it would be a person's
    few = big_table(people[1:], {}, talk)
    assert few.total("came") < FEW
    assert voice(few, few.place("RESIDENT")) is None
    silent = big_table(people, {})
    assert voice(silent, silent.place("POLICE")) is None


def test_a_session_lays_its_own_table() -> None:
    rows = ({"id": "ana", "groups": ["POLICE"]}, {"id": "bo", "groups": [FAMILY]})
    state = apply(State(), e.SessionPlanned("t", people=rows, agenda=()), 0)
    state = apply(state, e.MeetingChanged({"targets": {"POLICE": 2}}), 0)
    state = apply(apply(state, e.FloorGiven("bo"), 0), e.FloorReleased(), MINUTE)
    table = table_of(state, MINUTE)
    assert seats(table, "POLICE") == (2, 0, 1, 1)
    assert table.talk == {HOST: MINUTE}


CODES = st.sampled_from([*LISTED, "RESIDENT", "NIGHT_BUS", "NOT_STATED"])
SOMEBODY = st.builds(
    Person,
    id=st.text(min_size=1),
    groups=st.lists(CODES, max_size=3).map(tuple),
    invited=st.booleans(),
    confirmed=st.booleans(),
    came=st.none() | st.just(7),
    role=st.sampled_from(("", "facilitator", "recorder")),
)


@given(st.lists(SOMEBODY), st.dictionaries(CODES, st.integers(-3, 12)))
def test_everybody_sits_once_and_every_seat_is_said(people: list[Person], targets: Any) -> None:
    table = big_table(people, targets)
    guests = [person for person in people if not person.facilitates]
    asked = [person for person in guests if person.invited or person.confirmed]
    assert table.total("asked") == len(asked)
    assert table.total("came") == sum(person.came is not None for person in guests)
    assert table.facilitating == len(people) - len(guests)
    assert FAMILY not in [place.code for place in table.places]
    assert len({place.code for place in table.places}) == len(table.places)
    for place in table.places:
        assert place.taken + min(place.waiting, place.seats - place.taken) + place.open == (
            place.seats
        )
        assert place.absent >= 0
        assert place.unasked <= place.came


@given(st.lists(SOMEBODY), CODES)
def test_whoever_is_asked_is_missing_no_more_once_they_confirm(
    people: list[Person], code: str
) -> None:
    new = Person("new", groups=(code,), confirmed=True)
    for table in (big_table([*people, new], {}), big_table([*people, replace(new, came=1)], {})):
        assert code not in dict(table.missing())
