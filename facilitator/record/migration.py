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
from facilitator.log.history import fold
from facilitator.private import make_file
from facilitator.record.chain import NOTHING, Row, chained, root, written
from facilitator.record.copies import place_for, put_in_place
from facilitator.record.handle import Handle, Trouble
from facilitator.record.headings import End, Line
from facilitator.record.opening import Unreadable, Unwritable, temporary_folder, unreadable
from facilitator.record.shelf import Shelf
from facilitator.record.store import Store, entry_of


def brought_up_to_date(old: Shelf) -> Path:
    """Make an old file anew, and return where; the old one is closed, and kept.

    For whoever only looks the new one is a temporary file, and the old one stays where it is.
    """
    path = old.path
    try:
        if old.read_only:
            return _migrated(old, temporary_folder())
        # What a crash left beside it is folded in: it would be taken for the new file's.
        old.connection.execute("pragma journal_mode = delete").fetchall()
        old.connection.execute("begin immediate")  # nobody else may write to it by now
        handle = old.file.handle
        if handle is not None and handle.trouble(handle.look()) is not Trouble.REPLACED:
            _replace(old, handle, _migrated(old, path.parent))  # else somebody was faster
        return path
    except (sqlite3.Error, UnicodeError) as error:
        raise unreadable(error, path) from error
    except OSError as error:
        raise Unwritable(f"{path} cannot be brought up to date: {error.strerror}.") from error
    finally:
        if old.read_only:
            old.close()  # what a crash left beside it was folded in: it is whole, and says so
        else:
            old.file.let_go()


def _keep(handle: Handle, to: Path) -> None:
    """Copy the open file; at no moment does half of it lie at its place."""
    half = to.with_name(f"{to.name}.half")
    make_file(half)
    with half.open("wb") as into:
        into.writelines(handle.pieces())
    put_in_place(half, to)


def _replace(old: Shelf, handle: Handle, made: Path) -> None:
    """Put the new file in the place of the old one, of which a copy is kept."""
    try:
        _keep(handle, place_for(old.path, "version-1"))
        if os.name == "nt":  # where a file that is open cannot be replaced
            old.file.let_go()
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
                _carry_desk(old, store)
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
    query = "select n, at, kind, data, sum from event where session = ? order by n"
    rows = list(converted(log, old.connection.execute(query, [log])))
    if not rows:
        return
    store.insert(log, *rows)
    if store.rows(log) != rows:
        raise Unreadable(f"{old.path} could not be brought up to date: {log} was not kept.")
    first, last = rows[0], rows[-1]
    what = heading(entry_of(first).event)
    store.log_table.put(Line(log, what, End(last.n, last.chain)))
    store.fill(log, fold(map(entry_of, rows)))


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
