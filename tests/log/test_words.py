"""Every act has words: the undo key says what it would take back."""

import pytest

from facilitator.log import events as e
from facilitator.log.state import State
from facilitator.log.words import SHORT, words
from facilitator.room.agenda import Agenda, Segment
from facilitator.room.people import Person

STATE = State(
    people={"p": Person("p", "Ana {Ejemplo}")},
    agenda=Agenda((Segment("a", "Who are we?", "round", 1, 1),)),
)


@pytest.mark.parametrize(
    ("event", "said"),
    [
        (e.FloorGiven("p"), "floor to Ana {Ejemplo}"),
        (e.SpeakerQueued("q", name="Bo"), "Bo to the queue"),
        (e.SpeakerPassed("p", True), "Ana {Ejemplo} passes for now"),
        (e.SegmentStarted("a"), "start of Who are we?"),
        (e.SegmentResized("a", 17 * 60_000), "Who are we? to 17 min"),
        (e.TimeGranted(60_000), "+1 min"),
        (e.TimeGranted(-30_000), "-30 s"),
        (e.NoteTaken("N1", "parking_lot", "Route {9}"), "parking lot “Route {9}”"),
        (e.CommitmentReadBack("C1"), "C1 read back"),
        (e.FloorGiven("nobody we know"), "floor to somebody"),
    ],
)
def test_an_act_is_named_in_words(event: e.Event, said: str):
    assert words(event, STATE) == said


def test_a_long_note_is_named_by_its_beginning():
    said = words(e.NoteTaken("N1", "idea", "word " * 600), STATE)
    assert len(said) < SHORT + 20
    assert said.endswith("…”")
