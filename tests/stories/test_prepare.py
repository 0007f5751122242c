"""Prepare: its tabs, its keys, and how it stands beside Live."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.desk import Desk


def test_a_session_that_has_not_begun_opens_in_prepare(planning: "Desk") -> None:
    assert planning.place == "Prepare"
    assert planning.tab == "Agenda"
    planning.press("Ctrl+3")
    assert planning.place == "Live"
    planning.press("Ctrl+2")
    assert planning.place == "Prepare"
    planning.press("Ctrl+1")
    planning.house.resume("circle")
    assert planning.place == "Prepare"


def test_a_session_that_runs_opens_in_live(desk: "Desk") -> None:
    assert desk.place == "Live"
    desk.press("Ctrl+1")
    desk.house.resume("circle")
    assert desk.place == "Live"
    desk.press("Ctrl+2")
    assert desk.place == "Prepare"


def test_a_number_leads_to_each_tab_and_the_next_is_one_key_away(planning: "Desk") -> None:
    names = ["Session", "Agenda", "People", "The table", "Seating", "Ground rules", "Ready"]
    for n, name in enumerate(names, 1):
        planning.press(f"Alt+{n}")
        assert planning.tab == name
    planning.press("Ctrl+Tab")
    assert planning.tab == "Session"
    planning.press("Ctrl+Tab", "Ctrl+Tab")
    assert planning.tab == "People"
    planning.press("Ctrl+1", "Ctrl+2")
    assert planning.tab == "People"


def test_the_keys_of_live_rest_while_prepare_shows(planning: "Desk") -> None:
    planning.press("Ctrl+PgDown", "Ctrl+A", "Ctrl+L", "Ctrl+P", "F6", "F5", "Ctrl+Shift+E")
    assert planning.place == "Prepare"
    assert planning.state.agenda.begun is None
    planning.press("Ctrl+3", "Ctrl+PgDown")
    assert planning.state.agenda.running


def test_undo_stays_where_it_is_seen(planning: "Desk") -> None:
    planning.session.change_person("P1", confirmed=True)
    planning.press("Ctrl+Z")
    assert not planning.state.people["P1"].confirmed
    assert planning.place == "Prepare"
    planning.press("Ctrl+Shift+Z")
    assert planning.state.people["P1"].confirmed
    assert planning.place == "Prepare"


def test_what_is_taken_back_while_it_runs_is_said(desk: "Desk") -> None:
    desk.press("Ctrl+2", "Alt+3", "Ctrl+Z")
    assert desk.banner == "Taken back: start of Where are we?"
    desk.press("Ctrl+Y")
    assert (desk.place, desk.banner) == ("Prepare", "Done again: start of Where are we?")
    assert desk.state.agenda.running


def test_what_changed_in_live_is_there_when_prepare_shows_again(planning: "Desk") -> None:
    planning.press("Alt+3", "Ctrl+3")
    planning.queue_up("Somebody New")
    planning.press("Ctrl+2")
    assert any("Somebody New" in row for row in planning.people)


def test_the_key_sheet_leads_back_to_the_tab(planning: "Desk") -> None:
    planning.press("Alt+5", "F1")
    assert planning.place == ""
    assert planning.sheet
    planning.press("F1")
    assert (planning.place, planning.tab) == ("Prepare", "Seating")


def test_a_session_without_a_day_is_no_trouble(planning: "Desk") -> None:
    planning.session.change_meeting(date="", start="", hard_stop="", title="")
    for n in range(1, 8):
        planning.press(f"Alt+{n}")
    assert planning.place == "Prepare"


def test_all_tabs_hold_an_evening_that_has_ended(desk: "Desk") -> None:
    desk.session.end_session()
    desk.press("Ctrl+2")
    for n in range(1, 8):
        desk.press(f"Alt+{n}")
    assert desk.place == "Prepare"


def test_what_is_being_typed_is_kept_wherever_one_goes(planning: "Desk") -> None:
    for n, keys in enumerate((["Alt+2"], ["Ctrl+3"], ["Ctrl+1"], ["Ctrl+Shift+R"]), 1):
        planning.press("Alt+1", "Ctrl+A")
        planning.type(f"Circle {n}")
        planning.press(*keys)
        assert planning.state.meeting.title.endswith(f"Circle {n}")
        planning.press("Ctrl+2")


def test_what_is_being_typed_is_kept_when_the_window_closes(planning: "Desk") -> None:
    planning.press("Alt+1", "Ctrl+A")
    planning.type("Evening")
    planning.leave()
    planning.sit()
    planning.house.resume("circle")
    assert planning.state.meeting.title == "Evening"


def test_a_rule_is_changed_though_another_tab_is_chosen_meanwhile(planning: "Desk") -> None:
    planning.press("Alt+6")
    planning.type("Listen")
    planning.press("Return", "Up", "Return", "Ctrl+A")
    planning.type("Listen well")
    planning.press("Alt+2")
    assert planning.state.meeting.ground_rules == ("Listen well",)
    assert planning.focus == "Agenda"


def test_a_small_window_shows_the_table_in_one_column(planning: "Desk") -> None:
    planning.press("Alt+4", "2")
    planning.shell.resize(640, 360)
    assert planning.tab == "The table"


def test_escape_leads_from_the_bar_back_into_the_tab(planning: "Desk") -> None:
    for name in ("Rehearse", "Go live", "Seating"):
        planning.go("Agenda")
        begin = planning.focus
        while planning.focus != name:
            planning.press("Tab")
        planning.press("Escape")
        assert planning.focus == begin


def test_enter_presses_the_rail_too(planning: "Desk") -> None:
    while planning.focus != "Home":
        planning.press("Shift+Tab")
    planning.press("Return")
    assert planning.place == "Home"


def test_a_key_on_the_sheet_of_keys_means_what_shows_under_it(planning: "Desk") -> None:
    planning.session.change_person("P1", confirmed=True)
    planning.press("Alt+3", "F1", "Ctrl+Z")
    assert not planning.state.people["P1"].confirmed
    assert (planning.place, planning.tab) == ("Prepare", "People")
    planning.press("F1", "Ctrl+F")
    assert (planning.place, planning.focus) == ("Prepare", "Search people")


def test_nothing_jumps_from_tab_to_tab(planning: "Desk") -> None:
    planning.shell.resize(1366, 768)
    edges = set()
    for tab in ("Agenda", "People", "The table", "Seating", "Ground rules", "Ready"):
        planning.go(tab)
        edges.add(planning.side_begins)
    assert edges == {1366 - 352 + 1}


def test_one_button_is_the_one_that_matters(planning: "Desk") -> None:
    planning.go("Agenda")
    assert planning.primary == ["Go live"]
    wide = planning.house.sitting.prepare.live_button.width() if planning.house.sitting else 0
    planning.go("Ready")
    assert planning.primary == ["Go live"]  # the large one
    assert planning.house.sitting
    assert planning.house.sitting.prepare.live_button.width() == wide
