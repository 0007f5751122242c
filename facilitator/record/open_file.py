"""An open file: SQLite's connection to it, and beside that one descriptor to look through."""

import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from facilitator.private import make_file
from facilitator.record.copies import LEFT, copy_whole, place_for
from facilitator.record.handle import Handle, Sight, Trouble
from facilitator.record.opening import (
    Unreadable,
    connect,
    has_foreign_log,
    lacks_log,
    log_of,
    prepare,
    unreadable,
)


class OpenFile:
    """It belongs to the thread that opened it, and to one window at a time."""

    def __init__(self, path: Path, read_only: bool = False) -> None:
        """Open the file, or raise Unreadable."""
        self.path, self.read_only = path, read_only
        self.lacks_log = lacks_log(path)  # its write-ahead log is not beside it
        self.set_aside: Path | None = None  # a copy, and a foreign log that lay beside the file
        self.has_foreign_log = has_foreign_log(path)  # what lies beside it is not of this file
        self.is_copied = False  # a copy of it is being made
        self.is_spoilt = False  # somebody else has written into it
        self._changes = 0  # that the connection had made when the file was noted last
        self.handle = None if read_only else _held(path)
        try:
            self.connection = connect(path, read_only)
        except BaseException:
            self._drop_handle()
            raise
        try:
            prepare(self.connection, path, read_only)
        except BaseException:
            self.let_go()  # a half-opened connection would keep its lock
            raise
        self.note()

    def inherit(self, other: "OpenFile") -> None:
        """Tell what lay beside the old file that this one was made of."""
        self.lacks_log, self.has_foreign_log = other.lacks_log, other.has_foreign_log
        self.set_aside = other.set_aside

    def settle(self) -> None:
        """Fold the write-ahead file into the main one: a copy of it made now would be whole."""
        if self.is_copied or not self.is_ours():
            return
        with suppress(sqlite3.Error, UnicodeError):
            self.connection.execute("pragma wal_checkpoint(truncate)").fetchall()
        self.note()

    def close(self) -> None:
        """Leave one whole file behind, that also opens from a read-only medium."""
        if not self.is_ours():
            self._keep_log()
            self.leave_it()
            return
        self.settle()
        with suppress(sqlite3.Error, UnicodeError):
            self.connection.execute("pragma journal_mode = delete").fetchall()
        self.let_go()

    def let_go(self) -> None:
        """Close the connection, and the descriptor after it."""
        self.connection.close()
        self._drop_handle()

    # Is it still the file at its path?

    def note(self) -> None:
        """Remember how the file is, after something was written to it."""
        if self.handle is not None and not self.is_spoilt:
            with suppress(OSError):
                self.handle.note()
            self._changes = self.connection.total_changes

    def is_ours(self) -> bool:
        """Say whether nobody else has written into the file that we hold.

        If somebody has, nothing is folded into it any more: what was done is in the log beside it.
        """
        if self.is_spoilt:
            return False
        if self.handle is None or self.connection.total_changes != self._changes:
            return True
        try:
            ours = self.handle.is_as_noted()
        except OSError:
            return True
        if not ours:
            self.is_spoilt = True
            self.connection.execute("pragma wal_autocheckpoint = 0").fetchall()
        return ours

    def trouble(self, sight: Sight) -> Trouble | None:
        """Say what a look at the file means; any thread may have taken it."""
        if self.handle is None or self.is_copied:
            return None
        found = self.handle.trouble(sight)
        if self.is_spoilt:  # what was written here since does not make it ours again
            return found or Trouble.OVERWRITTEN
        if found is Trouble.OVERWRITTEN:
            sight = self.handle.look()  # it may have been taken while something was written
            found = self.handle.trouble(sight)
        if found is Trouble.OVERWRITTEN and self.connection.total_changes != self._changes:
            self.note()  # something here wrote to it, and did not say so
            return None
        return found

    def is_in_place(self) -> bool:
        """Say whether the file at its path is the one that we hold, as we wrote it."""
        try:
            return self.handle is None or self.trouble(self.handle.look()) is None
        except OSError:
            return False

    # Copies of it while it is open

    def begin_copy(self) -> Handle | None:
        """Fold the write-ahead log in, and let the file be as it is until `end_copy`."""
        if self.handle is None or self.is_copied:
            return None
        self.settle()
        self.connection.execute("pragma wal_autocheckpoint = 0").fetchall()
        self.is_copied = True
        return self.handle

    def end_copy(self) -> None:
        """Let the write-ahead log be folded in again."""
        self.is_copied = False
        with suppress(sqlite3.Error):
            self.connection.execute("pragma wal_autocheckpoint = 100").fetchall()

    def copy_to(self, path: Path) -> None:
        """Write the whole file, as it stands, into a new one, or raise Unreadable."""
        try:
            make_file(path)
            with closing(sqlite3.connect(path)) as copy:
                self.connection.backup(copy)
                copy.execute("pragma journal_mode = delete").fetchall()
        except (sqlite3.Error, UnicodeError) as error:
            raise unreadable(error, path) from error
        except OSError as error:
            raise Unreadable(f"{path} cannot be written: {error.strerror}.") from error

    def leave_it(self) -> None:
        """Close without writing anything into what has come to stand in its place.

        SQLite folds the write-ahead log in when it closes; what is empty is not folded in.
        """
        with suppress(OSError):
            os.truncate(log_of(self.path), 0)
        self.let_go()

    def _keep_log(self) -> None:
        """Keep the last acts, which are in the log, among the copies, beside what stands there."""
        with suppress(OSError):
            if log_of(self.path).stat().st_size:
                copy_whole(self.path, place_for(self.path, LEFT))

    def _drop_handle(self) -> None:
        if self.handle is not None:
            self.handle.close()
            self.handle = None


def _held(path: Path) -> Handle | None:
    """Open the one descriptor on a file, made if need be; why it cannot be, SQLite will say."""
    try:
        make_file(path)
        return Handle(path)
    except OSError:
        return None
