"""A line to type in that lets the window have the keys that would mean nothing to it."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.actions import ACTS
from ui.widgets.ink import stamp
from ui.widgets.keycap import cap_width, draw_cap, legend
from ui.widgets.tag import Tag, paint_tag, tag_width

# The window's keys work from wherever the hands are, whatever a line makes of them elsewhere.
_TAKEN = {
    QKeySequence(key).toString()
    for act in ACTS
    for key in act.keys
    if act.name not in ("undo", "redo")  # letters first, while the line has some to take back
}
_ROWS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_INSET = 12  # px from the edge to what is in the line
_WRITING = 200  # px that are left for words, whatever else is in the line


class Line(QLineEdit):
    walked = Signal(int)  # up or down through whatever list belongs to the line
    erased = Signal()  # Backspace, with nothing left to take back
    left = Signal()  # Escape

    def __init__(self, name: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign, self._asked, self._keys = "", "", ""
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setMinimumHeight(36)

    def take(self) -> str:
        """Return what was typed and empty the line, leaving no undo of its own behind."""
        text = self.text()
        self.setText("")  # clear() could be undone
        return text

    def show_marks(self, sign: str, asked: str = "", keys: str = "") -> None:
        """Show an icon at the left, what is asked for beside it, and the keys that lead here."""
        self._sign, self._asked, self._keys = sign, asked, legend(keys)
        self._make_room()
        self.update()

    @property
    def asked(self) -> str:
        """Return what the line says that it is asked for, if that is out of the ordinary."""
        return self._asked

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
        elif key == Qt.Key.Key_Backspace and not self.text():
            self.erased.emit()
        else:
            super().keyPressEvent(event)
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                event.accept()  # Qt would hand it on to what the line lies on

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._sign:
            return
        with QPainter(self) as painter:
            middle = self.rect().center().y()
            if self._tag is not None:
                paint_tag(painter, _INSET - 4, middle, self._tag)
            else:
                stamp(painter, _INSET, middle + 1, self._sign, "ink2")
            if not self.text() and self.textMargins().right():
                draw_cap(painter, self.width() - _INSET - cap_width(self._keys), middle, self._keys)

    @property
    def _tag(self) -> Tag | None:
        """Return what is asked for, as it is painted: in a short line as an icon alone."""
        tag = Tag(self._sign, self._asked, "accent", "accent_tint")
        fits = self.width() - tag_width(tag) >= _WRITING
        return tag if self._asked and fits else None

    def _make_room(self) -> None:
        tag = self._tag
        left = tag_width(tag) if tag else 24 if self._sign else 0
        right = cap_width(self._keys) + 8 if self._keys else 0
        if self.width() - left - right < _WRITING:
            right = 0
        self.setTextMargins(left, 0, right, 0)
