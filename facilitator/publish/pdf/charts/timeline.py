"""Commitments over time: each promise a line from the day it was made to the day it is due."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from facilitator.publish import words
from facilitator.publish.pdf.charts.drawing import LINE, Whole, label
from facilitator.publish.pdf.press import Press, typed
from facilitator.publish.pdf.sheet import THIN, Sheet
from facilitator.publish.pdf.text import Span
from facilitator.publish.summary import Progress, Promise, Summary

MOST = 20  # promises in the drawing
NAMES, SAID = 116.0, 150.0  # columns for whose it is at the left, what is due when at the right
ROW, HEAD = 16.0, LINE + 6
HALF = 3.6  # of a mark
LIFE = 0.8  # weight of a promise's line
APART = 12.0  # from name to name over the lines
LETTER = 5.3  # about the width of a bold letter of a label
NEXT, SILENT = "Next session", "No report yet"  # there is no room for more words


class Life(NamedTuple):
    """A promise on the line of time; days are None where no date was settled."""

    name: str
    whose: str
    made: date | None
    step: date | None
    due: date | None
    status: str  # of an earlier one; empty for one that is new
    settled: bool = False


class Mark(NamedTuple):
    """A day that all rows share."""

    day: date
    name: str


def lives(summary: Summary) -> list[Life]:
    """The earlier promises by the oldest, then the new ones; nothing where no day is known."""
    before = [one for one in summary.progress if not one.asked]  # as requests now, not drawn
    found = [_earlier(one) for one in sorted(before, key=lambda one: one.made)]
    found += [_new(one, _day(summary.date)) for one in summary.promises]
    return found if any(life.due or life.step for life in found) and _day(summary.date) else []


def nearest(lives: list[Life]) -> list[Life]:
    """As many as a drawing takes: the new ones first, then what is open, by the day due."""

    def rank(life: Life) -> tuple[int, date]:
        return (bool(life.status) + life.settled, life.due or date.max)

    chosen = sorted(range(len(lives)), key=lambda place: rank(lives[place]))[:MOST]
    return [lives[place] for place in sorted(chosen)]


def _earlier(one: Progress) -> Life:
    status = one.status if one.reported_on else SILENT
    return Life(words.sentence(one.ref), "", _day(one.made), None, _day(one.due), status, one.over)


def _new(promise: Promise, made: date | None) -> Life:
    whose = promise.who or promise.organisation
    return Life(promise.id, whose, made, _day(promise.first_step_due), _day(promise.due), "")


def _day(iso: str) -> date | None:
    try:
        return date.fromisoformat(iso)
    except ValueError:
        return None


def marks(summary: Summary) -> list[Mark]:
    days = {
        "This session": summary.date,
        NEXT: summary.next.date if summary.next else "",
        **{words.sentence(one.ref.partition(",")[0]): one.made for one in summary.progress},
    }
    return [Mark(day, name) for name, iso in days.items() if (day := _day(iso))]


@dataclass(frozen=True, slots=True)
class Timeline(Whole):
    press: Press
    lives: list[Life]
    marks: list[Mark]
    width: float

    @property
    def height(self) -> float:
        return HEAD + len(self.lives) * ROW + 4

    @property
    def _line(self) -> float:
        return self.width - NAMES - SAID

    def paint(self, sheet: Sheet, x: float, top: float) -> None:
        days = [day for life in self.lives for day in (life.made, life.step, life.due) if day]
        days += [mark.day for mark in self.marks]
        first = min(days)
        scale = self._line / ((max(days) - first).days or 1)

        def at(day: date) -> float:
            return x + NAMES + (day - first).days * scale

        self._marks(sheet, x, top, [(at(mark.day), mark) for mark in self.marks])
        for place, life in enumerate(self.lives):
            below = top - HEAD - place * ROW
            upper = below - (ROW - LINE) / 2
            whose = typed(", ".join(filter(None, (life.name, life.whose))))
            label(self.press, sheet, whose, (x, upper), NAMES - 10)
            self._life(sheet, life, below - ROW / 2, at)
            right = x + self.width - SAID + 14
            label(self.press, sheet, Span(said(life)), (right, upper), SAID - 14)

    def _marks(self, sheet: Sheet, x: float, top: float, marks: list[tuple[float, Mark]]) -> None:
        """The days that all rows share, each with its name over it."""
        taken: list[tuple[float, float]] = []
        for at, mark in marks:
            name = f"{mark.name}, {words.day(mark.day.isoformat(), 'd MMM')}"
            wide = len(name) * LETTER
            last = x + self.width - wide
            starts = [min(max(at - wide / 2, x), last)]
            if mark.name == NEXT:  # close to this session it stands beside its name
                starts += [
                    start for start in (taken[0][1], taken[0][0] - wide - APART) if start <= last
                ]
            free = [start for start in starts if _free(start, start + wide + APART, taken)]
            if not free:
                continue  # the dates of older sessions stand in words too
            start = free[0]
            taken.append((start, start + wide + APART))
            label(self.press, sheet, Span(name, bold=True), (start, top), wide + 20)
            sheet.bar(at - THIN / 2, top - LINE - 2, THIN, self.height - LINE - 2, soft=True)

    def _life(self, sheet: Sheet, life: Life, y: float, at: Callable[[date], float]) -> None:
        if life.made:
            sheet.bar(at(life.made) - 1, y + HALF, 2, 2 * HALF)
        if life.made and life.due and life.due > life.made:
            sheet.line(at(life.made), y, at(life.due), y, LIFE)
        if life.step:
            sheet.polygon(_diamond(at(life.step), y, HALF - 0.8), full=False)
        if life.due:
            sheet.polygon(_diamond(at(life.due), y, HALF))


def _free(start: float, end: float, taken: list[tuple[float, float]]) -> bool:
    return not any(start < other_end and other < end for other, other_end in taken)


def _diamond(x: float, y: float, half: float) -> list[tuple[float, float]]:
    return [(x - half, y), (x, y + half), (x + half, y), (x, y - half)]


def said(life: Life) -> str:
    """Starts 19 Oct, due 29 Oct 2026."""
    parts = [life.status] if life.status else []
    if life.step:
        parts.append(f"starts {words.day(life.step.isoformat(), 'd MMM')}")
    parts.append(f"due {words.short_day(life.due.isoformat())}" if life.due else "no date settled")
    return words.sentence(", ".join(parts))


def alt(lives: list[Life], summary: Summary) -> str:
    """What the drawing shows, in words."""
    days = ", ".join(
        f"{mark.name} on {words.long_day(mark.day.isoformat())}" for mark in marks(summary)
    )
    each = "; ".join(f"{life.name}: {said(life)}".replace("\u00a0", " ") for life in lives)
    return f"A line of time with the promises on it. {days}. {each}."
