"""What the hall reads on the room screen: the time, the question, who speaks, the promises."""

from pathlib import Path
from typing import Any

import pytest

from facilitator.record.files import store_at
from facilitator.session import Session
from tests.clock import Clock
from tests.desk import Desk
from tests.sights.room import plugged_in

PEOPLE = [
    {"id": "P1", "name": "Nguyễn Ngọc Ảo", "groups": ["BUSINESS"]},
    {"id": "P2", "name": "Caasho Cabdi", "groups": ["FAMILY_AFFECTED"], "interpreted": True},
    {"id": "P3", "name": "Sgt. Orla O'Fictive", "groups": ["POLICE"], "consent": "official"},
]
RULES = {"purpose": "What may leave the room", "prompt": "Which rule do you need?"}
AGENDA: list[dict[str, Any]] = [
    {"id": "A", "title": "Welcome", "kind": "opening", "minutes": 10},
    {"id": "B", "title": "Where are we?", "kind": "open", "minutes": 25, "turn_limit_s": 120},
    {"id": "C", "title": "Rules", "kind": "agreements", "minutes": 10, **RULES},
]
MEETING: dict[str, Any] = {"title": "Circle", "date": "2027-01-15", "timezone": "UTC"}


def plan(path: Path, clock: Clock, start: str) -> Session:
    session = Session(store_at(path), "circle", clock)
    session.plan({**MEETING, "start": start, "hard_stop": "09:00"}, PEOPLE, AGENDA)
    return session


@pytest.fixture
def evening(tmp_path: Path, clock: Clock) -> None:
    """A file in which "Where are we?" has just begun."""
    session = plan(tmp_path / "session.db", clock, "08:00")
    session.start_segment("A")
    clock.advance(600)
    session.start_segment("B")
    session.store.close()


@pytest.fixture
def planned(tmp_path: Path, clock: Clock) -> None:
    """A file with an evening that begins in twenty minutes."""
    plan(tmp_path / "session.db", clock, "08:20").store.close()


@pytest.fixture
def screens(monkeypatch: pytest.MonkeyPatch) -> None:
    plugged_in(monkeypatch)


@pytest.fixture
def running(screens: None, desk: Desk) -> Desk:
    """The window with a session that runs, and a projector."""
    return desk


def test_it_follows_the_floor_and_never_blames(running: Desk) -> None:
    desk = running
    desk.queue_up("orla", "caasho")
    desk.press("F9", "Ctrl+Return")
    desk.later(60)
    assert desk.room.words[4:] == [
        "Speaking, 1:00 of 2:00",
        "Sgt. Orla O'Fictive",
        "Next",
        "a neighbour",
    ]
    desk.later(70)
    assert desk.room.words[4] == "Speaking, 2:10"
    desk.press("Ctrl+H")
    assert desk.room.words[4] == "Speaking"
    desk.press("Ctrl+H", "Ctrl+Return")
    assert desk.room.words[4:] == ["Speaking, 0:00 of 4:00", "A neighbour"]
    desk.press("Ctrl+.")
    assert desk.room.words[4:] == []


def test_after_a_direct_response_the_one_it_interrupted_is_next(running: Desk) -> None:
    desk = running
    desk.queue_up("orla", "caasho")
    desk.press("F9", "Ctrl+Return")
    desk.session.give_floor("P1", "direct_response")
    assert desk.room.words[-4:] == [
        "A neighbour",
        "Next",
        "Sgt. Orla O'Fictive",
        "then a neighbour",
    ]


def test_names_follow_the_rule_of_the_session(running: Desk) -> None:
    desk = running
    desk.queue_up("orla", "caasho", "ngu")
    desk.press("F9", "Ctrl+Return")
    named = []
    for rule in ("consent", "first_names", "all", "none"):
        desk.session.change_meeting(room_names=rule)
        named.append([desk.room.words[n] for n in (5, 7, 8)])
    assert named == [
        ["Sgt. Orla O'Fictive", "a neighbour", "then a neighbour"],
        ["Sgt. Orla", "Caasho", "then Nguyễn"],
        ["Sgt. Orla O'Fictive", "Caasho Cabdi", "then Nguyễn Ngọc Ảo"],
        ["A neighbour", "a neighbour", "then a neighbour"],
    ]


