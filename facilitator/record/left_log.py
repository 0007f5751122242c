"""The log that a crash left beside a file: copied, and tried out, before SQLite folds it in.

It may be of another file: somebody put an older copy back. SQLite would write it into that, page by
page, and leave a mixture of two states that is none.
"""

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from shutil import copyfile

from facilitator.private import make_file
from facilitator.record.checking import acts_at_fault
from facilitator.record.copies import LEFT, copy_whole, mark_closed, place_for
from facilitator.record.opening import Unreadable, Unwritable, busy, has_foreign_log, log_of
from facilitator.record.shelf import Shelf, reading
from facilitator.record.store import Store
from facilitator.temporary import Temporary

PENDING, LOCKS = 0x40000000, 512  # where in a file SQLite locks, whatever its size


def set_aside(path: Path) -> Path | None:
    """Move a log that is not of the file into the folder for copies, beside a copy of the file.

    Return that copy, of which all acts of both can be salvaged; None where the log is the file's
    own: then both are copied as they are. On a full disk nothing is copied, and all stays as it is.

    Raise Unwritable where the log cannot be moved, Unreadable where another window has the file.
    """
    if not has_foreign_log(path):
        _refuse_busy(path)
        try:
            if _fits(path):
                copy_whole(path, place_for(path, "crash"))
                return None
        except OSError:
            return None
    try:
        place = place_for(path, LEFT)
        copy_whole(path, place)
        with place.open("r+b") as file:
            mark_closed(file)  # or to look into the copy would fold the log in
        log_of(path).unlink()
    except OSError as error:
        raise Unwritable(
            f"{path} cannot be opened for writing: {path.name}-wal is not of this file,"
            f" and cannot be moved away ({error.strerror})."
        ) from error
    return place


def _refuse_busy(path: Path) -> None:
    """Raise Unreadable where another window has the file, and its log, in use."""
    if os.name != "nt":
        import fcntl

        with path.open("rb") as file:
            try:
                fcntl.lockf(file, fcntl.LOCK_SH | fcntl.LOCK_NB, LOCKS, PENDING)
            except OSError as error:
                raise Unreadable(busy(path)) from error


def _fits(path: Path) -> bool:
    """Say whether the log belongs to the file: with it nothing is wrong that is not without it."""
    together = _wrongs(path, with_log=True)
    if together == set():
        return True
    alone = _wrongs(path, with_log=False)
    return alone is None or (together is not None and together <= alone)


def _wrongs(path: Path, with_log: bool) -> set[str] | None:
    """Return what is wrong with a file, tried out in a temporary folder; None if all of it is."""
    with Temporary() as folder:
        trial = folder / path.name
        for end in ("", "-wal") if with_log else ("",):
            make_file(folder / f"{path.name}{end}")
            copyfile(f"{path}{end}", f"{trial}{end}")
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
