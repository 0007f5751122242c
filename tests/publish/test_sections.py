"""What the room said, section by section: where it stands, in which order, in whose words."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.log import events as e
from facilitator.log.thread import Thread
from facilitator.publish.summarise import summarise
from facilitator.publish.summary import Theme, Vote
from facilitator.publish.telling.heard import MOST_OF_A_PART, vote
from facilitator.room.meeting import Meeting
from tests.publish.telling import OPEN, T, evening, note, told

# 2 Page one


def test_what_was_starred_is_a_main_point_then_one_of_each_kind():
    kinds = ("vision", "idea", "strength", "question", "agreement", "agreement")
    notes = [note(f"N{n}", kind) for n, kind in enumerate(kinds)]
    starred = e.NoteChanged("N1", {"starred": True})
    assert [one.id for one in told(*notes, starred).points] == ["N1", "N4", "N3", "N2", "N0"]
    all_ = told(*notes, *(e.NoteChanged(f"N{n}", {"starred": True}) for n in range(6)))
    assert [one.id for one in all_.points] == ["N0", "N1", "N2", "N3", "N4"]


def test_themes_have_the_notes_and_the_tables_behind_them():
    found = told(
        note("N1", themes=("trust", "bus_lines"), table=1),
        note("N2", themes=("trust",), table=2),
        note("N3", themes=("trust", "ADA ramps")),
        note("N4", themes=("Trust and legitimacy", "bus_lines"), table=1),
        note("N5", themes=("housing",), sensitivity="withheld"),
    )
    assert found.themes == (
        Theme("Trust and legitimacy", 4, 2),
        Theme("Bus lines", 2, 1),
        Theme("ADA ramps", 1, 0),
    )
    assert {one.id: one.themes for one in found.elsewhere}["N1"] == (
        "Trust and legitimacy",
        "Bus lines",
    )


def test_the_next_session_is_the_one_that_is_planned_else_what_is_settled_of_it():
    settled = {"next_date": "2027-02-19", "next_start": "18:30", "next_place": "The library"}
    assert told().next is None
    some = told(e.MeetingChanged(settled)).next
    assert some
    assert (some.title, some.place) == ("", "The library")
    assert (some.date, some.start) == ("2027-02-19", "18:30")
    planned = Meeting("Review", "Evenings", venue="Hall", date="2027-02-20", hard_stop="21:00")
    whole = told(e.MeetingChanged(settled), thread=Thread("now", 1, next=planned)).next
    assert whole
    assert (whole.title, whole.place) == ("Review", "Hall")
    assert (whole.date, whole.start, whole.end) == ("2027-02-20", "", "21:00")
    assert whole.timezone == "America/Chicago"


# 5 and 6 What was heard


def test_a_part_tells_its_best_notes_first_and_the_others_behind():
    notes = [note(f"N{n}", table=n % 3) for n in range(20)]
    found = told(OPEN, *notes, e.NoteChanged("N19", {"starred": True})).parts[2]
    assert len(found.heard) == MOST_OF_A_PART
    assert [one.id for one in found.heard] == "N19 N0 N3 N6 N9 N12 N15 N18 N1 N2 N4 N5".split()
    assert [one.id for one in found.more] == "N7 N8 N10 N11 N13 N14 N16 N17".split()
    assert found.tables == 2


def test_what_has_a_section_of_its_own_stands_there_alone():
    own = {
        "acknowledgement": "acknowledgements",
        "question": "questions",
        "answer": "answers",
        "parking_lot": "parked",
        "vote_result": "votes",
        "ground_rule": "ground_rules",
    }
    notes = [note(kind, kind) for kind in own]
    cleared = e.NoteChanged("acknowledgement", {"cleared": True})
    public = told(OPEN, *notes, cleared)
    assert public.parts[2].heard == ()
    assert [len(getattr(public, section)) for section in own.values()] == [1] * len(own)
    record = told(OPEN, *notes, cleared, edition="record")
    assert sorted(one.id for one in record.parts[2].heard) == sorted(own)
    assert [len(getattr(record, section)) for section in own.values()] == [1] * len(own)


def test_a_note_of_a_part_that_is_gone_is_not_lost():
    taken = [e.SegmentAdded("soup", {"title": "Soup", "minutes": 5}, None), note("N1")]
    gone = evening(taken[0], e.SegmentStarted("soup"), taken[1])
    assert [one.id for one in summarise(gone, T).parts[-1].heard] == ["N1"]
    parts = tuple(part for part in gone.agenda.segments if part.id != "soup")
    without = replace(gone, agenda=replace(gone.agenda, segments=parts, current=None))
    assert [one.id for one in summarise(without, T).elsewhere] == ["N1"]


def test_rules_are_told_once():
    rule = note("N1", "ground_rule", "share the air.")
    found = told(rule, note("N2", "ground_rule", "No filming"), ground_rules=("Share the air",))
    assert found.ground_rules == ("Share the air", "No filming")


# 7 and 12 Votes, and what is kept for later


@pytest.mark.parametrize(
    ("words", "question", "options"),
    [
        ("Buses – 12; Parks – 9", "", {"Buses": 12, "Parks": 9}),
        ("Buses: 12\nParks: 9 votes\n", "", {"Buses": 12, "Parks": 9}),
        ("12 Buses; 9 Parks; 1 New lights", "", {"Buses": 12, "Parks": 9, "New lights": 1}),
        ("12 votes for Buses; 9 dots for Parks", "", {"Buses": 12, "Parks": 9}),
        ("12 × Buses\n9 × Parks", "", {"Buses": 12, "Parks": 9}),
        ("Which first?\nBuses - 12\nParks = 9", "Which first?", {"Buses": 12, "Parks": 9}),
        ("Which first? Buses – 12; Parks – 9", "Which first?", {"Buses": 12, "Parks": 9}),
        ("Which first: Buses – 12; Parks – 9", "Which first", {"Buses": 12, "Parks": 9}),
        ("Dots:\n12 Buses\n9 Parks", "Dots", {"Buses": 12, "Parks": 9}),
        ("Body-worn cameras: 12; Route 9 – 0", "", {"Body-worn cameras": 12, "Route 9": 0}),
        ("Yes – 12", "Yes – 12", {}),
        ("12 people wanted more time", "12 people wanted more time", {}),
        ("Buses – many; Parks – 9; Lights – 3", None, {}),
        ("We begin at 18:00; we end at 20:00", None, {}),
        ("COVID-19; Route 9", None, {}),
        ("", "", {}),
    ],
)
def test_a_vote_has_its_counts(words: str, question: str | None, options: dict[str, int]):
    found = vote(words)
    assert dict(found.options) == options
    assert found.text == (words if question is None else question)


@given(st.text(max_size=80) | st.text("a1:;–-?× \n", max_size=30))
def test_no_words_of_a_vote_are_lost(words: str):
    found = vote(words)
    assert found == Vote(words) or len(found.options) > 1
    kept = found.text + "".join(f"{name}{count}" for name, count in found.options)
    lost = {c for c in words if c.isalpha()} - {*kept}
    assert lost <= {*"votesdforVTESDFOR"}


@pytest.mark.parametrize(
    ("words", "text", "destination"),
    [
        ("The bus stop → city manager", "The bus stop", "city manager"),
        ("The bus stop -> city manager", "The bus stop", "city manager"),
        ("The bus stop⟶city manager -> clerk", "The bus stop", "city manager → clerk"),
        ("The bus stop", "The bus stop", ""),
        ("The bus stop →", "The bus stop →", ""),
    ],
)
def test_what_is_parked_has_a_destination(words: str, text: str, destination: str):
    (found,) = told(note("N1", "parking_lot", words)).parked
    assert (found.text, found.destination) == (text, destination)
