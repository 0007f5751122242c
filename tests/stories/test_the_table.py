"""The organiser before the big table: who is asked, who will come, and whose voice is missing."""

from pathlib import Path

import pytest

from facilitator.record.files import store_at
from facilitator.session import Session
from tests.clock import Clock
from tests.desk import Desk

LISTED = 13  # places of the big table: families affected have none of their own


@pytest.fixture
def table(planning: Desk) -> Desk:
    """A desk at which the table of the circle shows."""
    planning.go("The table")
    return planning


def walk_to(desk: Desk, group: str) -> None:
    desk.press("Home")
    for _ in range(30):
        if desk.at_table.startswith(group):
            return
        desk.press("Right")
    raise AssertionError(f"no {group} at the table")


def test_each_group_says_who_is_there_and_who_is_not(table: Desk) -> None:
    assert "Police, 0 of 1" not in table.places_at_table
    assert table.places_at_table[:3] == [
        "Elected official, nobody yet, for 1 seat nobody was asked",
        "Police, nobody yet, 1 invited, no answer",
        "Clergy or faith leader, nobody yet, for 1 seat nobody was asked",
    ]
    assert table.places_at_table[LISTED:] == [
        "Resident, 0 of 1, 1 invited, no answer",
        "Not stated, 0 of 1, 1 invited, no answer",
    ]
    assert table.table_told == (
        "0 of 15 seats confirmed. 4 invited, no answer yet. For 11 seats nobody has been asked."
    )
    assert table.missing_voices[:2] == [
        "Elected official. Nobody invited. Invite",
        "Police. 1 invited, no answer. Ask again",
    ]
    assert "Family affected by police violence. Nobody invited. Invite" in table.missing_voices
    assert table.beside_table == ["4 people in 4 groups.", "Group not stated: 1."]


def test_seats_are_set_with_plus_minus_and_numbers(table: Desk) -> None:
    walk_to(table, "Police")
    table.press("+", "+")
    assert (table.seats_wanted, table.at_table) == (
        "3",
        "Police, nobody yet, 1 invited, no answer, for 2 seats nobody was asked",
    )
    table.press("-")
    assert table.state.meeting.targets == {"POLICE": 2}
    table.press("Ctrl+Z")
    assert (table.state.meeting.targets, table.seats_wanted) == ({"POLICE": 3}, "3")
    table.press("1", "2")
    assert table.focus == "Seats wanted: Police"
    table.press("Return")
    assert (table.state.meeting.targets, table.focus) == ({"POLICE": 12}, table.at_table)
    table.press("Delete")
    assert (table.state.meeting.targets, table.seats_wanted) == ({}, "")


def test_a_group_that_is_not_wanted_is_not_missed(table: Desk) -> None:
    walk_to(table, "Local media")
    table.press("0", "Return")
    assert table.at_table == "Local media, no seat wanted"
    assert not [words for words in table.missing_voices if words.startswith("Local media")]


def test_what_is_no_number_stays_to_be_mended(table: Desk) -> None:
    walk_to(table, "Police")
    table.press("F2")
    table.type("three")
    table.press("Return")
    assert (table.seats_trouble, table.state.meeting.targets) == ("a whole number", {})
    table.press("Escape")
    assert (table.seats_trouble, table.seats_wanted, table.focus) == ("", "", table.at_table)
    table.press("F2")
    table.type("9" * 3_000)
    table.press("Return")
    assert table.state.meeting.targets == {"POLICE": 9_999}


def test_a_number_is_kept_when_the_keys_go_elsewhere(table: Desk) -> None:
    walk_to(table, "Police")
    table.press("4", "Tab")
    assert table.state.meeting.targets == {"POLICE": 4}


