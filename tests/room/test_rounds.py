"""Who is asked in a round, and where it starts."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from facilitator.room.floor import Floor
from facilitator.room.people import Person
from facilitator.room.rounds import round_order, sign_in_kept

ROOM = {name: Person(name, came=1) for name in ("ana", "bo", "chau", "dara")}


def after(*spoke: str) -> Floor:
    floor = Floor()
    for n, person in enumerate(spoke):
        floor = floor.give(person, "round", None, "A", n)
    return floor


def test_seats_go_by_table_and_then_by_the_list():
    room = {**ROOM, "bo": replace(ROOM["bo"], table=2), "dara": replace(ROOM["dara"], table=1)}
    assert round_order(room, Floor(), "A") == ("dara", "bo", "ana", "chau")


def test_who_is_not_there_and_who_serves_is_not_asked():
    room = {
        "ana": Person("ana", came=1),
        "gone": Person("gone", came=1, left=2),
        "invited": Person("invited"),
        "lead": Person("lead", came=1, role="Lead facilitator"),
        "voice": Person("voice", came=1, role="interpreter (Somali)"),
        "chief": Person("chief", came=1, role="presenter"),
    }
    assert round_order(room, Floor(), "A") == ("ana", "chief")


def test_where_nobody_signs_in_everybody_on_the_list_is_asked():
    room = {name: Person(name) for name in ROOM} | {"bo": Person("bo", came=1)}
    floor = after("bo")  # known to be here, for he spoke
    assert set(round_order(room, floor, "A")) == set(ROOM)
    assert not sign_in_kept(room, floor)
    room["chau"] = Person("chau", came=1)
    assert set(round_order(room, floor, "A")) == {"bo", "chau"}
    assert sign_in_kept(room, floor)


def test_who_passed_for_good_in_this_part_is_left_in_peace():
    floor = Floor().skip("bo", "A", 1)
    assert round_order(ROOM, floor, "A") == ("ana", "chau", "dara")
    assert round_order(ROOM, floor, "B") == ("ana", "bo", "chau", "dara")


def test_the_start_varies():
    assert round_order(ROOM, after("ana", "bo"), "A")[0] == "chau"  # it was broken off there
    whole = ("ana", "bo", "chau", "dara")
    assert round_order(ROOM, after(*whole), "A")[0] == "bo"
    assert round_order(ROOM, after(*whole, "bo", "chau", "dara", "ana"), "A")[0] == "chau"
    assert round_order(ROOM, after("ana", "chau", "dara", "bo"), "A")[0] == "chau"  # bo came last
    assert round_order(ROOM, after("somebody who left"), "A")[0] == "ana"
    assert round_order({}, after("ana"), "A") == ()


@given(st.lists(st.sampled_from(sorted(ROOM)), max_size=12))
def test_everybody_is_asked_once_wherever_it_starts(spoke: list[str]):
    order = round_order(ROOM, after(*spoke), "A")
    assert sorted(order) == sorted(ROOM)
    first = sorted(ROOM).index(order[0])
    assert order == tuple(sorted(ROOM)[first:] + sorted(ROOM)[:first])
