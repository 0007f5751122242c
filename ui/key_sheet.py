"""The sheet of all keys (F1): every action with its keys and what it does, by groups."""

from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from ui.actions import GROUPS
from ui.style import colour
from ui.widgets.ink import width, write

COLUMN = 400  # px, the least of a column
ROW, GROUP = 44, 40
# What the lists understand; the window's table knows only what works from everywhere.
IN_LISTS = (
    ("Enter", "Open it, start it, or give the floor"),
    ("F2", "Change it in its place"),
    ("Delete", "Take it out; undo brings it back"),
    ("Alt ↑ ↓", "Move who waits"),
    ("P", "Pass for now: the row goes to the end"),
    ("A   S   *", "A note: who may be told, how sensitive, starred"),
    ("R", "A promise was read back aloud; a row in the queue: why it was moved"),
    ("Esc", "Back to the note line, from everywhere"),
)
IN_THE_LINE = (
    ("!", "A promise: ! @Rivera publish the figures by 30 June"),
    ("?   #", "A question, an idea"),
    ('+   -   "', "A strength, a concern, a quote"),
    ("=   ~", "An agreement, the parking lot"),
    ("@", "Somebody on the list, or a body"),
    ("#theme", "Inside a line: what it is about"),
)


class Entry(NamedTuple):
    keys: str
    words: str
    help: str = ""


class KeySheet(QScrollArea):
    left = Signal()

    def __init__(self, before: QWidget, parent: QWidget) -> None:
        """Cover a place until somebody leaves the sheet; the keys then go back to where they were."""
        super().__init__(parent)
        self.before, self._focus = before, QApplication.focusWidget()
        self.setAccessibleName(self.tr("All keys"))
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.page = _Page(self)
        self.setWidget(self.page)

    @property
    def words(self) -> list[str]:
        """Return the sheet as it is read aloud, a line each."""
        return self.page.words

    def give_back(self) -> None:
        """Give the keys back to whoever had them."""
        if self._focus is not None and self._focus.isVisible():
            self._focus.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class _Page(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("paper")
        self._parts = [
            (self.tr(group.words), [_entry(act.keys, act.words, act.help) for act in group.acts])
            for group in GROUPS
        ]
        self._parts.append((self.tr("In the lists"), [Entry(*row) for row in IN_LISTS]))
        self._parts.append((self.tr("In the note line"), [Entry(*row) for row in IN_THE_LINE]))
        self.setAccessibleName("\n".join(self.words))
        self._places: list[tuple[QPoint, int]] = []

    @property
    def words(self) -> list[str]:
        return [
            ", ".join(word for word in entry if word)
            for _, entries in self._parts
            for entry in entries
        ]

    def resizeEvent(self, event: object) -> None:
        """Set the groups in columns, each group whole, the columns about as long."""
        columns = max(1, (self.width() - 24) // COLUMN)
        tall = [GROUP + ROW * len(entries) + 16 for _, entries in self._parts]
        aim = max(max(tall), -(-sum(tall) // columns))
        while True:
            places, column, y = [], 0, 72
            for height in tall:
                if y > 72 and y + height > 72 + aim:
                    column, y = column + 1, 72
                places.append((column, y))
                y += height
            if column < columns:
                break
            aim += ROW
        across = (self.width() - 24) // columns
        self._places = [(QPoint(24 + c * across, y), across - 24) for c, y in places]
        self.setMinimumHeight(72 + aim)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour("paper"))
        title = QRect(24, 16, self.width() - 48, 40)
        at = write(painter, title, self.tr("All keys"), 20, True)
        write(
            painter,
            title.adjusted(at + 16, 2, 0, 2),
            self.tr("They work from every line, also while you type. F1 or Esc goes back."),
            14,
            tint="ink2",
        )
        for (words, entries), (corner, across) in zip(self._parts, self._places, strict=False):
            self._draw(painter, QRect(corner.x(), corner.y(), across, 0), words, entries)
        painter.end()

    def _draw(self, painter: QPainter, at: QRect, words: str, entries: list[Entry]) -> None:
        write(painter, QRect(at.left(), at.top(), at.width(), 32), words, 14, True)
        painter.fillRect(at.left(), at.top() + 33, at.width(), 2, colour("ink"))
        y = at.top() + GROUP
        for entry in entries:
            row = QRect(at.left(), y, at.width(), ROW)
            taken = 0
            if entry.keys:
                taken = min(width(entry.keys, 12, True), at.width() // 2) + 8
                write(painter, row.adjusted(at.width() - taken + 8, 4, 0, -20), entry.keys, 12, True)
            low = 0 if entry.help else 20
            write(painter, row.adjusted(0, 4, -taken - 8, low - 20), entry.words, 14)
            write(painter, row.adjusted(0, 22, 0, -4), entry.help, 13, tint="ink2")
            painter.fillRect(row.left(), row.bottom(), row.width(), 1, colour("line"))
            y += ROW


def _entry(keys: tuple[str, ...], words: str, told: str) -> Entry:
    native = QKeySequence.SequenceFormat.NativeText
    shown = "   ".join(QKeySequence(key).toString(native) for key in keys[:1])
    return Entry(shown, words, told)
