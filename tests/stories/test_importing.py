"""A list of invitations from a spreadsheet, looked at before anything is taken in."""

import time
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.desk import Desk

ROWS = """Invitations for the circle;;;;
;;;;
Name;Group;E-Mail;Notes;Coming?
Ana María;Police;ana@example.org;parks at the back;yes
Bo;Clergy;bo@example.org;;no
;;;nobody answered;
Nguyễn Ngọc Ảo;Business;;;
Ana María;Police;ana@example.org;again;yes
"""


@pytest.fixture
def tab(planning: Desk) -> Desk:
    planning.press("Alt+3")
    return planning


@pytest.fixture
def invitations(tmp_path: Path) -> Path:
    path = tmp_path / "invitations.csv"
    path.write_bytes(ROWS.encode())
    return path


def bring_in(desk: Desk, path: Path) -> None:
    desk.press("Ctrl+I")
    QApplication.processEvents()  # the dialog takes the keys
    desk.save_as(path)
    desk.shell.activateWindow()  # as every window manager does when a dialog goes
    QApplication.processEvents()


def test_a_file_is_looked_at_and_taken_in_as_one_act(tab: Desk, invitations: Path) -> None:
    bring_in(tab, invitations)
    assert tab.focus == "What the columns are"
    assert [row.rpartition(": ")[2] for row in tab.import_columns] == [
        "Name",
        "Group",
        "E-mail",
        "Leave out",
        "Confirmed",
    ]
    assert tab.import_kinds == ["2 new", "2 may be there", "1 do not fit"]
    assert tab.import_rows[1] == "row 5, Bo, Clergy or faith leader, will be imported"
    assert tab.import_told == [
        "invitations.csv",
        "2 of 5 rows · headings in row 3",
        "Import 2 people",
    ]
    tab.press("Return", "Return", "Return")
    assert tab.import_told == []
    assert tab.banner.startswith("2 people are on the list now.")
    assert [row.split(",")[0] for row in tab.people][:2] == ["Ana María", "Bo"]
    assert tab.people[0].endswith("told not by name, confirmed")
    tab.press("Ctrl+Z")
    assert len(tab.people) == 4


def test_what_is_there_and_what_does_not_fit_is_told_by_row(tab: Desk, invitations: Path) -> None:
    bring_in(tab, invitations)
    assert len(tab.import_rows) == 2
    tab.press("Tab", "Tab", "Space")
    assert tab.focus == "2 may be there"
    there = [row.split(",")[0].lstrip("* ") for row in tab.import_rows]
    assert there == ["row 7", "row 8"]
    assert all("left out" in row for row in tab.import_rows)
    tab.press("Tab", "Space")
    assert tab.focus == "1 do not fit"
    assert tab.import_rows[0].startswith("* row 6, ")
    assert tab.import_rows[0].endswith("nobody answered")


def test_a_row_is_taken_or_left_by_a_key(tab: Desk, invitations: Path) -> None:
    bring_in(tab, invitations)
    assert tab.import_told[2] == "Import 2 people"
    tab.press("Return", "Down", "Space")
    assert tab.import_rows[1] == "* row 5, Bo, Clergy or faith leader, left out"
    assert tab.import_told[2] == "Import 1 person"
    tab.press("Space", "Up", "Space", "Return", "Return")
    assert tab.banner == "1 person is on the list now. Undo takes them off again."
    assert tab.people[0].startswith("Bo,")


def test_a_column_is_said_to_be_something_else(tab: Desk, invitations: Path) -> None:
    bring_in(tab, invitations)
    tab.press("Down", "Down", "Down", "R")
    assert tab.import_columns[3].endswith("is: Role in the session")
    tab.press("Up", "Up", "Delete")
    assert tab.import_columns[1].endswith("is: Leave out")
    assert tab.import_rows[1] == "row 5, Bo, will be imported"
    tab.press("Right")
    assert tab.import_columns[1].endswith("is: Name")
    assert tab.import_columns[0].endswith("is: Leave out")
    tab.press("Left", "Up", "N")
    assert tab.import_told[2] == "Import 2 people"
    tab.press("Return", "Return", "Return")
    ana = next(one for one in tab.state.people.values() if one.name == "Ana María")
    assert (ana.groups, ana.role) == ((), "parks at the back")


def test_rows_that_are_pasted_open_the_page_wherever_the_keys_are(tab: Desk) -> None:
    for keys in ((), ("Insert",), ("Ctrl+F",), ("Escape", "Return")):
        tab.press(*keys)
        tab.paste("Name\tGroup\nDara\tStudent\nLiên\tYouth\n")
        assert tab.import_kinds[0] == "2 new"
        tab.press("Escape")
        assert (tab.import_told, len(tab.people)) == ([], 4)


def test_a_single_name_is_pasted_as_a_name(tab: Desk) -> None:
    tab.press("Insert")
    tab.paste("Dara\n")
    tab.press("Return")
    assert tab.people[1].startswith("* Dara")


def test_names_alone_are_pasted_too(tab: Desk) -> None:
    tab.paste("Dara\nLiên\nZoë")
    assert tab.import_told[0] == "Pasted rows"
    assert tab.import_kinds[0] == "3 new"
    tab.press("Return", "Return", "Return")
    assert len(tab.people) == 7


