"""The run sheet: the evening as its facilitator holds it in the hand."""

from dataclasses import replace
from pathlib import Path

from facilitator.log.state import State
from facilitator.room.meeting import Meeting
from tests.evening import AGENDA
from tests.publish.leafing import pages
from tests.publish.test_papers import EVENING, PLANNED, parts, printed, read


def test_the_run_sheet_tells_the_evening(tmp_path: Path) -> None:
    text = read(PLANNED, tmp_path)
    for words in (
        "Evenings An evening at Saint Exempla Friday 15 January 2027. Parish hall, Parable Falls.",
        "Four parts, 65:30 min planned. It ends with 25 min to spare; the hall closes at 20:00.",
        "Welcome Opening 18:00 10 min",
        "A round Round, led by Ana María, turns of 2 min, 1 min of silence first",
        "What brought you here? 18:10 20 min",
        "18:30 30:30 min at least 15 min Close Closing",
        "Why: Everybody is heard",
        "Close Closing 19:30 5 min fixed start 29:30 min free before",
        "19:35 End",
        "To tell the room 1 These notes may be a public record.",
        "Ground rules 1 Speak for yourself. 2 Passing is fine.",
        "Run sheet – An evening at Saint Exempla",
        "Page 1 of 2",
    ):
        assert words in text


def test_the_run_sheet_says_when_the_hall_closes_too_early(tmp_path: Path) -> None:
    early = replace(PLANNED, meeting=replace(EVENING, hard_stop="19:20"))
    assert "It runs 15 min too long: the hall closes at 19:20." in read(early, tmp_path)


def test_a_fixed_start_that_is_missed_says_so(tmp_path: Path) -> None:
    rows = [{**row, "minutes": 35} for row in AGENDA]
    text = read(replace(PLANNED, agenda=parts(*rows)), tmp_path)
    assert "fixed start 15 min late by plan" in text


def test_past_midnight_the_clock_begins_anew(tmp_path: Path) -> None:
    late = replace(EVENING, start="23:30", hard_stop="01:00")
    text = read(replace(PLANNED, meeting=late, agenda=parts(*AGENDA[:3], meeting=late)), tmp_path)
    assert "A round Round, turns of 2 min 23:40 20 min" in text
    assert "00:00 30:30 min" in text
    assert "00:30 End" in text


def test_a_plan_without_a_time_counts_from_its_beginning(tmp_path: Path) -> None:
    open_end = Meeting(title="Some day")
    agenda = parts(*AGENDA[:3], meeting=open_end)
    text = read(State(meeting=open_end, agenda=agenda), tmp_path)
    assert "Date not noted. Place not noted." in text
    assert "Welcome Opening +0:00 10 min" in text
    assert "+0:30 30:30 min" in text


def test_what_is_left_out_is_named_alone(tmp_path: Path) -> None:
    agenda = PLANNED.agenda.replan({}, ["round"], None)
    text = read(replace(PLANNED, agenda=agenda), tmp_path)
    assert "Three parts" in text
    assert "Left out: A round." in text
    assert "18:10 30:30 min" in text


def test_a_short_part_is_never_cut(tmp_path: Path) -> None:
    rows = [
        {"id": f"{n}", "title": f"Part {n}", "kind": "open", "minutes": 5, "prompt": f"Ask {n}!"}
        for n in range(60)
    ]
    for text in pages(printed(replace(PLANNED, agenda=parts(*rows)), tmp_path)):
        told = [n for n in range(60) if f"Part {n} " in text]
        assert told == [n for n in range(60) if f"Ask {n}!" in text]


def test_a_part_is_called_what_the_agenda_calls_it(tmp_path: Path) -> None:
    rows = [{"id": "Q", "title": "Your turn", "kind": "qa", "minutes": 10}]
    assert "Questions" in read(replace(PLANNED, agenda=parts(*rows)), tmp_path)
