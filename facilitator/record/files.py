"""Opening a session file in today's shape, whatever version wrote it."""

from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.record.opening import VERSION, has_claimed_log, has_foreign_log, may_write
from facilitator.record.shelf import Shelf

if TYPE_CHECKING:
    from facilitator.record.store import Store


def shelf_at(path: Path, read_only: bool = False) -> Shelf:
    """Open or make a file, or raise Unreadable; light, as long as the file is not an old one."""
    aside = _set_aside(path, read_only)
    shelf = Shelf(path, read_only)
    if aside is not None:
        shelf.file.set_aside, shelf.file.lacks_log = aside, False
    if shelf.is_new or shelf.version == VERSION:
        return shelf
    from facilitator.record.migration import brought_up_to_date

    new = Shelf(brought_up_to_date(shelf), read_only)
    new.path = path
    new.file.inherit(shelf.file)
    return new


def _set_aside(path: Path, read_only: bool) -> Path | None:
    """Look at a log that SQLite would fold in; return where one that is not the file's was put."""
    if read_only:  # a foreign log is passed over, and what may not be written is read from a copy
        folds = has_claimed_log(path) and may_write(path)
    else:
        folds = has_claimed_log(path) or has_foreign_log(path)
    if not folds:
        return None
    from facilitator.record.left_log import set_aside

    return set_aside(path)


def store_at(path: Path, read_only: bool = False) -> "Store":
    """Open or make a file with its logs, or raise Unreadable."""
    from facilitator.record.store import Store

    return Store(shelf_at(path, read_only))
