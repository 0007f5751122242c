"""A word or two beside a field: plain, or in amber with the ringed sign for what is missing."""

from html import escape

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.widgets.ink import stamp, width, write

MOST = 180  # px; the field beside it needs room too


class Hint(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words, self.missing = "", False
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.hide()

    def say(self, words: str, missing: bool = False) -> None:
        """Show the words; nothing goes away."""
        if (words, missing) != (self.words, self.missing):
            self.words, self.missing = words, missing
            self.setAccessibleName(words)
            self.setToolTip(escape(words))
            self.setVisible(bool(words))
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        taken = width(self.words, 13, self.missing) + (24 if self.missing else 2)
        return QSize(min(taken, MOST), 20)

    def minimumSizeHint(self) -> QSize:
        return QSize(24, 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            at = self.rect()
            if self.missing:
                stamp(painter, 0, at.center().y() + 1, "circle-alert", "warn")
                at = at.adjusted(22, 0, 0, 0)
            write(painter, at, self.words, 13, self.missing, "warn" if self.missing else "ink2")
