"""A list that grows: adding to it or changing one item costs the same however long it is."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

CHAPTER = 64  # items

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Roll(Generic[Item]):
    """Like a tuple, but in chapters: a change copies one of them, and the others are shared."""

    chapters: tuple[tuple[Item, ...], ...] = ()

    def __len__(self) -> int:
        whole = CHAPTER * (len(self.chapters) - 1)
        return whole + len(self.chapters[-1]) if self.chapters else 0

    def __getitem__(self, n: int) -> Item:
        chapter, place = divmod(n if n >= 0 else n + len(self), CHAPTER)
        return self.chapters[chapter][place]

    def __iter__(self) -> Iterator[Item]:
        return (item for chapter in self.chapters for item in chapter)

    def add(self, item: Item) -> "Roll[Item]":
        if len(self) % CHAPTER == 0:
            return Roll((*self.chapters, (item,)))
        return Roll((*self.chapters[:-1], (*self.chapters[-1], item)))

    def put(self, n: int, item: Item) -> "Roll[Item]":
        """Return the roll with another item at an index that it has."""
        at, place = divmod(n, CHAPTER)
        chapter = self.chapters[at]
        new = (*chapter[:place], item, *chapter[place + 1 :])
        return Roll((*self.chapters[:at], new, *self.chapters[at + 1 :]))

    def since(self, n: int) -> tuple[Item, ...]:
        """Return the items from the given place on."""
        at, place = divmod(n, CHAPTER)
        rest = (item for chapter in self.chapters[at + 1 :] for item in chapter)
        return (*self.chapters[at][place:], *rest) if at < len(self.chapters) else ()
