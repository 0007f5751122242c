"""Whom and what a line may refer to."""

from facilitator.figures.mentions import bodies, body_named, names, person_named, themes
from facilitator.log.state import State
from facilitator.room.commitments import Commitment
from facilitator.room.notes import Note
from facilitator.room.people import Person

PEOPLE = (
    Person("ana", "Ana María", organisation="City Council"),
    Person("bo", "Bo Ejemplo", organisation="Police"),
    Person("bo2", "Bo Ejemplo"),
    Person("x"),
)
PROMISES = (
    Commitment("C1", 0, "pledge", "…", owner="The Library", organisation="Friends"),
    Commitment("C2", 0, "pledge", "…", owner="Ana María"),
    Commitment("C3", 0, "pledge", "…", owner="the library"),
)
NOTES = (
    Note("N1", 0, "idea", "…", themes=("night_bus", "trust")),
    Note("N2", 0, "idea", "…", themes=("Night-Bus", "health")),
)
STATE = State(
    people={one.id: one for one in PEOPLE},
    commitments={one.id: one for one in PROMISES},
    notes={one.id: one for one in NOTES},
)


def test_bodies_are_where_people_belong_and_who_else_promised():
    assert set(bodies(STATE)) == {"the library", "Friends", "City Council", "Police"}
    assert bodies(STATE)[0] == "the library"  # who promised last


def test_names_are_people_and_bodies():
    known = names(STATE, bodies(STATE))
    assert known["ana maria"] == "Ana María"
    assert known["city council"] == "City Council"
    assert "" not in known


def test_a_name_means_somebody_only_for_sure():
    assert person_named(STATE, "Ana María") == "ana"
    assert person_named(STATE, "mar") == "ana"
    assert person_named(STATE, "Bo Ejemplo") == ""  # there are two
    assert person_named(STATE, "Nobody") == ""


def test_a_body_is_one_for_sure_or_what_was_typed():
    known = bodies(STATE)
    assert body_named(known, "council") == "City Council"
    assert body_named(known, "the") == "the"  # the library is meant by more than that
    assert body_named(known, "the lib") == "the library"
    assert body_named(known, "the mayor") == "the mayor"
    assert body_named(known, "") == ""


def test_themes_that_were_used_last_come_first():
    listed = {"trust": "Trust and legitimacy", "health": "Health", "schools": "Schools"}
    assert themes(STATE, listed) == {
        "Night-Bus": "",
        "health": "Health",
        "trust": "Trust and legitimacy",
        "schools": "Schools",
    }
    assert list(themes(STATE, listed)) == ["Night-Bus", "health", "trust", "schools"]
