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
    SignalInstance,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QWidget

from ui.style import colour
from ui.widgets.empty import paint_empty
from ui.widgets.ink import tip

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionViewItem

    from ui.widgets.drag import Drag
    from ui.widgets.row_editor import RowEditor

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
NEW_FOR = 2  # beats that a new row keeps its mark


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
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(row.words)
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
    dragged = Signal(str, object)  # a row, and the one it was put before: None for the end
    edited = Signal(str, str)  # a row, and what is typed in it now
    left = Signal()  # Escape

    _editor: "RowEditor | None" = None
    _drag: "Drag | None" = None

    def __init__(
        self,
        name: str,
        height: int,
        paint: Painting,
        parent: QWidget | None = None,
        edit_rect: Callable[[QRect, Row], QRect] | None = None,  # where its words are typed
        movable: bool = False,
    ) -> None:
        super().__init__(parent)
        self._new: dict[str, int] | None = None  # a key, and for how many beats it is new still
        self.empty = "", "", 16  # what will be here, how it comes here, px at the sides
        self.setAccessibleName(name)
        self.setModel(RowModel(self))
        self.setItemDelegate(_Delegate(height, paint, self))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().rangeChanged.connect(self._reach_under)
        self.setTabKeyNavigation(False)
        self.doubleClicked.connect(lambda index: self.chosen.emit(index.data(USER).key))
        if edit_rect is not None:  # imported here: Home shows before it is needed
            from ui.widgets.row_editor import RowEditor

            self._editor = RowEditor(self, edit_rect)
        if movable:
            from ui.widgets.drag import Drag

            self._drag = Drag(self)

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
        if self._new is not None and self.rows:
            known = {row.key for row in self.rows}
            self._new |= {row.key: NEW_FOR for row in rows if row.key not in known}
        self._model.show(rows)
        keys = [row.key for row in rows]
        if key in keys:
            self.go_to(keys.index(key))
        elif place >= 0 and rows:
            self.go_to(min(place, len(rows) - 1))
        if self._editor is not None:
            self._editor.follow()

    def go_to(self, place: int) -> None:
        if place != self.currentIndex().row():
            self.setCurrentIndex(self._model.index(place))

    def go_to_key(self, key: str) -> None:
        """Go to a row by its key, if it is there."""
        keys = [row.key for row in self.rows]
        if key in keys:
            self.go_to(keys.index(key))

    def reveal(self, place: int) -> None:
        """Scroll so that a row shows, wherever the keys are."""
        self.scrollTo(self._model.index(place))

    def walk(self, step: int) -> None:
        """Move up or down by so many rows."""
        if self.rows:
            self.go_to(max(0, min(len(self.rows) - 1, self.currentIndex().row() + step)))

    # What is new

    def mark_new(self, beat: SignalInstance) -> None:
        """Mark rows that come for the next two beats."""
        self._new = {}
        beat.connect(self._age)

    def is_new(self, key: str) -> bool:
        return self._new is not None and key in self._new

    def _age(self) -> None:
        if self._new:
            self._new = {key: beats - 1 for key, beats in self._new.items() if beats > 1}
            self.viewport().update()

    # Typing in a row

    def edit_row(self, key: str, text: str) -> None:
        """Open a line over a row. Enter tells `edited` and closes it, Escape only closes it.

        To keep what was typed when it could not be saved, open the line again with it.
        """
        if self._editor is not None:
            self._editor.open(key, text)

    # Hands on it

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = self.current
        event.ignore()
        if self._editor is not None and self._editor.has_keys:
            return  # it is a key that the line over the row had no use for
        escape = event.key() == Qt.Key.Key_Escape
        if escape and self._drag is not None and self._drag.gap is not None:
            self._drag.let_go()
            event.accept()
        elif key and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit(key)  # not by `activated`: on macOS Enter does not activate
            event.accept()
        elif key:
            self.pressed_on.emit(key, event)
        if not event.isAccepted() and escape:
            self.left.emit()
            event.accept()
        if not event.isAccepted():
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if self._drag is not None and event.button() == Qt.MouseButton.LeftButton:
            self._drag.take(event.position().toPoint())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._drag is None or not self._drag.move(event.position().toPoint()):
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self._drag is not None:
            self._drag.drop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._editor is not None:
            self._editor.follow()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._drag is not None:
            self._drag.paint()
        if not self.rows and self.empty[0]:
            paint_empty(self.viewport(), *self.empty)

    def _reach_under(self, low: int, high: int) -> None:
        """Let rows reach under the scroll bar: what ends at the margin does so with and without."""
        if self.verticalScrollBarPolicy() != Qt.ScrollBarPolicy.ScrollBarAlwaysOff:
            under = self.verticalScrollBar().sizeHint().width() if high > low else 0
            self.setViewportMargins(0, 0, -under, 0)

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
        rect, view, row = option.rect, self._view, index.data(USER)
        painter.save()
        painter.setPen(QPen(colour("line")))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        picked = index.row() == view.currentIndex().row()
        self._paint(painter, rect.adjusted(0, 0, 0, -1), row, picked)
        if view.is_new(row.key):
            painter.fillRect(rect.left(), rect.top(), 2, rect.height() - 1, colour("accent"))
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
