"""What stands in a list with nothing in it: what will be there, and how it comes there."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from ui.style import colour, font

TOP, BETWEEN = 20, 4  # px
WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap


def paint_empty(port: QWidget, what: str, how: str, margin: int) -> None:
    """Write both over as many lines as they need, as far as there is room for whole ones."""
    room = port.rect().adjusted(margin, TOP, -margin, -BETWEEN)
    with QPainter(port) as painter:
        painter.setPen(colour("ink2"))
        for words, size in ((what, 18), (how, 14)):
            painter.setFont(font(size))
            needed = painter.boundingRect(QRect(0, 0, room.width(), 0), WRAPPED, words)
            if needed.height() > room.height():
                return
            painter.drawText(room, WRAPPED, words)
            room.setTop(room.top() + needed.height() + BETWEEN)
