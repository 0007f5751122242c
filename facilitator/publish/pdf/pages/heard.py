"""What was heard: the themes, then the notes by the part of the agenda they were taken in."""

from collections.abc import Iterator

from facilitator.publish import words
from facilitator.publish.pdf.bars import Bar
from facilitator.publish.pdf.flow import Block, Cell
from facilitator.publish.pdf.pages.spans import note_spans
from facilitator.publish.pdf.press import NOTE, Column, Press, Words, typed
from facilitator.publish.pdf.sheet import Role
from facilitator.publish.pdf.text import Span
from facilitator.publish.summary import Heard, Part, Summary

BAR = 120.0
SHORT_PROMPT = 500  # letters; a longer one may be parted from its notes


def heard(summary: Summary, press: Press) -> Iterator[Block]:
    if not (summary.parts or summary.elsewhere or summary.themes):
        return
    full = [part for part in summary.parts if part.heard]
    if not (full or summary.elsewhere or summary.themes or _asked(summary)):
        return
    yield press.section("What we heard, part by part", name="heard")
    if summary.themes:
        yield from _themes(summary, press)
    for part in full:
        yield from group(press, part_title(part), part.heard, part.prompt, part.tables)
    if summary.elsewhere:
        yield from group(press, [Span("Outside the agenda")], summary.elsewhere)
    yield from _without_notes(summary, press)


def group(
    press: Press, title: list[Span], notes: tuple[Heard, ...], prompt: str = "", tables: int = 0
) -> Iterator[Block]:
    """Notes under a heading and the question that they answer."""
    yield press.heading(title, Role.PART, 14, 1 if prompt or tables > 1 else 5)
    from_tables = f"From {words.number(tables)} tables. " if tables > 1 else ""
    if prompt:
        asked = [Span(f"{from_tables}Asked: "), typed(prompt)]
        yield Block(press.text(asked, soft=True), after=6, keep=len(prompt) < SHORT_PROMPT)
    elif from_tables:
        yield Block(press.text(from_tables.strip(), soft=True), after=6, keep=True)
    for note in notes:
        yield press.labelled(_label(note), note_spans(note), soft=True)


def _label(note: Heard) -> list[Span]:
    at = [Span(f", table {note.table}")] if note.table else []
    return [Span(note.kind), *at]


def part_title(part: Part) -> list[Span]:
    return [Span(f"{part.number}. "), typed(part.title or "Untitled part")]


def _asked(summary: Summary) -> list[Part]:
    return [part for part in summary.parts if part.prompt and not (part.heard or part.more)]


def _without_notes(summary: Summary, press: Press) -> Iterator[Block]:
    """What else the room was asked: questions whose answers nobody noted or may tell."""
    silent = _asked(summary)
    if not silent:
        return
    yield press.heading("Also asked, without notes in this edition", Role.PART, 14, 5)
    for part in silent:
        yield press.labelled(part_title(part), [typed(part.prompt)], soft=True)


def _themes(summary: Summary, press: Press) -> Iterator[Block]:
    tables = any(theme.tables for theme in summary.themes)
    columns = [
        Column("Theme", 200, row_header=True),
        *([Column("Tables", 50, right=True)] if tables else []),
        Column("Notes", 50, right=True),
        Column("", BAR + 42, ornament=True),
    ]
    most = max(theme.notes for theme in summary.themes) or 1
    rows: list[list[Words | Cell]] = [
        [
            [typed(theme.name)],
            *([f"{theme.tables:,}"] if tables else []),
            f"{theme.notes:,}",
            Bar(theme.notes / most, BAR),
        ]
        for theme in summary.themes
    ]
    yield press.table(columns, rows, after=4)
    where = ", and from how many tables they come" if tables else ""
    text = f"How many notes carry a theme{where}. A note may carry several."
    yield press.paragraph(text, NOTE, soft=True, after=2)
