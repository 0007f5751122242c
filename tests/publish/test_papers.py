"""The papers for the hall as they come out of the printer: run sheet, name cards, place list."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facilitator.log import plan
from facilitator.log.state import State
from facilitator.publish.export import NotExported
from facilitator.publish.papers.letters import undrawn
from facilitator.publish.papers.printing import KINDS, NAMES, SIZES, Order, file_name, write
from facilitator.publish.pdf import fonts
from facilitator.publish.pdf.shape import BOLD, REGULAR
from facilitator.room.agenda import Agenda
from facilitator.room.meeting import Meeting
from facilitator.room.people import Person
from tests.evening import AGENDA, MEETING
from tests.publish.leafing import boxes, pages, tight
from tests.publish.sample import NAMES as TONGUES

POINTS = {"letter": (612, 792), "A4": (595, 842)}
EVENING = Meeting(
    **MEETING,
    venue="Parish hall",
    ground_rules=("Speak for yourself.", "Passing is fine."),
    notices={"public_record": "These notes may be a public record."},
)
MORE = {
    "round": {"leader": "Ana María", "prompt": "What brought you here?", "think_s": 60},
    "open": {"purpose": "Everybody is heard"},
}


def parts(*rows: dict[str, Any], meeting: Meeting = EVENING) -> Agenda:
    return Agenda(tuple(plan.segment(row, meeting) for row in rows))


def crowd(names: Iterable[str], tables: int = 0, **fields: Any) -> dict[str, Person]:
    return {
        f"P{n}": Person(f"P{n}", name, table=n % tables + 1 if tables else 0, **fields)
        for n, name in enumerate(names)
    }


PLANNED = State(
    meeting=EVENING,
    agenda=parts(*({**row, **MORE.get(str(row["id"]), {})} for row in AGENDA)),
    people=crowd(TONGUES.values(), 3),
)


def printed(state: State, folder: Path, kind: str = "run_sheet", **order: str) -> Path:
    path = folder / "paper.pdf"
    assert write(state, 0, Order(kind, **order), path) == len(pages(path))
    return path


def read(state: State, folder: Path, kind: str = "run_sheet", **order: str) -> str:
    return " ".join(pages(printed(state, folder, kind, **order)))


# All of them


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("kind", KINDS)
def test_a_paper_stays_inside_its_sheet(kind: str, size: str, tmp_path: Path) -> None:
    long = crowd(
        ["word " * 60, "x" * 400, "ليلى" * 90, "ចាន់" * 90, "a-b" * 99, *TONGUES.values()], 2
    )
    rows = [{**row, "prompt": "Why? " * 600, "title": "T" * 300} for row in AGENDA]
    state = replace(PLANNED, people=long, agenda=parts(*rows))
    path = printed(state, tmp_path, kind, size=size, names="full")
    document = pdfium.PdfDocument(path)
    for page in document:
        width, height = page.get_size()
        assert (round(width), round(height)) == POINTS[size]
        for left, bottom, right, top in boxes(page):
            assert left > 18
            assert right < width - 18
            assert bottom > 10
            assert top < height - 10
    document.close()


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_plan_gives_the_same_paper(kind: str, tmp_path: Path) -> None:
    first = printed(PLANNED, tmp_path, kind).read_bytes()
    assert printed(PLANNED, tmp_path, kind).read_bytes() == first


@pytest.mark.parametrize("kind", KINDS)
def test_a_plan_with_nothing_in_it_makes_a_paper_too(kind: str, tmp_path: Path) -> None:
    assert len(pages(printed(State(), tmp_path, kind))) >= 1


@pytest.mark.parametrize("kind", KINDS)
def test_a_paper_says_what_it_is(kind: str, tmp_path: Path) -> None:
    document = pdfium.PdfDocument(printed(PLANNED, tmp_path, kind))
    assert document.get_metadata_value("Title") == f"{EVENING.title} – {KINDS[kind]}"
    document.close()


@pytest.mark.parametrize("kind", KINDS)
def test_a_title_that_is_cut_says_so(kind: str, tmp_path: Path) -> None:
    meeting = replace(EVENING, title="What became of our many promises, " * 9)
    text = read(replace(PLANNED, meeting=meeting), tmp_path, kind)
    assert "promises, What" in text
    assert "…" in text


def test_a_failed_write_leaves_nothing_and_says_why(tmp_path: Path) -> None:
    with pytest.raises(NotExported, match="nowhere"):
        write(PLANNED, 0, Order("run_sheet"), tmp_path / "nowhere" / "paper.pdf")
    assert list(tmp_path.iterdir()) == []


def test_the_name_of_the_file_fits_every_platform() -> None:
    meeting = replace(EVENING, title='What/now? "Rules": ' + "x" * 99)
    name = file_name("name_cards", meeting)
    assert name.startswith("2027-01-15 What now Rules x")
    assert name.endswith(" – name cards.pdf")
    assert len(name) < 90
    assert file_name("run_sheet", Meeting()) == "run sheet.pdf"


@given(st.lists(st.text(st.characters(exclude_categories=()), max_size=120), max_size=4))
@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_any_text_makes_pages(tmp_path: Path, texts: list[str]) -> None:
    whole = "".join(texts)
    rows = [
        {"id": f"{n}", "title": text, "kind": text, "minutes": n, "prompt": text, "leader": text}
        for n, text in enumerate(texts)
    ]
    meeting = Meeting(title=whole, venue=whole, ground_rules=tuple(texts), notices={"a": whole})
    state = State(meeting=meeting, agenda=parts(*rows, meeting=meeting), people=crowd(texts, 2))
    for kind in KINDS:
        for names in NAMES if kind == "name_cards" else NAMES[:1]:
            assert len(pages(printed(state, tmp_path, kind, names=names))) >= 1


# Name cards


def test_eight_cards_are_on_a_page_and_the_rest_are_blank(tmp_path: Path) -> None:
    texts = pages(printed(replace(PLANNED, people=crowd("ABCDEFGHI", 4)), tmp_path, "name_cards"))
    assert [text.count(EVENING.title) for text in texts] == [8, 8]
    assert [text.count("Table") for text in texts] == [8, 8]
    assert "A" in texts[0].replace(EVENING.title, "")
    assert "I" in texts[1].replace(EVENING.title, "").replace("Table", "")


def test_a_card_has_the_name_as_it_was_asked_for(tmp_path: Path) -> None:
    people = crowd(["Inés Fábula-Muñoz", "Sgt. Orla O’Fictive"])
    state = replace(PLANNED, people=people)
    first = read(state, tmp_path, "name_cards", names="first")
    assert "Inés" in first
    assert "Sgt. Orla" in first
    assert "Muñoz" not in first
    full = tight(read(state, tmp_path, "name_cards", names="full"))
    assert "InésFábula-Muñoz" in full
    blank = read(state, tmp_path, "name_cards", names="blank")
    assert "Inés" not in blank
    assert blank.count(EVENING.title) == 8


def test_a_card_tells_nothing_else_of_anybody(tmp_path: Path) -> None:
    known = Person(
        "P1",
        "Caasho Cabdi",
        groups=("POLICE", "FAMILY_AFFECTED"),
        languages=("so",),
        interpreted=True,
        organisation="Parable Falls Police",
        role="facilitator",
        email="caasho@example.org",
        confirmed=True,
    )
    text = read(replace(PLANNED, people={"P1": known}), tmp_path, "name_cards", names="full")
    assert text.replace(EVENING.title, "").split() == ["Caasho", "Cabdi"]


@pytest.mark.parametrize("tongue", TONGUES)
def test_a_name_of_any_tongue_is_whole(tongue: str, tmp_path: Path) -> None:
    people = crowd([TONGUES[tongue]], 1)
    for kind in ("name_cards", "place_list"):
        text = read(replace(PLANNED, people=people), tmp_path, kind, names="full")
        assert tight(TONGUES[tongue]) in tight(text)


def test_cards_are_for_those_who_are_expected_for_sure(tmp_path: Path) -> None:
    sure = Person("P1", "Comes", confirmed=True)
    people = {"P1": sure, "P2": Person("P2", "Perhaps"), "P3": Person("P3", "Gone", came=1, left=2)}
    text = read(replace(PLANNED, people=people), tmp_path, "name_cards")
    assert "Comes" in text
    assert "Perhaps" not in text
    unsure = {"P2": people["P2"], "P3": people["P3"]}
    text = read(replace(PLANNED, people=unsure), tmp_path, "name_cards")
    assert "Perhaps" in text
    assert "Gone" not in text


@pytest.mark.parametrize("kind", ["name_cards", "place_list"])
def test_a_child_is_on_no_paper_by_name(kind: str, tmp_path: Path) -> None:
    child = Person("P1", "Dara", minor=True, confirmed=True, table=2)
    text = read(replace(PLANNED, people={"P1": child}), tmp_path, kind, names="full")
    assert "Dara" not in text
    assert "Table 2" in text


# The place list


def test_the_place_list_tells_it_by_name_and_by_table(tmp_path: Path) -> None:
    people = {
        "a": Person("a", "Zoë", table=2),
        "b": Person("b", "Ana", table=2),
        "c": Person("c", "Émile", table=1),
        "d": Person("d", "", table=1),
        "e": Person("e", "Bo"),
    }
    by_name, by_table = pages(printed(replace(PLANNED, people=people), tmp_path, "place_list"))
    assert "Ana 2 Bo – Émile 1 Zoë 2" in by_name
    assert (
        "Table 1 2 people Émile 1 not listed by name Table 2 2 people Ana Zoë"
        " No table yet 1 person Bo" in by_table
    )
    for text in (by_name, by_table):
        assert "Please do not photograph it" in text


def test_nobody_is_lost_between_columns_and_pages(tmp_path: Path) -> None:
    names = [f"Person {n:04}" for n in range(1000)]
    text = read(replace(PLANNED, people=crowd(names, 100)), tmp_path, "place_list")
    assert all(text.count(name) == 2 for name in names)


def test_a_table_stands_in_one_column(tmp_path: Path) -> None:
    names = [f"Person {n:04}" for n in range(240)]
    text = read(replace(PLANNED, people=crowd(names, 24)), tmp_path, "place_list")
    for table in range(24):
        those = " ".join(names[table::24])
        assert f"Table {table + 1} 10 people {those}" in text


# Letters


@pytest.mark.parametrize("name", REGULAR + BOLD)
def test_a_glyph_that_shows_nothing_has_no_ink(name: str) -> None:
    face = fonts.face(name)
    extents = face.font.get_glyph_extents(face.blank) if face.blank else None
    assert extents is None or (extents.width, extents.height) == (0, 0)


def test_names_that_cannot_be_written_are_told() -> None:
    fine = [*TONGUES.values(), "", "王小明", "နေမျိုး", "J.\u200b", "😀", "a\x00b"]
    assert undrawn([*fine, "old \U00012000 sign", "half \ud83d"]) == ["old \U00012000 sign"]
