"""Groups of few people are told together with others, so that no number points at anybody."""

from collections.abc import Sequence

from facilitator.publish.summary import Group
from facilitator.room.people import SMALL

OTHERS, EVERYBODY = "Other groups, together", "Everybody"


def merged(groups: Sequence[Group]) -> tuple[Group, ...]:
    """Return the groups as they may be told: no number but 0 is under five, none can be found.

    The sums stay as they were. Where even all together are too few, there are none to tell.
    """
    heaps_of = heaps(groups)
    return tuple(_together(heap, groups, len(heaps_of)) for heap in heaps_of)


def heaps(groups: Sequence[Group]) -> tuple[tuple[int, ...], ...]:
    """Return which of the groups go together, by their places, in the order in which to tell them.

    A group is small if one of its numbers is, other than 0. The small ones are one heap; the
    smallest of the others join until the heap itself is not small, so that what is missing from a
    known whole is never a small group.
    """
    small = [place for place, one in enumerate(groups) if _small([one])]
    large = sorted(set(range(len(groups))) - {*small}, key=lambda place: _size(groups[place]))
    while small and large and _small([groups[place] for place in small]):
        small.append(large.pop(0))
    if small and _small([groups[place] for place in small]):
        return ()
    alone = [(place,) for place in sorted(large)]
    return tuple(alone + [tuple(sorted(small))] * bool(small))


def _small(those: Sequence[Group]) -> bool:
    sums = [sum(getattr(one, cell) for one in those) for cell in ("invited", "came", "spoke")]
    return any(0 < number < SMALL for number in sums)


def _size(of: Group) -> tuple[int, ...]:
    return of.came, of.invited, of.spoke


def _together(heap: tuple[int, ...], groups: Sequence[Group], heaps_told: int) -> Group:
    those = [groups[place] for place in heap]
    if len(those) == 1:
        return those[0]
    return Group(
        EVERYBODY if heaps_told == 1 else OTHERS,
        sum(one.invited for one in those),
        sum(one.came for one in those),
        sum(one.spoke for one in those),
    )
