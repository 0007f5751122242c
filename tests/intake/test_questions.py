"""A yes is a yes only under a head that asks for one: nobody is named, or comes, by a guess."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.intake import guess, proposed, read_text
from facilitator.intake.headings import meaning
from facilitator.intake.questions import Sense, of_naming, sense
from tests.intake.test_people import person

LISTS = {
    "Name,E-mail,Please do not use my name\nIda Invent,ida@falls.example,Yes\nTom Tale,t@x.org,": 0,
    "Full name,E-mail,Recording consent\nIda Invent,ida@falls.example,Yes\nTom Tale,t@x.org,Yes": 0,
    "Full name,Mail,Newsletter consent (GDPR)\nIda Invent,ida@x.org,Yes\nTom Tale,t@x.org,No": 0,
    "Full name,Mail,Consent to treatment\nIda Invent,ida@x.org,Yes\nTom Tale,t@x.org,No": 0,
    "Full name,Mail,SMS consent\nIda Invent,ida@x.org,x\nTom Tale,t@x.org,": 0,
    "Full name,Mail,May we use your name?\nIda Invent,ida@x.org,Yes\nTom Tale,t@x.org,No": 1,
    "Nombre,Correo,Uso del nombre\nIda Invent,ida@x.org,Sí\nTom Tale,t@x.org,No": 1,
    "Nombre,Correo,No usar mi nombre\nIda Invent,ida@x.org,Sí\nTom Tale,t@x.org,No": 0,
}


@pytest.mark.parametrize(("text", "named"), LISTS.items())
def test_only_who_said_yes_to_being_named_is_named(text: str, named: int):
    sheet = read_text(text.replace(",", "\t"))
    people = [fresh.person for fresh in proposed(sheet, guess(sheet), {}).fresh]
    assert [row["name"] for row in people] == ["Ida Invent", "Tom Tale"]
    assert sum(row.get("consent") == "named" for row in people) == named


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        *(("May be named", Sense.YES), ("OK to use name? (yes/no)", Sense.YES)),
        *(("Uso del nombre", Sense.YES), ("Consent to be named (Y/N)", Sense.YES)),
        *(("Please do not use my name", Sense.NO), ("Don't name me", Sense.NO)),
        *(("Opt out of being named", Sense.NO), ("Withhold my name", Sense.NO)),
        *(("No usar mi nombre", Sense.NO), ("Sin mi nombre", Sense.NO)),
        *(("Consent", Sense.UNCLEAR), ("Consentimiento", Sense.UNCLEAR)),
        *(("Recording consent", None), ("Photo consent with name", None), ("Name on badge", None)),
        *(("Consent to e-mail in my name", None), ("Privacy consent", None), ("", None)),
    ],
)
def test_a_head_asks_to_be_named_only_in_words_that_are_known(head: str, expected: Sense | None):
    assert of_naming(head) == expected


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        *(("Will attend", Sense.YES), ("Attending (yes/no)", Sense.YES), ("Table no.", Sense.YES)),
        *(("Cannot attend", Sense.NO), ("Can't come", Sense.NO), ("Not attending", Sense.NO)),
        *(("No interpreter needed", Sense.NO), ("No necesita intérprete", Sense.NO)),
        *(("Asistirá: sí/no", Sense.YES), ("No", Sense.NO)),
    ],
)
def test_a_head_that_refuses_is_known_by_its_words(head: str, expected: Sense):
    assert sense(head) == expected


@pytest.mark.parametrize(
    ("head", "cell", "told", "said"),
    [
        ("Do not use my name", "Yes", {"consent": "anonymous"}, ""),
        ("Do not use my name", "No", {"consent": "anonymous"}, "the name is not told"),
        ("Do not use my name", "named", {"consent": "anonymous"}, "the name is not told"),
        ("Consent", "Yes", {"consent": "anonymous"}, "the name is not told"),
        ("Consent", "named", {"consent": "named"}, ""),
        ("Consent", "by group", {"consent": "group"}, ""),
        ("Consent", "No", {"consent": "anonymous"}, ""),
        ("Cannot attend", "Yes", {}, ""),
        ("Cannot attend", "No", {}, "not confirmed"),
        ("Not attending", "x", {}, ""),
        ("No interpreter needed", "Yes", {}, ""),
        ("No interpreter needed", "Spanish", {}, "no interpreter is noted"),
        ("No necesita intérprete", "sí", {}, ""),
        ("Not under 18", "yes", {}, ""),
        ("Not under 18", "no", {"minor": True}, "kept as under 18"),
        ("Interpreter needed (yes/no)", "yes", {"interpreted": True}, ""),
    ],
)
def test_an_answer_under_a_head_that_refuses(head: str, cell: str, told: dict[str, Any], said: str):
    found, remarks = person(head, cell)
    assert found == told
    assert [said in remark for remark in remarks] == ([True] if said else [])


def test_who_was_not_invited_is_not_invited():
    sheet = read_text("Name\tNot invited\nIda Invent\tyes\nTom Tale\tno")
    one, two = proposed(sheet, guess(sheet), {}).fresh
    assert (one.person["invited"], two.person["invited"]) == (False, True)
    assert two.remarks == ("“no” under “Not invited” is not clear; kept as invited.",)


NAMING = ("use my name", "name me", "be named", "my name", "usar mi nombre", "ser nombrado", "name")
REFUSING = (
    *("do not", "don't", "Don’t", "never", "opt out:", "decline to", "I refuse to", "withhold"),
    *("no", "nunca", "sin", "rechazo", "prefiero no", "anonymous,", "cannot", "please do NOT"),
    *("not OK to", "I do not consent to", "without", "I'd rather not"),
)
AROUND = ("", "Please ", "Q7: ", "¿", "Optional - ", "May we ", "Do you want to ")
ANSWERS = tuple("Yes y sí x TRUE 1 ✓ ok No 0 named 2026-03-01".split())


@given(
    st.sampled_from(AROUND),
    st.sampled_from(REFUSING),
    st.sampled_from(NAMING),
    st.sampled_from(("", "?", " (yes/no)", " / no", ".")),
    st.sampled_from((str, str.upper, str.title, lambda head: head.replace(" ", ""))),
    st.booleans(),
    st.sampled_from(ANSWERS),
)
def test_no_head_with_a_refusing_word_ever_yields_a_yes(
    before: str, refusing: str, naming: str, after: str, shape: Any, turned: bool, cell: str
):
    phrase = f"{naming} {refusing}" if turned else f"{refusing} {naming}"
    head = shape(f"{before}{phrase}{after}")
    found, _ = person(head, cell)
    assert found.get("consent") != "named", head


@given(st.text(max_size=30), st.sampled_from(NAMING))
def test_a_word_that_nobody_knows_makes_no_head_ask_for_names(word: str, naming: str):
    head = f"{word} {naming}"
    if (found := meaning(head)) is not None and found.field == "consent":
        assert of_naming(head) is not None
