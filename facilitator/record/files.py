"""Opening a session file in today's shape, whatever version wrote it."""

from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.record.opening import VERSION
from facilitator.record.shelf import Shelf

if TYPE_CHECKING:
    from facilitator.record.store import Store


def shelf_at(path: Path, read_only: bool = False) -> Shelf:
    """Open or make a file, or raise Unreadable; light, as long as the file is not an old one."""
    shelf = Shelf(path, read_only)
    if shelf.is_new or shelf.version == VERSION:
        return shelf
    from facilitator.record.migration import brought_up_to_date

    new = Shelf(brought_up_to_date(shelf), read_only)
    new.path = path
    new.file.inherit(shelf.file)
    return new


def store_at(path: Path, read_only: bool = False) -> "Store":
    """Open or make a file with its logs, or raise Unreadable."""
    from facilitator.record.store import Store

    return Store(shelf_at(path, read_only))
