"""The session as it stands after some events: a pure fold, one function for each slice."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any, NamedTuple, TypeVar

from facilitator.log import events as e
from facilitator.room.agenda import Agenda, Segment
from facilitator.room.clock import MINUTE, SECOND
from facilitator.room.commitments import Commitment, Report
from facilitator.room.floor import Floor
from facilitator.room.meeting import Meeting, Tally
from facilitator.room.notes import Note
from facilitator.room.people import People, Person

Row = TypeVar("Row")


class Entry(NamedTuple):
    n: int
    at: int
    event: e.Event


@dataclass(frozen=True, slots=True)
class State:
    meeting: Meeting = field(default_factory=Meeting)
    agenda: Agenda = field(default_factory=Agenda)
    floor: Floor = field(default_factory=Floor)
    people: Mapping[str, Person] = field(default_factory=dict)
    notes: Mapping[str, Note] = field(default_factory=dict)
    commitments: Mapping[str, Commitment] = field(default_factory=dict)
    reports: Mapping[str, Report] = field(default_factory=dict)  # on earlier promises

    @property
    def segment(self) -> str:
        return self.agenda.running.id if self.agenda.running else ""


def apply(state: State, event: e.Event, at: int) -> State:
    """Return the state after the event; the same object if it changes nothing. Never raises."""
    for slice_of in _SLICES:
        after = slice_of(state, event, at)
        if after is not None:
            return after
    return state


def _agenda(state: State, event: e.Event, at: int) -> State | None:
    agenda, meeting = state.agenda, state.meeting
    match event:
        case e.SegmentStarted(segment, since):
            agenda = agenda.start(segment, at, since)
            if meeting.ended is not None and agenda is not state.agenda:
                meeting = replace(meeting, ended=None)  # ended too early: it goes on
        case e.SegmentResized(segment, length):
            agenda = agenda.resize(segment, length)
        case e.TimeGranted(length):
            agenda = agenda.grant(length)
        case e.SegmentPaused():
            agenda = agenda.pause(at)
        case e.SegmentResumed():
            agenda = agenda.resume(at)
        case _:
            return None
    return _with(state, agenda=agenda, meeting=meeting)


def _floor(state: State, event: e.Event, at: int) -> State | None:
    floor, people = state.floor, state.people
    match event:
        case e.SpeakerQueued(person, kind, name):
            people = _with_newcomer(people, person, name)
            if person in people:
                floor, people = floor.join(person, kind, at), _here(people, person, at)
        case e.SpeakerWithdrew(person):
            floor = floor.leave(person)
        case e.SpeakerMoved(person, before, reason):
            floor = floor.move(person, before, reason)
        case e.FloorGiven(person, kind, limit, name) if state.meeting.ended is None:
            people = _with_newcomer(people, person, name)
            if person in people:
                floor = floor.give(person, kind, limit, state.segment, at)
                people = _here(people, person, at)
        case e.FloorReleased():
            floor = floor.release(at)
        case e.FloorHeld():
            floor = floor.hold(at)
        case e.FloorResumed():
            floor = floor.unhold(at)
        case e.SpeakerPassed(person, True) if person in people:
            floor = floor.skip_for_now(person, at)
        case e.SpeakerPassed(person, False) if person in people:
            floor = floor.skip(person, state.segment, at)
        case _:
            return None
    return _with(state, floor=floor, people=people)


def _people(state: State, event: e.Event, at: int) -> State | None:
    people = state.people
    match event:
        case e.PersonAdded(person, name, groups, languages, interpreted, consent, walk_in):
            if person in people:
                return state
            new = Person(
                person,
                name,
                groups,
                languages,
                interpreted,
                consent,
                walk_in=walk_in,
                invited=not walk_in,
            )
            people = {**people, person: new}
        case e.PersonChanged(person, changes):
            people = _changed(people, person, changes)
        case e.PersonArrived(person) if person in people:
            people = _here(people, person, at)
        case e.PersonLeft(person) if person in people and people[person].left is None:
            people = _changed(people, person, {"left": at})
            return _with(state, people=people, floor=state.floor.leave(person))
        case e.PeopleTallied(count, method):
            tally = Tally(count, method)
            same = tally == state.meeting.tally
            return state if same else replace(state, meeting=replace(state.meeting, tally=tally))
        case _:
            return None
    return _with(state, people=people)


def _notes(state: State, event: e.Event, at: int) -> State | None:
    notes = state.notes
    match event:
        case e.NoteTaken(ident) if ident not in notes:
            _, data = e.encode(event)
            data["id"] = data.pop("note")
            notes = {**notes, ident: Note(at=at, segment=state.segment, **data)}
        case e.NoteChanged(ident, changes):
            notes = _changed(notes, ident, changes)
        case e.NoteDropped(ident):
            notes = _without(notes, ident)
        case _:
            return None
    return _with(state, notes=notes)


def _commitments(state: State, event: e.Event, at: int) -> State | None:
    promises = state.commitments
    match event:
        case e.CommitmentMade(ident) if ident not in promises:
            _, data = e.encode(event)
            data["id"] = data.pop("commitment")
            promises = {**promises, ident: Commitment(at=at, segment=state.segment, **data)}
        case e.CommitmentAmended(ident, changes):
            promises = _changed(promises, ident, changes)
        case e.CommitmentDropped(ident):
            promises = _without(promises, ident)
        case e.CommitmentReadBack(ident) if ident in promises:
            draft = promises[ident].status == "draft"
            status = {"status": "confirmed"} if draft else {}
            promises = _changed(promises, ident, {"read_back": at, **status})
        case e.StatusReported(ref, status, evidence, view):
            told = {"status": status, "evidence": evidence, "community_view": view}
            if ref not in promises:
                return _with(state, reports=_reported(state.reports, Report(ref, at, **told)))
            promises = _changed(promises, ref, told)
        case _:
            return None
    return _with(state, commitments=promises)


def _session(state: State, event: e.Event, at: int) -> State | None:
    match event:
        case e.SessionPlanned():
            return _planned(state, event)
        case e.SessionEnded() if state.meeting.ended is None:
            floor = state.floor
            while floor.on:
                floor = floor.release(at)
            meeting = replace(state.meeting, ended=at)
            return _with(state, meeting=meeting, agenda=state.agenda.end(at), floor=floor)
    return None


_SLICES = (_floor, _agenda, _notes, _commitments, _people, _session)


def _planned(state: State, event: e.SessionPlanned) -> State:
    _, data = e.encode(event)
    people, agenda = data.pop("people"), data.pop("agenda")
    meeting = Meeting(**data)
    return replace(
        state,
        meeting=meeting,
        people={row["id"]: person(row) for row in people if "id" in row},
        agenda=Agenda(tuple(segment(row, meeting) for row in agenda if "id" in row)),
    )


_OF_PERSON = {f.name for f in fields(Person)}


def person(row: Mapping[str, Any]) -> Person:
    """Return a person from a row of a plan or script; unknown fields are passed over."""
    known = {k: tuple(v) if isinstance(v, list) else v for k, v in row.items() if k in _OF_PERSON}
    invited = row.get("invited", not row.get("walk_in", False))
    return Person(**{**known, "invited": invited})


def segment(row: Mapping[str, Any], meeting: Meeting) -> Segment:
    """Return a segment from a row of a plan or script: minutes, seconds and local clock times."""
    length, limit = _length(row, "minutes", MINUTE) or 0, _length(row, "turn_limit_s", SECOND)
    return Segment(
        id=row["id"],
        title=row.get("title", ""),
        kind=row.get("kind", "open"),
        planned=length,
        length=length,
        least=_length(row, "min_minutes", MINUTE) or 0,
        turn_limit=limit,
        purpose=row.get("purpose", ""),
        prompt=row.get("prompt", ""),
        fixed_start=meeting.moment(row.get("fixed_start", "")),
    )


def _length(row: Mapping[str, Any], name: str, unit: int) -> int | None:
    """Return a length in ms, or None where the row has no number: a fold may not fail."""
    value = row.get(name)
    return round(value * unit) if isinstance(value, int | float) else None


def _with_newcomer(people: People, person: str, name: str) -> People:
    if not name or person in people:
        return people
    return {**people, person: Person(person, name, walk_in=True)}


def _here(people: People, person: str, at: int) -> People:
    """Return the people with one of them in the room: who asks to speak need not have signed in."""
    known = people[person]
    if known.came is not None and known.left is None:
        return people
    came = at if known.came is None else known.came
    return {**people, person: replace(known, came=came, left=None)}


def _with(state: State, **parts: Any) -> State:
    changed = any(getattr(state, name) is not part for name, part in parts.items())
    return replace(state, **parts) if changed else state


def _changed(rows: Mapping[str, Row], ident: str, changes: Mapping[str, Any]) -> Mapping[str, Row]:
    """Return the rows with some fields of one changed; fields it does not have are passed over."""
    row: Any = rows.get(ident)
    if row is None or not isinstance(changes, Mapping):
        return rows
    known = {f.name for f in fields(row)} - {"id", "at"}
    new = replace(
        row,
        **{k: tuple(v) if isinstance(v, list) else v for k, v in changes.items() if k in known},
    )
    return rows if new == row else {**rows, ident: new}


def _reported(reports: Mapping[str, Report], new: Report) -> Mapping[str, Report]:
    """Return the reports with a new one; saying the same again changes nothing."""
    known = reports.get(new.ref)
    return reports if known and replace(known, at=new.at) == new else {**reports, new.ref: new}


def _without(rows: Mapping[str, Row], ident: str) -> Mapping[str, Row]:
    return {key: row for key, row in rows.items() if key != ident} if ident in rows else rows
