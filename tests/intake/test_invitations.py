"""A list as an organiser keeps one: 300 people, titles, doubles, a total; CSV and workbook."""

import time
from contextlib import closing
from pathlib import Path

import pytest

from facilitator.intake import Line, Proposal, Sheet, guess, propose, proposed, read
from facilitator.record.files import store_at
from facilitator.room.people import Person
from facilitator.session import Session
from tests.clock import Clock
from tests.data.make_invitations import HEAD, rows
from tests.evening import evening

DATA = Path(__file__).parent.parent / "data"


@pytest.fixture(params=["csv", "xlsx"])
def sheet(request: pytest.FixtureRequest) -> Sheet:
    return read(DATA / f"invitations.{request.param}")


def test_both_files_hold_what_was_written(sheet: Sheet):
    written = {n: tuple(row) for n, row in enumerate(rows(), 1) if any(row)}
    assert [line.number for line in sheet.lines] == list(written)
    shown = {n: tuple(" / ".join(c.split("\n")) for c in row) for n, row in written.items()}
    assert [line.cells for line in sheet.lines] == list(shown.values())


def test_each_row_is_a_person_or_says_why_not(sheet: Sheet):
    columns = guess(sheet)
    assert columns.heads(sheet) == tuple(HEAD)
    found = proposed(sheet, columns, {})
    assert (len(found.fresh), len(found.doubles), len(found.misfits)) == (292, 7, 3)
    assert [(misfit.number, misfit.why) for misfit in found.misfits] == [
        (95, "No name and no e-mail"),
        (166, "The headings again"),
        (309, "A total, not a person"),
    ]
    assert len(found.rows(found.wanted)) == 294
    told = {fresh.number: fresh for fresh in found.fresh}
    assert told[5].person["name"] == "María Muñoz"
    assert told[96].person["name"] == "Quinn Unlisted"
    assert told[155].remarks == ("“Elvish” is no language known here; left out.",)


def test_the_same_list_again_brings_nobody_new(sheet: Sheet):
    columns = guess(sheet)
    first = proposed(sheet, columns, {})
    known = {row["id"]: Person(**row) for row in first.rows(first.wanted)}
    again = proposed(sheet, columns, known)
    assert not again.fresh
    assert not again.wanted


def test_five_thousand_rows_are_quick_and_can_be_given_up(sheet: Sheet):
    head, people = sheet.lines[:3], sheet.lines[3:160]
    many = tuple(
        Line(n, (*people[n % len(people)].cells[:2], f"Ana{n}", *people[n % len(people)].cells[3:]))
        for n in range(4, 5004)
    )
    large = Sheet("", head + many)
    begun = time.perf_counter()
    steps = list(propose(large, guess(large), {}))
    assert time.perf_counter() - begun < 3
    assert isinstance(steps[-1], Proposal)
    assert steps[:3] == [0, 25, 50]
    assert len(steps) == 201


def test_the_people_are_taken_in_as_one_act_and_are_the_same_in_the_file(
    sheet: Sheet, tmp_path: Path, clock: Clock
):
    found = proposed(sheet, guess(sheet), {})
    told = [Person(**row) for row in found.rows(found.wanted)]
    with evening(clock, tmp_path / "evening.db") as session:
        before = session.state.people
        assert session.import_people(found.rows(found.wanted))
        assert list(session.state.people.values())[len(before) :] == told
        assert session.undo()
        assert session.state.people == before
        assert session.redo()
    with closing(store_at(tmp_path / "evening.db")) as store:
        assert list(Session(store, "evening", clock).state.people.values())[len(before) :] == told
