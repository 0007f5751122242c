"""Ending a session: what is open is said once; who asks again means it."""

from PySide6.QtCore import QObject, Signal

from facilitator.figures.promises import warning
from facilitator.log.state import State
from ui.live import Live


class Ending(QObject):
    warned = Signal(str)  # a sentence on what promises lack
    asked = Signal()  # how many are in the room, which nobody has told

    def __init__(self, live: Live, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._live, self._said, self._asked = live, "", False
        live.changed.connect(self._forget)

    def end(self) -> None:
        """End the session, or say and ask first what is open; after other acts it is said anew."""
        state = self._live.state
        runs = state.meeting.ended is None
        said = warning(state) if runs else ""
        asks = runs and not state.meeting.counting_settled
        warns, wonders = bool(said) and said != self._said, asks and not self._asked
        if not (warns or wonders):
            self._live.attempt(self._live.session.end_session)
            return
        self._said, self._asked = said, True
        if warns:
            self.warned.emit(said)
        if wonders:
            self.asked.emit()

    def _forget(self, before: State, after: State) -> None:
        if after.meeting.tally == before.meeting.tally:  # a head count belongs to the end
            self._said, self._asked = "", False
