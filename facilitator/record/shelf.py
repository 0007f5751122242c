"""The file as a whole: opening it, and what its read tables say of the sessions in it.

Choosing a session needs no more than this; the log itself is read by the store.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from facilitator.record.opening import Unreadable, connect, is_empty, prepare
from facilitator.steady import Anchor

# What is told of a session; by name, so that a damaged table is refused here.
PLAN = ("session", "title", "series", "city", "venue", "date", "start", "part_of", "ended_at")


@contextmanager
def reading() -> Iterator[None]:
    """Turn what SQLite says of a damaged file into Unreadable."""
    try:
        yield
    except (sqlite3.Error, UnicodeError) as error:
        raise Unreadable(f"The file is damaged and cannot be read ({error}).") from error


class Shelf:
    """An open file. It belongs to the thread that opened it, and to one window at a time."""

    def __init__(self, path: Path, read_only: bool = False) -> None:
        """Open the file or raise Unreadable; a new one has no tables before a store is made."""
        self.path = path
        self.connection = connect(path, read_only)
        try:
            prepare(self.connection, path, read_only)
        except BaseException:
            self.connection.close()  # a half-opened connection would keep its lock
            raise

    @reading()
    def sessions(self) -> list[str]:
        """Return the ids of the sessions, in the order in which they came into the file."""
        if is_empty(self.connection):
            return []
        rows = self.connection.execute(
            "select session from event group by session order by min(rowid)"
        )
        return [session for (session,) in rows]

    @reading()
    def plans(self) -> list[dict[str, Any]]:
        """Return what the read tables say of each session, oldest in the file first."""
        known = self.sessions()
        if not known:
            return []
        rows = self.connection.execute(f"select {', '.join(PLAN)} from session")
        found = {row[0]: dict(zip(PLAN, row, strict=True)) for row in rows}
        return [found[session] for session in known if session in found]

    @reading()
    def running(self) -> list[str]:
        """Return the sessions that have begun and not ended, as the read tables have it."""
        known = self.sessions()
        if not known:
            return []
        rows = self.connection.execute(
            "select session from session where ended_at is null and session in"
            " (select session from segment where started_at is not null)"
        )
        found = {session for (session,) in rows}
        return [session for session in known if session in found]

    @reading()
    def anchor(self) -> Anchor | None:
        """Return where the clock was set when a session was last opened."""
        if is_empty(self.connection):
            return None
        row = self.connection.execute("select boot, utc, ticks from anchor").fetchone()
        return row and Anchor(*row)

    def keep_anchor(self, anchor: Anchor) -> None:
        """Keep where the clock was set; on a full disk it is only kept in mind."""
        with suppress(sqlite3.Error):
            self.connection.execute("insert or replace into anchor values (1, ?, ?, ?)", anchor)

    def settle(self) -> None:
        """Fold the write-ahead file into the main one: a copy of it made now would be whole."""
        with suppress(sqlite3.Error, UnicodeError):
            self.connection.execute("pragma wal_checkpoint(truncate)").fetchall()

    def close(self) -> None:
        """Leave one whole file behind, that also opens from a read-only medium."""
        self.settle()
        with suppress(sqlite3.Error, UnicodeError):
            self.connection.execute("pragma journal_mode = delete").fetchall()
        self.connection.close()
