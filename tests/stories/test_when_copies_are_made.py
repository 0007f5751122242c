"""When copies are made by themselves, and the second place they are put into."""

import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.record.backup import Made, reason_of
from facilitator.record.copies import copies_of
from facilitator.record.files import store_at
from tests.desk import Desk
from tests.stories.conftest import texts


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