@pytest.mark.parametrize(
    ("typed", "targets", "said"),
    [
        ("Neighbors 30", {"RESIDENT": 30}, "Resident, nobody yet, 1 invited, no answer, for 29"),
        ("Resident", {}, "Resident, 0 of 1"),  # it has its place
        ("Night bus", {"NIGHT_BUS": 1}, "Night bus, nobody yet, for 1 seat"),
        ("<b>مرحبا</b> 2", {"<B>مرحبا</B>": 2}, "<b>مرحبا</b>, nobody yet"),
    ],
)
def test_another_group_gets_a_place(
    table: Desk, typed: str, targets: dict[str, int], said: str
) -> None:
    table.press("Insert")
    assert table.focus == "Add a group"
    table.type(typed)
    table.press("Return")
    assert table.state.meeting.targets == targets
    assert table.at_table.startswith(said)
    assert table.focus == table.at_table


def test_nothing_typed_adds_nothing(table: Desk) -> None:
    table.press("Insert", "Return", "Escape")
    assert (table.state.meeting.targets, table.focus) == ({}, table.at_table)


def test_it_grows_while_people_are_added(table: Desk) -> None:
    session = table.session
    session.change_person("P3", confirmed=True)
    session.add_person("Ana", groups=("ELECTED", "CLERGY"), walk_in=False)
    session.add_person("Bo", groups=("FAMILY_AFFECTED",), walk_in=False)
    assert table.places_at_table[:3] == [
        "Elected official, nobody yet, 1 invited, no answer",
        "Police, 1 of 1",
        "Clergy or faith leader, 1 at another place",
    ]
    assert table.places_at_table[12] == "Trusted community leader, nobody yet, 1 invited, no answer"
    assert not [words for words in table.missing_voices if words.startswith("Family")]
    table.press("Ctrl+Z")
    assert [words for words in table.missing_voices if words.startswith("Family")]


def test_a_missing_voice_leads_to_the_people(table: Desk) -> None:
    asked: list[tuple[str, str]] = []
    assert table.house.sitting is not None
    place = table.house.sitting.prepare
    tab = place.tab
    tab.go.disconnect()
    tab.go.connect(lambda *where: asked.append(where))
    walk_to(table, "Local media")
    table.press("Return")
    for _ in range(20):
        if table.focus == "Missing voices":
            break
        table.press("Tab")
    table.press("Home", "Return")
    table.click_invite(1)
    assert asked == [("People", "MEDIA"), ("People", "ELECTED"), ("People", "POLICE")]
    table.press("Escape")
    assert table.focus == table.at_table


def test_arrows_walk_round_the_table(table: Desk) -> None:
    assert table.focus.startswith("Elected official")
    table.press("Down")
    assert table.at_table in table.places_at_table[1:]  # under the first
    table.press("End")
    assert table.at_table.startswith("Not stated")
    table.press("Up", "Home")
    assert table.focus.startswith("Elected official")
    table.click_at_table("CLERGY")
    assert table.at_table.startswith("Clergy")


def test_the_same_in_figures(table: Desk) -> None:
    table.session.change_meeting(targets={"POLICE": 3})
    walk_to(table, "Police")
    table.press("T")
    assert table.focus == "The big table in figures"
    heads, _, police, *_ = table.table_figures
    assert heads == ["Group", "Seats wanted", "Invited", "Confirmed", "No answer", "Nobody asked"]
    assert police == ["Police", "3", "1", "0", "1", "2"]
    assert table.table_figures[-1] == ["All together", "17", "4", "0", "4", "13"]
    table.press("+")
    assert table.table_figures[2][1] == "4"
    table.press("T")
    assert (table.table_figures, table.at_table[:6]) == ([], "Police")


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
@pytest.mark.parametrize("size", [(1366, 768), (683, 384), (2560, 1440)])
def test_a_thousand_people_in_any_window(table: Desk, theme: str, size: tuple[int, int]) -> None:
    codes = ("RESIDENT", "POLICE", "FAMILY_AFFECTED", "ნინო", "", "X" * 3_000)
    rows = [
        {"id": f"r{n}", "groups": [code] if (code := codes[n % len(codes)]) else []}
        for n in range(1_000)
    ]
    table.session.import_people(rows)
    while table.theme != theme:
        table.press("Ctrl+Shift+T")
    table.shell.resize(*size)
    planned = table.picture
    walk_to(table, "Not stated")
    assert table.at_table.startswith("Not stated, 0 of 167, 167 invited")
    table.press("Space")
    assert table.picture != planned


