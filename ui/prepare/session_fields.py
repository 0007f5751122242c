"""The fields of a session: words, a day and times as people say them, one of many, one of a few."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from facilitator.room import dates, durations
from facilitator.room.languages import in_english, languages
from facilitator.room.zones import shift, zones
from ui.meeting.completing import Offers
from ui.style import font
from ui.widgets.choice import Choice
from ui.widgets.hint import Hint
from ui.widgets.line import Line
from ui.widgets.rows import Row
from ui.words import day

OFFERED = 6  # of many that may be meant
_WALKS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


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
                self.hint.say(self._asked(), missing=True)
            elif value == self.kept:
                self.typed = False
                self._settle()
            elif self.keep(value):
                self.typed = False
                self.show_value(value)
                self.changed.emit(value)
        return not self.typed

    # What differs from field to field

    def _worded(self, value: str) -> str:
        return value

    def _read(self, words: str) -> str | None:
        """Return the value that words mean, or None for words that say nothing."""
        return words

    def _remarked(self, value: str) -> str:
        return ""

    def _asked(self) -> str:
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
        has_year = any(len(part) == 4 and part.isdecimal() for part in words.split())
        found = dates.day(words, self._today())
        if found is None and (has_year or words[:4].isdecimal()):
            found = dates.day(words, date(1900, 1, 1))
        return found.isoformat() if found else None

    def _remarked(self, value: str) -> str:
        if not value:
            return ""
        away = (date.fromisoformat(value) - self._today()).days if _is_date(value) else 0
        near = {0: self.tr("today"), 1: self.tr("tomorrow"), -1: self.tr("yesterday")}
        told = near.get(away) or (self.tr("in {0} days").format(away) if away > 0 else "")
        weekday = day(value, weekday=True).partition(" ")[0]
        return ", ".join(filter(None, (weekday, told or self.tr("past"))))

    def _asked(self) -> str:
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

    def _asked(self) -> str:
        return self.tr("which time?")


class FindingField(WordsField):
    """One of many that a few letters find; arrows choose, Enter and Tab take, Escape closes."""

    def __init__(self, label: str, host: QWidget, parent: QWidget, example: str = "") -> None:
        """Let the list float in the host."""
        super().__init__(label, parent, example)
        self.offers = Offers(label, self, host)
        self.offers.taken.connect(self._take)

    def _found(self, words: str) -> list[tuple[str, str]]:
        """Return values that words may mean, each with what stands beside it."""
        return []

    def _on_typed(self, text: str) -> None:
        words = text.strip()
        found = self._found(words)[:OFFERED] if words else []
        self.offers.offer([self._row(value, beside) for value, beside in found])
        super()._on_typed(text)

    def _row(self, value: str, beside: str) -> Row:
        words = self._worded(value)
        return Row(value, f"{words} {beside}".strip(), ("", words, beside))

    def _take(self, value: str) -> None:
        self.setText(self._worded(value))
        self.typed = True
        self._enter()

    def _picked(self) -> str:
        """Return the value that is picked in the list while it shows."""
        return self.offers.list.current if self.offers.isVisible() else ""

    def save(self) -> bool:
        kept = super().save()
        self.offers.shut()
        return kept

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, offers = Qt.Key(event.key()), self.offers
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and offers.isVisible() and key in _WALKS:
            offers.list.walk(_WALKS[key])
        elif plain and offers.isVisible() and key == Qt.Key.Key_Escape:
            offers.shut()
        else:
            super().keyPressEvent(event)


class SeriesField(FindingField):
    """A series that there is already, or a new one as it is typed."""

    known: Sequence[str] = ()

    def _found(self, words: str) -> list[tuple[str, str]]:
        typed = words.casefold()
        held = [name for name in self.known if typed in name.casefold()]
        held.sort(key=lambda name: not name.casefold().startswith(typed))
        same = [name for name in held if name.casefold() == typed]
        new = [] if same else [(words, self.tr("a new series"))]
        return [(name, "") for name in held[: OFFERED - 1]] + new if held else []

    def _read(self, words: str) -> str | None:
        return self._picked() or words

    def _remarked(self, value: str) -> str:
        new = bool(value) and bool(self.known) and value not in self.known
        return self.tr("a new series") if new else ""


class LanguageField(FindingField):
    """A language by its name, in English or its own; the value is its tag."""

    def _worded(self, value: str) -> str:
        return in_english(value)

    def _found(self, words: str) -> list[tuple[str, str]]:
        return [(tag, tag) for tag in languages(words)]

    def _read(self, words: str) -> str | None:
        return self._picked() or next(iter(languages(words)), None)

    def _remarked(self, value: str) -> str:
        return value if self.typed else ""

    def _asked(self) -> str:
        return self.tr("which language?")


class ZoneField(FindingField):
    """A time zone by a city or by what its clocks are called."""

    day = ""  # for which its clocks are told

    def _worded(self, value: str) -> str:
        return value.replace("_", " ")

    def _found(self, words: str) -> list[tuple[str, str]]:
        return [(zone, shift(zone, self.day)) for zone in zones(words)[:OFFERED]]

    def _read(self, words: str) -> str | None:
        return self._picked() or next(iter(zones(words)), None)

    def _remarked(self, value: str) -> str:
        return shift(value, self.day)

    def _asked(self) -> str:
        return self.tr("which city’s clock?")


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
            super().show_value(value)

    def save(self) -> bool:
        """Keep what was chosen; say whether the session has it now."""
        if self.value == self.kept:
            return True
        if not self.keep(self.value):
            return False
        self.kept = self.value
        self.changed.emit(self.value)
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.hint.say(self.tr("arrow keys"))
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.hint.say("")
        self.save()


def _is_date(words: str) -> bool:
    try:
        date.fromisoformat(words)
    except ValueError:
        return False
    return True
