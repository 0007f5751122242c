"""A box to tick: Space, Enter or a click ticks it, and it counts at once."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.style import colour, pixels
from ui.widgets.ink import stamp, width, write

BOX, GAP, AROUND = 18, 10, 6  # px; from the words to the frame around them
_ROWS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class Tick(QAbstractButton):
    chosen = Signal(bool)  # by hand; it is not said when the value is only shown
    walked = Signal(int)  # up or down, to the fields around it
    left = Signal()  # Escape

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.setAccessibleName(words)
        self.setCheckable(True)
        self.setMinimumHeight(28)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.chosen)

    def show_value(self, value: bool) -> None:
        self.setChecked(value)

    def sizeHint(self) -> QSize:
        return QSize(BOX + GAP + width(self._words, 14) + AROUND, 28)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif key in _ROWS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.walked.emit(_ROWS[key])
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        on = self.isChecked()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box = QRectF(0.5, (self.height() - BOX) // 2 + 0.5, BOX - 1, BOX - 1)
            painter.setPen(QPen(colour("accent" if on or self.hasFocus() else "edge"), 1))
            painter.setBrush(colour("accent" if on else "paper"))
            painter.drawRoundedRect(box, 3, 3)
            if on:
                stamp(painter, 2, self.height() // 2, "check", "on_accent", 14)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            left = BOX + GAP
            write(painter, self.rect().adjusted(left, 0, 0, 0), self._words)
            if self.hasFocus():
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(colour("accent"), pixels("focus")))
                painter.drawRoundedRect(self.rect().adjusted(left - AROUND, 1, -1, -1), 4, 4)
