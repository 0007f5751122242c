"""A word on its tint with an icon before it: what is special about a row, or asked of a line."""

from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from ui.style import colour, pixels
from ui.widgets.ink import stamp, width, write


class Tag(NamedTuple):
    sign: str
    words: str
    tint: str = "ink2"
    fill: str = "track"


def tag_width(tag: Tag) -> int:
    return width(tag.words, 13) + (34 if tag.sign else 16)


def paint_tag(painter: QPainter, x: int, middle: int, tag: Tag, high: int = 22) -> int:
    """Draw a word on its tint, an icon before it; return the width it took."""
    box = QRect(x, middle - high // 2 + 1, tag_width(tag), high)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(colour(tag.fill))
    frame = pixels("frame")
    painter.setPen(QPen(colour(tag.tint), frame) if frame else Qt.PenStyle.NoPen)
    inset = frame / 2
    painter.drawRoundedRect(QRectF(box).adjusted(inset, inset, -inset, -inset), 3, 3)
    painter.restore()
    if tag.sign:
        stamp(painter, x + 7, box.center().y() + 1, tag.sign, tag.tint, 14)
    write(painter, box.adjusted(26 if tag.sign else 8, 0, 0, 0), tag.words, 13, tint=tag.tint)
    return box.width()
