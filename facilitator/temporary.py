"""Folders of which nothing stays. Each holds a lock while somebody works in it.

Who dies in one leaves it behind, with copies of everybody's names; the next start sweeps it, since
the lock ended with its holder.
"""

import os
import re
import sys
from pathlib import Path
from tempfile import gettempdir, mkdtemp
from typing import IO

from facilitator.private import FILE

PREFIX = "facilitator-"  # how the name of such a folder begins
LOCK = ".lock"
A_DAY = 86_400  # s; a folder without a lock was made by an older version, or just now

_NAME = re.compile(PREFIX + "[a-z0-9_]{8}")  # as Python names what is temporary
_kept: list["Temporary"] = []  # until the process ends


class Temporary:
    """A folder for a while, for its owner alone."""

    def __init__(self) -> None:
        """Make the folder, or raise an OSError."""
        self.path = Path(mkdtemp(prefix=PREFIX))
        self._lock = os.fdopen(os.open(self.path / LOCK, os.O_RDWR | os.O_CREAT, FILE), "r+b")
        lock(self._lock)

    def close(self) -> None:
        """Remove the folder; what another program has open there goes at the next start."""
        from shutil import rmtree

        self._lock.close()
        rmtree(self.path, ignore_errors=True)

    def __enter__(self) -> Path:
        return self.path

    def __exit__(self, *_: object) -> None:
        self.close()


def kept_folder() -> Path:
    """Make a folder for what another program opens; the next start of ours sweeps it."""
    _kept.append(Temporary())
    return _kept[-1].path


def sweep() -> None:
    """Remove the folders that nobody holds any more."""
    from shutil import rmtree

    for folder in Path(gettempdir()).glob(f"{PREFIX}*"):
        if _NAME.fullmatch(folder.name) and not folder.is_symlink() and _is_left(folder):
            rmtree(folder, ignore_errors=True)


def lock(file: IO[bytes]) -> bool:
    """Take the lock of a file, which ends with the file or the process; say if it was free."""
    try:
        if sys.platform == "win32":
            import msvcrt

            file.seek(1 << 30)  # Windows lets nobody read locked bytes, so lock one past the end
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
            file.seek(0)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _is_left(folder: Path) -> bool:
    from time import time

    try:
        with (folder / LOCK).open("r+b") as held:
            return lock(held)
    except FileNotFoundError:
        try:
            return time() - folder.stat().st_mtime > A_DAY
        except OSError:
            return False
    except OSError:  # somebody else's
        return False
