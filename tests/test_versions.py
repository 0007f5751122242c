"""Files of every released version open for ever, and amount to what they amounted to then."""

import json
import shutil
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from facilitator.cli import main
from facilitator.log.rows import KINDS
from facilitator.record.checking import faults
from facilitator.record.files import store_at
from facilitator.record.opening import VERSION
from facilitator.record.store import Store
from facilitator.session import Session
from tests.clock import Clock
from tests.data.make import FOLDER, plain, play

FILES = sorted(FOLDER.glob("version_*.db"))


@pytest.fixture(params=FILES, ids=lambda path: path.stem)
def kept(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


def known_then(now: Any, then: Any) -> Any:
    """Return what there is now without the fields that there were not then."""
    if isinstance(then, dict):
        return {name: known_then(now[name], value) for name, value in then.items()}
    if isinstance(then, list) and len(now) == len(then):
        return [known_then(*pair) for pair in zip(now, then, strict=True)]
    return now


def schema(store: Store) -> list[tuple[str]]:
    return store.db.execute("select sql from sqlite_master where sql is not null").fetchall()


def test_this_version_has_its_file():
    assert FOLDER / f"version_{VERSION}.db" in FILES


def test_an_old_file_amounts_to_what_it_did(kept: Path, tmp_path: Path, clock: Clock):
    path = shutil.copy(kept, tmp_path / "old.db")
    with closing(store_at(path)) as store:
        session = Session(store, "evening", clock)
        then = json.loads(kept.with_suffix(".json").read_text("utf-8"))
        assert known_then(plain(session.state), then) == then
        assert faults(store) == []


def test_an_old_file_goes_on(kept: Path, tmp_path: Path, clock: Clock):
    path = shutil.copy(kept, tmp_path / "old.db")
    with closing(store_at(path)) as store:
        session = Session(store, "evening", clock)
        assert session.note("One more thing")
        while session.undo():
            pass
        assert not session.state.notes
        assert faults(store) == []


def test_an_old_file_is_read_where_it_lies(kept: Path, capsys: pytest.CaptureFixture[str]):
    before = kept.read_bytes()
    for words in (["check"], ["show", "--json"], ["sessions"]):
        assert main([*words, "--file", str(kept)]) == 0
    assert kept.read_bytes() == before


def test_every_kind_of_event_is_kept_in_some_file():
    kinds = set()
    for path in FILES:
        with closing(store_at(path, read_only=True)) as store:
            for log in store.shelf.logs():
                kinds |= {type(entry.event).__name__ for entry in store.entries(log)}
    assert kinds == set(KINDS)


def test_the_file_of_this_version_is_made_again_the_same(tmp_path: Path):
    session = play(tmp_path / "again.db")
    with (
        closing(session.store),
        closing(store_at(FOLDER / f"version_{VERSION}.db", read_only=True)) as store,
    ):
        assert session.store.entries("evening") == store.entries("evening")
        assert schema(session.store) == schema(store)
