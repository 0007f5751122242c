"""What a story is made of: text, rows of cells and tables, which break over pages by themselves.

None of them is changed once it is made; that they are not frozen halves the time it takes to make
the ten thousands of a long summary.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Protocol

from facilitator.publish.pdf.sheet import THICK, THIN, Sheet
from facilitator.publish.pdf.tags import Artifact, Element, Owner
from facilitator.publish.pdf.text import Lines

WHOLE = 100.0  # a table row lower than this is not cut
PAD = 4.0  # above and below the text of a table row
ROUNDING = 0.01


class Cell(Protocol):
    """Something with a height. Split returns what fits in the room and what is left."""

    @property
    def height(self) -> float: ...

    def split(self, room: float) -> tuple[Cell | None, Cell | None]: ...

    def paint(self, sheet: Sheet, x: float, top: float) -> None: ...


@dataclass(slots=True)
class Text:
    """A paragraph, or the lines of it that stand on one page."""

    lines: Lines
    owner: Owner
    drop: float = 0.0  # lowers small text to the baseline of larger text beside it
    first: int = 0
    last: int | None = None

    @property
    def count(self) -> int:
        return (len(self.lines.lines) if self.last is None else self.last) - self.first

    @property
    def height(self) -> float:
        return self.drop + self.count * self.lines.leading

    def split(self, room: float) -> tuple[Text | None, Text | None]:
        """At least two lines stay together on either page."""
        if self.height <= room + ROUNDING:
            return self, None
        fit = min(int((room - self.drop + ROUNDING) / self.lines.leading), self.count - 2)
        if fit < 2:
            return None, self
        cut = self.first + fit
        return replace(self, last=cut), replace(self, first=cut, drop=0.0)

    def paint(self, sheet: Sheet, x: float, top: float) -> None:
        sheet.write(self.lines, self.owner, x, top - self.drop, self.first, self.last)


@dataclass(slots=True)
class Stack:
    """Texts one under the other."""

    cells: tuple[Cell, ...]

    @property
    def height(self) -> float:
        return sum(cell.height for cell in self.cells)

    def split(self, room: float) -> tuple[Stack | None, Stack | None]:
        for place, cell in enumerate(self.cells):
            if cell.height <= room + ROUNDING:
                room -= cell.height
                continue
            head, tail = cell.split(room)
            above = self.cells[:place] + ((head,) if head else ())
            below = ((tail,) if tail else ()) + self.cells[place + 1 :]
            return (Stack(above) if above else None), Stack(below)
        return self, None

    def paint(self, sheet: Sheet, x: float, top: float) -> None:
        for cell in self.cells:
            cell.paint(sheet, x, top)
            top -= cell.height


@dataclass(slots=True)
class Within:
    """A cell that stands in an element, or that nobody is told of."""

    cell: Cell
    owner: Owner

    @property
    def height(self) -> float:
        return self.cell.height

    def split(self, room: float) -> tuple[Within | None, Within | None]:
        head, tail = self.cell.split(room)
        return (
            replace(self, cell=head) if head else None,
            replace(self, cell=tail) if tail else None,
        )

    def paint(self, sheet: Sheet, x: float, top: float) -> None:
        owner = self.owner
        with sheet.within(owner) if isinstance(owner, Element) else sheet.as_one(owner):
            self.cell.paint(sheet, x, top)


class Drawing(Cell, Protocol):
    """A cell that is a picture."""

    @property
    def width(self) -> float: ...


@dataclass(slots=True)
class Figure:
    """A picture with a text in its place, and its caption."""

    drawing: Drawing
    element: Element
    caption: Text | None

    @property
    def height(self) -> float:
        return self.drawing.height + (self.caption.height if self.caption else 0.0)

    def split(self, room: float) -> tuple[Figure | None, Figure | None]:
        return (self, None) if self.height <= room + ROUNDING else (None, self)

    def paint(self, sheet: Sheet, x: float, top: float) -> None:
        low = top - self.drawing.height
        box = f"{x:.2f} {low:.2f} {x + self.drawing.width:.2f} {top:.2f}"
        self.element.attributes = f"/O/Layout/Placement/Block/BBox[{box}]"
        with sheet.as_one(self.element):
            self.drawing.paint(sheet, x, top)
        if self.caption:
            with sheet.within(self.element):
                self.caption.paint(sheet, x, low)


@dataclass(slots=True)
class Place:
    """A cell at its distance from the left edge of the row; empty on later pages if it ended."""

    x: float
    width: float
    cell: Cell | None


@dataclass
class Row:
    """Cells side by side."""

    places: tuple[Place, ...]
    pad: float = 0.0
    element: Element | None = None  # of a table or list

    @cached_property
    def height(self) -> float:
        cells = [place.cell.height for place in self.places if place.cell]
        return max(cells, default=0.0) + 2 * self.pad

    def split(self, room: float) -> tuple[Row | None, Row | None]:
        """Every cell that has begun goes on, so that a row never starts on two pages."""
        if self.height <= room + ROUNDING:
            return self, None
        heads: list[Place] = []
        tails: list[Place] = []
        for place in self.places:
            head, tail = place.cell.split(room - 2 * self.pad) if place.cell else (None, None)
            if place.cell and not head:
                return None, self
            heads.append(replace(place, cell=head))
            tails.append(replace(place, cell=tail))
        return replace(self, places=tuple(heads)), replace(self, places=tuple(tails))

    def paint(self, sheet: Sheet, x: float, top: float) -> None:
        with sheet.within(self.element):
            for place in self.places:
                if place.cell:
                    place.cell.paint(sheet, x + place.x, top - self.pad)


@dataclass
class Columns(Row):
    """Cells that each hang under a thick rule."""

    def paint(self, sheet: Sheet, x: float, top: float) -> None:
        for place in self.places:
            sheet.rule(x + place.x, top, place.width, THICK)
        Row.paint(self, sheet, x, top)


@dataclass(slots=True)
class Table:
    """Rows under a row of headings, which stands again on every page."""

    head: Row
    rows: tuple[Row, ...]
    width: float
    element: Element
    caption: Text | None = None
    again: bool = False  # it began on an earlier page
    top: Element = field(default_factory=lambda: Element("THead"))
    body: Element = field(default_factory=lambda: Element("TBody"))

    @property
    def height(self) -> float:
        return self.over + sum(row.height for row in self.rows)

    @property
    def over(self) -> float:
        """The height of what stands over the rows."""
        caption = self.caption.height + PAD if self.caption else 0.0
        return caption + self.head.height

    def split(self, room: float) -> tuple[Table | None, Table | None]:
        room -= self.over
        for place, row in enumerate(self.rows):
            if row.height <= room + ROUNDING:
                room -= row.height
                continue
            start, rest = row.split(room) if row.height > WHOLE else (None, row)
            above = self.rows[:place] + ((start,) if start else ())
            below = ((rest,) if rest else ()) + self.rows[place + 1 :]
            if not above:
                return None, self
            after = replace(self, rows=below, caption=None, again=True)
            return replace(self, rows=above), after
        return self, None

    def paint(self, sheet: Sheet, x: float, top: float) -> None:
        with sheet.within(self.element):
            if self.caption:
                self.caption.paint(sheet, x, top)
                top -= self.caption.height + PAD
            with sheet.as_one(Artifact.HEADER) if self.again else sheet.within(self.top):
                self.head.paint(sheet, x, top)
            top -= self.head.height
            sheet.bar(x, top, self.width, 2 * THIN)
            with sheet.within(self.body):
                for row in self.rows:
                    row.paint(sheet, x, top)
                    top -= row.height
                    sheet.rule(x, top, self.width, THIN)


@dataclass(slots=True)
class Block:
    """A cell of the story with the room around it."""

    cell: Cell
    before: float = 0.0
    after: float = 0.0
    rule: float = 0.0  # weight of the line above
    keep: bool = False  # must not stand last on a page
    fresh: bool = False  # starts a page
