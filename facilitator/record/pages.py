"""What an SQLite file still holds, read from its bytes: for a file that SQLite itself refuses.

Every page is read for itself, so a lost root, a lost interior page or a lost page 1 costs only the
records on it. What cannot be read is passed over; damage never raises and never hangs.

- Records come as they are stored. In a table without rowid the columns of the key come first, in
  the order of the key, then the others in the order of the table: a key (log, n, chain) gives
  (log, n, chain, …). Such rows lie on interior pages too. Rows of an ordinary table come in the
  order of the table; the column that is its rowid is None.
- The keys of ordinary indexes and the schema are records too. SQLite keeps a whole number of a
  REAL column as an int.
- Text that is no UTF-8 comes as bytes. A record may hold wrong values: a flipped bit inside a text
  cannot be seen here. The caller checks each row. More columns than a page can list are left out.
- Pages that are no longer in use keep old rows, deleted ones too, unless they were overwritten
  (`pragma secure_delete`); these come as well. So does what the write-ahead log holds after its
  last commit, or with a wrong checksum. The same row may come more than once.
"""

from collections.abc import Iterator
from typing import BinaryIO

from facilitator.record.cells import KINDS, Record, Shape, cells_on, record
from facilitator.record.frames import Log

BLOCK = 4096
SIZES = (4096, 1024, 8192, 16384, 32768, 65536, 2048, 512)  # of a page, the likeliest first
SAMPLE = 200  # pages that are read to make out their size


def records(file: BinaryIO, log: BinaryIO | None = None) -> Iterator[Record]:
    """Yield each record of a file, then those of its write-ahead log.

    Open both unbuffered: where a worn medium refuses a block, only that block is lost then.
    """
    content, newer = _content(file), _content(log) if log else b""
    shape = _shape(content, newer)
    book = Book(content, shape)
    for number in range(1, len(content) // shape.size + 2):
        yield from book.records(book.page(number), number)
    frames = Log(newer, shape.size)
    book = Book(content, shape, newer, frames.settled())
    for number in book.newer:
        yield from book.records(book.page(number), number)
    for view, changed in frames.others():
        book = Book(content, shape, newer, view)
        for frame in changed:
            yield from book.records(newer[frame.page : frame.page + shape.size], frame.number)


def _content(file: BinaryIO) -> bytes:
    """Return all bytes of a file, with zeros where the medium gives none."""
    length = file.seek(0, 2)
    blocks = []
    for place in range(0, length, BLOCK):
        try:
            file.seek(place)
            block = file.read(BLOCK)
        except OSError:
            block = b""
        blocks.append(block.ljust(min(BLOCK, length - place), b"\0"))
    return b"".join(blocks)


class Book:
    """The pages of a file by number, with pages of the write-ahead log laid over them."""

    def __init__(
        self, content: bytes, shape: Shape, log: bytes = b"", newer: dict[int, int] | None = None
    ) -> None:
        """Take the bytes of both files, and where in the log the newer pages begin."""
        self.content, self.log = content, log
        self.shape = shape
        self.newer = newer or {}
        self.most = len(content) // shape.size + len(self.newer) + 1

    def page(self, number: int) -> bytes:
        """Return a page, as much as there is of it."""
        place = self.newer.get(number)
        if place is not None:
            return self.log[place : place + self.shape.size]
        end = number * self.shape.size
        return self.content[end - self.shape.size : end] if number else b""

    def records(self, page: bytes, number: int) -> Iterator[Record]:
        """Yield each record that begins on a page, also on one that another stands for by now."""
        end, page = len(page), page.ljust(self.shape.size, b"\0")
        for cell in cells_on(page, 100 if number == 1 else 0, self.shape):
            if cell.end > end:
                continue
            body = page[cell.values : cell.local]
            if cell.rest:
                chain = self._chain(page[cell.local : cell.local + 4], cell.rest)
                if chain is None:
                    continue
                body += chain
            yield record(body, cell.types)

    def _chain(self, link: bytes, rest: int) -> bytes | None:
        """Return what lies on a chain of overflow pages, if all of it can be read."""
        room = self.shape.usable - 4
        if rest > room * self.most:
            return None
        parts: dict[int, bytes] = {}
        while rest > 0:
            number = int.from_bytes(link, "big")
            page = self.page(number)
            part = page[4 : 4 + min(rest, room)]
            if number in parts or number == 0 or len(part) < min(rest, room):
                return None
            parts[number] = part
            rest -= room
            link = page[:4]
        return b"".join(parts.values())


def _shape(content: bytes, log: bytes) -> Shape:
    """Return the size of the pages: the one for which most pages are whole."""
    named = int.from_bytes(content[16:18], "big")
    named = 65536 if named == 1 else named
    unused = content[20] if len(content) > 20 else 0
    logged = int.from_bytes(log[8:12], "big")
    sizes = [size for size in (named, logged, *SIZES) if size in SIZES]
    shapes = [Shape(size, size - spare) for size in sizes for spare in (unused, 0) if spare < 33]
    return max(dict.fromkeys(shapes), key=lambda shape: _whole(content, shape))


def _whole(content: bytes, shape: Shape) -> int:
    """Return how many pages of a sample are whole, as pages of this shape."""
    heads = content[shape.size :: shape.size]  # without page 1, which begins otherwise
    likely = [number for number, head in enumerate(heads, 1) if head in KINDS]
    whole = 0
    for number in likely[:: len(likely) // SAMPLE + 1]:
        page = content[number * shape.size : (number + 1) * shape.size]
        whole += len(page) == shape.size and shape.cells(page, 0, page[0])[1]
    return whole
