"""The sheet of all keys (F1): every action with its keys and what it does, by groups."""

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from ui.actions import GROUPS
from ui.style import colour, font
from ui.widgets.ink import width, write
from ui.widgets.keycap import cap_width, draw_cap, legend
from ui.widgets.keys import give_keys

COLUMN = 380  # px, the least of a column
TALL, LOW, HEAD, TOP = 36, 24, 40, 48  # px: a row with help, one without, a head, the title
MORE = 16  # px, of a second line of help
WRAPPED = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextDontClip
# What the lists and lines understand; the table of actions knows only what works everywhere.
IN_LISTS = (
    ("Enter", "Open it, start it, or give the floor"),
    ("F2", "Change it in its place; in the queue: who is it"),
    ("Delete", "Take it out; undo brings it back"),
    ("Alt ↑ ↓", "Move who waits"),
    ("P", "Pass for now, to the end of the queue"),
    ("R", "Read back aloud; in the queue: why it was moved"),
    ("A S K *", "A note: source, sensitivity, kind, star"),
    ("Esc", "Back to the note line, from everywhere"),
)
IN_WRAP_UP = (
    ("↑ ↓", "The heap above, or below"),
    ("← →", "The thing before, or after, in a heap"),
    ("Enter", "Into what can be typed or pressed"),
    ("PgUp", "The page before; PgDn: the next"),
    ("Alt 1", "The edition: public; 2 … 5: the others"),
)
IN_LINES = (
    ("!", "A promise: ! @Rivera publish the figures by 30 June"),
    ('? # "', "Question, idea, quote"),
    ("+ - = ~", "Strength, concern, agreement, parking lot"),
    ("@ #", "Somebody, or a theme, inside a line"),
    ("? !", "Before a name: to clarify, of the process"),
)


class Entry(NamedTuple):
    keys: str
    words: str
    help: str = ""

    def high(self, across: int) -> int:
        if not self.help:
            return LOW
        return TALL + MORE * (width(self.help, 12) > across)


class Part(NamedTuple):
    title: str
    entries: tuple[Entry, ...]

    def high(self, across: int) -> int:
        return HEAD + sum(entry.high(across) for entry in self.entries)


class KeySheet(QScrollArea):
    left = Signal()

    def __init__(self, before: QWidget, parent: QWidget) -> None:
        """Cover a place until somebody leaves the sheet; the keys then go back where they were."""
        super().__init__(parent)
        self.before, self._focus = before, QApplication.focusWidget()
        self.setAccessibleName(self.tr("All keys"))
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setWidgetResizable(True)
        self._page = _Page(self)
        self.setWidget(self._page)

    @property
    def words(self) -> list[str]:
        """Return the sheet as it is read aloud, a line each."""
        return self._page.words

    def give_back(self) -> bool:
        """Give the keys back to whoever had them; say whether that still shows."""
        return give_keys(self._focus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class _Page(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._parts = _parts()
        self._rects: list[QRect] = []
        self.setAccessibleName("\n".join(self.words))

    @property
    def words(self) -> list[str]:
        return [
            ", ".join(word for word in entry if word)
            for part in self._parts
            for entry in part.entries
        ]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put each part under the shortest column, the longest part first."""
        super().resizeEvent(event)
        columns = [TOP] * max(1, (self.width() - 24) // COLUMN)
        across = (self.width() - 24) // len(columns)
        placed: dict[str, QRect] = {}
        for part in sorted(self._parts, key=lambda part: -part.high(across - 24)):
            column = columns.index(min(columns))
            at = 24 + column * across, columns[column]
            high = part.high(across - 24)
            placed[part.title] = QRect(*at, across - 24, high)
            columns[column] += high + 12
        self._rects = [placed[part.title] for part in self._parts]
        self.setMinimumHeight(max(columns))

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), colour("paper"))
            title = QRect(24, 8, self.width() - 48, 36)
            at = write(painter, title, self.tr("All keys"), 20, True) + 16
            told = self.tr("They work from every line, also while you type. F1 or Esc goes back.")
            write(painter, title.adjusted(at, 2, 0, 2), told, 14, tint="ink2")
            for part, rect in zip(self._parts, self._rects, strict=False):
                _draw(painter, rect, part)


def _draw(painter: QPainter, rect: QRect, part: Part) -> None:
    write(painter, QRect(rect.left(), rect.top(), rect.width(), HEAD - 8), part.title, 14, True)
    painter.fillRect(rect.left(), rect.top() + HEAD - 8, rect.width(), 2, colour("ink"))
    y = rect.top() + HEAD - 4
    for entry in part.entries:
        taken = sum(cap_width(said) + 4 for said in _caps(entry.keys)) - 4
        high = entry.high(rect.width())
        row = QRect(rect.left(), y, rect.width(), high)
        x = row.right() + 1 - taken
        for said in _caps(entry.keys):
            x += draw_cap(painter, x, y + 13, said) + 4
        write(painter, QRect(row.left(), y + 2, row.width() - taken - 12, 22), entry.words, 14)
        painter.setFont(font(12))
        painter.setPen(colour("ink2"))
        painter.drawText(row.adjusted(0, 21, 0, 0), WRAPPED, entry.help)
        y += high


def _caps(keys: str) -> list[str]:
    """Return what stands on each cap: a chord is one, a row of single keys one each."""
    return keys.split() if all(len(key) == 1 for key in keys.split()) else [keys]


def _parts() -> list[Part]:
    tr = QCoreApplication.translate
    parts = []
    for group in GROUPS:
        entries = tuple(
            Entry(legend(act.keys[0]), tr("Act", act.words), tr("Act", act.help))
            for act in group.acts
            if act.keys
        )
        if entries:
            parts.append(Part(tr("Act", group.words), entries))
    lists = ("In the lists", IN_LISTS), ("In Wrap-up", IN_WRAP_UP), ("In the lines", IN_LINES)
    for title, rows in lists:
        parts.append(Part(tr("Act", title), tuple(Entry(k, tr("Act", words)) for k, words in rows)))
    return parts
