"""Nobody is named by a guess: only a clear yes to a clear question counts."""

import re
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from facilitator.intake import Columns, guess, proposed, read_text
from facilitator.intake.consent import Asked, asks, consent
from facilitator.room.people import NAMED, Person

NAMING, REFUSAL, UNCLEAR, OTHER = Asked.NAMING, Asked.REFUSAL, Asked.UNCLEAR, Asked.OTHER


@pytest.mark.parametrize(
    ("asked", "heads"),
    [
        (NAMING, "May be named|OK to name?|May we use your name?|NAMED|mayBeNamed|OKToName"),
        (NAMING, "May we use your name in the public report?|may_be_named|Named (yes/no)"),
        (NAMING, "I agree to be named|I consent to my name being used|May be quoted by name"),
        (NAMING, "Credited by name (Y / N)|Attribution|Naming|Opt in to be named"),
        (NAMING, "¿Podemos usar su nombre en el informe?|¿Desea ser nombrada? (sí/no)"),
        (NAMING, "Puede ser nombrado|Consiento el uso de mi nombre|Citar por nombre"),
        (REFUSAL, "Please do not use my name|DoNotUseMyName|do_not_use_my_name|Don’t name me"),
        (REFUSAL, "May not be named|I'd rather not be named|Prefer not to be named|Never name me"),
        (REFUSAL, "Withhold name|Hide my name|Keep my name out of the report|No name please"),
        (REFUSAL, "Opt out of being named|Do you mind being named?|Objects to being named"),
        (REFUSAL, "Anonymous?|Wants to stay anonymous|Named or anonymous|Unnamed"),
        (REFUSAL, "Consent withdrawn|Private|Keep confidential|My name is a secret"),
        (REFUSAL, "No usar mi nombre|Sin mi nombre|No publicar el nombre|Anónima|Sin nombre"),
        (REFUSAL, "Prefiero que no se use mi nombre|No quiero ser nombrado|Oculte, sin nombrarme"),
        (UNCLEAR, "Consent|Consent form signed|Consentimiento|Informed consent|I agree|Permission"),
        (UNCLEAR, "Consent to be named in the film|First name may be used|Named only if asked"),
        (OTHER, "Recording consent|Newsletter consent (GDPR)|SMS consent|GDPR|Photo release"),
        (OTHER, "Consent to treatment|I agree to the terms|Do you agree to data sharing?"),
        (OTHER, "E-mail consent|Opt in to our newsletter|Parental consent|Consents to a film"),
        (OTHER, "Permiso de fotos|Consentimiento de grabación|Acepto los términos"),
        (None, "Name|Your name|Please print your name|Name you like|Name (will not be published)"),
        (None, "Participant name (not organization)|Nombre (sin apellidos)|Name we never mind"),
        (None, "No|Private phone|Photo|E-mail|Do not e-mail|Cannot attend|Stage name, no title||?"),
    ],
)  # fmt: skip
def test_what_a_head_asks(asked: Asked | None, heads: str):
    for head in heads.split("|"):
        assert (head, asks(head)) == (head, asked)


def test_a_page_of_words_is_no_question():
    assert asks(f"May be named{' please' * 40}") is NAMING
    assert asks(f"May be named{' please' * 50}") is None


@pytest.mark.parametrize(
    ("asked", "cells", "code", "remarked"),
    [
        (NAMING, "yes|Sí|x|✓|1|true|Y|ok|accepted|named|by name|con nombre", "named", False),
        (NAMING, "no|No|0|false|✗|declined|anonymous|not named|none", "anonymous", False),
        (NAMING, "by group|grupo", "group", False),
        (NAMING, "official|by role", "official", False),
        (NAMING, "ask me|sent|registered|2026-03-01|yes, the first name only", "anonymous", True),
        (REFUSAL, "yes|sí|x|✓|1|anonymous|none", "anonymous", False),
        (REFUSAL, "group", "group", False),
        (REFUSAL, "no|0|false|✗|named|official|ask me", "anonymous", True),
        (UNCLEAR, "named|by name", "named", False),
        (UNCLEAR, "official", "official", False),
        (UNCLEAR, "no|anonymous", "anonymous", False),
        (UNCLEAR, "yes|x|signed", "anonymous", True),
        (None, "yes|x", "anonymous", True),
        (OTHER, "yes|x", "anonymous", True),
    ],
)
def test_what_an_answer_allows(asked: Asked | None, cells: str, code: str, remarked: bool):
    for cell in cells.split("|"):
        told, remark = consent(asked, cell)
        assert (cell, told, bool(remark)) == (cell, code, remarked)
        assert not remark or f"“{cell}”" in remark


