"""Lists that are no table: recipients of a message, and names that have a comma in them."""

import pytest

from facilitator.intake import guess, is_table, proposed, read_text
from facilitator.room.people import People

MESSAGE = 'Ana Peña <ana@x.org>; Bo Li <bo@x.org>; "Storey, Cy" <cy@x.org>; di@x.org'
NOBODY: People = {}


def told(text: str) -> list[tuple[str, str, str]]:
    """Return who is proposed: name, address, organisation."""
    sheet = read_text(text)
    people = [fresh.person for fresh in proposed(sheet, guess(sheet), NOBODY).fresh]
    return [(one["name"], one.get("email", ""), one.get("organisation", "")) for one in people]


@pytest.mark.parametrize(
    "text",
    [
        MESSAGE,
        MESSAGE.replace(";", ","),
        MESSAGE.replace("; ", ";\n"),
        MESSAGE.replace('"', ""),
        f"  {MESSAGE};  ",
    ],
)
def test_the_recipients_of_a_message_are_a_person_each(text: str):
    assert is_table(text)
    assert told(text) == [
        ("Ana Peña", "ana@x.org", ""),
        ("Bo Li", "bo@x.org", ""),
        ("Cy Storey", "cy@x.org", ""),
        ("Di", "di@x.org", ""),
    ]


@pytest.mark.parametrize(
    "text", ["Ana Peña", "ana@x.org", "Ana <ana@x.org>", "Ana, Police, ana@x.org", "Ana; Bo"]
)
def test_one_person_is_no_list(text: str):
    assert not is_table(text)


def test_a_table_with_addresses_stays_one():
    assert told("Ana,Fable Inc,ana@x.org\nBo,Theatre,bo@x.org\n") == [
        ("Ana", "ana@x.org", "Fable Inc"),
        ("Bo", "bo@x.org", "Theatre"),
    ]


def test_a_comma_in_a_name_parts_nobody_in_two():
    assert told("Peña, Ana\nLi, Bo M.\nStorey, Cy\n") == [
        ("Ana Peña", "", ""),
        ("Bo M. Li", "", ""),
        ("Cy Storey", "", ""),
    ]
    mixed = told("Ana Peña\nDara\nEmil Fable\nLi, Bo\nStorey, Cy\n")
    assert [(name, body) for name, _, body in mixed[-2:]] == [("Li, Bo", ""), ("Storey, Cy", "")]


@pytest.mark.parametrize(
    "text", ["1. Ana Peña\n2. Bo Li\n", "• Ana Peña\n\n  • Bo Li", "- Ana Peña\n- Bo Li\n"]
)
def test_what_stands_before_each_line_is_no_part_of_a_name(text: str):
    assert [name for name, *_ in told(text)] == ["Ana Peña", "Bo Li"]


def test_a_dash_before_one_line_stays():
    assert [name for name, *_ in told("Ana Peña\n- Bo Li\nCy Fable\n")][1] == "- Bo Li"


def test_a_column_of_numbers_stays_one():
    rows = "".join(f"{n}.\tAna Nr{n}\tPolice\n" for n in range(20))
    assert read_text(f"#\tName\tGroup\n{rows}").lines[1].cells == ("0.", "Ana Nr0", "Police")


def test_headings_among_names_are_nobody():
    sheet = read_text("Police:\nAna Peña\n\nTable 2\nBo Li\nMesa 3:\nCy Coach\n")
    found = proposed(sheet, guess(sheet), NOBODY)
    assert [one.person["name"] for one in found.fresh] == ["Ana Peña", "Bo Li", "Cy Coach"]
    why = "A heading over people, not a person"
    assert [(one.number, one.why) for one in found.misfits] == [(1, why), (4, why), (6, why)]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Peña, Fable Inc\nBo Li, YMCA\n",
        "Name, Organisation\nAna, Library\nBo, Theatre\n",
        "Ana, Library of the Falls\nBo, City Hall 2\n",
    ],
)
def test_an_organisation_after_the_comma_is_one(text: str):
    assert all(body for _, _, body in told(text))
