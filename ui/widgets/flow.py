"""Widgets in a row that goes on in another row where there is no room for all of them."""

from itertools import pairwise

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

GAP = 8  # px


class Flow(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: list[QWidget] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_parts(self, parts: list[QWidget]) -> None:
        """Become these widgets, in their order; those that go are done with."""
        for gone in self._parts:
            if gone not in parts:
                gone.hide()
                gone.deleteLater()
        for before, part in pairwise(parts):
            self.setTabOrder(before, part)
        self._parts = parts
        self._lay(self.width(), move=True)
        for part in parts:
            part.show()
        self.setVisible(bool(parts))
        self.updateGeometry()

    def heightForWidth(self, width: int) -> int:
        return self._lay(width, move=False)

    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(max(200, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(40, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay(self.width(), move=True)

    def _lay(self, width: int, move: bool) -> int:
        """Lay the widgets row by row; return the height they take."""
        x = y = high = 0
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for part in self._parts:
            size = part.sizeHint().expandedTo(part.minimumSize())
            size = size.boundedTo(QSize(max(1, width), 1 << 16))
            if x and x + size.width() > width:
                x, y, high = 0, y + high + GAP, 0
            if move:
                left = width - x - size.width() if mirrored else x
                part.setGeometry(QRect(left, y, size.width(), size.height()))
            x, high = x + size.width() + GAP, max(high, size.height())
        return y + high
