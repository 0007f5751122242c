"""The one descriptor on an open session file: is the file at its path still the one we write to?

Nothing else in the process may open the file. To close another descriptor on it drops SQLite's lock
(POSIX locks belong to the process), and then a second program can write to it.
"""

import os
from collections.abc import Iterator
from contextlib import suppress
from enum import Enum
from pathlib import Path
from threading import Lock
from typing import NamedTuple

CLOSED = -1
HEADER = 100  # bytes of a database that say what it is and how often it was written
PIECE = 256 * 1024  # bytes; a copy is made in such pieces, each on the disk before the next


class Trouble(Enum):
    """What became of an open file; a code, worded where it is shown."""

    GONE = "gone"  # deleted, or the disk that it was on is
    MOVED = "moved"  # it, or its folder, has another name now
    REPLACED = "replaced"  # another file has its name, as sync programs do
    OVERWRITTEN = "overwritten"  # other content was written into it


class Sight(NamedTuple):
    """What a look sees: the file that has the path, if any does, and the one that we hold."""

    there: tuple[int, int] | None  # device and inode
    links: int  # names that the file we hold still has
    held: tuple[int, int, int, int]  # device, inode, bytes, moment of the last change
    header: bytes


class Handle:
    """Opened before SQLite opens the file, and closed after it."""

    def __init__(self, path: Path) -> None:
        """Open a file that is there, or raise OSError."""
        self.path, self._lock = path.absolute(), Lock()
        flags = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
        self._fd = os.open(path, flags)
        self._known = self.look()

    def look(self) -> Sight:
        """Look at the file by its path and by the descriptor; a dead disk may hang for minutes.

        Raise OSError where it was closed meanwhile.
        """
        try:
            at = self.path.stat()
            there = (at.st_dev, at.st_ino)
        except OSError:
            there = None
        links, facts = self._facts()
        return Sight(there, links, facts, self._read(0, HEADER))

    def note(self) -> None:
        """Remember how the file is now: what was written to it was written by us."""
        _, facts = self._facts()
        self._known = self._known._replace(held=facts, header=self._read(0, HEADER))

    def is_as_noted(self) -> bool:
        """Say whether the head of the file that we hold is as it was noted."""
        return self._read(0, HEADER) == self._known.header

    def trouble(self, sight: Sight) -> Trouble | None:
        """Say what a look means; other times and sizes alone mean nothing."""
        if sight.there is None:
            return Trouble.GONE if sight.links == 0 else Trouble.MOVED
        if sight.there != self._known.held[:2]:
            return Trouble.REPLACED
        if sight.links == 0:
            return Trouble.GONE
        if sight.header != self._known.header:
            return Trouble.OVERWRITTEN
        return None

    def pieces(self) -> Iterator[bytes]:
        """Yield the content of the file, without opening it again."""
        place = 0
        while piece := self._read(place, PIECE):
            yield piece
            place += len(piece)

    def close(self) -> None:
        with self._lock, suppress(OSError):
            os.close(self._fd)
            self._fd = CLOSED

    def _facts(self) -> tuple[int, tuple[int, int, int, int]]:
        with self._lock:  # a descriptor that is closed may be another file's by now
            held = os.fstat(self._fd)
        return held.st_nlink, (held.st_dev, held.st_ino, held.st_size, held.st_mtime_ns)

    def _read(self, place: int, count: int) -> bytes:
        with self._lock:
            if hasattr(os, "pread"):
                return os.pread(self._fd, count, place)
            os.lseek(self._fd, place, os.SEEK_SET)  # Windows
            return os.read(self._fd, count)
