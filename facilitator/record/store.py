"""The session file: a log of events that is only ever added to, and read tables beside it."""

import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from facilitator.faults import Fault
from facilitator.log.events import Unknown, decode, encode
from facilitator.log.history import fold
from facilitator.log.state import Entry, State
from facilitator.record import tables
from facilitator.record.opening import (
    APPLICATION,
    VERSION,
    Unreadable,
    connect,
    is_empty,
    prepare,
)
from facilitator.steady import Anchor

if TYPE_CHECKING:
    from sqlite_utils import Database

ANCHOR = {"id": int, "boot": str, "utc": int, "ticks": int}  # one row: where the clock was set
EVENT = {"session": str, "n": int, "at": int, "kind": str, "data": str, "sum": int}


class NotSaved(Fault):
    """An act did not reach the disk."""


@contextmanager
def _reading() -> Iterator[None]:
    try:
        yield
    except (sqlite3.Error, UnicodeError) as error:
        raise Unreadable(f"The file is damaged and cannot be read ({error}).") from error


class Store:
    """One open file. It belongs to the thread that opened it, and to one window at a time."""

    def __init__(self, path: Path, read_only: bool = False) -> None:
        """Open or make the file, or raise Unreadable with a sentence for the user."""
        self.path = path
        self._connection = connect(path, read_only)
        try:
            if prepare(self._connection, path, read_only):
                self._create()
        except BaseException:
            self._connection.close()  # a half-opened connection would keep its lock
            raise

    @cached_property
    def db(self) -> "Database":
        """Return the file as sqlite-utils sees it; slow to import, and reading a log can wait."""
        from sqlite_utils import Database

        return Database(self._connection, execute_plugins=False, strict=True)

    def append(self, session: str, entry: Entry, before: State, after: State) -> None:
        """Put the entry on disk, with what it changes in the read tables, or raise NotSaved."""
        kind, data = encode(entry.event)
        text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
        row = (session, entry.n, entry.at, kind, text)
        try:
            with self.db.atomic():
                self.db.execute("insert into event values (?, ?, ?, ?, ?, ?)", (*row, _sum(*row)))
                for statement, values in tables.changes(session, before, after):
                    self.db.execute(statement, values)
        except (sqlite3.Error, UnicodeError) as error:
            raise NotSaved(_why(error)) from error

    @_reading()
    def sessions(self) -> list[str]:
        """Return the ids of the sessions, in the order in which they came into the file."""
        if is_empty(self._connection):  # somebody's first start was cut off
            return []
        rows = self._connection.execute(
            "select session from event group by session order by min(rowid)"
        )
        return [session for (session,) in rows]

    @_reading()
    def entries(self, session: str) -> list[Entry]:
        """Return the log; an act whose row was damaged is Unknown and passed over."""
        return [
            Entry(n, at, decode(kind, json.loads(data)))
            if whole
            else Entry(n, 0, Unknown("damaged"))
            for n, at, kind, data, whole in self._rows(session)
        ]

    @_reading()
    def plans(self) -> list[dict[str, Any]]:
        """Return what the read tables say of each session, oldest in the file first."""
        known = self.sessions()
        columns = ", ".join(tables.SESSION.columns)
        rows = self._connection.execute(f"select {columns} from session") if known else ()
        found = {row[0]: dict(zip(tables.SESSION.columns, row, strict=True)) for row in rows}
        return [found[session] for session in known if session in found]

    @_reading()
    def running(self) -> list[str]:
        """Return the sessions that have begun and not ended, as the read tables have it."""
        rows = self._connection.execute(
            "select session from session where ended is null and session in"
            " (select session from segment where started is not null)"
        )
        found = {session for (session,) in rows}
        return [session for session in self.sessions() if session in found]

    @_reading()
    def anchor(self) -> Anchor | None:
        """Return where the clock was set when the file was last opened."""
        row = self._connection.execute("select boot, utc, ticks from anchor").fetchone()
        return row and Anchor(*row)

    def keep_anchor(self, anchor: Anchor) -> None:
        self._connection.execute("insert or replace into anchor values (1, ?, ?, ?)", anchor)

    def faults(self) -> list[str]:
        """Return what is wrong with the file, a sentence each; nothing for a sound one."""
        try:
            with _reading():
                pages = [text for (text,) in self._connection.execute("pragma integrity_check")]
                if pages != ["ok"]:
                    return [f"The file is damaged: {pages[0]}."]
                return [fault for session in self.sessions() for fault in self._faults(session)]
        except Unreadable as fault:
            return [str(fault)]

    def rebuild(self) -> None:
        """Make the read tables again from the log."""
        with self.db.atomic():
            for table in tables.TABLES:
                self.db.table(table.name).delete_where()
            for session in self.sessions():
                for statement, row in tables.changes(session, State(), fold(self.entries(session))):
                    self._connection.execute(statement, row)

    def settle(self) -> None:
        """Fold the write-ahead file into the main one: a copy of it made now would be whole."""
        with suppress(sqlite3.Error):
            self._connection.execute("pragma wal_checkpoint(truncate)").fetchall()

    def close(self) -> None:
        """Leave one whole file behind, that also opens from a read-only medium."""
        with suppress(sqlite3.Error):
            self._connection.execute("pragma wal_checkpoint(truncate)").fetchall()
            self._connection.execute("pragma journal_mode = delete").fetchall()
        self._connection.close()

    def _create(self) -> None:
        with self.db.atomic():
            self.db.execute(f"pragma application_id = {APPLICATION}")
            self.db.execute(f"pragma user_version = {VERSION}")
            event, anchor = self.db.table("event"), self.db.table("anchor")
            event.create(EVENT, pk=("session", "n"), not_null=set(EVENT), strict=True)
            anchor.create(ANCHOR, pk="id", not_null=set(ANCHOR), strict=True)
            tables.create(self.db)

    def _rows(self, session: str) -> Iterable[tuple[int, int, str, str, bool]]:
        rows = self._connection.execute(
            "select n, at, kind, data, sum from event where session = ? order by n", [session]
        )
        for n, at, kind, data, kept in rows:
            yield n, at, kind, data, kept == _sum(session, n, at, kind, data)

    def _faults(self, session: str) -> Iterable[str]:
        for place, (n, _, _, _, whole) in enumerate(self._rows(session), 1):
            if n != place:
                yield f"Session {session}: act {place} is missing."
                return
            if not whole:
                yield f"Session {session}: act {n} is damaged."
                return
        state = fold(self.entries(session))
        for table in tables.TABLES:
            found = self._connection.execute(
                f"select * from {table.name} where session = ?", [session]
            )
            right = table.rows(session, table.items(state)).values()
            if sorted(map(repr, found)) != sorted(map(repr, right)):
                yield f"Session {session}: the table {table.name} does not agree with the log."


def _sum(session: str, n: int, at: int, kind: str, data: str) -> int:
    """Return a checksum that tells a flipped bit in a row."""
    return zlib.crc32(f"{session}\0{n}\0{at}\0{kind}\0{data}".encode())


def _why(error: Exception) -> str:
    name = getattr(error, "sqlite_errorname", "")
    if name == "SQLITE_FULL":
        return "Not saved: the disk is full. Make some room, then do it again."
    if name.startswith("SQLITE_READONLY"):
        return "Not saved: the file may only be read. Save a copy elsewhere and open that."
    if isinstance(error, UnicodeError):
        return "Not saved: the text holds a broken character. Take it out, then do it again."
    return f"Not saved: the disk did not take it ({error}). Do it again."
