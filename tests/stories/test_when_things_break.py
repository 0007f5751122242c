"""Crashes, full disks, broken files: nothing is lost, and one sentence says what is the matter."""

import sqlite3
import time
from pathlib import Path

import pytest

from facilitator.record.opening import Unreadable
from tests.clock import Clock
from tests.desk import Desk
from ui.app import Shell


def test_a_running_session_is_resumed_with_its_clock_right(desk: Desk) -> None:
    desk.queue_up("ngu")
    desk.press("Ctrl+Return")
    desk.write("a note before the crash")
    desk.later(60)
    desk.crash()
    desk.later(120)

    desk.sit()
    assert desk.place == "Live"
    assert "22:00, left, of 25:00" in desk.clock_says
    assert (desk.speaker, desk.speaker_time) == ("Nguyễn Ngọc Ảo", "3:00 of 2:00")
    assert len(desk.notes) == 1

    desk.press("Ctrl+Z", "Ctrl+Z")
    assert (desk.speaker, desk.notes) == ("", [])
    desk.press("Ctrl+Y")
    assert desk.speaker == "Nguyễn Ngọc Ảo"


def test_a_full_disk_is_said_and_what_was_typed_stays(desk: Desk) -> None:
    desk.fill_disk()
    desk.write("x" * 3000, "y" * 3000)
    assert desk.banner == "Not saved: the disk is full. Make some room, then do it again."
    assert desk.line
    saved = len(desk.notes)

    desk.clear_disk()
    desk.press("Return")
    assert (len(desk.notes), desk.line) == (saved + 1, "")


def test_keys_that_change_nothing_write_nothing(desk: Desk) -> None:
    before = desk.session.history.length
    desk.press("Ctrl+Return", "Ctrl+.", "Ctrl+H", "Ctrl+Shift+Z", "Ctrl+L", "Return")
    desk.type("   ")
    desk.press("Return")
    assert desk.session.history.length == before


def test_undo_in_a_line_takes_back_letters_first_then_acts(desk: Desk) -> None:
    desk.write("a note")
    desk.type("typed")
    desk.press("Ctrl+Z")
    assert (desk.line, len(desk.notes)) == ("", 1)
    desk.press("Ctrl+Z")
    assert len(desk.notes) == 0


def test_strange_words_are_only_words(desk: Desk) -> None:
    strange = ("<b>&amp;{0}", "=cmd|' /C calc'!A0", "🕊️ שלום \u202eevil", "x" * 3000)
    desk.press("Ctrl+L")
    for text in strange:
        desk.shell.focusWidget().setText(text)
        desk.press("Return")
    assert [note.text for note in desk.state.notes.values()] == [
        strange[0],
        "cmd|' /C calc'!A0",
        strange[2],
        strange[3],
    ]
    desk.press("Ctrl+Z")
    desk.queue_up("<i>Ana</i> {name}")
    assert desk.undo_says == "Undo: <i>Ana</i> {name} to the queue"


def test_a_page_that_was_pasted_for_a_name_holds_nobody_up(desk: Desk) -> None:
    desk.press("Ctrl+A")
    desk.paste("long name " * 3000)
    desk.press("Return")
    began = time.monotonic()
    desk.type("Somebody Else")  # whom a slip of the fingers may have hidden
    assert time.monotonic() - began < 1
    desk.press("Return")
    assert desk.queue[1:] == ["Somebody Else"]


def test_a_file_that_is_no_session_file_is_told_in_one_sentence(
    dressed: object, qtbot: object, tmp_path: Path, clock: Clock, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as other:
        other.execute("create table cheese (name text)")
    other.close()
    before = path.read_bytes()
    shell = Shell()
    shell.show()
    house = shell.furnish(clock)
    assert shell.open(path) is False
    assert house.banner.accessibleName() == f"{path} is not a session file."
    assert capsys.readouterr().err == f"facilitator: {path} is not a session file.\n"
    assert path.read_bytes() == before
    shell.close()


def test_a_second_window_on_the_same_file_is_refused(desk: Desk, clock: Clock) -> None:
    second = Shell()
    with pytest.raises(Unreadable, match="open in another window"):
        second.furnish(clock).open_file(desk.path)
    second.close()
    desk.write("still here")
    assert len(desk.notes) == 1


def test_acts_that_cannot_be_read_are_counted_and_a_copy_brings_them_back(desk: Desk) -> None:
    desk.write("before", "in between", "after")
    desk.leave()
    copy = desk.path.with_name("copy.db")
    copy.write_bytes(desk.path.read_bytes())
    with sqlite3.connect(desk.path) as plain:
        plain.execute("update event set data = replace(data, 'between', 'beeween') where n = 5")
    plain.close()

    desk.sit()
    assert desk.banner.startswith("1 act of this session cannot be read. Everything else is here.")
    assert len(desk.notes) == 2
    desk.write("and on")
    assert desk.banner == ""
    assert desk.house.file
    desk.house.file.take_in(copy)
    desk.leave()
    desk.sit()
    assert (desk.banner, len(desk.notes)) == ("", 4)
