"""Columns of yes and no: a heading that refuses turns the answer round, or leaves it open."""

import pytest

from facilitator.intake import guess, proposed, read_text
from facilitator.intake.questions import Way, way, words_in
from facilitator.room.people import Person


def read(head: str, cell: str) -> tuple[Person, tuple[str, ...]]:
    """Return who a row with one more cell is, and what of it was remarked."""
    sheet = read_text(f"Name\t{head}\tPhone\nAna Peña\t{cell}\t5550101")
    (fresh,) = proposed(sheet, guess(sheet), {}).fresh
    return Person(**fresh.person), fresh.remarks


@pytest.mark.parametrize(
    ("head", "words"),
    [
        ("May be named (yes/no)", "may be named"),
        ("Coming? Y / N", "coming"),
        ("sí o no: ¿viene?", "viene"),
        ("OKToName", "ok to name"),
        ("noUsarMiNombre", "no usar mi nombre"),
        ("ANÓNIMO", "anonimo"),
        ("Don’t_name-me", "dont name me"),
        ("not yes, not no", "not yes not no"),
    ],
)
def test_the_words_of_a_head(head: str, words: str):
    assert words_in(head) == words.split()


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ("Will you come?", Way.STRAIGHT),
        ("Come (yes/no)", Way.STRAIGHT),
        ("Come, no later than eight", Way.STRAIGHT),
        ("Come? If not, call us", Way.STRAIGHT),
        ("Viene? Si no, llame", Way.STRAIGHT),
        ("Cannot come", Way.TURNED),
        ("I will not come", Way.TURNED),
        ("Come without shoes", Way.DOUBTFUL),
        ("Free to come, no cost", Way.DOUBTFUL),
    ],
)
def test_which_way_a_head_asks(head: str, told: Way):
    assert way(head, {"come", "viene"}) is told


@pytest.mark.parametrize(
    ("heads", "cell", "confirmed", "remarked"),
    [
        ("Will attend|RSVP (yes/no)|RSVP no later than May 1|Puede asistir", "yes", True, False),
        ("Cannot attend|Can't come|Unable to attend|Not attending|Won’t come", "yes", False, False),
        ("Declined|Canceled|No puede asistir|No asiste|notAttending", "x", False, False),
        ("Cannot attend|Declined|No puede asistir", "no", False, True),
        ("Cannot attend|Declined", "Attending", False, False),  # a yes to it, of whatever kind
        ("Cannot attend the first hour|¿No podrá asistir?|Attending or not", "yes", False, True),
    ],
)
def test_a_yes_to_a_refusal_confirms_nobody(heads: str, cell: str, confirmed: bool, remarked: bool):
    for head in heads.split("|"):
        person, remarks = read(head, cell)
        assert (head, person.confirmed, bool(remarks)) == (head, confirmed, remarked)


@pytest.mark.parametrize(
    ("rows", "confirmed"),
    [
        ("Coming\tCanceled\nyes\tno", True),
        ("Canceled\tComing\nno\tyes", True),
        ("Coming\tCanceled\nyes\tyes", False),
        ("Canceled\tComing\nyes\tyes", False),
        ("Coming\tCanceled\nno\tno", False),
        ("Coming\tCanceled\nmaybe\tno", False),
        ("Coming\tCanceled\nyes\tperhaps", False),
        ("RSVP\tCannot attend\nyes\t", True),
    ],
)
def test_a_cancellation_in_a_column_of_its_own_counts(rows: str, confirmed: bool):
    heads, cells = rows.split("\n")
    sheet = read_text(f"Name\t{heads}\nAna Peña\t{cells}")
    (fresh,) = proposed(sheet, guess(sheet), {}).fresh
    assert fresh.person["confirmed"] is confirmed
    assert bool(fresh.remarks) is ("perhaps" in rows)


@pytest.mark.parametrize(
    ("heads", "cell", "interpreted", "remarked"),
    [
        ("Interpreter needed? (Y/N)|Necesita intérprete", "yes", True, False),
        ("Interpreter language (if not English)", "Spanish", True, False),
        (
            "No interpreter needed|No necesita intérprete|Interpreter not needed",
            "yes",
            False,
            False,
        ),
        ("Does not need an interpreter|I don't need interpretation", "x", False, False),
        ("No interpreter needed|No necesita intérprete", "no", False, True),
        ("No interpreter needed", "Spanish", False, True),
        ("No interpreter needed", "Yes, Spanish", False, True),
        ("Interpreter (no cost)", "yes", False, True),
        ("Interpreter (no cost)", "perhaps", False, True),
    ],
)
def test_a_yes_to_no_interpreter_brings_none(
    heads: str, cell: str, interpreted: bool, remarked: bool
):
    for head in heads.split("|"):
        person, remarks = read(head, cell)
        assert (head, person.interpreted, bool(remarks)) == (head, interpreted, remarked)


@pytest.mark.parametrize(
    ("heads", "cell", "minor", "remarked"),
    [
        ("Under 18|Minor|Menor de edad|Age under 16|Not over 18|Not an adult", "yes", True, False),
        ("Under 18|Minor|Menor de edad", "no", False, False),
        ("Over 18|Adult|18 or older|Are you over 18?|Age 18+|Mayor de edad", "yes", False, False),
        ("Over 18|Adult|Are you 18 or older?|Age 18+|Mayor de edad", "no", True, False),
        ("Not under 18|No es menor de edad|Age over 21", "yes", False, False),
        ("Not under 18|Not over 18|Age over 21|Age under 16", "no", True, True),
        ("Age under 21|Minor without company", "yes", True, True),
        ("Not under 18|Over 18|Age (not required)", "16", True, False),
        ("Not under 18|Over 18|Age (not required)", "45", False, False),
        ("Not under 18|Over 18", "adult", False, False),
        ("Child care needed", "yes", False, False),
    ],
)
def test_who_is_under_18(heads: str, cell: str, minor: bool, remarked: bool):
    for head in heads.split("|"):
        person, remarks = read(head, cell)
        assert (head, person.minor, bool(remarks)) == (head, minor, remarked)


@pytest.mark.parametrize(
    ("heads", "cell", "invited"),
    [
        ("Invited|Invite", "no", False),
        ("Invited|Invite", "yes", True),
        ("Not invited|Do not invite|No invitado", "yes", False),
        ("Not invited|Do not invite", "no", True),
        ("Not invited|Do not invite", "by letter", True),
        ("Invite without a letter", "yes", True),
        ("Invite without a letter", "no", True),
    ],
)
def test_who_is_not_to_be_invited(heads: str, cell: str, invited: bool):
    for head in heads.split("|"):
        assert (head, read(head, cell)[0].invited) == (head, invited)


def test_a_column_that_is_turned_says_so():
    sheet = read_text(
        "Name\tCannot attend\tInterpreter (no cost)\tUnder 18\tTable (no smoking)\tShoe\nAna\n"
    )
    remarks = [question.remark for question in guess(sheet).questions(sheet)]
    assert remarks == [
        "",
        "Read the other way round: a yes means no.",
        "A yes to this heading may mean no.",
        *("", "", ""),
    ]
