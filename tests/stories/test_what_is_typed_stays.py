"""Whatever happens around it, what is half typed in Prepare is neither lost nor said of another."""

import pytest
from PySide6.QtWidgets import QApplication

from facilitator.record.saving import NotSaved
from tests.desk import Desk


def go_to(desk: Desk, name: str) -> None:
    """Go on with Tab until the keys are on what begins with a name."""
    for _ in range(40):
        if desk.focus.startswith(name):
            return
        desk.press("Tab")
    raise AssertionError(f"{name} cannot be reached")


def test_a_click_on_the_strip_keeps_what_is_typed_of_another_part(planning: Desk) -> None:
    planning.press("Return", "Ctrl+A")
    planning.type("A warm welcome")
    planning.click_strip(0.3)
    assert planning.state.agenda.segments[0].title == "A warm welcome"
    assert planning.plan_at == "Where are we?"


def test_what_is_being_typed_is_rehearsed_too(planning: Desk) -> None:
    planning.press("Return", "Ctrl+A")
    planning.type("A warm welcome")
    planning.press("Ctrl+Shift+R")
    assert planning.house.filing.trial == "rehearsal"
    assert planning.state.agenda.segments[0].title == "A warm welcome"


def test_a_rehearsal_that_cannot_be_leaves_the_keys_where_they_are(desk: Desk) -> None:
    desk.press("Ctrl+2", "Alt+1")
    desk.press("Ctrl+Shift+R")
    assert "has begun" in desk.banner
    assert desk.focus == "Title"


def test_undo_while_a_rule_is_open_writes_over_no_other_rule(planning: Desk) -> None:
    for rules in (("Share the air", "You may pass"), ("You may pass", "Share the air")):
        planning.session.change_meeting(ground_rules=rules)
    planning.go("Ground rules")
    planning.press("Up", "Return", "Ctrl+Z", "Return", "Escape")
    assert planning.state.meeting.ground_rules == ("Share the air", "You may pass")


def test_words_of_a_notice_stay_while_the_session_changes(planning: Desk) -> None:
    planning.session.change_meeting(notices={"own 1": "No cameras"})
    planning.go("Ground rules")
    planning.press("Tab")
    go_to(planning, "In your own words")
    planning.press("Tab")
    planning.type(", please")
    planning.choose("next_room_names")
    planning.press("Escape")
    assert planning.state.meeting.notices == {"own 1": "No cameras, please"}


def test_what_was_being_chosen_for_somebody_is_not_said_of_the_next(planning: Desk) -> None:
    planning.session.add_person("Zoe")
    planning.go("People")
    planning.press("End", "Return")
    go_to(planning, "May be told")
    planning.press("Right", "Right", "Right")
    assert planning.person["consent"] == "by name"
    planning.press("Ctrl+Z", "Escape")  # Zoe is gone, and somebody else is before one's eyes
    assert {one.consent for one in planning.state.people.values()} == {"anonymous", "official"}


def test_a_list_that_is_open_for_somebody_closes_when_they_are_gone(planning: Desk) -> None:
    planning.session.add_person("Zoe")
    planning.go("People")
    planning.press("End", "Return")
    go_to(planning, "Groups")
    planning.type("poli")
    assert planning.person_offers
    planning.session.undo()  # as the button does, which leaves the keys where they are
    assert (planning.person["name"], planning.person_offers) == ("Sgt. Orla O'Fictive", [])
    assert planning.person["groups"] == "Police"


def test_a_table_that_was_not_saved_does_not_show_as_if_it_were(
    planning: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    planning.session.change_meeting(seats=4)
    planning.go("Seating")

    def full(*_: object) -> None:
        raise NotSaved("Not saved: the disk is full.")

    with monkeypatch.context() as disk:
        disk.setattr(type(planning.session.store), "append", full)
        planning.press("2", "Return")
        assert "the disk is full" in planning.banner
    assert planning.focus == "Table"
    planning.press("Return")  # there is room again
    assert 2 in planning.tables
    assert len(planning.tables[2]) == 1


@pytest.mark.parametrize(("tab", "keys"), [("Session", ()), ("Agenda", ("Return",))])
def test_a_menu_that_opens_over_a_field_leaves_it_half_typed(
    planning: Desk, tab: str, keys: tuple[str, ...]
) -> None:
    planning.go(tab)
    planning.press(*keys, "Ctrl+A")
    planning.type("A warm")
    acts = planning.session.history.length
    planning.press("F10")  # the keys are in the menu now
    assert QApplication.activePopupWidget() is not None
    assert planning.session.history.length == acts
    planning.press("Escape")
    planning.type(" welcome")
    assert planning.session.history.length == acts
    planning.press("Return")
    assert planning.session.history.length == acts + 1
    assert "A warm welcome" in (
        planning.state.meeting.title,
        planning.state.agenda.segments[0].title,
    )


def test_a_menu_that_opens_over_a_promise_leaves_its_field_half_typed(desk: Desk) -> None:
    desk.write("! @Orla: publish the figures by 29 Jan")
    desk.press("Tab")
    desk.type("write to")
    acts = desk.session.history.length
    desk.press("F10", "Escape")
    assert desk.session.history.length == acts
    desk.type(" the chief")
    desk.press("Return")
    assert desk.state.commitments["C1"].first_step == "write to the chief"
    assert desk.session.history.length == acts + 1