# Who came


def test_who_came_and_who_was_missing(table: Desk) -> None:
    for person in ("P1", "P2"):
        table.session.arrive(person)
    table.session.add_person("Zoë", groups=("STUDENT",), walk_in=True)
    newest = next(reversed(table.state.people))
    table.session.arrive(newest)
    table.press("Space")
    assert table.table_choices[0] == "Came, 15 Jan"
    assert table.table_told == "3 came. Of 4 invited 2 came. 1 came unasked."
    assert "Business, 1 of 1 asked" in table.places_at_table
    assert "Student, 1 unasked" in table.places_at_table
    assert "Police. 1 invited, nobody came." in table.missing_voices
    assert table.beside_table == [
        "Of 4 invited 2 came. 1 came unasked. How much a group spoke is told from 20 people on.",
        "Group not stated: 0.",
    ]
    table.press("+", "3", "Delete", "Return")  # who came is no wish
    assert table.state.meeting.targets == {}
    table.press("Space")
    assert table.table_choices[0] == "Planned, 15 Jan"


def test_where_nobody_gave_a_name_nobody_is_called_missing(table: Desk) -> None:
    table.session.tally(40)
    table.press("Space")
    assert table.table_told == "40 were counted. None of them by name."
    assert table.missing_voices == ["Who came is not known by name, nor who was missing."]
    assert table.places_at_table[0] == "Elected official, for 1 seat nobody was asked"


def test_from_twenty_people_on_shares_are_told(table: Desk) -> None:
    rows = [
        {"id": f"r{n}", "groups": ["RESIDENT" if n < 15 else "STUDENT"], "came": 5}
        for n in range(24)
    ]
    table.session.import_people(rows)
    table.session.start_segment("B")
    for person, seconds in (("r1", 400), ("r20", 200)):
        table.session.give_floor(person)
        table.later(seconds)
    table.session.release_floor()
    table.press("Space")
    assert "Of 28 invited 24 came (86 %)." in table.table_told
    assert table.beside_table[1:3] == ["Student, about its share", "Resident, about its share"]
    table.press("T")
    assert ["Student", "9", "9", "0", "0", "–", "about its share"] in table.table_figures
    assert table.table_figures[-1] == ["All together", "28", "24", "0", "4", "86 %", "–"]


@pytest.fixture
def second(tmp_path: Path, planned: Path, clock: Clock) -> Path:
    """The circle is the second of a series; the first was in December."""
    store = store_at(planned)
    Session(store, "circle", clock).change_meeting(series="Circles")
    first = Session(store, "first", clock)
    people = [{"id": "a", "groups": ["POLICE"]}, {"id": "b", "groups": ["CLERGY"]}]
    meeting = {"title": "First", "series": "Circles", "date": "2026-12-11", "timezone": "UTC"}
    first.plan(meeting, people)
    first.arrive("a")
    store.close()
    return planned


def test_the_session_before_is_remembered(second: Path, new_desk: Desk) -> None:
    new_desk.house.resume("circle")
    new_desk.go("The table")
    assert new_desk.places_at_table[1] == "Police, nobody yet, 1 invited, no answer"
    assert "Resident, 0 of 1, last time 0, 1 invited, no answer" in new_desk.places_at_table
    assert new_desk.missing_voices[0] == (
        "Elected official. Nobody invited. Nobody came on 11 Dec. Invite"
    )
    assert new_desk.table_choices == ["Planned, 15 Jan", "Came, 11 Dec"]
    new_desk.press("Space")
    assert new_desk.table_told == "1 came. Of 2 invited 1 came."
    assert new_desk.missing_voices[1] == "Clergy or faith leader. 1 invited, nobody came."
    new_desk.press("T")
    assert new_desk.table_figures[0][-1] == "Voice"
