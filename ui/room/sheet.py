"""A page of the room screen while it is painted: boxes in shares of the screen, text that fits."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QRegion

from ui.room import chalk
from ui.room.chalk import Block, ink, letters
from ui.room.wall import tr

MARGIN = 0.05  # of the width
LABEL = 0.033  # of the height


class Style(NamedTuple):
    """How a text is written: the largest and the smallest size, in shares of the height."""

    largest: float
    smallest: float
    bold: bool = False
    name: bool = False  # stays at the left whatever its script
    listed: bool = False


class Blocks(dict[object, Block]):
    """What was laid out before, so that a second that passes costs no new layout."""

    MOST = 64

    def __setitem__(self, key: object, block: Block) -> None:
        if len(self) >= self.MOST:
            self.clear()
        super().__setitem__(key, block)


class Sheet:
    def __init__(
        self, painter: QPainter, size: QSizeF, dirty: QRegion, turn: int, blocks: Blocks
    ) -> None:
        """Only what touches `dirty` is painted; `turn` tells which page of a long text shows."""
        self.painter, self.size, self._turn, self._blocks = painter, size, turn, blocks
        self._dirty = dirty
        self.high, self.wide = size.height(), size.width() * (1 - 2 * MARGIN)
        self.left = size.width() * MARGIN
        self.pages = 1  # of the longest text on it

    def box(self, top: float, bottom: float, left: float = 0.0, right: float = 1.0) -> QRectF:
        """Return a box: top and bottom in shares of the height, sides in shares within margins."""
        return QRectF(
            self.left + left * self.wide,
            top * self.high,
            (right - left) * self.wide,
            (bottom - top) * self.high,
        )

    def shows(self, box: QRectF) -> bool:
        """Say whether a box is painted now."""
        return self._dirty.intersects(box.toAlignedRect())

    def line(
        self,
        box: QRectF,
        text: str,
        size: float = LABEL,
        bold: bool = False,
        tint: str = "ink2",
        right: bool = False,
    ) -> float:
        """Write on one line; return the width it took."""
        return chalk.write(self.painter, box, text, size * self.high, bold, tint, right)

    def rule(self, top: float) -> None:
        self.painter.fillRect(self.box(top, top + 0.0037), ink("ink"))

    def text(self, texts: Sequence[str], box: QRectF, style: Style) -> None:
        """Write paragraphs from the top of a box; what is too long takes turns, and says so."""
        self.in_turns([(texts, style)], box)

    def in_turns(self, groups: Sequence[tuple[Sequence[str], Style]], box: QRectF) -> None:
        """Write some paragraphs after others: each group has a turn in the box, or more."""
        groups = [(texts, style) for texts, style in groups if any(map(str.strip, texts))]
        pages = self._pages(groups, box)
        if len(pages) > 1:
            pages = self._pages(groups, box.adjusted(0, 0, 0, -0.6 * LABEL * self.high))
        self.pages = max(self.pages, len(pages))
        if not pages or not self.shows(box):
            return
        turn = self._turn % len(pages)
        last = chalk.draw(self.painter, *pages[turn], box.top())
        if len(pages) > 1:
            told = tr("({0} of {1})").format(turn + 1, len(pages))
            beside = box.right() - last.right() > 8 * LABEL * self.high
            top = last.center().y() if beside else last.bottom()
            self.line(QRectF(box.left(), top, box.width(), LABEL * self.high), told, right=True)

    def _pages(
        self, groups: Sequence[tuple[Sequence[str], Style]], box: QRectF
    ) -> list[tuple[Block, int]]:
        """Return each page of each group."""
        blocks = [self._fit(texts, box, style) for texts, style in groups]
        return [(block, n) for block in blocks for n in range(len(block.pages))]

    def name(self, name: str, box: QRectF, style: Style) -> None:
        """Write a name: smaller, then on two lines, then elided in its middle; never in turns."""
        metrics = QFontMetricsF(letters(style.smallest * self.high, style.bold))
        middle = Qt.TextElideMode.ElideMiddle
        short = metrics.elidedText(chalk.one_line(name), middle, 1.8 * box.width())
        self.text([short], box, style._replace(name=True))

    def _fit(self, texts: Sequence[str], box: QRectF, style: Style) -> Block:
        key = tuple(texts), box.getRect(), style
        if key not in self._blocks:
            self._blocks[key] = chalk.fit(
                [text for text in texts if text.strip()],
                box,
                (style.largest * self.high, style.smallest * self.high),
                style.bold,
                style.name,
                0.7 if style.listed else 0.0,
            )
        return self._blocks[key]
