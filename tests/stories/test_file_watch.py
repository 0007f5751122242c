"""The file goes, or another comes in its place, while the hall waits: nothing is lost.

Real files under a real window; nobody calls the watch by hand.
"""

import os
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from facilitator.record.checking import faults
from facilitator.record.copies import copies_of
from facilitator.record.files import store_at
from tests.desk import Desk


def deleted(path: Path) -> None:
    path.unlink()


def replaced(path: Path) -> None:
    """Put another file in its place, as programs do that keep folders in step."""
    other = path.with_name("other")
    other.write_bytes(old(path))
    other.replace(path)


def written_over(path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate()
        file.write(old(path))


def renamed(path: Path) -> None:
    path.rename(path.with_name("renamed.db"))


def folder_renamed(path: Path) -> None:
    path.parent.rename(path.parent.with_name("elsewhere"))


def old(path: Path) -> bytes:
    """Return the file of another evening."""
    copy = path.with_name("another.db")
    if not copy.exists():
        with closing(store_at(copy)):
            pass
    return copy.read_bytes()


SAYS = {
    deleted: "The file was deleted, or its disk was removed. Everything is saved in",
    replaced: "Another program put another file in its place. Everything is saved in",
    written_over: "Another program wrote over the file.",
    renamed: "The file or its folder has another name now. Everything is saved in",
    folder_renamed: "The file or its folder has another name now. Everything is saved in",
}


@pytest.fixture
def noticed(qtbot: QtBot) -> Callable[[Desk, str], None]:
    def wait(desk: Desk, words: str) -> None:
        began = time.monotonic()
        qtbot.waitUntil(lambda: words in desk.banner, timeout=5000)
        assert time.monotonic() - began < 2.5

    return wait


@pytest.mark.parametrize("happens", SAYS, ids=lambda happens: happens.__name__)
def test_the_evening_goes_on_in_a_fresh_file(
    desk: Desk, noticed: Callable[[Desk, str], None], happens: Callable[[Path], None]
) -> None:
    path = desk.path
    desk.house.filing.closing()  # a copy of the file, as one is made every ten minutes
    desk.house.filing.opened()
    desk.queue_up("ngu")
    desk.write("said before")
    desk.press("Ctrl+L")
    desk.type("half a li")
    happens(path)
    noticed(desk, SAYS[happens])
    assert desk.house.file
    fresh = desk.house.file.shelf.path
    assert str(fresh) in desk.banner
    assert fresh != path
    assert desk.place == "Live"
    assert [note.text for note in desk.state.notes.values()] == ["said before"]
    assert (len(desk.state.floor.queue), desk.line) == (1, "half a li")
    assert "left" in desk.clock_says
    desk.press("Ctrl+Z")
    assert not desk.notes
    desk.press("Ctrl+Shift+Z")
    desk.write("ne")
    desk.leave()
    with closing(store_at(fresh)) as store:
        texts = [note.text for note in store.state("circle").notes.values()]
        assert texts == ["said before", "half a line"]
        assert faults(store) == []
    desk.path = fresh  # what the desk looks at when it is left


def test_what_has_come_into_its_place_is_left_as_it_is(
    desk: Desk, noticed: Callable[[Desk, str], None]
) -> None:
    desk.house.filing.closing()
    desk.house.filing.opened()
    desk.write("x" * 5000, "y" * 5000)
    written_over(desk.path)
    before = desk.path.read_bytes()
    noticed(desk, "Another program wrote over the file.")
    assert desk.path.read_bytes() == before
    desk.path = desk.house.file.shelf.path  # type: ignore[union-attr]


def test_what_we_write_ourselves_is_no_alarm(desk: Desk, qtbot: QtBot) -> None:
    assert desk.house.file
    for n in range(5):
        desk.write(f"note {n}")
        desk.house.file.settle()
        qtbot.wait(300)
    os.utime(desk.path)  # a program that only looks may change the times
    qtbot.wait(1200)
    assert desk.banner == ""
    assert desk.house.file.shelf.path == desk.path


def test_nobody_else_can_write_after_looks_and_copies(desk: Desk, qtbot: QtBot) -> None:
    desk.write("before")
    desk.house.filing.closing()
    qtbot.wait(1200)  # a look
    assert copies_of(desk.path)
    code = (
        "import sqlite3, sys; c = sqlite3.connect(sys.argv[1], timeout=0)\n"
        "c.execute('delete from event'); c.commit()"
    )
    other = subprocess.run(
        [sys.executable, "-c", code, str(desk.path)], capture_output=True, text=True, check=False
    )
    assert "locked" in other.stderr


def test_a_disk_that_does_not_answer_is_said_and_holds_nobody_up(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    pipe = desk.path.with_name("pipe")
    os.mkfifo(pipe)
    monkeypatch.setattr("ui.keeping._sight", lambda handle: pipe.read_text() or None)
    monkeypatch.setattr("ui.keeping.PATIENCE", 0.5)
    began = time.monotonic()
    desk.write("typed meanwhile")
    assert time.monotonic() - began < 1
    qtbot.waitUntil(lambda: "disk has not answered" in desk.banner, timeout=4000)
    pipe.write_text("")  # so that the thread ends
    assert len(desk.notes) == 1


def test_nothing_of_the_example_is_kept(new_desk: Desk, qtbot: QtBot) -> None:
    new_desk.house.open_example()
    assert new_desk.house.file
    example = new_desk.house.file.shelf.path
    new_desk.write("in the example")
    new_desk.house.leave_example()
    assert not example.exists()
    assert copies_of(example) == []


def test_a_copy_is_whole_private_and_opens_by_itself(desk: Desk) -> None:
    desk.write("kept")
    desk.leave()
    (copy,) = copies_of(desk.path)
    assert copy.name.endswith("-closed.db")
    assert copy.stat().st_mode & 0o777 == 0o600
    with closing(sqlite3.connect(f"{copy.as_uri()}?mode=ro", uri=True)) as plain:
        assert plain.execute("select text from note").fetchall() == [("kept",)]
    shutil.copy(copy, desk.path)


def test_an_end_that_was_lost_is_noticed_and_comes_back_from_a_copy(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.keeping.SETTLED", 50)
    before = desk.path.read_bytes()
    desk.write("one", "two")
    desk.leave()
    desk.path.write_bytes(before)  # as without the log that lay beside it
    desk.sit()
    assert desk.notes == []
    qtbot.waitUntil(lambda: "The last 2 acts of this file are missing" in desk.banner)
    desk.answer("Bring them back")
    assert [note.text for note in desk.state.notes.values()] == ["one", "two"]
