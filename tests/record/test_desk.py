"""What lies on the desk: half-typed lines, kept through a kill, and no part of the record."""

import shutil
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.record.checking import faults
from facilitator.record.files import store_at
from facilitator.record.saving import NotSaved
from facilitator.session import Session
from tests.clock import Clock
from tests.data.make import FOLDER
from tests.evening import evening
from tests.happenings import TEXT


@given(st.lists(st.tuples(st.sampled_from(("line", "name", "awake")), TEXT), max_size=12))
def test_what_was_put_down_last_lies_there(put: list[tuple[str, str]]):
    with evening(Clock()) as session:
        for name, value in put:
            session.store.drafts.put_down("evening", name, value)
        assert session.store.drafts.of("evening") == {k: v for k, v in dict(put).items() if v}
        assert session.store.drafts.of("another") == {}


def test_what_lies_there_survives_a_kill(tmp_path: Path, clock: Clock):
    path, left = tmp_path / "evening.db", tmp_path / "left.db"
    with evening(clock, path) as session:
        session.store.drafts.put_down("evening", "line", "! @Bo mend the")
        for end in ("", "-wal"):
            shutil.copy(f"{path}{end}", f"{left}{end}")
    for found in (path, left):
        with closing(store_at(found, read_only=True)) as store:
            assert store.drafts.of("evening") == {"line": "! @Bo mend the"}


def test_an_act_waits_for_the_disk_as_before(clock: Clock, tmp_path: Path):
    with evening(clock, tmp_path / "evening.db") as session:
        before = session.store.db.execute("pragma synchronous").fetchone()
        session.store.drafts.put_down("evening", "line", "x")
        assert session.store.db.execute("pragma synchronous").fetchone() == before == (3,)


def test_it_is_no_part_of_the_record(clock: Clock):
    with evening(clock) as session:
        store, state = session.store, session.state
        store.drafts.put_down("evening", "line", "not said yet")
        assert faults(store) == []
        store.rebuild()
        assert store.drafts.of("evening") == {"line": "not said yet"}
        assert Session(store, "evening", clock).state == state


def without_a_desk(path: Path) -> None:
    with closing(sqlite3.connect(path)) as plain:
        plain.execute("drop table desk")


def test_a_file_of_before_there_was_a_desk_gets_one(tmp_path: Path, clock: Clock):
    path = Path(shutil.copy(FOLDER / "version_1_spine.db", tmp_path / "old.db"))
    before = path.read_bytes()
    with closing(store_at(path, read_only=True)) as store:
        assert store.drafts.of("evening") == {}
        assert faults(store) == []
    assert path.read_bytes() == before
    with evening(clock, path) as session:
        session.store.drafts.put_down("evening", "line", "x")
        assert session.store.drafts.of("evening") == {"line": "x"}
        assert faults(session.store) == []


@pytest.mark.parametrize(
    ("shape", "lies"),
    [
        ("create table desk (a)", {}),
        (
            "create table desk (session, name, value); insert into desk values ('evening', 'a', 5),"
            " ('evening', 'b', null), ('evening', null, 'c'), ('evening', 'd', x'ff'),"
            " (null, 'e', 'f'), ('evening', 'line', 'half a')",
            {"line": "half a"},
        ),
    ],
)
def test_a_desk_of_another_shape_is_no_reason_not_to_open(
    tmp_path: Path, clock: Clock, shape: str, lies: dict[str, str]
):
    path = tmp_path / "evening.db"
    with evening(clock, path):
        pass
    without_a_desk(path)
    with closing(sqlite3.connect(path)) as plain:
        plain.executescript(shape)
    with evening(clock, path) as session:
        assert session.store.drafts.of("evening") == lies
        with suppress(NotSaved):
            session.store.drafts.put_down("evening", "line", "x")
        assert session.queue("ana")
        assert faults(session.store) == []


def test_a_full_disk_is_told_and_the_record_goes_on(clock: Clock):
    with evening(clock) as session:
        store = session.store
        pages = store.db.execute("pragma page_count").fetchone()[0]
        store.db.execute(f"pragma max_page_count = {pages}").fetchall()
        with pytest.raises(NotSaved, match="the disk is full"):
            store.drafts.put_down("evening", "line", "x" * 100_000)
        assert store.drafts.of("evening") == {}
        store.db.execute("pragma max_page_count = 1000000").fetchall()
        assert session.queue("ana")
        assert faults(store) == []


def test_half_an_emoji_is_not_kept(clock: Clock):
    with evening(clock) as session:
        with pytest.raises(NotSaved, match="a broken character"):
            session.store.drafts.put_down("evening", "line", "\ud83d")
        assert session.store.drafts.of("evening") == {}
