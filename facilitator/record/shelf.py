"""The file as a whole: opening it, and what its read tables say of the sessions in it.

Choosing a session needs no more than this; the log itself is read by the store.
"""

import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from facilitator.record.open_file import OpenFile
from facilitator.record.opening import Unreadable, is_empty, unreadable, version_of
from facilitator.room.promise_rules import SETTLED, lacks

# What is told of a session; by name, so that a damaged table is refused here.
PLAN = (
    "session",
    "title",
    "series",
    "series_id",
    "city",
    "venue",
    "date",
    "start",
    "part_of",
    "ended_at",
)

# A line for each session, with what it comes to; times in UTC ms, lengths in seconds.
OVERVIEW = """
select s.session, title, series, series_id, city, venue, convener, date, start, hard_stop, timezone,
  language, disclosure, part_of, table_no, ended_at, coalesce(tally, 0) as tally,
  coalesce(begun_at, 0) as begun_at, coalesce(planned_s, 0) as planned_s,
  coalesce(parts, 0) as parts, coalesce(done, 0) as done, coalesce(people, 0) as people,
  coalesce(confirmed, 0) as confirmed, coalesce(came, 0) as came
from session s
left join (select session, min(started_at) as begun_at, sum(planned_s) as planned_s,
    count(*) as parts, count(stopped_at) as done
  from segment where not dropped or started_at is not null group by session) using (session)
left join (select session, sum(invited) as people, sum(confirmed) as confirmed,
    count(came_at) as came from person group by session) using (session)
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
COMMITMENTS = "select session, id, kind, owner, text, due, status from commitment order by at, id"


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
        self.file = OpenFile(path, read_only)
        self.path, self.read_only = path, read_only
        self.connection = self.file.connection
        try:
            self.is_new = is_empty(self.connection)
            if self.is_new:  # so a first start leaves it that was cut off
                self.file.lacks_log = False
            self.version = version_of(self.connection)
        except (sqlite3.Error, UnicodeError) as error:
            self.file.let_go()
            raise unreadable(error, path) from error

    # What is in it

    @reading()
    def sessions(self) -> list[str]:
        """Return the ids of sessions and parts of them, in the order in which they came in."""
        if is_empty(self.connection):
            return []
        rows = self.connection.execute(
            "select id from log where kind in ('session', 'part') and instr(id, '~') = 0"
            " order by rowid"
        )
        return [log for (log,) in rows]

    @reading()
    def logs(self) -> list[str]:
        """Return the ids of all logs of which there is an act, by their order in the file."""
        if is_empty(self.connection):
            return []
        log, found = b"", []
        while True:  # each by the key: the acts themselves need not be read
            # As bytes: a flipped bit may leave a name that is no text, and comes back as another.
            (log,) = self.connection.execute(
                "select cast(min(log) as blob) from event where log > cast(? as text)", [log]
            ).fetchone()
            if log is None:
                break
            found.append(log.decode("utf-8", "replace"))
        place = {log: n for n, log in enumerate(self.headed())}
        return sorted(found, key=lambda log: place.get(log, len(place)))

    @reading()
    def headed(self) -> list[str]:
        """Return the ids that the table of logs has, branches too."""
        if is_empty(self.connection):
            return []
        return [log for (log,) in self.connection.execute("select id from log order by rowid")]

    @reading()
    def listed(self) -> list[str]:
        """Return the sessions that the read tables have."""
        if is_empty(self.connection):
            return []
        return [log for (log,) in self.connection.execute("select session from session")]

    @reading()
    def end(self, log: str) -> tuple[int, bytes]:
        """Return how many acts a log should have, and the chain of the last; (0, b"") for none."""
        row = self.connection.execute("select length, head from log where id = ?", [log]).fetchone()
        return row or (0, b"")

    @reading()
    def sittings(self, series: str) -> list[str]:
        """Return the logs of the sittings at the desk for a series."""
        if is_empty(self.connection):
            return []
        rows = self.connection.execute(
            "select id from log where kind = 'series' and series = ? order by rowid", [series]
        )
        return [log for (log,) in rows]

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

    # For Home

    @reading()
    def overview(self) -> list[dict[str, Any]]:
        """Return a line for each session with its figures, oldest in the file first."""
        known = self.sessions()
        if not known:
            return []
        lines = {line["session"]: line for line in self._lines(OVERVIEW)}
        made = self._lines(COMMITMENTS)
        count = Counter(row["session"] for row in made)
        open_ones = Counter(row["session"] for row in made if lacks(**_owed_by(row)))
        for session, line in lines.items():
            line |= {"promises": count[session], "incomplete": open_ones[session]}
        return [lines[session] for session in known if session in lines]

    @reading()
    def seats(self, session: str) -> list[dict[str, Any]]:
        """Return the groups of a session: seats wanted, people invited and confirmed."""
        return self._lines(SEATS, session=session)

    @reading()
    def promises(self) -> list[dict[str, Any]]:
        """Return every promise of the file but the personal ones, as it stands by now."""
        if is_empty(self.connection):
            return []
        reports = self._lines("select log, commitment, status from report order by at")
        last = {(row["log"], row["commitment"]): row["status"] for row in reports}
        made = (row for row in self._lines(COMMITMENTS) if row["kind"] != "personal")
        return [
            {**row, "status": last.get((row["session"], row["id"]), row["status"])} for row in made
        ]

    def owed(self, session: str) -> int:
        """Return how many promises of the other sessions of its series need somebody still."""
        plans = {plan["session"]: plan["series_id"] for plan in self.plans()}
        series = plans.pop(session, "")
        thread = {other for other, of in plans.items() if series and of == series}
        open_ones = (one for one in self.promises() if one["status"] not in SETTLED)
        return sum(one["session"] in thread for one in open_ones)

    def series_named(self, title: str, city: str) -> list[str]:
        """Return the ids of the series that have this title in this city by now."""
        plans = self.plans()
        ids = (p["series_id"] for p in plans if (p["series"], p["city"]) == (title, city))
        return list(dict.fromkeys(filter(None, ids)))

    def _lines(self, query: str, **values: str) -> list[dict[str, Any]]:
        rows = self.connection.execute(query, values)
        names = [name for name, *_ in rows.description]
        return [dict(zip(names, row, strict=True)) for row in rows]

    def settle(self) -> None:
        self.file.settle()

    def close(self) -> None:
        self.file.close()


def _owed_by(row: dict[str, Any]) -> dict[str, str]:
    return {name: row[name] for name in ("kind", "owner", "due")}
