"""Addresses, numbers and telling words inside texts: what is replaced, and what is asked."""

import time

import pytest

from facilitator.publish.redaction.risks import risks, telling


@pytest.mark.parametrize(
    ("text", "reason", "words"),
    [
        ("Write to ana.b+c@mail.example.org.", "contact", ["ana.b+c@mail.example.org"]),
        ("bob at example dot com", "contact", ["bob at example dot com"]),
        ("ana (at) example.org", "contact", ["ana (at) example.org"]),
        ("Call (612) 555-0100 or 555-0142", "contact", ["(612) 555-0100", "555-0142"]),
        ("+44 20 7946 0958. 911 is free", "contact", ["+44 20 7946 0958"]),
        ("Plate ABC-123, license plate: 7ABC123", "plate", ["ABC-123", "7ABC123"]),
        ("VIN 1HGCM82633A004352", "plate", ["1HGCM82633A004352"]),
        ("case no. 26-004417, Case #12", "case", ["26-004417", "12"]),
        ("docket 27-CR-20-12951", "case", ["27-CR-20-12951"]),
        ("At 412 Oak Street.", "address", ["412 Oak Street"]),
        ("1200 W 5th Ave Apt 4, upstairs", "address", ["1200 W 5th Ave Apt 4"]),
        ("412 oak street", "address", ["412 oak street"]),
        ("77 Martin Luther King Jr. Blvd", "address", ["77 Martin Luther King Jr. Blvd"]),
        ("She lives at 1200 Broadway.", "address", ["1200 Broadway"]),
        ("Calle Luna 412", "address", ["Calle Luna 412"]),
        ("P.O. Box 12", "address", ["P.O. Box 12"]),
        ("SSN 123-45-6789", "other", ["123-45-6789"]),
    ],
)
def test_what_may_not_leave(text: str, reason: str, words: list[str]):
    found = [(one.reason, text[one.start : one.end]) for one in risks(text)]
    assert found == [(reason, one) for one in words]


@pytest.mark.parametrize(
    "text",
    [
        "12 officers came our way in 2026-2027, for $200-1000.",
        "Between 2026-10-15 and 10/15/2026, at 18:00, call 911 or 988.",
        "A plate of 12 cookies on Route 9; in case 3 of us come, report 2026.",
        "A 10 minute drive, 3 people in the street, a 5 mile road.",
        "In 2026 Oak Street was closed.",
        "We met at example.org and dot the i.",
    ],
)
def test_what_is_nobodys(text: str):
    assert risks(text) == []


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("She was diagnosed", "health"),
        ("an undocumented mother", "immigration"),
        ("since the ice hold", "immigration"),
        ("ICE agents came", "immigration"),
        ("his deportation", "immigration"),
        ("he has asthma", "health"),
        ("she relapsed", "health"),
        ("about groping", "violence"),
        ("about domestic abuse", "violence"),
        ("he was raped", "violence"),
        ("badge 1234", "accused"),
        ("She lives on Oak Street", "address"),
        ("born on 3/4/1990", "other"),
    ],
)
def test_what_somebody_should_look_at(text: str, reason: str):
    assert {(one.reason, one.sure) for one in telling(text)} == {(reason, False)}


@pytest.mark.parametrize(
    "piece", ["a", "1", "a@", "12 A ", "1-", "case 1", "+1 ", "12 aa-", "(at)"]
)
def test_no_text_takes_long(piece: str):
    text = (piece * 3000)[:3000]
    began = time.process_time()
    risks(text), telling(text)
    assert time.process_time() - began < 0.3
