"""The write-ahead log of an SQLite file as bytes: which pages it holds, and which of them stand."""

import struct
from collections.abc import Iterator
from itertools import zip_longest
from typing import NamedTuple

HEAD, FRAME_HEAD = 32, 24  # bytes before the first frame, and before the page of each
ORDERS = {0x377F0682: "<", 0x377F0683: ">"}  # of the bytes in the numbers that are summed
WORD = 0xFFFFFFFF


class Frame(NamedTuple):
    """One page in the log."""

    number: int
    commits: int  # pages of the file after a commit, 0 in the middle of one
    salts: tuple[int, int]  # those of the log's beginning, or the frame is a leftover
    sums: tuple[int, int]
    page: int  # where the page begins


class Log:
    """The frames of a write-ahead log. A later frame of a page stands for an earlier one."""

    def __init__(self, content: bytes, size: int) -> None:
        """Take the bytes of the log, and the size of a page."""
        self.content, self.size = content, size
        starts = range(HEAD, len(content) - FRAME_HEAD, FRAME_HEAD + size)
        self.frames = [self._frame(start) for start in starts]
        self.sound = self._sound()

    def settled(self) -> dict[int, int]:
        """Return where the newest page of each number begins, as of the last sound commit."""
        return {frame.number: frame.page for frame in self.frames[: self.sound]}

    def others(self) -> Iterator[tuple[dict[int, int], list[Frame]]]:
        """Yield the frames of each later commit, or what looks like it; leftovers lie there too.

        Each comes with the pages as they stood then; these go on changing with the next commit.
        """
        rest = self.frames[self.sound :]
        view = self.settled()
        changed: list[Frame] = []
        for frame, following in zip_longest(rest, rest[1:]):
            view[frame.number] = frame.page
            changed.append(frame)
            leftover = following is None or not _are_kin(frame, following)
            if frame.commits or leftover:
                yield view, changed
                changed = []
            if leftover:
                view = self.settled()

    def _frame(self, start: int) -> Frame:
        number, commits, *sums = struct.unpack_from(">6I", self.content, start)
        return Frame(number, commits, (sums[0], sums[1]), (sums[2], sums[3]), start + FRAME_HEAD)

    def _sound(self) -> int:
        """Return how many frames belong to commits that are whole: SQLite takes these alone."""
        if len(self.content) < HEAD:
            return 0
        magic, _, size, _, *salts, first, second = struct.unpack_from(">8I", self.content)
        order = ORDERS.get(magic)
        if order is None or size != self.size:
            return 0
        sums = _sums(order, self.content[: HEAD - 8], (0, 0))
        if sums != (first, second):
            return 0
        sound = 0
        for index, frame in enumerate(self.frames):
            start, end = frame.page - FRAME_HEAD, frame.page + size
            sums = _sums(order, self.content[start : start + 8], sums)
            sums = _sums(order, self.content[frame.page : end], sums)
            if sums != frame.sums or frame.salts != tuple(salts) or end > len(self.content):
                break
            if frame.commits:
                sound = index + 1
        return sound


def _are_kin(frame: Frame, other: Frame) -> bool:
    """Say whether both were written with the same salts, if one of the two may be damaged."""
    return any(map(int.__eq__, frame.salts, other.salts))


def _sums(order: str, part: bytes, sums: tuple[int, int]) -> tuple[int, int]:
    """Return the two checksums carried on over a part of the log."""
    first, second = sums
    words = struct.unpack_from(f"{order}{len(part) // 8 * 2}I", part)
    for left, right in zip(words[::2], words[1::2], strict=True):
        first = (first + left + second) & WORD
        second = (second + right + first) & WORD
    return first, second
