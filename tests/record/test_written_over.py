"""Another program writes over the open file: that is told, and the last acts are kept."""

from contextlib import closing
from pathlib import Path

import pytest

from facilitator.record import copies
from facilitator.record.files import store_at
from facilitator.record.handle import Trouble
from facilitator.record.salvage import salvage
from facilitator.record.store import Store
from facilitator.session import Session
from tests.clock import Clock
from tests.evening import evening


@pytest.fixture
def other(tmp_path: Path) -> bytes:
    """The content of another session file."""
    with closing(store_at(tmp_path / "other.db")):
        pass
    return (tmp_path / "other.db").read_bytes()


def trouble(store: Store) -> Trouble | None:
    file = store.shelf.file
    assert file.handle
    return file.trouble(file.handle.look())


def test_what_is_written_here_since_does_not_hide_it(tmp_path: Path, clock: Clock, other: bytes):
    path = tmp_path / "evening.db"
    with evening(clock, path) as session:
        session.note("Before")
    with closing(store_at(path)) as store:
        session = Session(store, "evening", clock)
        store.drafts.put_down("evening", "note", "half a l")
        assert trouble(store) is None
        path.write_bytes(other)
        store.drafts.put_down("evening", "note", "half a line")
        session.note("Behind it")
        assert trouble(store) is Trouble.OVERWRITTEN
    assert path.read_bytes() == other
    (kept,) = copies.copies_of(path)
    salvage(kept, tmp_path / "saved.db")
    with closing(store_at(tmp_path / "saved.db", read_only=True)) as store:
        assert "Behind it" in [row.data for row in store.rows("evening")][-1]
