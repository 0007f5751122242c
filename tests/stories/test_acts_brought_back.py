"""Acts that cannot be read, and the copies that have them."""

import sqlite3
from pathlib import Path

from pytestqt.qtbot import QtBot

from facilitator.record.checking import faults
from facilitator.record.copies import copies_of
from tests.desk import Desk
from tests.stories.conftest import texts


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


def test_how_many_faults_a_copy_finds_is_said_with_the_first(desk: Desk, qtbot: QtBot) -> None:
    desk.write("one", "two")
    connection = desk.session.store.connection
    connection.execute("update event set at = at + 1 where n in (3, 4)")
    desk.write("three")
    desk.session.end_session()
    qtbot.waitUntil(lambda: "act 3 is damaged" in desk.banner, timeout=5000)
    assert desk.banner.startswith("2 faults were found in the file. The first: ")
