"""The review: what is to settle before a summary goes out, heap by heap, one thing at a time."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from facilitator.log.state import State
from facilitator.log.thread import Thread
from facilitator.publish.review import Heap, Item, blocking, heaps, open_count
from facilitator.publish.review_look import look
from ui.live import Live
from ui.wrap_up.review_column import ReviewColumn
from ui.wrap_up.review_deciding import Deciding
from ui.wrap_up.review_place import Place, after, first, opened

LEAST = 300  # px of width
_HEAPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ITEMS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_FAR = 1 << 30
_ENDS = {Qt.Key.Key_Home: -_FAR, Qt.Key.Key_End: _FAR}
_SAYS_SHIFT = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier


class ReviewPane(QWidget):
    said = Signal(str)  # a sentence for the banner
    go = Signal(str, object)  # to a tab of Prepare, and with what to begin there
    counted = Signal()  # what is to settle may be more or less by now

    def __init__(self, live: Live, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumWidth(LEAST)
        self._live, self._edition, self._thread = live, "public", Thread()
        self.heaps: tuple[Heap, ...] = ()
        self.place, self._item, self._shown = Place(), Item(""), False
        self.column = ReviewColumn(live, self)
        self.view = self.column.view
        self.deciding = Deciding(live, self.view, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.column)
        self.column.opened.connect(self._open)
        self.deciding.went.connect(self.go)
        self.view.finished.connect(lambda: self._step(1))
        self.view.left.connect(self.setFocus)

    # What the place around it says and asks

    def show_edition(self, edition: str) -> None:
        """Show what is to settle for another edition."""
        if edition != self._edition:
            self._edition = edition
            self._renew()

    def know(self, thread: Thread) -> None:
        """Hear what the series is: who was there before, and whether the next is planned."""
        if thread is not self._thread:
            self._thread = thread
            self._renew()

    def follow(self, before: State | None, now: State) -> None:
        """Show what changed; everything where there is no before: the review was hidden."""
        self._renew()

    def come(self) -> None:
        """Take the keys."""
        self.setFocus()

    def come_to_blocking(self) -> None:
        """Take the keys at the first thing that holds back that somebody approves it."""
        found = ((heap, item) for heap in self.heaps for item in heap.items if item.blocks)
        if place := next((Place(heap.code, item.id) for heap, item in found), None):
            self._show(place)
        self.setFocus()

    @property
    def to_settle(self) -> int:
        """Return how many things are to settle before it goes out."""
        return open_count(self.heaps)

    @property
    def blocking(self) -> int:
        """Return how many of them hold back that somebody approves it."""
        return blocking(self.heaps)

    # What shows

    def _renew(self) -> None:
        before, self.heaps = self.heaps, heaps(self._live.state, self._edition, self._thread)
        undone = bool(self._live.session.history.undone)
        place = after(self.place, before, self.heaps, undone) if self._shown else first(self.heaps)
        self._shown = True
        self._show(place)
        self.counted.emit()

    def _show(self, place: Place) -> None:
        """Show a place; keys that were in what is gone by now stay with the review."""
        had_keys = self.view.isAncestorOf(QApplication.focusWidget() or self.window())
        typed = self.view.lines is not None and self.view.lines.has_keys
        item, moved = place.of(self.heaps) or Item(""), place != self.place
        self.place, self._item, self.deciding.item = place, item, item
        self.column.show_heaps(self.heaps, place.code)
        self.view.setVisible(bool(item.id))
        if item.id:
            state = self._live.state
            shown = look(place.code, item, state, self._edition)
            self.view.show_item(item, shown, state, self._numbered(item))
        self.setAccessibleName(self.words)
        if typed and moved and self.view.lines is not None:
            self.view.go_in()
        elif had_keys and (moved or not self._keys_show):
            self.setFocus()
        self.column.mark_keys(place.code if self.hasFocus() else "")
        self.column.reveal(place.code)

    @property
    def words(self) -> str:
        """Return what the review says, as a screen reader reads it."""
        row = self.column.rows.get(self.place.code)
        if row is None:
            return self.column.nothing_open or self.tr("Review")
        return f"{row.words}. {self.view.words}" if self._item.id else row.words

    @property
    def _keys_show(self) -> bool:
        keys = QApplication.focusWidget()
        return keys is not None and keys.isVisible()

    def _numbered(self, item: Item) -> str:
        """Return which of how many alike it is."""
        heap = self.place.heap(self.heaps)
        alike = [one.id for one in heap.items if one.settled == item.settled] if heap else []
        told = self.tr("{0} of {1}").format(alike.index(item.id) + 1, len(alike))
        decided = item.settled and heap is not None and bool(heap.open)
        return self.tr("decided, {0}").format(told) if decided else told

    # Hands on it

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        choice = self.view.choices.get(event.text().upper()) if self._item.id else None
        if event.modifiers() & ~_SAYS_SHIFT:
            super().keyPressEvent(event)
        elif key in _HEAPS:
            self._walk(_HEAPS[key])
        elif key in _ITEMS:
            self._step(-_ITEMS[key] if mirrored else _ITEMS[key])
        elif key in _ENDS:
            self._step(_ENDS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.view.go_in()
            self.column.show_keys()
        elif key in _PAGES and self.view.text.scroll(_PAGES[key]):
            event.accept()
        elif choice and not event.isAutoRepeat():  # one key, one decision
            self.deciding.choose(choice)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.column.mark_keys(self.place.code)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.column.mark_keys("")

    def _walk(self, step: int) -> None:
        """Open the heap below or above."""
        codes = [heap.code for heap in self.heaps]
        at = codes.index(self.place.code) + step if self.place.code in codes else 0
        if codes:
            self._open(codes[max(0, min(len(codes) - 1, at))])

    def _open(self, code: str) -> None:
        """Open a heap at its first item; the one that is open already stays as it is."""
        heap = next(heap for heap in self.heaps if heap.code == code)
        if code != self.place.code:
            self._show(opened(heap))
        self.setFocus()

    def _step(self, by: int) -> None:
        """Go to another item of the heap that is open."""
        heap = self.place.heap(self.heaps)
        if heap is not None and heap.items:
            at = max(0, min(len(heap.items) - 1, self.place.number(self.heaps) + by))
            self._show(Place(heap.code, heap.items[at].id))
