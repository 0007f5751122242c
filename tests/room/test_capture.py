"""The capture line: what people type at the speed of speech."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.room.capture import Captured, capture, day

TODAY = date(2026, 11, 23)  # a Monday


@pytest.mark.parametrize(
    ("line", "kind", "text"),
    [
        ("We need light", "experience", "We need light"),
        ("? Who decides", "question", "Who decides"),
        ("?who decides", "question", "who decides"),
        ("# a night bus", "idea", "a night bus"),
        ('" We wanted someone to come', "quote", "We wanted someone to come"),
        ("+ the library corner", "strength", "the library corner"),
        ("- nobody calls back", "concern", "nobody calls back"),
        ("= days, not months", "agreement", "days, not months"),
        ("~ Route 9", "parking_lot", "Route 9"),
        ("   ", "experience", ""),
        ("?", "question", ""),
    ],
)
def test_the_first_sign_says_the_kind(line: str, kind: str, text: str):
    assert capture(line, TODAY) == Captured(text, kind)


@pytest.mark.parametrize(
    ("line", "owner", "text", "due"),
    [
        ("! @Rivera publish stop data by 30 Jun", "Rivera", "publish stop data", "2027-06-30"),
        ("! @Bram Placeholder: ask by Friday", "Bram Placeholder", "ask", "2026-11-27"),
        ("! walk by the river by tomorrow", "", "walk by the river", "2026-11-24"),
        ("! stand by me", "", "stand by me", ""),
        ("! report by 2027-01-31", "", "report", "2027-01-31"),
        ("!", "", "", ""),
        ("! @Rivera", "Rivera", "", ""),
    ],
)
def test_a_promise_says_who_and_by_when(line: str, owner: str, text: str, due: str):
    assert capture(line, TODAY) == Captured(text, "pledge", True, owner, due)


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("Tuesday 24 Nov", "2026-11-24"),
        ("in six weeks", "2027-01-04"),
        ("October 5", "2027-10-05"),
        ("May", None),  # a month alone is no promise
        ("the council", None),
        ("", None),
        ("31 February", None),
    ],
)
def test_days_are_understood_as_people_say_them(words: str, meant: str | None):
    found = day(words, TODAY)
    assert (found and found.isoformat()) == meant


@given(st.text())
def test_no_line_is_too_strange(line: str):
    taken = capture(line, TODAY)
    assert taken.text in line
