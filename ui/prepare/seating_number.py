"""A field for a number of seats or of a table; nothing typed is none."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ui.prepare.session_fields import WordsField

MOST = 4  # digits; no hall has more tables


class NumberField(WordsField):
    def __init__(self, label: str, parent: QWidget) -> None:
        super().__init__(label, parent)
        self.setFixedWidth(64)
        self.words = QLabel(label, parent)
        self.words.setBuddy(self)

    def row(self) -> QHBoxLayout:
        """Return the field with its words before it, and what is asked behind it."""
        row = QHBoxLayout()
        row.setSpacing(8)
        for part in (self.words, self, self.hint):
            row.addWidget(part)
        return row

    def _worded(self, value: str) -> str:
        return value if value != "0" else ""

    def _read(self, words: str) -> str | None:
        """Return the first number: "8", "8 people", "8-10"."""
        if not words:
            return "0"
        digits = "".join(c if c.isdecimal() else " " for c in words).split()
        return str(int(digits[0])) if digits and len(digits[0]) <= MOST else None

    def _question(self) -> str:
        return self.tr("a number?")
