"""The file as a whole: opening it, and what its read tables say of the sessions in it.

Choosing a session needs no more than this; the log itself is read by the store.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

from facilitator.record.opening import Unreadable, connect, is_empty, prepare, why

# What is told of a session; by name, so that a damaged table is refused here.
PLAN = ("session", "title", "series", "city", "venue", "date", "start", "part_of", "ended_at")

# A line for each session, with what it comes to; times in UTC ms, lengths in seconds.
OVERVIEW = """
select s.session, title, series, city, venue, convener, date, start, hard_stop, timezone, language,
  disclosure, part_of, table_no, ended_at, coalesce(tally, 0) as tally,
  coalesce(begun_at, 0) as begun_at, coalesce(planned_s, 0) as planned_s,
  coalesce(parts, 0) as parts, coalesce(done, 0) as done, coalesce(people, 0) as people,
  coalesce(confirmed, 0) as confirmed, coalesce(came, 0) as came,
  coalesce(promises, 0) as promises, coalesce(incomplete, 0) as incomplete
from session s
left join (select session, min(started_at) as begun_at, sum(planned_s) as planned_s,
    count(*) as parts, count(stopped_at) as done
  from segment where not dropped or started_at is not null group by session) using (session)
left join (select session, sum(invited) as people, sum(confirmed) as confirmed,
    count(came_at) as came from person group by session) using (session)
left join (select session, count(*) as promises,
    sum(kind <> 'request' and (owner = '' or due = '')) as incomplete
  from commitment group by session) using (session)
"""
# The groups that seats were set aside for, or of which somebody is on the list.
SEATS = """
with wanted as (select key as code, value as seats from session, json_each(targets)
    where session = :session),
  listed as (select group_code as code, sum(invited) as invited, sum(confirmed) as confirmed
    from person where session = :session group by group_code)
select code, coalesce(seats, 0) as seats, coalesce(invited, 0) as invited,
  coalesce(confirmed, 0) as confirmed
from (select code from wanted union select code from listed)
left join wanted using (code) left join listed using (code) where code <> ''
"""
# A promise with what was last told of it: in its own session, or in a later one by its full name.
PROMISES = """
select c.session, c.id, c.kind, c.owner, c.text, c.due, coalesce(r.status, c.status) as status
from commitment c left join report r on r.ref = c.session || '/' || c.id
  and r.at = (select max(at) from report where ref = c.session || '/' || c.id)
where c.kind <> 'personal' group by c.session, c.id order by c.at, c.id
"""
SETTLED = ("done", "declined", "withdrawn")  # a promise that needs nobody any more


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
        begun = self.begun()
        if not begun:
            return []
        rows = self.connection.execute("select session from session where ended_at is null")
        found = {session for (session,) in rows}
        return [session for session in begun if session in found]

    @reading()
    def begun(self) -> list[str]:
        """Return the sessions that have begun, whether they have ended or not."""
        known = self.sessions()
        if not known:
            return []
        rows = self.connection.execute(
            "select distinct session from segment where started_at is not null"
        )
        found = {session for (session,) in rows}
        return [session for session in known if session in found]

    @reading()
    def overview(self) -> list[dict[str, Any]]:
        """Return a line for each session with its figures, oldest in the file first."""
        known = self.sessions()
        lines = {line["session"]: line for line in self._lines(OVERVIEW)} if known else {}
        return [lines[session] for session in known if session in lines]

    @reading()
    def seats(self, session: str) -> list[dict[str, Any]]:
        """Return the groups of a session: seats wanted, people invited and confirmed."""
        return self._lines(SEATS, session=session)

    @reading()
    def promises(self) -> list[dict[str, Any]]:
        """Return every promise of the file but the personal ones, as it stands by now."""
        return [] if is_empty(self.connection) else self._lines(PROMISES)

    def owed(self, session: str) -> int:
        """Return how many promises of the other sessions of its series need somebody still."""
        plans = {plan["session"]: plan["series"] for plan in self.plans()}
        series = plans.pop(session, "")
        thread = {other for other, of in plans.items() if series and of == series}
        open_ones = (one for one in self.promises() if one["status"] not in SETTLED)
        return sum(one["session"] in thread for one in open_ones)

    @property
    @reading()
    def is_older(self) -> bool:
        """Say whether the read tables lack what a newer version tells in them."""
        rows = self.connection.execute("pragma table_info(session)")
        columns = {name for _, name, *_ in rows}
        return bool(columns) and "purpose" not in columns

    def copy_to(self, path: Path) -> None:
        """Write the whole file, as it stands, into a new one, or raise Unreadable."""
        try:
            with closing(sqlite3.connect(path)) as copy:
                self.connection.backup(copy)
        except sqlite3.Error as error:
            raise Unreadable(why(error, path)) from error

    def _lines(self, query: str, **values: str) -> list[dict[str, Any]]:
        rows = self.connection.execute(query, values)
        names = [name for name, *_ in rows.description]
        return [dict(zip(names, row, strict=True)) for row in rows]

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
