"""Writing on the wall: large digits, and text that shrinks to fit a box, then takes pages."""

import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPen,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from ui.palette import COLOURS
from ui.style import FAMILY

STEP = 0.94  # from one size that does not fit to the next
LEAD = 1.26  # from line to line; scripts that stack their letters bring their own
SIDE = 0.2  # of the mark of a list, in em
TIGHT = 0.98  # letters this large stand closer


class Row(NamedTuple):
    line: QTextLine
    mark: float | None  # where the mark of a list stands, if one begins here


class Block(NamedTuple):
    """Text laid out for a box, on one page or more."""

    pages: list[list[Row]]
    height: float
    size: float
    kept: list[QTextLayout]  # a line lives no longer than its layout


@cache
def ink(name: str) -> QColor:
    """Return a colour of the light palette: ink on white survives a lit hall best."""
    return QColor(COLOURS["light"][name])


@cache
def letters(size: float, bold: bool = False) -> QFont:
    """Return the typeface at a size in px of the screen, whatever the scale of the window."""
    made = QFont(FAMILY)
    made.setPixelSize(max(1, round(size)))
    made.setBold(bold)
    made.setFeature(QFont.Tag("tnum"), 1)
    return made


def one_line(text: str) -> str:
    return " ".join(text.splitlines())


def width(text: str, size: float, bold: bool = False) -> float:
    return QFontMetricsF(letters(size, bold)).horizontalAdvance(text)


def write(
    painter: QPainter,
    box: QRectF,
    text: str,
    size: float,
    bold: bool = False,
    tint: str = "ink",
    right: bool = False,
) -> float:
    """Write one line in the middle of a box, elided if it must be; return the width it took."""
    metrics = QFontMetricsF(letters(size, bold))
    line = metrics.elidedText(one_line(text), Qt.TextElideMode.ElideRight, box.width())
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    option = QTextOption(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    painter.setFont(letters(size, bold))
    painter.setPen(ink(tint))
    painter.drawText(box, line, option)
    return metrics.horizontalAdvance(line)


def fit(
    texts: Sequence[str],
    box: QRectF,
    sizes: tuple[float, float],
    bold: bool = False,
    name: bool = False,
    indent: float = 0.0,
) -> Block:
    """Lay paragraphs out as large as they fit; at the smallest size over as many pages as needed.

    Sizes are the largest and the smallest, in px; `indent` is in em. A `name` stays at the left
    whatever its script.
    """
    size, smallest = sizes
    while True:
        block = _lay_out(texts, box, size, bold, name, indent * size)
        if block.height <= box.height():
            return block
        if size <= smallest:
            return _paged(block, box.height())
        size = max(smallest, size * STEP)


def _lay_out(
    texts: Sequence[str], box: QRectF, size: float, bold: bool, name: bool, indent: float
) -> Block:
    rows: list[Row] = []
    kept, y = [], 0.0
    for text in texts:
        if rows:
            y += size * (0.1 if indent else 0.4)  # between paragraphs, less in a list
        layout, turned = _layout(text, size, bold, name), leftward(text)
        kept.append(layout)
        mark = box.right() - SIDE * size if turned else box.left()
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1.0, box.width() - indent))
            line.setPosition(QPointF(box.left() + (0 if turned else indent), y))
            y += line.height() if line.height() > 1.4 * size else LEAD * size
            rows.append(Row(line, mark if indent and not line.textStart() else None))
        layout.endLayout()
    return Block([rows], y, size, kept)


def _layout(text: str, size: float, bold: bool, name: bool) -> QTextLayout:
    layout = QTextLayout("\u2028".join(text.strip().splitlines()), letters(size, bold))
    to_the_right = leftward(text) and not name
    side = Qt.AlignmentFlag.AlignRight if to_the_right else Qt.AlignmentFlag.AlignLeft
    option = QTextOption(side | Qt.AlignmentFlag.AlignAbsolute)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    return layout


def leftward(text: str) -> bool:
    """Say whether a text reads from right to left, by its first letter that tells."""
    ways = (unicodedata.bidirectional(letter) for letter in text)
    return next((way != "L" for way in ways if way in ("L", "R", "AL")), False)


def _paged(block: Block, height: float) -> Block:
    """Share the lines out over pages of about the same length."""
    rows = block.pages[0]
    most = max(1, int(height * len(rows) / block.height))
    each = -(-len(rows) // -(-len(rows) // most))
    return block._replace(pages=[rows[n : n + each] for n in range(0, len(rows), each)])


def draw(painter: QPainter, block: Block, page: int, top: float) -> QRectF:
    """Draw a page of a block from a height down; return where its last line is."""
    rows = block.pages[page]
    rise = top - rows[0].line.y()
    painter.setPen(ink("ink"))
    for line, mark in rows:
        line.draw(painter, QPointF(0, rise))
        if mark is not None:
            side = SIDE * block.size
            middle = rise + line.y() + line.ascent() - 0.27 * block.size
            painter.fillRect(QRectF(mark, middle - side / 2, side, side), ink("ink"))
    return rows[-1].line.naturalTextRect().translated(0, rise)


def write_on(
    painter: QPainter, left: float, base: float, text: str, size: float, tint: str
) -> None:
    """Write a bold word on a base line."""
    painter.setFont(letters(size, True))
    painter.setPen(ink(tint))
    painter.drawText(QPointF(left, base), text)


def digits_width(digits: str) -> float:
    """Return the width of large digits, in em."""
    metrics = QFontMetricsF(letters(1000, True))
    return sum(_cell(metrics, sign) for sign in digits) / 1000


def _cell(metrics: QFontMetricsF, sign: str) -> float:
    """Return the room of a sign: digits share one, so that nothing jitters."""
    return metrics.horizontalAdvance("0" if sign.isdigit() else sign) * TIGHT


def draw_digits(
    painter: QPainter, left: float, base: float, digits: str, size: float, tint: str, still: bool
) -> float:
    """Draw digits on a base line, in outline if they stand still; return where they end."""
    face = letters(size, True)
    metrics = QFontMetricsF(face)
    painter.setFont(face)
    painter.setPen(ink(tint))
    outline = QPainterPath()
    x = left - metrics.leftBearing("0")
    for sign in digits:
        cell = _cell(metrics, sign)
        at = QPointF(x + (cell - metrics.horizontalAdvance(sign)) / 2, base)
        if still:
            outline.addText(at, face, sign)
        else:
            painter.drawText(at, sign)
        x += cell
    if still:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.strokePath(outline, QPen(ink(tint), max(2.0, size * 0.016)))
    return x
