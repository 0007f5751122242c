"""What each edition prints and does not print, for whom it is, and that its pages hold."""

from dataclasses import replace
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facilitator.publish.summary import (
    EDITIONS,
    Group,
    Heard,
    LeftOut,
    Progress,
    Step,
    Summary,
    Vote,
)
from tests.publish.anything import any_summary
from tests.publish.leafing import (
    headings,
    outside,
    overlapping,
    pages,
    plain,
    said,
    tight,
    write,
)
from tests.publish.objects import read
from tests.publish.sample import ATTENDEES, NAMES, NOTHING, SAMPLE, heard, promise
from tests.publish.structure import faults

RECORD = replace(SAMPLE, edition="record", people=ATTENDEES)
OF = {edition: replace(SAMPLE, edition=edition) for edition in EDITIONS} | {"record": RECORD}
LONG = "Long words of somebody who did not stop to speak. " * 60
MANY = tuple(promise(f"C{n}", "Bo", "Parish", f"Thing {n}", "2026-11-19") for n in range(200))
ASKED = tuple(promise(f"Q{n}", "", "School", f"Wish {n}", "", kind="Request") for n in range(60))


@pytest.mark.parametrize("paper", ["letter", "A4"])
@pytest.mark.parametrize("edition", EDITIONS)
def test_an_edition_is_built_for_all_readers(edition: str, paper: str, tmp_path: Path) -> None:
    path = write(OF[edition], tmp_path, paper)
    assert faults(read(path.read_bytes())) == []
    assert outside(path) == []
    assert overlapping(path) == []


def test_the_sections_come_in_the_order_of_the_guide(tmp_path: Path) -> None:
    assert list(headings(write(RECORD, tmp_path))) == [
        "What we heard",
        "Who promised what",
        "Next session",
        "How to read this",
        "Who was in the room",
        "How the session ran",
        "What we heard, part by part",
        "What came first: votes and dots",
        "What was acknowledged",
        "Questions and answers",
        "The promises in full",
        "Asked, with no owner in the room",
        "What became of earlier promises",
        "Kept for later",
        "What happens next",
        "How the talk was shared",
        "Further notes",
        "How this was made",
        "Words used here",
        "The list of people",
    ]


def test_a_section_without_content_is_left_out(tmp_path: Path) -> None:
    assert list(headings(write(NOTHING, tmp_path))) == [
        "What we heard",
        "Who promised what",
        "How to read this",
        "Who was in the room",
        "The promises in full",
        "How this was made",
    ]


@pytest.mark.parametrize(
    ("edition", "mark"),
    [
        ("public", "Public summary"),
        ("participants", "For those who took part. It may tell more than the public summary"),
        ("one-page", "One-page summary"),
        ("action-plan", "Action plan: Who are we, where are we"),
        ("record", "Record – not for publication"),
    ],
)
def test_page_one_says_for_whom_it_is(edition: str, mark: str, tmp_path: Path) -> None:
    assert mark in pages(write(OF[edition], tmp_path))[0]


def test_the_record_is_marked_on_every_page_and_lists_all_people(tmp_path: Path) -> None:
    texts = pages(write(RECORD, tmp_path))
    assert all("Record – not for publication" in text for text in texts)
    assert texts[0].count("Record: Who are we") == 1
    people = tight(" ".join(texts).rpartition("The list of people")[2])
    assert "Byoffice" in people
    assert all(word in people for one in ATTENDEES for word in one.name.split())


def test_only_the_record_lists_people(tmp_path: Path) -> None:
    for edition in EDITIONS[:-1]:
        assert "The list of people" not in said(OF[edition], tmp_path)


def test_the_left_out_and_the_replaced_are_counted_with_reasons(tmp_path: Path) -> None:
    text = said(SAMPLE, tmp_path)
    assert "Three notes are left out of this edition: one sensitive, two not checked yet." in text
    assert "Four places: name (3), address (1)." in text
    assert "may be a public record" in text
    many = replace(SAMPLE, left_out=(LeftOut("withheld", 1),), replaced=())
    assert "One note is left out of this edition: one withheld." in said(many, tmp_path)


