"""Seating people at tables before the session: by a rule, and then by hand."""

from time import perf_counter
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from ui.prepare.seating_words import where

if TYPE_CHECKING:
    from tests.desk import Desk

GROUPS = ("RESIDENT", "POLICE", "CLERGY", "STUDENT")


def invite(desk: "Desk", count: int, **fields: object) -> None:
    rows = [
        {"id": f"G{n}", "name": f"Guest {n}", "groups": (GROUPS[n % len(GROUPS)],), **fields}
        for n in range(count)
    ]
    assert desk.session.import_people(rows)


def sizes(desk: "Desk") -> list[int]:
    return [len(names) for table, names in desk.tables.items() if table and names]


@pytest.fixture
def seating(planning: "Desk") -> "Desk":
    """Sixteen people, four of each group beside those of the circle, and no tables yet."""
    planning.shell.resize(1366, 768)
    invite(planning, 16)
    planning.go("Seating")
    return planning


def seat_all(desk: "Desk", size: int) -> None:
    """Type how many sit at a table, and press the button that is four keys away."""
    desk.type(str(size))
    desk.press("Return", "Tab", "Tab", "Tab", "Return")


class TestByARule:
    def test_it_asks_first_how_many_sit_at_a_table(self, seating: "Desk"):
        assert seating.focus == "People a table"
        assert seating.seating_told == "20 people, no tables yet"
        assert list(seating.tables) == [0]

    def test_everyone_is_seated_by_keys_alone(self, seating: "Desk"):
        seat_all(seating, 5)
        assert sizes(seating) == [5, 5, 5, 5]
        assert seating.seating_told == "20 people at 4 tables"
        assert seating.rule_told == ["The rule holds at every table"]
        assert seating.focus.startswith("Seats: ")

    def test_one_person_at_one_table_is_no_people(self, planning: "Desk"):
        planning.session.remove_people(["P2", "P3", "P4"])
        planning.go("Seating")
        assert planning.seating_told == "1 person, no tables yet"
        seat_all(planning, 5)
        assert planning.seating_told == "1 person at 1 table"

    def test_one_undo_takes_all_seats_back(self, seating: "Desk"):
        seat_all(seating, 5)
        seating.press("Ctrl+Z")
        assert next(iter(seating.tables)) == 0
        assert len(seating.tables[0]) == 20

    def test_the_button_asks_for_the_number_it_lacks(self, seating: "Desk"):
        seating.press("Tab", "Tab", "Tab", "Tab")
        assert seating.focus == "Seat everyone"
        seating.press("Return")
        assert seating.focus == "People a table"

    def test_what_is_no_number_is_asked_again_and_keeps_the_old_one(self, seating: "Desk"):
        seating.type("5 or so")
        seating.press("Return")
        assert seating.state.meeting.seats == 5
        seating.press("Shift+Tab")
        seating.type("many")
        seating.press("Return")
        assert seating.seating.head.seats.hint.words == "a number?"
        seating.press("Esc")
        assert seating.state.meeting.seats == 5

    def test_like_groups_have_tables_of_their_own(self, seating: "Desk"):
        seating.type("5")
        seating.press("Return", "Right", "Tab", "Tab", "Tab", "Return")
        people = {p.name: p.group for p in seating.state.people.values()}
        at = [{people[name] for name in names} for names in seating.tables.values() if names]
        assert {"CLERGY"} in at
        assert {"STUDENT"} in at
        assert "Each group has tables of its own" in seating.seating.side.rule.text

    def test_languages_sit_together_if_asked(self, seating: "Desk"):
        for ident in ("G0", "G5", "G10"):
            seating.session.change_person(ident, languages=("so",), interpreted=True)
        seating.type("5")
        seating.press("Return", "Tab", "Space", "Tab", "Tab", "Return")
        assert len({seating.state.people[ident].table for ident in ("G0", "G5", "G10")}) == 1
        seating.point_at("Guest 5")
        assert seating.why_there == "Beside 2 others who also need an interpreter for Somali."

    def test_who_comes_later_is_seated_and_nobody_else_moves(self, seating: "Desk"):
        seat_all(seating, 5)
        before = {ident: p.table for ident, p in seating.state.people.items()}
        seating.session.add_person("Late", groups=("CLERGY",))
        assert seating.seating_told == "20 people at 4 tables, 1 without a table"
        assert seating.rule_told == ["Different from the rule", "One person has no table yet."]
        seating.press("Shift+Tab", "Shift+Tab")
        assert seating.focus == "Seat who has no table"
        seating.press("Return")
        assert seating.seat.startswith("Late, Clergy or faith leader, table ")
        after = {ident: p.table for ident, p in seating.state.people.items()}
        assert all(after[ident] == table for ident, table in before.items())
        assert 0 not in after.values()

    def test_what_no_seating_can_keep_is_said(self, planning: "Desk"):
        for n in range(6):
            planning.session.add_person(f"Officer {n}", groups=("POLICE",))
        planning.go("Seating")
        seat_all(planning, 5)
        head, *told = planning.rule_told
        assert head == "The rule holds as far as it can"
        assert told == [
            "Police: 7 of 10 people, too many to stay under 40 % everywhere.",
            "7 officials at 2 tables: some have more than two.",
        ]
        assert planning.wrong_tables == {}


