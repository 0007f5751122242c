"""The cells of a page of an SQLite file: where each lies, and the values of the record in it."""

import re
import struct
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

Value = int | float | str | bytes | None
Record = tuple[Value, ...]

INDEX, INDEX_LEAF, TABLE_LEAF = 0x02, 0x0A, 0x0D  # first byte of a page that holds records
KINDS = (INDEX_LEAF, TABLE_LEAF, INDEX)
NEVER = 1 << 60  # the length of a value of a type that does not exist
LENGTHS = (0, 1, 2, 3, 4, 6, 8, 8, 0, 0, NEVER, NEVER, *((n - 12) // 2 for n in range(12, 128)))
DOUBLE = struct.Struct(">d")
PAGE_HEAD = struct.Struct(">HHHB")  # first free block, cells, where they begin, lost bytes
# How a cell begins: length of the record, in a table its rowid, length of the list of types.
# A stray has 46 columns at most, or every letter of a text would be tried for one.
NUMBER, HEAD = rb"[\x80-\xff]{0,8}[\x00-\x7f]", rb"[\x02-\x2f]"
STRAYS = {
    INDEX_LEAF: re.compile(b"(?=%s%s)" % (NUMBER, HEAD)),
    TABLE_LEAF: re.compile(b"(?=%s%s%s)" % (NUMBER, NUMBER, HEAD)),
}

MISSES = 40  # places without a cell that a page may name before its list of them is given up


class Cell(NamedTuple):
    """One record on a page: where it lies, and the types of its values."""

    start: int
    end: int
    values: int  # where the values begin
    local: int  # where the part of the record that lies on this page ends
    rest: int  # how many bytes of it lie on overflow pages
    types: Sequence[int]


class Shape(NamedTuple):
    """How large a page is, and how much of it SQLite uses."""

    size: int
    usable: int

    def local(self, kind: int, payload: int) -> int:
        """Return how many bytes of a record lie on its own page; the rest overflows."""
        usable = self.usable
        least = (usable - 12) * 32 // 255 - 23
        most = usable - 35 if kind == TABLE_LEAF else (usable - 12) * 64 // 255 - 23
        if payload <= most:
            return payload
        wanted = least + (payload - least) % (usable - 4)
        return wanted if wanted <= most else least

    def cell(self, page: bytes, start: int, kind: int) -> Cell | None:
        """Return the cell that begins at a place, if what is there is a record."""
        try:
            payload, place = _varint(page, start + 4 if kind == INDEX else start)
            if kind == TABLE_LEAF:
                _, place = _varint(page, place)
            local = place + self.local(kind, payload)
            head, first = _varint(page, place)
            values = place + head
            if not first < values <= local <= self.usable:
                return None
            types: Sequence[int] = page[first:values]
            if max(types) > 127:  # a type may take more than one byte
                types = list(_varints(page, first, values))
            length = sum([_length(kind) for kind in types])
        except IndexError:
            return None
        rest = payload - (local - place)
        end = max(local + 4 if rest else local, start + 4)
        if head + length != payload or end > self.usable:
            return None
        return Cell(start, end, values, local, rest, types)

    def cells(self, page: bytes, top: int, kind: int) -> tuple[list[Cell], bool]:
        """Return the cells of a page that can be read, and whether the page is whole.

        It is if its cells and free blocks fill the end of it to the byte: no chance does that.
        """
        free, count, begin, lost = PAGE_HEAD.unpack_from(page, top + 1)
        head = top + (12 if kind == INDEX else 8)
        begin = begin or 65536
        fits = head + 2 * count <= begin <= self.usable
        if not fits and page[top] != kind:
            return [], False
        slots = max(0, min(count, (min(begin, self.usable) - head) // 2))
        places = struct.unpack_from(f">{slots}H", page, head)
        fits = fits and begin <= min(places, default=begin)
        if not fits and page[top] != kind:
            return [], False
        cells: list[Cell] = []
        for tried, place in enumerate(dict.fromkeys(places)):
            cell = self.cell(page, place, kind)
            if cell:
                cells.append(cell)
            elif tried - len(cells) == MISSES:
                break
        filled = sum(cell.end - cell.start for cell in cells) + _free(page, free) + lost
        return cells, fits and len(cells) == count and begin + filled == self.usable

    def strays(self, page: bytes, kind: int, cells: Iterable[Cell]) -> Iterator[Cell]:
        """Yield what looks like a cell where a damaged page has no known one."""
        taken = bytearray(self.size)
        for cell in cells:
            taken[cell.start : cell.end] = b"\1" * (cell.end - cell.start)
        plain = INDEX_LEAF if kind == INDEX else kind  # the same four bytes further on
        for place in map(re.Match.start, STRAYS[plain].finditer(page, 8)):
            if not taken[place]:
                stray = self.cell(page, place, plain)
                if stray:
                    yield stray


def cells_on(page: bytes, top: int, shape: Shape) -> list[Cell]:
    """Return the cells of a page: what it is shows in the whole of it, if its first byte errs."""
    head = page[top : top + 8]
    if not page.strip(b"\0"):
        return []
    kind, best = head[0], list[Cell]()
    for guess in sorted(KINDS, key=lambda guess: guess != head[0]):
        cells, whole = shape.cells(page, top, guess)
        if whole:
            return cells
        if head[0] not in KINDS and len(cells) > len(best):
            kind, best = guess, cells
        elif guess == head[0]:
            best = cells
    if kind in KINDS:
        return [*best, *shape.strays(page, kind, best)]
    if any(head):
        return []  # an overflow page, as a rule
    return [cell for kind in (INDEX_LEAF, TABLE_LEAF) for cell in shape.strays(page, kind, ())]


def _free(page: bytes, place: int) -> int:
    """Return how many bytes the free blocks of a page have; they lie in ascending order."""
    length = 0
    while place and place + 4 <= len(page):
        following, size = struct.unpack_from(">HH", page, place)
        length += size
        place = following if following > place else 0
    return length


def _varint(page: bytes, place: int) -> tuple[int, int]:
    """Return the number that begins at a place, and where it ends."""
    number = 0
    for end in range(place, place + 8):
        byte = page[end]
        number = number << 7 | byte & 0x7F
        if byte < 0x80:
            return number, end + 1
    return number << 8 | page[place + 8], place + 9


def _varints(page: bytes, place: int, end: int) -> Iterator[int]:
    """Yield the numbers that lie between two places, or raise IndexError if they do not fit."""
    while place < end:
        number, place = _varint(page, place)
        yield number
    if place > end:
        raise IndexError(place)


def _length(kind: int) -> int:
    """Return how many bytes a value of a type has."""
    return LENGTHS[kind] if kind < len(LENGTHS) else (kind - 12) // 2


def record(body: bytes, types: Iterable[int]) -> Record:
    """Return the values that lie one after the other in a record."""
    values: list[Value] = []
    place = 0
    for kind in types:
        end = place + _length(kind)
        part = body[place:end]
        if kind >= 12:
            values.append(_text(part) if kind % 2 else part)
        elif kind == 0:
            values.append(None)
        elif kind == 7:
            values.append(DOUBLE.unpack(part)[0])
        else:
            values.append(int.from_bytes(part, "big", signed=True) if part else kind - 8)
        place = end
    return tuple(values)


def _text(part: bytes) -> str | bytes:
    try:
        return part.decode()
    except UnicodeDecodeError:
        return part
