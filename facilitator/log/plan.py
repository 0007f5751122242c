"""The rows of a plan, or of a session script, as the people and segments they stand for."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

from facilitator.log import events as e
from facilitator.log.rows import MOST, fitted
from facilitator.room import agenda_plan
from facilitator.room.agenda import Agenda, Segment
from facilitator.room.clock import MINUTE, SECOND
from facilitator.room.meeting import Meeting
from facilitator.room.people import People, Person


def named(row: Mapping[str, Any]) -> bool:
    """Say whether a row has an id; one that has none stands for nobody and nothing."""
    return isinstance(row.get("id"), str)


def person(row: Mapping[str, Any]) -> Person:
    """Return a person from a row of a plan or script; what does not fit is passed over."""
    known = fitted(Person, row)
    return Person(**{"invited": not known.get("walk_in", False), **known})


def segment(row: Mapping[str, Any], meeting: Meeting) -> Segment:
    """Return a segment from a row of a plan or script: minutes, seconds and local clock times."""
    blank = Segment(id=row["id"], title="", kind="open", planned=0, length=0)
    made = with_words(blank, row, meeting)
    return replace(made, planned=made.length)


# Fields of a segment that are set by the words of a plan: from which, and how.
_TEXTS = ("title", "kind", "purpose", "prompt", "leader")
_LENGTHS = {
    "minutes": ("length", MINUTE),
    "min_minutes": ("least", MINUTE),
    "turn_limit_s": ("turn_limit", SECOND),
    "think_s": ("think", SECOND),
}


def with_words(of: Segment, words: Mapping[str, Any], meeting: Meeting) -> Segment:
    """Return a segment with some words of a plan; words that do not fit are passed over.

    The clock of a part that has begun is its own: its minutes do not change any more.
    """
    new: dict[str, Any] = {name: str(words[name]) for name in _TEXTS if name in words}
    for name, (field, unit) in _LENGTHS.items():
        if name in words:
            length = _length(words, name, unit)
            new[field] = length if field == "turn_limit" else length or 0
    if "fixed_start" in words:
        clock = words["fixed_start"]
        new["fixed"] = clock if isinstance(clock, str) else ""
        new["fixed_start"] = agenda_plan.fixed(meeting, new["fixed"])
    if of.begun:
        kept = ("length", "least", "fixed", "fixed_start")
        new = {k: v for k, v in new.items() if k not in kept}
    return replace(of, **new)


def agenda_after(agenda: Agenda, meeting: Meeting, event: e.Event) -> Agenda | None:
    """Return the agenda as it was planned by an event, or None if it is about something else."""
    match event:
        case e.SegmentAdded(ident, dict(row), before):
            new = agenda_plan.added(agenda, segment({**row, "id": ident}, meeting), before)
        case e.SegmentChanged(ident, dict(changes)):
            known = next((one for one in agenda.segments if one.id == ident), None)
            new = agenda_plan.put(agenda, _planned(agenda, known, changes, meeting))
        case e.SegmentMoved(ident, before):
            new = agenda_plan.moved(agenda, ident, before)
        case e.SegmentRemoved(ident):
            new = agenda_plan.removed(agenda, ident)
        case e.AgendaLaid(rows):
            new = agenda_plan.laid(agenda, [segment(row, meeting) for row in rows if named(row)])
        case _:
            return None
    opens = meeting.opens if meeting.opens is not None else agenda.begun
    if agenda.begun is None or opens is None:
        return new
    end = agenda.scheduled_end(opens)  # it is late against the old plan
    return new if new.scheduled_end(opens) == end else replace(new, agreed_end=end)


def _planned(
    agenda: Agenda, known: Segment | None, changes: Mapping[str, Any], meeting: Meeting
) -> Segment | None:
    """Return a segment as changed; until the evening begins, this is the first plan of it."""
    if known is None:
        return None
    new = with_words(known, changes, meeting)
    return new if agenda.begun is not None else replace(new, planned=new.length)


def people_after(people: People, event: e.Event, kept: Collection[str]) -> People | None:
    """Return the people as they were planned by an event, or None if it is about something else.

    Who is `kept` has done something that the record tells of, and stays on the list.
    """
    match event:
        case e.PeopleImported(rows):
            made = [person(row) for row in rows if named(row) and row["id"] not in people]
            new: People = {**people, **{one.id: one for one in made}}
        case e.PeopleRemoved(gone):
            going = {ident for ident in gone if ident in people and people[ident].came is None}
            new = {ident: one for ident, one in people.items() if ident not in going - {*kept}}
        case e.PeopleSeated(dict(tables)):
            moved = {
                ident: replace(people[ident], table=table)
                for ident, table in tables.items()
                if ident in people and people[ident].table != table >= 0
            }
            new = {**people, **moved} if moved else people
        case _:
            return None
    return new if len(new) != len(people) or isinstance(event, e.PeopleSeated) else people


def kept_hours(agenda: Agenda, before: Meeting, after: Meeting) -> Agenda:
    """Return the agenda of a meeting that was moved: fixed starts keep their local clock time."""
    moved = (before.date, before.start, before.timezone) != (
        after.date,
        after.start,
        after.timezone,
    )
    if not moved:
        return agenda
    parts = (
        replace(one, fixed_start=agenda_plan.fixed(after, one.fixed)) for one in agenda.segments
    )
    return replace(agenda, segments=tuple(parts))


def _length(row: Mapping[str, Any], name: str, unit: int) -> int | None:
    """Return a length in ms, or None where the row has no number: a fold may not fail."""
    value = row.get(name)
    if isinstance(value, int | float) and abs(value) * unit <= MOST:  # what is no number is not
        return max(0, round(value * unit))
    return None