def test_the_room_tells_what_is_known_and_no_more(tmp_path: Path) -> None:
    text = said(SAMPLE, tmp_path)
    assert "14 people, counted at the door. 10 people signed in. Groups and shares" in text
    assert "the 12 people who signed in or spoke. Of these, three were new to the series." in text
    assert "So far 21 people signed in or spoke in the series, each counted once." in text
    assert "Schools and students 7 0 0" in text
    assert "English (nine people); Hmong, interpreted; Somali, interpreted." in text
    assert "Police: sergeant; City council: member for ward 2." in text
    first = said(replace(SAMPLE, number=1, tally=None), tmp_path)
    assert "No head count was made. 10 people signed in. Groups and shares count the 12" in first
    assert "new to the series" not in first


def test_earlier_promises_are_told_with_evidence_and_the_community_s_view(tmp_path: Path) -> None:
    text = said(SAMPLE, tmp_path)
    told = "2 of 3 earlier promises reported on: 1 done, 1 in progress; 1 not reported on yet. "
    assert f"{told}1 earlier request or answer owed, not reported on yet." in text
    assert "Status Done, told on Thursday 3 September 2026" in text
    assert "Status In progress, told in this session" in text
    assert "Evidence The county has not answered" in text
    assert "Session 1, C4 County attorney Request: Read the figures aloud in public" in text
    assert "The community says Agree: the same officer came each time" in text


def test_votes_questions_and_later_things_are_told_in_numbers_and_words(tmp_path: Path) -> None:
    text = said(SAMPLE, tmp_path)
    for words in (
        "Stop data by quarter 14",
        "Later buses 0",
        "By show of hands most wanted the next session at the school.",
        "That was wrong, and I am sorry.",
        "Answered The records unit has the stop cards, on paper. – Parable Falls Police",
        "Bram Placeholder, by Thursday 19 November 2026 (A1)",
        "School bus stop on Route 9 City manager",
        "Lights in Riverside Park Not settled yet",
        "19 Oct 2026 E-mail the city clerk Bram Placeholder C2",
        "Support If tonight brought up something hard: call or text 988",
        "Concern, table 1 The last bus leaves before the meetings end.",
    ):
        assert words in text


def test_the_glossary_has_the_words_that_occur(tmp_path: Path) -> None:
    text = said(SAMPLE, tmp_path)
    assert "Conditional Somebody will if something else happens" in text
    assert "Harvest" not in text


def test_addresses_are_links(tmp_path: Path) -> None:
    joining = "Write to a@b.example or see https://parable.example/circles, or www.parable.example."
    path = write(replace(SAMPLE, joining=joining), tmp_path)
    found = {
        str(entry["A"]["URI"])
        for entry in read(path.read_bytes()).objects.values()
        if isinstance(entry, dict) and "URI" in entry.get("A", {})
    }
    assert found == {
        "mailto:clerk@parablefalls.example",
        "mailto:a@b.example",
        "https://parable.example/circles",
        "https://www.parable.example",
    }


def test_a_note_keeps_its_language(tmp_path: Path) -> None:
    elements = read(write(SAMPLE, tmp_path).read_bytes()).elements()
    assert {str(one["Lang"]) for one in elements if "Lang" in one} >= {"km", "ar", "so"}


def test_the_action_plan_lies_on_its_side_and_has_five_columns(tmp_path: Path) -> None:
    path = write(OF["action-plan"], tmp_path)
    width, height = pdfium.PdfDocument(path)[0].get_size()
    assert width > height
    text = " ".join(pages(path))
    assert "No. Action Lead Timeline Indicator Progress" in text
    assert "First: E-mail the city clerk, 19 Oct 2026" in text
    assert "Benefits: Drivers on Route 9" in text
    assert "Burden: Students who fear officers" in text
    open_, _, after = text.partition("Earlier actions still open")[2].partition("with no lead yet")
    assert "Ask the county what an interpreter at the front desk costs" in open_
    assert "youth night" not in open_
    assert "Asked of School district, absent" in after


