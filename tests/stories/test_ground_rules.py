"""Ground rules and notices: planned by keys, read by the hall, printed in the summary."""

from pathlib import Path

import pytest

from facilitator.publish.export import export
from facilitator.publish.summarise import summarise
from facilitator.record.saving import NotSaved
from facilitator.room.ground_rules import notices, sets
from tests.desk import Desk
from tests.publish.leafing import pages
from tests.sights.room import painted, shades
from ui.room.room_face import TURN
from ui.room.wall import what_shows

RULES = ("Share the air", "You may pass", "One at a time")
RECORDS = notices()["public_record"]


@pytest.fixture
def tab(planning: Desk) -> Desk:
    """The desk, with the ground rules before one's eyes and none of them made yet."""
    planning.go("Ground rules")
    return planning


@pytest.fixture
def three(tab: Desk) -> Desk:
    tab.session.change_meeting(ground_rules=RULES)
    return tab


def add(desk: Desk, *rules: str) -> None:
    for rule in rules:
        desk.type(rule)
        desk.press("Return")


def go_to(desk: Desk, name: str) -> None:
    while desk.focus != name:
        desk.press("Tab")


def test_rules_are_typed_one_after_the_other(tab: Desk):
    assert (tab.focus, tab.rules_told) == ("Add a rule", "none yet")
    add(tab, *RULES, "  ")
    assert tab.state.meeting.ground_rules == RULES
    assert (tab.rules, tab.rules_told) == (list(RULES), "3 rules")
    tab.press("Ctrl+Z")
    assert (tab.rules_told, tab.focus) == ("2 rules", "Add a rule")


def test_the_same_rule_twice_is_one(three: Desk):
    add(three, "share the air.")
    assert three.rules == list(RULES)


def test_a_list_that_is_pasted_is_one_act(tab: Desk):
    tab.paste("1. Share the air\r\n\r\n• You may pass\n  – One at a time  \n")
    assert tab.rules == list(RULES)
    tab.press("Ctrl+Z")
    assert tab.rules == []


def test_one_begins_from_a_set(tab: Desk):
    assert len(tab.rule_sets) == len(sets())
    tab.press("Down", "Down", "Return")
    assert tab.rules == list(sets()[1].rules)
    assert (tab.rule_sets, tab.focus) == ([], "Ground rules")
    tab.press("Ctrl+Z")
    assert tab.rules == []


def test_a_set_adds_to_what_is_there_and_takes_nothing_away(three: Desk):
    go_to(three, "From a set")
    three.press("Space")
    assert three.focus == "Sets of ground rules"
    three.press("Escape")
    assert (three.rule_sets, three.focus) == ([], "Add a rule")
    go_to(three, "From a set")
    three.press("Space", "Return")
    assert three.rules == [*RULES, *sets()[0].rules]


def test_rules_are_moved_changed_and_removed_by_keys(three: Desk):
    three.press("Up")
    assert three.focus == "Ground rules"
    three.press("Alt+Up")
    assert three.rules == [RULES[0], RULES[2], RULES[1]]
    three.press("Alt+Up", "Alt+Up", "F2")
    three.press("Home", "Shift+End")
    three.type("One speaks")
    three.press("Return")
    assert three.rules == ["One speaks", RULES[0], RULES[1]]
    three.press("Down", "Delete")
    assert three.rules == ["One speaks", RULES[1]]
    for _ in range(4):
        three.press("Ctrl+Z")
    assert three.rules == list(RULES)


def test_the_sheet_of_keys_and_tab_lead_out_of_a_rule_that_is_changed(three: Desk):
    three.press("Up", "F2")
    three.type("!")
    three.press("F1")
    assert (three.place, three.focus) == ("", "All keys")
    three.press("Escape")
    assert (three.place, three.rules[-1]) == ("Prepare", RULES[-1] + "!")
    assert three.focus == "Add a rule"
    three.press("Up", "F2", "Tab")
    assert three.focus == "Add a rule"


def test_a_rule_is_moved_by_hand(three: Desk):
    three.drag_rule("One at a time", "Share the air")
    assert three.rules == [RULES[2], RULES[0], RULES[1]]
    three.drag_rule("One at a time", None)
    assert three.rules == list(RULES)


def test_down_from_the_last_rule_and_escape_lead_to_the_line(three: Desk):
    for key in ("Down", "Escape", "Insert"):
        three.press("Up")
        assert three.focus == "Ground rules"
        three.press(key)
        assert three.focus == "Add a rule"


def test_when_the_last_rule_goes_one_may_begin_again(tab: Desk):
    add(tab, "Only this")
    tab.press("Up", "Delete")
    assert (tab.rules, tab.focus) == ([], "Add a rule")
    assert tab.rule_sets


