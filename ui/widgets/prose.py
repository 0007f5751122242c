"""Words over as many lines as they need; a word too long for a line is broken, never cut."""

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.style import colour, font


class Prose(QWidget):
    def __init__(
        self, size: int, bold: bool = False, tint: str = "ink", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.text, self._size, self._bold, self._tint = "", size, bold, tint
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def say(self, text: str, size: int = 0) -> None:
        """Show words; nothing takes no room."""
        line = " ".join(text.split())
        self._size = size or self._size
        self.setVisible(bool(line))
        if line != self.text:
            self.text = line
            self.setAccessibleName(line)
            self.updateGeometry()
            self.update()

    def heightForWidth(self, width: int) -> int:
        return self._laid(width)[1]

    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(max(200, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self._size + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setPen(colour(self._tint))
            self._laid(self.width())[0].draw(painter, QPointF(0, 0))

    def _laid(self, width: int) -> tuple[QTextLayout, int]:
        """Return the words set in lines of a width, and their height."""
        layout = QTextLayout(self.text, font(self._size, self._bold))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        y = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            line.setPosition(QPointF(0, y))
            y += line.height()
        layout.endLayout()
        return layout, round(y + 0.5)
