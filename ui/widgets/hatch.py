"""The hatch of what is too late: stripes at 45 degrees, told from any plain colour in any light."""

from PySide6.QtCore import QLineF, QRect
from PySide6.QtGui import QPainter, QPen

from ui.style import colour

STRIPE, PERIOD = 3, 10  # px: of a stripe, from one to the next along a level line


def hatch(painter: QPainter, rect: QRect, tint: str) -> None:
    """Fill a rectangle with stripes in a colour of the palette."""
    painter.save()
    painter.setClipRect(rect)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour(tint), STRIPE))
    low, high, tall = rect.bottom() + 1, rect.top(), rect.height()
    for x in range(rect.left() - tall, rect.right() + PERIOD, PERIOD):
        painter.drawLine(QLineF(x, low, x + tall, high))
    painter.restore()
