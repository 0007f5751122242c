"""A paper for the hall as a PDF, on letter or A4: marks on pages, written whole or not at all."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from facilitator.log.state import State
from facilitator.publish import words
from facilitator.publish.pdf.binding import bound
from facilitator.publish.pdf.flow import Cell, Text
from facilitator.publish.pdf.pouring import Placed
from facilitator.publish.pdf.press import NOTE, Press, typed
from facilitator.publish.pdf.sheet import FOOT, Role, Sheet
from facilitator.publish.pdf.text import Span
from facilitator.publish.pdf.xmp import About
from facilitator.publish.typed import one_line
from facilitator.room.meeting import Meeting
from facilitator.room.people import Person

UNTITLED = "Untitled session"


class Mark(NamedTuple):
    """A cell at its place on a page, or a line if there is none."""

    x: float
    top: float
    cell: Cell | None
    width: float = 0.0
    weight: float = 0.0  # of the line


Page = Sequence[Mark]


class Asked(NamedTuple):
    """What a paper is made from."""

    state: State
    now: int
    press: Press


def write(pages: Sequence[Page], name: str, asked: Asked, path: Path) -> None:
    """Write pages as a PDF; the same pages give the same bytes."""
    meeting = asked.state.meeting
    about = About(
        title=f"{title(meeting)} – {name}",
        author=one_line(meeting.convener),
        subject=words.long_day(one_line(meeting.date)),
        language=asked.press.language,
        date=meeting.date,
    )
    with bound(path, asked.press, about) as sheet:
        for page in pages:
            for mark in page:
                _paint(sheet, mark)
            sheet.showPage()


def marks(page: Sequence[Placed], x: float, top: float, width: float) -> list[Mark]:
    """Return what was poured into a column, from a top on down."""
    found = []
    for cell, below, rule in page:
        if rule:
            found.append(Mark(x, top - below, None, width, rule))
        found.append(Mark(x, top - below, cell))
    return found


def foot(asked: Asked, name: str, page: int, pages: int) -> list[Mark]:
    """Return the last line of a page: the session and the paper, and which page it is."""

    def left(words: str) -> Text:
        spans = [Span(f"{name} – "), typed(words)]
        return asked.press.text(spans, NOTE, asked.press.width - 80, Role.FOOTER, soft=True)

    count = f"Page {page} of {pages}"
    number = asked.press.text(count, NOTE, role=Role.FOOTER, soft=True, right=True)
    said = clipped(title(asked.state.meeting), left)
    x = asked.press.page.margin
    return [Mark(x, FOOT, said), Mark(x, FOOT, number)]


def clipped(words: str, lay: Callable[[str], Text]) -> Text:
    """Return words as they are laid on one line, as many of them as it has room for."""
    whole = lay(words)
    if whole.count == 1:
        return whole
    apart = words.split()
    counts = range(1, len(apart))
    fit = bisect_left(counts, 2, key=lambda n: lay(f"{' '.join(apart[:n])} …").count)
    return replace(lay(f"{' '.join(apart[: max(1, fit)])} …"), last=1)


def name_of(person: Person) -> str:
    """Return the name on one line; a child is not told by name (practice guide, section 6)."""
    return "" if person.minor else one_line(person.name)


def title(meeting: Meeting) -> str:
    return one_line(meeting.title) or UNTITLED


def _paint(sheet: Sheet, mark: Mark) -> None:
    if mark.cell is None:
        sheet.rule(mark.x, mark.top, mark.width, mark.weight)
    else:
        mark.cell.paint(sheet, mark.x, mark.top)
