"""The agenda as a plan, in words: kinds of parts, rows, what a part takes, and the whole."""

from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject

from facilitator.room.agenda import Segment
from facilitator.room.clock import MINUTE, SECOND
from facilitator.room.kinds import kind_in_words
from facilitator.room.lengths import Crowd, Need, need
from facilitator.room.timetable import Line, Timetable, timetable
from ui.words import clock, minutes, time_of_day

if TYPE_CHECKING:
    from facilitator.log.state import State


class Part(NamedTuple):
    """A part as its row shows it."""

    line: Line
    number: int
    starts: str
    ends: str
    kind: str
    needs: Need | None
    remark: str  # what is out of the ordinary; nothing where all is as it should be
    sign: str  # the icon of the remark
    tint: str

    @property
    def segment(self) -> Segment:
        return self.line.stretch.part

    @property
    def length(self) -> int:
        return self.segment.length + self.segment.granted

    @property
    def tight(self) -> bool:
        """Say whether it takes longer than it has."""
        return self.needs is not None and whole(self.needs.length) > self.length


class AgendaWords(QObject):
    """A plan at a moment, with what must be worked out once for all its rows."""

    def __init__(self, state: "State", now: int, room: Crowd, parent: QObject | None = None):
        super().__init__(parent)
        self._meeting, self.agenda = state.meeting, state.agenda
        self.plan: Timetable = timetable(state.meeting, state.agenda, now)
        self.parts = [self._part(line, room) for line in self.plan.lines]

    def at(self, moment: int) -> str:
        """Return the time of day; where no start is known yet, the time since the beginning."""
        if self.plan.dated:
            return time_of_day(self._meeting, moment)
        hours, rest = divmod(moment // MINUTE, 60)
        return f"+{hours}:{rest:02}"

    def _part(self, line: Line, room: Crowd) -> Part:
        stretch = line.stretch
        of, needs = stretch.part, need(stretch.part, room)
        return Part(
            line,
            stretch.place + 1,
            self.at(stretch.begins),
            self.at(stretch.ends),
            self.tr(kind_in_words(of.kind)),
            needs,
            *self._remark(line, needs),
        )

    def _remark(self, line: Line, needs: Need | None) -> tuple[str, str, str]:
        """Return what is to be said of a part, with its icon and colour."""
        state, part = line.stretch.state, line.stretch.part
        if state == "running":
            return self.tr("running now"), "play", "accent"
        if state == "done":
            return self.tr("done"), "check", "ink2"
        if state == "dropped":
            return self.tr("left out"), "x", "ink2"
        if line.clash:
            late = minutes(up(line.clash))
            return self.tr("{0} after its fixed start").format(late), "triangle-alert", "late"
        if needs is not None and whole(needs.length) > part.length + part.granted:
            said = self.tr("needs {0}").format(minutes(whole(needs.length)))
            return said, "circle-alert", "warn"
        if part.least > part.length + part.granted:
            said = self.tr("less than its {0} at least").format(minutes(part.least))
            return said, "circle-alert", "warn"
        if line.gap:
            said = self.tr("fixed start, {0} free before").format(minutes(line.gap))
            return said, "pin", "ink2"
        if part.fixed and part.fixed_start is None and self._meeting.opens is not None:
            said = self.tr("its fixed start, {0}, is before the session begins")
            return said.format(part.fixed), "triangle-alert", "late"
        if part.fixed:
            said = self.tr("fixed start") if self.plan.dated else self.tr("fixed start {0}")
            return said.format(part.fixed), "pin", "ink2"
        return "", "", ""

    def words(self, part: Part) -> str:
        """Return a row as a screen reader says it."""
        of = part.segment
        said = [f"{part.number}", of.title or self.tr("No title"), part.kind]
        said.append(self.tr("{0} to {1}").format(part.starts, part.ends))
        said.append(minutes(part.length))
        if of.least:
            said.append(self.tr("at least {0}").format(minutes(of.least)))
        if of.turn_limit:
            said.append(self.tr("turns of {0}").format(clock(of.turn_limit)))
        if of.leader:
            said.append(self.tr("led by {0}").format(of.leader))
        return ", ".join([*said, *([part.remark] if part.remark else [])])

    def hours(self) -> str:
        """Return from when to when, if there is anything."""
        if not self.parts:
            return self.tr("Nothing planned yet")
        return f"{self.at(self.plan.begins)} – {self.at(self.plan.ends)}"

    def verdict(self) -> tuple[str, str, str]:
        """Return whether it fits, with its icon and its colour; nothing where no hall closes."""
        spare = self.plan.spare
        clashes = sum(line.clash > 0 for line in self.plan.lines)
        if spare is not None and spare < 0:
            return self.tr("{0} too long").format(minutes(up(-spare))), "triangle-alert", "late"
        if clashes == 1:
            return self.tr("a fixed start is missed"), "triangle-alert", "late"
        if clashes:
            return self.tr("{0} fixed starts are missed").format(clashes), "triangle-alert", "late"
        if spare is None or not self.parts:
            return "", "", ""
        if not spare:
            return self.tr("fits to the minute"), "check", "ok"
        return self.tr("{0} to spare").format(minutes(spare // MINUTE * MINUTE)), "check", "ok"

    def sum(self) -> str:
        """Return how much is planned, and until when there is room."""
        said = [self.tr("{0} planned").format(minutes(self.plan.planned))] if self.parts else []
        if self.plan.gaps:
            said.append(self.tr("{0} free between").format(minutes(self.plan.gaps)))
        if self.plan.closes is not None:
            said.append(self.tr("hall closes {0}").format(self.at(self.plan.closes)))
        elif self._meeting.hard_stop:
            said.append(self.tr("hall closes {0}").format(self._meeting.hard_stop))
        if not self.plan.dated:
            one = self.tr("no start yet") if self._meeting.date else self.tr("no date yet")
            both = not self._meeting.date and not self._meeting.start
            said.append(self.tr("no date and start yet") if both else one)
        return ", ".join(said)


def up(length: int) -> int:
    """Return a length as whole minutes, rounded up."""
    return -(-length // MINUTE) * MINUTE


def whole(length: int) -> int:
    """Return a length to the nearest minute, as people would say what a part takes."""
    return (length + MINUTE // 2) // MINUTE * MINUTE


def row_of(part: Segment) -> dict[str, Any]:
    """Return a part in the words of a plan."""
    return {
        "title": part.title,
        "kind": part.kind,
        "minutes": (part.length + part.granted) / MINUTE,
        "min_minutes": part.least / MINUTE,
        "turn_limit_s": part.turn_limit and part.turn_limit / SECOND,
        "think_s": part.think / SECOND,
        "purpose": part.purpose,
        "prompt": part.prompt,
        "leader": part.leader,
        "fixed_start": part.fixed,
    }
