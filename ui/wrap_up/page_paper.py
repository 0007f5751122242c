"""A page of the summary on its desk: as large as fits, or larger."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from ui.style import colour
from ui.wrap_up.page_maker import Page

MARGIN = 8  # px round a page
LEAST = 520  # px; a page that is less high cannot be read: rather it scrolls
ZOOMS = (1.0, 1.25, 1.5, 2.0, 3.0)  # times as large as a whole page
NOTCH = 120  # what Qt tells of one step of a wheel
LAST = -1
_LEAPS = {
    Qt.Key.Key_PageDown: 1,
    Qt.Key.Key_PageUp: -1,
    Qt.Key.Key_Space: 1,
    Qt.Key.Key_Backspace: -1,
}
_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
_ENDS = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: LAST}


class Desk(QScrollArea):
    turned = Signal(int)  # so many pages on, or back
    went = Signal(int)  # to the first page, 0, or the last, -1
    resized = Signal()  # the page is to be as high as never before

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("desk")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.paper = Paper(self)
        self.setWidget(self.paper)
        self.zoom = ZOOMS[0]
        self._page: Page | None = None
        self._wheeled = 0  # of a step, since the wheel last made one

    def lay(self, page: Page) -> None:
        """Lay a page on the desk, as large as it is to be now."""
        self._page = page
        room = self.maximumViewportSize() - QSize(2 * MARGIN, 2 * MARGIN)
        high = max(LEAST, room.height()) / page.height
        fit = max(0.1, min(room.width() / page.width, high))
        size = QSize(round(page.width * fit * self.zoom), round(page.height * fit * self.zoom))
        if size != self.paper.size():
            self.paper.resize(size)
            self.resized.emit()

    def zoom_by(self, steps: int) -> None:
        """Show the page so many steps larger, or smaller; what showed stays about there."""
        at = ZOOMS.index(self.zoom) + steps
        self.zoom = ZOOMS[max(0, min(len(ZOOMS) - 1, at))]
        bars = self.horizontalScrollBar(), self.verticalScrollBar()
        shares = [bar.value() / bar.maximum() if bar.maximum() else None for bar in bars]
        if self._page is not None:
            self.lay(self._page)
        for bar, share, first in zip(bars, shares, (0.5, 0.0), strict=True):
            bar.setValue(round((first if share is None else share) * bar.maximum()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._page is not None:
            self.lay(self._page)

    @property
    def _scrolls(self) -> bool:
        return self.verticalScrollBar().maximum() > 0

    def leap(self, step: int) -> None:
        """Go on by what shows of the page, then to the next one; or back."""
        bar = self.verticalScrollBar()
        before = bar.value()
        bar.setValue(before + step * (bar.pageStep() - 4 * MARGIN))
        if bar.value() == before:
            self.turned.emit(step)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _LEAPS:
            self.leap(_LEAPS[key])
        elif key in _ENDS:
            self.went.emit(_ENDS[key])
        elif key in _STEPS and not self._scrolls:
            self.turned.emit(_STEPS[key])
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl; turn the pages where there is nothing to scroll."""
        zooms = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if not zooms and self._scrolls:
            super().wheelEvent(event)
            return
        event.accept()
        self._wheeled += event.angleDelta().y()
        steps = int(self._wheeled / NOTCH)
        self._wheeled -= steps * NOTCH
        if steps and zooms:
            self.zoom_by(steps)
        elif steps:
            self.turned.emit(-steps)


class Paper(QWidget):
    """The page itself. Paper is white, whatever the theme: it is what will be printed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._image = QImage()

    @property
    def high(self) -> int:
        """Return how high it is in pixels of the screen."""
        return round(self.height() * self.devicePixelRatioF())

    def show_image(self, image: QImage) -> None:
        """Show the page as it was drawn, or a blank one until it is."""
        self._image = image
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), Qt.GlobalColor.white)
            if self._image.height() == self.high:  # pixel for pixel
                self._image.setDevicePixelRatio(self.devicePixelRatioF())
                painter.drawImage(QPoint(0, 0), self._image)
            elif not self._image.isNull():
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
                self._image.setDevicePixelRatio(1)
                painter.drawImage(self.rect(), self._image)
            painter.setPen(colour("edge"))
            painter.drawRect(QRect(0, 0, self.width() - 1, self.height() - 1))
