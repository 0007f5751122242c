"""How far something has come: a thin bar that is empty again when it is done."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.style import colour


class Progress(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(4)
        self._share: float | None = None

    @property
    def shows(self) -> bool:
        return self._share is not None

    def show_share(self, share: float) -> None:
        self._share = share
        self.update()

    def finish(self) -> None:
        self._share = None
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            if self._share is None:
                painter.fillRect(0, 3, self.width(), 1, colour("line"))
                return
            painter.fillRect(self.rect(), colour("track"))
            painter.fillRect(0, 0, round(self.width() * self._share), 4, colour("accent"))
