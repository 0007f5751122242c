"""How far one has come: a small box for each of a few things, filled if it is done."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.style import colour
from ui.widgets.ink import RIGHT, write


class Steps(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.words = ""
        self._done: Sequence[bool] = ()
        self._at = 0

    def show_steps(self, done: Sequence[bool], at: int) -> None:
        """Show which are done, and at which one is."""
        self._done, self._at = done, at
        self.words = self.tr("{0} confirmed").format(sum(done))
        self.setAccessibleName(self.words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            inside = self.rect().adjusted(16, 0, -16, 0)
            taken = write(painter, inside, self.words, 13, tint="ink2", align=RIGHT)
            inside.setRight(inside.right() - taken - 12)
            count = max(1, len(self._done))
            step = min(28.0, inside.width() / count)
            for place, done in enumerate(self._done):
                left = inside.left() + round(place * step)
                wide = max(
                    2, inside.left() + round((place + 1) * step) - left - (4 if step > 8 else 1)
                )
                box = QRect(left, 6, wide, 8)
                painter.fillRect(box, colour("ink2" if done else "track"))
                painter.setPen(QPen(colour("ink2" if done else "edge")))
                if step > 8:
                    painter.drawRect(box.adjusted(0, 0, -1, -1))
                if place == self._at:
                    painter.fillRect(left, 16, wide, 2, colour("accent"))
