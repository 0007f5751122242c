"""Attendance in all that leaves: a head count that somebody made, or that none was made."""

import json
from pathlib import Path

import pytest

from facilitator.log import events as e
from facilitator.publish.export import export
from facilitator.publish.summary import EDITIONS
from tests.publish.telling import OPEN, crowd, told
from tests.publish.test_what_was_reported import FORMATS, text_of

NONE = "No head count was made"
PEOPLE = crowd(RESIDENT=9)
SPOKE = [e.SpeakerQueued(f"RESIDENT{n}") for n in range(7)]  # the other two only listen


def plain(path: Path) -> str:
    return " ".join(text_of(path).split())


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize(
    ("happened", "said"),
    [
        ([], NONE),
        ([e.MeetingChanged({"uncounted": True})], NONE),
        ([e.PeopleTallied(9, "door")], "9 people, counted at the door"),
        ([e.PeopleTallied(9, "estimated")], "9 people, estimated"),
    ],
)
def test_who_queued_is_never_attendance(
    happened: list[e.Event], said: str, edition: str, tmp_path: Path
):
    summary = told(OPEN, *SPOKE, *happened, people=PEOPLE, edition=edition)
    for ending in FORMATS:
        path = tmp_path / f"out{ending}"
        export(summary, path)
        text = plain(path)
        for false in ("7 people in the room", "7 people came", "7 people, ", "7 on the list came"):
            assert false not in text
        if ending in (".eml", ".pdf") and edition != "action-plan":
            assert said in text  # also where a figure stands large, apart from its words
        if ending in (".md", ".xlsx"):
            assert (NONE in text) == (said == NONE)
    data = json.loads((tmp_path / "out.json").read_text("utf-8"))
    assert data["tally"] == (None if said == NONE else 9)
    assert (data["signed_in"], data["signed_in_or_spoke"]) == (0, 7)


def test_without_a_count_it_is_told_how_many_signed_in(tmp_path: Path):
    there = [e.PersonArrived("RESIDENT8"), e.PersonArrived("RESIDENT0")]
    summary = told(OPEN, *SPOKE, *there, people=PEOPLE)
    export(summary, tmp_path / "out.pdf")
    text = plain(tmp_path / "out.pdf")
    assert "2 people signed in. No head count was made" in text  # page one
    assert "No head count was made. 2 people signed in. Groups and shares count the 8" in text
    assert "in the room, " not in text


def test_groups_that_only_listened_are_not_said_to_have_stayed_away(tmp_path: Path):
    people = crowd(RESIDENT=6, POLICE=6)
    spoke = [e.FloorGiven(f"RESIDENT{n}") for n in range(6)]
    summary = told(OPEN, *spoke, people=people)
    export(summary, tmp_path / "out.pdf")
    export(summary, tmp_path / "out.eml")
    for path in (tmp_path / "out.pdf", tmp_path / "out.eml"):
        text = plain(path)
        assert "obody came from" not in text
        assert "groups came" not in text
        assert "signed in or spoke" in text
