"""The house style: sizes of type, and the blocks that every section is built from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from facilitator.publish.pdf.flow import PAD, Block, Cell, Place, Row, Table, Text
from facilitator.publish.pdf.shape import Shaper
from facilitator.publish.pdf.sheet import THICK, WIDTH, Role
from facilitator.publish.pdf.text import BASELINE, CLOSE, OPEN, TIGHT, Span, lay

BODY, TABLE, NOTE = 10.5, 9.6, 9.0
SIZES = {Role.TITLE: 24.0, Role.SECTION: 15.0, Role.PART: 11.5}
LABEL = 12.0  # headings in the label column and above tables of page one
INDENT = 132.0  # the label column and the space beside it
LABEL_WIDTH = 114.0
GAP = 10.0  # between the columns of a table

Words = str | Sequence[Span]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table. A row header names the row, as a heading names a column."""

    title: str
    width: float  # without the gap on its right
    right: bool = False
    row_header: bool = False


def typed(text: str, bold: bool = False, soft: bool = False) -> Span:
    """Someone's own words within a sentence of ours."""
    return Span(text, bold, soft, apart=True)


def typed_list(names: Sequence[str]) -> list[Span]:
    """The names as a sentence has them: a, b and c."""
    items = [typed(name) for name in names]
    spans: list[Span] = []
    for place, item in enumerate(items):
        if place:
            spans.append(Span(" and " if place == len(items) - 1 else ", "))
        spans.append(item)
    return spans


class Press:
    """Sets text in the fonts of one document."""

    def __init__(self, shaper: Shaper) -> None:
        self.shaper = shaper

    def text(
        self,
        words: Words,
        size: float = BODY,
        width: float = WIDTH,
        role: Role = Role.PARAGRAPH,
        *,
        bold: bool = False,
        soft: bool = False,
        right: bool = False,
        drop: float = 0.0,
    ) -> Text:
        spans = [Span(words)] if isinstance(words, str) else words
        if bold or soft:
            spans = [span._replace(bold=span.bold or bold, soft=soft) for span in spans]
        spacing = TIGHT if size > LABEL else CLOSE if size < BODY else OPEN
        return Text(lay(self.shaper, spans, size, width, spacing, right), role, drop)

    def paragraph(
        self, words: Words, size: float = BODY, *, soft: bool = False, after: float = 5.0
    ) -> Block:
        return Block(self.text(words, size, soft=soft), after=after)

    def heading(self, words: Words, role: Role, before: float, after: float) -> Block:
        return Block(self.text(words, SIZES[role], role=role, bold=True), before, after, keep=True)

    def section(self, title: str, fresh: bool = False) -> Block:
        """A heading under a thick rule."""
        text = self.text(title, SIZES[Role.SECTION], role=Role.SECTION, bold=True, drop=8)
        return Block(text, 22, 7, rule=THICK, keep=True, fresh=fresh)

    def labelled(
        self,
        label: Words,
        words: Words,
        role: Role = Role.LABEL,
        size: float = NOTE,
        *,
        bold: bool = False,
        soft: bool = False,
        before: float = 0.0,
        after: float = 4.0,
        rule: float = 0.0,
    ) -> Block:
        """Text beside a label, both on one baseline. A heading may be the label."""
        most, below = max(size, BODY), 5.0 if rule else 0.0
        drop = below + (most - size) * BASELINE
        left = self.text(label, size, LABEL_WIDTH, role, bold=bold, soft=soft, drop=drop)
        drop = below + (most - BODY) * BASELINE
        right = self.text(words, BODY, WIDTH - INDENT, Role.ITEM, drop=drop)
        places = (Place(0, LABEL_WIDTH, left), Place(INDENT, WIDTH - INDENT, right))
        return Block(Row(places), before, after, rule)

    def table(
        self,
        columns: Sequence[Column],
        rows: Iterable[Sequence[Words | Cell]],
        after: float = 10.0,
    ) -> Block:
        head = self._row(columns, [column.title for column in columns], head=True)
        return Block(Table(head, tuple(self._row(columns, row) for row in rows)), after=after)

    def _row(
        self, columns: Sequence[Column], contents: Sequence[Words | Cell], head: bool = False
    ) -> Row:
        places: list[Place] = []
        x = 0.0
        for column, content in zip(columns, contents, strict=True):
            cell: Cell
            if isinstance(content, Sequence):
                role = Role.HEAD if head or column.row_header else Role.DATA
                cell = self.text(content, TABLE, column.width, role, bold=head, right=column.right)
            else:
                cell = content
            places.append(Place(x, column.width, cell))
            x += column.width + GAP
        return Row(tuple(places), PAD)
