"""The heaps of the review under one another, with what is open in one of them."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from facilitator.publish.review import Heap, open_count
from ui.live import Live
from ui.widgets.prose import Prose
from ui.widgets.rolling import hold
from ui.wrap_up.review_item import ItemView
from ui.wrap_up.review_rows import INSET, HeapRow

LEAST = 84  # px that the words of an item have at least: three lines


class ReviewColumn(QScrollArea):
    opened = Signal(str)  # a heap, by a click

    def __init__(self, live: Live, host: QWidget) -> None:
        super().__init__(host)
        self.rows: dict[str, HeapRow] = {}
        self._page = page = QWidget()
        self.nothing, self.view = QWidget(page), ItemView(live, host)
        self.view.text.most = lambda: max(LEAST, self.height() * 2 // 5)
        self._said = Prose(18, parent=self.nothing), Prose(14, tint="ink2", parent=self.nothing)
        said = QVBoxLayout(self.nothing)
        said.setContentsMargins(INSET, 16, INSET, 16)
        said.setSpacing(4)
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        for words in self._said:
            said.addWidget(words)
        for part in (self.nothing, self.view):
            self._column.addWidget(part)
        self._column.addStretch(1)
        hold(self, page)

    @property
    def nothing_open(self) -> str:
        """Return what is said while nothing is to settle."""
        return self._said[0].text if not self.nothing.isHidden() else ""

    def show_heaps(self, heaps: tuple[Heap, ...], code: str) -> None:
        """Show a line for each heap, and what is open under the line of the one with the code."""
        self._show_nothing(not open_count(heaps))
        for gone in self.rows.keys() - {heap.code for heap in heaps}:
            self.rows.pop(gone).deleteLater()
        at = 1
        for heap in heaps:
            row = self.rows.get(heap.code)
            if row is None:
                row = self.rows[heap.code] = HeapRow(self._page)
                row.clicked.connect(lambda _=False, code=heap.code: self.opened.emit(code))
            row.show_heap(heap, heap.code == code)
            at = self._put(row, at)
            if heap.code == code and heap.items:
                at = self._put(self.view, at)

    def _show_nothing(self, nothing: bool) -> None:
        self.nothing.setVisible(nothing)
        what, how = self._said
        what.say(self.tr("Nothing needs a decision"))
        how.say(self.tr("Read over what you like, and look at the pages before they go out."))

    def _put(self, part: QWidget, at: int) -> int:
        """Put a part at its place in the column; return the place behind it."""
        if self._column.indexOf(part) != at:
            self._column.removeWidget(part)
            self._column.insertWidget(at, part)
        part.show()
        return at + 1

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave all keys to the review: it scrolls to what one walks to."""
        event.ignore()

    def mark_keys(self, code: str) -> None:
        """Frame the line of a heap that the keys are on, or none."""
        for one, row in self.rows.items():
            row.mark_keys(one == code)

    def show_keys(self) -> None:
        """Scroll to what has the keys."""
        keys = QApplication.focusWidget()
        if keys is not None and self.view.isAncestorOf(keys):
            self.ensureWidgetVisible(keys, 0, 16)

    def reveal(self, code: str) -> None:
        """Scroll so that what is open shows, and the line above it before all."""
        row = self.rows.get(code)
        if row is not None:
            self._column.activate()
            if self.view.isVisible():
                self.ensureWidgetVisible(self.view, 0, 0)
            self.ensureWidgetVisible(row, 0, 0)
