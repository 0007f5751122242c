"""Planning the agenda, also while it runs: around what has begun, whose clock is not touched."""

from collections.abc import Iterable
from dataclasses import replace

from facilitator.room.agenda import Agenda, Segment
from facilitator.room.meeting import Meeting
from facilitator.room.timetable import NEAR


def fixed(meeting: Meeting, clock: str) -> int | None:
    """Return the moment of a fixed start while it is in force.

    It is not before a day and a beginning are known, nor where it lies before that beginning.
    """
    at, opens = meeting.moment(clock), meeting.opens
    return None if at is None or opens is None or at - opens > NEAR else at


def open_from(agenda: Agenda) -> int:
    """Return the place from which on the agenda may still be ordered: after what has begun."""
    return max((n for n, one in enumerate(agenda.segments) if one.begun), default=-1) + 1


def added(agenda: Agenda, new: Segment, before: str | None) -> Agenda:
    """Return the agenda with one part more, before another or at the end."""
    place = _gap(agenda, before)
    if place is None or agenda.place(new.id) is not None:
        return agenda
    return _laid_out(agenda, (*agenda.segments[:place], new, *agenda.segments[place:]))


def moved(agenda: Agenda, ident: str, before: str | None) -> Agenda:
    """Return the agenda with a part before another; what has begun stays where it is."""
    n, place = agenda.place(ident), _gap(agenda, before)
    if n is None or place is None or agenda.segments[n].begun or before == ident:
        return agenda
    rest = [one for one in agenda.segments if one.id != ident]
    place -= n < place
    return _laid_out(agenda, (*rest[:place], agenda.segments[n], *rest[place:]))


def removed(agenda: Agenda, ident: str) -> Agenda:
    """Return the agenda without a part, unless that has begun."""
    return _laid_out(agenda, [s for s in agenda.segments if s.id != ident or s.begun])


def laid(agenda: Agenda, new: Iterable[Segment]) -> Agenda:
    """Return the agenda with these parts after those that have begun, instead of all others."""
    begun = [one for one in agenda.segments if one.begun]
    parts = {one.id: one for one in (*new, *begun)}
    rest = [one for one in parts.values() if one not in begun]
    return _laid_out(agenda, (*begun, *rest))


def put(agenda: Agenda, new: Segment | None) -> Agenda:
    """Return the agenda with a part as it is now."""
    if new is None:
        return agenda
    return _laid_out(agenda, [new if one.id == new.id else one for one in agenda.segments])


def _gap(agenda: Agenda, before: str | None) -> int | None:
    """Return the place a part would take, or None in front of what has begun."""
    place = len(agenda.segments) if before is None else agenda.place(before)
    return place if place is not None and place >= open_from(agenda) else None


def _laid_out(agenda: Agenda, segments: Iterable[Segment]) -> Agenda:
    """Return the agenda with its parts in another order, and the same one running."""
    parts, running = tuple(segments), agenda.running
    if parts == agenda.segments:
        return agenda
    places = {one.id: n for n, one in enumerate(parts)}
    current = None if running is None else places[running.id]
    return replace(agenda, segments=parts, current=current)
