"""What a crash left in the write-ahead log, and what was deleted: both are found in the bytes."""

import random
import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest

from tests.record.raw import LOG, STORED, acts, put, row


def crashed(path: Path, secure: bool = False, size: int = 4096) -> sqlite3.Connection:
    """Return a connection of a writer that never gets to close its file."""
    plain = sqlite3.connect(path)
    plain.execute(f"pragma page_size = {size}")
    plain.execute("pragma journal_mode = wal")
    plain.execute("pragma wal_autocheckpoint = 0")
    plain.execute(f"pragma secure_delete = {'on' if secure else 'off'}")
    return plain


def left(path: Path) -> tuple[bytes, bytes]:
    return path.read_bytes(), path.with_name(path.name + "-wal").read_bytes()


@pytest.mark.parametrize("size", [512, 4096])
def test_the_newest_rows_are_in_the_write_ahead_log(tmp_path: Path, size: int):
    rng, path = random.Random(2), tmp_path / "evening.db"
    rows = [row(rng, n, length) for n, length in enumerate([50] * 300 + [90_000, 9000] + [50] * 98)]
    with closing(crashed(path, size=size)) as plain:
        plain.execute(LOG)
        put(plain, rows[:300])
        plain.execute("pragma wal_checkpoint(restart)")
        for n in range(300, 400):
            put(plain, rows[n : n + 1])
        content, log = left(path)
    assert set(acts(content)) == set(rows[:300])
    assert set(acts(content, log)) == set(rows)
    assert set(acts(bytes(len(content)), log)) >= set(rows[300:])  # page size from the log
    assert set(acts(b"", log)) >= set(rows[300:])
    for frame in rng.sample(
        range(len(log) // (24 + size)), 20
    ):  # a bit in one; later ones still count
        spoilt = bytearray(log)
        spoilt[32 + frame * (24 + size) + rng.randrange(4, 24)] ^= 1 << rng.randrange(8)
        assert set(acts(content, bytes(spoilt))) == set(rows), frame
        for length in (32 + frame * (24 + size) + 700, 20):
            assert set(rows[:300]) <= set(acts(content, log[:length])) <= set(rows)


def test_a_later_frame_stands_for_an_earlier_one(tmp_path: Path):
    rng, path = random.Random(3), tmp_path / "evening.db"
    with closing(crashed(path, secure=True)) as plain:
        plain.execute(LOG)
        put(plain, [row(rng, n, 50) for n in range(30)])
        kept = row(rng, 31, 50)
        plain.execute("delete from event")
        put(plain, [kept])
        content, log = left(path)
    assert acts(content, log) == Counter([kept])


def test_of_a_damaged_frame_the_one_before_it_counts(tmp_path: Path):
    rng, path = random.Random(6), tmp_path / "evening.db"
    rows = [row(rng, n, 50) for n in range(10)]
    with closing(crashed(path)) as plain:
        plain.execute(LOG)
        for new in rows:
            put(plain, [new])
        content, log = left(path)
    last = len(log) - 4096
    assert set(acts(content, log[:last] + bytes(4096))) == set(rows[:-1])
    earlier = last - 3 * 4120
    spoilt = log[:earlier] + bytes(4096) + log[earlier + 4096 :]
    assert set(acts(content, spoilt)) == set(rows)


def test_leftovers_of_an_earlier_log_come_too(tmp_path: Path):
    rng, path = random.Random(4), tmp_path / "evening.db"
    rows = [row(rng, n, 50) for n in range(400)]
    with closing(crashed(path)) as plain:
        plain.execute(LOG)
        put(plain, rows[:-1])
        plain.execute("pragma wal_checkpoint(restart)")
        put(plain, rows[-1:])
        content, log = left(path)
    back = set(acts(bytes(len(content)), log))
    assert rows[-1] in back
    assert len(back) > 200


@pytest.mark.parametrize("secure", [True, False])
def test_deleted_rows_come_back_unless_they_were_overwritten(tmp_path: Path, secure: bool):
    rng, path = random.Random(5), tmp_path / "evening.db"
    rows = [row(rng, n, 100) for n in range(2000)]
    with closing(crashed(path, secure)) as plain:
        plain.execute(LOG)
        put(plain, rows)
        plain.execute("delete from event where n between 200 and 1800")
        plain.commit()
        plain.execute("pragma wal_checkpoint(truncate)")
        standing = set(plain.execute(f"select {STORED} from event"))
    back = set(acts(path.read_bytes()))
    assert standing <= back <= set(rows)
    assert (back == standing) == secure
