"""An older copy is put back beside the log of a crash: the copy opens as it was, both stay."""

import shutil
from contextlib import closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from facilitator.record import copies
from facilitator.record.checking import faults
from facilitator.record.files import store_at
from facilitator.record.opening import Unwritable
from facilitator.record.salvage import salvage
from facilitator.session import Session
from tests.clock import Clock
from tests.desk import Desk
from tests.evening import evening


@pytest.fixture
def put_back(tmp_path: Path, clock: Clock) -> Path:
    """An older copy, with the log of a crash beside it: 400 acts that it knows nothing of."""
    path, copy = tmp_path / "evening.db", tmp_path / "copy.db"
    with evening(clock, path) as session:
        session.start_segment("round")
        session.note("In the copy")
    shutil.copy(path, copy)
    with closing(store_at(path)) as store:
        session = Session(store, "evening", clock)
        for n in range(400):
            session.note(f"Behind the copy {n}")
        shutil.copy(f"{path}-wal", f"{copy}-wal")
    return copy


def texts(path: Path, read_only: bool) -> list[str]:
    with closing(store_at(path, read_only)) as store:
        return [note.text for note in store.state("evening").notes.values()]


def test_the_copy_opens_as_it_was_and_what_lay_beside_it_can_be_salvaged(
    put_back: Path, tmp_path: Path
):
    before = put_back.read_bytes()
    assert texts(put_back, read_only=True) == ["In the copy"]
    with closing(store_at(put_back, read_only=True)) as store:
        assert faults(store) == [
            "copy.db-wal beside the file is not of this file: it was not read."
        ]
    assert put_back.read_bytes() == before
    assert texts(put_back, read_only=False) == ["In the copy"]
    with closing(store_at(put_back)) as store:
        assert faults(store) == []
    (aside,) = copies.copies_of(put_back)
    salvage(aside, tmp_path / "saved.db")
    assert "Behind the copy 399" in texts(tmp_path / "saved.db", read_only=True)


def test_where_it_cannot_be_set_aside_nothing_is_written(
    put_back: Path, monkeypatch: pytest.MonkeyPatch
):
    def full(path: Path, to: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("facilitator.record.copies.copy", full)
    before = put_back.read_bytes(), put_back.with_name("copy.db-wal").read_bytes()
    with pytest.raises(Unwritable, match="No space left"):
        store_at(put_back)
    assert (put_back.read_bytes(), put_back.with_name("copy.db-wal").read_bytes()) == before


def test_what_a_crash_left_of_the_file_itself_is_taken_in(tmp_path: Path, clock: Clock):
    path, left = tmp_path / "evening.db", tmp_path / "left.db"
    with evening(clock, path) as session:
        session.note("Before the crash")
        for end in ("", "-wal"):
            shutil.copy(f"{path}{end}", f"{left}{end}")
    assert texts(left, read_only=True) == texts(left, read_only=False) == ["Before the crash"]
    assert copies.copies_of(left) == []  # all of it was in the log yet: nothing to keep apart


def test_the_window_says_what_lay_beside_the_file(put_back: Path, new_desk: Desk, qtbot: QtBot):
    new_desk.leave()
    new_desk.path = put_back
    new_desk.sit()
    assert new_desk.banner.startswith("Beside this file lay the last acts of another copy of it.")
    (aside,) = copies.copies_of(put_back)
    assert str(aside) in new_desk.banner
    assert [note.text for note in new_desk.state.notes.values()] == ["In the copy"]
    new_desk.session.end_session()
    new_desk.press("Ctrl+1", "Ctrl+O")
    assert "with the last acts of another copy beside it" in new_desk.copies[-1]


def test_the_window_says_that_a_part_of_the_file_is_gone(
    put_back: Path, new_desk: Desk, clock: Clock
):
    new_desk.leave()
    path = put_back.with_name("cut.db")
    with closing(store_at(put_back.with_name("evening.db"))):
        shutil.copy(put_back.with_name("evening.db"), path)
    new_desk.path = path
    new_desk.sit()
    assert "The last acts may be missing." in new_desk.banner
