"""A bar within a table row, which shows again a number of the row."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.publish.pdf.sheet import Sheet

THICKNESS = 8.0
LINE = 13.0  # about a line of table text


@dataclass(frozen=True, slots=True)
class Bar:
    """As long as its share, 0…1, of the width; beside the first line of the row."""

    share: float
    width: float

    @property
    def height(self) -> float:
        return LINE

    def split(self, room: float) -> tuple[Bar | None, Bar | None]:
        return (self, None) if room >= LINE else (None, self)

    def paint(self, sheet: Sheet, x: float, top: float) -> None:
        if self.share:
            length = max(self.share * self.width, 1.0)
            sheet.bar(x, top - (LINE - THICKNESS) / 2, length, THICKNESS, soft=True)
