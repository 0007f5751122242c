"""Who is invited, by keys alone: added in a line, found by letters, told how it stands."""

import pytest

from tests.desk import Desk

CAASHO = "Caasho Cabdi, Resident, needs an interpreter, told not by name, invited"
J = "J., told not by name, invited"
CHAU = "Nguyễn Ngọc Ảo, Business, told not by name, invited"
ORLA = "Sgt. Orla O'Fictive, Police, told by office, invited"


@pytest.fixture
def tab(planning: Desk) -> Desk:
    planning.press("Alt+3")
    return planning


def test_the_list_says_who_is_invited_and_how_it_stands(tab: Desk) -> None:
    assert tab.people == [f"* {CAASHO}", J, CHAU, ORLA]
    assert (tab.people_told, tab.focus) == ("4 people · 0 confirmed", "People")


def test_somebody_is_added_in_one_line(tab: Desk) -> None:
    tab.press("Insert")
    assert tab.focus == "Add somebody"
    tab.type("Ana María, police, Spanish, Parable Falls PD, ana@example.org")
    told = "Ana María · Police · Spanish · Parable Falls PD · ana@example.org"
    assert tab.adding_told == told
    tab.press("Return")
    assert tab.people[0] == (
        "* Ana María, Parable Falls PD, Police, Spanish, told not by name, invited"
    )
    assert tab.focus == "Add somebody"
    tab.press("Escape")
    assert tab.focus == "People"
    tab.press("Ctrl+Z")
    assert tab.people == [f"* {CAASHO}", J, CHAU, ORLA]


def test_a_name_that_is_there_is_said_and_may_be_added_all_the_same(tab: Desk) -> None:
    tab.press("Insert")
    tab.type("nguyen ngoc ao")
    told = "Nguyễn Ngọc Ảo (Business) is on the list already; Enter adds another."
    assert tab.adding_told == told
    tab.press("Return")
    assert len(tab.people) == 5


def test_nothing_typed_adds_nobody(tab: Desk) -> None:
    tab.press("Insert", "Return")
    tab.type("  , police")
    assert tab.adding_told == "Who is it? A name first, or an e-mail."
    tab.press("Return")
    assert len(tab.people) == 4
    tab.press("Escape")
    assert tab.focus == "Add somebody"  # what was typed goes first
    tab.press("Escape")
    assert tab.focus == "People"


def test_keys_say_who_was_asked_who_comes_and_who_came(tab: Desk) -> None:
    tab.press("Space")
    assert tab.people[0].endswith("told not by name, confirmed")
    tab.press("C")
    assert tab.people[0].endswith("told not by name, came")
    assert tab.people_told == "4 people · 1 confirmed · 1 came"
    tab.press("C", "I")
    assert tab.people[0].endswith("told not by name, not asked")
    tab.press("Ctrl+Z")
    assert tab.people[0].endswith("told not by name, confirmed")


def test_who_is_taken_off_comes_back_with_undo(tab: Desk) -> None:
    tab.press("Down", "Delete")
    assert tab.people == [CAASHO, f"* {CHAU}", ORLA]
    tab.press("Ctrl+Z")
    assert [row.lstrip("* ") for row in tab.people] == [CAASHO, J, CHAU, ORLA]


def test_who_came_stays_on_the_list(tab: Desk) -> None:
    tab.press("C", "Delete")
    assert len(tab.people) == 4
    assert tab.banner.startswith("Caasho Cabdi stays on the list.")


@pytest.mark.parametrize(
    ("letters", "found"),
    [
        ("ngu", ["Nguyễn Ngọc Ảo"]),
        ("police", ["Sgt. Orla O'Fictive"]),
        ("interp", ["Caasho Cabdi"]),
        ("invited res", ["Caasho Cabdi"]),
        ("by office", ["Sgt. Orla O'Fictive"]),
        ("cahsho", ["Caasho Cabdi"]),
        ("qqqq", []),
    ],
)
def test_letters_find_names_groups_and_states(tab: Desk, letters: str, found: list[str]) -> None:
    tab.press("Ctrl+F")
    assert tab.focus == "Search people"
    tab.type(letters)
    assert [row.lstrip("* ").split(",")[0] for row in tab.people] == found
    assert tab.people_told == f"{len(found)} of 4 found"
    assert bool(tab.nobody_told) == (not found)


