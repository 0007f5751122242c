"""After the session, when something is in the way: one is taken to it, or asked once more."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog

from tests.desk import Desk


@pytest.fixture
def ended(desk: Desk, tmp_path: Path) -> Desk:
    """A desk in Wrap-up with two things to settle; one of them holds back an approval."""
    (tmp_path / "out").mkdir()
    desk.session.note("They came to the door", "idea", sensitivity="sensitive")
    desk.session.change_meeting(convener="City with the Parish of Saint Cabdi")  # or a person?
    desk.session.tally(7, "room")
    desk.press("Ctrl+Shift+E", "Ctrl+4")
    desk.let_pages_come()
    return desk


def export_to(desk: Desk, path: Path, key: str = "Ctrl+E") -> None:
    desk.press(key)
    desk.save_as(path)
    desk.let_it_leave()


def has_shown_keys() -> bool:
    """Say whether what has the keys shows: a hidden side would take them and say nothing."""
    keys = QApplication.focusWidget()
    return keys is not None and keys.isVisible()


def asks(desk: Desk) -> bool:
    return any(one.isVisible() for one in desk.shell.findChildren(QFileDialog))


def test_approving_leads_to_the_words_that_hold_it_back(ended: Desk) -> None:
    ended.walk_to_heap("Sensitive")
    ended.press("Ctrl+Return")
    assert ended.banner.startswith("Words that look risky would be printed.")
    assert ended.heap == "These words look risky, 1 open"
    assert ended.focus.startswith("These words look risky, 1 open")


def test_in_a_small_window_approving_shows_the_side_it_leads_to(ended: Desk) -> None:
    ended.shell.resize(939, 541)
    ended.press("Ctrl+Tab")
    ended.let_pages_come()
    ended.press("Ctrl+Return")
    assert ended.focus.startswith("These words look risky, 1 open")
    assert has_shown_keys()
    ended.press("K")
    ended.let_pages_come()
    ended.press("Ctrl+Return")
    assert "not looked at yet" in ended.banner
    assert ended.focus == ended.page
    assert has_shown_keys()


def test_a_folder_that_took_nothing_is_not_where_the_next_one_goes(
    ended: Desk, tmp_path: Path
) -> None:
    export_to(ended, tmp_path / "out" / "first.md")
    export_to(ended, tmp_path / "nowhere" / "second.pdf", "Ctrl+Shift+S")
    assert "second.pdf cannot be written" in ended.banner
    ended.press("Ctrl+E")
    assert not asks(ended)
    ended.let_it_leave()
    written = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert written == ["2027-01-15 Circle – public summary, draft.md", "first.md"]


def test_a_first_try_that_failed_is_asked_for_again(ended: Desk, tmp_path: Path) -> None:
    export_to(ended, tmp_path / "nowhere" / "first.pdf")
    assert "first.pdf cannot be written" in ended.banner
    export_to(ended, tmp_path / "out" / "first.pdf")
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["first.pdf"]
