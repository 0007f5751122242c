"""The fields of a part of the agenda: words, lengths and times as people type them."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.style import font
from ui.widgets.choice import Choice
from ui.widgets.hint import Hint
from ui.widgets.line import Line
from ui.widgets.text_box import TextBox

Keep = Callable[[str, Any], bool]
NO_LIMIT = "", "-", "–", "no", "none", "0"


class Reading:
    """What typed words mean for a field: a value and how it shows; or nothing, and why not."""

    def __init__(self, value: Any = None, words: str = "", trouble: str = "") -> None:
        self.value, self.words, self.trouble = value, words, trouble


class PartField(Line):
    """A line for one field; what is typed is kept on Enter or when the keys leave it."""

    entered = Signal()
    finished = Signal()  # Enter, and what was typed is kept

    def __init__(
        self, name: str, label: str, read: Callable[[str], Reading], parent: QWidget | None = None
    ) -> None:
        super().__init__(label, "", parent)
        self.name, self._read = name, read
        self.keep: Keep = lambda name, value: True
        self.hint, self.typed, self._shown = Hint(parent), False, ""
        self.textEdited.connect(self._on_typed)
        self.returnPressed.connect(self._enter)

    def show_words(self, words: str, fresh: bool) -> None:
        """Show what the part has; words that are being typed stay, unless it is another part."""
        self._shown = words
        if fresh or not self.typed:
            self._settle()

    def save(self) -> bool:
        """Keep what was typed; say whether nothing is left that is typed and not kept."""
        if self.typed:
            self.typed = False
            reading = self._read(self.text().strip())
            if reading.trouble or not self.keep(self.name, reading.value):
                self.typed = True
                self.hint.say(reading.trouble, missing=True)
            else:
                self._settle()
        return not self.typed

    def forget(self) -> None:
        """Show what the part has in the place of words that mean nothing."""
        if self._read(self.text().strip()).trouble:
            self._settle()

    def _settle(self) -> None:
        self.typed = False
        if self.text() != self._shown or self.isUndoAvailable():
            self.setText(self._shown)
            self.setCursorPosition(0)
        self.hint.say("")

    def _enter(self) -> None:
        if self.save():
            self.finished.emit()

    def _on_typed(self, text: str) -> None:
        self.typed = True
        reading = self._read(text.strip())
        same = reading.trouble or reading.words == text.strip()
        self.hint.say("" if same else f"= {reading.words}")

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.save()


class PartBox(TextBox):
    """A field of a few lines, kept as the others are."""

    entered = Signal()

    def __init__(self, name: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(label, 2, parent)
        self.name = name
        self.keep: Keep = lambda name, value: True
        self.hint, self._shown = Hint(parent), ""
        self.finished.connect(self.save)
        self.exited.connect(self.save)

    @property
    def typed(self) -> bool:
        return self.toPlainText() != self._shown

    def show_words(self, words: str, fresh: bool) -> None:
        """Show what the part has; words that are being typed stay, unless it is another part."""
        typed, self._shown = self.typed, words
        if (fresh or not typed) and self.toPlainText() != words:
            self.setPlainText(words)

    def save(self) -> bool:
        """Keep what was typed."""
        return not self.typed or self.keep(self.name, self.toPlainText().strip())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()


class PartChoice(Choice):
    """One of a few, kept when the keys leave it, or on Enter."""

    entered = Signal()

    def __init__(
        self, name: str, label: str, words: dict[str, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(label, words, parent)
        self.setMinimumHeight(36)
        self.name = name
        self.keep: Keep = lambda name, value: True
        self.hint, self._shown = Hint(parent), ""

    def show_words(self, value: str, fresh: bool) -> None:
        """Show the value that the part has, unless another is just being chosen."""
        chosen = not fresh and self.hasFocus() and self.value != self._shown
        self._shown = value
        if not chosen:
            self.show_value(value)

    def save(self) -> bool:
        """Keep what was chosen."""
        return self.value == self._shown or self.keep(self.name, self.value)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.hint.say(self.tr("arrow keys"))
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.hint.say("")
        self.save()


Field = PartField | PartBox | PartChoice


def cell(label: str, field: Field, parent: QWidget) -> QWidget:
    """Lay a field out under its label, with what is to be said of it beside that."""
    whole = QWidget(parent)
    words = QLabel(label, whole)
    words.setFont(font(13))
    words.setObjectName("second")
    words.setBuddy(field)
    words.setMinimumHeight(20)  # that of what may be said beside it
    line, column = QHBoxLayout(), QVBoxLayout(whole)
    line.setSpacing(8)
    line.addWidget(words)
    line.addWidget(field.hint, 1)
    line.addStretch(1)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    column.addLayout(line)
    column.addWidget(field)
    field.setParent(whole)
    field.hint.setParent(whole)
    return whole
