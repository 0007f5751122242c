"""The question that confirms a promise, and what was answered."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from facilitator.room.commitments import Commitment
from ui.style import picture
from ui.widgets.button import Button
from ui.widgets.prose import Prose


class SpokenYes(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sign, self._asked = QLabel(self), Prose(14, True, parent=self)
        self.yes = Button("", self, primary=True, height=40, key="Return")
        self.edit = Button(self.tr("Change"), self, height=40, key="E")
        asked, keys, layout = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 12)
        layout.setSpacing(8)
        asked.setSpacing(6)
        asked.addWidget(self.sign)
        asked.addWidget(self._asked, 1)
        keys.setSpacing(8)
        keys.addWidget(self.yes, 1)
        keys.addWidget(self.edit)
        for button in (self.yes, self.edit):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        layout.addLayout(asked)
        layout.addLayout(keys)

    @property
    def words(self) -> str:
        return self._asked.text

    def ask(self, promise: Commitment, waiting: list[str], at: str) -> None:
        """Ask for the spoken yes while the promise waits for it, else say when it was given."""
        sign, words = ("circle", "ink2"), self.tr("Is this what you promised?")
        button = self.tr("Confirmed aloud")
        if promise.id in waiting and promise.read_back is not None:
            sign = ("circle-alert", "warn")
            words = self.tr("Changed since it was read back. Is it still a promise?")
        elif promise.id not in waiting:
            sign, button = ("check", "ok"), self.tr("Next")
            words = self.tr("Confirmed aloud at {0}").format(at)
        if not waiting:
            words, button = self.tr("All are confirmed aloud"), self.tr("Back to the notes")
        self.sign.setPixmap(picture(*sign, 16))
        self._asked.say(words)
        self.yes.say(button)

    def say_nothing_is_here(self) -> None:
        self._asked.say(self.tr("No promise to read back yet. A line with ! makes one."))