def test_from_the_search_the_keys_go_to_the_list_and_escape_shows_everybody(tab: Desk) -> None:
    tab.press("Ctrl+F")
    tab.type("o")
    tab.press("Return", "Space")
    assert tab.focus == "People"
    assert tab.people[0].endswith("confirmed")
    tab.press("Escape")
    assert len(tab.people) == 4


def test_the_search_stays_while_rows_change(tab: Desk) -> None:
    tab.press("Ctrl+F")
    tab.type("not asked")
    tab.press("Escape", "End", "I", "Ctrl+F")
    tab.type("not asked")
    assert [row[:6] for row in tab.people] == ["* Sgt."]
    tab.press("Return", "I")
    assert tab.people == []


def test_the_form_keeps_each_field_when_it_is_left(tab: Desk) -> None:
    tab.press("Down", "Return")
    assert tab.focus == "Name"
    tab.press("Ctrl+A")
    tab.type("Jun Placeholder")
    tab.press("Return")
    assert tab.focus == "Groups"
    tab.type("res")
    assert tab.person_offers[0] == "Resident"
    tab.press("Return")
    assert (tab.person["groups"], tab.focus) == ("Resident", "Organisation")
    tab.press("Tab")
    tab.type("español; so")
    tab.press("Tab", "Space")
    tab.press("Tab", "Right", "Tab", "Space", "Tab")
    tab.type("tab")
    assert tab.person_offers[0] == "table facilitator"
    tab.press("Return")
    tab.type("table 4")
    tab.press("Tab")
    tab.type("jun@example.org")
    tab.press("Escape")
    assert tab.focus == "People"
    jun = tab.state.people["P4"]
    assert (jun.name, jun.groups, jun.languages) == (
        "Jun Placeholder",
        ("RESIDENT",),
        ("es", "so"),
    )
    assert (jun.interpreted, jun.consent, jun.minor) == (True, "group", True)
    assert (jun.role, jun.table, jun.email) == ("table facilitator", 4, "jun@example.org")
    assert tab.people[1] == (
        "* Jun Placeholder, Resident, Spanish, Somali, needs an interpreter,"
        " told under 18, never by name, invited"
    )
    tab.press("Ctrl+Z")  # one field, one act
    assert (tab.person["email"], tab.person["table"]) == ("", "4")


def test_the_first_of_several_groups_counts(tab: Desk) -> None:
    tab.press("Return", "Tab", "End")
    tab.type(", yout")
    tab.press("Tab")
    assert tab.person["groups"] == "Resident, Youth"
    assert tab.person_remarks == ["the first one counts"]
    assert tab.state.people["P2"].groups == ("RESIDENT", "YOUTH")


def test_the_boxes_of_the_form_count_at_once(tab: Desk) -> None:
    tab.press("Return", "Up")
    assert tab.focus == "Signed in"
    tab.press("Space", "Up", "Return")
    assert tab.people[0].endswith("told not by name, came")
    assert (tab.person["confirmed"], tab.person["came"]) == ("yes", "yes")
    tab.press("Ctrl+Z")
    assert (tab.person["confirmed"], tab.person["came"]) == ("no", "yes")


def test_words_that_are_no_language_stay_and_change_nothing(tab: Desk) -> None:
    tab.press("Return", "Tab", "Tab", "Tab")
    tab.type("qwxyz")
    tab.press("Return")
    assert (tab.focus, tab.person_remarks) == ("Languages", ["which language?"])
    tab.press("Escape", "Down")
    assert tab.person["languages"] == ""
    assert tab.state.people["P2"].languages == ()


def test_a_group_of_the_citys_own(tab: Desk) -> None:
    tab.press("Return", "Tab", "Ctrl+A")
    tab.type("Beekeepers")
    assert tab.person_remarks == ["Beekeepers: a group of your own"]
    tab.press("Escape", "Escape")
    assert tab.people[0].startswith("* Caasho Cabdi, Beekeepers, ")


