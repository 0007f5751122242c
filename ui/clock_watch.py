"""Asks which clock is right where the computer's was set while a session is under way."""

from PySide6.QtCore import QObject

from facilitator.log.state import State
from facilitator.room.clock import MINUTE, SECOND
from facilitator.session_clock import SessionClock
from facilitator.steady import ASKED
from ui.live import Live
from ui.widgets.banner import Banner
from ui.words import hours

CLOCK = "clock"  # what the banner's question is about
HOUR = 60 * MINUTE
DAYS = 48 * HOUR  # from here on it is told in days


class ClockWatch(QObject):
    def __init__(
        self, live: Live, clock: SessionClock, banner: Banner, parent: QObject | None = None
    ) -> None:
        """Let the session's clock follow the computer's, now and at each beat."""
        super().__init__(parent)
        self._live, self._clock, self._banner = live, clock, banner
        self._asked = 0  # ms by which the computer's is ahead, in the question that is open
        self.look()
        live.ticked.connect(self.look)
        live.changed.connect(self._on_changed)

    def look(self) -> None:
        """Ask if the clocks differ, in a way that was not asked yet; a question may also go."""
        off = self._clock.follow()
        if off and abs(off - self._asked) >= ASKED:
            self._ask(off)
        elif self._asked and not off:
            self._asked = 0
            self._banner.withdraw(CLOCK)

    def _on_changed(self, before: State, after: State) -> None:
        if self._live.session.history.undone and after.set_by != before.set_by:
            self._clock.refuse()  # who takes the setting back has said which clock is right
        self.look()

    def _ask(self, off: int) -> None:
        self._asked = off
        keep = (self.tr("The session’s"), self._refuse)
        self._banner.ask(CLOCK, self._words(off), keep, (self.tr("The computer’s"), self._set))

    def _refuse(self) -> None:
        self._asked = 0
        self._clock.refuse()

    def _set(self) -> None:
        self._asked = 0
        off = self._clock.follow()
        if off and not self._live.attempt(self._live.session.set_clock, off):
            self.look()

    def _words(self, off: int) -> str:
        ahead = self.tr("The computer’s clock is {0} ahead of the session’s. Which one is right?")
        behind = self.tr("The computer’s clock is {0} behind the session’s. Which one is right?")
        return (ahead if off > 0 else behind).format(self._length(abs(off)))

    def _length(self, off: int) -> str:
        """Return how far the clocks are apart, as exactly as it matters."""
        if off < MINUTE:
            return self.tr("{0} seconds").format(off // SECOND)
        if off >= DAYS:
            return self.tr("{0} days").format(round(off / (24 * HOUR)))
        return hours(round(off / MINUTE))
