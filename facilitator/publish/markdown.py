"""The summary as Markdown (CommonMark with pipe tables): whatever was typed comes out as text."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from facilitator.publish import words
from facilitator.publish.summary import Heard, Summary
from facilitator.publish.tables import (
    Cell,
    Row,
    Table,
    about,
    approval,
    coming,
    in_room,
    promises_made,
    reading,
    tables,
)
from facilitator.publish.typed import one_line, tidy

# Signs that mean something wherever they stand; in front of a letter also what begins a link, an
# icon or a mention (https:, :smile:, www., @somebody).
_MARK = re.compile(r"[\\`*_{}\[\]<>#|~$&^@]|:(?=[^\s\d])|(?<=[wW])\.(?=\S)")
# Signs that mean something where a line begins: lists, rules, headings underlined, definitions.
_BEGINS = re.compile(r"^([-+=:%]|\d+(?=[.)]))", re.MULTILINE)
_BLANKS = re.compile("^ +| +$", re.MULTILINE)


def markdown(summary: Summary) -> bytes:
    """Return the sections as headings, lists and pipe tables, in UTF-8."""
    summary = tidy(summary)
    blocks = [f"# {typed(one_line(summary.title)) or 'A session'}", *_blocks(summary)]
    return ("\n\n".join(blocks) + "\n").encode()


def typed(text: str, indent: str = "") -> str:
    """Return text so that Markdown shows it as it was typed, line by line."""
    lines = _MARK.sub(r"\\\g<0>", _BLANKS.sub("", text))
    lines = _BEGINS.sub(lambda found: _stopped(found[1]), lines)
    paragraphs = (paragraph.replace("\n", f"\\\n{indent}") for paragraph in lines.split("\n\n"))
    return f"\n\n{indent}".join(paragraphs)


def _stopped(begins: str) -> str:
    return f"{begins}\\" if begins.isdigit() else f"\\{begins}"


def _blocks(summary: Summary) -> Iterator[str]:
    of = {table.name: table for table in tables(summary)}
    del of["Summary"]  # told in lists
    if summary.draft:
        yield f"**{approval(summary)}.**"
    yield _facts(row for row in about(summary) if row[0] not in ("Title", "Status"))
    yield from _section("In numbers", _facts((*in_room(summary), *promises_made(summary))))
    yield from _section("The main points", _notes(summary.points))
    for name in ("Promises", "Action plan", "Progress", "Next steps"):
        if table := of.pop(name, None):
            yield from _section(name, _table(table.filled))
    yield from _section("What comes next", _facts(coming(summary)))
    if of.pop("Notes", None):
        yield from _heard(summary)
    for name, table in of.items():
        yield from _section(name, _table(table.filled))
    yield from _section("How to read this", _facts(reading(summary)))


def _section(head: str, content: str) -> tuple[str, ...]:
    return (f"## {head}", content) if content else ()


def _heard(summary: Summary) -> Iterator[str]:
    yield "## What we heard"
    for part in summary.parts:
        if notes := _notes((*part.heard, *part.more)):
            yield f"### {part.number}. {_inline(part.title) or 'Untitled part'}"
            if part.prompt:
                yield f"Asked: {typed(part.prompt)}"
            yield notes
    for head, heard in (
        ("Outside the agenda", summary.elsewhere),
        ("Acknowledgements", summary.acknowledgements),
        ("Questions", summary.questions),
        ("Answers", summary.answers),
    ):
        if heard:
            yield from (f"### {head}", _notes(heard))


def _notes(those: Iterable[Heard]) -> str:
    return "\n".join(_note(of) for of in those)


def _note(of: Heard) -> str:
    source = f" – {_inline(of.source)}" if of.source else ""
    kind = f"**{_inline(of.kind)}:** " if of.kind else ""
    return f"- {kind}{typed(of.text, '  ')}{source}"


def _facts(rows: Iterable[Row]) -> str:
    return "\n".join(f"- **{name}:** {_cell(value, '  ')}" for name, value in rows)


def _table(table: Table) -> str:
    head = [column.head for column in table.columns]
    rows = [[_cell(cell) for cell in row] for row in table.rows]
    lines = (head, ["---"] * len(head), *rows)
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) if head else ""


def _cell(value: Cell, indent: str | None = None) -> str:
    """Return a value in words; in a table, which has no indent, on one line."""
    match value:
        case str():
            return _inline(value) if indent is None else typed(value, indent)
        case date():
            return words.day(value.isoformat(), "d MMM y")
        case timedelta():
            return words.clock(value.total_seconds())
        case float():
            return words.share(value)
    return f"{value:,}"


def _inline(text: str) -> str:
    return typed(one_line(text))
