"""The foot of a page: which keys do what there; what does not fit is left out, the last first."""

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from ui.widgets.ink import width, write
from ui.widgets.keycap import cap_width, draw_cap, legend

HIGH, MARGIN, GAP, BESIDE = 30, 20, 16, 6  # px


class Foot(QFrame):
    def __init__(self, keys: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        """Show keys, each with its words: ("Alt+Up", "move up")."""
        super().__init__(parent)
        self.setObjectName("keys")
        self.setFixedHeight(HIGH)
        self._keys = [(legend(key), words) for key, words in keys]

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        at = MARGIN
        with QPainter(self) as painter:
            for key, words in self._keys:
                wide = width(words, 12)
                if at + cap_width(key) + BESIDE + wide > self.width() - MARGIN:
                    return
                at += draw_cap(painter, at, HIGH // 2, key) + BESIDE
                room = QRect(at, 0, wide + 4, HIGH)
                at += write(painter, room, words, 12, tint="ink2") + GAP
