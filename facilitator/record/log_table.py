"""The table of logs: what each log is, and where it ends."""

import sqlite3
from collections.abc import Collection, Mapping

from facilitator.log.heading import Heading
from facilitator.record.branches import MARK
from facilitator.record.headings import End, Line
from facilitator.record.shelf import reading

_PUT = (
    "insert into log (id, kind, parent, series, role, table_no, length, head)"
    " values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do update set kind = excluded.kind,"
    " parent = excluded.parent, series = excluded.series, role = excluded.role,"
    " table_no = excluded.table_no, length = excluded.length, head = excluded.head"
)


class LogTable:
    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    @reading()
    def lines(self, log: str) -> list[Line]:
        """Return what it says of a log, its branches and its lost ends."""
        rows = self._connection.execute(
            "select id, kind, parent, series, role, table_no, length, head from log"
            " where id = ? or id between ? and ?",
            [log, f"{log}{MARK}", f"{log}{MARK}g"],  # after the mark come hex digits
        )
        return [
            Line(name, Heading(*what), End(length, head))
            for name, *what, length, head in rows
            if isinstance(head, bytes)
        ]

    def put(self, line: Line) -> None:
        self._connection.execute(_PUT, (line.name, *line.what, *line.end))

    def put_right(self, log: str, right: Mapping[str, Line], written: Collection[str]) -> None:
        """Write what it should say of a log, but of those that a window goes on writing."""
        kept = {line.name: line for line in self.lines(log)}
        for name, line in right.items():
            if name not in written and kept.get(name) != line:
                self.put(line)
        for name in kept.keys() - right.keys() - set(written):
            self._connection.execute("delete from log where id = ?", [name])
