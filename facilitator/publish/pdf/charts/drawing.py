"""What the drawings have in common: they stand on one page, and label themselves in one line."""

from __future__ import annotations

from typing import Self

from facilitator.publish.pdf.press import NOTE, Press
from facilitator.publish.pdf.sheet import Sheet
from facilitator.publish.pdf.shorten import abridged
from facilitator.publish.pdf.text import Span

LINE = NOTE * 1.34  # from line to line of the labels
SHORTEST = 4  # letters of a label that has hardly any room


class Whole:
    """A cell that is never cut."""

    __slots__ = ()

    @property
    def height(self) -> float:
        raise NotImplementedError

    def split(self, room: float) -> tuple[Self | None, Self | None]:
        return (self, None) if self.height <= room else (None, self)


def label(
    press: Press,
    sheet: Sheet,
    span: Span,
    place: tuple[float, float],
    width: float,
    right: bool = False,
) -> None:
    """Write a label in one line beside a mark, cut short where it is too long."""
    most = max(int(width / NOTE * 2.4), SHORTEST)
    while True:
        text = press.text([span._replace(text=abridged(span.text, most))], NOTE, width, right=right)
        if text.count <= 1 or most <= SHORTEST:
            break
        most = max(min(most, len(span.text)) * 9 // 10, SHORTEST)
    sheet.write(text.lines, text.owner, *place, 0, 1)
