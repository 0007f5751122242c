"""The lamps go out in the hall: another theme in the middle of the evening, kept for the next."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.desk import Desk
from ui.palette import COLOURS

NEXT = "Ctrl+Shift+T"


@pytest.fixture
def desk(desk: Desk) -> Desk:
    desk.write("a note", "! @Orla: a promise by tomorrow", "! a promise without an owner")
    desk.queue_up("ngu", "caasho", "j.")
    desk.press("Ctrl+Return", "Escape")
    return desk


@pytest.fixture
def system(dressed: QApplication) -> "System":
    return System(dressed)


class System:
    """The system, as far as it tells what it looks like."""

    def __init__(self, app: QApplication) -> None:
        self._hints = app.styleHints()

    def turns(self, scheme: Qt.ColorScheme) -> None:
        self._hints.colorSchemeChanged.emit(scheme)

    def needs_contrast(self, needed: bool) -> None:
        kinds = Qt.ContrastPreference
        self._hints.accessibility().contrastPreferenceChanged.emit(
            kinds.HighContrast if needed else kinds.NoPreference
        )


def test_one_key_goes_round_the_themes(desk: Desk) -> None:
    seen = []
    for _ in range(4):
        seen.append((desk.theme, desk.ground))
        desk.press(NEXT)
    themes = ("light", "dark", "contrast", "light")
    assert seen == [(theme, COLOURS[theme]["ground"].lower()) for theme in themes]


def test_nobody_loses_a_word_or_their_place_over_it(desk: Desk) -> None:
    desk.type("half a thou")
    desk.press("Ctrl+A")
    desk.type("Or")
    before, file = desk.state, desk.house.file
    for _ in range(3):
        desk.press(NEXT)
        assert (desk.place, desk.focus, desk.line) == ("Live", "Add a speaker", "half a thou")
        assert desk.found[0].startswith("Sgt. Orla O'Fictive")
        assert desk.house.file is file
    desk.press("Return", "Ctrl+L")
    desk.type("ght")
    desk.press("Return", "Ctrl+Z")
    assert desk.queue[-1] == "Sgt. Orla O'Fictive"
    assert desk.state.agenda == before.agenda


@pytest.mark.parametrize("page", [(), ("F1",), ("F5",), ("Ctrl+T",), ("Ctrl+M", "Return")])
def test_a_changed_window_looks_like_one_that_was_opened_so(
    desk: Desk, page: tuple[str, ...]
) -> None:
    desk.leave()
    desk.sit()  # what is new in a list is marked for a while
    desk.press(*page, NEXT, NEXT)
    changed = desk.picture
    desk.leave()
    desk.sit()
    desk.press(*page)
    assert desk.theme == "contrast"
    assert desk.picture == changed


def test_the_theme_is_there_the_next_evening(desk: Desk) -> None:
    desk.press(NEXT)
    desk.leave()
    desk.press(NEXT)
    desk.sit()
    assert desk.theme == "dark"


def test_the_window_goes_with_the_system_while_nothing_else_is_chosen(
    desk: Desk, system: System
) -> None:
    system.turns(Qt.ColorScheme.Dark)
    assert desk.theme == "dark"
    system.needs_contrast(True)
    assert desk.theme == "contrast"
    system.needs_contrast(False)
    system.turns(Qt.ColorScheme.Light)
    assert desk.theme == "light"


def test_a_chosen_theme_stays_until_one_goes_round_to_that_of_the_system(
    desk: Desk, system: System
) -> None:
    desk.press(NEXT, NEXT)
    system.turns(Qt.ColorScheme.Dark)
    system.needs_contrast(False)
    assert desk.theme == "contrast"

    desk.press(NEXT)
    assert desk.theme == "light"
    system.turns(Qt.ColorScheme.Dark)
    assert desk.theme == "dark"


def test_panes_stay_where_they_were_put(desk: Desk) -> None:
    before = desk.panes("columns")
    desk.drag_panes("columns", 40)
    moved = desk.panes("columns")
    assert moved[0] > before[0] + 30
    desk.leave()
    desk.sit()
    assert desk.panes("columns") == moved


def test_panes_nobody_moved_are_not_held(desk: Desk) -> None:
    desk.shell.resize(1500, 900)
    desk.leave()
    desk.sit()
    desk.shell.resize(1366, 768)
    fresh = desk.panes("columns")
    assert sum(fresh) == pytest.approx(1366 - 76, abs=4)
