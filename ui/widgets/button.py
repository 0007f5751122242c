"""A button that Enter presses too, not Space alone; it may show its key beside the words."""

from math import ceil

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QIcon, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget

from ui.style import font
from ui.widgets.keycap import cap_width, draw_cap, legend

ICON = 18  # px
INSET, GAP = 13, 8  # px: from the edge to the words, from the words to the key
SPACE = "\N{NO-BREAK SPACE}"


class Button(QPushButton):
    def __init__(
        self,
        words: str,
        parent: QWidget | None = None,
        icon: QIcon | None = None,
        primary: bool = False,
        height: int = 36,
        key: str = "",
    ) -> None:
        """Make a button; a key is only shown here, the window's table of actions binds it."""
        super().__init__(parent)
        self._key = legend(key)
        if primary:
            self.setObjectName("primary")
            self.setFont(font(14, bold=True))
        if icon is not None:
            self.setIcon(icon)
            self.setIconSize(QSize(ICON, ICON))
        self.say(words)
        self.setAccessibleDescription(self._key)
        self.setMinimumHeight(height)

    def say(self, words: str) -> None:
        """Put words on the button, a little apart from its icon."""
        shown = words.replace("&", "&&")  # a single one would mark a key
        apart = " " if words and not self.icon().isNull() else ""
        self.setText(f"{apart}{shown}{self._room()}")
        self.setAccessibleName(words)

    def sizeHint(self) -> QSize:
        wide = super().sizeHint().width()
        if self.isCheckable():  # chosen, it is bold
            bold = QFont(self.font())
            bold.setBold(True)
            words = self.accessibleName()
            grows = QFontMetrics(bold).horizontalAdvance(words)
            wide += grows - self.fontMetrics().horizontalAdvance(words)
        return QSize(wide, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._key:
            return
        tints = "ink2", "edge"
        if not self.isEnabled():
            tints = "ink3", "track"
        elif self.objectName() == "primary":
            tints = "on_accent", "on_accent"
        end = (self.width() + super().sizeHint().width()) // 2 - INSET
        with QPainter(self) as painter:
            draw_cap(painter, end - cap_width(self._key), self.height() // 2, self._key, *tints)

    def _room(self) -> str:
        """Return spaces to put the key on: drawing the words ourselves takes long to load."""
        if not self._key:
            return ""
        each = self.fontMetrics().horizontalAdvance(SPACE * 100) / 100  # px, less than whole ones
        return SPACE * ceil((GAP + cap_width(self._key)) / each)
