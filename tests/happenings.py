"""Events of every kind for hypothesis, about people and things that are there and that are not."""

from dataclasses import MISSING, fields
from functools import cache
from typing import Any

from hypothesis import strategies as st

from facilitator.log.events import Event
from facilitator.log.rows import KINDS
from facilitator.room import agenda, floor, notes, people, promise_rules
from tests.acts import SEGMENTS, WHO
from tests.evening import AGENDA, MEETING, PEOPLE

TEXT = st.text(st.characters(exclude_categories=("Cs",)), max_size=20)
IDS = st.sampled_from(("N1", "C1", "of ours", "last/C9"))
MOMENT = st.integers(1_799_990_000_000, 1_800_010_000_000)
LENGTH = st.integers(-(10**7), 10**7)
CHANGES = st.dictionaries(
    st.sampled_from(
        ["name", "text", "themes", "groups", "starred", "owner", "id", "title", "of a later one"]
    ),
    st.one_of(TEXT, st.booleans(), st.lists(TEXT, max_size=3)),
    max_size=3,
)
ROW = st.dictionaries(
    st.sampled_from(("title", "kind", "minutes", "min_minutes", "turn_limit_s", "fixed_start")),
    st.one_of(TEXT, st.integers(-5, 90), st.just("19:30"), st.none()),
)
ROWS = {
    "people": st.lists(st.sampled_from(PEOPLE), max_size=4).map(tuple),
    "agenda": st.lists(st.sampled_from(AGENDA), max_size=4).map(tuple),
}
ANYBODY = st.sampled_from(WHO)
# A field is filled by its name, or else by its type.
NAMED: dict[str, st.SearchStrategy[Any]] = {
    "person": ANYBODY,
    "before": st.none() | ANYBODY | st.sampled_from(SEGMENTS),
    "segment": st.sampled_from(SEGMENTS),
    "note": IDS,
    "commitment": IDS,
    "ref": IDS,
    "since": st.none() | MOMENT,
    "limit": st.none() | LENGTH,
    "changes": CHANGES,
    "date": st.just(MEETING["date"]) | TEXT,
    "start": st.just(MEETING["start"]) | TEXT,
    "hard_stop": st.just(MEETING["hard_stop"]) | TEXT,
    "timezone": st.just(MEETING["timezone"]) | TEXT,
    "consent": st.sampled_from(people.CONSENT),
    "attribution": st.sampled_from(notes.ATTRIBUTION),
    "sensitivity": st.sampled_from(notes.SENSITIVITY),
    "status": st.sampled_from(promise_rules.REPORTED),
    "publish": st.sampled_from(promise_rules.PUBLISH),
    "n": st.integers(0, 60),
    "into": ANYBODY,
    "persons": st.lists(ANYBODY, max_size=3).map(tuple),
    "order": st.lists(ANYBODY, max_size=5).map(tuple),
    "turn": st.integers(-1, 9),
    "spent": st.none() | LENGTH,
    "lengths": st.dictionaries(st.sampled_from(SEGMENTS), LENGTH, max_size=3),
    "targets": st.dictionaries(st.sampled_from(("POLICE", "ELDER")), st.integers(0, 9), max_size=2),
    "notices": st.dictionaries(st.sampled_from(("media", "ours")), TEXT, max_size=2),
    "tables": st.dictionaries(ANYBODY, st.integers(-1, 12), max_size=4),
    "row": ROW,
    "dropped": st.lists(st.sampled_from(SEGMENTS), max_size=2).map(tuple),
    "ends": st.none() | MOMENT,
    **ROWS,
}
TYPED: dict[str, st.SearchStrategy[Any]] = {
    "str": TEXT,
    "int": LENGTH,
    "bool": st.booleans(),
    "tuple[str, ...]": st.lists(TEXT, max_size=3).map(tuple),
}
KIND = st.sampled_from((*agenda.KINDS[:3], *floor.SPEAKING, *notes.KINDS[:3], *promise_rules.KINDS))


@cache
def some_event(kind: type[Event]) -> st.SearchStrategy[Event]:
    filled = {}
    for field in fields(kind):
        name, type_ = field.name, getattr(field.type, "__name__", str(field.type))
        if str(field.type).startswith("tuple["):
            type_ = str(field.type)
        value = KIND if name == "kind" else NAMED[name] if name in NAMED else TYPED[type_]
        needed = field.default is MISSING
        value = MOMENT if needed and name == "since" else value
        filled[name] = value if needed else st.one_of(st.just(field.default), value)
    return st.builds(kind, **filled)


EVENTS = st.sampled_from(sorted(KINDS)).flatmap(lambda name: some_event(KINDS[name]))
