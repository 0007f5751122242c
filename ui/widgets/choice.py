"""One of a few, in a button: arrow keys and first letters choose."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.widgets.button import Button
from ui.widgets.ink import stamp

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_ROWS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class Choice(Button):
    chosen = Signal(str)  # another value; it is not said when the value is only shown
    finished = Signal()  # Enter
    walked = Signal(int)  # up or down, to the fields around it
    left = Signal()  # Escape

    def __init__(self, name: str, words: dict[str, str], parent: QWidget | None = None) -> None:
        """Offer values, each with its words."""
        super().__init__("", parent, height=30)
        self.setObjectName("choice")
        self._name, self._words, self.value = name, words, ""
        self.clicked.connect(lambda: self._step(1))

    def show_value(self, value: str) -> None:
        self._show(value)

    def _show(self, value: str) -> None:
        self.value = value
        words = self._words.get(value, value)
        self.setText(words)
        self.setAccessibleName(f"{self._name}: {words}")

    def _step(self, by: int, letter: str = "") -> None:
        """Go on to the next value, or to the next that begins with a letter."""
        values = list(self._words)
        place = values.index(self.value) if self.value in values else -1
        for n in range(1, len(values)):
            value = values[(place + by * n) % len(values)]
            if self._words[value].casefold().startswith(letter):
                self._show(value)
                self.chosen.emit(value)
                return

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with QPainter(self) as painter:
            for n, way in enumerate(("chevron-right", "chevron-left"), 1):
                stamp(painter, self.width() - 8 - 16 * n, self.height() // 2, way, "ink2")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plain = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain:
            super().keyPressEvent(event)
        elif key in _STEPS:
            self._step(_STEPS[key])
        elif key in _ROWS:
            self.walked.emit(_ROWS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finished.emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.text().strip():
            self._step(1, event.text().casefold())
        else:
            super().keyPressEvent(event)
