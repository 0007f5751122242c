"""Large figures side by side, each with what it counts beneath it."""

from typing import NamedTuple

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.style import colour
from ui.widgets.ink import stamp, width, write

SIDE, GAP, TOP, HIGH = 28, 48, 42, 62  # px; TOP is where the first row begins, below the line


class Figure(NamedTuple):
    number: str
    counts: str
    is_wrong: bool = False  # it asks for something to be done


class Figures(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.figures: list[Figure] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_figures(self, figures: list[Figure]) -> None:
        self.figures = figures
        self.setAccessibleName(", ".join(f"{one.number} {one.counts}" for one in figures))
        self._fit()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        rows = 1 + max((row for row, _ in self._places()), default=-1)
        high = TOP + HIGH * rows if rows else 0
        if high != self.height() or high != self.minimumHeight():
            self.setFixedHeight(high)

    def _places(self) -> list[tuple[int, QRect]]:
        """Return the row of each figure, and where it is in it."""
        found: list[tuple[int, QRect]] = []
        row, x, across = 0, SIDE, self.width() - 2 * SIDE
        for figure in self.figures:
            wide = min(_wide(figure), across)
            if x > SIDE and x + wide > SIDE + across:
                row, x = row + 1, SIDE
            found.append((row, QRect(x, TOP + HIGH * row, wide, HIGH)))
            x += wide + GAP
        return found

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.figures:
            return
        with QPainter(self) as painter:
            painter.setPen(colour("ink"))  # lines, since filling takes long to load
            for y in (28, 29):
                painter.drawLine(SIDE, y, self.width() - SIDE - 1, y)
            for figure, (_, place) in zip(self.figures, self._places(), strict=True):
                tint = "warn" if figure.is_wrong else "ink2"
                write(painter, place.adjusted(0, 0, 0, 34 - HIGH), figure.number, 26, True)
                at = place.adjusted(0, 34, 0, -HIGH + 54)
                if figure.is_wrong:
                    stamp(painter, at.left(), at.center().y() + 1, "circle-alert", "warn")
                    at.setLeft(at.left() + 22)
                write(painter, at, figure.counts, 13, tint=tint)


def _wide(figure: Figure) -> int:
    beneath = width(figure.counts, 13) + (22 if figure.is_wrong else 0)
    return max(width(figure.number, 26, True), beneath) + 2
