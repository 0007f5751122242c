"""The clock of the running part: the largest thing in the window."""

from functools import cache
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.style import colour, font
from ui.widgets.hatch import hatch
from ui.widgets.ink import RIGHT, stamp, width, write

SMALLEST, LARGEST = 96, 320  # px of type; less only where words beside it would be cut
MARGIN, GAP, BAR, TICK = 24, 16, 12, 6
TALL, WIDE = 0.55, 0.67  # of the field: a digit's height, and the width of 00:00
COMPACT, ROOMY = 150, 192  # px of height: with a bar, with as much room as drawn
BESIDE = 100  # px that the words beside the digits have at least
SMALL, LEAST = 16, 12  # px of the lines under the word; of any word


class Face(NamedTuple):
    """What the clock says. `share` is the part of the time that is spent, past 1 in overtime."""

    title: str = ""
    number: int = 0  # of the part; 0: none
    digits: str = ""
    word: str = ""  # left, over, paused, not started
    of: str = ""
    ends: str = ""
    soon: str = ""  # said when it is time to wrap up
    next: str = ""
    share: float = 0.0
    step: float = 0.0  # the share that five minutes are
    running: bool = False
    over: bool = False


class ClockFace(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumSize(300, 56)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.face = Face()

    @property
    def words(self) -> str:
        """Return what the clock says, as a screen reader reads it."""
        face = self.face
        title = f"{face.number}  {face.title}" if face.number else face.title
        said = (title, face.digits, face.word, face.of, face.ends, face.soon)
        return ", ".join(word for word in said if word)

    def show_face(self, face: Face) -> None:
        if face == self.face:
            return
        news = _told(face) != _told(self.face)
        self.face = face
        if news:
            self.setAccessibleName(self.words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(662, 224)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
            face, compact = self.face, self.height() < COMPACT
            painter.fillRect(self.rect(), colour("late_fill" if face.over else "paper"))
            inside = self.rect().adjusted(MARGIN, 0, -MARGIN, 0)
            high = 28 if compact else 36 if self.height() < ROOMY else 48
            head = QRect(inside.left(), 4, inside.width(), high)
            foot = self.height() - (8 if compact else BAR + 27)
            self._draw_head(painter, head)
            if face.digits:
                room = QRect(
                    inside.left(), head.bottom() + 1, inside.width(), foot - head.bottom() - 1
                )
                self._draw_digits(painter, room)
                if face.step and not compact:
                    self._draw_bar(painter, QRect(inside.left(), foot + 13, inside.width(), BAR))
            if face.soon:
                painter.setPen(QPen(colour("ink"), 4, j=Qt.PenJoinStyle.MiterJoin))
                painter.drawRect(self.rect().adjusted(2, 2, -2, -2))

    def _draw_head(self, painter: QPainter, head: QRect) -> None:
        """Draw number and title, and at the right what is next, as far as there is room."""
        face, ink, ink2 = self.face, self._ink("ink"), self._ink("ink2")
        number = f"{face.number}" if face.number else ""
        indent = max(14, width(number, 20)) + 10 if number else 0
        titled = indent + width(face.title, 20, True) + 2
        following = width(face.next, 14) + 26
        least = head.width() * 35 // 100 if head.width() > 480 else 0
        beside = min(following, max(head.width() - titled - GAP, least))
        beside = beside if face.next and beside >= min(following, 140) else -GAP
        write(painter, head, number, 20, tint=ink2)
        write(painter, head.adjusted(indent, 0, -beside - GAP, 0), face.title, 20, True, ink)
        if beside > 0:
            place = head.adjusted(head.width() - beside + 24, 0, 0, 0)
            taken = write(painter, place, face.next, 14, False, ink2, RIGHT)
            at = place.right() - taken - 23
            stamp(painter, at, head.center().y() + 1, "skip-forward", ink2)

    def _draw_digits(self, painter: QPainter, room: QRect) -> None:
        """Draw the digits, each in a cell of one width, and the words beside them."""
        tall = min(TALL * self.height(), room.height() - 6, LARGEST * _zero_tall())
        lines = _lines(self.face, tall)
        size = _fitting(self.face.digits, room.width(), tall, lines)
        type_, metrics = font(size, True), QFontMetricsF(font(size, True))
        zero = metrics.tightBoundingRect("0")
        spare = room.height() - zero.height()
        base = round(room.bottom() + 1 - max(0.0, spare - GAP) / 2)
        x = room.left() - zero.left()
        painter.setFont(type_)
        for sign in self.face.digits:
            if self.face.running:
                painter.setPen(colour(self._ink("ink")))
                painter.drawText(QPointF(x, base), sign)
            else:
                self._outline(painter, x, base, size, sign)
            x += metrics.horizontalAdvance("0" if sign.isdigit() else sign)
        beside = round(x - zero.left() / 2) + GAP
        self._draw_lines(painter, QRect(beside, 0, room.right() + 1 - beside, base), lines)

    def _outline(self, painter: QPainter, x: float, base: float, size: int, sign: str) -> None:
        """Draw a digit of a clock that stands."""
        path = QPainterPath()
        path.addText(x, base, font(size, True), sign)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.strokePath(path, QPen(colour("ink"), max(2, round(size / 60))))
        painter.restore()

    def _draw_lines(self, painter: QPainter, beside: QRect, lines: "_Lines") -> None:
        """Write the words beside the digits upwards from their baseline, smaller if they must."""
        across = _across(lines)
        shrink = 1.0 if across <= beside.width() else 0.97 * beside.width() / across
        base = beside.bottom() + 1
        for n, (text, size, bold) in reversed([*enumerate(lines)]):
            size = max(LEAST, int(size * shrink))
            base -= size // 8 if n == 0 < len(lines) - 1 else 0  # the tail of a p
            metrics = QFontMetricsF(font(size, bold))
            top = round(base - metrics.ascent())
            line = QRect(beside.left(), top, beside.width(), round(metrics.height()))
            write(painter, line, text, size, bold, self._ink("ink" if bold else "ink2"))
            base -= _step(size)

    def _draw_bar(self, painter: QPainter, bar: QRect) -> None:
        face = self.face
        if face.over:
            solid = min(round(bar.width() / face.share), bar.width() - 14)
            painter.fillRect(QRect(bar.left(), bar.top(), solid, BAR), colour("on_late"))
            rest = bar.adjusted(solid + 3, 0, 0, 0)
            hatch(painter, rest, "on_late")
            painter.setPen(QPen(colour("on_late"), 1))
            painter.drawRect(rest.adjusted(0, 0, -1, -1))
            return
        painter.fillRect(bar, colour("track"))
        spent = round(bar.width() * min(1.0, face.share))
        painter.fillRect(QRect(bar.left(), bar.top(), spent, BAR), colour("ink"))
        step = face.step * bar.width()
        while 0 < step < 2 * TICK:
            step *= 2
        at = 0.0
        while step and at < bar.width():
            painter.fillRect(bar.left() + round(at), bar.bottom() + 1, 1, TICK, colour("edge"))
            at += step

    def _ink(self, tint: str) -> str:
        return "on_late" if self.face.over else tint


_Lines = list[tuple[str, int, bool]]  # text, size, bold


def _lines(face: Face, tall: float) -> _Lines:
    """Return the lines beside the digits, the word on top of them, as many as they are high."""
    times = max(1.0, tall / 123)  # as large beside the digits as drawn
    size = round(SMALL * times)
    soon = [(face.soon, size, True)] if face.soon and tall > 3 * SMALL else []
    small = [(text, size, False) for text in (face.of, face.ends) if text]
    room = int(1.05 * tall) - len(soon) * _step(size)
    word = min(round((56 if face.over else 40) * times), max(LEAST, int(room / 1.1)))
    while small and _step(word) + len(small) * _step(size) > room:
        del small[0]
    return [(face.word, word, True), *soon, *small]


def _step(size: int) -> int:
    """Return the height of a line."""
    return round(size * (1.375 if size < 36 else 1.1))


def _across(lines: _Lines) -> int:
    return max((width(text, size, bold) for text, size, bold in lines), default=0)


def _fitting(digits: str, across: int, tall: float, lines: _Lines) -> int:
    """Return the type (px) that fits in height and width, with room for the words beside it."""
    em = sum(_em("0" if sign.isdigit() else sign) for sign in digits)
    most = min(LARGEST, tall / _zero_tall(), WIDE * (across + 2 * MARGIN) / em)
    words = _across(lines)
    beside = (across - GAP - words) / em
    least = min(SMALLEST, (across - GAP - min(words, BESIDE)) / em)
    return max(LEAST, int(min(most, max(beside, least))))


@cache
def _em(sign: str) -> float:
    return QFontMetricsF(font(100, True)).horizontalAdvance(sign) / 100


@cache
def _zero_tall() -> float:
    return QFontMetricsF(font(100, True)).tightBoundingRect("0").height() / 100


def _told(face: Face) -> tuple[object, ...]:
    """Return what is worth saying: not each second, for nobody wants to be read a countdown."""
    return face.number, face.title, face.word, face.soon, face.digits[:-3]
