"""Every cell of what may leave the room: rules, editions, kinds, consents, one by one."""

from functools import cache
from itertools import product

import pytest

from facilitator.log.state import State
from facilitator.publish.disclosure import Fate, fate, source
from facilitator.publish.summary import EDITIONS
from facilitator.room.groups import label
from facilitator.room.meeting import DISCLOSURE, Meeting
from facilitator.room.notes import ATTRIBUTION, KINDS, SENSITIVITY, Note
from facilitator.room.people import CONSENT, Person

# Groups by what may be told of them: an office; many came; few came; never shown; none is known.
POLICE, CROWD, FEW, NEVER, NONE = "POLICE", "RESIDENT", "STUDENT", "FAMILY_AFFECTED", ""
GROUPS = (POLICE, CROWD, FEW, NEVER, NONE)
MANY = {f"r{n}": Person(f"r{n}", groups=("RESIDENT",), came=1) for n in range(5)}


@cache
def room(rule: str, group: str, consent: str, minor: bool, organisation: str = "") -> State:
    groups = (group,) if group else ()
    one = Person("p", "Ana", groups, (), False, consent, minor, organisation, came=1)
    return State(meeting=Meeting(disclosure=rule), people={**MANY, "p": one})


def expected(note: Note, rule: str, edition: str) -> tuple[bool, str]:
    """Say, sentence by sentence, whether a note is printed, or why it is not."""
    if note.kind == "safety":
        return False, "kept apart for safety"
    if edition == "record":
        return True, ""
    if rule == "circle" and note.kind != "ground_rule":
        return False, "the circle takes no notes"
    if note.kind == "process":
        return False, "about the process"
    if note.sensitivity in ("withheld", "internal"):
        return False, "withheld"
    if note.sensitivity == "sensitive":
        told = edition == "participants" and note.cleared
        return told, "" if told else "sensitive"
    waits = {
        "experience": "not checked yet",
        "fact_to_check": "not checked yet",
        "quote": "no consent to quote",
        "acknowledgement": "not confirmed by its speaker",
    }
    if note.kind in waits and not note.cleared:
        return False, waits[note.kind]
    return True, ""


def may_be_credited(note: Note, rule: str) -> bool:
    if rule in ("chatham_house", "circle"):
        return False
    return note.sensitivity == "public" and note.kind not in ("experience", "memorable")


@pytest.mark.parametrize(("rule", "edition"), list(product(DISCLOSURE, EDITIONS)))
def test_every_note_has_its_fate(rule: str, edition: str):
    state = room(rule, CROWD, "named", False)
    for kind, sensitivity, cleared in product(KINDS, SENSITIVITY, (False, True)):
        note = Note("N", 0, kind, "A bell", sensitivity=sensitivity, cleared=cleared)
        printed, reason = expected(note, rule, edition)
        credited = printed and (edition == "record" or may_be_credited(note, rule))
        assert fate(note, state, edition) == Fate(printed, credited, reason), note


def credited(note: Note, rule: str, group: str, consent: str, minor: bool) -> str:
    """Say, sentence by sentence, whom a note outside the record is credited to."""
    if not may_be_credited(note, rule) or note.attribution in ("none", "anonymous"):
        return ""
    agreed = "anonymous" if minor else consent
    tells_names = rule in ("open", "consent")
    if note.attribution == "named" and agreed in ("official", "named") and tells_names:
        return "Ana"
    if group in (NEVER, NONE):
        return ""
    points_at_nobody = group in (POLICE, CROWD)
    return label(group) if points_at_nobody or agreed != "anonymous" else ""


@pytest.mark.parametrize(("rule", "attribution"), list(product(DISCLOSURE, ATTRIBUTION)))
def test_every_note_has_its_source(rule: str, attribution: str):
    cells = product(KINDS, SENSITIVITY, GROUPS, CONSENT, (False, True), EDITIONS[:-1])
    for kind, sensitivity, group, consent, minor, edition in cells:
        note = Note("N", 0, kind, "A bell", attribution, sensitivity, person="p", group=group)
        state = room(rule, group, consent, minor)
        told = source(note, state, edition)
        assert told == credited(note, rule, group, consent, minor), (note, consent, minor)


@pytest.mark.parametrize("rule", DISCLOSURE)
def test_the_record_names_whoever_said_it(rule: str):
    for group, consent, minor in product(GROUPS, CONSENT, (False, True)):
        note = Note("N", 0, "quote", "A bell", "none", "withheld", person="p", group=group)
        told = source(note, room(rule, group, consent, minor), "record")
        assert told == f"Ana, {label(group or 'NOT_STATED')}"


@pytest.mark.parametrize(
    ("kind", "sensitivity", "cleared", "edition", "what"),
    [
        ("concern", "public", False, "public", "printed"),
        ("concern", "sensitive", True, "public", "sensitive"),
        ("concern", "sensitive", False, "participants", "sensitive"),
        ("concern", "sensitive", True, "participants", "printed without source"),
        ("concern", "withheld", True, "participants", "withheld"),
        ("concern", "internal", True, "public", "withheld"),
        ("concern", "withheld", False, "record", "printed"),
        ("experience", "public", False, "public", "not checked yet"),
        ("experience", "public", True, "public", "printed without source"),
        ("fact_to_check", "public", False, "one-page", "not checked yet"),
        ("fact_to_check", "public", True, "one-page", "printed"),
        ("quote", "public", False, "participants", "no consent to quote"),
        ("quote", "public", True, "participants", "printed"),
        ("acknowledgement", "public", False, "public", "not confirmed by its speaker"),
        ("acknowledgement", "public", True, "public", "printed"),
        ("memorable", "public", False, "public", "printed without source"),
        ("process", "public", True, "participants", "about the process"),
        ("process", "internal", False, "record", "printed"),
        ("safety", "public", True, "public", "kept apart for safety"),
        ("safety", "public", True, "record", "kept apart for safety"),
        ("of a later version", "public", False, "public", "withheld"),
        ("concern", "of a later version", True, "participants", "withheld"),
    ],
)
def test_cells_that_a_city_attorney_asks_for(
    kind: str, sensitivity: str, cleared: bool, edition: str, what: str
):
    note = Note("N", 0, kind, "A bell", sensitivity=sensitivity, cleared=cleared)
    told = fate(note, room("consent", CROWD, "named", False), edition)
    found = told.reason or ("printed" if told.sourced else "printed without source")
    assert found == what


def test_an_office_is_told_by_its_organisation_only_where_names_are():
    note = Note("N", 0, "answer", "A bell", "official", person="p", group=POLICE)
    for rule, told in (("consent", "Parable Falls Police"), ("no_names", "Police")):
        state = room(rule, POLICE, "official", False, "Parable Falls Police")
        assert source(note, state, "public") == told


def test_the_rules_a_circle_gave_itself_stay():
    for kind, told in (("ground_rule", True), ("value", False)):
        note = Note("N", 0, kind, "One at a time")
        assert fate(note, room("circle", CROWD, "named", False), "public").printed is told
