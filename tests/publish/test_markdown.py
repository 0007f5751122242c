"""Markdown: all sections, tables that render, and typed signs that stay signs."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings

from facilitator.publish.markdown import markdown, typed
from facilitator.publish.summary import Summary
from facilitator.publish.typed import plain
from tests.publish.anything import any_summary, any_text
from tests.publish.sample import ATTENDEES, NOTHING, SAMPLE

ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")  # what a backslash makes a plain sign (CommonMark 2.4)
HEADS = [
    *("In numbers", "The main points", "Promises", "Progress", "Next steps", "What comes next"),
    *("What we heard", "Themes", "Votes", "Groups", "Talk", "Agenda", "Kept for later"),
    "How to read this",
]


def told(summary: Summary) -> str:
    return markdown(summary).decode()


def heads(text: str) -> list[str]:
    return re.findall(r"^## (.+)$", text, re.MULTILINE)


def test_all_sections_have_their_heading():
    assert heads(told(SAMPLE)) == HEADS
    assert told(SAMPLE).startswith(f"# {SAMPLE.title}\n\n**Draft")
    assert heads(told(replace(SAMPLE, edition="action-plan")))[2] == "Action plan"
    assert "People" in heads(told(replace(SAMPLE, people=ATTENDEES)))
    assert "Draft" not in told(replace(SAMPLE, approved=True))


def test_of_nothing_only_the_numbers_are_told():
    assert heads(told(NOTHING)) == ["In numbers"]


def test_the_numbers_are_those_of_the_summary():
    text = told(SAMPLE)
    for line in (
        "- **Head count:** 14",
        "- **How heads were counted:** counted at the door",
        "- **Different people who signed in or spoke so far:** 21",
        "- **Talk, minutes:** 70:02",
        "| Residents and families | 3 | 14 | 18:41 | 27% | 25% |",
        "| Stop data by quarter | 14 |",
        "- **Notes left out:** 1 sensitive, 2 not checked yet",
    ):
        assert line in text


def test_a_table_has_as_many_cells_in_each_row_and_no_empty_column():
    rows = [line for line in told(SAMPLE).split("\n") if line.startswith("|")]
    assert len(rows) > 30
    width = 0
    for before, row in zip(["", *rows], rows, strict=False):
        cells = len(re.findall(r"(?<!\\)\|", row))
        if row.startswith("| ---"):
            assert "| --- |  |" not in before
            width = len(re.findall(r"\|", before))
            assert cells == width


def test_notes_stand_under_their_part_with_their_source():
    text = told(SAMPLE)
    part = text.index("### 4. Phase 2 – Where are we?")
    assert part < text.index("- **Concern:** The last bus") < text.index("### 5. Phase 3")
    assert "- **Idea:** Print the complaint form in four languages. – Students" in text


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("# h", r"\# h"),
        ("- x", r"\- x"),
        ("+ x", r"\+ x"),
        ("1. x", r"1\. x"),
        ("12) x", r"12\) x"),
        ("> q", r"\> q"),
        ("a\n===", "a\\\n\\==="),
        ("a\n    b", "a\\\nb"),
        ("a|b", r"a\|b"),
        ("<b>", r"\<b\>"),
        ("[a](b)", r"\[a\](b)"),
        ("https://a.b", r"https\://a.b"),
        ("www.a.b", r"www\.a.b"),
        ("a@b.c", r"a\@b.c"),
        ("&amp;", r"\&amp;"),
        ("C:\\x", r"C\:\\x"),
        ("{{ x }}", r"\{\{ x \}\}"),
        ("18:00, 3.5 miles - well-known", "18:00, 3.5 miles - well-known"),
    ],
)
def test_signs_that_mean_something_stay_signs(words: str, written: str):
    assert typed(words) == written


@given(any_text)
def test_without_its_backslashes_it_is_what_was_typed(text: str):
    text = plain(text)
    shown = ESCAPED.sub(r"\1", typed(text).replace("\\\n", "\n"))
    assert [line.strip() for line in shown.split("\n")] == [
        line.strip() for line in text.split("\n")
    ]


@given(any_text)
def test_no_sign_is_left_that_could_act(text: str):
    bare = re.sub(r"\\.", "x", typed(plain(text))).replace("\\\n", "\n")
    assert not re.search(r"[\\`*_{}\[\]<>#|~$&^@]", bare)
    assert not re.search(r"^ *([-+=]|\d+[.)])|^ {4}|://|www\.\S", bare, re.MULTILINE)


@settings(max_examples=60)
@given(any_summary)
def test_anything_typed_changes_no_structure(summary: Summary):
    text = told(summary)
    assert set(heads(text)) <= set(HEADS)
    for line in text.split("\n"):
        assert not re.match(r"```|~~~| {4}|=+$|-+$|\d+[.)]|[+>]|\*\s", line)
    assert not re.search(r"(?<!\\)(\\\\)*(<|\]\()", text)
