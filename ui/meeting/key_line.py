"""The line at the foot that says which keys do what."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from ui.actions import ACTS
from ui.widgets.ink import width, write
from ui.widgets.keycap import cap_width, draw_cap, legend

HIGH, MARGIN, GAP, BESIDE = 30, 20, 16, 6  # px
LAST = "show_keys"  # it tells all the others, so it always shows, at the right


class KeyLine(QFrame):
    """What does not fit is left out, the last first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("keys")
        self.setFixedHeight(HIGH)
        told = {act.name: (legend(act.keys[0]), self.tr(act.short)) for act in ACTS if act.short}
        self._last = told.pop(LAST)
        self._others = list(told.values())

    @property
    def shown(self) -> list[tuple[str, str]]:
        """Return the keys that fit with their words, from the left to the right."""
        room = self.width() - 2 * MARGIN - _wide(self._last)
        fits = []
        for entry in self._others:
            room -= _wide(entry) + GAP
            if room < 0:
                break
            fits.append(entry)
        return [*fits, self._last]

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        *others, last = self.shown
        with QPainter(self) as painter:
            at = MARGIN
            for entry in others:
                at += _draw(painter, at, entry) + GAP
            _draw(painter, self.width() - MARGIN - _wide(last), last)


def _wide(entry: tuple[str, str]) -> int:
    key, words = entry
    return cap_width(key) + BESIDE + width(words, 12)


def _draw(painter: QPainter, x: int, entry: tuple[str, str]) -> int:
    key, words = entry
    cap = draw_cap(painter, x, HIGH // 2, key) + BESIDE
    room = QRect(x + cap, 0, width(words, 12) + 4, HIGH)
    return cap + write(painter, room, words, 12, tint="ink2")
