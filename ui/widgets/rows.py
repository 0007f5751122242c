"""Lists of painted rows that take on new content with the fewest signals, so a selection holds."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QWidget

from ui.style import colour

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionViewItem

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()


class Row(NamedTuple):
    """A row: its key, what a screen reader says, and what the painter needs."""

    key: str
    words: str
    content: Any = None


Painting = Callable[[QPainter, QRect, Row, bool], None]  # the last: is it picked


class RowModel(QAbstractListModel):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.words
        return row if role == Qt.ItemDataRole.UserRole else None

    def show(self, rows: list[Row]) -> None:
        """Become these rows, touching only the stretch that differs."""
        old = self.rows
        first = _same(old, rows)
        last = _same(old[first:][::-1], rows[first:][::-1])
        was, now = len(old) - last, len(rows) - last
        if [row.key for row in old[first:was]] == [row.key for row in rows[first:now]]:
            self.rows = rows
            if first < now:
                self.dataChanged.emit(self.index(first), self.index(now - 1))
            return
        if first < was:
            self.beginRemoveRows(NO_PARENT, first, was - 1)
            self.rows = old[:first] + old[was:]
            self.endRemoveRows()
        if first < now:
            self.beginInsertRows(NO_PARENT, first, now - 1)
            self.rows = rows
            self.endInsertRows()


class Rows(QListView):
    """A list of rows of one height, each drawn by the pane that knows what is in it."""

    chosen = Signal(str)  # Enter on a row: its key
    pressed_on = Signal(str, object)  # any other key on a row: its key and the event
    left = Signal()  # Escape

    def __init__(self, name: str, height: int, paint: Painting, parent: QWidget | None = None):
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setModel(RowModel(self))
        self.setItemDelegate(_Delegate(height, paint, self))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.doubleClicked.connect(lambda index: self.chosen.emit(index.data(USER).key))

    @property
    def rows(self) -> list[Row]:
        return self._model.rows

    @property
    def current(self) -> str:
        """Return the key of the row the keys are on."""
        index = self.currentIndex()
        return index.data(USER).key if index.isValid() else ""

    def show_rows(self, rows: list[Row]) -> None:
        """Become these rows; the keys stay on the row they were on, or near it."""
        key, place = self.current, self.currentIndex().row()
        self._model.show(rows)
        keys = [row.key for row in rows]
        if key in keys:
            self.go_to(keys.index(key))
        elif place >= 0 and rows:
            self.go_to(min(place, len(rows) - 1))

    def go_to(self, place: int) -> None:
        self.setCurrentIndex(self._model.index(place))

    def reveal(self, place: int) -> None:
        """Scroll so that a row shows, wherever the keys are."""
        self.scrollTo(self._model.index(place))

    def walk(self, step: int) -> None:
        """Move up or down by so many rows."""
        if self.rows:
            self.go_to(max(0, min(len(self.rows) - 1, self.currentIndex().row() + step)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = self.current
        event.ignore()
        if key and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit(key)  # not by `activated`: on macOS Enter does not activate
            event.accept()
        elif key:
            self.pressed_on.emit(key, event)
        if not event.isAccepted() and event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            event.accept()
        if not event.isAccepted():
            super().keyPressEvent(event)

    @property
    def _model(self) -> RowModel:
        model = self.model()
        assert isinstance(model, RowModel)
        return model


class _Delegate(QStyledItemDelegate):
    def __init__(self, height: int, paint: Painting, view: Rows) -> None:
        super().__init__(view)
        self._height, self._paint, self._view = height, paint, view

    def sizeHint(self, option: "QStyleOptionViewItem", index: Index) -> QSize:
        return QSize(80, self._height)

    def paint(self, painter: QPainter, option: "QStyleOptionViewItem", index: Index) -> None:
        rect, view = option.rect, self._view
        painter.save()
        painter.setPen(QPen(colour("line")))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        picked = index.row() == view.currentIndex().row()
        self._paint(painter, rect.adjusted(0, 0, 0, -1), index.data(USER), picked)
        if picked and view.hasFocus():
            painter.setPen(QPen(colour("accent"), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -2))
        painter.restore()


USER = Qt.ItemDataRole.UserRole


def _same(old: Sequence[Row], new: Sequence[Row]) -> int:
    """Return how many rows at the start are the same."""
    count = 0
    for was, now in zip(old, new, strict=False):
        if was is not now and was != now:
            break
        count += 1
    return count
