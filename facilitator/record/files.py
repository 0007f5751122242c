"""Opening a session file in today's shape, whatever version wrote it."""

from os import W_OK, access
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.record.opening import VERSION, has_log
from facilitator.record.shelf import Shelf

if TYPE_CHECKING:
    from facilitator.record.store import Store


def shelf_at(path: Path, read_only: bool = False) -> Shelf:
    """Open or make a file, or raise Unreadable; light, as long as the file is not an old one."""
    aside = _looked_at(path, read_only)
    shelf = Shelf(path, read_only)
    if aside is not None:
        shelf.log_aside, shelf.file.lacks_log = aside, False
    if shelf.is_new or shelf.version == VERSION:
        return shelf
    from facilitator.record.migration import brought_up_to_date

    new = Shelf(brought_up_to_date(shelf), read_only)
    new.path = path
    new.file.inherit(shelf.file)
    return new


def _looked_at(path: Path, read_only: bool) -> Path | None:
    """Look at what a crash left before SQLite folds it in; return where a foreign log was put."""
    try:
        if not path.is_file() or not has_log(path):
            return None
        if read_only and not (access(path, W_OK) and access(path.parent, W_OK)):
            return None  # then it is read from a copy
    except OSError:  # opening it will say why
        return None
    from facilitator.record.crash import set_aside

    return set_aside(path)


def store_at(path: Path, read_only: bool = False) -> "Store":
    """Open or make a file with its logs, or raise Unreadable."""
    from facilitator.record.store import Store

    return Store(shelf_at(path, read_only))
