"""A list of odd headings: none that holds a refusing word ever names anybody."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.intake import guess, proposed, read_text
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
