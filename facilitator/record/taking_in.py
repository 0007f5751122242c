"""Taking in the sessions of another file: one that is new, or one that went on elsewhere.

All of them or, where one cannot be taken, none.
"""

import sqlite3
from collections.abc import Iterator
from itertools import zip_longest
from typing import Any, NamedTuple

from facilitator.faults import Fault
from facilitator.log.history import fold
from facilitator.log.state import State
from facilitator.record import tables
from facilitator.record.shelf import Shelf, reading
from facilitator.record.store import NotSaved, Store, checksum, why_not


class NotTaken(Fault):
    """The file is read, but what is in it cannot be taken in."""


class Taken(NamedTuple):
    """The ids of the sessions that came in, by what they are to this file."""

    new: tuple[str, ...] = ()
    longer: tuple[str, ...] = ()  # they went on in the other file
    known: tuple[str, ...] = ()  # nothing in the other file that is not here


def take_in(store: Store, other: Store) -> Taken:
    """Take in every session of another file, or raise NotTaken or NotSaved and change nothing."""
    with reading():
        found = list(_compared(store, other))
    if not found:
        raise NotTaken(f"There is no session in {other.path.name}.")
    try:
        with store.db.atomic():
            for ident, had, rows in found:
                if rows:
                    _append(store, ident, rows, is_new=not had)
    except (sqlite3.Error, UnicodeError) as error:
        raise NotSaved(why_not(error)) from error
    return Taken(
        new=tuple(ident for ident, had, rows in found if rows and not had),
        longer=tuple(ident for ident, had, rows in found if rows and had),
        known=tuple(ident for ident, _, rows in found if not rows),
    )


def _compared(store: Store, other: Store) -> Iterator[tuple[str, int, list[Any]]]:
    """Yield each session of the other file, how long it is here, and what it has beyond that."""
    known = store.sessions()
    for ident in other.sessions():
        theirs = list(other.rows(ident))
        ours = list(store.rows(ident)) if ident in known else []
        _refuse_damaged(other, ident, theirs)
        if any(one and two and one != two for one, two in zip_longest(ours, theirs)):
            raise NotTaken(
                f"{_title(store, ident)} went on differently here and in {other.path.name}:"
                " the two cannot be joined, and nothing was changed."
            )
        yield ident, len(ours), theirs[len(ours) :]


def _refuse_damaged(other: Store, ident: str, rows: list[Any]) -> None:
    for place, (n, *_, whole) in enumerate(rows, 1):
        if n != place or not whole:
            raise NotTaken(
                f"{other.path.name} is damaged: act {place} of {_title(other, ident)} cannot be"
                " read. Nothing was changed."
            )


def _append(store: Store, ident: str, rows: list[Any], is_new: bool) -> None:
    before = State() if is_new else fold(store.entries(ident))
    for *row, _ in rows:
        values = (ident, *row, checksum(ident, *row))
        store.db.execute("insert into event values (?, ?, ?, ?, ?, ?)", values)
    after = fold(store.entries(ident))
    for statement, values in tables.changes(ident, before, after):
        store.db.execute(statement, values)


def _title(shelf: Shelf, ident: str) -> str:
    titles = {plan["session"]: plan["title"] for plan in shelf.plans()}
    title = titles.get(ident)
    return f"“{title}”" if title else f"Session {ident}"
