"""The room screen as a widget: on the projector, or over the controls where there is none."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.room.chalk import ink
from ui.room.pages import changed, paint_promise, paint_wall
from ui.room.sheet import Blocks, Sheet
from ui.room.wall import Promise, Wall, words_of

TURN = 20_000  # ms that each page of a long text shows


class RoomFace(QWidget):
    left = Signal()  # Escape was pressed, or somebody closed it
    pressed = Signal(object)  # another key event

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.setAccessibleName(self.tr("Room screen"))
        self._remark, self._dark = "", False
        self._page: Wall | Promise = Wall()
        self._since = self._turn = 0
        self._pages = 1
        self._blocks = Blocks()

    @property
    def words(self) -> list[str]:
        """Return all the words that show."""
        return [] if self._dark else [*words_of(self._page), *filter(None, [self._remark])]

    def remark(self, words: str) -> None:
        """Say something in a small line at the foot."""
        self._remark = words
        self.update()

    def darken(self, dark: bool) -> None:
        """Show nothing at all, or again."""
        if dark != self._dark:
            self._dark = dark
            self.update()

    def show_page(self, page: Wall | Promise, now: int) -> None:
        """Show a page at a moment; only what changed is painted anew."""
        before, self._page = self._page, page
        if _long(page) != _long(before):
            self._since = now
        turn = (now - self._since) // TURN
        turned = turn != self._turn and self._pages > 1
        self._turn = turn
        for top, end in [(0, 1)] if turned else changed(before, page):
            if not self._dark:
                self._update(top, end)

    def _update(self, top: float, end: float) -> None:
        """Have what lies between two shares of the height painted anew."""
        first, last = int(top * self.height()), int(end * self.height()) + 1
        self.update(0, first, self.width(), last - first)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), Qt.GlobalColor.black if self._dark else ink("paper"))
            if not self._dark:
                size, dirty = self.size().toSizeF(), event.region()
                self._paint(Sheet(painter, size, dirty, self._turn, self._blocks))

    def _paint(self, sheet: Sheet) -> None:
        if isinstance(self._page, Promise):
            paint_promise(sheet, self._page)
        else:
            paint_wall(sheet, self._page)
        self._pages = sheet.pages
        small = max(12.0, 0.022 * self.height())
        sheet.line(sheet.box(0.96, 0.992), self._remark, small / self.height())

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Keep the keys: whatever Tab would lead to lies under the page."""
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take all that is typed: nobody types into what they do not see."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            self.pressed.emit(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if event.spontaneous():
            self.left.emit()
        super().closeEvent(event)


def _long(page: Wall | Promise) -> object:
    """Return what may be too long for one page: a new one begins at its beginning."""
    return (page.texts, page.notices) if isinstance(page, Wall) else (page.text, page.fields)
