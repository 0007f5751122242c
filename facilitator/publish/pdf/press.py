"""The house style: sizes of type, and the blocks that every section is built from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from facilitator.publish.pdf.breaking import lay
from facilitator.publish.pdf.flow import (
    PAD,
    Block,
    Cell,
    Drawing,
    Figure,
    Place,
    Row,
    Table,
    Text,
    Within,
)
from facilitator.publish.pdf.language import OURS, same, tagged
from facilitator.publish.pdf.shape import Shaper
from facilitator.publish.pdf.sheet import THICK, Role
from facilitator.publish.pdf.stock import LETTER, Stock
from facilitator.publish.pdf.tags import Artifact, Element, Owner
from facilitator.publish.pdf.tags import text as text_string
from facilitator.publish.pdf.text import BASELINE, CLOSE, OPEN, TIGHT, Lines, Span

BODY, TABLE, NOTE = 10.5, 9.6, 9.0
SIZES = {Role.TITLE: 24.0, Role.SECTION: 15.0, Role.PART: 11.5}
LABEL = 12.0  # headings in the label column and above tables of page one
INDENT = 132.0  # the label column and the space beside it
LABEL_WIDTH = 114.0
GAP = 10.0  # between the columns of a table

ASIDE = {Role.HEADER: Artifact.HEADER, Role.FOOTER: Artifact.FOOTER}
KINDS = {role: (role.value, "") for role in Role if role not in ASIDE} | {
    Role.HEAD: ("TH", "/O/Table/Scope/Column"),
    Role.ROW_HEAD: ("TH", "/O/Table/Scope/Row"),
}

Words = str | Sequence[Span]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table. A row header names the row, as a heading names a column; an ornament
    shows again what other columns tell."""

    title: str
    width: float  # without the gap on its right; all are stretched to the line together
    right: bool = False
    row_header: bool = False
    ornament: bool = False


