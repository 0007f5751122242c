"""What is said of a seating: each bound that does not hold, and why each sits where they sit."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.room.meeting import Meeting
from facilitator.room.people import Person
from facilitator.room.seating import UNSAID, most, seat_everyone
from facilitator.room.seating_bounds import Gap, Why, gaps, tables_of, why
from tests.room.test_seating import MEETINGS, groups_at, rooms


def sitting(*tables: str) -> dict[str, Person]:
    """Return people at tables, each a line of group codes."""
    rows = [(code, n) for n, codes in enumerate(tables, 1) for code in codes.split()]
    return {
        f"P{i}": Person(f"P{i}", groups=(code,) if code != "-" else (), table=table)
        for i, (code, table) in enumerate(rows)
    }


def told(known: dict[str, Person], meeting: Meeting) -> list[str]:
    return [f"{gap.kind} {gap.code} {gap.tables}" for gap in gaps(known, meeting)]


R, C = "RESIDENT", "CLERGY"


@pytest.mark.parametrize(
    ("tables", "way", "said"),
    [
        ((), "mixed", []),
        (("RESIDENT YOUTH POLICE CLERGY BUSINESS",), "mixed", []),
        (("RESIDENT RESIDENT RESIDENT YOUTH CLERGY",), "mixed", ["share RESIDENT (1,)"]),
        (("- - - - -",), "mixed", []),
        (("RESIDENT YOUTH", "RESIDENT"), "sectors", ["missing YOUTH (2,)"]),
        (("RESIDENT YOUTH", "RESIDENT RESIDENT"), "like", ["apart RESIDENT (1, 2)"]),
        (("POLICE ELECTED YOUTH", "YOUTH CLERGY"), "sectors", ["bare"]),
        (("POLICE ELECTED CITY_STAFF YOUTH CLERGY", "YOUTH CLERGY"), "mixed", ["officials"]),
        (("YOUTH CLERGY MEDIA HEALTH HOUSING STUDENT",), "mixed", ["crowded"]),
    ],
)
def test_what_does_not_hold(tables: tuple[str, ...], way: str, said: list[str]):
    found = told(sitting(*tables), Meeting(seats=5, seating=way))
    assert len([s for s in said if any(f.startswith(s) for f in found)]) == len(said)
    assert said or not found


def test_what_no_seating_could_keep_is_told_apart():
    known = sitting("POLICE POLICE POLICE YOUTH", "POLICE POLICE YOUTH CLERGY")
    (gap, *_) = gaps(known, Meeting(seats=4))
    assert gap == Gap("share", (1, 2), "POLICE", 5, 8, must=True)
    known = sitting("POLICE POLICE YOUTH CLERGY", "YOUTH CLERGY MEDIA HEALTH")
    (gap, *_) = gaps(known, Meeting(seats=4))
    assert gap == Gap("share", (1,), "POLICE", 2, 8, must=False)


def test_few_officials_and_many_are_told_as_such():
    few = sitting("POLICE YOUTH CLERGY", "YOUTH CLERGY MEDIA")
    assert gaps(few, Meeting(seats=3)) == [Gap("bare", (2,), many=1, of=2, must=True)]
    many = sitting("POLICE ELECTED CITY_STAFF -", "POLICE ELECTED CITY_STAFF -")
    assert gaps(many, Meeting(seats=4)) == [Gap("officials", (), many=6, of=2, must=True)]


def test_who_has_no_seat_is_counted_only_where_there_are_tables():
    known = {"P0": Person("P0")}
    assert gaps(known, Meeting()) == []
    assert gaps(known, Meeting(seats=8)) == [Gap("no_seat", many=1)]


def test_a_language_at_two_tables_is_told_unless_the_mix_asks_for_it():
    known = sitting("RESIDENT YOUTH POLICE CLERGY", "YOUTH CLERGY MEDIA POLICE")
    for ident in ("P0", "P4"):
        known[ident] = replace(known[ident], languages=("so",), interpreted=True)
    meeting = Meeting(seats=4, languages_together=True)
    assert gaps(known, meeting) == [Gap("language", (1, 2), "so", 2, 1)]
    known["P4"] = replace(known["P4"], groups=("RESIDENT",))
    assert gaps(known, meeting) == [Gap("language", (1, 2), "so", 2, 1, must=True)]
    assert gaps(known, replace(meeting, languages_together=False)) == []


@given(rooms(), MEETINGS, st.data())
def test_every_table_that_breaks_a_bound_is_named(
    known: dict[str, Person], meeting: Meeting, data: st.DataObject
):
    numbers = data.draw(st.lists(st.integers(-1, 4), min_size=len(known), max_size=len(known)))
    known = {p.id: replace(p, table=n) for p, n in zip(known.values(), numbers, strict=True)}
    tables = {n: those for n, those in tables_of(known).items() if n}
    over = {
        (n, code)
        for n, those in tables.items()
        for code, count in groups_at(those).items()
        if count > most(len(those)) and meeting.seating == "mixed"
    }
    found = gaps(known, meeting)
    assert over == {(n, gap.code) for gap in found if gap.kind == "share" for n in gap.tables}
    crowded = {n for n, those in tables.items() if len(those) > meeting.seats}
    assert crowded == {n for gap in found if gap.kind == "crowded" for n in gap.tables}


@given(rooms(), MEETINGS)
def test_what_the_seating_itself_leaves_open_no_seating_could_keep(
    known: dict[str, Person], meeting: Meeting
):
    seats = seat_everyone(known, meeting)
    known = {p.id: replace(p, table=seats[p.id], role="") for p in known.values()}
    open_ = {gap.kind for gap in gaps(known, meeting) if not gap.must}
    assert not open_ & {"no_seat", "crowded"}
    if meeting.seating == "like":
        assert "apart" not in open_
    if not meeting.languages_together:
        assert "missing" not in open_


def test_a_group_dealt_unevenly_because_of_its_duties_still_sits_at_every_table():
    hosts = {"P1", "P2", "P3"}
    known = sitting("RESIDENT RESIDENT RESIDENT", "POLICE CLERGY CLERGY", "CLERGY CLERGY")
    known = {i: replace(p, table=0, role="table host" * (i in hosts)) for i, p in known.items()}
    meeting = Meeting(seats=3, seating="sectors")
    seats = seat_everyone(known, meeting)
    known = {p.id: replace(p, table=seats[p.id], role="") for p in known.values()}
    assert not [gap for gap in gaps(known, meeting) if not gap.must]


@given(rooms(), MEETINGS)
def test_everybody_is_told_why(known: dict[str, Person], meeting: Meeting):
    for those in tables_of(known).values():
        for person in those:
            found = why(person, those, meeting)
            assert found.kind == "none"
            sits = why(replace(person, table=1), those, meeting)
            assert sits.kind != "none"
            assert (sits.kind == "unsaid") <= (person.group in UNSAID)


def test_why_they_sit_there():
    known = sitting("RESIDENT RESIDENT POLICE ELECTED CLERGY -")
    those = list(known.values())
    mixed, like = Meeting(seats=6), Meeting(seats=6, seating="like")
    assert [why(person, those, mixed) for person in those] == [
        *[Why("share", 2, 6, R)] * 2,
        *[Why("official", 2, 6)] * 2,
        Why("only", 1, 6, C),
        Why("unsaid"),
    ]
    assert Counter(why(person, those, like).kind for person in those)["alone"] == 3