def test_a_sensitive_group_is_named_only_where_it_is_typed(tab: Desk) -> None:
    tab.press("Return", "Tab", "Ctrl+A")
    tab.type("Family affected by police violence")
    tab.press("Return", "Escape")
    assert tab.people[0] == "* Caasho Cabdi, needs an interpreter, told not by name, invited"
    assert tab.person["groups"] == "Family affected by police violence"
    tab.press("Ctrl+F")
    tab.type("family")
    assert tab.people == []


def test_heads_are_counted_without_any_name(tab: Desk) -> None:
    tab.press("Insert", "Tab")
    assert tab.focus == "Head count"
    tab.type("120")
    tab.press("Return")
    assert (tab.heads, tab.state.meeting.tally is not None) == ("120 room", True)
    tab.press("Ctrl+A")
    tab.type("about 130")
    tab.press("Tab")
    assert tab.heads == "130 estimated"
    tab.press("C")
    assert tab.heads == "130 room"
    tab.press("Escape", "Ctrl+Z")
    assert (tab.focus, tab.heads) == ("People", "130 estimated")


def test_what_is_no_count_changes_nothing(tab: Desk) -> None:
    tab.press("Insert", "Tab")
    for typed in ("many", "9" * 40, "-"):
        tab.press("Ctrl+A")
        tab.type(typed)
        tab.press("Return")
    assert tab.state.meeting.tally is None


def test_another_tab_sends_here_to_invite_a_group(tab: Desk) -> None:
    assert tab.house.sitting is not None
    tab.house.sitting.prepare.show_tab("People", "MEDIA")
    assert tab.focus == "Add somebody of the group Local media"
    tab.type("Tess Fabula")
    tab.press("Return")
    assert any(row.startswith("* Tess Fabula, Local media") for row in tab.people)
    tab.press("Escape")
    assert tab.focus == "Add somebody"


def test_strange_names_are_only_names(tab: Desk) -> None:
    tab.press("Insert")
    names = ("<b>&amp;{0}", "🕊️ שלום", "\u202eevil", "=cmd|' /C calc'!A0", "x" * 3000)
    for name in names:
        tab.type(name[:40])
        tab.press("Return", "Escape", "Insert")
    assert len(tab.people) == 4 + len(names)
    tab.press("Escape", "Home", "Return", "Escape")
    assert not tab.picture.isNull()


def test_whoever_is_being_told_of_stays_though_the_letters_mean_somebody_else_now(
    tab: Desk,
) -> None:
    tab.press("Ctrl+F")
    tab.type("orla")
    tab.press("Return", "Return", "Ctrl+A")
    tab.type("Somebody else")
    tab.press("Return")
    assert (tab.focus, tab.person["name"]) == ("Groups", "Somebody else")
    tab.press("Escape", "Escape")
    assert "Somebody else" in " ".join(tab.people)


def test_on_a_small_screen_the_form_takes_the_place_of_the_list(tab: Desk) -> None:
    tab.shell.resize(683, 384)
    assert tab.list_and_form == (True, False)
    tab.press("Return")
    assert (tab.list_and_form, tab.focus) == ((False, True), "Name")
    tab.press("Escape")
    assert (tab.list_and_form, tab.focus) == ((True, False), "People")
    tab.press("Return", "Alt+2", "Alt+3")  # it comes back to the list
    assert (tab.list_and_form, tab.focus) == ((True, False), "People")


def test_what_the_disk_does_not_take_stays_in_its_field(tab: Desk) -> None:
    tab.fill_disk()
    tab.press("Return", "Tab", "Tab")
    tab.house.focusWidget().insert("x" * 9000)
    tab.type("y")
    tab.press("Return")
    assert tab.banner.startswith("Not saved: the disk is full.")
    assert tab.person["organisation"].endswith("xy")
    tab.clear_disk()
    tab.press("Return")
    assert tab.state.people["P2"].organisation.endswith("xy")
