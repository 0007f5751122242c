"""Live: the session while it runs."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QLabel, QSplitter, QVBoxLayout, QWidget

from ui.actions import ACTS
from ui.live import Live
from ui.meeting.agenda_pane import AgendaPane
from ui.meeting.clock_pane import ClockPane
from ui.meeting.floor_pane import FloorPane
from ui.meeting.notes_pane import NotesPane
from ui.meeting.promises_pane import PromisesPane
from ui.meeting.top_bar import TopBar
from ui.meeting.voices_pane import VoicesPane
from ui.style import font

COLUMNS = (244, 662, 384)


class MeetingPlace(QWidget):
    def __init__(self, live: Live, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = TopBar(live, self)
        self.agenda, self.voices = AgendaPane(live, self), VoicesPane(live, self)
        self.clock, self.floor = ClockPane(live, self), FloorPane(live, self)
        self.notes, self.promises = NotesPane(live, self), PromisesPane(live, self)
        columns = QSplitter(Qt.Orientation.Horizontal, self)
        panes = (
            _column(self.agenda, self.voices),
            _split(self.clock, self.floor, (268, 374)),
            _split(self.notes, self.promises, (430, 212)),
        )
        for pane, least, stretch in zip(panes, (200, 420, 320), (0, 1, 0), strict=True):
            pane.setMinimumWidth(least)
            columns.addWidget(pane)
            columns.setStretchFactor(columns.indexOf(pane), stretch)
        columns.setSizes(list(COLUMNS))
        columns.setHandleWidth(1)
        columns.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(columns, 1)
        layout.addWidget(KeyLine(self))
        lists = (self.agenda.list, self.floor.queue, self.notes.list, self.promises.list)
        for place in (self.floor.name, *lists):
            place.left.connect(self.notes.line.setFocus)


def _column(main: QWidget, foot: QWidget) -> QWidget:
    column = QWidget()
    layout = QVBoxLayout(column)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(main, 1)
    layout.addWidget(foot)
    return column


def _split(upper: QWidget, lower: QWidget, heights: tuple[int, int]) -> QSplitter:
    both = QSplitter(Qt.Orientation.Vertical)
    both.addWidget(upper)
    both.addWidget(lower)
    both.setSizes(list(heights))
    both.setHandleWidth(1)
    both.setChildrenCollapsible(False)
    return both


class KeyLine(QWidget):
    """The line at the foot that says which keys do what; what does not fit is left out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("keys")
        self.setFixedHeight(30)
        self._labels = []
        at = 20
        for act in ACTS:
            if act.short:
                keys = QKeySequence(act.keys[0]).toString(QKeySequence.SequenceFormat.NativeText)
                label = QLabel(f"<b>{keys}</b>  {act.short}", self)
                label.setFont(font(12))
                label.setObjectName("second")
                label.adjustSize()
                label.move(at, (30 - label.height()) // 2)
                at += label.width() + 18
                self._labels.append(label)

    def resizeEvent(self, event: QResizeEvent) -> None:
        for label in self._labels:
            label.setVisible(label.geometry().right() < self.width() - 8)
