"""The agenda as a plan: when parts start and end, what does not meet, and how it could fit."""

from typing import NamedTuple

from facilitator.room.agenda import Agenda
from facilitator.room.clock import MINUTE
from facilitator.room.course import Stretch, course
from facilitator.room.meeting import Meeting
from facilitator.room.replan import Offer, Rest
from facilitator.room.replan import timetable as slots

NEAR = 12 * 60 * MINUTE


class Line(NamedTuple):
    """A part with its times; a fixed start may leave a gap before it, or come too early."""

    stretch: Stretch
    gap: int = 0  # ms in which nothing is planned before it
    clash: int = 0  # ms that it begins after its fixed start


class Timetable(NamedTuple):
    """Moments, or ms from the beginning where nobody said yet when that is."""

    lines: tuple[Line, ...]  # in the order of the agenda
    begins: int
    ends: int
    planned: int  # ms of all parts together
    dated: bool  # whether the times are moments
    closes: int | None  # when the hall does

    @property
    def spare(self) -> int | None:
        """Return the time between the end and the closing of the hall, negative if it is over."""
        return None if self.closes is None else self.closes - self.ends

    @property
    def gaps(self) -> int:
        return sum(line.gap for line in self.lines)


def timetable(meeting: Meeting, agenda: Agenda, now: int) -> Timetable:
    """Return the times of all parts: as planned, and from the beginning on as they are now."""
    opens, at = _opening(meeting, agenda, now)
    ended = meeting.ended is not None
    stretches = {one.place: one for one in course(agenda, at, opens, ended)}
    coming = {} if ended else {slot.part.id: slot for slot in slots(agenda, at, opens)}
    lines = []
    for _, stretch in sorted(stretches.items()):
        slot, fixed = coming.get(stretch.part.id), stretch.part.fixed_start
        if slot is None:
            lines.append(Line(stretch))
        else:
            clash = 0 if fixed is None else max(0, slot.free - fixed)
            lines.append(Line(stretch, slot.begins - slot.free, clash))
    begins = min((one.begins for one in stretches.values()), default=opens)
    ends = max((one.ends for one in stretches.values()), default=opens)
    planned = sum(s.length + s.granted for s in agenda.segments if not s.dropped)
    dated = meeting.opens is not None or agenda.begun is not None
    closes = meeting.closes if dated else None
    if closes is not None and abs(closes - ends) > NEAR:
        closes = None  # the session is held on quite another day
    return Timetable(tuple(lines), begins, ends, planned, dated, closes)


def fit(meeting: Meeting, agenda: Agenda, now: int, end: int) -> Offer:
    """Return how the parts to come could share what is missing, none below its least."""
    opens, at = _opening(meeting, agenda, now)
    offers = Rest(agenda, at, opens, end).offers()
    return next(offer for offer in offers if offer.name == "share")


def _opening(meeting: Meeting, agenda: Agenda, now: int) -> tuple[int, int]:
    """Return when it begins, and the moment to look from: a plan knows no lateness."""
    opens = meeting.opens or 0
    return opens, opens if agenda.begun is None else now
