"""Going on in a fresh file, when the open one is lost: deleted, replaced, written over."""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from facilitator.folders import data_folder
from facilitator.private import make_folder
from facilitator.record.backup import newest
from facilitator.record.chain import Row
from facilitator.record.checking import faults
from facilitator.record.copies import copy
from facilitator.record.files import store_at
from facilitator.record.handle import Trouble
from facilitator.record.headings import End
from facilitator.record.opening import Unreadable
from facilitator.record.saving import NotSaved, why_not
from facilitator.record.store import Store


class Rescued(NamedTuple):
    path: Path
    left: tuple[str, ...] = ()  # what is not in it, a sentence each


def rescue(store: Store, trouble: Trouble) -> Rescued:
    """Write everything into a fresh file, and say what could not be; the old file is left alone.

    A file that is only gone from its place is still whole for the one who has it open. Of one that
    was written over, the newest copy and what was done since are all there is. Raise a Fault.
    """
    new = _place(store.path)
    if trouble is not Trouble.OVERWRITTEN and _copied(store, new):
        return Rescued(new)
    new.unlink(missing_ok=True)
    last = newest(store.path)
    try:
        if last is not None:
            copy(last, new)
        with closing(store_at(new)) as fresh:
            _add(fresh, store.recent)
            return Rescued(new, tuple(faults(fresh)))
    except OSError as error:
        raise NotSaved(f"Not saved: {new} cannot be written ({error.strerror}).") from error
    except (sqlite3.Error, UnicodeError) as error:
        raise NotSaved(why_not(error)) from error


def _copied(store: Store, new: Path) -> bool:
    """Copy the file through its connection; return whether all of it is there."""
    try:
        store.shelf.file.copy_to(new)
        with closing(store_at(new, read_only=True)) as fresh:
            wrong = faults(fresh)
            return not wrong or wrong == faults(store)
    except (sqlite3.Error, Unreadable):
        return False


def _add(store: Store, recent: Iterable[tuple[str, Row]]) -> None:
    """Write what was done since a copy was made into it."""
    by_log: dict[str, dict[tuple[int, bytes], Row]] = {}
    for log, row in recent:  # a later writing of a row counts: words may have been struck
        by_log.setdefault(log, {})[row.n, row.chain] = row
    with store.db.atomic():
        for log, rows in by_log.items():
            store.insert(log, *rows.values())
            last = max(rows.values(), key=lambda row: row.n)
            store.settle(log, [End(last.n, last.chain)])
    store.rebuild()


def _place(path: Path) -> Path:
    """Return where a fresh file can be: beside the old one, or where we keep our own."""
    clock = datetime.now().strftime("%H.%M")
    own = data_folder()
    make_folder(own)
    for folder in (path.absolute().parent, own):
        for n in range(100):
            new = folder / f"{path.stem} (saved {clock}{f' {n}' if n else ''}).db"
            try:
                if not new.exists():
                    new.touch(0o600)
                    return new
            except OSError:
                break  # no such folder, or nobody may write there
    raise NotSaved("Not saved: there is no folder left to write to. Keep this window open.")
