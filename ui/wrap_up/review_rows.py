"""The heaps of the review as lines: a sign, what is asked, how many; one of them is open."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from facilitator.publish.look import Look
from facilitator.publish.review import LISTS, Heap
from ui.meeting.note_kinds import icon_of
from ui.style import colour, pixels
from ui.widgets.ink import RIGHT, isolated, stamp, width, write

HIGH, INSET = 40, 20  # px
_SIGNS = {"sensitive": "eye-off", "name": "user-round", "reader": "pencil", "step": "pencil"}
_LISTED = {"safety": "shield-alert", "note": "message-circle", "pledge": "handshake"}


class HeapRow(QAbstractButton):
    def __init__(self, parent: QWidget) -> None:
        """A line that a click opens; the keys stay with what holds it."""
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._heap, self.open, self._keys = Heap("note"), False, False

    @property
    def words(self) -> str:
        """Return what the line says, as a screen reader reads it."""
        heap = self._heap
        if heap.code in LISTS or not heap.items:
            return f"{heap.title}, {len(heap.items)}" if heap.items else heap.title
        told = self.tr("{0} open") if heap.open else self.tr("{0} settled")
        return f"{heap.title}, {told.format(heap.open or heap.done)}"

    def show_heap(self, heap: Heap, is_open: bool) -> None:
        """Show a heap, and whether it is the open one."""
        self._heap, self.open = heap, is_open
        self.setAccessibleName(self.words)
        self.update()

    def mark_keys(self, keys: bool) -> None:
        """Frame the line while the keys are on it."""
        if keys != self._keys:
            self._keys = keys
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, HIGH)

    def paintEvent(self, event: QPaintEvent) -> None:
        heap, rect = self._heap, self.rect()
        sign, tint = _sign(heap)
        count = heap.open or len(heap.items)
        with QPainter(self) as painter:
            painter.fillRect(rect, colour("paper" if self.open else "ground"))
            painter.fillRect(QRect(0, HIGH - 1, rect.width(), 1), colour("line"))
            if self.open:
                painter.fillRect(QRect(0, 0, 4, HIGH), colour("accent"))
            inside = rect.adjusted(INSET, 0, -INSET, 0)
            stamp(painter, inside.left(), HIGH // 2, sign, tint)
            taken = 0
            if count:
                taken = write(painter, inside, f"{count}", 14, bool(heap.open), tint, RIGHT) + 12
            words = inside.adjusted(26, 0, -taken, 0)
            write(painter, words, heap.title, 14, self.open)
            if self._keys:
                painter.setPen(QPen(colour("accent"), pixels("focus")))
                painter.drawRect(rect.adjusted(1, 1, -2, -2))


def _sign(heap: Heap) -> tuple[str, str]:
    """Return the icon of a heap and its colour."""
    if heap.code in LISTS:
        return _LISTED[heap.code], "ink2"
    if not heap.open:
        return "check", "ok"
    tint = "sens" if heap.code == "sensitive" else "warn" if heap.counts else "ink2"
    return _SIGNS.get(heap.code, "circle-alert"), tint


class MetaLine(QWidget):
    """When it was said, what it is, in which part; at the right which of how many."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.time, self.place, self._look = "", "", Look()

    @property
    def words(self) -> str:
        of = self._look
        return ", ".join(filter(None, (self.time, of.head, of.part, self.place)))

    def show_line(self, look: Look, time: str, place: str) -> None:
        self._look, self.time, self.place = look, time, place
        self.setAccessibleName(self.words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        of, rest = self._look, self.rect()
        with QPainter(self) as painter:
            taken = write(painter, rest, self.place, 13, tint="ink2", align=RIGHT)
            rest.setRight(rest.right() - taken - 12)
            if self.time:
                rest.setLeft(rest.left() + write(painter, rest, self.time, 13, tint="ink2") + 8)
            if of.kind:
                stamp(painter, rest.left(), rest.center().y() + 1, icon_of(of.kind), "ink", 14)
                rest.setLeft(rest.left() + 20)
            rest.setLeft(rest.left() + write(painter, rest, of.head, 13, True) + 8)
            if of.part and rest.width() > width("…", 13) + 32:
                write(painter, rest, isolated(of.part), 13, tint="ink2")
