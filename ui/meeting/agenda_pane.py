"""The agenda: what is done, what runs, what comes; each part with its planned and real time."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.log.state import State
from facilitator.room.agenda import Segment
from ui.live import Live
from ui.style import colour
from ui.widgets.ink import RIGHT, stamp, width, write
from ui.widgets.pane import Head
from ui.widgets.rows import Row, Rows
from ui.words import clock, minutes, time_of_day


class AgendaPane(QWidget):
    def __init__(self, live: Live, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._live = live
        self.head = Head(self.tr("Agenda"), self)
        self.list = Rows(self.tr("Agenda"), 36, _paint, self)
        self.list.chosen.connect(lambda key: live.attempt(live.session.start_segment, key))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addWidget(self.list)
        live.changed.connect(self._on_changed)
        self._show(live.state)

    def _on_changed(self, before: State, after: State) -> None:
        if after.agenda is not before.agenda:
            self._show(after)

    def _show(self, state: State) -> None:
        opens = state.agenda.begun or state.meeting.opens
        self.head.aside.setText("" if opens is None else time_of_day(state.meeting, opens))
        self.list.show_rows(
            [
                Row(
                    segment.id,
                    self._words(n, segment, state),
                    (n, segment, n - 1 == state.agenda.current),
                )
                for n, segment in enumerate(state.agenda.segments, 1)
            ]
        )
        if state.agenda.current is not None:
            self.list.reveal(state.agenda.current)

    def _words(self, n: int, segment: Segment, state: State) -> str:
        if n - 1 == state.agenda.current:
            return self.tr("{0}, {1}, running, {2}").format(n, segment.title, _time(segment))
        word = self.tr("done") if segment.begun else self.tr("to come")
        return f"{n}, {segment.title}, {word}, {_time(segment)}"


def _time(segment: Segment) -> str:
    """Return the time a part took, or has; with the plan before it was changed."""
    if segment.begun and not segment.watch.running:
        return clock(segment.watch.elapsed(0))
    now = segment.length + segment.granted
    if now != segment.planned:
        return f"{minutes(segment.planned).removesuffix(' min')} → {minutes(now)}"
    return minutes(now)


def _paint(painter: QPainter, rect: QRect, row: Row, picked: bool) -> None:
    number, segment, running = row.content
    if running:
        painter.fillRect(rect, colour("paper"))
        painter.fillRect(QRect(rect.left(), rect.top(), 4, rect.height()), colour("accent"))
    mark = rect.adjusted(16, 0, 0, 0)
    if running:
        stamp(painter, mark.left(), rect.center().y(), "play", "accent")
    elif segment.begun:
        stamp(painter, mark.left(), rect.center().y(), "check", "ink2")
    else:
        write(painter, mark, str(number), 14, tint="ink3")
    said = _time(segment)
    taken = width(said, 14) + 12
    tint = "ink2" if segment.begun and not running else "ink"
    write(painter, rect.adjusted(40, 0, -16 - taken, 0), segment.title, 14, running, tint)
    write(painter, rect.adjusted(0, 0, -16, 0), said, 14, False, "ink2", RIGHT)