def of(text: str, columns: Columns | None = None) -> list[dict[str, Any]]:
    sheet = read_text(text)
    found = proposed(sheet, columns or guess(sheet), {})
    return [one.person for one in found.fresh]


def told(text: str) -> list[str]:
    """Return how each person of a list may be told of."""
    return [Person(**row).consent for row in of(text)]


def test_who_ticks_a_refusal_is_not_named():
    text = "Name,E-mail,Kindly do not print my name\nIva Fable,iva@example.org,Yes\nBo Tale,,\n"
    assert told(text) == ["anonymous", "anonymous"]
    assert [row["name"] for row in of(text)] == ["Iva Fable", "Bo Tale"]
    no = read_text("Name,Do not use my name\nIva Fable,no\nBo Tale,no\n")
    (first, _) = proposed(no, guess(no), {}).fresh
    assert first.person["consent"] == "anonymous"
    assert first.remarks == ("“no” to a refusal is no consent; not named.",)


@pytest.mark.parametrize(
    "head",
    [
        "Recording consent",
        "Newsletter consent (GDPR)",
        "SMS consent",
        "Consent",
        "Informed consent",
    ],
)
def test_another_consent_is_left_out_with_a_remark(head: str):
    text = f"Full name\tMail\t{head}\nIva Fable\tiva@example.org\tYes\nBo Tale\t\tNo\n"
    sheet = read_text(text)
    columns = guess(sheet)
    assert columns.fields == ("name", "email", "")
    assert [bool(question.remark) for question in columns.questions(sheet)] == [False, False, True]
    assert told(text) == ["anonymous", "anonymous"]


def test_words_of_ours_are_understood_under_consent_alone():
    text = "Name\tConsent\nIva\tnamed\nBo\tyes\nCy\tby group\nDi\tofficial\nEd\tno\n"
    assert told(text) == ["named", "anonymous", "group", "official", "anonymous"]
    sheet = read_text(text)
    assert guess(sheet).questions(sheet)[1].remark
    assert guess(read_text("Name\tConsent\nIva\tsigned\nBo\tyes\n")).fields == ("name", "")
    assert guess(read_text("Name\tConsent to record\nIva\tnamed\n")).fields == ("name", "")


def test_a_column_of_names_stays_one_though_its_head_speaks_of_consent():
    for head in ("Name on the consent form", "Name (named in the permission slip)"):
        sheet = read_text(f"{head}\tPhone\nIva Fable\t5\nBo Tale\t6\nno\t7\n")
        assert guess(sheet).fields[0] == "name"
        sheet = read_text(f"First\tLast\t{head}\nIva\tFable\tyes\nBo\tTale\tno\n")
        assert guess(sheet).fields == ("first", "last", "")
        assert guess(read_text(f"First\tLast\t{head}\tx\nIva\tFable\t\tx")).fields[2] == ""


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("yes\tyes", "anonymous"),
        ("yes\t", "named"),
        ("by group\tyes", "anonymous"),
        ("official\tby group", "group"),
        ("yes\tno", "anonymous"),  # a no to a refusal may be a no
    ],
)
def test_of_two_columns_the_one_that_allows_least_counts(row: str, code: str):
    assert told(f"Name\tMay be named\tKeep me anonymous\nIva\t{row}\n") == [code]
    turned = "\t".join(reversed(row.split("\t")))
    assert told(f"Name\tKeep me anonymous\tMay be named\nIva\t{turned}\n") == [code]


def test_a_persons_word_makes_a_column_one_that_names_but_for_a_refusal():
    def chosen(head: str) -> tuple[list[str], str]:
        sheet = read_text(f"Name\t{head}\nIva\tyes\nBo\tno\n")
        columns = guess(sheet).choose(1, "consent")
        question = columns.questions(sheet)[1]
        return [row["consent"] for row in of(f"Name\t{head}\nIva\tyes\nBo\tno\n", columns)], (
            question.remark
        )

    assert chosen("May be named") == (["named", "anonymous"], "")
    for head in ("Consent", "Recording consent", "Slip handed in"):
        assert chosen(head) == (
            ["named", "anonymous"],
            "You say that it asks for names; its heading does not.",
        )
    for head in ("Do not name me", "Recording: no consent", "Never"):
        assert chosen(head)[0] == ["anonymous", "anonymous"]
        assert "other way round" in chosen(head)[1]


