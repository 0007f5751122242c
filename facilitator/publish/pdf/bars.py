"""Bars within a table row: time against the plan, talk against the room."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from facilitator.publish.pdf.sheet import Sheet

THICKNESS = 7.0
LINE = 14.0  # about a line of table text


class _Bars:
    """Drawn once beside the first line of the row; the numbers stand in the row too."""

    __slots__ = ()

    @property
    def height(self) -> float:
        return LINE

    def split(self, room: float) -> tuple[Self | None, Self | None]:
        return (self, None) if room >= LINE else (None, self)


@dataclass(frozen=True, slots=True)
class TimeBar(_Bars):
    """A bar as long as the part took, and a line where the plan ended."""

    took: float  # both 0…1 of the width
    planned: float
    width: float

    def paint(self, sheet: Sheet, x: float, top: float) -> None:
        top -= (LINE - THICKNESS) / 2
        sheet.bar(x, top, self.took * self.width, THICKNESS)
        if self.planned:
            mark = x + self.planned * self.width - 1
            sheet.gap(mark - 1, top + 2, 3, THICKNESS + 4)
            sheet.bar(mark, top + 2, 1, THICKNESS + 4)


@dataclass(frozen=True, slots=True)
class ShareBar(_Bars):
    """The share of the talk as a full bar, the share of the room as an empty one below."""

    talk: float
    room: float
    width: float

    def paint(self, sheet: Sheet, x: float, top: float) -> None:
        half = LINE / 2
        sheet.bar(x, top - 1, self.talk * self.width, half - 1)
        sheet.outline(x, top - half, self.room * self.width, half - 1)
