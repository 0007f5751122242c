"""Fields that a few letters fill: a series, a language, a time zone."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from facilitator.room.languages import in_english, languages
from facilitator.room.zones import shift, zones
from ui.meeting.completing import Offers
from ui.prepare.session_fields import WordsField
from ui.widgets.rows import Row

OFFERED = 6  # of many that may be meant
_WALKS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


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

    def forget(self) -> None:
        super().forget()
        self.offers.shut()

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

    def _question(self) -> str:
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

    def _question(self) -> str:
        return self.tr("which city’s clock?")
