"""Copies of the file: saved where one says, and gone on in."""

import shutil
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from facilitator.record.backup import reason_of
from facilitator.record.copies import copies_of
from facilitator.record.files import store_at
from tests.desk import Desk
from tests.stories.conftest import MEETING, texts


@pytest.fixture
def over(desk: Desk) -> Desk:
    """A desk at Home, after an evening with one note that ended; a copy was made of it."""
    desk.write("said in the evening")
    desk.session.end_session()
    desk.leave()
    desk.sit()
    assert desk.place == "Home"
    return desk


def go_on_writing(desk: Desk, words: str) -> None:
    """Plan another session, and come home: something happened since the last copy."""
    assert desk.house.file
    desk.house.show_session(desk.house.file.plan({**MEETING, "title": words}))
    desk.press("Ctrl+1")


def titles(desk: Desk) -> list[str]:
    assert desk.house.file
    return [plan["title"] for plan in desk.house.file.sessions]


# Saved elsewhere


def save_as(desk: Desk, path: Path) -> None:
    desk.press("Ctrl+B")
    QApplication.processEvents()  # the dialog takes the keys
    desk.save_as(path)
    desk.shell.activateWindow()  # as every window manager does when a dialog goes
    QApplication.processEvents()


def test_a_copy_is_saved_where_one_says_also_while_a_session_runs(
    desk: Desk, tmp_path: Path
) -> None:
    desk.write("saved too")
    save_as(desk, tmp_path / "for the board.db")
    saved = tmp_path / "for the board.db"
    assert desk.banner == f"A copy was saved. It is “{saved}”."
    assert texts(saved) == ["saved too"]
    assert saved.stat().st_mode & 0o777 == 0o600
    desk.write("and on")
    assert texts(saved) == ["saved too"]


@pytest.mark.parametrize("there", ["a session file", "the open file", "a letter"])
def test_nothing_is_written_over(over: Desk, tmp_path: Path, there: str) -> None:
    path = {"the open file": over.path}.get(there, tmp_path / "there.db")
    if there == "a session file":
        shutil.copy(copies_of(over.path)[-1], path)
    elif there == "a letter":
        path.write_text("Dear Ana")
    before = path.read_bytes()
    save_as(over, path)
    assert over.banner == (
        f"{path.name} is there already. Choose a new name: no file is written over."
    )
    assert path.read_bytes() == before


# Gone on in


def test_the_list_says_when_why_and_how_much(over: Desk) -> None:
    go_on_writing(over, "Planned later")
    over.leave()
    over.sit()
    over.press("Ctrl+O")
    assert (over.home_title, over.focus) == ("Copies of this file", "Copies")
    assert [words.split(", ", 2)[2] for words in over.copies] == [
        "when the file was closed, 2 sessions, 6 acts",
        "when a session ended, 1 session, 5 acts",
    ]
    over.press("Escape")
    assert over.home_title != "Copies of this file"


def test_one_goes_on_in_a_copy_and_back_and_nothing_is_lost(over: Desk) -> None:
    go_on_writing(over, "Planned later")
    assert titles(over) == ["Planned later", "Circle"]
    over.press("Ctrl+O", "Return")
    assert titles(over) == ["Circle"]
    assert over.banner.startswith("You go on in the copy of ")
    assert over.banner.endswith(" What was here before is a copy now, too.")
    assert over.place == "Home"
    over.press("Ctrl+O")
    assert any("before another copy was opened, 2 sessions" in words for words in over.copies)

    over.press("Escape")
    over.answer("Go back")
    assert titles(over) == ["Planned later", "Circle"]
    over.answer("Go back")
    assert titles(over) == ["Circle"]
    over.leave()
    assert texts(over.path) == ["said in the evening"]
    held = [copy for copy in copies_of(over.path) if reason_of(copy) == "before"]
    assert len(held) == 3
    assert over.path.stat().st_mode & 0o777 == 0o600


def test_half_a_line_lies_in_the_copy_that_is_made_before(over: Desk) -> None:
    over.house.resume("circle", live=True)
    over.press("Ctrl+L")
    over.type("half a li")
    over.press("Ctrl+O", "Return")
    over.answer("Go back")
    over.house.resume("circle", live=True)
    assert over.line == "half a li"


def test_the_newest_copy_is_what_the_file_holds(over: Desk) -> None:
    """Or a file that is lost a moment later would come back as what one went back from."""
    go_on_writing(over, "Planned later")
    over.press("Ctrl+O", "Return")
    with closing(store_at(copies_of(over.path)[-1], read_only=True)) as store:
        assert len(store.shelf.sessions()) == 1


def test_while_a_session_runs_no_copy_takes_its_place(desk: Desk) -> None:
    desk.write("before")
    desk.leave()
    desk.sit()
    for keys in (["Ctrl+O"], ["Ctrl+1", "Ctrl+O"]):
        desk.press(*keys)
        assert desk.banner == "A session is running. End it, then open a copy."
    assert desk.house.file
    desk.house.attempt(lambda: desk.house.deeds.copying.go_on_in(copies_of(desk.path)[0]))
    assert desk.banner == "A session is running. End it, then open a copy."
    desk.write("goes on")
    assert len(desk.notes) == 2


def test_a_copy_that_cannot_be_read_says_so_and_changes_nothing(over: Desk) -> None:
    (copy,) = copies_of(over.path)
    copy.write_bytes(b"\0" * 4096)
    over.press("Ctrl+O")
    assert over.copies[0].endswith("cannot be read")
    over.press("Return")
    assert over.banner == f"{copy} is not a session file, or it is damaged."
    assert titles(over) == ["Circle"]
    assert len(copies_of(over.path)) == 1


def test_a_file_that_somebody_has_changed_is_left_alone(over: Desk) -> None:
    other = over.path.with_name("other.db")
    store_at(other).close()
    over.press("Ctrl+O")
    other.replace(over.path)
    before = over.path.read_bytes()
    over.press("Return")
    assert over.banner.startswith("Another program has moved or changed this file")
    assert over.path.read_bytes() == before


def test_of_the_example_there_are_no_copies(new_desk: Desk) -> None:
    new_desk.house.open_example()
    for key in ("Ctrl+O", "Ctrl+B"):
        new_desk.press(key)
        assert new_desk.banner == "Nothing of this stays, so there are no copies of it."
    new_desk.house.leave_example()
