"""Where in the review one is, and where one is after a decision, or after it was taken back."""

from typing import NamedTuple

from facilitator.publish.review import TITLES, Heap, Item

Heaps = tuple[Heap, ...]


class Place(NamedTuple):
    """A heap that is open, by its code, and the item in it; nothing is open without a code."""

    code: str = ""
    item: str = ""

    def heap(self, heaps: Heaps) -> Heap | None:
        return next((heap for heap in heaps if heap.code == self.code), None)

    def of(self, heaps: Heaps) -> Item | None:
        heap = self.heap(heaps)
        return next((one for one in heap.items if one.id == self.item), None) if heap else None

    def number(self, heaps: Heaps) -> int:
        """Return which item of its heap it is, from 0; 0 if it is none."""
        heap = self.heap(heaps)
        ids = [one.id for one in heap.items] if heap else []
        return ids.index(self.item) if self.item in ids else 0


def first(heaps: Heaps, behind: str = "") -> Place:
    """Return the first heap with something to settle, behind the one with a code if there is one.

    Nothing is open where nothing is to settle.
    """
    those = [heap for heap in heaps if heap.open and heap.counts]
    codes = list(TITLES)
    later = [heap for heap in those if behind and codes.index(heap.code) > codes.index(behind)]
    return next((opened(heap) for heap in (later or those)), Place())


def opened(heap: Heap) -> Place:
    return Place(heap.code, heap.items[0].id if heap.items else "")


def after(place: Place, before: Heaps, now: Heaps, undone: bool) -> Place:
    """Return where one is once the heaps have changed.

    What is decided gives way to the next that is open; what is taken back is where one goes on.
    """
    if undone and (back := _reopened(before, now)):
        return back
    was, is_now, heap = place.of(before), place.of(now), place.heap(now)
    if is_now is not None and (was is None or is_now.settled <= was.settled):
        return place
    if heap is not None and heap.open:
        number = min(place.number(before), heap.open - 1)
        return Place(heap.code, heap.items[number].id)
    if is_now is None and was is not None and was.settled:
        return Place() if heap is None else opened(heap)
    coming = first(now, place.code)
    return coming if coming.code else place


def _reopened(before: Heaps, now: Heaps) -> Place | None:
    """Return what was decided and is open again."""
    was = {(heap.code, one.id) for heap in before for one in heap.items if not one.settled}
    places = [Place(heap.code, one.id) for heap in now for one in heap.items if not one.settled]
    return next((place for place in places if place not in was), None)
