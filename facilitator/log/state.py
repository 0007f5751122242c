"""The session as it stands after some events: a pure fold, one function for each slice."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple, TypeVar

from facilitator.log import events as e
from facilitator.log import plan
from facilitator.log.changes import (
    amended,
    approved,
    changed,
    judged,
    put_right,
    reported,
    retold,
    without,
)
from facilitator.log.comings import arrived, here, with_newcomer, with_old_name
from facilitator.log.right_time import clock_set
from facilitator.log.rows import encode
from facilitator.log.same_person import merged, renamed
from facilitator.room.agenda import Agenda
from facilitator.room.clock import later
from facilitator.room.commitments import Commitment, Report
from facilitator.room.floor import Floor
from facilitator.room.meeting import DESK, Meeting, Tally
from facilitator.room.notes import Note
from facilitator.room.people import Person
from facilitator.room.series import series_id
from facilitator.room.settling import Approval, Judgement

Row = TypeVar("Row")


class Entry(NamedTuple):
    n: int
    at: int
    event: e.Event
    struck: bool = False  # words of it were struck: see log/struck.py


@dataclass(frozen=True, slots=True)
class State:
    meeting: Meeting = field(default_factory=Meeting)
    agenda: Agenda = field(default_factory=Agenda)
    floor: Floor = field(default_factory=Floor)
    people: Mapping[str, Person] = field(default_factory=dict)
    notes: Mapping[str, Note] = field(default_factory=dict)
    commitments: Mapping[str, Commitment] = field(default_factory=dict)
    reports: Mapping[str, Report] = field(default_factory=dict)  # on earlier promises
    judged: Mapping[str, Judgement] = field(default_factory=dict)  # words inside texts
    approved: Mapping[str, Approval] = field(default_factory=dict)  # by edition
    set_by: int = 0  # ms by which its clock was set right: moments are those of the log, plus this

    @property
    def segment(self) -> str:
        return self.agenda.running.id if self.agenda.running else ""


def apply(state: State, event: e.Event, at: int) -> State:
    """Return the state after the event; the same object if it changes nothing. Never raises."""
    told = later(at, state.set_by)
    for slice_of in _SLICES:
        after = slice_of(state, event, told)
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
        case e.AgendaReplanned(dict(lengths), dropped, ends):
            agenda = agenda.replan(lengths, dropped, ends)
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
            people = with_newcomer(people, person, name)
            if person in people:
                floor, people = floor.join(person, kind, at), here(people, person, at)
        case e.SpeakerWithdrew(person):
            floor = floor.leave(person)
        case e.SpeakerMoved(person, before, reason):
            floor = floor.move(person, before, reason)
        case e.FloorGiven(person, kind, limit, name, inside) if state.meeting.ended is None:
            people = with_newcomer(people, person, name)
            if person in people:
                floor = floor.give(person, kind, limit, state.segment, at, inside)
                people = here(people, person, at)
        case e.FloorReleased():
            floor = floor.release(at)
        case e.FloorHeld():
            floor = floor.hold(at)
        case e.FloorResumed():
            floor = floor.unhold(at)
        case e.RoundBegun(order):
            floor = floor.begin_round([person for person in order if person in people], at)
        case e.TurnCorrected(turn, person, spent) if not person or person in people:
            floor = floor.correct(turn, person, spent)
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
            changes = {"came_by": "", **changes} if "came" in changes else changes
            people = with_old_name(changed(people, person, changes), person, people)
            return _with(state, people=people, commitments=renamed(state, people, person))
        case e.PersonArrived(person) if person in people:
            people = arrived(people, person, at)
        case e.PersonLeft(person) if person in people and people[person].left is None:
            people = changed(people, person, {"left": at})
            return _with(state, people=people, floor=state.floor.leave(person))
        case e.PeopleMerged(person, into) if person in people and into in people:
            return merged(state, person, into)
        case e.PeopleTallied(count, method):
            tally = Tally(count, method)
            same = tally == state.meeting.tally
            return state if same else replace(state, meeting=replace(state.meeting, tally=tally))
        case _:
            return None
    return _with(state, people=people)


def _plan(state: State, event: e.Event, at: int) -> State | None:
    agenda = plan.agenda_after(state.agenda, state.meeting, event)
    if agenda is not None:
        return _with(state, agenda=agenda)
    people = plan.people_after(state.people, event, _recorded(state, event))
    return None if people is None else _with(state, people=people)


def _recorded(state: State, event: e.Event) -> set[str]:
    """Return the people of whom the record tells something, where that is asked for."""
    if not isinstance(event, e.PeopleRemoved):
        return set()
    floor = state.floor
    said = (*state.notes.values(), *state.commitments.values(), *floor.turns, *floor.queue)
    return {one.person for one in said} | {person for _, person in floor.passes}


def _notes(state: State, event: e.Event, at: int) -> State | None:
    notes = state.notes
    match event:
        case e.NoteTaken(ident) if ident not in notes:
            _, data = encode(event)
            data["id"] = data.pop("note")
            notes = {**notes, ident: Note(at=at, segment=state.segment, **data)}
        case e.NoteChanged(ident, changes):
            notes = retold(notes, ident, changes)
        case e.NoteDropped(ident):
            notes = without(notes, ident)
        case _:
            return None
    return _with(state, notes=notes)


def _commitments(state: State, event: e.Event, at: int) -> State | None:
    promises = state.commitments
    match event:
        case e.CommitmentMade(ident) if ident not in promises:
            _, data = encode(event)
            data["id"] = data.pop("commitment")
            promises = {**promises, ident: Commitment(at=at, segment=state.segment, **data)}
        case e.CommitmentAmended(ident, changes):
            promises = amended(promises, ident, changes)
        case e.CommitmentDropped(ident):
            promises = without(promises, ident)
        case e.CommitmentReadBack(ident) if ident in promises:
            draft = promises[ident].status == "draft"
            status = {"status": "confirmed"} if draft else {}
            promises = changed(promises, ident, {"read_back": at, "reworded": False, **status})
        case e.StatusReported(ref, status, evidence, view, of):
            told = {"status": status, "evidence": evidence, "community_view": view}
            if ref not in promises:
                return _with(state, reports=reported(state.reports, Report(ref, at, **told, of=of)))
            promises = changed(promises, ref, told)
        case _:
            return None
    return _with(state, commitments=promises)


def _session(state: State, event: e.Event, at: int) -> State | None:
    match event:
        case e.SessionPlanned():
            return _planned(state, event)
        case e.SittingBegun(series, title, city) if series and state == State():
            return _with(
                state, meeting=Meeting(series=title, city=city, series_id=series, role=DESK)
            )
        case e.MeetingChanged(changes):
            meeting = put_right(state.meeting, changes)
            agenda = plan.kept_hours(state.agenda, state.meeting, meeting)
            return _with(state, meeting=meeting, agenda=agenda)
        case e.GapCut(int(since), int(until)) if since < until:
            agenda, floor = state.agenda.without(since, until), state.floor.without(since, until)
            return _with(state, agenda=agenda, floor=floor)
        case e.ClockSet(int(by)):
            return clock_set(state, by)
        case e.WordsJudged(item, words, reason):
            return _with(state, judged=judged(state.judged, Judgement(item, words, reason)))
        case e.SummaryApproved(edition, digest):
            return _with(state, approved=approved(state.approved, edition, digest, at))
        case e.SessionEnded() if state.meeting.ended is None:
            floor = state.floor
            while floor.on:
                floor = floor.release(at)
            meeting = replace(state.meeting, ended=at)
            return _with(state, meeting=meeting, agenda=state.agenda.end(at), floor=floor)
    return None


_SLICES = (_floor, _agenda, _notes, _commitments, _people, _session, _plan)


def _planned(state: State, event: e.SessionPlanned) -> State:
    _, data = encode(event)
    people, agenda = data.pop("people"), data.pop("agenda")
    data["series_id"] = event.series_id or series_id(event.series, event.city)
    meeting = Meeting(**data)
    return replace(
        state,
        meeting=meeting,
        people={row["id"]: plan.person(row) for row in people if plan.named(row)},
        agenda=Agenda(tuple(plan.segment(row, meeting) for row in agenda if plan.named(row))),
    )


def _with(state: State, **parts: Any) -> State:
    changed = any(getattr(state, name) is not part for name, part in parts.items())
    return replace(state, **parts) if changed else state
