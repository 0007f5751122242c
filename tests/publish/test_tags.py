"""The PDF as somebody gets it who cannot see it: PDF/UA-1, and what validators miss."""

import copy
import re
from dataclasses import replace
from pathlib import Path

import pytest

from facilitator.publish.papers.printing import KINDS, Order
from facilitator.publish.papers.printing import write as printed
from facilitator.publish.pdf import report
from facilitator.publish.pdf.flow import Block
from facilitator.publish.pdf.press import Press, typed
from facilitator.publish.pdf.shape import Shaper
from facilitator.publish.pdf.sheet import Role
from facilitator.publish.pdf.stock import STOCKS
from facilitator.publish.pdf.text import Span
from facilitator.publish.summarise import summarise
from facilitator.publish.summary import EDITIONS, Summary
from tests.publish.blocks import SOMALI, bind, broken_rules, every_block, wrong
from tests.publish.defects import DEFECTS
from tests.publish.objects import File, read, written
from tests.publish.sample import ATTENDEES, NOTHING, SAMPLE
from tests.publish.structure import aloud, content, faults
from tests.publish.test_papers import PLANNED
from tests.publish.town import town


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    press = Press(Shaper())
    return bind(every_block(press), press, tmp_path_factory.mktemp("tags") / "whole.pdf")


@pytest.fixture(scope="module")
def taken_apart(whole: Path) -> File:
    return read(whole.read_bytes())


@pytest.mark.parametrize("paper", STOCKS)
@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("of", [SAMPLE, NOTHING], ids=["the evening", "nothing"])
def test_every_edition_can_be_read_aloud(
    of: Summary, edition: str, paper: str, tmp_path: Path
) -> None:
    people = ATTENDEES if edition == "record" and of is SAMPLE else ()
    path = tmp_path / "summary.pdf"
    report.write(replace(of, edition=edition, people=people), path, paper)
    assert not wrong(path)


@pytest.mark.parametrize("edition", EDITIONS)
def test_so_can_the_summary_of_a_town(edition: str, tmp_path: Path) -> None:
    of = town(5, people=90, notes=120, promises=20, parts=8)
    path = tmp_path / "town.pdf"
    report.write(summarise(of.state, of.now, edition, of.thread), path)
    assert not wrong(path)


