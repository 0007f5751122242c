"""What the re-plan panel says: what is wrong, what stays, and why something cannot be done."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QFontMetrics

from facilitator.log.state import State
from facilitator.room.agenda import Agenda, Segment, minutes_late
from facilitator.room.clock import MINUTE
from facilitator.room.replan import Offer, Rest, least, timetable
from ui.style import font
from ui.widgets.ink import isolated
from ui.words import minutes, time_of_day

MOST = 240  # px of a title within a sentence


class RePlanWords(QObject):
    def title(self, rest: Rest) -> str:
        return self.tr("Re-plan: {0} min too long").format(minutes_late(rest.late, 0))

    def at_rest(self, state: State, rest: Rest) -> str:
        """Say why there is nothing to do."""
        if state.meeting.ended is not None:
            return self.tr("The session has ended: there is nothing to plan.")
        ends = time_of_day(state.meeting, rest.ends)
        return self.tr("The plan holds: it ends at {0}.").format(ends)

    def late_start(self, state: State, rest: Rest) -> str:
        """Say which part cannot begin at its fixed time as things stand."""
        for slot in timetable(rest.agenda, rest.now, rest.opens):
            fixed = slot.part.fixed_start
            if fixed is not None and minutes_late(slot.free, fixed) > 0:
                at, real = (time_of_day(state.meeting, moment) for moment in (fixed, slot.free))
                said = self.tr("{0} is fixed at {1} and would begin at {2}.")
                return said.format(_title(slot.part), at, real)
        return ""

    def why_not(self, state: State, rest: Rest, offer: Offer) -> str:
        """Say why a way cannot be gone, and how much is missing; minutes are rounded up."""
        short, closes = -(-offer.short // MINUTE), state.meeting.closes
        if offer.name == "push":
            if closes is None or offer.ends <= closes:
                return self.tr("{0} min short: a part has a fixed start.").format(short)
            at = time_of_day(state.meeting, closes)
            return self.tr("{0} min short: the hall closes at {1}.").format(short, at)
        if not rest.agenda.coming():
            return self.tr("{0} min short: no part is to come that could give way.").format(short)
        said = {
            "share": self.tr("{0} min short even with every part at its least."),
            "take": self.tr("{0} min short: no part can give it all alone."),
            "drop": self.tr("{0} min short whichever part is dropped."),
        }
        return said[offer.name].format(short)

    def kept(self, then: Agenda) -> str:
        """Say which parts are at the least that was planned for them, and cannot give more."""
        parts = [p for p in then.coming() if p.least and p.length + p.granted == least(p)]
        if len(parts) > 1:
            return self.tr("{0} parts are at their least.").format(len(parts))
        said = self.tr("{0} is at its least, {1}.")
        return "".join(said.format(_title(part), minutes(least(part))) for part in parts)


def _title(part: Segment) -> str:
    """Return a title short enough for a sentence."""
    mode, title = Qt.TextElideMode.ElideRight, " ".join(part.title.split())
    return isolated(QFontMetrics(font(13)).elidedText(title, mode, MOST))
