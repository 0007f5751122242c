"""Asks about a time in which nothing was recorded: the machine slept, or the window was closed."""

import re
from typing import NamedTuple

from PySide6.QtCore import QObject

from facilitator.log.state import State
from facilitator.room.clock import MINUTE, SECOND
from facilitator.room.meeting import Meeting
from ui.live import Live
from ui.widgets.banner import Banner
from ui.words import day, time_of_day

LEAST = MINUTE  # shorter ones are not worth a question
EVERY = 10 * SECOND  # so often the moment is kept, for whoever comes back after a crash
SAME_EVENING = 12 * 60 * MINUTE
AWAKE, ASKED = "awake", "asked"  # on the desk: a moment; the gaps that are asked about


class Gap(NamedTuple):
    """Two moments of the session's steady clock: one that is set right opens no gap."""

    since: int
    until: int


class Gaps(QObject):
    def __init__(self, live: Live, banner: Banner, parent: QObject | None = None) -> None:
        """Look for a gap since the session was last left, and from now on at each beat."""
        super().__init__(parent)
        self._live, self._banner = live, banner
        self._asked = _read(live.draft(ASKED))
        self._last = self._kept = self._now
        left = live.draft(AWAKE)
        if left.isdecimal():
            self._last = max(int(left), _last_act(live))
        self._look(runs(live.state))
        self._keep(self._now)
        self._ask()
        live.changed.connect(self._on_changed)
        live.ticked.connect(lambda: self._look(runs(live.state)))

    def leave(self) -> None:
        """Keep the moment at which the session is left."""
        self._keep(self._now)

    @property
    def _now(self) -> int:
        return self._live.session.steady()

    def _on_changed(self, before: State, after: State) -> None:
        self._look(runs(before))
        if runs(after) and not runs(before):
            self._keep(self._now)
        if after.set_by != before.set_by:
            self._ask()  # it is told by other hours now

    def _look(self, ran: bool) -> None:
        """Ask if the last sign of life is too long ago for a clock that ran."""
        now = self._now
        since, self._last = self._last, now
        if ran and now - since > LEAST:
            self._note((*self._asked, Gap(since, now)))
        if now - self._kept >= EVERY:
            self._keep(now)

    def _keep(self, now: int) -> None:
        self._kept = now
        if runs(self._live.state):
            self._live.keep_draft(AWAKE, str(now))

    def _note(self, gaps: tuple[Gap, ...]) -> None:
        """Keep the questions as long as they are open, also through another crash."""
        self._asked = gaps
        self._live.keep_draft(ASKED, " ".join(f"{gap.since}-{gap.until}" for gap in gaps))
        self._ask()

    def _ask(self) -> None:
        if self._asked:
            told = self._words(self._told(self._asked[0]), self._live.state.meeting)
            went_on = (self.tr("It went on"), self._drop)
            self._banner.ask("gap", told, went_on, (self.tr("Take it out"), self._cut))

    def _drop(self) -> None:
        self._note(self._asked[1:])

    def _cut(self) -> None:
        gap = self._told(self._asked[0])
        if self._live.attempt(self._live.session.cut_gap, gap.since, gap.until):
            self._drop()
        else:
            self._ask()

    def _told(self, gap: Gap) -> Gap:
        """Return a gap by the clock as it is set by now."""
        by = self._live.state.set_by
        return Gap(gap.since + by, gap.until + by)

    def _words(self, gap: Gap, meeting: Meeting) -> str:
        since, until = time_of_day(meeting, gap.since), time_of_day(meeting, gap.until)
        if gap.until - gap.since < SAME_EVENING:
            told = self.tr("Nothing was recorded between {0} and {1}. Did the evening go on?")
            return told.format(since, until)
        date = day(meeting.local(gap.since).date().isoformat(), weekday=True)
        told = self.tr("Nothing was recorded since {0}, {1}. Did the evening go on?")
        return told.format(date, since)


def runs(state: State) -> bool:
    """Say whether a clock of the session runs: that of a part, or of a speaker."""
    part, turn = state.agenda.running, state.floor.speaker
    return any(of is not None and of.watch.running for of in (part, turn))


def _last_act(live: Live) -> int:
    return live.session.history.recorded


def _read(kept: str) -> tuple[Gap, ...]:
    return tuple(Gap(int(since), int(until)) for since, until in re.findall(r"(\d+)-(\d+)", kept))
