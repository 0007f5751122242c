"""What each column is: by its head in English or Spanish, by its cells, by hand."""

import pytest

from facilitator.intake import FIELDS, Columns, guess, read_text
from facilitator.intake.headings import meaning


@pytest.mark.parametrize(
    ("head", "field"),
    [
        *(("Name", "name"), ("FULL NAME", "name"), ("Nombre completo", "name"), ("Guest", "name")),
        *(("First Name", "first"), ("Given", "first"), ("Apellidos", "last"), ("Surname", "last")),
        *(("Stakeholder group", "group"), ("2nd group", "group"), ("Sector", "group")),
        *(("Organization name", "organisation"), ("Name of organization", "organisation")),
        *(("E-Mail", "email"), ("Email address (work)", "email"), ("Correo electrónico", "email")),
        *(("Languages spoken", "language"), ("Idioma", "language")),
        *(("Interpreter needed?", "interpreted"), ("¿Necesita intérprete?", "interpreted")),
        *(("OK to name?", "consent"), ("May we use your name?", "consent")),
        *(("Under 18", "minor"), ("Age", "minor"), ("Menor de edad", "minor")),
        *(("Role in the session", "role"), ("Table #", "table"), ("Mesa", "table")),
        *(("Invitation sent", "invited"), ("RSVP", "confirmed"), ("Confirmado", "confirmed")),
        *(("Phone", "nothing"), ("Guardian name", "nothing"), ("Photo consent", "nothing")),
        *(("Mailing address", "nothing"), ("Invited by", "nothing"), ("Last contacted", None)),
        *(("Shoe size", None), ("", None), ("The name of everybody who said that they come", None)),
    ],
)
def test_a_head_says_what_a_column_is(head: str, field: str | None):
    found = meaning(head)
    assert (found and found.field) == field
    assert field in {*FIELDS, "nothing", None}


@pytest.mark.parametrize(
    ("text", "head", "fields"),
    [
        # Titles stand above the head
        ("Our list of names\t\n\t\nName\tGroup\nAna\tPolice", 2, ("name", "group")),
        ("Name\nAna\nBo", 1, ("name",)),
        # Several heads for one thing: the surest has it, of groups all
        ("Contact person\tName\tMail\tE-mail\nA\tB\tc\td", 1, ("name", "", "", "email")),
        ("Group\tName\tSecond group\nPolice\tAna\tYouth", 1, ("group", "name", "group")),
        ("Nombre\tApellidos\tGrupo\nAna\tPeña\tPolicía", 1, ("first", "last", "group")),
        # A head that says nothing: the cells do
        ("Name\tWhere to write\nAna\ta@x.org\nBo\tb@x.org", 1, ("name", "email")),
        # Words of consent are heads, or answers
        ("Ann\tWho\nName\tConsent\nAna\tnamed", 2, ("name", "consent")),
        ("Guest\tMay be named\nAna\tyes", 1, ("name", "consent")),
        ("Ana Peña\tnamed\nBo Li\tanonymous", 0, ("name", "")),
        # No head at all
        ("Ana Peña\tPolice\nBo Li\tClergy", 0, ("name", "group")),
        ("a@x.org\tAna Peña\tes\nb@x.org\tBo Li\tHmong", 0, ("email", "name", "language")),
        ("Ana\tPeña\ta@x.org\nBo\tLi\tb@x.org", 0, ("first", "last", "email")),
        ("Ana Peña\tRadio Ficción\nBo Li\tCafé Fábula", 0, ("name", "organisation")),
        ("Ana Peña\t555-0101\tyes\nBo Li\t555-0102\tno", 0, ("name", "", "")),
        ("Ana Peña", 0, ("name",)),
        ("123\t456", 0, ("", "")),
    ],
)
def test_columns_are_guessed(text: str, head: int, fields: tuple[str, ...]):
    assert guess(read_text(text))[:2] == (head, fields)


@pytest.mark.parametrize(
    ("head", "whole"),
    [
        ("Consent", True),
        ("May be named", True),
        ("Named", False),  # this may be an answer
        ("Anonymous", False),
        ("Do not name me", False),
        ("Consent form signed", False),
    ],
)
def test_which_words_of_consent_are_surely_a_head(head: str, whole: bool):
    found = meaning(head)
    assert found == ("consent", whole, len(head.split()), 0)


def test_of_two_heads_the_one_that_asks_straight_has_the_column():
    def fields(heads: str) -> tuple[str, ...]:
        return guess(read_text(f"Name\t{heads}\nAna\tyes\tyes\n")).fields[1:]

    assert fields("No interpreter needed\tInterpreter") == ("", "interpreted")
    assert fields("Not under 18\tMinor") == ("", "minor")
    assert fields("Canceled\tComing") == ("confirmed", "confirmed")
    assert fields("RSVP\tComing") == ("confirmed", "")


def test_a_column_is_changed_by_hand():
    columns = Columns(1, ("name", "group", "email"))
    assert columns.choose(2, "name").fields == ("", "group", "name")
    assert columns.choose(0, "group").fields == ("group", "group", "email")
    assert columns.choose(1, "").fields == ("name", "", "email")
    assert columns.choose(0, "group").choose(2, "name").by_hand == {0, 2}


def test_columns_without_words_over_them_have_letters():
    sheet = read_text("\t".join("x" * 28))
    assert Columns(0, ("",) * 28).heads(sheet)[25:] == ("Column Z", "Column AA", "Column AB")
    sheet = read_text("Name\t\nAna\tx")
    assert guess(sheet).heads(sheet) == ("Name", "Column B")
