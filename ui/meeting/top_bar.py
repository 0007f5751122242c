"""The bar on top: which session, how late in words, when the hall closes, what undo would do."""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from facilitator.figures import timing
from facilitator.log.state import State
from facilitator.log.words import words
from ui.live import Live
from ui.style import font, icon, picture
from ui.widgets.button import Button
from ui.words import day, time_of_day


class TopBar(QFrame):
    def __init__(self, live: Live, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bar")
        self.setFixedHeight(52)
        self._live = live
        self.title = _label(self, 18, bold=True)
        self.date = _label(self, 14, name="second")
        self.sign = QLabel(self)
        self.sign.setPixmap(picture("triangle-alert", "late", 22))
        self.lateness = _label(self, 20, bold=True)
        self.hall = _label(self, 14, name="second")
        self.undo = Button("", self, icon("undo-2", "ink", 18))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 0, 16, 0)
        layout.setSpacing(12)
        for widget in (self.title, self.date):
            layout.addWidget(widget)
        layout.addStretch(1)
        for widget in (self.sign, self.lateness, self.hall):
            layout.addWidget(widget)
        layout.addStretch(1)
        layout.addWidget(self.undo)
        self.undo.clicked.connect(lambda: live.attempt(live.session.undo))
        live.changed.connect(self._on_changed)
        live.ticked.connect(self.refresh)
        self._on_changed(live.state, live.state)

    def _on_changed(self, before: State, after: State) -> None:
        last = self._live.session.history.last
        self.undo.setEnabled(last is not None)
        said = words(last.event, after) if last else ""
        self.undo.say(self.tr("Undo: {0}").format(said) if said else self.tr("Undo"))
        self.refresh(self._live.now())

    def refresh(self, now: int) -> None:
        """Say how late the session is at this moment."""
        state = self._live.state
        meeting, told = state.meeting, timing.timing(state, now)
        _elide(self.title, meeting.title or self.tr("A session without a title"), 300)
        self.date.setText(day(meeting.date, weekday=True))
        runs = meeting.ended is None
        self.sign.setVisible(runs and (told.late > 0 or told.past > 0))
        self.lateness.setText(
            self.tr("ended {0}").format(time_of_day(meeting, meeting.ended))
            if meeting.ended is not None
            else self.tr("{0} – ends {1}").format(
                timing.in_words(told.late), time_of_day(meeting, told.ends)
            )
        )
        _name(self.lateness, "late" if runs and told.late > 0 else "")
        _name(self.hall, "late" if runs and told.past > 0 else "second")
        closes = meeting.closes
        closing = "" if closes is None else time_of_day(meeting, closes)
        self.hall.setText(self.tr("hall closes {0}").format(closing) if closing else "")
        self.hall.setFont(font(14, bold=runs and told.past > 0))


def _label(parent: QWidget, size: int, bold: bool = False, name: str = "") -> QLabel:
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setFont(font(size, bold))
    label.setObjectName(name)
    return label


def _name(label: QLabel, name: str) -> None:
    """Give a label the name that the style sheet colours it by."""
    if label.objectName() != name:
        label.setObjectName(name)
        label.style().polish(label)


def _elide(label: QLabel, text: str, width: int) -> None:
    label.setText(label.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width))
    label.setToolTip(escape(text))
