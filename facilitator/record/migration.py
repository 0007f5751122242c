"""Files of version 1: each becomes a new file of today's shape, and the old one is kept.

The fields of an act are carried over byte for byte, so that laptops that migrate apart agree.
"""

import os
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from shutil import copyfileobj
from typing import BinaryIO

from facilitator.log.heading import heading
from facilitator.log.history import fold
from facilitator.record.chain import NOTHING, Row, chained, root, written
from facilitator.record.copies import OURS, place_for, put_in_place
from facilitator.record.headings import End
from facilitator.record.opening import Unreadable, temporary_folder, why
from facilitator.record.shelf import Shelf
from facilitator.record.store import Store, entry_of, event_of


def brought_up_to_date(old: Shelf) -> Path:
    """Make an old file anew, and return where; the old one is closed, and kept.

    For whoever only looks the new one is a temporary file, and the old one stays where it is.
    """
    path = old.path
    try:
        # A file that is closed takes the locks with it that SQLite holds: it is closed last.
        with ExitStack() as files, closing(old.connection):
            if old.read_only:
                return _migrated(old, temporary_folder())
            # What a crash left beside it is folded in: it would be taken for the new file's.
            old.connection.execute("pragma journal_mode = delete").fetchall()
            old.connection.execute("begin immediate")  # nobody else may write to it by now
            file = files.enter_context(path.open("rb"))
            if _version(file) == old.version:  # else somebody else was faster
                _replace(old, file, _migrated(old, path.parent))
            return path
    except (sqlite3.Error, UnicodeError) as error:
        raise Unreadable(why(error, path)) from error
    except OSError as error:
        raise Unreadable(f"{path} cannot be brought up to date: {error.strerror}.") from error


def _version(file: BinaryIO) -> int:
    """Return the number of the tables of a file, from its header."""
    header = file.read(64)
    return int.from_bytes(header[60:64], "big")


def _keep(file: BinaryIO, to: Path) -> None:
    """Copy the open file; at no moment does half of it lie at its place."""
    half = to.with_name(f"{to.name}.half")
    file.seek(0)
    with half.open("wb") as into:
        copyfileobj(file, into)
    half.chmod(OURS)
    put_in_place(half, to)


def _replace(old: Shelf, file: BinaryIO, made: Path) -> None:
    """Put the new file in the place of the old one, of which a copy is kept."""
    try:
        _keep(file, place_for(old.path, "version-1"))
        if os.name == "nt":  # where a file that is open cannot be replaced
            old.connection.close()
            file.close()
        put_in_place(made, old.path)
    except BaseException:
        made.unlink(missing_ok=True)
        raise


def _migrated(old: Shelf, folder: Path) -> Path:
    """Write what an old file holds into a new one in this folder, check it, return its path."""
    new = folder / f"{old.path.name}.new"
    new.unlink(missing_ok=True)
    try:
        with closing(Store(Shelf(new))) as store:
            store.connection.execute("pragma synchronous = off").fetchall()
            with store.db.atomic():
                for log in _logs(old):
                    _carry(old, store, log)
                _carry_tables(old, store)
            for (wrong,) in store.connection.execute("pragma integrity_check").fetchall():
                if wrong != "ok":
                    raise Unreadable(f"{old.path} could not be brought up to date. {wrong}")
    except BaseException:
        new.unlink(missing_ok=True)
        raise
    return new


def _logs(old: Shelf) -> list[str]:
    query = "select session from event group by session order by min(rowid)"
    return [log for (log,) in old.connection.execute(query)]


def _carry(old: Shelf, store: Store, log: str) -> None:
    """Write the acts of a log into the new file, and what they amount to; see that they are there.

    The state is folded once, of the acts as they were written: a large file takes seconds.
    """
    rows = list(_rows(old, log))
    if not rows:
        return
    store.insert(log, *rows)
    if store.rows(log) != rows:
        raise Unreadable(f"{old.path} could not be brought up to date: {log} was not kept.")
    first, last = rows[0], rows[-1]
    store.put_heading(log, heading(event_of(first.kind, first.data)), End(last.n, last.chain))
    store.fill(log, fold(map(entry_of, rows)))


def _rows(old: Shelf, log: str) -> Iterator[Row]:
    """Yield the acts in today's shape. What was damaged stays so: its digest fits nothing."""
    before, place = root(log), 1
    query = "select n, at, kind, data, sum from event where session = ? order by n"
    for n, at, kind, data, kept in old.connection.execute(query, [log]):
        is_whole = kept == _checksum(log, n, at, kind, data)
        if n > place and not is_whole:
            continue  # its number may be what was damaged
        if n > place:
            before = chained(before, NOTHING)  # acts that are missing
        if is_whole:
            row = written(n, at, kind, data, before)
        else:
            row = Row(n, at, kind, data, NOTHING, chained(before, NOTHING))
        yield row
        before, place = row.chain, n + 1


def _checksum(session: str, n: int, at: int, kind: str, data: str) -> int:
    """Return the sum of an act in a file of version 1."""
    return zlib.crc32(f"{session}\0{n}\0{at}\0{kind}\0{data}".encode())


def _carry_tables(old: Shelf, store: Store) -> None:
    """Take over where the clock was set, and what lies on the desk, if the file has one yet."""
    for table, columns in (("anchor", "id, boot, utc, ticks"), ("desk", "session, name, value")):
        has = old.connection.execute("select 1 from sqlite_master where name = ?", [table])
        if has.fetchone():
            rows = old.connection.execute(f"select {columns} from {table}").fetchall()
            marks = ", ".join("?" * len(columns.split(",")))
            statement = f"insert into {table} ({columns}) values ({marks})"
            store.connection.executemany(statement, rows)
