"""The fields of a promise: words, and a day as people say it."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.room.commitments import Commitment
from facilitator.room.dates import day as understood
from ui.live import Live
from ui.meeting.promises_pane import ASKED
from ui.widgets.choice import Choice
from ui.widgets.hint import Hint
from ui.widgets.line import Line
from ui.words import day

Changes = dict[str, Any]
BESIDE = 88  # px, for what is said beside a day


def keep(live: Live, ident: str, changes: Changes) -> bool:
    """Change a promise; say whether it is as wanted now, be it that it was so before."""
    live.attempt(live.session.amend, ident, **changes)
    promise = live.state.commitments.get(ident)
    return all(getattr(promise, name, None) == value for name, value in changes.items())


class WordsField(Line):
    """A line for one field of a promise; what is typed is kept on Enter or when the keys leave it.

    `keep` does so, and says whether the promise holds the new value now.
    """

    entered = Signal()
    finished = Signal()  # Enter, and what was typed is kept

    def __init__(self, name: str, label: str, live: Live, parent: QWidget | None = None) -> None:
        super().__init__(label, "", parent)
        self.setMinimumHeight(30)
        self.name, self._live = name, live
        self.keep: Callable[[Changes], bool] = lambda changes: True
        self.hint, self.trouble = Hint(parent), Hint(parent)
        self.typed = False
        self._promise = Commitment("", 0, "pledge", "")
        self.textEdited.connect(self._on_typed)
        self.returnPressed.connect(self._enter)

    def show_promise(self, promise: Commitment) -> None:
        """Show the value that the promise has; words that are being typed stay."""
        if promise.id != self._promise.id:
            self.typed = False
        self._promise = promise
        if not self.typed:
            self._settle()

    def _settle(self) -> None:
        words = self._worded(self._promise)
        if words != self.text() or self.isUndoAvailable():
            self.setText(words)
            self.setCursorPosition(0)
        self.trouble.say("")
        self._remark(self._promise)

    def _worded(self, promise: Commitment) -> str:
        return str(getattr(promise, self.name))

    def _remark(self, promise: Commitment) -> None:
        """Say something of the value beside the line."""

    def _changes(self, words: str) -> Changes | None:
        """Return what the words would change, or None for words that say nothing."""
        return {self.name: words}

    def save(self) -> bool:
        """Keep what was typed; say whether nothing is left that is typed and not kept."""
        if self.typed:
            changes = self._changes(self.text().strip())
            self.typed = False
            if changes is not None and self.keep(changes):
                self._settle()
            else:
                self.typed = True
        return not self.typed

    def go_on(self, words: str) -> None:
        """Go on with words that were half typed once."""
        self.setText(words)
        self.typed = True

    def _enter(self) -> None:
        if self.save():
            self.finished.emit()

    def _on_typed(self, text: str) -> None:
        self.typed = True
        self.trouble.say("")

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.save()


class ActField(WordsField):
    """What is promised: the one field that cannot be emptied."""

    def _changes(self, words: str) -> Changes | None:
        return {"text": words or self._promise.text}


class DayField(WordsField):
    """A day as people say it; the day that is understood shows beside it while it is typed."""

    def __init__(self, name: str, label: str, live: Live, parent: QWidget | None = None) -> None:
        super().__init__(name, label, live, parent)
        self.hint.setMinimumWidth(BESIDE)  # so that the lines of days end at one place

    def _worded(self, promise: Commitment) -> str:
        return day(getattr(promise, self.name), year=True)

    def go_on(self, words: str) -> None:
        super().go_on(words)
        self._on_typed(words)
        self._changes(words.strip())  # which says so if they are no day

    def _remark(self, promise: Commitment) -> None:
        iso = getattr(promise, self.name)
        missing = self.tr(ASKED[self.name]) if self.name in promise.gaps else ""
        self.hint.say(missing or day(iso, weekday=True), bool(missing))

    def _changes(self, words: str) -> Changes | None:
        found = understood(words, self._live.today()) if words else None
        if words and found is None:
            self.trouble.say(self.tr("not understood as a day"), missing=True)
            return None
        return {self.name: found.isoformat() if found else ""}

    def _on_typed(self, text: str) -> None:
        super()._on_typed(text)
        words = text.strip()
        found = understood(words, self._live.today()) if words else None
        self.hint.say(day(found.isoformat(), weekday=True) if found else "")


class ChoiceField(Choice):
    """One of a few, kept like what is typed: when the keys leave it, or on Enter."""

    entered = Signal()

    def __init__(
        self, name: str, label: str, words: dict[str, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(label, words, parent)
        self.name = name
        self.keep: Callable[[Changes], bool] = lambda changes: True
        self.hint = Hint(parent)
        self._promise = Commitment("", 0, "pledge", "")

    def show_promise(self, promise: Commitment) -> None:
        """Show the value that the promise has, unless another is just being chosen."""
        chosen = promise.id == self._promise.id and self.value != self._value
        self._promise = promise
        if not chosen:
            self.show_value(self._value)

    @property
    def _value(self) -> str:
        return str(getattr(self._promise, self.name))

    def save(self) -> bool:
        """Keep what was chosen; say whether the promise has it now."""
        return self.value == self._value or self.keep({self.name: self.value})

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.hint.say(self.tr("arrow keys"))
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.hint.say("")
        self.save()


def cell(field: WordsField | ChoiceField) -> QVBoxLayout:
    """Lay a field out with its hint beside it, and what belongs under it."""
    line, column = QHBoxLayout(), QVBoxLayout()
    line.setSpacing(8)
    line.addWidget(field, 1)
    line.addWidget(field.hint)
    column.setSpacing(0)
    column.addLayout(line)
    if isinstance(field, WordsField):
        column.addWidget(field.trouble)
    return column
