"""Drawing words: elided, in a colour of the palette, each name in its own direction."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter

from ui.style import colour, font, picture

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def isolated(name: str) -> str:
    """Guard a name from turning the words around it, whatever its script."""
    return f"\u2068{name}\u2069" if name else ""


def tip(words: str) -> str:
    """Return words for a tool tip, which would take some signs that people type for markup."""
    escaped = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<span>{escaped}</span>" if words else ""


def width(text: str, size: int, bold: bool = False) -> int:
    return QFontMetrics(font(size, bold)).horizontalAdvance(text)


def write(
    painter: QPainter,
    rect: QRect,
    text: str,
    size: int = 14,
    bold: bool = False,
    tint: str = "ink",
    align: Qt.AlignmentFlag = LEFT,
) -> int:
    """Write on one line, elided if it must be; return the width it took."""
    metrics = QFontMetrics(font(size, bold))
    line = metrics.elidedText(" ".join(text.split()), Qt.TextElideMode.ElideRight, rect.width())
    painter.setFont(font(size, bold))
    painter.setPen(colour(tint))
    painter.drawText(rect, align, line if line.isascii() else isolated(line))
    return metrics.horizontalAdvance(line)


def stamp(painter: QPainter, x: int, middle: int, name: str, tint: str, size: int = 16) -> None:
    """Draw an icon with its left edge and its middle at the given place."""
    painter.drawPixmap(QPoint(x, middle - size // 2), picture(name, tint, size))