def test_a_notice_is_ticked_and_its_words_are_changed(tab: Desk):
    go_to(tab, RECORDS.name)
    tab.press("Space")
    assert tab.state.meeting.notices == {RECORDS.code: RECORDS.text}
    tab.press("Tab", "Ctrl+A")
    tab.type("Notes are public here.")
    tab.press("Return")
    assert tab.notices == {RECORDS.name: "Notes are public here."}
    tab.press("Ctrl+Z")
    assert tab.notices == {RECORDS.name: RECORDS.text}
    tab.press("Ctrl+A", "Delete", "Tab")
    assert tab.notices == {}  # nothing is no notice
    tab.press("Ctrl+Z", "Escape")
    assert (len(tab.notices), tab.focus) == (1, "Add a rule")


def test_a_notice_in_ones_own_words(tab: Desk):
    go_to(tab, "Add a notice")
    tab.type("The doors stay open.")
    tab.press("Return")
    tab.type("Children play next door.")
    tab.press("Return")
    assert list(tab.state.meeting.notices.values()) == [
        "The doors stay open.",
        "Children play next door.",
    ]
    tab.press("Backtab", "Backtab")
    assert tab.focus == "In your own words"
    tab.press("Space")
    assert list(tab.state.meeting.notices.values()) == ["The doors stay open."]
    assert tab.focus == "Add a notice"


@pytest.mark.parametrize("words", ["🙂" * 500, "<b>x</b> & y", "قاعدة واحدة", "a" * 3000])
def test_any_rule_and_any_notice(tab: Desk, words: str):
    tab.paste(words)
    tab.press("Return")
    go_to(tab, "Add a notice")
    tab.paste(words)
    tab.press("Return")
    assert tab.rules == [words]
    assert list(tab.notices.values()) == [words]
    tab.shell.grab()


def test_a_full_disk_keeps_what_was_typed(tab: Desk, monkeypatch: pytest.MonkeyPatch):
    def full(*_: object) -> None:
        raise NotSaved("The disk is full.")

    monkeypatch.setattr(tab.session.store, "append", full)
    add(tab, "Share the air")
    assert (tab.rules, tab.banner) == ([], "The disk is full.")
    monkeypatch.undo()
    tab.press("Return")
    assert tab.rules == ["Share the air"]


def test_in_a_small_window_one_side_shows_at_a_time(tab: Desk):
    tab.shell.resize(683, 384)
    go_to(tab, "Notices")
    tab.press("Return")
    assert tab.focus == RECORDS.name
    tab.press("Space", "Escape")
    assert (list(tab.notices), tab.focus) == ([RECORDS.name], "Add a rule")


# What comes of it


def test_the_hall_reads_notices_before_the_start_and_rules_when_they_are_agreed_on(three: Desk):
    session, room = three.session, three.room
    session.change_meeting(notices={RECORDS.code: "Notes may be public."})
    ident = session.add_segment({"title": "Rules", "kind": "agreements", "minutes": 5}, "A")
    three.press("Ctrl+3", "F9")
    assert room.words[:3] == ["begins 08:20", "Circle", "Notes may be public."]
    session.start_segment(ident)
    assert {*RULES, "Notes may be public."} < set(room.words)
    session.note("No phones", "ground_rule")
    session.note("Share the air!", "ground_rule")
    assert [word for word in room.words if word in (*RULES, "No phones", "Share the air!")] == [
        *RULES,
        "No phones",
    ]
    session.start_segment("B")
    assert not {*RULES, "Notes may be public."} & set(room.words)


def test_rules_stay_large_and_notices_take_turns_with_them(three: Desk):
    session = three.session
    session.change_meeting(notices={code: notice.text for code, notice in notices().items()})
    ident = session.add_segment({"title": "Rules", "kind": "agreements", "minutes": 5}, "A")
    session.start_segment(ident)
    page = what_shows(session.state, "", session.now())
    without = page._replace(notices=())
    first, second = (shades(painted(page, 960, 540, ms), 0.55, 0.68) for ms in (0, TURN))
    assert first == shades(painted(without, 960, 540), 0.55, 0.68)
    assert first != second


def test_the_summary_prints_them(three: Desk, tmp_path: Path):
    session = three.session
    session.change_meeting(notices={RECORDS.code: "Notes may be public."})
    session.note("No phones", "ground_rule")
    session.note("Not for the city", "ground_rule", sensitivity="internal")
    summary = summarise(session.state, session.now())
    assert summary.ground_rules == (*RULES, "No phones")
    export(summary, tmp_path / "summary.pdf")
    printed = " ".join(pages(tmp_path / "summary.pdf"))
    for words in (*RULES, "No phones", "Notes may be public."):
        assert words in printed
    assert "Not for the city" not in printed
