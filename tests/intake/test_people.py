"""From a row to a person, or the reason why it is none; every row is somewhere."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.intake import FIELDS, Columns, Line, Sheet, guess, proposed, read_text
from facilitator.room.people import CONSENT, Person
from tests.happenings import TEXT


def person(head: str, cell: str) -> tuple[dict[str, Any], tuple[str, ...]]:
    """Return what a row with one more cell tells, and what was not understood."""
    sheet = read_text(f"Name\t{head}\tPhone\nAna Peña\t{cell}\t5550101")
    (fresh,) = proposed(sheet, guess(sheet), {}).fresh
    told = {
        name: value for name, value in fresh.person.items() if name not in ("id", "name", "invited")
    }
    return {name: value for name, value in told.items() if value}, fresh.remarks


@pytest.mark.parametrize(
    ("head", "cell", "told"),
    [
        ("Group", "Police", {"groups": ("POLICE",)}),
        ("Group", "law enforcement", {"groups": ("POLICE",)}),
        ("Group", "Police / Residents", {"groups": ("POLICE", "RESIDENT")}),
        ("Group", "Clergy or faith leader", {"groups": ("CLERGY",)}),
        ("Group", "maestra y vecina", {"groups": ("EDUCATOR_COACH", "RESIDENT")}),
        ("Group", "Block club", {"groups": ("BLOCK_CLUB",)}),
        ("Group", "Friends, Inc. & Sons", {"groups": ("FRIENDS,_INC._&_SONS",)}),
        ("Group", "n/a", {}),
        ("Language", "Spanish", {"languages": ("es",)}),
        ("Language", "español, English", {"languages": ("es", "en")}),
        ("Language", "es-MX", {"languages": ("es-MX",)}),
        ("Language", "Spanish (Mexico)", {"languages": ("es",)}),
        ("Language", "S’gaw Karen and Hmong", {"languages": ("ksw", "hmn")}),
        ("Language", "Tiếng Việt", {"languages": ("vi",)}),
        ("Language", "no", {}),
        ("Interpreter", "yes", {"interpreted": True}),
        ("Interpreter", "No", {}),
        ("Interpreter", "Somali", {"interpreted": True, "languages": ("so",)}),
        ("May be named", "sí", {"consent": "named"}),
        ("May be named", "no", {"consent": "anonymous"}),
        ("May be named", "By group", {"consent": "group"}),
        ("Age", "16", {"minor": True}),
        ("Age", "18 years", {}),
        ("Under 18", "x", {"minor": True}),
        ("Under 18", "1", {"minor": True}),
        ("Table", "Table 12", {"table": 12}),
        ("Role", "Recorder", {"role": "Recorder"}),
        ("Organisation", "<b>Café</b> Fábula", {"organisation": "<b>Café</b> Fábula"}),
        ("E-mail", "mailto:ana@x.org", {"email": "ana@x.org"}),
        ("E-mail", "Ana <ana@x.org>", {"email": "ana@x.org"}),
        ("RSVP", "Yes!", {"confirmed": True}),
        ("E-mail", '"Peña, Ana" <ana@x.org>', {"email": "ana@x.org"}),
        ("RSVP", "maybe", {}),
        ("RSVP", "Yes, with my daughter", {"confirmed": True}),
        ("Will you attend?", "Yes", {"confirmed": True}),
        ("Status", "Invited", {}),
        ("Status", "sent", {}),
        ("Status", "No response", {}),
        ("Interpreter", "Yes - Spanish", {"interpreted": True, "languages": ("es",)}),
        ("Interpreter", "Vietnamese please", {"interpreted": True, "languages": ("vi",)}),
        ("Interpreter", "No, I speak English", {}),
        ("Under 18", "under 18", {"minor": True}),
        ("Under 18", "no, I am 45", {}),
        ("Under 18", "Adult", {}),
        ("Age", "13-17", {"minor": True}),
        ("Age", "18+", {}),
        ("Age", "< 18", {"minor": True}),
        ("Confirmed", "2026-03-01", {"confirmed": True}),
    ],
)
def test_a_cell_is_understood(head: str, cell: str, told: dict[str, Any]):
    assert person(head, cell) == (told, ())


@pytest.mark.parametrize(
    ("head", "cell", "said"),
    [
        ("Language", "Elvish", "“Elvish” is no language known here; left out."),
        ("Interpreter", "Bob", "Interpreter “Bob” was not understood; left out."),
        ("May be named", "ask me", "does not say whether the name may be told; it is not."),
        ("Under 18", "perhaps", "“perhaps” does not say whether they are under 18."),
        ("Table", "near the door", "Table “near the door” is no number; left out."),
        ("Under 18", "2012-05-01", "“2012-05-01” does not say whether they are under 18."),
        ("RSVP", "2", "“2” is no clear yes; not confirmed."),
        ("E-mail", "will send", "“will send” is no e-mail address; left out."),
    ],
)
def test_a_cell_that_is_not_understood_is_told(head: str, cell: str, said: str):
    told, (remark,) = person(head, cell)
    assert told in ({}, {"consent": "anonymous"})
    assert said in remark


def test_of_two_addresses_the_second_is_told():
    told, (remark,) = person("E-mail", "ana@x.org; a.peña@x.org")
    assert told == {"email": "ana@x.org"}
    assert remark == "Only one e-mail is kept, not a.peña@x.org."


def names(text: str) -> list[str]:
    sheet = read_text(text)
    return [fresh.person["name"] for fresh in proposed(sheet, guess(sheet), {}).fresh]


def test_names_are_put_together():
    assert names("First\tLast\nAna\tPeña\n\tLi\nBo\t") == ["Ana Peña", "Li", "Bo"]
    assert names('Name\tx\n"Peña, Ana"\t1\n"Li, Bo"\t1\n"Storey, Jr."\t1') == [
        *("Ana Peña", "Bo Li", "Storey, Jr."),
    ]
    assert names("Name\tx\nAna Peña, PhD\t1\nBo Li\t1") == ["Ana Peña, PhD", "Bo Li"]
    assert names("Name\tMail\n\tana.peña@x.org\n\tBo Li <b@x.org>\n") == ["Ana Peña", "Bo Li"]
    assert names("Name\tx\nBo Li <b@x.org>\ty") == ["Bo Li"]
    assert names("Name\tx\n王小明\t1\n👩‍🚒\t2\nليلى\t3") == ["王小明", "👩‍🚒", "ليلى"]


def test_what_is_on_a_list_of_invited_was_invited_unless_it_says_no():
    sheet = read_text("Name\tInvited\nAna\tyes\nBo\tnot yet\nCy\t\nDi\tby letter")
    found = proposed(sheet, guess(sheet), {}).fresh
    assert [fresh.person["invited"] for fresh in found] == [True, False, True, True]


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("\tPolice\t", "No name and no e-mail"),
        ("tbd\tPolice\t", "No name and no e-mail"),
        ("12 345\tPolice\t5", "The name has no letters"),
        ("Total\t\t300", "A total, not a person"),
        ("Grand total: 300\t\t", "A total, not a person"),
        ("Clergy\t\t", "A heading over people, not a person"),
        ("Name\tGroup\tTable", "The headings again"),
    ],
)
def test_a_row_that_is_nobody_says_why(row: str, why: str):
    sheet = read_text(f"Name\tGroup\tTable\nAna\tPolice\t1\n\n{row}")
    (misfit,) = proposed(sheet, guess(sheet), {}).misfits
    assert (misfit.number, misfit.why) == (4, why)
    assert misfit.text.split(" · ") == [cell for cell in row.split("\t") if cell]


CELLS = TEXT | st.sampled_from(
    [
        "",
        "Ana",
        "Ana Peña",
        "Total",
        "a@x.org",
        "Police",
        "yes",
        "no",
        "es",
        "5",
        "Name",
        "Peña, Ana",
    ]
)


@given(
    st.lists(st.tuples(CELLS, CELLS, CELLS), max_size=12),
    st.lists(st.sampled_from(sorted(FIELDS)), min_size=3, max_size=3),
    st.integers(0, 2),
)
def test_every_row_is_in_exactly_one_of_the_three(rows, fields: list[str], head: int):
    lines = tuple(Line(n * 2 + 1, row) for n, row in enumerate(rows) if any(row))
    sheet, columns = Sheet("", lines), Columns(min(head, len(lines)), tuple(fields))
    known = {"p": Person("p", "Ana Peña", email="a@x.org")}
    found = proposed(sheet, columns, known)
    numbers = [
        *(fresh.number for fresh in found.fresh),
        *(double.fresh.number for double in found.doubles),
        *(misfit.number for misfit in found.misfits),
    ]
    assert sorted(numbers) == [line.number for line in lines[columns.head :]]
    told = found.rows(set(numbers))
    assert len(told) == len(found.fresh) + len(found.doubles)
    assert len({row["id"] for row in told}) == len(told)
    assert all(Person(**row).name and Person(**row).consent in CONSENT for row in told)


@given(st.lists(TEXT.filter(lambda text: "\n" not in text and "\r" not in text), max_size=20))
def test_no_row_of_pasted_names_is_lost_or_invented(typed: list[str]):
    sheet = read_text(
        "\n".join(["Name\tTable", *(f"{name}\t7" for name in typed)]).replace('"', "")
    )
    assert len(sheet.lines) == len(typed) + 1
    found = proposed(sheet, Columns(1, ("name", "table")[: sheet.width]), {})
    assert len(found.fresh) + len(found.doubles) + len(found.misfits) == len(typed)
