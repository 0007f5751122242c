"""The evening runs late: what could give way is looked at, chosen, done, and undone as one act."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from facilitator.record.files import store_at
from facilitator.session import Session
from tests.clock import Clock
from tests.desk import Desk

MEETING = {"title": "Circle", "date": "2027-01-15", "start": "08:00", "timezone": "UTC"}
PEOPLE = [{"id": "P1", "name": "Caasho Cabdi"}, {"id": "P2", "name": "Nguyễn Ngọc Ảo"}]
AGENDA: list[dict[str, Any]] = [
    {"id": "A", "title": "Welcome", "kind": "opening", "minutes": 10},
    {"id": "B", "title": "Where are we?", "minutes": 25, "turn_limit_s": 120},
    {"id": "C", "title": "Where to?", "minutes": 20},
    {"id": "D", "title": "What will we do?", "kind": "commit", "minutes": 20},
    {"id": "E", "title": "Wrap-up", "kind": "closing", "minutes": 10, "min_minutes": 10},
]


Sit = Callable[..., Desk]


@pytest.fixture
def sit(tmp_path: Path, clock: Clock, request: pytest.FixtureRequest) -> Sit:
    """Sit down minutes after 08:10, when "Where are we?" began in time; it is to end at 09:25."""

    def at(minutes: float, closes: str = "", **changes: dict[str, Any]) -> Desk:
        store = store_at(tmp_path / "session.db")
        session = Session(store, "circle", clock)
        agenda = [{**row, **changes.get(row["id"], {})} for row in AGENDA]
        session.plan({**MEETING, "hard_stop": closes}, PEOPLE, agenda)
        session.start_segment("A")
        clock.advance(600)
        session.start_segment("B")
        store.close()
        desk: Desk = request.getfixturevalue("new_desk")
        desk.later(minutes * 60)
        return desk

    return at


@pytest.fixture
def late(sit: Sit) -> Desk:
    """It is 08:38, and "Where are we?" is three minutes over."""
    desk = sit(28, closes="09:30")
    assert desk.lateness == "3 min late – ends 09:28"
    return desk


def bare(words: list[str]) -> list[str]:
    """Return words without the signs that keep a name in its own direction."""
    return [line.replace("\u2068", "").replace("\u2069", "") for line in words]


def test_a_late_evening_is_shared_out_and_that_is_one_act(late: Desk) -> None:
    late.press("F6")
    assert bare(late.replan) == [
        "Re-plan: 3 min too long",
        "Wrap-up is at its least, 10 min.",
        "Apply – ends 09:25",
    ]
    assert bare(late.ways) == [
        "1, Push the end, ends 09:28",
        "2, Share over the parts, ends 09:25",
        "3, Take from one part: Where to?, ends 09:25; 3 again for another part",
        "4, Drop one part: Where to?, ends 09:08; 4 again for another part",
    ]
    assert late.way == "2, Share over the parts, ends 09:25"
    assert bare(late.new_plan) == [
        "Where are we?, 25 min, ends 08:38",
        "Where to?, now 20 min, then 18 min, ends 08:56",
        "What will we do?, now 20 min, then 19 min, ends 09:15",
        "Wrap-up, 10 min, ends 09:25",
    ]
    written = late.session.history.length
    assert late.lateness == "3 min late – ends 09:28"  # only looked at so far

    late.press("F6")
    assert (late.lateness, late.replan) == ("on time – ends 09:25", [])
    assert late.session.history.length == written + 1
    assert [s.length // 60_000 for s in late.state.agenda.segments] == [10, 25, 18, 19, 10]

    late.press("Ctrl+Z")
    assert late.lateness == "3 min late – ends 09:28"
    late.press("Ctrl+Shift+Z")
    assert late.lateness == "on time – ends 09:25"


def test_the_number_again_lets_another_part_give(late: Desk) -> None:
    late.press("F6", "3")
    assert "Where to?, now 20 min, then 17 min, ends 08:55" in bare(late.new_plan)
    late.press("3")
    assert "What will we do?, now 20 min, then 17 min, ends 09:15" in bare(late.new_plan)
    late.press("3")
    assert "Where to?, now 20 min, then 17 min, ends 08:55" in bare(late.new_plan)
    late.press("3", "Down", "Up", "Return")  # what was chosen stays chosen
    assert late.lateness == "on time – ends 09:25"
    assert [s.length // 60_000 for s in late.state.agenda.segments] == [10, 25, 20, 17, 10]


def test_a_part_is_dropped_and_comes_back_with_undo(late: Desk) -> None:
    late.press("F6", "4")
    assert bare(late.new_plan)[1:3] == [
        "Where to?, now 20 min, then dropped",
        "What will we do?, 20 min, ends 08:58",
    ]
    late.press("F6")
    assert late.lateness == "17 min ahead – ends 09:08"
    late.press("Ctrl+PgDown")
    assert late.state.segment == "D"  # the next part is the one after it
    late.press("Ctrl+Z", "Ctrl+Z", "Ctrl+PgDown")
    assert late.state.segment == "C"


def test_a_later_end_is_agreed_on(late: Desk) -> None:
    late.press("F6", "1")
    assert late.replan[-1] == "Apply – ends 09:28"
    late.press("F6")
    assert late.lateness == "on time – ends 09:28"
    late.later(60)
    assert late.lateness == "1 min late – ends 09:29"
    late.later(120)
    late.press("F6")
    assert late.ways[0] == "1, Push the end, not possible: ends 09:31, hall closed"


def test_leaving_changes_nothing_and_the_half_typed_note_is_there(late: Desk) -> None:
    late.queue_up("caasho")
    late.press("Ctrl+Return", "Ctrl+L")
    late.type("The library corner with an off")
    late.later(30)
    written = late.session.history.length
    late.press("F6", "3", "4", "1", "2")
    assert any("would be 18 min" in part for part in late.agenda)
    late.press("Escape")
    assert late.replan == []
    assert not any("would be" in part for part in late.agenda)
    assert (late.focus, late.line) == ("Write a note", "The library corner with an off")
    late.type("icer")
    assert late.line == "The library corner with an officer"
    assert late.session.history.length == written


def test_everything_goes_on_while_the_panel_shows(late: Desk) -> None:
    late.queue_up("caasho", "ng")
    late.press("Ctrl+Return", "Ctrl+L")
    late.type("half a note")
    late.later(30)
    late.press("F6")
    late.later(30)
    assert (late.speaker, late.speaker_time) == ("Caasho Cabdi", "1:00 of 2:00")
    late.press("Ctrl+Return")
    assert late.speaker == "Nguyễn Ngọc Ảo"
    late.press("F6")
    late.later(10)
    assert (late.speaker, late.speaker_time) == ("Nguyễn Ngọc Ảo", "0:10 of 2:00")
    assert "over" in late.clock_says  # the running part is not touched
    assert late.line == "half a note"


def test_what_is_said_keeps_up_with_the_clock(late: Desk) -> None:
    late.press("F6")
    late.later(120)
    assert late.replan[0] == "Re-plan: 5 min too long"
    assert bare(late.new_plan)[1:3] == [
        "Where to?, now 20 min, then 17 min, ends 08:57",
        "What will we do?, now 20 min, then 18 min, ends 09:15",
    ]
    late.later(24)  # what is left of a minute comes last
    assert bare(late.new_plan)[1:3] == [
        "Where to?, now 20 min, then 17 min, ends 08:57",
        "What will we do?, now 20 min, then 17:36, ends 09:15",
    ]
    late.press("F6")
    assert late.lateness == "on time – ends 09:25"


def test_with_the_mouse_a_second_click_is_another_part(late: Desk) -> None:
    late.press("F6")
    late.click_way(4)
    assert "Where to?, now 20 min, then dropped" in bare(late.new_plan)
    late.click_way(4)
    assert "Wrap-up, now 10 min, then dropped" in bare(late.new_plan)
    assert late.lateness == "3 min late – ends 09:28"


def test_tab_goes_through_the_panel_and_escape_leads_back_from_everywhere(late: Desk) -> None:
    late.press("F6")
    names = []
    for _ in range(5):
        names.append(late.focus)
        late.press("Tab")
    assert names == [
        "Ways to end in time",
        "The parts, before and after",
        "Apply – ends 09:25",
        "Leave",
        "Leave the plan as it is",
    ]
    late.press("Shift+Tab", "Escape")
    for steps in range(5):  # and the numbers choose from everywhere
        late.press("F6", *["Tab"] * steps, "4")
        assert late.way.startswith("4, Drop one part"), steps
        late.press("Escape")
        assert (late.focus, late.replan) == ("Write a note", [])


def test_nothing_is_done_that_nobody_sees(late: Desk) -> None:
    written = late.session.history.length
    late.press("F6", "Ctrl+1")
    assert late.place == "Home"
    late.press("F6")
    assert late.place == "Live"
    assert late.replan[0] == "Re-plan: 3 min too long"
    assert late.session.history.length == written
    late.press("F6")
    assert late.session.history.length == written + 1


def test_what_the_disk_does_not_take_is_said_and_the_panel_stays(late: Desk) -> None:
    late.press("F6")
    late.session.store.db.execute("pragma query_only = on")
    late.press("F6")
    assert late.banner.startswith("Not saved")
    assert late.replan[0] == "Re-plan: 3 min too long"
    assert late.lateness == "3 min late – ends 09:28"
    late.session.store.db.execute("pragma query_only = off")
    late.press("F6")
    assert late.lateness == "on time – ends 09:25"


def test_a_plan_that_holds_is_left_alone(sit: Sit) -> None:
    desk = sit(5)
    desk.press("F6")
    assert desk.replan == ["Re-plan", "The plan holds: it ends at 09:25."]
    assert (desk.ways, desk.new_plan) == ([], [])
    desk.press("F6")
    assert (desk.focus, desk.replan) == ("Write a note", [])


def test_what_cannot_be_done_is_said_in_minutes(sit: Sit) -> None:
    desk = sit(30.4, closes="09:25", C={"min_minutes": 18}, D={"min_minutes": 20})
    assert desk.lateness == "5 min late – ends 09:30"
    written = desk.session.history.length
    desk.press("F6", "2")
    assert desk.replan == [
        "Re-plan: 5 min too long",
        "4 min short even with every part at its least.",
        "Nothing to apply",
    ]
    assert desk.ways[:3] == [
        "1, Push the end, not possible: ends 09:30, hall closed",
        "2, Share over the parts, not possible: 4 min short",
        "3, Take from one part, not possible: 4 min short",
    ]
    assert desk.new_plan == []
    desk.press("F6", "Return", "1")
    assert desk.replan[1] == "6 min short: the hall closes at 09:25."
    desk.press("F6", "Return", "3")
    assert desk.replan[1] == "4 min short: no part can give it all alone."
    assert desk.session.history.length == written


def test_a_fixed_start_is_held(sit: Sit) -> None:
    desk = sit(28, D={"fixed_start": "08:55"}, E={"min_minutes": 5})
    assert desk.lateness == "3 min late – ends 09:28"
    desk.press("F6")
    assert bare(desk.replan)[1] == "What will we do? is fixed at 08:55 and would begin at 08:58."
    assert bare(desk.ways) == [
        "1, Push the end, not possible: 3 min short",
        "2, Share over the parts, ends 09:25",
        "3, Take from one part: Where to?, ends 09:25",
        "4, Drop one part: Where to?, ends 09:25",
    ]
    assert bare(desk.new_plan)[1:] == [
        "Where to?, now 20 min, then 17 min, ends 08:55",
        "What will we do?, 20 min, ends 09:15",
        "Wrap-up, 10 min, ends 09:25",
    ]
    desk.press("F6")
    assert desk.lateness == "on time – ends 09:25"


@pytest.mark.parametrize("title", ["x" * 3000, "ليلى الخيالية", "🙂" * 300, "<b>&amp;", "", "a\nb"])
def test_any_title_fits(title: str, sit: Sit) -> None:
    odd = {"title": title, "min_minutes": 20, "fixed_start": "08:50"}
    desk = sit(42, C=odd, D={"title": title})
    wide = desk.shell.width()
    desk.press("F6", "1", "2", "3", "4")
    assert desk.replan[0] == "Re-plan: 2 min too long"
    assert max(len(line) for line in desk.replan) < 200
    assert desk.shell.width() == wide
    desk.press("Escape")
