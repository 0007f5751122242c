"""Files of version 1: each becomes a new file of today's shape, and the old one is kept.

The fields of an act are carried over byte for byte, so that laptops that migrate apart agree.
"""

import os
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

from facilitator.log.heading import heading
from facilitator.record.chain import NOTHING, Row, chained, root, written
from facilitator.record.copies import copy, place_for, put_in_place
from facilitator.record.headings import End, Line
from facilitator.record.opening import Unreadable, Unwritable, temporary_folder, unreadable
from facilitator.record.shelf import Shelf
from facilitator.record.store import Store, event_of


def brought_up_to_date(old: Shelf) -> Path:
    """Make an old file anew, and return where; the old one is closed, and kept.

    For whoever only looks the new one is a temporary file, and the old one stays where it is.
    """
    path = old.path
    try:
        with closing(old.file):
            if old.read_only:
                return _migrated(old, temporary_folder())
            old.connection.execute("begin immediate")  # nobody else may write to it by now
            made = _migrated(old, path.parent)
            copy(path, place_for(path, "version-1"))
            if os.name == "nt":  # where a file that is open cannot be replaced
                old.file.let_go()
            put_in_place(made, path)
            return path
    except (sqlite3.Error, UnicodeError) as error:
        raise unreadable(error, path) from error
    except OSError as error:
        raise Unwritable(f"{path} cannot be brought up to date: {error.strerror}.") from error


def _migrated(old: Shelf, folder: Path) -> Path:
    """Write what an old file holds into a new one in this folder, check it, return its path."""
    from facilitator.record.checking import faults

    new = folder / f"{old.path.name}.new"
    new.unlink(missing_ok=True)
    try:
        with closing(Store(Shelf(new))) as store:
            store.connection.execute("pragma synchronous = off").fetchall()
            with store.db.atomic():
                damaged = sum(not _carry(old, store, log) for log in _logs(old))
                _carry_desk(old, store)
            store.rebuild()
            if not damaged and (wrong := faults(store)):
                raise Unreadable(f"{old.path} could not be brought up to date. {wrong[0]}")
    except BaseException:
        new.unlink(missing_ok=True)
        raise
    return new


def _logs(old: Shelf) -> list[str]:
    query = "select session from event group by session order by min(rowid)"
    return [log for (log,) in old.connection.execute(query)]


def _carry(old: Shelf, store: Store, log: str) -> bool:
    """Write the acts of a log into the new file; return whether all of them were whole."""
    query = "select n, at, kind, data, sum from event where session = ? order by n"
    rows = list(converted(log, old.connection.execute(query, [log])))
    for row in rows:
        store.insert(log, row)
    if not rows:
        return False
    first, last = rows[0], rows[-1]
    what = heading(event_of(first.kind, first.data))
    store.log_table.put(Line(log, what, End(last.n, last.chain)))
    return len(rows) == last.n and all(row.digest != NOTHING for row in rows)


def converted(log: str, rows: Iterable[tuple[int, int, str, str, int]]) -> Iterator[Row]:
    """Yield the acts of version 1, in their order, in today's shape.

    What was damaged stays so: its digest fits nothing.
    """
    before, place = root(log), 1
    for n, at, kind, data, kept in rows:
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


def _carry_desk(old: Shelf, store: Store) -> None:
    """Take over what lies on the desk, if the file has one yet."""
    has = old.connection.execute("select 1 from sqlite_master where name = 'desk'")
    if has.fetchone():
        rows = old.connection.execute("select session, name, value from desk").fetchall()
        store.connection.executemany("insert into desk values (?, ?, ?)", rows)
