"""The session file: logs of events that are only ever added to, and read tables beside them."""

import json
import sqlite3
from collections.abc import Iterable
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING

from facilitator.log.events import Event, Unknown
from facilitator.log.heading import Heading, heading
from facilitator.log.history import DAMAGED, fold
from facilitator.log.makes import makes
from facilitator.log.rows import decode, encode
from facilitator.log.state import Entry, State
from facilitator.record import schema, tables
from facilitator.record.branches import MARK, Branch, base, branches, holding
from facilitator.record.chain import MOST, Row, root, written
from facilitator.record.drafts import Drafts
from facilitator.record.headings import End, Line, claims, last_whole, lines
from facilitator.record.log_table import LogTable
from facilitator.record.opening import unreadable
from facilitator.record.saving import NotSaved, why_not
from facilitator.record.shelf import Shelf, reading

if TYPE_CHECKING:
    from sqlite_utils import Database

_IN_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_OF_JSON = json.JSONDecoder().decode
_ROWS = "select n, at, kind, data, digest, chain, struck from event where log = ? order by n"
INSERT = "insert or replace into event (log, n, at, kind, data, digest, chain, struck) values"


class Store:
    """The logs of an open file. Disk first: what is not saved is not so."""

    def __init__(self, shelf: Shelf) -> None:
        """Make the tables in a new file, or raise Unreadable with a sentence for the user."""
        self.shelf = shelf
        self.path, self.connection = shelf.path, shelf.connection
        self.drafts = Drafts(shelf.file)
        self.log_table = LogTable(shelf.connection)
        self.recent: list[tuple[str, Row]] = []  # written since the last copy of the file
        self._ends: dict[str, End] = {}  # of the logs that this store writes: its own branch
        if not shelf.read_only:
            self._complete()

    @cached_property
    def db(self) -> "Database":
        """Return the file as sqlite-utils sees it; slow to import, and reading a log can wait."""
        from sqlite_utils import Database

        return Database(self.connection, execute_plugins=False, strict=True)

    def close(self) -> None:
        self.shelf.close()

    @property
    def kept_ends(self) -> set[str]:
        """Return the logs that this store goes on writing, each on its own branch."""
        return set(self._ends)

    def release(self, log: str) -> None:
        """Let a log be read by the rule again: nobody goes on writing it here."""
        self._ends.pop(log, None)

    # Writing

    def append(self, log: str, entry: Entry, before: State, after: State) -> None:
        """Put the entry on disk, with what it changes in the read tables, or raise NotSaved."""
        kind, data = encode(entry.event)
        end = self.end(log)
        self.shelf.file.is_ours()
        try:
            row = written(entry.n, entry.at, kind, _IN_JSON(data), end.head)
            with self.db.atomic():
                self.insert(log, row)
                if end.length:
                    where = (row.n, row.chain, log)
                    self.db.execute("update log set length = ?, head = ? where id = ?", where)
                else:
                    self.log_table.put(Line(log, heading(entry.event), End(row.n, row.chain)))
                if MARK not in log:
                    for statement, values in tables.changes(log, before, after):
                        self.db.execute(statement, values)
        except (sqlite3.Error, UnicodeError) as error:
            raise NotSaved(why_not(error)) from error
        self._ends[log] = End(row.n, row.chain)
        self.shelf.file.note()

    def insert(self, log: str, *rows: Row) -> None:
        """Write rows of a log, or of a branch of it; one that has their key gives way."""
        self.recent += [(base(log), row) for row in rows]
        values = [(base(log), *row) for row in rows]
        self.connection.executemany(f"{INSERT} (?, ?, ?, ?, ?, ?, ?, ?)", values)

    # Reading

    @reading()
    def last_act(self) -> int:
        """Return the moment of the last act of the session that runs, 0 if none does."""
        running = self.shelf.running()
        found = self.connection.execute(
            "select max(at) from event where log = ?", [running[-1] if running else ""]
        )
        return found.fetchone()[0] or 0

    @reading()
    def end(self, log: str) -> End:
        """Return where the log ends that this store writes; its acts may have been lost since."""
        if log not in self._ends:
            end, none = End(*self.shelf.end(log)), End(0, root(log))
            self._ends[log] = end if end.can_be else last_whole(self.branches(log)) or none
        return self._ends[log]

    @reading()
    def rows(self, log: str) -> list[Row]:
        """Return the acts of a log and of its branches, as they are written, by number."""
        return [Row(*row) for row in self.connection.execute(_ROWS, [base(log)])]

    def has(self, log: str) -> bool:
        """Say whether there is an act of a log; not if a flipped bit made its name."""
        found = self.connection.execute("select 1 from event where log = ? limit 1", [log])
        return MARK not in log and found.fetchone() is not None

    def branches(self, log: str) -> list[Branch]:
        """Return the ways through the acts of a log, the one that is read as the log first."""
        return branches(base(log), self.rows(log))

    def branch(self, log: str) -> Branch:
        """Return the acts of a log: those that a window goes on from, or went on from last."""
        return self.own(log, self.branches(log))

    def own(self, log: str, ways: list[Branch]) -> Branch:  # `branch`, if all branches are known
        own = holding(ways, *self._ends.get(log, self.shelf.end(log)))
        return own or next((way for way in ways if way.name == log), ways[0])

    def entries(self, log: str) -> list[Entry]:
        """Return the log; an act whose row was damaged is Unknown and passed over."""
        rows = self.branch(log).rows
        length = min(self.shelf.end(log)[0], MOST)  # behind it, a number was damaged
        return [entry_of(row) for row in rows if row.n <= length or row.is_whole]

    def state(self, log: str) -> State:
        return fold(self.entries(log))

    @reading()
    def forked(self) -> set[str]:
        """Return the logs of which there are branches."""
        rows = self.connection.execute("select parent from log where role = 'branch'")
        return {log for (log,) in rows}

    def read(self, log: str) -> tuple[State, dict[str, str]]:
        """Return what a log amounts to, and for each of its items which act made it (`of`)."""
        rows = self.branch(log).rows
        entries = list(map(entry_of, rows))
        made: dict[str, str] = {}
        for row, entry in zip(rows, entries, strict=True):
            for ident in makes(entry.event):
                made.setdefault(ident, row.digest.hex()[:16])
        return fold(entries), made

    # What a log is and where it ends

    def right_lines(
        self, log: str, ways: list[Branch], own: Branch, ends: Iterable[End] = ()
    ) -> dict[str, Line]:
        """Return what the table of logs should say by name; `ends` are told by other files."""
        kept = self.log_table.lines(log)
        what = next((line.what for line in kept if line.name == log), Heading())
        for first in (way.rows[0] for way in [own, *ways]):
            if first.n == 1 and first.is_whole:
                what = heading(event_of(first.kind, first.data))
                break
        right = lines(log, what, ways, own, claims(log, ways, kept) | set(ends))
        return {line.name: line for line in right}

    def settle(self, log: str, ends: Iterable[End] = ()) -> list[Branch]:
        """Write what a log and its branches are, and where each ends; return them.

        The log that a window goes on writing keeps its own end until it is left.
        """
        ways = self.branches(log)
        own = self.own(log, ways) if log in self._ends else ways[0]
        self.log_table.put_right(log, self.right_lines(log, ways, own, ends), self._ends)
        return ways

    # Once more from the log

    def rebuild(self) -> None:
        """Make the read tables again from the logs, and what is wrong in the table of logs."""
        with self.db.atomic():
            for table in tables.TABLES:
                self.db.table(table.name).delete_where()
            for log in filter(self.has, self.shelf.logs()):
                ways = self.branches(log)
                right = self.right_lines(log, ways, self.own(log, ways))
                self.log_table.put_right(log, right, self._ends)
                self.refresh(log)
        self.shelf.file.note()

    def refresh(self, log: str) -> None:
        """Make the rows of a log in the read tables again."""
        for table in tables.TABLES:
            self.db.execute(f"delete from {table.name} where session = ?", [log])
        self.fill(log, self.state(log))

    def fill(self, log: str, state: State) -> None:
        """Write what a log amounts to into read tables that have nothing of it yet."""
        for change in tables.changes(log, State(), state):
            self.connection.execute(*change)

    def _complete(self) -> None:
        """Make the tables in a new file, all or none; a read table that is gone is made again."""
        try:
            if self.shelf.is_new:
                with self.db.atomic():
                    schema.create(self.db)
                self.shelf.is_new = False
            else:
                self._restore()
        except sqlite3.Error as error:
            self.shelf.file.let_go()
            raise unreadable(error, self.path) from error

    def _restore(self) -> None:
        names = {name for (name,) in self.connection.execute("select name from sqlite_master")}
        gone = [table for table in tables.TABLES if table.name not in names]
        if gone:
            with suppress(sqlite3.Error), self.db.atomic():  # a full disk: then without
                for table in gone:
                    table.create(self.db)
                self.rebuild()


def entry_of(row: Row) -> Entry:
    """Return the act of a row; what is written in no way that we know is passed over."""
    if not row.is_whole:
        return Entry(row.n, 0, DAMAGED)
    return Entry(row.n, row.at, event_of(row.kind, row.data), bool(row.struck))


def event_of(kind: str, data: str) -> Event:
    try:
        fields = _OF_JSON(data)
        if "\\u" in data:
            _IN_JSON(fields).encode()  # half a character would stop whoever writes it
        return decode(kind, fields)
    except (ValueError, RecursionError):
        return Unknown(kind)
