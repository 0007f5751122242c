"""A part of the agenda typed on one line."""

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.room.agenda import KINDS
from facilitator.room.clock import MINUTE
from facilitator.room.typed_part import typed_part


@pytest.mark.parametrize(
    ("words", "title", "minutes", "start", "kind"),
    [
        ("Break 10m", "Break", 10, "", "break"),
        ("Small groups 1:30", "Small groups", 90, "", "small_group"),
        ("Welcome", "Welcome", None, "", "opening"),
        ("Welcome 10", "Welcome", 10, "", "opening"),
        ("Break half an hour", "Break", 30, "", "break"),
        ("10m Break", "Break", 10, "", "break"),
        ("90 min open floor", "open floor", 90, "", "open"),
        ("1:30 Small groups", "Small groups", 90, "", "small_group"),
        ("Table round 20", "Table round", 20, "", "round"),
        ("Ground rules 5", "Ground rules", 5, "", "agreements"),
        ("Break (10 min)", "Break", 10, "", "break"),
        ("Film [1:05]", "Film", 65, "", "presentation"),
        ("Check-in (all of us)", "Check-in (all of us)", None, "", "round"),
        ("Break, 15 min", "Break", 15, "", "break"),
        ("Break – 15", "Break", 15, "", "break"),
        ("20-minute film", "film", 20, "", "presentation"),
        ("Phase 4 - What will we do? 20 min", "Phase 4 - What will we do?", 20, "", "commit"),
        # Numbers that count something else
        ("Option 1", "Option 1", None, "", "open"),
        ("Option 1 25m", "Option 1", 25, "", "open"),
        ("Look at 5 promises", "Look at 5 promises", None, "", "commit"),
        ("Chapter twenty", "Chapter twenty", None, "", "open"),
        ("15m", "15m", None, "", "open"),
        # A fixed start
        ("Break 10m at 19:30", "Break", 10, "19:30", "break"),
        ("Break at 7:30 pm 10m", "Break", 10, "19:30", "break"),
        ("19:30 Break 10m", "Break", 10, "19:30", "break"),
        ("Dinner at 7", "Dinner", None, "19:00", "meal"),
        ("Doors 15 at 8", "Doors", 15, "20:00", "arrival"),
        ("Look at 2027", "Look at 2027", None, "", "open"),
        ("", "", None, "", "open"),
    ],
)
def test_what_is_typed(words: str, title: str, minutes: int | None, start: str, kind: str):
    part = typed_part(words, "18:00")
    length = None if minutes is None else minutes * MINUTE
    assert (part.title, part.length, part.fixed_start, part.kind) == (title, length, start, kind)


@given(
    st.from_regex(r"[A-Za-z]{3,9}\?( [A-Za-z]{3,9}\?){0,3}", fullmatch=True), st.integers(5, 600)
)
def test_no_word_of_a_title_is_lost(title: str, minutes: int):
    assert typed_part(f"{title} {minutes} min")[:2] == (title, minutes * MINUTE)


@given(st.text())
def test_anything_is_a_part(words: str):
    part = typed_part(words, "18:00")
    assert part.kind in KINDS
    assert bool(part.title) == bool(words.split())


def test_a_page_that_is_pasted_holds_no_letter_up():
    page = "12 " * 1_000
    begun = perf_counter()
    typed_part(f"Break {page}")
    assert perf_counter() - begun < 0.1  # s; read from every word on it took half of one