@pytest.mark.parametrize("kind", KINDS)
def test_so_can_the_papers_for_the_hall(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    for state in (PLANNED, town(2, people=70).state):
        printed(state, 0, Order(kind), path)
        assert not wrong(path)


def test_blocks_are_what_they_are(taken_apart: File) -> None:
    told = [(one.kind, one.text) for one in aloud(taken_apart)]
    places = [
        told.index(one)
        for one in (
            ("H1", "What we heard"),
            ("P", "See the rows below or write to us."),
            ("Link", "the rows below"),
            ("Link", "write to us"),
            ("H2", "Words"),
            ("Lbl", "Idea"),
            ("LBody", f"{SOMALI} – Families"),
            ("Span", SOMALI),
            ("Lbl", "Fact"),
            ("Span", "ក្រុម ចាន់ "),
            ("Span", "¿Por qué?"),
            ("LBody", "Passing is fine."),
            ("Figure", "twelveWho came"),
            ("Caption", "Who came"),
            ("H3", "The rows"),
            ("Caption", "Promises"),
            ("TH", "Who"),
            ("TH", "Person 1"),
        )
    ]
    assert places == sorted(places)
    kinds = [kind for kind, _ in told]
    assert kinds.count("L") == 2
    assert kinds.count("TR") == 10
    assert kinds.count("TH") == 12
    assert kinds.count("TD") == 18


def test_what_only_repeats_is_not_told(taken_apart: File) -> None:
    assert len(taken_apart.pages) > 1
    text = " ".join(one.text for one in aloud(taken_apart))
    assert "The foot" not in text
    assert "Bar" not in text
    assert text.count("Person 9") == 5  # the cell, its row, body, table and document
    later = content(taken_apart, taken_apart.pages[1])
    assert later.artifacts.count("Header") == 1
    assert later.artifacts.count("Footer") == 1


def test_a_row_over_two_pages_is_one_row(taken_apart: File) -> None:
    (row,) = [one for one in taken_apart.elements("TR") if _pages_of(taken_apart, one) > 1]
    assert len(row["K"]) == 3


def _pages_of(file: File, row: dict[str, object]) -> int:
    cells = [file(kid) for kid in row["K"]]  # type: ignore[attr-defined]
    marks = [mark for cell in cells for mark in cell["K"]]
    return 1 + any(isinstance(mark, dict) for mark in marks)


def test_languages_are_told(taken_apart: File) -> None:
    told = {str(one["Lang"]) for one in taken_apart.elements() if "Lang" in one}
    assert told == {"so", "km", "es"}


def test_in_another_language_our_own_words_stay_english(tmp_path: Path) -> None:
    press = Press(Shaper(), language="es")
    story = [
        Block(press.text([typed("¿Quiénes somos?")], role=Role.TITLE)),
        press.section("Who spoke"),
        press.paragraph([Span("Convened by "), typed("la Ciudad"), Span(".")]),
        press.labelled("Idea", [typed("Más bancos.", language="es-MX")]),
    ]
    file = read(bind(story, press, tmp_path / "es.pdf").read_bytes())
    assert str(file.root["Lang"]) == "es"
    told = [(one["S"], str(one.get("Lang", ""))) for one in file.elements()]
    assert [one for one in told if one[0] not in ("L", "LI", "Document")] == [
        *(("H1", ""), ("H2", "en-US"), ("P", ""), ("Span", "en-US")),
        *(("Lbl", "en-US"), ("LBody", "")),
    ]


def test_links_lead_where_they_say(taken_apart: File) -> None:
    inside, outside = [
        taken_apart(ref)
        for page in taken_apart.pages
        for ref in taken_apart(page).get("Annots", [])
    ]
    assert str(inside["Contents"]) == "the rows below"
    assert taken_apart(inside["Dest"])[0] in taken_apart.pages
    assert str(outside["A"]["URI"]) == "mailto:someone@example.org"


def test_a_link_to_no_heading_is_a_mistake(tmp_path: Path) -> None:
    press = Press(Shaper())
    with pytest.raises(ValueError, match="nowhere"):
        bind([press.paragraph([Span("x", link="#nowhere")])], press, tmp_path / "x.pdf")
    assert not list(tmp_path.iterdir())


def test_the_two_descriptions_of_a_file_agree(tmp_path: Path) -> None:
    path = tmp_path / "summary.pdf"
    report.write(replace(SAMPLE, title="<Who> & why\ufffe", convener="A “city” 市"), path)
    file = read(path.read_bytes())
    packet = file(file.root["Metadata"]).data.decode()
    about = file(file.trailer["Info"])
    assert "&lt;Who&gt; &amp; why" in packet
    assert str(about["Author"]) == "A “city” 市"
    assert "A “city” 市" in packet
    assert str(about["CreationDate"]) == str(about["ModDate"]) == "D:20261015"
    assert re.findall("Date>([0-9-]+)<", packet) == ["2026-10-15"] * 2
    assert str(about["Producer"]) in packet


@pytest.mark.parametrize("name", DEFECTS)
def test_the_pair_of_checks_notices(taken_apart: File, name: str, tmp_path: Path) -> None:
    file = copy.deepcopy(taken_apart)
    DEFECTS[name](file)
    path = tmp_path / "broken.pdf"
    path.write_bytes(written(file))
    assert broken_rules(path) or faults(file)


def test_a_file_put_together_again_is_right(taken_apart: File, tmp_path: Path) -> None:
    path = tmp_path / "again.pdf"
    path.write_bytes(written(taken_apart))
    assert not broken_rules(path)
    assert not faults(taken_apart)


def test_nothing_that_is_printed_goes_untold(tmp_path: Path) -> None:
    path = tmp_path / "summary.pdf"
    report.write(SAMPLE, path)
    told = aloud(read(path.read_bytes()))[0].text
    notes = [note for part in SAMPLE.parts for note in part.heard]
    texts = [one.text for one in (*SAMPLE.points, *SAMPLE.promises, *SAMPLE.requests, *notes)]
    names = [promise.who for promise in SAMPLE.promises]
    for word in re.findall(r"\w+", " ".join(texts + names)):
        assert word in told or word[::-1] in told  # as it stands on the page, from right to left
