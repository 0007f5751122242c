"""A button that Enter presses too, not Space alone."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from ui.style import font


class Button(QPushButton):
    def __init__(
        self,
        words: str,
        parent: QWidget | None = None,
        icon: QIcon | None = None,
        primary: bool = False,
        height: int = 36,
    ) -> None:
        super().__init__(parent)
        if icon is not None:
            self.setIcon(icon)
        self.say(words)
        self.setMinimumHeight(height)
        if primary:
            self.setObjectName("primary")
            self.setFont(font(14, bold=True))

    def say(self, words: str) -> None:
        """Put words on the button, a little apart from its icon."""
        shown = words.replace("&", "&&")  # a single one would mark a key
        self.setText(shown if self.icon().isNull() else f" {shown}")
        self.setAccessibleName(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)
