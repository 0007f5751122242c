"""After words were struck: no byte of the file holds them any more, nor a copy on this computer."""

import sqlite3
from collections.abc import Collection, Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import NamedTuple

from facilitator.record.copies import all_copies, beside, place_for, put_in_place, sync_folder
from facilitator.record.files import shelf_at
from facilitator.record.opening import Unreadable, looked_at
from facilitator.record.store import Store
from facilitator.temporary import PREFIX


class Cleaned(NamedTuple):
    copy: Path | None = None  # the fresh one
    deleted: int = 0  # older copies
    left: tuple[Path, ...] = ()  # older copies that could not be deleted
    faults: tuple[str, ...] = ()  # what could not be done, a sentence each


def clean(store: Store, logs: Collection[str]) -> Cleaned:
    """Rewrite the file, make a fresh copy of it, and delete the older ones that hold these logs.

    As long as there is no fresh one that is whole, the older ones stay.
    """
    told = list(_rewrite(store))
    if store.path.parent.name.startswith(PREFIX):  # a trial: nothing of it stays by itself
        return Cleaned(faults=tuple(told))
    try:
        copy = _fresh_copy(store)
    except (OSError, sqlite3.Error, Unreadable):
        told.append("No fresh copy of the file could be made, so its older copies are still there.")
        return Cleaned(faults=tuple(told))
    older = [path for path in all_copies() if path not in (copy, store.path.absolute())]
    holding = [path for path in older if holds(path, logs)]
    left = tuple(path for path in holding if not _deleted(path))
    return Cleaned(copy, len(holding) - len(left), left, tuple(told))


def _rewrite(store: Store) -> Iterator[str]:
    """Write the file anew, without what lies between its rows; yield what went wrong."""
    run = store.connection.execute
    try:
        run("pragma temp_store = memory").fetchall()  # nothing of it goes to another place
        run("vacuum").fetchall()
    except sqlite3.Error as error:
        yield f"The file could not be written anew ({error}); what was struck is overwritten in it."
    finally:
        with suppress(sqlite3.Error):
            run("pragma temp_store = default").fetchall()
    store.shelf.file.note()  # to write it anew counts as no change
    store.shelf.settle()


def _fresh_copy(store: Store) -> Path:
    """Make a copy of the file, look whether it is as whole, and return where it lies."""
    place = place_for(store.path, "struck")
    half = place.with_name(f"{place.name}.half")
    try:
        store.shelf.file.copy_to(half)
        with closing(shelf_at(half, read_only=True)) as made:
            if not _is_whole(made.connection) or _all_rows(made.connection) != _all_rows(
                store.connection
            ):
                raise Unreadable(f"{half} is not what was copied.")
        put_in_place(half, place)
    except BaseException:
        half.unlink(missing_ok=True)
        raise
    return place


def _is_whole(copy: sqlite3.Connection) -> bool:
    return copy.execute("pragma integrity_check").fetchall() == [("ok",)]


def _all_rows(connection: sqlite3.Connection) -> list[tuple[object, ...]]:
    return connection.execute("select * from event order by log, n, chain").fetchall()


def holds(path: Path, logs: Collection[str]) -> bool:
    """Say whether a copy holds an act of one of these logs, be it damaged or of version 1."""
    parts = [part for part in (path, *beside(path)) if part.exists()]
    with suppress(sqlite3.Error, UnicodeError), closing(looked_at(path)) as copy:
        names = {name for _, name, *_ in copy.execute("pragma table_info (event)")}
        column = "log" if "log" in names else "session"
        held = {log for (log,) in copy.execute(f"select distinct {column} from event")}
        if held & {*logs}:
            return True
        parts.remove(path)
    return any(
        log.encode("utf-8", "replace") in part.read_bytes() for part in parts for log in logs
    )


def _deleted(path: Path) -> bool:
    try:
        for part in (path, *beside(path)):
            part.unlink(missing_ok=True)
    except OSError:
        return False
    sync_folder(path.parent)
    return True
