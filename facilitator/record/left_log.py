"""A write-ahead log beside a file that it is not of: somebody put a copy back after a crash.

SQLite would write it into the copy, page by page, and leave a mixture of two states that is none.
"""

from pathlib import Path
from shutil import move

from facilitator.record.copies import copy, place_for
from facilitator.record.opening import Unwritable, has_foreign_log


def set_aside(path: Path) -> Path | None:
    """Move such a log into the folder for copies, beside a copy of the file, or raise Unwritable.

    Return that copy, of which all acts of both can be salvaged; None where there is no such log.
    """
    if not has_foreign_log(path):
        return None
    try:
        place = place_for(path, "left")
        copy(path, place)
        move(path.with_name(f"{path.name}-wal"), place.with_name(f"{place.name}-wal"))
    except OSError as error:
        raise Unwritable(
            f"{path} cannot be opened for writing: {path.name}-wal is not of this file,"
            f" and cannot be moved away ({error.strerror})."
        ) from error
    return place
