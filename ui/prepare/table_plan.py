"""Where everything lies in the picture of the big table: places along both its long sides."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics

from facilitator.figures.big_table import Place
from facilitator.room.groups import label
from ui.prepare.table_words import Circles, View, caption, circles
from ui.style import font

MARGIN, COLUMN = 20, 118  # px: at the sides, and what a place needs across at least
NAME, TOLD = (15, 19), (13, 18)  # px: type and line
# A circle, from one to the next, in px; and how many rows of them, before they grow smaller.
SIZES = ((24, 31, 3), (16, 20, 4), (12, 15, 6), (8, 10, 0))
LINES, LONGEST = 3, 100  # of a name: lines, and characters that are looked at
HIGH, LOW, WIDE = 156, 116, 700  # px: the table where there is room, and where there is less
GAP = 8  # px, between what belongs together
MANY, AT_ONCE = 60, 10  # seats from which on a circle stands for so many


class Block(NamedTuple):
    """A place in the picture: its lines of words, and a circle for each person or for ten."""

    place: Place
    name: tuple[str, ...]
    told: tuple[str, ...]
    circles: Circles
    rect: QRect = QRect()
    words: int = 0  # px: where its words begin, down from the top
    middles: tuple[QPoint, ...] = ()  # of its circles


class Plan(NamedTuple):
    blocks: tuple[Block, ...]
    table: QRect
    circle: int  # px across
    each: int  # how many people a circle stands for
    bottom: int


def planned(view: View, width: int) -> Plan:
    """Lay the table out in a width; it is lower where it or its places need the room."""
    places, across = view.table.places, max(COLUMN, width - 2 * MARGIN)
    half = -(-len(places) // 2)
    rows = -(-half // max(1, across // COLUMN))
    columns = max(1, -(-half // max(1, rows)))  # no row of one under a row of seven
    column = across // columns
    each = AT_ONCE if sum(sum(circles(p, view.came)) for p in places) >= MANY else 1
    made = [_block(place, view, column - GAP, each) for place in places]
    size = _size(made, column - GAP)
    above, y = _rows(made[:half], columns, column, size, GAP, True)
    high = HIGH if rows < 2 and width >= WIDE else LOW
    table = QRect(MARGIN, y, across, high)
    below, y = _rows(made[half:], columns, column, size, y + high, False)
    return Plan((*above, *below), table, size[0], each, y + GAP)


def _block(place: Place, view: View, wide: int, each: int) -> Block:
    """Return a place with its words; a number of its people and one of last time share a line."""
    of = Circles(*(-(-count // each) for count in circles(place, view.came)))
    told = caption(place, view)
    fits = QFontMetrics(font(TOLD[0])).horizontalAdvance(", ".join(told)) <= wide
    return Block(
        place,
        wrapped(label(place.code), NAME[0], wide),
        (", ".join(told),) if fits else tuple(told),
        of,
    )


def wrapped(text: str, size: int, wide: int) -> tuple[str, ...]:
    """Return words in up to three lines of bold type, elided where they must be."""
    metrics, lines = QFontMetrics(font(size, bold=True)), [""]
    for word in text[:LONGEST].split():
        longer = f"{lines[-1]} {word}".strip()
        if len(lines) < LINES and lines[-1] and metrics.horizontalAdvance(longer) > wide:
            lines.append(word)
        else:
            lines[-1] = longer
    return tuple(metrics.elidedText(line, Qt.TextElideMode.ElideRight, wide) for line in lines)


def _size(blocks: Sequence[Block], wide: int) -> tuple[int, int]:
    """Return the largest circles of which no place needs too many rows."""
    most = max((sum(block.circles) for block in blocks), default=0)
    fitting = (
        (circle, step)
        for circle, step, rows in SIZES
        if most <= rows * _in_row((circle, step), wide)
    )
    return next(fitting, SIZES[-1][:2])


def _in_row(size: tuple[int, int], wide: int) -> int:
    circle, step = size
    return max(1, (wide - circle) // step + 1)


def _rows(
    blocks: Sequence[Block], columns: int, column: int, size: tuple[int, int], y: int, above: bool
) -> tuple[list[Block], int]:
    """Set blocks in rows, each as high as its highest; return them and where they end."""
    done: list[Block] = []
    for start in range(0, len(blocks), columns):
        row = blocks[start : start + columns]
        tall = max(_height(block, size, column - GAP) for block in row)
        left = MARGIN + GAP // 2 + (columns - len(row)) * column // 2
        for n, block in enumerate(row):
            rect = QRect(left + n * column, y, column - GAP, tall)
            done.append(_set(block, rect, size, above))
        y += tall
    return done, y


def _height(block: Block, size: tuple[int, int], wide: int) -> int:
    return 2 * GAP + _words(block) + _circles(block, size, wide)


def _words(block: Block) -> int:
    return len(block.name) * NAME[1] + len(block.told) * TOLD[1]


def _circles(block: Block, size: tuple[int, int], wide: int) -> int:
    """Return how high the rows of circles are, with what sets them off from the words."""
    rows = -(-sum(block.circles) // _in_row(size, wide))
    return (rows - 1) * size[1] + size[0] + GAP if rows else 0


def _set(block: Block, rect: QRect, size: tuple[int, int], above: bool) -> Block:
    """Put a block in its place: circles beside the table, words on their other side."""
    circles, (circle, step) = _circles(block, size, rect.width()), size
    words = rect.top() + GAP + circles
    if above:
        words = rect.top() + rect.height() - GAP - circles - _words(block)
    first = rect.top() + GAP + circle // 2
    if above:
        first = rect.top() + rect.height() - GAP - circle // 2
    count, most = sum(block.circles), _in_row(size, rect.width())
    middles = []
    for start in range(0, count, most):
        here = min(most, count - start)
        left = rect.left() + (rect.width() - (here - 1) * step) // 2
        y = first + (start // most) * (-step if above else step)
        middles += [QPoint(left + n * step, y) for n in range(here)]
    return block._replace(rect=rect, words=words, middles=tuple(middles))
