"""What can be said about the start of a part while nothing runs: now, or that it began before."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from facilitator.log.state import State
from facilitator.room.clock import MINUTE
from ui.live import Live
from ui.widgets.button import Button
from ui.words import time_of_day

AGO = (1, 2, 5)  # minutes
MARGIN, GAP, TALL = 24, 8, 44


class Starts(QWidget):
    """A row of buttons; the last ones are left out where there is no room for them."""

    left = Signal()  # said: the keys may go

    def __init__(self, live: Live, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._live = live
        self.now = Button("", self, primary=True)
        self.ago = [Button("", self) for _ in AGO]
        self.last = Button("", self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(MARGIN, 4, MARGIN, 4)
        layout.setSpacing(GAP)
        for button in self._buttons:
            layout.addWidget(button)
        layout.addStretch(1)
        self.setMinimumWidth(1)
        self._offered: list[Button] = []
        self.now.clicked.connect(lambda: self._say(self._start_now))
        self.last.clicked.connect(lambda: self._say(self._start_at_last))
        for minutes, button in zip(AGO, self.ago, strict=True):
            button.clicked.connect(lambda _=False, m=minutes: self._say(self._start_ago, m))

    def refresh(self, now: int) -> bool:
        """Offer what fits this moment, and return whether there is anything to start."""
        state = self._live.state
        agenda, coming = state.agenda, state.agenda.coming()
        if state.meeting.ended is not None or not (agenda.paused or coming):
            self._offer([])
        elif agenda.running is None or agenda.paused:
            self._word(state)
            stopped = _stopped(state)
            fit = zip(AGO, self.ago, strict=True)
            ago = [b for m, b in fit if stopped is None or now - stopped >= m * MINUTE]
            self._offer([self.now, *ago, *([self.last] if stopped is not None and coming else [])])
        else:
            self._offer([])
        return bool(self._offered)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @property
    def _buttons(self) -> list[Button]:
        return [self.now, *self.ago, self.last]

    def _word(self, state: State) -> None:
        """Say which part each button means."""
        agenda, coming, stopped = state.agenda, state.agenda.coming(), _stopped(state)
        paused = agenda.running if agenda.paused else None
        part = paused or coming[0]
        self.now.say(self.tr("Go on") if paused else self.tr("Start now"))
        began = self.tr("went on {0} min ago") if paused else self.tr("started {0} min ago")
        for minutes, button in zip(AGO, self.ago, strict=True):
            said = began.format(minutes)
            button.say(said if button is self.ago[0] else f"{minutes}")
            button.setAccessibleName(f"{part.title}, {said}")
        if stopped is not None and coming:
            since = time_of_day(state.meeting, stopped)
            said = self.tr("next part since {0}").format(since)
            self.last.say(said if paused else self.tr("when the last part stopped"))
            self.last.setAccessibleName(
                self.tr("{0}, started when the last part stopped, {1}").format(
                    coming[0].title, since
                )
            )

    def _offer(self, buttons: list[Button]) -> None:
        if buttons != self._offered:
            self._offered = buttons
            self._fit()

    def _fit(self) -> None:
        room = self.width() - 2 * MARGIN
        for button in self._buttons:
            room -= button.sizeHint().width() + GAP if button in self._offered else 0
            button.setVisible(button in self._offered and room >= -GAP)

    def _say(self, act: Callable[..., None], *words: int) -> None:
        act(*words)
        self.left.emit()

    def _start_now(self) -> None:
        session, agenda = self._live.session, self._live.state.agenda
        self._live.attempt(session.resume if agenda.paused else session.next_segment)

    def _start_ago(self, minutes: int) -> None:
        agenda = self._live.state.agenda
        part = agenda.running or agenda.coming()[0]
        since = self._live.now() - minutes * MINUTE
        self._live.attempt(self._live.session.start_segment, part.id, since)

    def _start_at_last(self) -> None:
        state = self._live.state
        part = state.agenda.coming()[0]
        self._live.attempt(self._live.session.start_segment, part.id, _stopped(state))


def _stopped(state: State) -> int | None:
    """Return the moment at which the last part stopped, or None before the first."""
    stops = [s.watch.stopped for s in state.agenda.segments if s.watch.stopped is not None]
    return max(stops, default=None)
