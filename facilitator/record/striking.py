"""Striking words in an open file: in its rows and read tables, in what lies on the desk.

Whatever asks for it – a strike, an erasure, rows of another file – it is done in the one way.
"""

import sqlite3
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from facilitator.record.branches import linked
from facilitator.record.chain import Row
from facilitator.record.erased import both, erased, keep
from facilitator.record.opening import Unreadable
from facilitator.record.saving import NotSaved, why_not
from facilitator.record.shelf import reading
from facilitator.record.store import Store
from facilitator.record.strike import joined
from facilitator.record.sweeping import Swept, Who, swept


class Struck(NamedTuple):
    """What was done in the file."""

    rows: dict[str, list[Row]]  # by log, as they are now
    erased: dict[Who, str]


def strike(store: Store, marked: Mapping[str, list[Row]], people: Mapping[Who, str]) -> Struck:
    """Write rows that were struck and people that were erased, and all that follows of it.

    All of it or nothing: raises NotSaved.
    """
    try:
        with store.db.atomic():
            struck = sweep(store, marked, people)
        store.shelf.file.note()
        return struck
    except (sqlite3.Error, UnicodeError) as error:
        raise NotSaved(why_not(error)) from error


def sweep(store: Store, marked: Mapping[str, list[Row]], people: Mapping[Who, str]) -> Struck:
    """Do so inside a transaction of the caller's."""
    file = {log: _with(store.rows(log), marked.get(log, ())) for log in store.shelf.logs()}
    found = swept(file, both(erased(store.connection), people))
    rows = {
        log: _with(marked.get(log, ()), found.rows.get(log, ()))
        for log in file
        if log in marked or log in found.rows
    }
    for log, those in rows.items():
        store.insert(log, *those)
        store.refresh(log)
    keep(store, found.erased)
    return Struck(rows, found.erased)


class Admission:
    """What rows of another file lose before they are written into this one."""

    def __init__(self, store: Store, other: Store) -> None:
        self._store, self._lost = store, set[str]()
        with reading():
            self._people = both(erased(store.connection), erased(other.connection))
            self.strikes = bool(self._people) or _has_struck(store) or _has_struck(other)
            found = self._look(store, other) if self.strikes else Swept({}, {})
        self._rows = {
            (log, row.n, row.chain): row for log, rows in found.rows.items() for row in rows
        }

    def admitted(self, log: str, row: Row, mine: Row | None) -> Row:
        """Return a row as it may be written here, in the place of the one that is here."""
        blank = self._rows.get((log, row.n, row.chain))
        if mine is not None and mine.is_whole:
            row = joined(mine, row)
        if blank is not None:
            row = joined(row, blank)
        if mine is not None and row.struck and row != mine:
            self._lost.add(log)
        return row

    def finish(self) -> set[str]:
        """Strike what else was here, in the same transaction; return the logs that lost words."""
        if self.strikes:
            self._lost |= sweep(self._store, {}, self._people).rows.keys()
        return self._lost

    def _look(self, store: Store, other: Store) -> Swept:
        logs = dict.fromkeys((*store.shelf.logs(), *other.shelf.logs()))
        return swept(
            {log: _with(store.rows(log), readable(other, log)) for log in logs}, self._people
        )


def readable(store: Store, log: str) -> list[Row]:
    """Return the acts of a log that are whole and belong there; none where it cannot be read."""
    try:
        return [row for row in linked(log, store.rows(log)) if row.is_whole]
    except Unreadable:
        return []


def _with(rows: Iterable[Row], more: Iterable[Row]) -> list[Row]:
    """Return rows, and more of them; where both have one, what either lost is lost."""
    known = {(row.n, row.chain): row for row in rows}
    for row in more:
        mine = known.get((row.n, row.chain))
        known[row.n, row.chain] = joined(mine, row) if mine and mine.is_whole else row
    return sorted(known.values(), key=lambda row: (row.n, row.chain))


def _has_struck(store: Store) -> bool:
    return store.connection.execute("select 1 from event where struck <> ''").fetchone() is not None
