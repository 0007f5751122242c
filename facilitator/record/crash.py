"""A file that a crash left: all of it is copied, and tried out, before anything is folded in.

The log beside it may belong to another file: somebody put an older copy back. To fold that in would
ruin the copy.
"""

import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from shutil import copyfile

from facilitator.private import make_file
from facilitator.record.checking import acts_at_fault
from facilitator.record.copies import copy, place_for
from facilitator.record.opening import APPLICATION, Unreadable, busy
from facilitator.record.shelf import Shelf, reading
from facilitator.record.store import Store
from facilitator.temporary import Temporary

APPLICATION_AT = slice(68, 72)  # in the header of a database
PENDING, LOCKS = 0x40000000, 512  # where in a file SQLite locks, whatever its size


def set_aside(path: Path) -> Path | None:
    """Copy what a crash left; move away a log that is not the file's own, and return where to.

    Raise Unreadable where another window has the file open. On a full disk nothing is copied, and
    all stays as it is.
    """
    log = path.with_name(path.name + "-wal")
    if not _is_ours(path) or not _has_bytes(log):
        return None
    try:
        place = place_for(path, "crash")
        copy(path, place)
        copy(log, place.with_name(place.name + "-wal"))
        if _fits(place):
            return None
    except OSError:
        return None
    aside = _free(log)
    try:
        log.replace(aside)
    except OSError as error:
        sentence = f"{path} cannot be opened: the log beside it belongs to another file."
        raise Unreadable(f"{sentence} Move {log.name} to another folder.") from error
    return aside


def _is_ours(path: Path) -> bool:
    """Say whether it is a session file; refuse one whose log is in use by another window."""
    with path.open("rb") as file:
        if file.read(100)[APPLICATION_AT] != APPLICATION.to_bytes(4, "big"):
            return False
        if os.name != "nt":
            import fcntl

            try:
                fcntl.lockf(file, fcntl.LOCK_SH | fcntl.LOCK_NB, LOCKS, PENDING)
            except OSError as error:
                raise Unreadable(busy(path)) from error
    return True


def _has_bytes(path: Path) -> bool:
    with suppress(OSError):
        return path.stat().st_size > 0
    return False


def _free(log: Path) -> Path:
    """Return a name for a log that is put aside, beside where it lay."""
    names = (f"{log.name} put aside{f' {n}' if n else ''}" for n in range(10_000))
    return next(place for name in names if not (place := log.with_name(name)).exists())


def _fits(copied: Path) -> bool:
    """Say whether the log belongs to the file: with it nothing is wrong that is not without it."""
    together = _wrongs(copied, with_log=True)
    if together == set():
        return True
    alone = _wrongs(copied, with_log=False)
    return alone is None or (together is not None and together <= alone)


def _wrongs(copied: Path, with_log: bool) -> set[str] | None:
    """Return what is wrong with a copy, tried out in a temporary folder; None if all of it is."""
    with Temporary() as folder:
        trial = folder / copied.name
        for end in ("", "-wal") if with_log else ("",):
            make_file(folder / f"{copied.name}{end}")
            copyfile(f"{copied}{end}", f"{trial}{end}")
        try:
            with reading(), closing(Shelf(trial)) as shelf:
                if shelf.connection.execute("pragma quick_check(1)").fetchall() != [("ok",)]:
                    return None
                if shelf.version == 1:
                    return set()
                store = Store(shelf)
                return {wrong for log in shelf.logs() for wrong in acts_at_fault(store, log)}
        except (Unreadable, sqlite3.Error):
            return None
