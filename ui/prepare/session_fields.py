"""The fields of a session: words, a day and times as people say them, and one of a few."""

import re
from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from facilitator.room import dates, durations
from ui.style import font
from ui.widgets.choice import Choice
from ui.widgets.hint import Hint
from ui.widgets.line import Line
from ui.words import day

_LONG_AGO = date(1970, 1, 1)  # a day that is over has its year, or it would be this one's
_YEARS = 20  # from then on, it was said


class WordsField(Line):
    """A line for one field; what is typed is kept on Enter or when the keys leave it.

    `keep` does so, and says whether the session has the new value now.
    """

    entered = Signal()
    changed = Signal(str)  # another value is kept
    finished = Signal()  # Enter, and what was typed is kept

    def __init__(self, label: str, parent: QWidget, example: str = "") -> None:
        super().__init__(label, example, parent)
        self.setFont(font(15))
        self.keep: Callable[[str], bool] = lambda value: True
        self.hint = Hint(parent)
        self.kept, self.typed = "", False
        self.textEdited.connect(self._on_typed)
        self.returnPressed.connect(self._enter)

    def show_value(self, value: str) -> None:
        """Show the value that the session has; words that are being typed stay."""
        self.kept = value
        if not self.typed:
            self._settle()

    def _settle(self) -> None:
        words = self._worded(self.kept)
        if words != self.text() or self.isUndoAvailable():
            self.setText(words)
            self.setCursorPosition(0)
        self.remark()

    def remark(self) -> None:
        """Say beside the line how its value is understood, unless other words stand there."""
        if not self.typed:
            self.hint.say(self._remarked(self.kept))

    def save(self) -> bool:
        """Keep what was typed; say whether nothing is left that is typed and not kept."""
        if self.typed:
            value = self._read(self.text().strip())
            if value is None:
                self.hint.say(self._question(), missing=True)
            elif value == self.kept:
                self.typed = False
                self._settle()
            elif self.keep(value):
                self.typed = False
                self.show_value(value)
                self.changed.emit(value)
        return not self.typed

    def forget(self) -> None:
        """Show the value again in the place of what was typed."""
        self.typed = False
        self._settle()

    def let_go(self) -> None:
        """Keep what was typed; show the value again in the place of words that mean nothing."""
        if not self.save() and self._read(self.text().strip()) is None:
            self.forget()

    # What differs from field to field

    def _worded(self, value: str) -> str:
        return value

    def _read(self, words: str) -> str | None:
        """Return the value that words mean, or None for words that say nothing."""
        return words

    def _remarked(self, value: str) -> str:
        return ""

    def _question(self) -> str:
        """Return what is said to words that say nothing."""
        return ""

    def _on_typed(self, text: str) -> None:
        self.typed = True
        value = self._read(text.strip())
        self.hint.say(self._remarked(value) if value else "")

    def _enter(self) -> None:
        if self.save():
            self.finished.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.save()


class DayField(WordsField):
    """A day as people say it; one of the past needs its year."""

    def __init__(
        self, label: str, today: Callable[[], date], parent: QWidget, example: str = ""
    ) -> None:
        super().__init__(label, parent, example)
        self._today = today

    def _worded(self, value: str) -> str:
        return day(value, year=True)

    def _read(self, words: str) -> str | None:
        if not words:
            return ""
        found = dates.day(words, self._today()) or dates.day(words, _LONG_AGO)
        if found is None or found.year < _LONG_AGO.year + _YEARS:
            return None
        return None if _other_weekday(words, found) else found.isoformat()

    def _remarked(self, value: str) -> str:
        if not value:
            return ""
        away = (date.fromisoformat(value) - self._today()).days if _is_date(value) else 0
        near = {0: self.tr("today"), 1: self.tr("tomorrow"), -1: self.tr("yesterday")}
        told = near.get(away) or (self.tr("in {0} days").format(away) if away > 0 else "")
        weekday = day(value, weekday=True).partition(" ")[0]
        return ", ".join(filter(None, (weekday, told or self.tr("past"))))

    def _question(self) -> str:
        words = self.text().strip()
        if found := dates.day(words, self._today()):  # but on another day of the week
            iso = found.isoformat()
            return self.tr("{0} is a {1}").format(day(iso), f"{found:%A}")
        return self.tr("which day?")


class ClockField(WordsField):
    """A time of day, as people say it; `beside` says something of it, if there is anything."""

    after = "08:00"  # "6" is the next six o'clock after that
    beside: Callable[[str], str] = staticmethod(lambda value: "")

    def _read(self, words: str) -> str | None:
        return durations.clock_time(words, self.after) or (None if words else "")

    def _remarked(self, value: str) -> str:
        otherwise = self.typed and self.text().strip() != value
        return ", ".join(filter(None, (value if otherwise else "", self.beside(value))))

    def _question(self) -> str:
        return self.tr("which time?")


class ChoiceField(Choice):
    """One of a few, kept when the keys leave it or on Enter."""

    entered = Signal()
    changed = Signal(str)  # another value is kept

    def __init__(self, label: str, words: dict[str, str], parent: QWidget) -> None:
        super().__init__(label, words, parent)
        self.setMinimumHeight(36)
        self.keep: Callable[[str], bool] = lambda value: True
        self.hint = Hint(parent)
        self.kept = ""

    typed = False  # whatever is chosen is understood

    def show_value(self, value: str) -> None:
        """Show a value, unless another is just being chosen."""
        choosing = self.hasFocus() and self.value != self.kept
        self.kept = value
        if not choosing:
            self._show(value)

    def save(self) -> bool:
        """Keep what was chosen; say whether the session has it now."""
        if self.value == self.kept:
            return True
        if not self.keep(self.value):
            return False
        self.kept = self.value
        self.changed.emit(self.value)
        return True

    def forget(self) -> None:
        """Show the value again in the place of what was chosen."""
        self._show(self.kept)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.hint.say(self.tr("arrow keys"))
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.hint.say("")
        self.save()


def _other_weekday(words: str, found: date) -> bool:
    """Say whether words that name a day of the week mean a date on another one."""
    said = re.search(r"\b(mon|tue|wed|thu|fri|sat|sun)", words.casefold())
    return bool(said and any(map(str.isdecimal, words)) and said[1] != f"{found:%a}".casefold())


def _is_date(words: str) -> bool:
    try:
        date.fromisoformat(words)
    except ValueError:
        return False
    return True
