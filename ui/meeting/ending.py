"""Ending a session: what promises still lack is said once; who asks again means it."""

from PySide6.QtCore import QObject, Signal

from facilitator.figures.promises import warning
from ui.live import Live


class Ending(QObject):
    warned = Signal(str)  # a sentence

    def __init__(self, live: Live, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._live, self._said = live, ""
        live.changed.connect(self._forget)

    def end(self) -> None:
        """End the session, or say first what is open; after any other act it is said anew."""
        state = self._live.state
        said = warning(state) if state.meeting.ended is None else ""
        if said and said != self._said:
            self._said = said
            self.warned.emit(said)
        else:
            self._live.attempt(self._live.session.end_session)

    def _forget(self) -> None:
        self._said = ""
