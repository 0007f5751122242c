"""A strip in the flow of the window that says one thing, with at most one button; never on top."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QWidget

from ui.style import font, picture
from ui.widgets.button import Button


class Banner(QFrame):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.setMinimumHeight(52)
        sign = QLabel(self)
        sign.setPixmap(picture("circle-alert", "warn", 18))
        self.text = QLabel(self)
        self.text.setFont(font(14))
        self.text.setWordWrap(True)
        self.button, self.close_button = Button("", self), Button(self.tr("Close"), self)
        for button in (self.button, self.close_button):
            button.clicked.connect(self.leave)
        self.button.clicked.connect(lambda: self._act())
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 8, 16, 8)
        layout.setSpacing(12)
        layout.addWidget(sign)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.button)
        layout.addWidget(self.close_button)
        self._act: Callable[[], object] = lambda: None
        self._before: QWidget | None = None
        self.hide()

    def say(self, text: str, button: str = "", act: Callable[[], object] = lambda: None) -> None:
        """Show a sentence, and a button that does something about it."""
        self.text.setText(text)
        self.setAccessibleName(text)
        self.button.say(button)
        self.button.setVisible(bool(button))
        self._act = act
        self._before = QApplication.focusWidget()
        self.show()

    def drop(self) -> None:
        """Go without a word: what it was about is over."""
        self._before = None
        self.hide()

    def leave(self) -> None:
        """Go, and give the keys back to where they were."""
        had_keys = self.isAncestorOf(QApplication.focusWidget() or self.window())
        self.hide()
        if had_keys and self._before is not None:
            self._before.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)
