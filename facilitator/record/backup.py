"""A copy of an open file while the evening goes on, and which of the copies are kept."""

import os
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from facilitator.private import FILE
from facilitator.record.checking import acts_at_fault
from facilitator.record.copies import (
    BEFORE,
    LEFT,
    SECOND,
    copies_of,
    mark_closed,
    place_for,
    put_in_place,
    remove,
)
from facilitator.record.files import store_at
from facilitator.record.handle import Handle
from facilitator.record.opening import Unreadable
from facilitator.record.store import Store

NEWEST, DAYS = 5, 30  # copies that are kept whatever their age; days of which one a day is kept


class Made(NamedTuple):
    """A copy, and what is wrong in it, a sentence each: the same is wrong in the file."""

    path: Path
    faults: tuple[str, ...]


def copied(handle: Handle, path: Path, reason: str) -> Made:
    """Copy an open file in pieces, check the copy, and put it in its place; any thread may do it.

    The write-ahead log was folded in before, and nothing is folded in meanwhile: acts that are done
    in this time are in the log alone, and the file does not change. Raise OSError or Unreadable.
    """
    place = place_for(path, reason)
    half = place.with_name(f"{place.name}.half")
    try:
        with os.fdopen(os.open(half, os.O_RDWR | os.O_CREAT | os.O_TRUNC, FILE), "r+b") as file:
            for piece in handle.pieces():
                file.write(piece)
                file.flush()
                os.fsync(file.fileno())
            mark_closed(file)
        with closing(store_at(half, read_only=True)) as store:
            found = tuple(_faults(store))
        put_in_place(half, place)
    except BaseException:
        half.unlink(missing_ok=True)
        raise
    return Made(place, found)


def _faults(store: Store) -> Iterator[str]:
    """Yield what is wrong with pages and acts; the window goes on meanwhile, so no tables."""
    for (answer,) in store.connection.execute("pragma quick_check"):
        if answer != "ok":
            yield f"The file is damaged: {answer}."
    for log in store.shelf.logs():
        yield from acts_at_fault(store, log)


def newest(path: Path) -> Path | None:
    """Return the newest copy of a file that can be read, if there is one."""
    for place in reversed(copies_of(path)):
        try:
            store_at(place, read_only=True).close()
        except Unreadable:
            continue
        return place
    return None


def thin_out(copies: Iterable[Path], now: datetime) -> None:
    """Remove those copies of a file that need not be kept any more."""
    dated = {place: made for place in copies if (made := made_at(place)) is not None}
    wanted = kept(dated.values(), now)
    for place, moment in dated.items():
        is_apart = reason_of(place) in (BEFORE, LEFT) and now - moment <= timedelta(days=DAYS)
        if moment not in wanted and not is_apart:  # what is in that one may be in no other
            remove(place)


def kept(moments: Iterable[datetime], now: datetime) -> set[datetime]:
    """Return which copies are kept: the five newest, one a day for a month, and one a month."""
    every = sorted(moments, reverse=True)
    days: dict[object, datetime] = {}
    months: dict[object, datetime] = {}
    for moment in every:  # the newest of a day and of a month
        if now - moment <= timedelta(days=DAYS):
            days.setdefault(moment.date(), moment)
        months.setdefault((moment.year, moment.month), moment)
    return {*every[:NEWEST], *days.values(), *months.values()}


def made_at(copy: Path) -> datetime | None:
    """Return when a copy was made, UTC, by its name."""
    try:
        return datetime.strptime(copy.name[:SECOND], "%Y%m%dT%H%M%S")
    except ValueError:
        return None


def reason_of(copy: Path) -> str:
    """Return the word that says why a copy was made, by its name; nothing where it has none."""
    if made_at(copy) is None:
        return ""
    word, _, number = copy.stem[SECOND + 1 :].rpartition(
        "-"
    )  # a second one of that moment has a number
    return word if word and number.isdecimal() and word != "version" else copy.stem[SECOND + 1 :]
