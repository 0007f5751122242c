"""Logs of many laptops, united in any order, any number of times: it comes to the same."""

import random
import re
import shutil
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path

from facilitator.log.history import fold
from facilitator.record import tables
from facilitator.record.chain import Row
from facilitator.record.checking import faults
from facilitator.record.files import store_at
from facilitator.record.store import Store, entry_of
from facilitator.record.union import KNOWN, REFUSED, merge
from tests.long.worlds import World, opened

WORLDS = 680  # of about 15 logs each: 10,000 in all
TABLES = ("event", "log", *(table.name for table in tables.TABLES))


def outcome(store: Store) -> dict[str, object]:
    """Return all that a file amounts to, whatever the order in which things came into it."""
    rows = {
        name: sorted(map(repr, store.connection.execute(f"select * from {name}")))
        for name in TABLES
    }
    ways = [way for log in sorted(store.shelf.logs()) for way in store.branches(log)]
    states = {way.name: (way.parted, fold(map(entry_of, way.rows))) for way in ways}
    return {**rows, "states": states}


def united(into: Path, files: Iterable[Path]) -> Path:
    """Take all files into a new one."""
    with opened(into) as store:
        for path in files:
            with closing(store_at(path, read_only=True)) as other:
                merge(store, other)
    return into


def told(path: Path) -> dict[str, object]:
    with closing(store_at(path, read_only=True)) as store:
        return outcome(store)


def differing(one: dict[str, object], two: dict[str, object]) -> dict[str, object]:
    """Return what two files do not have in common."""
    return {name: (one[name], two[name]) for name in one if one[name] != two[name]}


def test_any_order_any_number_of_times_comes_to_the_same(
    rng: random.Random,
    rounds: Callable[[int], range],
    new_folder: Callable[[], Path],
):
    logs = 0
    for number in rounds(WORLDS):
        world = World(random.Random(rng.getrandbits(64)), new_folder())
        world.strike()
        logs += world.logs
        hurt = [world.hurt(rng.choice(world.files)) for _ in range(2)]
        whole = united(world.folder / "whole.db", world.files)
        with closing(store_at(whole)) as store:
            assert faults(store) == [], number
            right = outcome(store)
            store.rebuild()
            assert outcome(store) == right, number
            for path in world.files:
                with closing(store_at(path, read_only=True)) as other:
                    assert {one.what for one in merge(store, other)} == {KNOWN}, number
        every = [*world.files, *(path for path, _ in hurt)]
        for name in ("one.db", "two.db"):
            files = every + rng.choices(every, k=rng.randrange(4))
            rng.shuffle(files)
            mixed = told(united(world.folder / name, files))
            assert differing(mixed, right) == {}, (number, files)
        in_groups(world, rng, every, right)
        only_damaged(world, rng, hurt)
        shutil.rmtree(world.folder)
    print(f"{logs} logs")


def in_groups(
    world: World, rng: random.Random, every: list[Path], right: dict[str, object]
) -> None:
    """Unite three heaps first, then these in both ways, and one file in place."""
    rng.shuffle(every)
    third = len(every) // 3
    heaps = [every[:third], every[third : 2 * third], every[2 * third :]]
    a, b, c = (united(world.folder / f"heap{n}.db", heap) for n, heap in enumerate(heaps))
    ab, bc = united(world.folder / "ab.db", (a, b)), united(world.folder / "bc.db", (c, b))
    assert differing(told(united(world.folder / "ab-c.db", (ab, c))), right) == {}
    assert differing(told(united(world.folder / "a-bc.db", (bc, a))), right) == {}
    assert differing(told(united(c, (a, b))), right) == {}
    in_place = rng.choice(world.files)
    others = [path for path in every if path != in_place]
    assert differing(told(united(in_place, others)), right) == {}


def only_damaged(
    world: World, rng: random.Random, hurt: list[tuple[Path, dict[str, list[Row]]]]
) -> None:
    """Unite what was damaged alone: in both orders the same, and each hole is named."""
    paths = [path for path, _ in hurt]
    one = united(world.folder / "hurt-one.db", paths)
    two = united(world.folder / "hurt-two.db", reversed(paths))
    assert differing(told(one), told(two)) == {}
    path, suffered = hurt[0]
    with closing(store_at(path, read_only=True)) as other:
        here = faults(other)
        with opened(world.folder / "alone.db") as store:
            refused = {one.log for one in merge(store, other) if one.what == REFUSED}
            there = faults(store)
            whole = {log: store.rows(log) for log in suffered}
    for log, rows in suffered.items():
        for row in rows:
            assert names(here, log, row.n), (path, log, row, here)
            kept = row in whole[log] or log in refused
            assert kept or names(there, log, row.n), (path, log, row, there)


def names(sentences: Iterable[str], log: str, n: int) -> bool:
    """Say whether a sentence names an act of a log."""
    for sentence in sentences:
        if sentence == f"Session {log}: its log is missing.":
            return True
        if re.match(rf"Session {re.escape(log)}(~\w+)?[:,]", sentence):
            for first, last in re.findall(r"acts? (\d+)(?: to (\d+))?", sentence):
                if int(first) <= n <= int(last or first):
                    return True
    return False
