"""How complete a promise is: a small square for each point, and the count in words."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.style import colour
from ui.widgets.ink import RIGHT, width, write

STEP, SIDE = 8, 6  # px


class Points(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.words = ""
        self._points: dict[str, bool] = {}

    def show_points(self, points: dict[str, bool]) -> None:
        self._points = points
        self.words = self.tr("{0} of {1}").format(sum(points.values()), len(points))
        self.setAccessibleName(self.words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(width(self.words, 13) + 8 + STEP * len(self._points), 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            taken = write(painter, self.rect(), self.words, 13, tint="ink2", align=RIGHT)
            paint_points(painter, self.width() - taken - 8, self.rect().center().y(), self._points)


def paint_points(painter: QPainter, right: int, middle: int, points: dict[str, bool]) -> int:
    """Draw a small square for each point, those that are there first; return the width."""
    taken = STEP * len(points) - (STEP - SIDE)
    painter.setPen(QPen(colour("edge"), 1))
    for place, there in enumerate(sorted(points.values(), reverse=True)):
        square = QRect(right - taken + STEP * place, middle - SIDE // 2, SIDE, SIDE)
        if there:
            painter.fillRect(square, colour("ink2"))
        else:
            painter.drawRect(square.adjusted(0, 0, -1, -1))
    return taken