def test_a_column_that_a_person_left_out_needs_no_remark():
    sheet = read_text("Name\tRecording consent\nIva\tyes\n")
    columns = guess(sheet).choose(1, "name").choose(1, "")
    assert columns.questions(sheet)[1].remark == ""


def test_choosing_a_second_column_of_consent_keeps_the_refusal():
    text = "Name\tSlip\tDo not name me\nIva\tyes\tyes\nBo\tyes\t\n"
    columns = guess(read_text(text)).choose(1, "consent")
    assert columns.fields == ("name", "consent", "consent")
    assert [row["consent"] for row in of(text, columns)] == ["anonymous", "named"]


def test_a_refusal_of_somebody_who_is_there_already_is_told():
    known = {"p": Person("p", "Iva Fable", email="iva@example.org", consent="named")}

    def why(consents: str) -> list[str]:
        sheet = read_text(f"Name\tMail\tMay be named\nIva Fable\t{consents}\n")
        return [double.why for double in proposed(sheet, guess(sheet), known).doubles]

    mailed = "Same name and e-mail as Iva Fable, already on the list"
    assert why("iva@example.org\tno") == [f"{mailed}, but here not to be named"]
    assert why("iva@example.org\tyes") == why("iva@example.org\t") == [mailed]
    named = "Same name as Iva Fable, already on the list"
    assert why("\tno") == [f"{named}, but here not to be named"]
    known["p"] = Person("p", "Iva Fable", email="iva@example.org")
    assert why("iva@example.org\tno") == [mailed]


NAMINGS = (
    "name me|be named|being named|named|use my name|use name|print my name|by name|attribution"
    "|credited|publish my name|usar mi nombre|ser nombrada|nombrarme|con mi nombre"
    "|uso del nombre|mencionar mi nombre|name consent|consent"
).split("|")
REFUSALS = (
    "not|don't|don’t|do not|does not|never|cannot|can't|no|won't|without|withhold|refuse|declines"
    "|anonymous|opt out|optout|rather not|against|hide|private|no quiero|sin|nunca|anónimo|anónima"
    "|rechazo|tampoco|ocultar|me niego|except|object to|unable|unnamed|non"
).split("|")
AROUND = ["", "please", "may we", "I", "ok to", "¿", "?", "(yes/no)", "in the report", "por favor"]
ANSWERS = "yes no Yes NO y n sí si x X ✓ ✗ 1 0 true false ok t f ja oui accepted 👍 needed".split()
SHAPES = {
    "as it is": str,
    "capitals": str.upper,
    "title": str.title,
    "snake": lambda head: "_".join(head.split()),
    "kebab": lambda head: "-".join(head.split()),
    "camel": lambda head: "".join(word[:1].upper() + word[1:] for word in head.split()),
    "loud": lambda head: f"** {head} !!",
}
PARTS = st.tuples(
    st.sampled_from(NAMINGS),
    st.lists(st.sampled_from(REFUSALS), min_size=1, max_size=2),
    st.lists(st.sampled_from(AROUND), max_size=3),
).flatmap(lambda parts: st.permutations([parts[0], *parts[1], *parts[2]]))


@given(PARTS, st.sampled_from(sorted(SHAPES)), st.sampled_from(ANSWERS), st.booleans())
@example(["no", "usar mi nombre", "(yes/no)"], "camel", "sí", True)
@example(["be named", "consent", "don't"], "capitals", "0", False)
@example(["consent", "not"], "as it is", "yes", True)
@example(["name me", "anónimo"], "capitals", "yes", True)
def test_no_answer_to_a_head_that_refuses_names_anybody(
    parts: list[str], shape: str, answer: str, by_hand: bool
):
    head = SHAPES[shape](re.sub(" +", " ", " ".join(filter(None, parts))))
    text = f"Name\t{head}\tPhone\nIva Fable\t{answer}\t5550101\n"
    columns = guess(read_text(text))
    for row in of(text, columns.choose(1, "consent") if by_hand else columns):
        assert row["name"] == "Iva Fable"
        assert Person(**row).consent not in NAMED