def test_escape_leaves_an_import_that_is_still_being_looked_at(tab: Desk, tmp_path: Path) -> None:
    path = tmp_path / "many.csv"
    rows = "".join(f"Person {n},Resident,p{n}@example.org\n" for n in range(5_000))
    path.write_text("Name,Group,E-mail\n" + rows, "utf-8")
    bring_in(tab, path)
    assert tab.still_reading
    tab.press("Return", "Return", "Escape")
    assert (tab.import_told, len(tab.people)) == ([], 4)


def test_five_thousand_rows_are_taken_in_within_three_seconds(tab: Desk, tmp_path: Path) -> None:
    path = tmp_path / "many.csv"
    rows = "".join(f"Person Nr{n},Resident,p{n}@example.org\n" for n in range(5_000))
    path.write_text("Name,Group,E-mail\n" + rows, "utf-8")
    begun = time.thread_time()
    bring_in(tab, path)
    assert tab.import_kinds[0] == "5,000 new"
    tab.press("Return", "Return", "Return")
    assert len(tab.people) == 5_004
    assert time.thread_time() - begun < 3
    tab.press("Ctrl+F")
    begun = time.thread_time()
    for letter in "nr4999":
        tab.type(letter)
    assert tab.people[0].startswith("* Person Nr4999")
    assert (time.thread_time() - begun) / 6 < 0.05


def test_what_cannot_be_read_is_said_in_a_sentence(tab: Desk, tmp_path: Path) -> None:
    path = tmp_path / "empty.csv"
    path.write_bytes(b"")
    bring_in(tab, path)
    assert tab.banner.startswith("“empty.csv” has nothing in it.")
    assert tab.import_told == []


def test_what_the_disk_does_not_take_leaves_the_page_as_it_is(tab: Desk) -> None:
    tab.paste("Name\tOrganisation\n" + "".join(f"Nr{n}\t{'x' * 90}\n" for n in range(300)))
    assert tab.import_told[2] == "Import 300 people"
    tab.fill_disk()
    tab.press("Return", "Return", "Return")
    assert tab.banner.startswith("Not saved: the disk is full.")
    assert (tab.import_told[2], len(tab.people)) == ("Import 300 people", 4)
    tab.clear_disk()
    tab.press("Return")
    assert len(tab.people) == 304


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_a_messy_list_is_brought_in_by_keys_alone(tab: Desk, ending: str) -> None:
    bring_in(tab, Path(__file__).parent.parent / "data" / f"invitations.{ending}")
    assert tab.import_kinds == ["292 new", "7 may be there", "3 do not fit"]
    tab.press("Return", "Return", "Return")
    assert tab.people_told.startswith("298 people · ")
    assert any(row.lstrip("* ").startswith("Íñigo Ly-Story, ") for row in tab.people)
    tab.press("Ctrl+Z")
    assert len(tab.people) == 4


def test_formulas_and_markup_are_only_words(tab: Desk) -> None:
    tab.paste("Name\tOrganisation\n=1+1\t<b>bold</b>\n{0}\t&amp;\n")
    assert tab.import_kinds[0].endswith("new")
    assert not tab.picture.isNull()
    tab.press("Escape")


def test_on_a_small_screen_the_page_is_one_column(tab: Desk, invitations: Path) -> None:
    tab.shell.resize(683, 384)
    bring_in(tab, invitations)
    assert tab.import_kinds[0] == "2 new"
    tab.press("Return", "Return", "Return")
    assert len(tab.people) == 6


def test_nobody_is_named_by_a_column_that_does_not_ask_to_be_named(tab: Desk) -> None:
    tab.paste(
        "Name\tRecording consent\tDo not use my name\tCannot attend\n"
        "Dara\tyes\tyes\tyes\nLiên\tyes\tno\t\nZoë\tyes\t\t\n"
    )
    assert tab.import_columns[1:] == [
        "Recording consent, as yes, is: Leave out. No consent to be named; left out.",
        "Do not use my name, as yes, no, is: May be named."
        " Read the other way round: a yes is not named.",
        "Cannot attend, as yes, is: Confirmed. Read the other way round: a yes means no.",
    ]
    assert tab.import_rows == [
        "row 2, Dara, will be imported",
        "row 3, Liên, will be imported, “no” to a refusal is no consent; not named.",
        "row 4, Zoë, will be imported",
    ]
    tab.press("Return", "Return", "Return")
    new = [
        row.lstrip("* ") for row in tab.people if row.lstrip("* ").startswith(("Da", "Li", "Zo"))
    ]
    assert [row.split(",")[0] for row in new] == ["Dara", "Liên", "Zoë"]
    assert all("told not by name" in row for row in new)


def test_a_consent_that_says_not_to_what_is_named_by_hand(tab: Desk) -> None:
    tab.paste("Name\tConsent\nDara\tyes\nLiên\tno\n")
    told = "This may not be a consent to be named; a yes names nobody."
    assert tab.import_columns[1] == f"Consent, as yes, no, is: Leave out. {told}"
    tab.press("Down", "M")
    assert tab.import_columns[1] == (
        "Consent, as yes, no, is: May be named."
        " You say that it asks for names; its heading does not."
    )
    tab.press("Return", "Return", "Return")
    new = {row.lstrip("* ").split(",")[0]: row for row in tab.people}
    assert "told by name" in new["Dara"]
    assert "told not by name" in new["Liên"]
