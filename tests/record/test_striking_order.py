"""Files in which words were struck meet in any order: it comes to one, and none comes back."""

from collections.abc import Callable
from contextlib import closing

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator import striking
from facilitator.record.checking import faults
from facilitator.record.files import store_at
from facilitator.record.store import Store
from facilitator.session import Session
from tests.clock import Clock
from tests.record.test_striking import DAY, began, copied, strike
from tests.record.test_union_order import united, unsynced

CHANGES: dict[str, Callable[[Store, Session], object]] = {
    "stale": lambda store, session: None,
    "goes on": lambda store, session: session.change_note("N1", text="Tobias left"),
    "struck": lambda store, session: strike(store),
    "struck for another reason": lambda store, session: striking.strike(
        store, "evening", "N1", "law", "2027-01-18"
    ),
    "erased": lambda store, session: striking.erase(store, "evening", "ana", "erasure", DAY),
    "says it is hers": lambda store, session: session.note("Tobias and I", person="ana"),
    "renames her": lambda store, session: session.change_person("ana", name="Ana Tobias"),
}


@settings(max_examples=12)
@given(
    order=st.lists(st.sampled_from(sorted(CHANGES)), min_size=4, max_size=9),
    other=st.randoms(use_true_random=False),
)
def test_in_any_order_it_comes_to_one_and_no_word_comes_back(
    tmp_path_factory: pytest.TempPathFactory, order: list[str], other
):
    folder, clock = tmp_path_factory.mktemp("many"), Clock()
    many = [*order, "struck", "erased"]
    files = {}
    with closing(store_at(folder / "first.db")) as first:
        unsynced(first)
        began(first, clock)
        for number, name in enumerate(sorted(set(many))):
            files[name] = copied(first, folder / f"{number}.db")
    for number, (name, path) in enumerate(files.items()):
        at = Clock(clock.ms + 1000 * number)
        with closing(store_at(path)) as store:
            unsynced(store)
            CHANGES[name](store, Session(store, "evening", at))
    results = []
    for name in ("one.db", "two.db"):
        other.shuffle(many)
        with united(folder / name, map(files.__getitem__, many)) as store:
            assert faults(store) == []
            assert b"Tobias" not in store.path.read_bytes()
            assert b"Ana" not in store.path.read_bytes()
            wal = store.path.with_name(f"{name}-wal")
            assert not wal.exists() or b"Tobias" not in wal.read_bytes()
            told = sorted(store.connection.execute("select * from erased").fetchall())
            results.append((store.rows("evening"), store.state("evening"), told))
    assert results[0] == results[1]
