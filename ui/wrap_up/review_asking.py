"""The list of reasons why words inside a text are withheld."""

from PySide6.QtWidgets import QWidget

from facilitator.figures.mentions import begins
from facilitator.room.settling import REASONS
from ui.meeting.completing import KindOffers
from ui.widgets.rows import Row


class ReasonOffers(KindOffers):
    """Why words are withheld; a letter finds a reason. The keys are here until it closes."""

    def __init__(self, line: QWidget, host: QWidget) -> None:
        super().__init__(line, host)
        self.list.setAccessibleName(self.tr("Why the words are withheld"))
        self.filter.setAccessibleName(self.tr("Why?"))
        self.filter.setPlaceholderText(self.tr("Why? A letter or two"))

    def _search(self, letters: str) -> None:
        rows = [
            Row(code, words, ("", words, ""))
            for code, words in REASONS.items()
            if begins(words, letters)
        ]
        self.offer(rows or [Row("", self.tr("No reason is called that"))])
