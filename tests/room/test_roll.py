"""A roll is a tuple in all but cost."""

from hypothesis import given
from hypothesis import strategies as st

from facilitator.room.roll import CHAPTER, Roll


def roll_of(items: list[int]) -> Roll[int]:
    roll: Roll[int] = Roll()
    for item in items:
        roll = roll.add(item)
    return roll


SIZES = st.integers(0, 3 * CHAPTER + 1)


@given(SIZES, st.integers(0, 4 * CHAPTER))
def test_it_reads_like_the_list_it_was_made_of(size: int, place: int):
    items = list(range(size))
    roll = roll_of(items)
    assert (list(roll), len(roll)) == (items, size)
    assert roll.since(place) == tuple(items[place:])
    assert all(roll[n] == items[n] == roll[n - size] for n in items)
    assert roll == roll_of(items)
    assert roll != roll.add(0)


@given(SIZES.filter(bool), st.data())
def test_another_item_leaves_the_old_roll_as_it_was(size: int, data: st.DataObject):
    items = list(range(size))
    place = data.draw(st.sampled_from(items))
    roll = roll_of(items)
    changed = roll.put(place, -1)
    assert list(changed) == [*items[:place], -1, *items[place + 1 :]]
    assert list(roll) == items
    assert changed.put(place, items[place]) == roll


def test_a_change_shares_what_it_does_not_touch():
    roll = roll_of(list(range(3 * CHAPTER)))
    changed = roll.put(CHAPTER, -1)
    shared = [a is b for a, b in zip(roll.chapters, changed.chapters, strict=True)]
    assert shared == [True, False, True]
