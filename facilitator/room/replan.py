"""What can be done when the end slips: push it, share the cut, take it from one part, or drop one.

A fixed start is a deadline as the end is: its part begins neither later nor earlier. So time is
given up between two deadlines only where it is missing there; waiting gains nobody anything.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from facilitator.room.agenda import Agenda, Segment
from facilitator.room.clock import MINUTE
from facilitator.room.meeting import Meeting

LAST_DROPPED = ("commit", "closing")  # there people promise, and hear it read back


class Offer(NamedTuple):
    """A way to end in time; one that does not reach so far changes nothing."""

    name: str  # push | share | take | drop
    ends: int  # the moment the agenda ends then
    short: int  # ms that it lacks; nought: it can be done
    lengths: Mapping[str, int]  # ms, of the parts that change
    dropped: tuple[str, ...] = ()
    part: str = ""  # the one that gives, or goes

    @property
    def agreed(self) -> int | None:
        """Return the later end that this offer asks people to agree on."""
        return self.ends if self.name == "push" else None

    def on(self, agenda: Agenda) -> Agenda:
        """Return the agenda as it would be."""
        return agenda.replan(self.lengths, self.dropped, self.agreed)


class Slot(NamedTuple):
    """A part to come, when it could begin, when it does, and when it ends."""

    part: Segment
    free: int
    begins: int
    ends: int


class Rest(NamedTuple):
    """What is left of the evening, the moment it should end, and the one it has to."""

    agenda: Agenda
    now: int
    opens: int | None
    end: int
    closes: int | None = None  # the hall, for good

    @property
    def late(self) -> int:
        """Return by how much (ms) the worst of the deadlines is missed, nought if all hold."""
        slots = timetable(self.agenda, self.now, self.opens)
        missed = [s.free - s.part.fixed_start for s in slots if s.part.fixed_start is not None]
        return max(0, self.ends - self.end, *missed)

    @property
    def ends(self) -> int:
        return self.agenda.projected_end(self.now, self.opens)

    def offers(self) -> tuple[Offer, ...]:
        """Return what each way offers, its best part first; a way that is too short offers once."""
        return (self._push(), self._share(), *self._take(), *self._drop())

    def _push(self) -> Offer:
        end = max(self.ends, self.end) if self.closes is None else self.closes
        return self._short("push", self._replace(end=end).late)

    def _share(self) -> Offer:
        parts = self.agenda.coming()
        short = self._try("share", {part.id: least(part) for part in parts}).short
        if short:
            return self._short("share", short)
        lengths: dict[str, int] = {}
        for block, time in self._blocks():
            needed = sum(max(0, part.left(self.now)) for part in block)
            lengths |= _shared(block, needed - time)
        return self._try("share", lengths)

    def _take(self) -> tuple[Offer, ...]:
        """Return an offer for each part that can give it all alone, who can spare most first."""
        parts = sorted(self.agenda.coming(), key=_slack, reverse=True)
        spent = {part.id: self._try("take", {part.id: least(part)}) for part in parts}
        lengths = {part.id: _length(part) - self.late for part in parts if not spent[part.id].short}
        if not lengths:
            shorts = (offer.short for offer in spent.values())
            return (self._short("take", min(shorts, default=self.late)),)
        return tuple(self._try("take", {part: to}, part=part) for part, to in lengths.items())

    def _drop(self) -> tuple[Offer, ...]:
        """Return an offer for each part without which it fits, the smallest loss first."""
        parts = [part for part in self.agenda.coming() if part.fixed_start is None]
        parts.sort(key=lambda part: (part.kind in LAST_DROPPED, part.left(self.now)))
        found = [self._try("drop", {}, (part.id,), part.id) for part in parts]
        able = tuple(offer for offer in found if not offer.short)
        short = min((offer.short for offer in found), default=self.late)
        return able or (self._short("drop", short),)

    def _try(
        self, name: str, lengths: Mapping[str, int], dropped: tuple[str, ...] = (), part: str = ""
    ) -> Offer:
        """Return an offer with what it lacks, should it be taken."""
        new = self._replace(agenda=self.agenda.replan(lengths, dropped, None))
        return Offer(name, new.ends, new.late, lengths, dropped, part)

    def _short(self, name: str, short: int) -> Offer:
        """Return an offer that changes no part."""
        return Offer(name, self.ends, short, {})

    def _blocks(self) -> Iterator[tuple[list[Segment], int]]:
        """Yield the parts between two deadlines, with the time (ms) that they have."""
        slots = timetable(self.agenda, self.now, self.opens)
        block: list[Segment] = []
        begins = slots[0].free if slots else self.end
        for slot in slots:
            if slot.part.fixed_start is not None:
                yield block, slot.part.fixed_start - begins
                block, begins = [], slot.part.fixed_start
            block.append(slot.part)
        yield block, self.end - begins


def rest(meeting: Meeting, agenda: Agenda, now: int) -> Rest:
    end = hard_end(meeting, agenda, now)
    return Rest(agenda, now, meeting.opens, end, meeting.closes)


def hard_end(meeting: Meeting, agenda: Agenda, now: int) -> int:
    """Return the moment to end at: as agreed or planned, at the latest when the hall closes."""
    opens = meeting.opens
    if opens is None:
        opens = now if agenda.begun is None else agenda.begun
    planned = agenda.scheduled_end(opens)
    return planned if meeting.closes is None else min(planned, meeting.closes)


def timetable(agenda: Agenda, now: int, opens: int | None) -> tuple[Slot, ...]:
    """Return the parts to come, each with its times if everything takes as long as it may."""
    at = now if agenda.begun is not None else max(now, opens or now)
    if agenda.running is not None:
        at += max(0, agenda.running.left(now))
    slots = []
    for part in agenda.coming():
        begins = max(at, part.fixed_start or at)
        slots.append(Slot(part, at, begins, begins + max(0, part.left(at))))
        at = slots[-1].ends
    return tuple(slots)


def least(part: Segment) -> int:
    """Return the length (ms) a part must keep: its least, or a minute, and what it already had."""
    return min(_length(part), max(part.least or MINUTE, part.watch.elapsed(0)))


def _length(part: Segment) -> int:
    return part.length + part.granted


def _slack(part: Segment) -> int:
    return _length(part) - least(part)


def _shared(parts: Sequence[Segment], cut: int) -> dict[str, int]:
    """Return the new lengths when parts give in proportion to what they can.

    They give whole minutes, what is left of one comes last, and nobody gives more than it can.
    """
    lengths: dict[str, int] = {}
    given, able, whole = 0, 0, sum(_slack(part) for part in parts)
    for part in parts:
        slack = _slack(part)
        if cut <= 0 or slack <= 0:
            continue
        able += slack
        fair = (2 * cut * able + whole * MINUTE) // (2 * whole * MINUTE) * MINUTE
        upto = max(given, cut - (whole - able), min(fair, given + slack, cut))
        if upto > given:
            lengths[part.id] = _length(part) - (upto - given)
        given = upto
    return lengths
