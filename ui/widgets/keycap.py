"""Keys as they are drawn beside the words they go with: small caps, in the system's own names."""

from functools import cache

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QKeySequence, QPainter, QPen

from ui.style import colour, picture
from ui.widgets.ink import width, write

HIGH, LEAST, INSET, GAP = 18, 20, 5, 4  # px
SIGN = 12  # px, of what is drawn, not written: the typeface has no arrows
_SIGNS = {"↵": "corner-down-left", "↑": "arrow-up", "↓": "arrow-down", "→": "arrow-right"}
_NAMES = {"Return": "↵", "Enter": "↵", "Up": "↑", "Down": "↓", "Right": "→"}


@cache
def legend(key: str) -> str:
    """Return a key as the system calls it, part by part: "Ctrl ↵" for "Ctrl+Return"."""
    native = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
    apart = native[:-1].replace("+", " ") + native[-1:]  # the last + is a key, not a joint
    return " ".join(_NAMES.get(part, part) for part in apart.split())


def cap_width(said: str) -> int:
    """Return how wide the cap of a legend is."""
    parts = said.split()
    return max(LEAST, sum(map(_wide, parts)) + GAP * (len(parts) - 1) + 2 * INSET)


def draw_cap(
    painter: QPainter, x: int, middle: int, said: str, tint: str = "ink2", edge: str = "edge"
) -> int:
    """Draw a cap with its left edge and its middle at the given place; return its width."""
    cap = QRect(x, middle - HIGH // 2, cap_width(said), HIGH)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour(edge), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(cap).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    parts = said.split()
    at = x + (cap.width() - sum(map(_wide, parts)) - GAP * (len(parts) - 1)) // 2
    for part in parts:
        if part in _SIGNS:
            painter.drawPixmap(at, middle - SIGN // 2, picture(_SIGNS[part], tint, SIGN))
        else:
            write(painter, QRect(at, cap.top(), _wide(part) + 4, HIGH), part, 12, tint=tint)
        at += _wide(part) + GAP
    painter.restore()
    return cap.width()


def _wide(part: str) -> int:
    return SIGN if part in _SIGNS else width(part, 12)