class TestByHand:
    def test_a_key_moves_somebody_to_the_next_table(self, seating: "Desk"):
        seat_all(seating, 5)
        seating.press("Down")
        who, was = seating.seat.split(",")[0], seating.seat[-1]
        seating.press("Alt+Down")
        assert seating.seat.startswith(who)
        assert (was, seating.seat[-1]) == ("1", "2")
        seating.press("Alt+Up")
        assert seating.seat.endswith("table 1")

    def test_a_number_moves_somebody_there(self, seating: "Desk"):
        seat_all(seating, 5)
        seating.point_at("Guest 7")
        seating.type("4")
        assert seating.focus == "Table"
        seating.press("Return")
        assert "Guest 7" in seating.tables[4]
        assert seating.seat == "Guest 7, Student, table 4"
        assert seating.focus.startswith("Seats: ")

    def test_a_hand_moves_somebody_too(self, seating: "Desk"):
        seat_all(seating, 5)
        was = seating.state.people["G7"].table
        to = was % 4 + 1
        seating.drag_to_table("Guest 7", to)
        assert "Guest 7" in seating.tables[to]
        seating.press("Ctrl+Z")
        assert "Guest 7" in seating.tables[was]

    def test_a_new_table_begins_behind_the_last(self, seating: "Desk"):
        seat_all(seating, 5)
        seating.drag_to_table("Guest 7", 5)
        assert seating.tables[5] == ["Guest 7"]
        assert seating.tables[6] == []

    def test_a_broken_rule_is_told_not_forbidden(self, seating: "Desk"):
        seat_all(seating, 5)
        seating.session.seat({f"G{n}": 1 for n in (1, 5, 9, 13)})
        head, *told = seating.rule_told
        assert head == "Different from the rule"
        assert "Table 1: more than two officials." in told
        assert 1 in seating.wrong_tables

    def test_a_seat_is_given_up(self, seating: "Desk"):
        seat_all(seating, 5)
        seating.point_at("Guest 7")
        seating.press("Delete")
        assert seating.tables[0] == ["Guest 7"]
        assert seating.why_there.startswith("No table yet.")

    def test_a_number_half_typed_is_left_alone_by_escape(self, seating: "Desk"):
        seat_all(seating, 5)
        seating.point_at("Guest 7")
        was = seating.state.people["G7"].table
        seating.type("9")
        seating.press("Esc")
        assert seating.state.people["G7"].table == was
        assert seating.focus.startswith("Seats: ")


class TestFinding:
    def test_a_few_letters_lead_to_a_seat(self, seating: "Desk"):
        seat_all(seating, 5)
        seating.press("Ctrl+F")
        seating.type("caasho")
        assert seating.seat.startswith("Caasho Cabdi, Resident, interpreter, table ")
        seating.press("Esc")
        assert seating.focus.startswith("Seats: ")
        assert seating.seat.startswith("Caasho Cabdi")

    def test_enter_goes_on_to_the_next(self, seating: "Desk"):
        seat_all(seating, 5)
        seating.press("Ctrl+F")
        seating.type("guest 1")
        first = seating.seat
        seating.press("Return")
        assert seating.seat != first
        seating.press("Up")
        assert seating.seat == first


class TestWhatMayStandThere:
    def test_a_group_that_only_those_it_names_tell_is_not_shown(self, seating: "Desk"):
        seating.session.change_person("G7", groups=("FAMILY_AFFECTED",))
        seat_all(seating, 5)
        seating.point_at("Guest 7")
        assert seating.seat.count(",") == 1
        assert "amily" not in " ".join([seating.why_there, *seating.rule_told])

    @pytest.mark.parametrize("name", ["", "🙂" * 40, "ن" * 3000, "<b>Bold</b> & co.", "\u202eevil"])
    def test_any_name_can_sit(self, seating: "Desk", name: str):
        seating.session.change_person("G7", name=name)
        seat_all(seating, 5)
        seating.shell.grab()
        seating.shell.resize(683, 384)
        seating.shell.grab()
        assert sum(sizes(seating)) == 20

    def test_nobody_invited_is_said(self, planning: "Desk"):
        planning.session.remove_people(list(planning.state.people))
        planning.go("Seating")
        assert planning.seating_told == "Nobody to seat yet"
        assert planning.seating.hall.accessibleName().startswith("Seats: The tables show here")
        planning.press("Tab", "Tab", "Tab", "Up", "Down", "Delete", "Alt+Down", "Home", "PgDown")
        planning.shell.grab()


def test_a_thousand_at_a_hundred_tables_stay_fluent(planning: "Desk"):
    planning.shell.resize(1366, 768)
    invite(planning, 1000)
    planning.go("Seating")
    seat_all(planning, 10)
    assert len(sizes(planning)) == 101
    begun = perf_counter()
    for key in ("PgDown", "Down", "Right", "Alt+Down"):
        planning.press(key)
        QApplication.processEvents()
    assert perf_counter() - begun < 1  # far from what a hand would notice, even on a slow machine


def test_a_sentence_names_so_many_tables_and_counts_the_others():
    assert where((3,)) == "table 3"
    assert where(tuple(range(1, 10))) == "tables 1, 2, 3, 4, 5, 6, 7, 8 and 9"
    assert where(tuple(range(1, 11))) == "tables 1, 2, 3, 4, 5, 6, 7, 8 and 2 others"
