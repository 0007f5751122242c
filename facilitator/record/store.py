"""The session file: a log of events that is only ever added to, and read tables beside it."""

import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.faults import Fault
from facilitator.log.events import Event, Unknown
from facilitator.log.history import fold
from facilitator.log.rows import decode, encode
from facilitator.log.state import Entry, State
from facilitator.record import tables
from facilitator.record.opening import APPLICATION, VERSION, Unreadable, is_empty, why
from facilitator.record.shelf import Shelf, reading

if TYPE_CHECKING:
    from sqlite_utils import Database

ANCHOR = {"id": int, "boot": str, "utc": int, "ticks": int}  # empty; older versions look into it
EVENT = {"session": str, "n": int, "at": int, "kind": str, "data": str, "sum": int}
# Not by sqlite-utils, which an old file that lacks it would have to wait for.
DESK = (
    "create table if not exists desk (session text not null, name text not null,"
    " value text not null, primary key (session, name)) strict, without rowid"
)

_IN_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class NotSaved(Fault):
    """An act did not reach the disk."""


class Store(Shelf):
    """The log of the file's sessions. Disk first: what is not saved is not so."""

    def __init__(self, path: Path, read_only: bool = False) -> None:
        """Open or make the file, or raise Unreadable with a sentence for the user."""
        super().__init__(path, read_only)
        if not read_only:
            self._complete()

    @classmethod
    def over(cls, shelf: Shelf) -> "Store":
        """Return the store of a file that is open already."""
        store = cls.__new__(cls)
        store.path, store.connection = shelf.path, shelf.connection
        store._complete()
        return store

    @cached_property
    def db(self) -> "Database":
        """Return the file as sqlite-utils sees it; slow to import, and reading a log can wait."""
        from sqlite_utils import Database

        return Database(self.connection, execute_plugins=False, strict=True)

    def append(self, session: str, entry: Entry, before: State, after: State) -> None:
        """Put the entry on disk, with what it changes in the read tables, or raise NotSaved."""
        kind, data = encode(entry.event)
        text = _IN_JSON(data)
        row = (session, entry.n, entry.at, kind, text)
        try:
            with self.db.atomic():
                values = (*row, checksum(*row))
                self.db.execute("insert into event values (?, ?, ?, ?, ?, ?)", values)
                for statement, of in tables.changes(session, before, after):
                    self.db.execute(statement, of)
        except (sqlite3.Error, UnicodeError) as error:
            raise NotSaved(why_not(error)) from error

    def put_down(self, session: str, name: str, value: str) -> None:
        """Keep what lies on the desk and is no part of the record, or raise NotSaved; "" clears it.

        A kill of the program does not lose it; a power cut may, until the next act is on disk.
        """
        try:
            with self._unsynced():
                if value:
                    row = (session, name, value)
                    self.connection.execute("insert or replace into desk values (?, ?, ?)", row)
                else:
                    where = "session = ? and name = ?"
                    self.connection.execute(f"delete from desk where {where}", (session, name))
        except (sqlite3.Error, UnicodeError) as error:
            raise NotSaved(why_not(error)) from error

    def on_desk(self, session: str) -> dict[str, str]:
        """Return what lies on the desk; no fault of it is worth refusing the file for."""
        with suppress(sqlite3.Error, UnicodeError):
            rows = self.connection.execute(
                "select name, value from desk where session = ?", [session]
            )
            return {k: v for k, v in rows if isinstance(k, str) and isinstance(v, str)}
        return {}

    @reading()
    def last_act(self) -> int:
        """Return the moment of the last act of the session that runs, 0 if none does."""
        running = self.running()
        found = self.connection.execute(
            "select max(at) from event where session = ?", [running[-1] if running else ""]
        )
        return found.fetchone()[0] or 0

    @reading()
    def entries(self, session: str) -> list[Entry]:
        """Return the log; an act whose row was damaged is Unknown and passed over."""
        return [
            Entry(n, at, _read(kind, data)) if whole else Entry(n, 0, Unknown("damaged"))
            for n, at, kind, data, whole in self.rows(session)
        ]

    def rows(self, session: str) -> Iterable[tuple[int, int, str, str, bool]]:
        """Yield the log as it is written: number, moment, kind, fields; and is the row whole?"""
        rows = self.connection.execute(
            "select n, at, kind, data, sum from event where session = ? order by n", [session]
        )
        for n, at, kind, data, kept in rows:
            yield n, at, kind, data, kept == checksum(session, n, at, kind, data)

    def faults(self) -> list[str]:
        """Return what is wrong with the file, a sentence each; nothing for a sound one."""
        try:
            with reading():
                pages = [text for (text,) in self.connection.execute("pragma integrity_check")]
                if pages != ["ok"]:
                    return [f"The file is damaged: {pages[0]}."]
                known = self.sessions()
                new = is_empty(self.connection)
                listed = () if new else self.connection.execute("select session from session")
                lost = [session for (session,) in listed if session not in known]
                return [
                    *(f"Session {session}: its log is missing." for session in lost),
                    *(fault for session in known for fault in self._faults(session)),
                ]
        except Unreadable as fault:
            return [str(fault)]

    def rebuild(self) -> None:
        """Make the read tables again from the log."""
        with self.db.atomic():
            for table in tables.TABLES:
                self.db.table(table.name).delete_where()
            for session in self.sessions():
                for statement, row in tables.changes(session, State(), fold(self.entries(session))):
                    self.connection.execute(statement, row)

    def _complete(self) -> None:
        """Make the tables in a new file, all or none; an old one may lack the desk."""
        try:
            if not is_empty(self.connection):
                with suppress(sqlite3.Error):  # a full disk is no reason not to open
                    self.connection.execute(DESK)
                    self._renew()
                return
            with self.db.atomic():
                self.db.execute(f"pragma application_id = {APPLICATION}")
                self.db.execute(f"pragma user_version = {VERSION}")
                event, anchor = self.db.table("event"), self.db.table("anchor")
                event.create(EVENT, pk=("session", "n"), not_null=set(EVENT), strict=True)
                anchor.create(ANCHOR, pk="id", not_null=set(ANCHOR), strict=True)
                for table in tables.TABLES:
                    table.create(self.db)
                self.db.execute(DESK)
        except sqlite3.Error as error:
            self.connection.close()
            raise Unreadable(why(error, self.path)) from error

    def _renew(self) -> None:
        """Make the read tables of an older version again, with the columns they have by now."""
        old = [table for table in tables.TABLES if self._lacks(table)]
        if old:
            with self.db.atomic():
                for table in old:
                    self.db.execute(f"drop table if exists {table.name}")
                    table.create(self.db)
                self.rebuild()

    def _lacks(self, table: tables.Table) -> list[str]:
        """Return the columns of a read table that this file does not have."""
        rows = self.connection.execute(f"pragma table_info({table.name})")
        has = {name for _, name, *_ in rows}
        return [name for name in table.columns if name not in has]

    @contextmanager
    def _unsynced(self) -> Iterator[None]:
        """Write without waiting for the disk: a line is kept at each letter."""
        ((was,),) = self.connection.execute("pragma synchronous").fetchall()
        self.connection.execute("pragma synchronous = normal").fetchall()
        try:
            yield
        finally:
            self.connection.execute(f"pragma synchronous = {was}").fetchall()

    def _faults(self, session: str) -> Iterable[str]:
        for place, (n, _, _, _, whole) in enumerate(self.rows(session), 1):
            if n != place:
                yield f"Session {session}: act {place} is missing."
                return
            if not whole:
                yield f"Session {session}: act {n} is damaged."
                return
        state = fold(self.entries(session))
        for table in tables.TABLES:
            lacks = self._lacks(table)
            names = [name for name in table.columns if name not in lacks]
            if not names and not table.items(state):  # its version had no use for it
                continue
            found = self.connection.execute(
                f"select {', '.join(names)} from {table.name} where session = ?", [session]
            )
            places = [list(table.columns).index(name) for name in names]
            made = table.rows(session, table.items(state)).values()
            right = [tuple(row[place] for place in places) for row in made]
            if sorted(map(repr, found)) != sorted(map(repr, right)):
                yield f"Session {session}: the table {table.name} does not agree with the log."


def _read(kind: str, data: str) -> Event:
    """Return the event of a row; what is written in no way that we know is passed over."""
    try:
        row = json.loads(data)
        if "\\u" in data:
            _IN_JSON(row).encode()  # half a character would stop whoever writes it
        return decode(kind, row)
    except (ValueError, RecursionError):
        return Unknown(kind)


def checksum(session: str, n: int, at: int, kind: str, data: str) -> int:
    """Return a checksum that tells a flipped bit in a row."""
    return zlib.crc32(f"{session}\0{n}\0{at}\0{kind}\0{data}".encode())


def why_not(error: Exception) -> str:
    """Return why an act is not saved, and what to do."""
    name = getattr(error, "sqlite_errorname", "")
    if name == "SQLITE_FULL":
        return "Not saved: the disk is full. Make some room, then do it again."
    if name.startswith("SQLITE_READONLY"):
        return "Not saved: the file may only be read. Save a copy elsewhere and open that."
    if isinstance(error, UnicodeError):
        return "Not saved: the text holds a broken character. Take it out, then do it again."
    return f"Not saved: the disk did not take it ({error}). Do it again."
