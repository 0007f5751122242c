"""A flipped bit, a row that is gone, two rows exchanged, a lost end: `check` names log and act."""

import random
import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from facilitator.record.chain import Row
from facilitator.record.checking import faults
from facilitator.record.files import store_at
from facilitator.record.store import Store
from tests.long.conftest import Rounds
from tests.long.test_unions import names, united
from tests.long.worlds import KEY, World, flip, opened

FIELDS = ("log", "n", "at", "kind", "data", "digest", "chain", "struck")
LINE = ("id", "kind", "parent", "series", "role", "table_no", "length", "head")


Spoilt = Callable[[int], Path]


@pytest.fixture
def spoilt(rng: random.Random, rounds: Rounds, new_folder: Callable[[], Path]) -> Spoilt:
    """Return what copies a file with a session, forks, parts, sittings and struck acts in it."""
    worlds = [whole(rng, new_folder) for _ in rounds(20)]

    def copy(number: int) -> Path:
        path = worlds[number % len(worlds)]
        return Path(shutil.copy(path, path.with_name("spoilt.db")))

    return copy


def whole(rng: random.Random, new_folder: Callable[[], Path]) -> Path:
    while True:
        world = World(rng, new_folder())
        world.strike()
        path = united(world.folder / "whole.db", world.files)
        with closing(store_at(path, read_only=True)) as store:
            rows = [row for log in store.shelf.logs() for row in store.rows(log)]
            forked = any(len(store.branches(log)) > 1 for log in store.shelf.logs())
            assert faults(store) == []
        if forked and len(rows) > 20 and any(row.struck for row in rows):
            return path


def all_rows(store: Store) -> list[tuple[str, Row]]:
    return [(log, row) for log in store.shelf.logs() for row in store.rows(log)]


def check(path: Path) -> list[str]:
    with closing(store_at(path, read_only=True)) as store:
        return faults(store)


@pytest.mark.parametrize("column", FIELDS)
def test_a_flipped_bit_in_an_act_is_named(
    spoilt: Spoilt, rounds: Rounds, rng: random.Random, column: str
):
    for number in rounds(300):
        path = spoilt(number)
        with opened(path) as store:
            rows = [one for one in all_rows(store) if getattr(one[1], column, True)]
            log, row = rng.choice(rows)
            flip(rng, store, "event", KEY, (log, row.n, row.chain), column)
        assert names(check(path), log, row.n), (number, log, row, check(path))


@pytest.mark.parametrize("column", LINE)
def test_a_flipped_bit_in_the_table_of_logs_is_named(
    spoilt: Spoilt, rounds: Rounds, rng: random.Random, column: str
):
    for number in rounds(300):
        path = spoilt(number)
        with opened(path) as store:
            query = f"select id, length from log where length({column}) and {column} <> 0"
            lines = store.connection.execute(query).fetchall()
            if not lines:
                continue
            name, length = rng.choice(lines)
            flip(rng, store, "log", "id = ?", (name,), column)
        found = check(path)
        log = name.partition("~")[0]
        assert any(names(found, log, n) for n in (1, length)), (number, name, length, found)


def test_a_row_that_is_gone_is_named(spoilt: Spoilt, rounds: Rounds, rng: random.Random):
    for number in rounds(300):
        path = spoilt(number)
        with opened(path) as store:
            log, row = rng.choice(all_rows(store))
            store.connection.execute(f"delete from event where {KEY}", (log, row.n, row.chain))
        assert names(check(path), log, row.n), (number, log, row, check(path))


def test_two_rows_exchanged_are_named(spoilt: Spoilt, rounds: Rounds, rng: random.Random):
    """All but the key, or the chain too; of one log or of two."""
    for number in rounds(300):
        path = spoilt(number)
        with opened(path) as store:
            log, row = rng.choice(all_rows(store))
            others = [one for one in all_rows(store) if one[1].digest != row.digest]
            other_log, other = rng.choice(others)
            for to, was, new in ((log, row, other), (other_log, other, row)):
                values = (new.at, new.kind, new.data, new.digest, new.struck)
                store.connection.execute(
                    "update event set at = ?, kind = ?, data = ?, digest = ?, struck = ?"
                    f" where {KEY}",
                    (*values, to, was.n, was.chain),
                )
        found = check(path)
        assert names(found, log, row.n), (number, log, row, found)
        assert names(found, other_log, other.n), (number, other_log, other, found)


def test_a_lost_end_is_named(spoilt: Spoilt, rounds: Rounds, rng: random.Random):
    for number in rounds(300):
        path = spoilt(number)
        with opened(path) as store:
            log = rng.choice(store.shelf.logs())
            way = rng.choice(store.branches(log))
            gone = way.rows[rng.randint(max(1, way.parted), len(way.rows)) - 1 :]
            for row in gone:
                store.connection.execute(f"delete from event where {KEY}", (log, row.n, row.chain))
        found = check(path)
        assert names(found, log, gone[-1].n), (number, way.name, gone, found)


def test_a_log_of_a_crash_that_was_taken_away_is_named(spoilt: Spoilt, rounds: Rounds):
    """As when a cleaner removes it, or somebody copies the one file while the window is open."""
    for number in rounds(20):
        path = spoilt(number)
        alone = path.with_name("alone.db")
        with opened(path) as store:
            store.connection.execute("insert or replace into desk values ('', 'line', 'x')")
            shutil.copy(path, alone)
        (sentence,) = check(alone)
        assert sentence == "alone.db-wal is not beside the file: its last acts may be missing."
        assert check(path) == []
