"""Tables for spreadsheets: the numbers of the summary, real dates, and text that never runs."""

import csv
import io
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from openpyxl import Workbook, load_workbook

from facilitator.publish.sheets import CUT, LONGEST, promises_csv, workbook
from facilitator.publish.summary import Summary
from facilitator.publish.tables import tables
from facilitator.publish.typed import plain
from tests.publish.anything import any_summary, any_text
from tests.publish.sample import ATTENDEES, NOTHING, SAMPLE, promise

PLAN = replace(SAMPLE, edition="action-plan")
RECORD = replace(SAMPLE, edition="record", people=ATTENDEES)


def table(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def book(summary: Summary) -> Workbook:
    return load_workbook(io.BytesIO(workbook(summary)))


def cells(summary: Summary, sheet: str) -> list[tuple[Any, ...]]:
    return list(book(summary)[sheet].iter_rows(values_only=True))


def test_promises_and_requests_stand_one_a_row():
    head, *rows = table(promises_csv(SAMPLE))
    assert head[:6] == ["Ref", "Kind", "Who", "Organisation", "Promise", "By when"]
    assert len(rows) == len(SAMPLE.promises) + len(SAMPLE.requests)
    first = dict(zip(head, rows[0], strict=True))
    assert first["Who"] == "Sgt. Orla O’Fictive"
    assert first["By when"] == "2026-10-29"
    assert first["How we will know"] == "Answer read at the next session"
    assert rows[-1][1:4] == ["Request", "", "School district, absent"]


def test_an_action_plan_has_the_form_of_one():
    head, *rows = table(promises_csv(PLAN))
    assert head == (
        "Action|Lead|Organisation|First step|First step by|Done by|Indicator|Support needed"
        "|Who benefits|Who may carry a burden|Progress|Evidence|Community view|Ref"
    ).split("|")
    assert [row[-1] for row in rows] == [
        *(of.id for of in (*SAMPLE.promises, *SAMPLE.requests)),
        *(old.ref for old in SAMPLE.progress),  # what was promised before goes on in the plan
    ]
    assert cells(PLAN, "Action plan")[1][0] == SAMPLE.promises[0].text
    assert "Progress" not in book(PLAN).sheetnames


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@sum(a1)", "'@sum(a1)"),
        ("\t=1+1", "'=1+1"),
        ("\r=1", "'=1"),
        ("\u3000=1", "'=1"),
        ("\u200b=1", "'\u200b=1"),
        ("\u2063\ufeff\u202e=1", "'=1"),
        ("＝1", "'＝1"),
        ("﹢1", "'﹢1"),
        ("a;=1+1", "a;'=1+1"),
        ('=cmd|" /C calc"!A0', '\'=cmd|" /C calc"!A0'),
        ("1+1=2", "1+1=2"),
        ("well-known", "well-known"),
        ("a; b", "a; b"),
    ],
)
def test_what_a_spreadsheet_would_run_stays_text(typed: str, kept: str):
    made = replace(SAMPLE, promises=(promise("C1", typed, "", typed, ""),), requests=())
    _, row = table(promises_csv(made))
    assert (row[2], row[4]) == (kept, kept)


@settings(max_examples=60)
@given(any_summary)
def test_anything_typed_comes_out_as_text_in_csv(summary: Summary):
    _, *rows = table(promises_csv(summary))
    those = (*summary.promises, *summary.requests)
    assert len(rows) == len(those)
    for row, of in zip(rows, those, strict=True):
        assert row[4].replace("'", "") == plain(of.text).replace("'", "")
        for cell in row:
            assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))


@settings(max_examples=20)
@given(any_summary, any_text)
def test_anything_typed_comes_out_as_text_in_a_workbook(summary: Summary, text: str):
    summary = replace(summary, votes=(*summary.votes, replace(summary.votes[0], text=text)))
    found = book(summary)
    for sheet, told in zip(found, tables(summary), strict=True):
        for row, expected in zip(sheet.iter_rows(min_row=2), told.rows, strict=True):
            for cell, value in zip(row, expected, strict=True):
                assert cell.data_type != "f"
                assert cell.hyperlink is None
                if isinstance(value, str):
                    assert (cell.value or "") == value


def test_a_workbook_tells_the_numbers_of_the_summary():
    facts = dict(cells(SAMPLE, "Summary"))
    assert facts["Head count"] == SAMPLE.tally
    assert facts["People who signed in or spoke"] == SAMPLE.signed_in_or_spoke
    assert facts["Different people who signed in or spoke so far"] == SAMPLE.unduplicated
    assert facts["Date"] == datetime(2026, 10, 15)
    assert facts["Status"] == "Draft: nobody has approved it yet"
    _, *voices = cells(SAMPLE, "Talk")
    assert [row[2] for row in voices] == [voice.turns for voice in SAMPLE.voices]
    assert [row[4] for row in voices] == [voice.talk_share for voice in SAMPLE.voices]
    assert voices[0][3] == timedelta(seconds=SAMPLE.voices[0].talk_s)
    _, first, *_ = cells(SAMPLE, "Promises")
    assert first[5] == datetime(2026, 10, 29)


def test_only_what_holds_something_has_a_sheet():
    assert book(NOTHING).sheetnames == ["Summary"]
    assert "People" not in book(SAMPLE).sheetnames
    _, *people = cells(RECORD, "People")
    assert [row[1] for row in people] == [one.name for one in ATTENDEES]


def test_every_note_stands_once():
    record = replace(
        SAMPLE, elsewhere=(*SAMPLE.elsewhere, *SAMPLE.questions, *SAMPLE.acknowledgements)
    )
    for summary in (SAMPLE, record):
        _, *rows = cells(summary, "Notes")
        refs = [row[0] for row in rows]
        assert len(refs) == len(set(refs))
        assert {of.id for of in (*SAMPLE.questions, *SAMPLE.answers)} <= set(refs)


def test_a_sheet_can_be_read_far_down_and_on_paper():
    sheet = book(SAMPLE)["Promises"]
    assert sheet.freeze_panes == "A2"
    assert sheet.print_title_rows == "$1:$1"
    assert sheet["A1"].font.bold
    assert sheet["E2"].alignment.wrap_text
    assert sheet.column_dimensions["E"].width > sheet.column_dimensions["A"].width
    assert sheet["F2"].number_format == "d mmm yyyy"


def test_a_workbook_says_what_it_is():
    found = book(SAMPLE)
    assert found.properties.title == SAMPLE.title
    assert found.properties.created == datetime(2026, 10, 15)
    assert found.custom_doc_props["Language"].value == "en"


def test_the_same_summary_is_the_same_file():
    assert workbook(SAMPLE) == workbook(SAMPLE)


@pytest.mark.parametrize("sign", ["x", "😀"])
def test_a_text_no_cell_can_hold_is_cut_and_says_so(sign: str):
    long = replace(SAMPLE, purpose=sign * (LONGEST + 1))
    told = dict(cells(long, "Summary"))["Purpose"]
    assert told.endswith(sign + CUT)
    assert LONGEST - 1 <= len(told.encode("utf-16-le")) // 2 <= LONGEST
    fits = replace(SAMPLE, purpose="x" * LONGEST)
    assert dict(cells(fits, "Summary"))["Purpose"] == fits.purpose


def test_a_date_that_is_none_stays_as_it_was_typed():
    odd = replace(SAMPLE, date="some day", promises=(promise("C1", "Bo", "", "x", "0031-02-01"),))
    assert dict(cells(odd, "Summary"))["Date"] == "some day"
    assert cells(odd, "Promises")[1][5] == "0031-02-01"
