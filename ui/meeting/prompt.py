"""The question of the part that runs, beneath its clock."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.style import font
from ui.widgets.ink import width, write

SIZE, LINE, MARGIN = 15, 20, 24  # px
WIDE, WIDE_SIZE, WIDE_LINE = 960, 18, 26  # px: in a wide pane


class Prompt(QWidget):
    """Two lines at most, elided after; each question in the direction of its own script."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def say(self, text: str) -> None:
        line = " ".join(text.split())
        if line != self.text:
            self.text = line
            self.setAccessibleName(line)
            self.setToolTip(line.replace("&", "&amp;").replace("<", "&lt;"))
            self.update()

    def lines(self, across: int) -> int:
        """Return how many lines it needs in a pane of that width."""
        return 1 if width(self.text, _size(across)) < across - 2 * MARGIN else 2

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            room, size = self.rect().adjusted(MARGIN, 0, -MARGIN, 0), _size(self.width())
            if self.height() < 3 * LINE:
                write(painter, room, self.text, size, tint="ink2")
            else:
                first, rest = _broken(self.text, room.width(), size)
                line = LINE if size == SIZE else WIDE_LINE
                top = QRect(room.left(), room.center().y() - line, room.width(), line)
                write(painter, top, first, size, tint="ink2")
                write(painter, top.translated(0, line), rest, size, tint="ink2")


def _size(across: int) -> int:
    return SIZE if across < WIDE else WIDE_SIZE


def _broken(text: str, across: int, size: int) -> tuple[str, str]:
    """Return a line of words and the rest."""
    layout = QTextLayout(text, font(size))
    option = QTextOption()
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(across)
    layout.endLayout()
    # Qt counts UTF-16 units, of which an emoji takes two.
    first = text.encode("utf-16-le")[: 2 * line.textLength()].decode("utf-16-le")
    return first, text[len(first) :]
