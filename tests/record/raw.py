"""Files to be read from their bytes: rows that tell whether they are whole, and where each lies."""

import io
import random
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from hashlib import sha256
from typing import NamedTuple

from facilitator.record.pages import records

Row = tuple
SIZES = (512, 4096, 65536)
LOG = """create table event (log text not null, n integer not null, at integer not null,
  kind text not null, data text not null, digest blob not null, chain blob not null,
  struck text not null, primary key (log, n, chain)) strict, without rowid"""
STORED = "log, n, chain, at, kind, data, digest, struck"


def row(rng: random.Random, n: int, length: int) -> Row:
    """Return a row as it is stored; its digest covers all of it, so that a wrong one shows."""
    start = (rng.choice(("evening", "matin")), n, rng.randbytes(16), 1_800_000_000_000 + n)
    words = ("NoteTaken", "é" * (length % 7) + rng.randbytes(length // 2).hex())
    struck = rng.choice(("", "", '{"day":1}'))
    return (*start, *words, digest((*start, *words, struck)), struck)


def digest(values: Row) -> bytes:
    return sha256(repr(values).encode()).digest()


def put(connection: sqlite3.Connection, rows: list[Row]) -> None:
    connection.executemany(f"insert into event ({STORED}) values (?,?,?,?,?,?,?,?)", rows)
    connection.commit()


def read(content: bytes, log: bytes = b"") -> list[Row]:
    return list(records(io.BytesIO(content), io.BytesIO(log)))


def acts(content: bytes, log: bytes = b"") -> Counter[Row]:
    """Return the rows that are whole, as the caller would know them."""
    rows = (row for row in read(content, log) if len(row) == 8)
    return Counter(row for row in rows if row[6] == digest((*row[:6], row[7])))


def homes(content: bytes, size: int, root: int) -> Iterator[set[int]]:
    """Yield the pages that each row of a sound table lies on, in the order of its key.

    This walks down from the root and trusts every byte, which the reader must not.
    """

    def number(place: int, length: int) -> int:
        return int.from_bytes(content[place : place + length], "big")

    base = (root - 1) * size
    inner = content[base] == 2
    for slot in range(number(base + 3, 2)):
        place = base + number(base + (12 if inner else 8) + 2 * slot, 2)
        if inner:
            yield from homes(content, size, number(place, 4))
            place += 4
        payload = content[place] & 127
        while content[place] > 127:
            place += 1
            payload = payload << 7 | content[place] & 127
        most, least = ((size - 12) * part // 255 - 23 for part in (64, 32))
        local = least + (payload - least) % (size - 4)
        local = payload if payload <= most else local if local <= most else least
        pages, link = {root}, place + 1 + local
        while local < payload:
            pages.add(number(link, 4))
            link = (number(link, 4) - 1) * size
            local += size - 4
        yield pages
    if inner:
        yield from homes(content, size, number(base + 8, 4))


class Sound(NamedTuple):
    """A sound file, with the pages on which each of its rows lies."""

    size: int
    content: bytes
    rows: list[Row]
    pages: list[set[int]]

    def untouched(self, touched: set[int]) -> Counter[Row]:
        pairs = zip(self.rows, self.pages, strict=True)
        return Counter(row for row, pages in pairs if not pages & touched)

    def holds_cells(self, page: int) -> bool:
        return self.content[(page - 1) * self.size] in (2, 10)

    def check(self, content: bytes, touched: set[int]) -> float:
        """Nothing on other pages is lost, and nothing is made up; return the share that is back."""
        back = acts(content)
        assert not self.untouched(touched) - back
        assert not Counter(back.keys()) - Counter(self.rows)
        return len(back) / len(self.rows)

    def without(self, *touched: int) -> bytes:
        content = bytearray(self.content)
        for page in touched:
            content[(page - 1) * self.size : page * self.size] = bytes(self.size)
        return bytes(content)


def made(size: int, count: int, *large: int) -> Sound:
    rng = random.Random(size)
    lengths = [0, 1, *(rng.choice((20, 60, 150)) for _ in range(count)), *large]
    rows = [row(rng, n, length) for n, length in enumerate(lengths)]
    rng.shuffle(rows)
    with closing(sqlite3.connect(":memory:")) as plain:
        plain.execute(f"pragma page_size = {size}")
        plain.execute(LOG)
        put(plain, rows)
        content = plain.serialize()
        (root,) = plain.execute("select rootpage from sqlite_schema").fetchone()
        rows = plain.execute(f"select {STORED} from event order by log, n, chain").fetchall()
    return Sound(size, content, rows, list(homes(content, size, root)))
