"""The PDF as a reader gets it: what it says, how it is built, that it is always the same."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facilitator.publish.pdf import report
from facilitator.publish.summary import Part, Summary
from tests.publish.leafing import outside, overlapping, pages, tight, write
from tests.publish.objects import read, written
from tests.publish.sample import (
    AGREED,
    KHMER,
    NAMES,
    NOTHING,
    PARTS,
    PROMISES,
    SAMPLE,
    heard,
    promise,
)


def with_notes(*texts: str) -> Summary:
    notes = tuple(heard(number, "Idea", text) for number, text in enumerate(texts))
    return replace(SAMPLE, parts=(replace(PARTS[0], heard=notes),))


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(SAMPLE, tmp_path_factory.mktemp("paper"))


@pytest.mark.parametrize("tongue", NAMES)
def test_a_name_reads_as_it_was_typed(paper: Path, tongue: str) -> None:
    assert tight(NAMES[tongue]) in tight("".join(pages(paper)))


def test_page_one_holds_the_six_things(paper: Path) -> None:
    front = pages(paper)[0]
    for text in (
        "Who are we, where are we",
        "Thursday 15 October 2026, 18:03 to 20:00",
        "Parish hall of Saint Exempla, Parable Falls, Minnesota",
        "Convened by City of Parable Falls",
        "people, counted at the door; 10 people signed in",
        "11 of 14",
        "promises made, seven with a date; one answer owed",
        "not a vote and not a consensus",
        "Three notes are left out",
        "2 of 3",
        "earlier promises reported on: 1 done, 1 in progress; 1 not reported on yet",
        "To hear how neighbors and police meet each other here",
        "Themes, by notes: Trust and legitimacy (6)",
        "Thursday 19 November 2026, 18:00 to 20:00. What has changed. Fable High School, library.",
        "Asked, with no owner in the room: Interpreters at open school meetings",
    ):
        assert text in front
    assert tight(AGREED) in tight(front)
    for one in PROMISES[:7]:
        assert tight(one.text) in tight(front)
    assert "29 Oct 2026" in front
    assert "And two promises more" in front


def test_later_pages_tell_the_rest(paper: Path) -> None:
    text = " ".join(pages(paper)[1:])
    for words in (
        "How the session ran",
        "1:52 longer",
        "Nobody signed in or spoke from: Media, Sports and Celebrities",
        "27%",
        "Asked: Which rule do you need in order to speak honestly?",
        "What brought you here tonight?",
        "Who may carry a burden",
        "by Monday 19 October 2026",
        "Pledge, in progress",
    ):
        assert words in text
    assert tight(KHMER) in tight(text)


def test_pages_are_numbered(paper: Path) -> None:
    texts = pages(paper)
    for number, text in enumerate(texts, 1):
        assert f"Page {number} of {len(texts)}" in text


def test_a_draft_says_so_on_every_page(tmp_path: Path) -> None:
    for text in pages(write(SAMPLE, tmp_path)):
        assert "Draft – not yet approved" in text


def test_what_was_approved_says_which_version_it_is(tmp_path: Path) -> None:
    for text in pages(write(replace(SAMPLE, approved=True, version=3), tmp_path)):
        assert "Version 3" in text
        assert "Draft" not in text


def test_the_same_summary_gives_the_same_bytes(paper: Path, tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from facilitator.publish.pdf import report;"
        "from tests.publish.sample import SAMPLE; report.write(SAMPLE, Path(sys.argv[1]))"
    )
    for seed in ("1", "2"):
        other = tmp_path / f"{seed}.pdf"
        root = Path(__file__).parents[2]
        environment = {"PYTHONHASHSEED": seed, "LANG": "ar_EG.UTF-8", "TZ": "Asia/Tokyo"}
        subprocess.run([sys.executable, "-c", code, other], check=True, cwd=root, env=environment)
        assert other.read_bytes() == paper.read_bytes()
    assert write(SAMPLE, tmp_path).read_bytes() == paper.read_bytes()


def test_every_font_is_embedded(paper: Path) -> None:
    data = written(read(paper.read_bytes()))
    assert b"Helvetica" not in data
    assert data.count(b"/FontFile2") == data.count(b"/FontDescriptor ") > 3


def test_the_file_describes_itself(paper: Path) -> None:
    document = pdfium.PdfDocument(paper)
    about = document.get_metadata_dict()
    assert about["Title"] == SAMPLE.title
    assert about["Author"] == SAMPLE.convener
    assert about["Subject"] == "Public summary, Parable Falls circles"
    assert about["CreationDate"].startswith("D:20261015")
    outline = [(mark.level, mark.get_title()) for mark in document.get_toc()]
    assert outline[:3] == [(0, SAMPLE.title), (1, "What we heard"), (1, "Who promised what")]
    assert (2, "3. Phase 1 – Who are we?") in outline
    file = read(paper.read_bytes())
    assert str(file.root["Lang"]) == "en-US"
    assert file(file.root["ViewerPreferences"])["DisplayDocTitle"] == "true"


def test_long_text_stays_inside_and_nothing_is_lost(tmp_path: Path) -> None:
    words = [f"word{number}" for number in range(450)]
    long = [" ".join(words), "x" * 500, "ليلى" * 125, "ចាន់" * 125, "a-b" * 170]
    summary = replace(
        with_notes(*long),
        title="Title " * 60,
        series="s" * 300,
        groups_missing=("group" * 100,) * 4,
        promises=(promise("C" * 40, "W" * 500, "o" * 500, long[0], "y" * 99, measure=long[0]),),
        requests=(promise("Q1", "", "o" * 500, long[1], ""),),
    )
    path = write(summary, tmp_path)
    assert outside(path) == []
    assert overlapping(path) == []
    text = tight("".join(pages(path)))
    assert all(text.count(word) == 3 for word in words[100:])  # note, promise, measure
    assert text.count("x") >= 1000


def test_three_hundred_parts_and_a_thousand_notes(tmp_path: Path) -> None:
    notes = tuple(heard(number, "Idea", f"Note number {number} of many") for number in range(1000))
    parts = tuple(
        Part(number, f"Part {number}", "Round", "", 60, 61, notes if number == 7 else ())
        for number in range(300)
    )
    text = " ".join(pages(write(replace(SAMPLE, parts=parts), tmp_path)))
    assert all(f"Note number {number} of many" in text for number in range(1000))
    assert all(f"Part {number} Round 1:00 1:01" in text for number in range(300))


def test_what_was_typed_is_never_markup(tmp_path: Path) -> None:
    typed = ["<b>&amp;</b>", "=cmd|' /C calc'!A0", "(\\ \\) %% [/F1 99 Tf] ET", "<font size=99>"]
    text = "".join(pages(write(with_notes(*typed), tmp_path)))
    for one in typed:
        assert tight(one) in tight(text)


def test_signs_that_act_unseen_are_dropped(tmp_path: Path) -> None:
    text = " ".join(pages(write(with_notes("a\x00b\x1b \u202eevil\u202c \u2066x\u2069"), tmp_path)))
    assert "ab evil x" in text


def test_unknown_signs_show_and_keep_their_code(tmp_path: Path) -> None:
    text = " ".join(pages(write(with_notes("old \U00012000 sign", "half \ud83d sign"), tmp_path)))
    assert "old \U00012000 sign" in text
    assert "half \ufffd sign" in text


def test_an_empty_session_reads_well(tmp_path: Path) -> None:
    text = " ".join(pages(write(NOTHING, tmp_path)))
    for words in (
        "Untitled session",
        "Date not noted. Place not noted.",
        "– No head count was made",
        "No main points were chosen",
        "No promises were made",
        "No head count was made.",
        "How to read this",
    ):
        assert words in text


def test_a_failed_write_leaves_the_old_file(paper: Path, tmp_path: Path) -> None:
    with pytest.raises(OSError, match="nowhere"):
        report.write(SAMPLE, tmp_path / "nowhere" / "summary.pdf")
    folder = tmp_path / "summary.pdf"
    folder.mkdir()
    with pytest.raises(OSError, match="summary"):
        report.write(SAMPLE, folder)
    assert list(tmp_path.iterdir()) == [folder]


@given(st.lists(st.text(st.characters(exclude_categories=()), max_size=200), max_size=4))
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_any_text_makes_pages(tmp_path: Path, texts: list[str]) -> None:
    summary = replace(NOTHING, title="".join(texts), parts=with_notes(*texts).parts)
    document = pdfium.PdfDocument(write(summary, tmp_path))
    assert len(document) >= 1
    document.close()
