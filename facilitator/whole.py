"""Writing a file whole or not at all, for its owner alone, and never over a session file."""

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import mkstemp

from facilitator.temporary import PREFIX, lock

DATABASE = b"SQLite format 3\0"
BEGIN, END = f".{PREFIX}", ".part"  # of the name of what is not whole yet
YOUNG = 60  # s; a file may be empty because it was made just now


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Yield an empty file to write to; it takes the place of `path` if nothing is raised.

    Raises an OSError where it cannot, and where `path` is a database.
    """
    _refuse_database(path)
    _sweep(path.parent)
    descriptor, name = mkstemp(dir=path.parent, prefix=BEGIN, suffix=END)
    part = Path(name)
    try:
        with os.fdopen(descriptor, "r+b") as held:
            lock(held)
            yield part
            os.fsync(held.fileno())
            if sys.platform != "win32":  # there, nothing is moved that is open
                part.replace(path)
        if sys.platform == "win32":
            part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def write(path: Path, content: bytes) -> None:
    """Write a file, whole or not at all, or raise an OSError."""
    with replacing(path) as part:
        part.write_bytes(content)


def _refuse_database(path: Path) -> None:
    """Raise an OSError if there is a database: what is written here is never one."""
    with suppress(FileNotFoundError, IsADirectoryError, PermissionError):
        with path.open("rb") as file:
            begins = file.read(len(DATABASE))
        if begins == DATABASE:
            told = "it is a database, perhaps with your sessions. Choose another name"
            raise OSError(errno.EEXIST, told, str(path))


def _sweep(folder: Path) -> None:
    """Remove what a writer left that was killed."""
    from time import time

    for part in folder.glob(f"{BEGIN}*{END}"):
        with suppress(OSError):
            found = part.stat()
            if found.st_size or time() - found.st_mtime > YOUNG:
                with part.open("r+b") as held:
                    left = lock(held)
                if left:
                    part.unlink()
