"""A line to type in that lets the window have the keys that would mean nothing to it."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.actions import ACTS

# The window's keys work from wherever the hands are, whatever a line makes of them elsewhere.
_TAKEN = {
    QKeySequence(key).toString()
    for act in ACTS
    for key in act.keys
    if act.name not in ("undo", "redo")  # letters first, while the line has some to take back
}
_ROWS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class Line(QLineEdit):
    walked = Signal(int)  # up or down through whatever list belongs to the line
    left = Signal()  # Escape

    def __init__(self, name: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setMinimumHeight(36)

    def take(self) -> str:
        """Return what was typed and empty the line, leaving no undo of its own behind."""
        text = self.text()
        self.setText("")  # clear() could be undone
        return text

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            undo = event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable()
            redo = event.matches(QKeySequence.StandardKey.Redo) and not self.isRedoAvailable()
            ours = QKeySequence(event.keyCombination()).toString() in _TAKEN
            if undo or redo or ours:
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _ROWS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.walked.emit(_ROWS[key])
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
