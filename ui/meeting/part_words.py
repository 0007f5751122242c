"""The parts of an evening in words: for the rows of the agenda and the blocks of the strip."""

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QObject

from facilitator.room.agenda import Agenda
from facilitator.room.clock import MINUTE
from facilitator.room.course import Stretch, course
from ui.live import Live
from ui.widgets.ink import isolated
from ui.words import clock, minutes, time_of_day


class Part(NamedTuple):
    """A part as it shows: its time, beside it what was planned, and with a new plan what would be.

    The last two are empty where they say nothing else.
    """

    id: str
    number: int
    title: str
    state: str  # done | running | paused | coming | dropped
    time: str
    planned: str
    then: str
    begins: int
    ends: int


class PartWords(QObject):
    def __init__(self, live: Live, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._live = live

    def agenda(self) -> Agenda:
        """Return the agenda as it is, or as it would be with the plan that is looked at."""
        agenda, plan = self._live.state.agenda, self._live.preview
        return agenda if plan is None else plan.on(agenda)

    def parts(self, now: int) -> list[Part]:
        """Return the stretches of the evening as they show, in the order of time."""
        meeting = self._live.state.meeting
        ended = meeting.ended is not None
        return [self._part(s, now) for s in course(self.agenda(), now, meeting.opens, ended)]

    def _part(self, stretch: Stretch, now: int) -> Part:
        agenda, part, state = self._live.state.agenda, stretch.part, stretch.state
        known = agenda.segments[stretch.place]
        time, then = self._time(stretch, now), ""
        if part != known:
            then = self.tr("dropped") if part.dropped else minutes(part.length + part.granted)
        planned = minutes(part.planned)
        return Part(
            id=part.id,
            number=stretch.place + 1,
            title=" ".join(part.title.split()),
            state="paused" if state == "running" and agenda.paused else state,
            time=time,
            planned=planned if planned != time and state != "dropped" else "",
            then=then,
            begins=stretch.begins,
            ends=stretch.ends,
        )

    def _time(self, stretch: Stretch, now: int) -> str:
        """Return the time that a part took, has, or has left."""
        known = self._live.state.agenda.segments[stretch.place]
        whole, over = known.length + known.granted, max(0, -known.left(now))
        if stretch.state == "done":
            return clock(known.watch.elapsed(now))
        if stretch.state == "running":
            return minutes(whole + over // MINUTE * MINUTE)
        if stretch.state == "dropped" and stretch.part == known:
            return self.tr("dropped") if known.dropped else self.tr("left out")
        return minutes(max(0, known.left(now)) if known.begun else whole)

    def words(self, part: Part) -> str:
        """Return a part as a screen reader says it."""
        states = {
            "done": self.tr("done"),
            "running": self.tr("running"),
            "paused": self.tr("paused"),
            "coming": self.tr("to come"),
            "dropped": self.tr("to come") if part.then else "",
        }
        said = [str(part.number), part.title, states[part.state], part.time]
        if part.planned:
            said.append(self.tr("planned {0}").format(part.planned))
        if part.then:
            said.append(self.tr("would be {0}").format(part.then))
        if part.state != "dropped":
            times = self.at(part.begins), self.at(part.ends)
            said.append(self.tr("{0} to {1}").format(*times))
        return ", ".join(word for word in said if word)

    def evening(self, parts: Iterable[Part], ends: int) -> str:
        """Return the whole evening in a sentence."""
        meeting, agenda, parts = self._live.state.meeting, self.agenda(), list(parts)
        done = {part.id for part in parts if part.state == "done"}
        whole = len(agenda.segments)
        said = [self.tr("{0} of {1} parts done").format(len(done), whole)]
        said += [self._runs(part) for part in parts if part.state in ("running", "paused")]
        left_out = sum(part.state == "dropped" for part in parts)
        if left_out:
            said.append(self.tr("{0} left out").format(left_out))
        ended = meeting.ended is not None
        end = self.tr("ended {0}") if ended else self.tr("ends {0}")
        said.append(end.format(self.at(ends)))
        if meeting.closes is not None:
            said.append(self.tr("hall closes {0}").format(self.at(meeting.closes)))
        sentence = ", ".join(said)
        if self._live.preview is not None:
            return self.tr("With the new plan: {0}").format(sentence)
        return sentence

    def _runs(self, part: Part) -> str:
        if part.state == "paused":
            return self.tr("{0} paused").format(isolated(part.title))
        until = self.at(part.ends)
        return self.tr("{0} until {1}").format(isolated(part.title), until)

    def at(self, moment: int) -> str:
        """Return the time of day at the place of the meeting."""
        return time_of_day(self._live.state.meeting, moment)
