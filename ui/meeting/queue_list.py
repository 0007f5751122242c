"""The queue: who waits, moved by hand or by keys, and whom one may want to hear first."""

from itertools import pairwise

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QLabel, QListView, QWidget

from facilitator.log.state import State
from facilitator.room.clock import SECOND
from facilitator.room.suggestion import Suggestion, suggest
from ui.live import Live
from ui.meeting.waiting import HEIGHT, paint_waiting, rows_of
from ui.style import font
from ui.widgets.rows import Row, Rows

FOOT = 24  # px, of the line that says how many more there are
REFRESH = 15 * SECOND  # after which the words on how long people waited are worked out again
_SLICES = ("floor", "people", "agenda", "meeting")


class QueueList(Rows):
    """Who waits, in whole rows only; a line beneath them says how many more there are."""

    shown = Signal()
    asked_why = Signal(str)  # a person whose row was moved
    asked_who = Signal(str)

    def __init__(self, live: Live, parent: QWidget | None = None) -> None:
        super().__init__("", HEIGHT, self._paint, parent, movable=True)
        self.setAccessibleName(self.tr("Waiting to speak"))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerItem)
        self.setMinimumHeight(HEIGHT + FOOT)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._live, self._moved, self._marked, self._shown_at = live, "", "", 0
        self.suggestion: Suggestion | None = None
        self.more = QLabel(self)
        self.more.setObjectName("second")
        self.more.setFont(font(13))
        self.verticalScrollBar().valueChanged.connect(self._count)
        self.chosen.connect(live.next_speaker)
        self.pressed_on.connect(self._key_on)
        self.dragged.connect(self._move)
        self.mark_new(live.ticked)
        live.changed.connect(self._on_changed)
        live.ticked.connect(self._on_tick)
        self._show(live.state)

    @property
    def order(self) -> str:
        """Return how many wait, and in whose order."""
        queue = self._live.state.floor.queue
        in_round = sum(row.kind == "round" for row in queue)
        if not queue:
            return self.tr("nobody is waiting")
        if any(row.person == self._moved and not row.reason for row in queue):
            return self.tr("moved – R on the row says why")
        if in_round == len(queue):
            return self.tr("{0} to come in this round").format(in_round)
        if in_round:
            words = self.tr("{0} to come in this round, then {1}")
            return words.format(in_round, len(queue) - in_round)
        if len(queue) == 1:
            return self.tr("1 waiting")
        if all(one.since <= other.since for one, other in pairwise(queue)):
            return self.tr("{0} waiting, in the order they asked").format(len(queue))
        return self.tr("{0} waiting, in the order you set").format(len(queue))

    def mark(self, person: str) -> None:
        """Mark the row that the name line asks about."""
        if person != self._marked:
            self._marked = person
            self.viewport().update()

    def show_rows(self, rows: list[Row]) -> None:
        super().show_rows(rows)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _key_on(self, person: str, event: QKeyEvent) -> None:
        """Withdraw, pass for now, move the row the keys are on, say why, or who it is."""
        live, session = self._live, self._live.session
        order = [row.key for row in self.rows]
        place = order.index(person)
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        match event.key():
            case Qt.Key.Key_Delete:
                live.attempt(session.withdraw, person)
            case Qt.Key.Key_P:
                live.attempt(session.skip, person, for_now=True)
            case Qt.Key.Key_R:
                self.asked_why.emit(person)
            case Qt.Key.Key_F2:
                self.asked_who.emit(person)
            case Qt.Key.Key_Up if alt and place > 0:
                self._move(person, order[place - 1])
            case Qt.Key.Key_Down if alt and place < len(order) - 1:
                self._move(person, [*order, None][place + 2])
            case _:
                return
        event.accept()

    def _move(self, person: str, before: str | None) -> None:
        self._moved = person
        self._live.attempt(self._live.session.move, person, before)
        self._moved = ""

    def _on_changed(self, before: State, after: State) -> None:
        if any(getattr(after, part) is not getattr(before, part) for part in _SLICES):
            self._show(after)

    def _on_tick(self, now: int) -> None:
        if self.rows and now - self._shown_at >= REFRESH:
            self._show(self._live.state)

    def _show(self, state: State) -> None:
        self._shown_at = now = self._live.now()
        self.suggestion = suggest(state, now)
        self.show_rows(rows_of(state, self.suggestion, now))
        self.shown.emit()

    def _paint(self, painter: QPainter, rect: QRect, row: Row, picked: bool) -> None:
        paint_waiting(painter, rect, row, row.key == self._marked or (picked and self.hasFocus()))

    def _fit(self) -> None:
        """Keep the height of whole rows for the rows, and what is left for the line."""
        rows, height = len(self.rows), self.height()
        foot = 0 if rows * HEIGHT <= height else FOOT + (height - FOOT) % HEIGHT
        if self.viewportMargins().bottom() != foot:
            self.setViewportMargins(0, 0, 0, foot)
        self.more.setGeometry(52, height - foot, self.width() - 76, min(foot, HEIGHT))
        self._count()

    def _count(self) -> None:
        first = self.verticalScrollBar().value()
        below = len(self.rows) - first - self.viewport().height() // HEIGHT
        self.more.setText(self.tr("+{0} more").format(below) if below > 0 else "")
