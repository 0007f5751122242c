"""Opening: what is not ours is refused with a sentence, what was left in a hurry is taken in."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from facilitator.record import opening
from facilitator.record.checking import faults
from facilitator.record.files import store_at
from facilitator.record.opening import VERSION, Unreadable
from facilitator.session import Session
from tests.clock import Clock
from tests.evening import evening, sit_down


@pytest.fixture
def closed(tmp_path: Path, clock: Clock) -> Path:
    path = tmp_path / "evening.db"
    with evening(clock, path) as session:
        session.queue("ana")
    return path


@pytest.fixture
def left(tmp_path: Path, clock: Clock) -> Path:
    """A file as a crash leaves it: the acts are in the write-ahead file beside it."""
    whole, path = tmp_path / "whole.db", tmp_path / "left.db"
    with evening(clock, whole) as session:
        session.queue("ana")
        for end in ("", "-wal"):
            shutil.copy(f"{whole}{end}", f"{path}{end}")
    assert path.with_name("left.db-wal").stat().st_size > 0
    return path


def queue(path: Path, clock: Clock, read_only: bool) -> list[str]:
    with closing(store_at(path, read_only)) as store:
        return [row.person for row in Session(store, "evening", clock).state.floor.queue]


def refusal(path: Path, read_only: bool = False) -> str:
    with pytest.raises(Unreadable) as refused:
        store_at(path, read_only)
    assert str(path) in str(refused.value)
    return str(refused.value)


@pytest.mark.parametrize("read_only", [False, True])
def test_a_closed_file_opens(closed: Path, clock: Clock, read_only: bool):
    assert queue(closed, clock, read_only) == ["ana"]


@pytest.mark.parametrize("read_only", [False, True])
def test_a_file_that_was_left_in_a_hurry_opens_whole(left: Path, clock: Clock, read_only: bool):
    assert queue(left, clock, read_only) == ["ana"]
    assert queue(left, clock, True) == ["ana"]


def test_reading_does_not_change_a_byte(closed: Path, clock: Clock):
    before = closed.read_bytes()
    queue(closed, clock, read_only=True)
    assert closed.read_bytes() == before
    assert [file.name for file in closed.parent.iterdir()] == [closed.name]


def test_what_a_crash_left_on_a_read_only_stick_is_read_from_a_copy(
    left: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(opening, "access", lambda path, mode: False)
    before = {file.name: file.read_bytes() for file in left.parent.iterdir()}
    assert queue(left, clock, read_only=True) == ["ana"]
    assert {file.name: file.read_bytes() for file in left.parent.iterdir()} == before


@pytest.mark.parametrize("writable", [False, True])
def test_a_change_that_was_cut_off_is_rolled_back(
    closed: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch, writable: bool
):
    """As when the machine dies while the file is being closed: a journal lies beside it."""
    monkeypatch.setattr(opening, "access", lambda path, mode: writable)
    cut_off = closed.with_name("cut_off.db")
    with closing(sqlite3.connect(closed, isolation_level=None)) as plain:
        plain.execute("pragma cache_size = 1")
        plain.execute("begin")
        plain.execute("update event set data = data || printf('%9000s', 'x')")
        for end in ("", "-journal"):
            shutil.copy(f"{closed}{end}", f"{cut_off}{end}")
    assert cut_off.read_bytes() != closed.read_bytes()
    assert queue(cut_off, clock, read_only=True) == ["ana"]


def test_a_second_window_is_refused_and_the_first_goes_on(closed: Path, clock: Clock):
    with closing(store_at(closed)) as store:
        session = sit_down(store, clock)
        for read_only in (False, True):
            assert "is open in another window" in refusal(closed, read_only)
        assert session.queue("bo")
    assert queue(closed, clock, read_only=False) == ["ana", "bo"]


@pytest.mark.parametrize("read_only", [False, True])
@pytest.mark.parametrize(
    "content",
    [b"\0" * 5000, b"SQLite format 3\0" + b"\xff" * 5000, b"To whom it may concern", b"x"],
)
def test_what_is_no_database_is_refused(tmp_path: Path, content: bytes, read_only: bool):
    path = tmp_path / "letter.db"
    path.write_bytes(content)
    assert "is not a session file, or it is damaged" in refusal(path, read_only)
    assert path.read_bytes() == content


@pytest.mark.parametrize("read_only", [False, True])
def test_the_database_of_another_program_is_refused_untouched(tmp_path: Path, read_only: bool):
    path = tmp_path / "recipes.db"
    with closing(sqlite3.connect(path)) as plain:
        plain.execute("create table recipe (name text)")
    before = path.read_bytes()
    assert "is not a session file" in refusal(path, read_only)
    assert path.read_bytes() == before


@pytest.mark.parametrize("read_only", [False, True])
def test_a_file_of_a_newer_version_is_refused_untouched(closed: Path, read_only: bool):
    with closing(sqlite3.connect(closed)) as plain:
        plain.execute("pragma user_version = 99")
    before = closed.read_bytes()
    assert "made by a newer version" in refusal(closed, read_only)
    assert closed.read_bytes() == before


def test_there_must_be_something_to_read(tmp_path: Path):
    assert "There is no file" in refusal(tmp_path / "none.db", read_only=True)
    for read_only in (True, False):
        assert refusal(tmp_path, read_only).endswith("is a folder. Choose a session file in it.")
    assert "there is no folder" in refusal(tmp_path / "gone" / "none.db")
    assert "cannot be opened" in refusal(tmp_path / "no" / "folder" / "s.db")
    assert not (tmp_path / "none.db").exists()


def test_an_empty_file_holds_no_session_and_becomes_one(tmp_path: Path, clock: Clock):
    """So a first start that was cut off is no loss."""
    path = tmp_path / "empty.db"
    path.touch()
    with closing(store_at(path, read_only=True)) as store:
        assert (store.shelf.sessions(), store.shelf.plans(), faults(store)) == ([], [], [])
    assert path.stat().st_size == 0
    with evening(clock, path) as session:
        assert session.queue("ana")
    assert queue(path, clock, read_only=True) == ["ana"]


def test_a_refused_file_is_not_kept_locked(closed: Path):
    with closing(sqlite3.connect(closed)) as plain:
        plain.execute("pragma user_version = 99")
    refusal(closed)
    with closing(sqlite3.connect(closed, timeout=0)) as plain:
        plain.execute(f"pragma user_version = {VERSION}")
    store_at(closed).close()
