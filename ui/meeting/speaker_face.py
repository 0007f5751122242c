"""Painting a speaker: the name as large as it fits, the digits of the time."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import (
    QFontMetrics,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPen,
    QTextLayout,
    QTextOption,
)

from ui.style import colour, font
from ui.widgets.ink import isolated, width, write


def fits(name: str, room: int, sizes: Sequence[int]) -> int | None:
    """Return the size at which a name fits on a line, but the last; None if at none of them."""
    line = " ".join(name.split())
    return next((size for size in sizes[:-1] if width(line, size, True) <= room), None)


def paint_name(painter: QPainter, room: QRect, name: str, sizes: Sequence[int], lines: int) -> None:
    """Write a name; one that is too long for the smallest size is cut in its middle."""
    size, least = fits(name, room.width(), sizes), sizes[-1]
    if size is not None:
        write(painter, room, isolated(name), size, True)
        return
    parts = _lines(" ".join(name.split()), room.width(), least, lines)
    high = room.height() // len(parts)
    for n, part in enumerate(parts):
        line = QRect(room.left(), room.top() + n * high, room.width(), high)
        write(painter, line, isolated(part), least, True)


def _lines(name: str, room: int, size: int, most: int) -> list[str]:
    """Break a name into lines, the last of them with its middle left out if it must be."""
    layout = QTextLayout(name, font(size, True))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    units, lines = name.encode("utf-16-le"), []  # Qt counts UTF-16 units: an emoji takes two
    for _ in range(most - 1):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(room)
        lines.append(units[: 2 * line.textLength()].decode("utf-16-le").rstrip())
        units = units[2 * line.textLength() :]
    layout.endLayout()
    rest = units.decode("utf-16-le")
    metrics = QFontMetrics(font(size, True))
    elided = metrics.elidedText(rest, Qt.TextElideMode.ElideMiddle, room)
    return [*lines, elided] if rest else lines


def paint_digits(painter: QPainter, room: QRect, text: str, size: int, outlined: bool) -> int:
    """Write a time in bold, in outline if it stands still; return the width it took."""
    if not outlined:
        return write(painter, room, text, size, True)
    metrics = QFontMetricsF(font(size, True))
    base = room.center().y() + (metrics.ascent() - metrics.descent()) / 2
    path = QPainterPath()
    path.addText(room.left(), base, font(size, True), text)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.strokePath(path, QPen(colour("ink"), 1.25))
    painter.restore()
    return round(metrics.horizontalAdvance(text))
