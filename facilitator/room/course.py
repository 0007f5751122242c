"""The course of an evening: which part took place when, and when the parts to come would."""

from typing import NamedTuple

from facilitator.room.agenda import Agenda, Segment
from facilitator.room.replan import timetable


class Stretch(NamedTuple):
    """A part from one moment to another; one that is left out has both at the same moment."""

    place: int  # in the agenda, from nought
    part: Segment
    begins: int
    ends: int
    state: str  # done | running | coming | dropped


def course(agenda: Agenda, now: int, opens: int | None, ended: bool = False) -> tuple[Stretch, ...]:
    """Return what took place and what is to come, in the order of time; then what is left out."""
    coming = [] if ended else _coming(agenda, now, opens)
    held = [*_past(agenda, now), *coming]
    known = {stretch.place for stretch in held}
    out = [(n, part) for n, part in enumerate(agenda.segments) if n not in known]
    moments = [_end_before(held, n, opens or now) for n, _ in out]
    dropped = (Stretch(n, s, at, at, "dropped") for (n, s), at in zip(out, moments, strict=True))
    return (*held, *dropped)


def _past(agenda: Agenda, now: int) -> list[Stretch]:
    """Return the stretches that were, a pause included; of the part that runs with all its time."""
    spans = sorted(
        (begun, now if end is None else end, n)
        for n, part in enumerate(agenda.segments)
        for begun, end in part.watch.spans
    )
    found: list[Stretch] = []
    for begun, end, n in spans:
        if found and found[-1].place == n:
            found[-1] = found[-1]._replace(ends=end)
        else:
            found.append(Stretch(n, agenda.segments[n], begun, end, "done"))
    if agenda.running is not None and found:
        ends = now + max(0, agenda.running.left(now))
        found[-1] = found[-1]._replace(ends=ends, state="running")
    return found


def _coming(agenda: Agenda, now: int, opens: int | None) -> list[Stretch]:
    places = {part.id: n for n, part in enumerate(agenda.segments)}
    return [
        Stretch(places[slot.part.id], slot.part, slot.begins, slot.ends, "coming")
        for slot in timetable(agenda, now, opens)
    ]


def _end_before(held: list[Stretch], place: int, start: int) -> int:
    """Return the moment at which what comes before a place in the agenda is over."""
    first = min((stretch.begins for stretch in held), default=start)
    return max((stretch.ends for stretch in held if stretch.place < place), default=first)
