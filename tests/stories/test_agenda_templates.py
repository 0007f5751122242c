"""Beginning from nothing, or from an agenda that was made before; keeping one's own."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from facilitator.record.files import store_at
from facilitator.session import Session
from tests.clock import Clock
from tests.stories.conftest import MEETING

if TYPE_CHECKING:
    from tests.desk import Desk


@pytest.fixture(autouse=True)
def own_agendas(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep one's own agendas in a folder of the test."""
    monkeypatch.setattr("ui.prepare.agenda_templates.folder", lambda: tmp_path / "agendas")
    return tmp_path / "agendas"


def save_as(desk: "Desk", path: Path) -> None:
    """Type a path into the dialog; the window is active again then, as it is on any desk."""
    desk.save_as(path)
    desk.shell.activateWindow()
    QApplication.processEvents()


def test_a_template_takes_the_place_of_the_parts_and_goes_again(planning: "Desk") -> None:
    planning.press("Shift+Tab", "Return")
    assert planning.focus == "Agendas to begin with"
    place = next(n for n, words in enumerate(planning.templates) if "mixed tables" in words)
    planning.press(*["Down"] * place)
    assert planning.template_parts[0] == "Doors, seating, optional sign-in, 15 min"
    planning.press("Return")
    assert planning.focus == "Agenda"
    assert len(planning.plan_rows) == 11
    assert "80 min too long" in planning.plan_sum
    planning.press("Ctrl+Z")
    assert len(planning.plan_rows) == 3
    planning.press("Shift+Tab", "Return", "Escape")
    assert (planning.focus, planning.templates) == ("Agenda", [])


def test_ones_own_agenda_is_kept_handed_on_and_removed(planning: "Desk", tmp_path: Path) -> None:
    planning.press("Shift+Tab", "Return", "Tab")
    assert planning.focus == "Keep this agenda as your own"
    planning.type("Our circle")
    planning.press("Return")
    assert planning.templates[0] == "Our circle, 55 min, your own"
    assert planning.focus == "Agendas to begin with"
    planning.press("Tab", "Tab", "Tab", "Return")
    save_as(planning, tmp_path / "handed on.toml")
    assert planning.banner == "The agenda is saved as handed on.toml."
    assert planning.focus == "Agendas to begin with"
    planning.press("Delete")
    assert "your own" not in planning.templates[0]
    planning.press("Tab", "Tab")
    assert planning.focus == "Put “Our circle” back"
    planning.press("Return")
    assert planning.templates[0] == "Our circle, 55 min, your own"
    planning.press("Delete", "Tab", "Tab", "Tab", "Return")
    save_as(planning, tmp_path / "handed on.toml")
    assert planning.templates[0] == "Our circle, 55 min, your own"
    planning.press("Return")
    assert [row.split(", ")[1] for row in planning.plan_rows] == [
        "Welcome",
        "Where are we?",
        "What will we do?",
    ]


def test_an_empty_plan_begins_with_its_first_part(
    tmp_path: Path, clock: Clock, request: pytest.FixtureRequest
) -> None:
    store = store_at(tmp_path / "session.db")
    Session(store, "circle", clock).plan({**MEETING, "date": "", "hard_stop": "20:00"})
    store.close()
    desk: Desk = request.getfixturevalue("new_desk")
    desk.house.resume("circle")
    assert desk.focus == "Add a part"
    assert desk.plan_sum == "Nothing planned yet, hall closes 20:00, no date and start yet"
    desk.type("Welcome 10")
    desk.press("Return")
    desk.type("مرحبا 😀 <b>&amp; 1:30")
    desk.press("Return", "Return")
    assert desk.plan_rows[1].startswith("2, مرحبا 😀 <b>&amp;, Open talk, +0:10 to +1:40, 90 min")
    assert desk.focus == "Agenda"
    desk.press("Tab")
    desk.type("x" * 300)
    desk.press("Return")
    assert len(desk.plan_rows) == 3


def test_no_agenda_of_ones_own_is_lost_to_another_of_its_name(
    planning: "Desk", tmp_path: Path
) -> None:
    def keep(name: str) -> None:
        planning.press("Tab")
        planning.type(name)
        planning.press("Return")

    planning.press("Shift+Tab", "Return")
    keep("Our circle")
    planning.press("Escape", "Delete", "Shift+Tab", "Return")
    keep("our circle")
    assert planning.templates[0] == "our circle, 45 min, your own"
    planning.press("Tab", "Tab")
    assert planning.focus == "Put “Our circle” back"
    planning.press("Return")
    assert planning.templates[0] == "Our circle, 55 min, your own"
    handed_on = tmp_path / "theirs.toml"
    handed_on.write_text("name = 'OUR circle'\n[[segment]]\ntitle = 'Talk'\nminutes = 5\n")
    for _ in range(2):  # the same again is not another one
        planning.press("Tab", "Tab")
        planning.press(*["Tab"] * (not planning.focus.startswith("From")), "Return")
        save_as(planning, handed_on)
        assert planning.templates[:2] == [
            "Our circle, 55 min, your own",
            "OUR circle (2), 5 min, your own",
        ]
