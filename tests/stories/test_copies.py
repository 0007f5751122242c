"""Copies of the file: saved elsewhere, gone on in, and what cannot be read brought back."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.record.backup import Made, reason_of
from facilitator.record.checking import faults
from facilitator.record.copies import copies_of
from facilitator.record.files import store_at
from tests.desk import Desk
from tests.stories.conftest import MEETING


@pytest.fixture
def over(desk: Desk) -> Desk:
    """A desk at Home, after an evening with one note that ended; a copy was made of it."""
    desk.write("said in the evening")
    desk.session.end_session()
    desk.leave()
    desk.sit()
    assert desk.place == "Home"
    return desk


def texts(path: Path) -> list[str]:
    """Return the notes in a file that nobody has open."""
    with closing(store_at(path, read_only=True)) as store:
        assert faults(store) == []
        return [note.text for note in store.state("circle").notes.values()]


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


# Acts brought back


def damage(path: Path, *acts: int) -> None:
    with sqlite3.connect(path) as plain:
        for n in acts:
            plain.execute("update event set at = at + 1 where n = ?", [n])
    plain.close()


def test_a_button_brings_back_what_cannot_be_read(desk: Desk) -> None:
    desk.write("one", "two", "three")
    desk.leave()
    damage(desk.path, 4, 5)
    desk.sit()
    assert desk.banner.startswith("2 acts of this session cannot be read.")
    assert len(desk.notes) == 1
    desk.answer("Bring them back")
    assert desk.banner == "2 acts came back. Nothing is missing any more."
    assert (desk.place, len(desk.notes)) == ("Live", 3)
    desk.write("and on")
    desk.leave()
    assert texts(desk.path) == ["one", "two", "three", "and on"]


def test_the_newest_copies_come_first_and_older_ones_help_out(desk: Desk) -> None:
    desk.write("one")
    desk.leave()
    desk.sit()
    desk.write("two")
    desk.leave()
    (_, newer) = copies_of(desk.path)
    damage(newer, 4)
    damage(desk.path, 4, 5)
    desk.sit()
    desk.answer("Bring them back")
    assert desk.banner == "2 acts came back. Nothing is missing any more."
    assert len(desk.notes) == 2


def test_what_no_copy_has_is_said(desk: Desk) -> None:
    desk.write("one", "two")
    desk.leave()
    (copy,) = copies_of(desk.path)
    damage(copy, 4)
    damage(desk.path, 4, 5)
    desk.sit()
    desk.answer("Bring them back")
    assert desk.banner == "1 act came back. 1 is still missing: no copy on this computer has it."
    copy.unlink()
    desk.leave()
    for copy in copies_of(desk.path):
        copy.unlink()
    desk.sit()
    desk.answer("Bring them back")
    assert desk.banner == ("No copy on this computer has them. Import one from another laptop.")


def test_what_a_copy_finds_damaged_is_brought_back_too(desk: Desk, qtbot: QtBot) -> None:
    desk.write("one", "two")
    desk.house.filing.closing()  # a copy that is whole
    desk.house.filing.opened()
    connection = desk.session.store.connection
    connection.execute("update event set at = at + 1 where n = 4")
    desk.write("three")
    desk.session.end_session()  # a copy of it is made, and looked at
    qtbot.waitUntil(lambda: "act 4 is damaged" in desk.banner, timeout=5000)
    desk.answer("Bring them back")
    assert desk.banner == "1 act came back. Nothing is missing any more."
    assert faults(desk.session.store) == []


# At the end, and in a second place


def kept_for(path: Path, reason: str) -> list[Path]:
    return [copy for copy in copies_of(path) if reason_of(copy) == reason]


def test_a_copy_is_made_when_a_session_ends(desk: Desk, qtbot: QtBot) -> None:
    desk.write("said")
    desk.press("Ctrl+Shift+E", "Ctrl+Shift+E")
    while desk.state.meeting.ended is None:
        desk.press("Ctrl+Shift+E")
    qtbot.waitUntil(lambda: bool(kept_for(desk.path, "ended")), timeout=5000)
    (copy,) = kept_for(desk.path, "ended")
    assert texts(copy) == ["said"]
    with closing(store_at(copy, read_only=True)) as store:
        assert store.state("circle").meeting.ended is not None


def test_the_copy_at_the_end_waits_for_one_that_is_being_made(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ui import keeping

    go_on, make = Event(), keeping._try

    def slow(work: Callable[[], Made]) -> Made | None:
        go_on.wait(5)
        return make(work)

    monkeypatch.setattr("ui.keeping._try", slow)
    monkeypatch.setattr("ui.keeping.BETWEEN_COPIES", 0.0)
    desk.write("said")
    desk.house.filing.idle()
    desk.session.end_session()
    assert copies_of(desk.path) == []
    go_on.set()
    qtbot.waitUntil(lambda: bool(kept_for(desk.path, "ended")), timeout=5000)
    assert len(kept_for(desk.path, "idle")) == 1


def test_a_copy_that_is_being_made_is_not_cut_off_by_the_end(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ui import keeping

    make, began = keeping._try, Event()

    def slow(work: Callable[[], Made]) -> Made | None:
        began.wait(0.3)
        return make(work)

    monkeypatch.setattr("ui.keeping._try", slow)
    desk.write("said")
    desk.session.end_session()
    desk.leave()
    assert [reason_of(copy) for copy in copies_of(desk.path)] == ["ended"]
    assert texts(copies_of(desk.path)[0]) == ["said"]


def choose_second_place(desk: Desk, folder: Path) -> None:
    desk.choose("second_place")
    QApplication.processEvents()
    desk.save_as(folder)
    desk.shell.activateWindow()
    QApplication.processEvents()


def test_each_copy_is_put_into_a_second_place_while_that_is_there(
    desk: Desk, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    choose_second_place(desk, stick)
    assert desk.banner == f"Each copy is put into “{stick}” too. It holds names: keep it safe."
    assert desk.menu()["second_place"] == f"Also keep copies in: {stick}"
    desk.write("on the stick too")
    desk.leave()
    (copy,) = stick.glob("*/*.db")
    assert texts(copy) == ["on the stick too"]
    assert copy.stat().st_mode & 0o777 == 0o600

    shutil.rmtree(stick)  # pulled out
    desk.sit()
    desk.write("without it")
    desk.leave()
    assert not stick.exists()
    assert len(copies_of(desk.path)) == 2

    desk.sit()
    desk.choose("second_place")
    assert desk.banner == f"Copies are not kept in “{stick}” any more. Those there stay."
    assert desk.menu()["second_place"] == "Also keep copies in: no"
