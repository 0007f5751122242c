"""Moving a row of a list by hand: where it was taken, and the gap that it would fall into."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication

from ui.style import colour

if TYPE_CHECKING:
    from ui.widgets.rows import Rows


class Drag:
    """A row in the hand: where it was taken, and the gap that it would fall into."""

    def __init__(self, view: "Rows") -> None:
        self._view, self._key, self._at = view, "", QPoint()
        self.gap: int | None = None  # it would stand before the row of this place
        view.viewport().setCursor(Qt.CursorShape.OpenHandCursor)

    def take(self, at: QPoint) -> None:
        index = self._view.indexAt(at)
        self._key = self._view.rows[index.row()].key if index.isValid() else ""
        self._at = at

    def move(self, to: QPoint) -> bool:
        """Follow the hand; return whether there is a row in it."""
        far = (to - self._at).manhattanLength() >= QApplication.startDragDistance()
        if self._key and (far or self.gap is not None):
            self._scroll(to.y())
            self.gap = self._gap_at(to.y())
            self._view.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self._view.viewport().update()
        return bool(self._key)

    def drop(self) -> None:
        """Tell where the row is to go, if that is another place, and let it go."""
        key, gap, rows = self._key, self.gap, self._view.rows
        self.let_go()
        place = next((n for n, row in enumerate(rows) if row.key == key), None)
        if gap is not None and place is not None and gap not in (place, place + 1):
            self._view.dragged.emit(key, rows[gap].key if gap < len(rows) else None)

    def let_go(self) -> None:
        self._key, self.gap = "", None
        self._view.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        self._view.viewport().update()

    def paint(self) -> None:
        """Draw a bar in the gap."""
        if self.gap is not None:
            port = self._view.viewport()
            with QPainter(port) as painter:
                painter.fillRect(
                    0, max(0, self._top(self.gap) - 2), port.width(), 4, colour("accent")
                )

    def _gap_at(self, y: int) -> int:
        view = self._view
        middles = (self._top(n) + self._top(n + 1) for n in range(len(view.rows)))
        return sum(middle < 2 * y for middle in middles)

    def _top(self, place: int) -> int:
        """Return where a row begins, or the end of the last one."""
        view = self._view
        if place < len(view.rows):
            return view.visualRect(view.model().index(place, 0)).top()
        return view.visualRect(view.model().index(place - 1, 0)).bottom()

    def _scroll(self, y: int) -> None:
        bar, height = self._view.verticalScrollBar(), self._view.viewport().height()
        bar.setValue(bar.value() + bar.singleStep() * ((y > height) - (y < 0)))
