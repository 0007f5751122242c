"""Which strings of an act are words: every field is declared, and what is unknown is words."""

import json
from dataclasses import fields

import pytest
from hypothesis import given

from facilitator.log.events import Event
from facilitator.log.rows import KINDS, decode, encode
from facilitator.log.words_of import OTHERWISE, ROWS, SORTS, without, words_of
from facilitator.room.commitments import Commitment
from facilitator.room.meeting import Meeting
from facilitator.room.notes import Note
from facilitator.room.people import Person
from tests.evening import AGENDA, MEETING, PEOPLE
from tests.happenings import EVENTS

HOLDS_NO_TEXT = ("int", "bool", "int | None", "Tally | None")


@pytest.mark.parametrize("of", [*KINDS.values(), Person, Meeting, Note, Commitment])
def test_every_field_that_can_hold_text_is_declared(of: type):
    """A new field must be said to be words or not, also as a key of changes."""
    for field in fields(of):
        told = getattr(field.type, "__name__", str(field.type))
        plain = told if "[" not in str(field.type) else str(field.type)
        if plain.removeprefix("facilitator.room.meeting.") not in HOLDS_NO_TEXT:
            declared = {*SORTS, *ROWS, *(name for kind, name in OTHERWISE if kind == of.__name__)}
            assert field.name in declared, f"{of.__name__}.{field.name}"


def stored(event: Event) -> tuple[str, dict]:
    kind, data = encode(event)
    return kind, json.loads(json.dumps(data))


@given(EVENTS)
def test_an_act_without_words_is_of_its_kind_still(event: Event):
    kind, data = stored(event)
    left = without(data, {at for at, _ in words_of(kind, data)})
    assert list(words_of(kind, left)) == []
    assert left.keys() == data.keys()
    assert type(decode(kind, left)) is type(event)


def test_what_is_left_of_a_plan():
    data = {**MEETING, "people": [*PEOPLE], "agenda": [*AGENDA], "notices": {"media": "We film"}}
    left = without(data, {at for at, _ in words_of("SessionPlanned", data)})
    assert left["people"][2] == {"id": "chau", "name": "", "groups": [], "interpreted": True}
    assert left["agenda"][3] == {**AGENDA[3], "title": ""}
    assert (left["title"], left["date"], left["timezone"]) == ("", "2027-01-15", "America/Chicago")
    assert left["notices"] == {"media": ""}


CASES = [
    ("NoteTaken", {"note": "N1", "kind": "idea", "text": "x"}, ["x"]),
    ("NoteTaken", {"note": "N1", "kind": "Maria", "language": "so"}, ["Maria"]),
    (
        "NoteChanged",
        {"note": "N1", "changes": {"text": "x", "starred": True, "new": "y"}},
        ["x", "y"],
    ),
    ("WordsJudged", {"item": "N1", "words": "Zebedea", "reason": "name"}, ["Zebedea"]),
    ("WordsJudged", {"item": "N1", "words": "", "reason": "said Ana"}, ["said Ana"]),
    ("SpeakerMoved", {"person": "P1", "reason": "leaves early"}, ["leaves early"]),
    ("SittingBegun", {"series": "series-1", "title": "Circle"}, ["Circle"]),
    ("CommitmentMade", {"commitment": "C1", "due": "2027-02-01", "owner": "Bo"}, ["Bo"]),
    ("CommitmentMade", {"commitment": "C1", "due": "when Ana says"}, ["when Ana says"]),
    ("PigeonReleased", {"person": "P1", "ring": "A7", "by": {"name": "Bo", "n": 3}}, ["A7", "Bo"]),
    ("PigeonReleased", ["a", ["b", 4]], ["a", "b"]),
]


@pytest.mark.parametrize(("kind", "data", "words"), CASES)
def test_what_is_words(kind: str, data: dict, words: list[str]):
    assert [text for _, text in words_of(kind, data)] == words
