"""Ninety minutes by keys alone, with what goes wrong on an evening."""

from pathlib import Path
from typing import Any

import pytest

from facilitator.record.files import store_at
from facilitator.session import Session
from tests.clock import Clock
from tests.desk import Desk

PEOPLE = [
    {"id": "P1", "name": "Nguyễn Ngọc Ảo", "groups": ["BUSINESS"], "consent": "group"},
    {"id": "P2", "name": "Caasho Cabdi", "groups": ["RESIDENT"], "interpreted": True},
    {"id": "P3", "name": "Sgt. Orla O'Fictive", "groups": ["POLICE"], "consent": "official"},
    {"id": "P4", "name": "ليلى الخيالية", "groups": ["STUDENT"], "consent": "named"},
    {"id": "P5", "name": "Bram Placeholder", "groups": ["ELECTED"], "consent": "official"},
    {"id": "F", "name": "Fran Leadwell", "groups": ["RESIDENT"], "role": "facilitator"},
]
AGENDA = [
    {"id": "A", "title": "Welcome", "kind": "opening", "minutes": 10},
    {"id": "B", "title": "Who are we?", "kind": "round", "minutes": 20, "turn_limit_s": 120},
    {
        "id": "C",
        "title": "Where are we?",
        "kind": "open",
        "minutes": 30,
        "min_minutes": 15,
        "turn_limit_s": 120,
    },
    {
        "id": "D",
        "title": "What will we do?",
        "kind": "commit",
        "minutes": 20,
        "min_minutes": 12,
        "turn_limit_s": 90,
    },
    {"id": "E", "title": "Wrap-up", "kind": "closing", "minutes": 10, "min_minutes": 10},
]
MEETING: dict[str, Any] = {
    "title": "Ninety minutes",
    "date": "2027-01-15",
    "start": "08:00",
    "hard_stop": "09:30",
    "timezone": "UTC",
}


@pytest.fixture
def desk(planned: Path, new_desk: Desk) -> Desk:
    new_desk.press("Return", "Ctrl+3")
    return new_desk


@pytest.fixture
def planned(tmp_path: Path, clock: Clock) -> Path:
    path = tmp_path / "session.db"
    store = store_at(path)
    Session(store, "ninety", clock).plan(MEETING, PEOPLE, AGENDA)
    store.close()
    return path


def test_ninety_minutes_by_keys_alone(desk: Desk, tmp_path: Path) -> None:
    begin_late(desk)
    a_round_with_passes(desk)
    an_open_floor(desk)
    a_new_plan_of_the_rest(desk)
    promises(desk)
    read_back_and_end(desk, tmp_path / "evening.pdf")


def begin_late(desk: Desk) -> None:
    desk.later(4 * 60)
    assert desk.lateness == "4 min late – ends 09:34"
    desk.press("Ctrl+PgDown", "Ctrl+Shift+PgDown")
    assert "9:00, left, of 10:00" in desk.clock_says
    assert desk.lateness == "3 min late – ends 09:33"
    desk.write("= One speaks, the others listen")
    desk.later(8 * 60)
    desk.press("Ctrl+PgDown")
    assert desk.lateness == "2 min late – ends 09:32"


def a_round_with_passes(desk: Desk) -> None:
    desk.queue_up("ngu", "caasho", "orla", "layla", "bram")  # they came
    for _ in range(5):
        desk.press("Up", "Delete", "Ctrl+A")
    assert desk.queue == []
    desk.press("Ctrl+R")
    assert desk.queue == [person["name"] for person in PEOPLE[:5]]
    desk.press("Ctrl+Return")
    desk.later(100)
    desk.press("F7")  # passes for now
    assert desk.speaker == ""
    for _ in range(3):
        desk.later(1)
        desk.press("Ctrl+Return")
        desk.later(110)
    assert desk.speaker == "ليلى الخيالية"
    desk.press("F8")
    assert desk.queue == ["Bram Placeholder", "Nguyễn Ngọc Ảo"]
    for _ in range(2):
        desk.later(1)
        desk.press("Ctrl+Return")
        desk.later(100)
    desk.press("Ctrl+.")
    assert (desk.speaker, desk.queue) == ("", [])
    desk.press("Ctrl+PgDown")
    assert desk.clock_says.startswith("3  Where are we?")


def an_open_floor(desk: Desk) -> None:
    desk.queue_up("bram", "Somebody New", "caasho")
    desk.later(60)
    desk.press("Ctrl+S")  # not heard yet
    assert desk.speaker == "Somebody New"
    desk.write("? Who decides about the light at the bus stop", "# A lamp on the corner")
    desk.later(30)
    desk.press("Ctrl+D")
    desk.type("orla")
    desk.press("Return")
    desk.later(20)
    desk.press("Ctrl+.")
    assert (desk.speaker, desk.speaker_time) == ("Somebody New", "0:30 of 2:00")
    desk.press("Ctrl+H")
    desk.later(5 * 60)
    assert desk.speaker_time == "0:30 held"
    desk.press("Ctrl+H", "Ctrl+Return")
    assert desk.speaker == "Bram Placeholder"
    desk.later(27 * 60)
    desk.press("Ctrl+Return", "Ctrl+Z")
    desk.later(60)
    assert desk.speaker == "Bram Placeholder"
    desk.press("Ctrl++", "Ctrl++", "Ctrl+-")
    desk.later(5 * 60)
    assert "over" in desk.clock_says


def a_new_plan_of_the_rest(desk: Desk) -> None:
    assert desk.lateness.endswith("ends 09:32")
    desk.press("Ctrl+L")
    desk.type("half a thou")
    desk.press("F6")
    desk.press("F6")
    assert desk.lateness == "on time – ends 09:30"
    assert desk.undo_says == "Undo: new plan of the rest"
    desk.press("Escape")
    desk.type("ght")
    assert desk.line == "half a thought"
    desk.press("Return", "Ctrl+PgDown")


def promises(desk: Desk) -> None:
    desk.write("! @Bram: put the light on the agenda by tomorrow")
    desk.press("Tab")
    desk.type("write to the clerk")
    desk.press("Escape")
    desk.write("! mend the lamp by next Friday", "! @Orla: tell the council")
    assert desk.promises[0].startswith("C1, Bram Placeholder, put the light on the agenda, 16 Jan")
    assert desk.state.commitments["C1"].first_step == "write to the clerk"
    desk.later(15 * 60)
    desk.press("Ctrl+PgDown")


def read_back_and_end(desk: Desk, path: Path) -> None:
    desk.press("F5")
    desk.press("Return")
    assert desk.state.commitments["C1"].read_back
    desk.press("Escape", "Ctrl+Shift+E")
    assert desk.banner == ("1 promise has no owner, 1 has no date, 2 were not read back.")
    desk.press("Ctrl+Shift+E")
    assert desk.lateness.startswith("ended")
    desk.press("Ctrl+E")
    desk.save_as(path)
    desk.let_it_leave()
    assert path.read_bytes().startswith(b"%PDF")
