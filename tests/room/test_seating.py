"""Who sits where: the bounds of each way of seating hold, or no seating could keep them."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.room.meeting import Meeting
from facilitator.room.people import Person
from facilitator.room.seating import UNSAID, most, seat_everyone, seat_others, tables_for, tongue

CODES = ("RESIDENT", "POLICE", "CLERGY", "STUDENT", "ELECTED", "BUSINESS", "YOUTH", "OTHER", "")
Seats = dict[str, int]


def people(**groups: int) -> dict[str, Person]:
    """Return so many people of each group."""
    codes = [code for code, count in groups.items() for _ in range(count)]
    return {f"P{n}": Person(f"P{n}", f"Name {n}", (code,)) for n, code in enumerate(codes)}


def at_tables(known: dict[str, Person], seats: Seats) -> dict[int, list[Person]]:
    tables: dict[int, list[Person]] = {}
    for ident, table in seats.items():
        tables.setdefault(table, []).append(known[ident])
    return tables


def groups_at(those: list[Person]) -> Counter[str]:
    return Counter(person.group for person in those if person.group not in UNSAID)


@st.composite
def rooms(draw: st.DrawFn) -> dict[str, Person]:
    """Draw people of few groups, some of whom need an interpreter."""
    rows = st.tuples(
        st.sampled_from(CODES[: draw(st.integers(1, len(CODES)))]),
        st.sampled_from(["en", "en", "es", "so"]),
        st.sampled_from(["", "", "", "table host", "Interpreter"]),
    )
    made = draw(st.lists(rows, max_size=60))
    return {
        f"P{n}": Person(
            f"P{n}", "", (code,) if code else (), (lang,), interpreted=lang != "en", role=role
        )
        for n, (code, lang, role) in enumerate(made)
    }


MEETINGS = st.builds(
    Meeting,
    seats=st.integers(1, 12),
    seating=st.sampled_from(["mixed", "like", "sectors"]),
    languages_together=st.booleans(),
)


# What always holds


@given(rooms(), MEETINGS)
def test_everybody_sits_and_no_table_is_too_full(known: dict[str, Person], meeting: Meeting):
    seats = seat_everyone(known, meeting)
    assert seats.keys() == known.keys()
    assert all(len(those) <= meeting.seats for those in at_tables(known, seats).values())
    assert set(seats.values()) == set(range(1, len(set(seats.values())) + 1))
    assert seats == seat_everyone(dict(known), meeting)


@given(rooms(), MEETINGS, st.data())
def test_who_sits_stays_while_the_others_are_seated(
    known: dict[str, Person], meeting: Meeting, data: st.DataObject
):
    numbers = data.draw(st.lists(st.integers(-1, 9), min_size=len(known), max_size=len(known)))
    known = {p.id: replace(p, table=n) for p, n in zip(known.values(), numbers, strict=True)}
    seats = seat_others(known, meeting)
    assert seats.keys() == {p.id for p in known.values() if p.table < 1}
    before = Counter(p.table for p in known.values() if p.table > 0)
    after = before + Counter(seats.values())
    assert all(after[table] <= max(before[table], meeting.seats) for table in after)
    assert all(table > 0 for table in seats.values())


@given(rooms(), st.integers(2, 12))
def test_mixed_tables_hold_their_bounds_if_any_seating_could(known: dict[str, Person], size: int):
    meeting = Meeting(seats=size)
    tables = at_tables(known, seat_everyone(known, meeting))
    sizes = [len(those) for those in tables.values()]
    assert len(tables) == tables_for(len(known), size)
    assert not sizes or max(sizes) - min(sizes) <= 1
    over = [t for t in tables.values() if any(n > most(len(t)) for n in groups_at(t).values())]
    assert not over or not possible(known, sizes)


def possible(known: dict[str, Person], sizes: list[int]) -> bool:
    """Say whether people can sit at tables of these sizes with no group over its bound.

    Taking from the largest group left, table by table, always finds a way if there is one:
    whatever is left is then as even as it can be.
    """
    left = groups_at(list(known.values()))
    unsaid = len(known) - sum(left.values())
    for size in sizes:
        here: Counter[str] = Counter()
        for _ in range(size):
            open_ = [code for code in left if here[code] < most(size) and left[code]]
            largest = max(open_, key=lambda code: left[code], default="")
            if largest and (left[largest] > 1 or not unsaid):
                left[largest] -= 1
                here[largest] += 1
            elif unsaid:
                unsaid -= 1
            else:
                return False
    return True


@given(st.lists(st.sampled_from(CODES), max_size=80), st.integers(1, 12))
def test_every_group_is_spread_as_evenly_as_it_can_be(codes: list[str], size: int):
    known = people()
    for n, code in enumerate(codes):
        known[f"P{n}"] = Person(f"P{n}", groups=(code,) if code else ())
    tables = at_tables(known, seat_everyone(known, Meeting(seats=size, seating="sectors"))).values()
    for code in set(codes) - {""}:
        counts = [sum(person.group == code for person in those) for those in tables]
        assert max(counts) - min(counts) <= 1  # so: one at every table, if there are enough
    officials = [sum(person.official for person in those) for those in tables]
    assert not officials or max(officials) - min(officials) <= 1


@given(rooms(), st.integers(2, 12))
def test_like_groups_share_a_table_only_if_they_are_small(known: dict[str, Person], size: int):
    tables = at_tables(known, seat_everyone(known, Meeting(seats=size, seating="like")))
    for those in tables.values():
        mixed = groups_at(those)
        large = [code for code, count in mixed.items() if 2 * count >= size]
        assert not large or len(those) - mixed[large[0]] <= 1 or len(large) > 1


# What it comes to


def shape(known: dict[str, Person], meeting: Meeting) -> list[dict[str, int]]:
    tables = at_tables(known, seat_everyone(known, meeting))
    return [dict(groups_at(tables[table])) for table in sorted(tables)]


@pytest.mark.parametrize(
    ("way", "groups", "seats", "told"),
    [
        ("mixed", {}, 8, []),
        ("mixed", {"RESIDENT": 2}, 8, [{"RESIDENT": 2}]),
        ("mixed", {"POLICE": 2, "RESIDENT": 4}, 3, [{"POLICE": 1, "RESIDENT": 2}] * 2),
        (
            "like",
            {"POLICE": 3, "RESIDENT": 5},
            4,
            [{"POLICE": 3}, {"RESIDENT": 3}, {"RESIDENT": 2}],
        ),
        (
            "like",
            {"POLICE": 1, "CLERGY": 1, "YOUTH": 4},
            4,
            [{"YOUTH": 4}, {"POLICE": 1, "CLERGY": 1}],
        ),
        (
            "sectors",
            {"POLICE": 2, "CLERGY": 1, "RESIDENT": 3},
            3,
            [{"POLICE": 1, "RESIDENT": 2}, {"POLICE": 1, "CLERGY": 1, "RESIDENT": 1}],
        ),
    ],
)
def test_each_way_of_seating(
    way: str, groups: dict[str, int], seats: int, told: list[dict[str, int]]
):
    found = shape(people(**groups), Meeting(seats=seats, seating=way))
    assert sorted(map(sorted, map(dict.items, found))) == sorted(map(sorted, map(dict.items, told)))


def test_without_tables_nobody_sits():
    known = people(POLICE=2)
    assert seat_everyone(known, Meeting()) == {"P0": 0, "P1": 0}
    assert seat_others(known, Meeting()) == {}


def test_who_left_needs_no_seat():
    known = people(POLICE=2)
    known["P1"] = replace(known["P1"], came=1, left=2)
    assert seat_everyone(known, Meeting(seats=2)) == {"P0": 1}


def test_a_language_sits_together_as_far_as_the_mix_bears_it():
    known = people(RESIDENT=20, YOUTH=10, CLERGY=10)
    for ident in ("P0", "P5", "P11", "P22", "P31", "P39"):
        known[ident] = replace(known[ident], languages=("so",), interpreted=True)
    known["P38"] = replace(known["P38"], languages=("so", "en"), role="interpreter")
    meeting = Meeting(seats=8, languages_together=True)
    tables = at_tables(known, seat_everyone(known, meeting))
    assert sorted(n for n, those in tables.items() if any(map(tongue, those))) == [1]


def test_each_table_has_its_host_and_recorder():
    known = people(RESIDENT=20, YOUTH=10, CLERGY=10)
    for n in range(5):
        known[f"P{n}"] = replace(known[f"P{n}"], role="Table host")
        known[f"P{n + 5}"] = replace(known[f"P{n + 5}"], role="recorder")
    tables = at_tables(known, seat_everyone(known, Meeting(seats=8)))
    for those in tables.values():
        roles = Counter(person.role for person in those)
        assert (roles["Table host"], roles["recorder"]) == (1, 1)


def test_those_of_one_organisation_are_spread():
    known = people(RESIDENT=24)
    for ident in ("P0", "P7", "P20"):
        known[ident] = replace(known[ident], organisation="Fable Co.")
    seats = seat_everyone(known, Meeting(seats=8))
    assert len({seats[ident] for ident in ("P0", "P7", "P20")}) == 3


def test_who_comes_late_sits_where_the_mix_holds():
    known = people(RESIDENT=10, POLICE=4, CLERGY=6)
    seats = seat_everyone(known, Meeting(seats=8))
    known = {p.id: replace(p, table=seats[p.id]) for p in known.values()}
    known["late"] = Person("late", groups=("POLICE",))
    fewest = {p.table: 0 for p in known.values() if p.table} | Counter(
        p.table for p in known.values() if p.group == "POLICE" and p.table
    )
    assert fewest[seat_others(known, Meeting(seats=8))["late"]] == min(fewest.values())


def test_a_family_that_comes_late_sits_with_the_trusted_leaders():
    known = people(RESIDENT=8, POLICE=4, TRUSTED_LEADER=6)
    like = Meeting(seats=8, seating="like")
    seats = seat_everyone(known, like)
    known = {p.id: replace(p, table=seats[p.id]) for p in known.values()}
    known["late"] = Person("late", groups=("FAMILY_AFFECTED",))
    table = seat_others(known, like)["late"]
    assert {p.group for p in known.values() if p.table == table} == {"TRUSTED_LEADER"}