def test_one_page_is_one_page_and_counts_what_does_not_fit(tmp_path: Path) -> None:
    summary = replace(OF["one-page"], promises=MANY, requests=ASKED)
    (text,) = pages(write(summary, tmp_path))
    shown = text.count("Thing ")
    assert shown >= 3
    assert f"And {200 - shown} promises more, in the full summary." in text
    assert "And 56 requests more, in the full summary." in text
    assert "Contact City clerk" in text


def test_what_is_cut_short_on_page_one_stands_in_full_later(tmp_path: Path) -> None:
    points = tuple(heard(n, "Agreement", f"{n} {LONG}") for n in range(5))
    long = replace(
        SAMPLE,
        title="A title of an evening in a hall " * 9,
        venue="v" * 300,
        purpose=f"{LONG} the purpose ends",
        points=points,
        promises=(promise("C1", NAMES["Arabic"], "", f"{LONG} the promise ends", "2026-11-19"),),
    )
    front, *rest = pages(write(long, tmp_path))
    assert "What ends in “…” stands in full on the following pages." in front
    assert "the purpose ends" not in front
    later = " ".join(rest)
    assert "the purpose ends" in later
    assert "the promise ends" in later
    assert "v" * 300 in tight(later)
    assert tight(long.title) in tight(later)


def test_page_one_gives_up_rows_before_it_gives_up_a_word(tmp_path: Path) -> None:
    front = pages(write(replace(SAMPLE, promises=MANY, requests=ASKED), tmp_path))[0]
    assert "…" not in front
    assert front.count("Thing ") >= 5


def test_nothing_lies_over_anything_however_much_there_is(tmp_path: Path) -> None:
    summary = replace(
        RECORD,
        title="A title of an evening in a hall " * 9,
        promises=(promise("C1", "W" * 500, "o" * 500, LONG, "2026-10-30", burden=LONG), *MANY),
        requests=ASKED,
        people=tuple(replace(ATTENDEES[n % 3], name=f"Person {n}") for n in range(1000)),
        room=tuple(Group("g" * 500, 1000, 900, 800) for _ in range(3)),
        votes=(Vote(LONG, (("x" * 500, 100_000), (LONG, 3))),),
        steps=tuple(Step("2026-11-01", LONG, "W" * 500, "C1") for _ in range(3)),
    )
    path = write(summary, tmp_path)
    assert outside(path) == []
    assert overlapping(path) == []
    text = " ".join(pages(path))
    assert all(f"Person {n} " in text for n in range(1000))
    for page in pages(path):
        if "Person " in page:  # a table says its columns again on every page
            assert "Name Groups Organization" in page


def test_a_heading_is_never_the_last_on_its_page(tmp_path: Path) -> None:
    titles = list(headings(write(RECORD, tmp_path)))
    for count in range(0, 14, 2):
        notes = tuple(Heard(f"N{n}", "Idea", f"Note {n} of some", "", "en") for n in range(count))
        for text in pages(write(replace(RECORD, elsewhere=notes), tmp_path)):
            body = plain(text).rpartition("Draft – not yet approved Record")[0].strip()
            assert not any(body.endswith(title) for title in titles)


@given(any_summary, st.sampled_from(EDITIONS))
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_whatever_is_typed_every_edition_holds(
    tmp_path: Path, summary: Summary, edition: str
) -> None:
    path = write(replace(summary, edition=edition), tmp_path)
    assert outside(path) == []
    assert edition != "one-page" or len(pages(path)) == 1


def test_progress_without_owner_or_evidence_says_so(tmp_path: Path) -> None:
    one = Progress(
        "session 1, C9",
        "2026-06-11",
        *("", "", "Paint the hall", "", "", "Changed", "", "", ""),
        reported_on=True,
        open=False,
    )
    text = said(replace(SAMPLE, progress=(one,)), tmp_path)
    assert "Session 1, C9 Paint the hall Who Not named Status Changed" in text
