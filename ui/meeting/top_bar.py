"""The bar on top: which session, how late in words, when the hall closes, what undo would do."""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from facilitator.figures import timing
from facilitator.log.state import State
from facilitator.log.words import words
from ui.live import Live
from ui.style import font, icon, picture
from ui.widgets.button import Button
from ui.widgets.naming import label, rename
from ui.words import day, time_of_day

HALF_A_MINUTE = 30_000  # ms: moments are told to the nearest minute, as lateness is
LEAST_TITLE, MOST_UNDO = 240, 190  # px


class TopBar(QFrame):
    def __init__(self, live: Live, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bar")
        self.setFixedHeight(52)
        self._live = live
        self.title = label(self, 18, bold=True)
        self.date = label(self, 14, name="second")
        self.sign = QLabel(self)
        self.sign.setPixmap(picture("triangle-alert", "late", 22))
        self.lateness = label(self, 20, bold=True)
        self.hall = label(self, 14, name="second")
        self.replan = Button(self.tr("Re-plan"), self, key="F6")
        self.replan.setCheckable(True)
        self.undo = Button("", self, icon("undo-2", "ink", 18))
        self.room = Button("", self, icon("presentation", "ink", 18))
        self._lay_out()
        self.undo.clicked.connect(lambda: live.attempt(live.session.undo))
        live.changed.connect(self._on_changed)
        live.ticked.connect(self.refresh)
        self._on_changed(live.state, live.state)

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 0, 16, 0)
        layout.setSpacing(12)
        for widget in (self.title, self.date):
            layout.addWidget(widget)
        self.date.setContentsMargins(0, 3, 0, 0)  # smaller words on the line of larger ones
        self.hall.setContentsMargins(0, 4, 0, 0)
        layout.addStretch(1)
        for widget in (self.sign, self.lateness, self.hall):
            layout.addWidget(widget)
        layout.addStretch(1)
        for button in (self.replan, self.undo, self.room):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            layout.addWidget(button)

    def say_room(self, words: str) -> None:
        """Say on the button what the room screen does."""
        self.room.say(words)
        self.refresh(self._live.now())

    def _on_changed(self, before: State, after: State) -> None:
        last = self._live.session.history.last
        self.undo.setEnabled(last is not None)
        said = words(last.event, after) if last else ""
        self._undo = self.tr("Undo: {0}").format(said) if said else self.tr("Undo")
        self.undo.setToolTip(escape(self._undo))
        self.refresh(self._live.now())

    def refresh(self, now: int) -> None:
        """Say how late the session is at this moment."""
        state = self._live.state
        meeting, told = state.meeting, timing.timing(state, now)
        runs = meeting.ended is None
        late = runs and (told.late > 0 or told.past > 0)
        self.lateness.setText(
            self.tr("ended {0}").format(time_of_day(meeting, meeting.ended))
            if meeting.ended is not None
            else self.tr("{0} – ends {1}").format(
                timing.in_words(told.late), time_of_day(meeting, told.ends + HALF_A_MINUTE)
            )
        )
        rename(self.lateness, "late" if runs and told.late > 0 else "")
        rename(self.hall, "late" if runs and told.past > 0 else "second")
        self.hall.setFont(font(14, bold=runs and told.past > 0))
        self._urge(state.agenda.running is not None and state.agenda.running.left(now) < 0)
        closes = meeting.closes
        closing = "" if closes is None else time_of_day(meeting, closes)
        self.hall.setText(self.tr("hall closes {0}").format(closing) if closing else "")
        self.date.setText(day(meeting.date, weekday=True))
        self._fit(late)

    def _urge(self, over: bool) -> None:
        """Let planning again be the thing to do in overtime."""
        if over != (self.replan.objectName() == "primary"):
            rename(self.replan, "primary" if over else "")
            self.replan.setFont(font(14, bold=over))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.refresh(self._live.now())

    def _fit(self, late: bool) -> None:
        """Leave out what matters least until everything fits, then shorten the title."""
        meeting = self._live.state.meeting
        shown: dict[QWidget, bool] = {
            self.sign: late,
            self.date: True,
            self.hall: bool(self.hall.text()),
            self.replan: meeting.ended is None,
            self.room: True,
        }

        def spare() -> int:
            fixed = (self.lateness, self.undo, *(w for w, on in shown.items() if on))
            return self.width() - 60 - sum(w.sizeHint().width() + 12 for w in fixed)

        metrics = self.undo.fontMetrics()
        self.undo.say(metrics.elidedText(self._undo, Qt.TextElideMode.ElideRight, MOST_UNDO))
        order: tuple[QWidget, ...] = (self.date, self.undo, self.hall, self.room, self.replan)
        for widget in (*order, self.sign):
            if spare() >= LEAST_TITLE:
                break
            if widget is self.undo:
                self.undo.say(self.tr("Undo"))
            else:
                shown[widget] = False
        self.undo.setAccessibleName(self._undo)
        for widget, on in shown.items():
            widget.setVisible(on)
        title = meeting.title or self.tr("A session without a title")
        _elide(self.title, title, max(LEAST_TITLE, min(420, spare())))


def _elide(label: QLabel, text: str, width: int) -> None:
    label.setText(label.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width))
    label.setToolTip(escape(text))
