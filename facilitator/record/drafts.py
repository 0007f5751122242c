"""What lies on the desk and is no part of the record: half-typed lines, signs of life."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from facilitator.record.open_file import OpenFile
from facilitator.record.saving import NotSaved, why_not


class Drafts:
    """Texts by session and name, beside the log in the same file."""

    def __init__(self, file: OpenFile) -> None:
        self._file, self._connection = file, file.connection

    def put_down(self, session: str, name: str, value: str) -> None:
        """Keep a text, or raise NotSaved; "" clears it.

        A kill of the program does not lose it; a power cut may, until the next act is on disk.
        """
        self._file.is_ours()
        try:
            with self._unsynced():
                if value:
                    row = (session, name, value)
                    self._connection.execute("insert or replace into desk values (?, ?, ?)", row)
                else:
                    where = "session = ? and name = ?"
                    self._connection.execute(f"delete from desk where {where}", (session, name))
            self._file.note()
        except (sqlite3.Error, UnicodeError) as error:
            raise NotSaved(why_not(error)) from error

    def of(self, session: str) -> dict[str, str]:
        """Return the texts by name; no fault of them is worth refusing the file for."""
        with suppress(sqlite3.Error, UnicodeError):
            rows = self._connection.execute(
                "select name, value from desk where session = ?", [session]
            )
            return {k: v for k, v in rows if isinstance(k, str) and isinstance(v, str)}
        return {}

    @contextmanager
    def _unsynced(self) -> Iterator[None]:
        """Write without waiting for the disk: a line is kept at each letter."""
        ((was,),) = self._connection.execute("pragma synchronous").fetchall()
        self._connection.execute("pragma synchronous = normal").fetchall()
        try:
            yield
        finally:
            self._connection.execute(f"pragma synchronous = {was}").fetchall()
