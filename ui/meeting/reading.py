"""How a line is understood, before Enter; while there is none, the signs that may begin one."""

from typing import NamedTuple

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.widgets.ink import stamp, width, write
from ui.widgets.keycap import cap_width, draw_cap

ICON, SPACE, GAP = 18, 5, 12  # px: an icon with its space, beside a joint, between hints
LEAST = 44  # px that are left of what gives way


class Part(NamedTuple):
    """A part of a reading; one that gives way is shortened, the others are not."""

    words: str
    tint: str = "ink2"
    sign: str = ""
    gives_way: bool = False

    @property
    def bold(self) -> bool:
        return bool(self.sign)

    @property
    def width(self) -> int:
        return width(self.words, 13, self.bold) + (ICON if self.sign else 0)


class Reading(QWidget):
    def __init__(self, hints: list[tuple[str, str]], parent: QWidget) -> None:
        """Without a reading, show hints: keys and what they begin, as many as there is room for."""
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._hints, self._joint = hints, ""
        self._parts: list[Part] = []

    def text(self) -> str:
        """Return the reading in words."""
        return self._joint.join(part.words for part in self._parts)

    def show_parts(self, parts: list[Part], joint: str = " · ") -> None:
        self._parts, self._joint = [part for part in parts if part.words], joint
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            if self._parts:
                self._paint_reading(painter)
            else:
                self._paint_hints(painter)

    def _paint_reading(self, painter: QPainter) -> None:
        sign, middle = self._joint.strip(), self.rect().center().y() + 1
        joint = width(sign, 13) + 2 * SPACE
        at = 0
        for n, (part, room) in enumerate(zip(self._parts, self._rooms(joint), strict=True)):
            if n:
                write(painter, self.rect().adjusted(at + SPACE, 0, 40, 0), sign, 13, tint="ink2")
                at += joint
            if part.sign:
                stamp(painter, at, middle, part.sign, part.tint, 14)
            shift = ICON if part.sign else 0
            box = QRect(at + shift, 0, room - shift + 1, 20)
            write(painter, box, part.words, 13, part.bold, part.tint)
            at += room

    def _rooms(self, joint: int) -> list[int]:
        """Return the width of each part; what gives way does so from right to left."""
        rooms = [part.width for part in self._parts]
        over = sum(rooms) + joint * (len(rooms) - 1) - self.width()
        for n, part in reversed(list(enumerate(self._parts))):
            if part.gives_way and over > 0:
                less = min(over, max(0, rooms[n] - LEAST))
                rooms[n], over = rooms[n] - less, over - less
        return rooms

    def _paint_hints(self, painter: QPainter) -> None:
        widths = [cap_width(key) + 4 + width(words, 12) for key, words in self._hints]
        count = len(widths)
        while count > 1 and sum(widths[:count]) + GAP * (count - 1) > self.width():
            count -= 1
        gap = (self.width() - sum(widths[:count])) / max(1, count - 1)
        at = 0.0
        for (key, words), wide in zip(self._hints[:count], widths, strict=False):
            beside = round(at) + draw_cap(painter, round(at), 10, key) + 4
            write(painter, QRect(beside, 0, wide, 20), words, 12, tint="ink2")
            at += wide + min(gap, 48)
