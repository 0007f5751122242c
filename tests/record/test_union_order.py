"""The union of many files: in any order, any number of times, it comes to the same."""

import shutil
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.record.checking import faults
from facilitator.record.files import store_at
from facilitator.record.store import Store
from facilitator.record.union import merge
from tests.clock import Clock
from tests.evening import sit_down
from tests.record.test_union import ACTS, act, carried, here, more

__all__ = ["here"]  # a fixture


def outcome(store: Store) -> list[object]:
    """Return all that a file amounts to, whatever the order in which things came into it."""
    logs = sorted(store.shelf.logs())
    ways = [sorted(store.branches(log)) for log in logs]
    told = [sorted(map(repr, store.connection.execute(f"select * from {name}"))) for name in TOLD]
    return [logs, ways, [store.state(log) for log in logs], told]


TOLD = ("log", "session", "note", "person", "turn")


@given(
    common=st.lists(st.sampled_from(ACTS), max_size=4),
    laptops=st.lists(
        st.tuples(st.lists(st.sampled_from(ACTS), max_size=4), st.integers(0, 3)),
        min_size=1,
        max_size=4,
    ),
    order=st.randoms(use_true_random=False),
    repeats=st.integers(0, 3),
)
def test_any_order_any_number_of_times_comes_to_the_same(
    tmp_path_factory: pytest.TempPathFactory, common, laptops, order, repeats
):
    """Laptops that part from one copy, or from each other; stale copies come too."""
    folder, clock = tmp_path_factory.mktemp("many"), Clock()
    files: list[Path] = []
    with closing(store_at(folder / "first.db")) as store:
        unsynced(store)
        session = sit_down(store, clock)
        for what in common:
            act(session, what, clock)
        files.append(store.path)
    for number, (acts, source) in enumerate(laptops):
        before = files[min(source, len(files) - 1)]
        for name, count in (("stale", len(acts) // 2), ("whole", len(acts))):
            path = Path(shutil.copy(before, folder / f"{number}-{name}.db"))
            at = Clock(clock.ms)
            at.advance(number * 0.25)
            with closing(store_at(path)) as store:
                unsynced(store)
                session = sit_down(store, at)
                for what in acts[:count]:
                    act(session, what, at)
            files.append(path)
    many = files + [order.choice(files) for _ in range(repeats)]
    results = []
    for name in ("one.db", "two.db"):
        order.shuffle(many)
        with united(folder / name, many) as store:
            assert faults(store) == []
            results.append(outcome(store))
    assert results[0] == results[1]


def unsynced(store: Store) -> None:
    store.connection.execute("pragma synchronous = off").fetchall()


@contextmanager
def united(into: Path, files: Iterable[Path]) -> Iterator[Store]:
    """Open a new file into which all files came, one after another."""
    with closing(store_at(into)) as store:
        unsynced(store)
        for path in files:
            with closing(store_at(path, read_only=True)) as other:
                merge(store, other)
        yield store


def test_three_files_in_every_order(here: Path, clock: Clock):
    first, second = carried(here, "first.db"), carried(here, "second.db")
    more(first, clock, "First")
    more(second, clock, "Second")
    third = carried(second, "third.db")
    more(third, clock, "Third")
    results = []
    for number, files in enumerate(permutations((here, first, second, third))):
        with united(here.with_name(f"{number}.db"), files) as store:
            results.append(outcome(store))
    assert all(result == results[0] for result in results)
