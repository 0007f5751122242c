"""How things stand in a file: which series, which session is next, whose promises are due.

Everything is told from the lines of the read tables, dates as ISO words.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import timedelta
from typing import Any, NamedTuple

from facilitator.room.promise_rules import SETTLED, is_asked, lacks
from ui.words import date_of

Line = dict[str, Any]  # of the overview of a file
UNDATED = "9999"  # after every date there is


class Series(NamedTuple):
    ident: str  # empty for sessions of no series
    name: str  # its newest title
    sessions: tuple[Line, ...]  # by their dates: the first is session 1
    tables: tuple[Line, ...]  # of tables that kept a record of their own
    coming: Line | None  # what runs, else what is next


def state_of(line: Line, today: str) -> str:
    """Return how a session stands: ended, running, left open, planned or missed."""
    if line["ended_at"] is not None:
        return "ended"
    if line["begun_at"]:
        return "running" if line["date"] >= _day_before(today) or not line["date"] else "left open"
    return "planned" if not line["date"] or line["date"] >= today else "missed"


def all_series(lines: Iterable[Line], today: str) -> list[Series]:
    """Return the series of a file; first the one whose turn is next, or was last."""
    threads: dict[str, list[Line]] = {}
    for line in sorted(lines, key=_moment):
        threads.setdefault(line["series_id"], []).append(line)
    found = [_series(ident, own, today) for ident, own in threads.items()]
    with_next = [series for series in found if series.coming is not None]
    without = [series for series in found if series.coming is None]
    return [
        *sorted(with_next, key=lambda series: _when(series, today)),
        *sorted(without, key=_last, reverse=True),
    ]


def _series(ident: str, lines: list[Line], today: str) -> Series:
    sessions = tuple(line for line in lines if not line["part_of"])
    tables = tuple(line for line in lines if line["part_of"])
    running = [line for line in sessions if state_of(line, today) == "running"]
    planned = [line for line in sessions if state_of(line, today) == "planned"]
    return Series(
        ident, lines[-1]["series"], sessions, tables, next(iter(running[::-1] + planned), None)
    )


def _when(series: Series, today: str) -> tuple[bool, str]:
    """What runs comes before what is next."""
    line = series.coming or {}
    return state_of(line, today) != "running", line["date"] or UNDATED


def _last(series: Series) -> str:
    dates: list[str] = [line["date"] for line in (*series.sessions, *series.tables)]
    return max(dates)


def in_need(promises: Iterable[Line], today: str) -> tuple[list[Line], list[Line]]:
    """Return the promises that need somebody, those past their date first, and the settled ones.

    After them come those that lack an owner or a date: nobody can be asked for them.
    """
    every = list(promises)
    settled = [one for one in every if one["status"] in SETTLED]
    open_ones = [one for one in every if one["status"] not in SETTLED]

    def rank(one: Line) -> tuple[int, str]:
        return 0 if is_past(one, today) else 1 if lacking(one) else 2, one["due"] or UNDATED

    return sorted(open_ones, key=rank), settled


def asked_of(promises: Iterable[Line]) -> Counter[str]:
    """Count what was asked of somebody, by session; it is no promise of anybody."""
    return Counter(one["session"] for one in promises if is_asked(one["kind"]))


def made(promised: int, asked: int) -> list[str]:
    """Return how much was promised, and apart from that how much was asked, if anything was."""
    words = [f"{promised} {'promise' if promised == 1 else 'promises'}"]
    return [*words, f"{asked} asked"] if asked else words


def is_past(promise: Line, today: str) -> bool:
    """Say whether the date of a promise is over; whether it is late, nobody may have said."""
    return bool(promise["due"]) and promise["due"] < today


def lacking(promise: Line) -> str:
    """Return what a promise lacks most so that somebody can be asked for it."""
    return next(iter(lacks(promise["kind"], promise["owner"], promise["due"])), "")


def days_until(iso: str, today: str) -> int | None:
    """Return how many days there are to a date, fewer than none if it is past."""
    then, now = date_of(iso), date_of(today)
    return None if then is None or now is None else (then - now).days


def minutes_between(start: str, end: str) -> int | None:
    """Return the minutes from one HH:MM to the next moment that another clock time comes."""
    moments = [_minutes(clock) for clock in (start, end)]
    if moments[0] is None or moments[1] is None:
        return None
    return (moments[1] - moments[0]) % (24 * 60)


def _minutes(clock: str) -> int | None:
    hours, _, minutes = clock.partition(":")
    return int(hours) * 60 + int(minutes) if hours.isdecimal() and minutes.isdecimal() else None


def _moment(line: Line) -> tuple[str, str]:
    return line["date"] or UNDATED, line["start"]


def _day_before(today: str) -> str:
    day = date_of(today)
    return "" if day is None else f"{day - timedelta(days=1)}"
