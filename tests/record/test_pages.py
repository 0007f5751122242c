"""Reading a damaged file from its bytes: whatever lies on pages that are whole comes back."""

import io
import random
import sqlite3
from collections import Counter
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.record.pages import records
from tests.record.raw import SIZES, Sound, acts, made, read


@pytest.fixture(scope="module", params=SIZES)
def sound(request: pytest.FixtureRequest) -> Sound:
    return made(request.param, 2000, 900, 5000, 20_000, 70_000, 200_000)


def test_of_a_whole_file_each_row_comes_once(sound: Sound):
    back = Counter(row for row in read(sound.content) if len(row) == 8)
    assert back == Counter(sound.rows)
    assert sum(len(pages) > 1 for pages in sound.pages) >= 2  # some overflow


@pytest.mark.parametrize("seed", range(1))
def test_a_lost_page_costs_what_lay_on_it(sound: Sound, seed: int):
    rng, most = random.Random(seed), len(sound.content) // sound.size
    for page in rng.sample(range(1, most + 1), min(most, 10)):
        sound.check(sound.without(page), {page})


def test_the_first_page_and_every_interior_page_may_be_lost(sound: Sound):
    starts = range(0, len(sound.content), sound.size)
    inner = {place // sound.size + 1 for place in starts if sound.content[place] in (2, 5)}
    assert inner
    assert sound.check(sound.without(1, *inner), {1, *inner}) > 0.6


@pytest.mark.parametrize("seed", range(1))
def test_a_file_that_ends_too_early(sound: Sound, seed: int):
    rng, most = random.Random(seed), len(sound.content) // sound.size
    for _ in range(6):
        length = rng.randrange(len(sound.content))
        touched = set(range(length // sound.size + 1, most + 1))
        sound.check(sound.content[:length], touched)


@pytest.mark.parametrize("seed", range(1))
@pytest.mark.parametrize("lost", [set(), {1}], ids=["", "without page 1"])
def test_flipped_bits(sound: Sound, seed: int, lost: set[int]):
    rng = random.Random(seed)
    for _ in range(6):
        content, touched = bytearray(sound.without(*lost)), set(lost)
        for _ in range(rng.randint(1, 50)):
            place = rng.randrange(len(content))
            content[place] ^= 1 << rng.randrange(8)
            touched.add(place // sound.size + 1)
        sound.check(bytes(content), touched)


@pytest.mark.parametrize("size", SIZES)
def test_a_bit_flipped_in_the_head_of_a_page_costs_nothing(size: int):
    sound, rng = made(size, 400), random.Random(1)
    leaves = sorted({page for page in set().union(*sound.pages) if sound.holds_cells(page)})
    for bit in range(SIZES.index(size), 64, len(SIZES)):
        content = bytearray(sound.content)
        content[(rng.choice(leaves) - 1) * size + bit // 8] ^= 1 << bit % 8
        assert sound.check(bytes(content), set()) == 1


def test_of_a_page_whose_beginning_is_zeros_the_rest_comes_back():
    sound = made(4096, 40)
    content = bytearray(sound.content)
    page = max(set().union(*sound.pages))
    content[(page - 1) * 4096 : (page - 1) * 4096 + 512] = bytes(512)
    back = acts(bytes(content))
    assert back > sound.untouched({page})
    assert len(back) > 0.9 * len(sound.rows)


def test_a_chain_that_ends_in_itself_is_dropped():
    sound = made(512, 100, 30_000, 30_000)
    for pages in filter(lambda pages: len(pages) > 9, sound.pages):
        chain = sorted(pages)[1:]
        for place, to in ((chain[5], chain[5]), (chain[7], chain[2]), (chain[3], 2**32 - 1)):
            content = bytearray(sound.content)
            content[(place - 1) * 512 : (place - 1) * 512 + 4] = to.to_bytes(4, "big")
            sound.check(bytes(content), {place})
            back = Counter(row for row in read(bytes(content)) if len(row) == 8)
            assert back == sound.untouched({place})


def test_a_chain_that_is_cut_off_is_dropped():
    sound = made(512, 9, 3000, 5000)
    for length in range(512, len(sound.content), 50):
        rows = (row for row in read(sound.content[:length]) if len(row) == 8)
        assert {row for row in rows if len(row[5]) > 1000 or "\0" in row[5]} <= set(sound.rows)


VALUES = st.one_of(
    st.none(),
    st.integers(-(2**63), 2**63 - 1),
    st.integers(-300, 300),
    st.floats(allow_nan=False),
    st.text(max_size=300),
    st.binary(max_size=300),
)


@given(
    st.lists(st.lists(VALUES, min_size=12, max_size=12), max_size=30),
    st.sampled_from(SIZES),
)
def test_every_value_of_any_table_comes_back_as_sql_has_it(rows: list[list], size: int):
    names = ", ".join(f"c{number}" for number in range(12))
    keyed = [(number, *row[:2]) for number, row in enumerate(rows)]
    kept: Counter[str] = Counter()
    with closing(sqlite3.connect(":memory:")) as plain:
        plain.execute(f"pragma page_size = {size}")
        plain.execute(f"create table t ({names})")
        plain.execute("create table k (v text, w, k integer primary key) without rowid")
        plain.executemany(f"insert into t values ({', '.join('?' * 12)})", rows)
        plain.executemany("insert into k (k, v, w) values (?, ?, ?)", keyed)
        for query in ("* from t", "k, v, w from k", "* from sqlite_schema"):
            kept.update(map(repr, plain.execute(f"select {query}")))
        assert Counter(map(repr, read(plain.serialize()))) == kept


@given(st.binary(max_size=3000), st.binary(max_size=3000))
def test_whatever_the_bytes_are_it_ends(content: bytes, log: bytes):
    read(content, log)
    start = b"SQLite format 3\0\x02\0" + bytes(494)
    read(start + b"\x0a" + content, b"\x37\x7f\x06\x82" + bytes(8) + log)


class Worn(io.BytesIO):
    """A file on a medium that refuses one of its blocks."""

    def read(self, size: int | None = -1) -> bytes:
        if self.tell() == 8192:
            raise OSError("input/output error")
        return super().read(size)


def test_a_medium_that_refuses_a_block_costs_that_block():
    sound = made(4096, 400)
    back = Counter(row for row in records(Worn(sound.content)) if len(row) == 8)
    assert back == sound.untouched({3})
