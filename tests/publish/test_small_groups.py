"""Groups of few people are told together, and no number tells who."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.publish.small_groups import heaps, merged
from facilitator.publish.summary import Group
from facilitator.room.people import SMALL

COUNT = st.integers(0, 12)


@st.composite
def room(draw: st.DrawFn) -> list[Group]:
    """Draw groups; whoever spoke came, and whoever is counted was invited or came."""
    sizes = draw(st.lists(st.tuples(COUNT, COUNT, COUNT), max_size=8))
    return [Group(f"g{n}", a, b, min(b, c)) for n, (a, b, c) in enumerate(sizes)]


def cells(of: Group) -> tuple[int, int, int]:
    return of.invited, of.came, of.spoke


def small(of: Group) -> bool:
    return any(0 < number < SMALL for number in cells(of))


@given(room())
def test_no_number_is_under_five_and_the_sums_stay(groups: list[Group]):
    told = merged(groups)
    assert not any(map(small, told))
    sums = [sum(column) for column in zip(*map(cells, groups), strict=True)]
    if told:
        assert [sum(column) for column in zip(*map(cells, told), strict=True)] == sums
    else:
        assert not groups or any(0 < number < SMALL for number in sums)


@given(room())
def test_no_hidden_group_can_be_worked_out_from_the_whole(groups: list[Group]):
    # Whoever knows all that is told, and all sums, learns of a heap its sums alone: so no small
    # group may be a heap by itself.
    for heap in heaps(groups):
        assert len(heap) > 1 or not small(groups[heap[0]])


@given(room())
def test_every_group_is_told_once_in_the_order_given(groups: list[Group]):
    found = heaps(groups)
    assert not found or sorted(place for heap in found for place in heap) == [*range(len(groups))]
    alone = [heap[0] for heap in found if len(heap) == 1]
    assert alone == sorted(alone)


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        # One group too small takes the next smallest with it.
        ({"A": (9, 9, 9), "B": (6, 6, 6), "C": (2, 2, 0)}, {"A": 9, "Other groups, together": 8}),
        # Two small ones are enough for each other.
        ({"A": (9, 9, 9), "B": (3, 3, 0), "C": (3, 3, 0)}, {"A": 9, "Other groups, together": 6}),
        # Where all had to go together, they are everybody.
        ({"A": (5, 5, 5), "B": (2, 2, 2)}, {"Everybody": 7}),
        # One voice among many would be known.
        ({"A": (9, 9, 1), "B": (9, 9, 6)}, {"Everybody": 18}),
        # Nobody is no small number: that a group is missing is a result.
        ({"A": (9, 0, 0), "B": (9, 9, 9)}, {"A": 0, "B": 9}),
        ({"A": (2, 2, 1)}, {}),
        ({}, {}),
    ],
)
def test_small_rooms(rows: dict[str, tuple[int, int, int]], told: dict[str, int]):
    groups = merged([Group(name, *counts) for name, counts in rows.items()])
    assert {one.name: one.came for one in groups} == told
