"""A button that Enter presses too, not Space alone; it may show its key beside the words."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QIcon, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget

from ui.style import font
from ui.widgets.keycap import cap_width, draw_cap, legend

ICON = 18  # px
INSET, GAP = 13, 8  # px: from the edge to the words, from the words to the key


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
        if icon is not None:
            self.setIcon(icon)
            self.setIconSize(QSize(ICON, ICON))
        self.say(words)
        self.setAccessibleDescription(self._key)
        self.setMinimumHeight(height)
        if primary:
            self.setObjectName("primary")
            self.setFont(font(14, bold=True))

    def say(self, words: str) -> None:
        """Put words on the button, a little apart from its icon."""
        shown = words.replace("&", "&&")  # a single one would mark a key
        self.setText(shown if self.icon().isNull() else f" {shown}")
        self.setAccessibleName(words)

    def sizeHint(self) -> QSize:
        return QSize(self._words_width() + self._key_width(), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._key:
            super().paintEvent(event)
            return
        from PySide6.QtWidgets import QStyle, QStyleOptionButton  # slow: Home does without

        option, draws = QStyleOptionButton(), self.style().drawControl
        self.initStyleOption(option)
        wide = self._words_width()
        start = (self.width() - wide - self._key_width()) // 2
        tints = "ink2", "edge"
        if not self.isEnabled():
            tints = "ink3", "track"
        elif self.objectName() == "primary":
            tints = "on_accent", "on_accent"
        with QPainter(self) as painter:
            draws(QStyle.ControlElement.CE_PushButtonBevel, option, painter, self)
            option.rect = QRect(start, 0, wide, self.height())
            draws(QStyle.ControlElement.CE_PushButtonLabel, option, painter, self)
            at = start + wide - INSET + GAP
            draw_cap(painter, at, self.height() // 2, self._key, *tints)

    def _words_width(self) -> int:
        """Return the width of icon and words, with their insets; in bold if it can be chosen."""
        wide = super().sizeHint().width()
        if self.isCheckable():
            bold = QFont(self.font())
            bold.setBold(True)
            words = self.accessibleName()
            grows = QFontMetrics(bold).horizontalAdvance(words)
            wide += grows - self.fontMetrics().horizontalAdvance(words)
        return wide

    def _key_width(self) -> int:
        return GAP + cap_width(self._key) if self._key else 0