def typed(text: str, bold: bool = False, soft: bool = False, language: str = "") -> Span:
    """Someone's own words within a sentence of ours."""
    return Span(text, bold, soft, apart=True, language=language)


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
    """Sets text in the fonts of one document, on one kind of paper, in its language."""

    def __init__(self, shaper: Shaper, page: Stock = LETTER, language: str = OURS) -> None:
        self.shaper, self.page, self.language = shaper, page, language
        self.width = page.line
        self._laid: dict[tuple[tuple[Span, ...], tuple[float, ...]], Lines] = {}

    def text(
        self,
        words: Words,
        size: float = BODY,
        width: float = 0.0,
        role: Role = Role.PARAGRAPH,
        *,
        bold: bool = False,
        soft: bool = False,
        right: bool = False,
        drop: float = 0.0,
        name: str = "",
    ) -> Text:
        """Text as wide as the line if no width is given. A heading may have a name to lead to."""
        spans: tuple[Span, ...]
        if isinstance(words, str):
            spans = (Span(words, bold, soft, False, self._language(words, False, "")),)
        else:
            spans = tuple(
                [
                    Span(text, b or bold, s or soft, apart, self._language(text, apart, tag), link)
                    for text, b, s, apart, tag, link in words
                ]
            )
        spacing = TIGHT if size > LABEL else CLOSE if size < BODY else OPEN
        how = (size, width or self.width, spacing, right)
        lines = self._laid.get((spans, how))
        if lines is None:
            lines = self._laid[spans, how] = lay(self.shaper, spans, *how)
        return Text(lines, _owner(role, name, spans), drop)

    def _language(self, words: str, apart: bool, language: str) -> str:
        """What differs from the language of the document: ours, too, where that is another."""
        if not language and (apart or self.language == OURS):
            return ""
        told = tagged(language) if language else "" if apart else OURS
        if told == self.language or same(told, self.language) or not any(map(str.isalpha, words)):
            return ""
        return told

    def paragraph(
        self, words: Words, size: float = BODY, *, soft: bool = False, after: float = 5.0
    ) -> Block:
        return Block(self.text(words, size, soft=soft), after=after)

    def heading(
        self, words: Words, role: Role, before: float, after: float, name: str = ""
    ) -> Block:
        text = self.text(words, SIZES[role], role=role, bold=True, name=name)
        return Block(text, before, after, keep=True)

    def section(self, title: str, fresh: bool = False, name: str = "") -> Block:
        """A heading under a thick rule."""
        text = self.text(
            title, SIZES[Role.SECTION], role=Role.SECTION, bold=True, drop=8, name=name
        )
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
        indent: float = INDENT,
    ) -> Block:
        """Text beside a label, both on one baseline: an item of a list, which goes on as long as
        such items follow one another. A heading may be the label, before the list."""
        most, below = max(size, BODY), 5.0 if rule else 0.0
        drop = below + (most - size) * BASELINE
        beside = min(LABEL_WIDTH, indent)
        left = self.text(label, size, beside, role, bold=bold, soft=soft, drop=drop)
        drop = below + (most - BODY) * BASELINE
        right: Cell = self.text(words, BODY, self.width - indent, Role.ITEM, drop=drop)
        item = Element("LI")
        if role != Role.LABEL:
            right = Within(right, item)
        places = (Place(0, beside, left), Place(indent, self.width - indent, right))
        row = Row(places, element=item if role == Role.LABEL else None)
        return Block(row, before, after, rule)

    def figure(self, drawing: Drawing, alt: str, caption: Words = "") -> Block:
        """A picture, with a text that tells what it shows."""
        said = self.text(caption, NOTE, role=Role.CAPTION, soft=True) if caption else None
        return Block(Figure(drawing, Element("Figure", alternative=alt), said), 4, 10)

    def table(
        self,
        columns: Sequence[Column],
        rows: Iterable[Sequence[Words | Cell]],
        after: float = 10.0,
        *,
        caption: Words = "",
        summary: str = "",
    ) -> Block:
        """A table; a summary is told to who cannot see how it is built."""
        apart = GAP * (len(columns) - 1)
        stretch = (self.width - apart) / sum(column.width for column in columns)
        columns = [replace(column, width=column.width * stretch) for column in columns]
        head = self._row(columns, [column.title for column in columns], head=True)
        body = tuple(self._row(columns, row) for row in rows)
        said = self.text(caption, TABLE, role=Role.CAPTION, bold=True) if caption else None
        about = f"/O/Table/Summary{text_string(summary)}" if summary else ""
        element = Element("Table", attributes=about)
        return Block(Table(head, body, self.width, element, said), after=after)

    def _row(
        self, columns: Sequence[Column], contents: Sequence[Words | Cell], head: bool = False
    ) -> Row:
        places: list[Place] = []
        x = 0.0
        for column, content in zip(columns, contents, strict=True):
            role = Role.HEAD if head else Role.ROW_HEAD if column.row_header else Role.DATA
            cell: Cell
            if isinstance(content, Sequence):
                cell = self.text(content, TABLE, column.width, role, bold=head, right=column.right)
            else:
                cell = content if column.ornament else Within(content, _owner(role))
            if column.ornament:
                cell = Within(cell, Artifact.LAYOUT)
            places.append(Place(x, column.width, cell))
            x += column.width + GAP
        return Row(tuple(places), PAD, Element("TR"))


def _owner(role: Role, name: str = "", spans: Sequence[Span] = ()) -> Owner:
    """The element of a text; it has the language of all its words, if they have one."""
    if role in ASIDE:
        return ASIDE[role]
    kind, attributes = KINDS[role]
    language = ""
    if any(span.language for span in spans):
        found = {span.language for span in spans if any(map(str.isalpha, span.text))}
        language = found.pop() if len(found) == 1 else ""
    return Element(kind, name=name, language=language, attributes=attributes)
