"""Where the tables lie when they are drawn: blocks in columns, a line for each person."""

from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect

from facilitator.room.people import Person
from facilitator.room.seating_bounds import Tables

LEAST, GUTTER, MARGIN = 252, 20, 20  # px: a column, between two, at the sides
HEAD, LINE, BELOW = 32, 24, 20  # px: of a block, of a person in it, under it


class Block(NamedTuple):
    table: int  # 0 is who has none, over the whole width
    rect: QRect
    people: list[Person]
    columns: int = 1

    def cell(self, place: int) -> QRect:
        """Return the line of the person at a place."""
        wide = (self.rect.width() + GUTTER) // self.columns
        lines = -(-len(self.people) // self.columns)
        across, down = divmod(place, max(1, lines))
        return QRect(
            self.rect.left() + across * wide,
            self.rect.top() + HEAD + down * LINE,
            wide - GUTTER,
            LINE,
        )


class Plan:
    def __init__(self, tables: Tables, width: int) -> None:
        """Lay out tables in as many columns as there is room for."""
        room = max(LEAST, width - 2 * MARGIN)
        self._columns = max(1, (room + GUTTER) // (LEAST + GUTTER))
        self._wide = (room + GUTTER) // self._columns
        self.blocks: list[Block] = []
        self.height = MARGIN
        without = tables.get(0, [])
        if without:
            self._add_row([(0, without)], self._columns)
        rest = [(table, people) for table, people in tables.items() if table]
        for first in range(0, len(rest), self._columns):
            self._add_row(rest[first : first + self._columns])
        self._place = {p.id: (b, n) for b in self.blocks for n, p in enumerate(b.people)}

    def _add_row(self, row: list[tuple[int, list[Person]]], columns: int = 1) -> None:
        tallest = 0
        for n, (table, people) in enumerate(row):
            high = HEAD + max(1, -(-len(people) // columns)) * LINE
            wide = columns * self._wide - GUTTER
            rect = QRect(MARGIN + n * self._wide, self.height, wide, high)
            self.blocks.append(Block(table, rect, people, columns))
            tallest = max(tallest, high)
        self.height += tallest + BELOW

    @property
    def first(self) -> str:
        return next(iter(self._place), "")

    @property
    def last(self) -> str:
        return next(reversed(self._place), "")

    def cell(self, person: str) -> QRect | None:
        """Return where somebody is drawn."""
        if person not in self._place:
            return None
        block, place = self._place[person]
        return block.cell(place)

    def block(self, at: QPoint) -> Block | None:
        """Return the table at a point."""
        return next((block for block in self.blocks if block.rect.contains(at)), None)

    def person(self, at: QPoint) -> str:
        block = self.block(at)
        places = enumerate(block.people) if block else ()
        return next((p.id for n, p in places if block and block.cell(n).contains(at)), "")

    def beside(self, person: str, across: int, down: int) -> str:
        """Return who is drawn nearest in a direction, so many lines down or columns across."""
        here = self.cell(person)
        if here is None:
            return self.first
        x = here.left() + across * self._wide
        near = [
            (abs(cell.top() - here.top() - down * LINE), ident)
            for ident, (block, place) in self._place.items()
            if abs((cell := block.cell(place)).left() - x) < self._wide // 2
            and (cell.top() - here.top()) * down >= abs(down)
        ]
        return min(near, default=(0, person), key=lambda found: found[0])[1]
