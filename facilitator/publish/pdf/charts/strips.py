"""Plan against actual: the agenda as two strips of one length of time, one under the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from facilitator.publish import words
from facilitator.publish.pdf.charts.drawing import LINE, Whole, label
from facilitator.publish.pdf.press import Press
from facilitator.publish.pdf.sheet import THIN, Sheet
from facilitator.publish.pdf.text import Span
from facilitator.publish.summary import Part

NAMES = 96.0  # the column that says which strip is which
STRIP, BETWEEN = 18.0, 16.0
STEPS = (5, 10, 15, 20, 30, 60, 120, 240, 480, 1440)  # minutes from mark to mark
MARKS = 9  # at most, along the foot
DIGIT = 5.2  # width of a digit of a label


@dataclass(frozen=True, slots=True)
class Strips(Whole):
    press: Press
    parts: tuple[Part, ...]
    width: float

    @property
    def height(self) -> float:
        return 2 * STRIP + BETWEEN + 6 + LINE + 2

    def paint(self, sheet: Sheet, x: float, top: float) -> None:
        planned, took = _ends(self.parts, "planned_s"), _ends(self.parts, "actual_s")
        longest = max(planned[-1], took[-1], 1.0)
        start, scale = x + NAMES, (self.width - NAMES - 26) / longest
        lower = top - STRIP - BETWEEN
        for before, after in zip(planned, took, strict=True):
            if after:
                upper = start + before * scale
                sheet.line(upper, top - STRIP, start + after * scale, lower, THIN)
        self._strip(sheet, start, top, planned, scale, full=False)
        self._strip(sheet, start, lower, took, scale, full=True)
        for below, name, ends in ((top, "Planned", planned), (lower, "Took", took)):
            said = f"{name}, {words.clock(ends[-1])}"
            middle = below - (STRIP - LINE) / 2
            label(self.press, sheet, Span(said), (x, middle), NAMES - 8)
        self._foot(sheet, start, lower - STRIP - 6, longest, scale)

    def _strip(
        self, sheet: Sheet, x: float, top: float, ends: list[float], scale: float, full: bool
    ) -> None:
        left = 0.0
        if full:
            sheet.tint(x, top, ends[-1] * scale, STRIP)
        for part, end in zip(self.parts, ends, strict=True):
            wide = (end - left) * scale
            if wide > 0:
                sheet.outline(x + left * scale, top, wide + THIN, STRIP)
            number = str(part.number)
            if wide > len(number) * DIGIT + 2:
                at = x + left * scale + (wide - len(number) * DIGIT) / 2
                middle = top - (STRIP - LINE) / 2
                label(self.press, sheet, Span(number), (at, middle), wide)
            left = end

    def _foot(self, sheet: Sheet, x: float, top: float, longest: float, scale: float) -> None:
        marks = list(_marks(longest))
        for minutes in marks:
            at = x + minutes * 60 * scale
            sheet.bar(at - THIN / 2, top + 4, THIN, 4)
            said = f"{minutes} min" if minutes == marks[-1] else f"{minutes}"
            start = at - len(f"{minutes}") * DIGIT / 2
            start = min(start, x + self.width - NAMES - len(said) * DIGIT)
            label(self.press, sheet, Span(said, soft=True), (start, top), 60)


def _ends(parts: tuple[Part, ...], name: str) -> list[float]:
    """When each part was over, in seconds from the beginning, one after the other."""
    ends, at = [], 0.0
    for part in parts:
        at += getattr(part, name)
        ends.append(at)
    return ends


def _marks(longest: float) -> Iterator[int]:
    minutes = longest / 60
    step = next((step for step in STEPS if minutes / step < MARKS), STEPS[-1])
    while minutes / step >= MARKS:
        step *= 2
    return iter(range(0, int(minutes) + 1, step))


def alt(parts: tuple[Part, ...]) -> str:
    """What the drawing shows, in words."""
    each = "; ".join(
        f"{part.number}: {words.clock(part.planned_s)} planned, {words.clock(part.actual_s)} taken"
        for part in parts
    )
    return (
        "Two strips of time, the agenda as planned and as it was, with the number of each part. "
        f"In minutes and seconds, {each}."
    )
