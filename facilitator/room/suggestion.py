"""New voices first: whom a facilitator may want to hear next, and why. Nobody is ever moved by it.

It knows who waits, since when, and who has been heard; it is not told who anybody is.
"""

from typing import NamedTuple, Protocol

from facilitator.room.agenda import Agenda
from facilitator.room.clock import MINUTE
from facilitator.room.floor import Floor, Waiting
from facilitator.room.meeting import Meeting
from facilitator.room.spoken import heard

OPEN = "open"  # the kind of part in which hands are raised; others have an order of their own
BOUND = 10 * MINUTE  # nobody is suggested over a person who has waited longer
# How we talk goes before what we talk about, and what was not understood before what comes next.
FIRST = ("point_of_process", "clarifying_question")


class Suggestion(NamedTuple):
    person: str
    reason: str


class Room(Protocol):
    """What of a session it is worked out from."""

    @property
    def meeting(self) -> Meeting: ...
    @property
    def agenda(self) -> Agenda: ...
    @property
    def floor(self) -> Floor: ...


def suggest(room: Room, now: int) -> Suggestion | None:
    """Return who may go first though others asked before, or None (practice guide, section 5)."""
    running = room.agenda.running
    if not room.meeting.new_voices or running is None or running.kind != OPEN:
        return None
    found = _found(room.floor, running.id, now)
    if found is None:
        return None
    row, why = found
    ahead = room.floor.queue[: room.floor.queue.index(row)]
    if not ahead or row.reason or any(_stays(other, now) for other in ahead):
        return None
    return Suggestion(row.person, why)


def _found(floor: Floor, segment: str, now: int) -> tuple[Waiting, str] | None:
    for kind in FIRST:
        for row in floor.queue:
            if row.kind == kind:
                return row, kind.replace("_", " ")
    for ever, why in ((None, "not heard yet"), (segment, "not heard in this part")):
        known = heard(floor, ever)
        for row in floor.queue:
            if row.person not in known:
                minutes = (now - row.since) // MINUTE
                return row, f"{why}, waited {minutes} min" if minutes > 0 else why
    return None


def _stays(row: Waiting, now: int) -> bool:
    """Say whether nobody is suggested over a row: it waits too long, or a person put it there."""
    return now - row.since > BOUND or bool(row.reason)
