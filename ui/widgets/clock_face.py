"""The clock of the running part: the largest thing in the window."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.style import colour, font
from ui.widgets.ink import LEFT, RIGHT, width, write

SMALLEST, LARGEST = 96, 320  # px of type


@dataclass(frozen=True, slots=True)
class Face:
    """What the clock says. `share` is the part of the time that is spent, past 1 in overtime."""

    title: str = ""
    digits: str = ""
    word: str = ""  # left, over, paused, not started
    of: str = ""
    ends: str = ""
    next: str = ""
    prompt: str = ""
    share: float = 0.0
    running: bool = False
    over: bool = False
    soon: bool = False


class ClockFace(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumSize(420, 232)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.face = Face()

    @property
    def words(self) -> str:
        """Return what the clock says, as a screen reader reads it."""
        said = (self.face.title, self.face.digits, self.face.word, self.face.of, self.face.ends)
        return ", ".join(word for word in said if word)

    def show_face(self, face: Face) -> None:
        if face == self.face:
            return
        minute = (face.title, face.word, face.digits[:-3]) != (
            self.face.title,
            self.face.word,
            self.face.digits[:-3],
        )
        self.face = face
        if minute:  # not each second: nobody wants to be read a countdown
            self.setAccessibleName(self.words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(662, 268)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        over = self.face.over
        painter.fillRect(self.rect(), colour("late_fill" if over else "paper"))
        inside = self.rect().adjusted(24, 8, -24, -8)
        ink, ink2 = ("on_late", "on_late") if over else ("ink", "ink2")
        head = QRect(inside.left(), inside.top(), inside.width(), 40)
        foot = QRect(inside.left(), inside.bottom() - 36, inside.width(), 36)
        spare = head.width() - min(width(self.face.title, 20, True), head.width()) - 24
        write(painter, head, self.face.title, 20, True, ink)
        if spare > 120:
            write(
                painter,
                head.adjusted(head.width() - spare, 0, 0, 0),
                self.face.next,
                14,
                False,
                ink2,
                RIGHT,
            )
        write(painter, foot, self.face.prompt, 15, False, ink2, LEFT)
        bar = QRect(inside.left(), foot.top() - 22, inside.width(), 12)
        field = QRect(inside.left(), head.bottom(), inside.width(), bar.top() - head.bottom() - 12)
        self._draw_digits(painter, field, ink, ink2)
        self._draw_bar(painter, bar, ink)
        if self.face.soon and not over:
            painter.setPen(QPen(colour("ink"), 4))
            painter.drawRect(self.rect().adjusted(2, 2, -2, -2))
        painter.end()

    def _draw_digits(self, painter: QPainter, field: QRect, ink: str, ink2: str) -> None:
        size = self._fitting(field)
        metrics = QFontMetricsF(font(size, True))
        tall = metrics.tightBoundingRect("0").height()
        cell, base = metrics.horizontalAdvance("0"), field.center().y() + tall / 2
        x = float(field.left()) - cell * 0.06
        painter.setFont(font(size, True))
        painter.setPen(colour(ink))
        for sign in self.face.digits:
            step = cell if sign.isdigit() else metrics.horizontalAdvance(sign)
            if self.face.running or not sign.isdigit():
                painter.drawText(
                    QRectF(x, base - metrics.ascent(), step + 1, metrics.height()), 0, sign
                )
            else:  # outlined: it stands still
                path = QPainterPath()
                path.addText(x, base, font(size, True), sign)
                painter.strokePath(path, QPen(colour(ink), 3))
            x += step
        high = max(int(tall), 100)
        beside = QRect(int(x) + 20, int(base) - high, field.right() - int(x) - 20, high)
        write(painter, beside.adjusted(0, 0, 0, -46), self.face.word, 40, True, ink, LEFT)
        low = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
        write(painter, beside.adjusted(0, 0, 0, -20), self.face.of, 15, False, ink2, low)
        write(painter, beside, self.face.ends, 15, False, ink2, low)

    def _draw_bar(self, painter: QPainter, bar: QRect, ink: str) -> None:
        painter.fillRect(bar, colour("done" if self.face.over else "track"))
        spent = QRect(bar.left(), bar.top(), int(bar.width() * min(1.0, self.face.share)), 12)
        painter.fillRect(spent, colour(ink))

    def _fitting(self, field: QRect) -> int:
        """Return the largest type that fits: 0.72 of it is the height of a digit."""
        words = QFontMetricsF(font(100, True)).horizontalAdvance("0" * len(self.face.digits)) / 100
        wide = 0.67 * field.width() / max(words, 0.1)
        return int(max(SMALLEST, min(LARGEST, field.height() / 0.72, wide)))