def test_overtime_counts_up_and_a_pause_stands_still(running: Desk) -> None:
    desk = running
    desk.press("F9")
    desk.later(25 * 60 + 65)
    assert desk.room.words == ["1:05", "over", "Where are we?"]
    desk.press("Ctrl+P")
    desk.later(65)
    assert desk.room.words == ["1:05", "paused", "Where are we?"]


def test_after_the_end_it_says_thank_you(running: Desk) -> None:
    desk = running
    desk.press("F9")
    desk.session.end_session()
    assert desk.room.words == ["Circle", "Thank you for coming"]


def test_before_the_first_part_it_says_when_it_begins(
    planned: None, screens: None, new_desk: Desk
) -> None:
    desk = new_desk
    desk.press("Return", "Ctrl+3", "F9")
    assert desk.room.words == ["begins 08:20", "Circle"]
    desk.later(1200)
    assert desk.room.words == ["Circle"]  # nobody is told that it is late
    desk.queue_up("orla")
    desk.press("Ctrl+Return")
    assert desk.room.words == ["Circle", "Speaking, 0:00", "Sgt. Orla O'Fictive"]


def test_where_rules_are_agreed_on_they_show_as_they_come(running: Desk) -> None:
    desk = running
    desk.press("F9", "Ctrl+PgDown")
    aim = "What may leave the room"
    title = "3\u2002Rules"
    assert desk.room.words == [title, "ends 08:20", "10:00", "left", aim, "Which rule do you need?"]
    desk.session.note("One at a time", "ground_rule")
    desk.session.note("Not for the wall", "ground_rule", sensitivity="internal")
    desk.session.note("A thought", "idea")
    desk.session.note("A pass is allowed", "ground_rule")
    assert desk.room.words[-2:] == ["One at a time", "A pass is allowed"]


def promises(desk: Desk) -> None:
    due = {"due": "2027-06-30"}
    desk.session.commit(
        "ask for the figures", owner="Sgt. Orla O'Fictive", person="P3", publish="official", **due
    )
    desk.session.commit("cut the hedge", owner="Caasho Cabdi", organisation="Hedges")
    desk.session.commit("call my brother", "personal", owner="Caasho Cabdi", **due)
    desk.session.commit("go to the doctor", owner="Caasho Cabdi", publish="not", **due)


def test_promises_are_read_back_one_by_one(running: Desk) -> None:
    desk = running
    promises(desk)
    desk.press("F9", "F5")
    first = ["1 of 3", "Sgt. Orla O'Fictive", "ask for the figures", "By", "30 June"]
    asked = ["Is this what you promised?", "Waiting for a spoken yes"]
    assert desk.room.words == ["Promises, read back aloud", *first, *asked]
    desk.press("Right")
    assert desk.room.words[1:] == ["2 of 3", "A neighbour", "cut the hedge", "By", "When?", *asked]
    desk.press("Left", "Return", "Left")
    assert desk.room.words[1:] == [*first, "Said aloud, 08:10"]
    desk.session.amend("C1", text="ask the chief for the figures")
    assert desk.room.words[-2:] == asked
    desk.press("Escape")
    assert desk.room.words[-1] == "Where are we?"


def test_a_promise_that_is_not_for_all_is_not_shown(running: Desk) -> None:
    desk = running
    promises(desk)
    desk.press("F9", "F5", "Left")
    assert desk.room.words[1:3] == ["3 of 3", "A promise that is said aloud, and not shown"]
    assert not any(word in ("go to the doctor", "Caasho Cabdi") for word in desk.room.words)
    assert desk.house.live is not None
    desk.house.live.read("C3")  # a personal one
    assert desk.room.words[-1] == "Where are we?"
