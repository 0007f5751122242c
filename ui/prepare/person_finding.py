"""The line that searches the people, how many there are, and the way to bring in a file."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from facilitator.room.people import People
from ui.style import font, icon
from ui.widgets.button import Button
from ui.widgets.line import Line
from ui.words import day

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.record.earlier import Earlier


class PersonFinding(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = Line(self.tr("Search people"), self.tr("Name, group, language …"), self)
        self.line.setFont(font(15))
        self.line.setMinimumWidth(200)
        self.line.setMaximumWidth(320)
        self.line.show_marks("search", keys="Ctrl+F")
        self.told = QLabel(self)
        self.told.setObjectName("second")
        self.told.setMinimumWidth(1)
        sign = icon("file-spreadsheet", "ink", 18)
        self.bring_in = Button(self.tr("Import"), self, sign, key="Ctrl+I")
        self.again = Button("", self, icon("history", "ink", 18))
        self.again.hide()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 12, 20, 8)
        layout.setSpacing(16)
        layout.addWidget(self.line, 1)
        layout.addWidget(self.told, 2)
        layout.addWidget(self.again)
        layout.addWidget(self.bring_in)

    def offer(self, those: "Sequence[Earlier]") -> None:
        """Offer to ask those who were on the list of the session before, if there are any."""
        self.again.setVisible(bool(those))
        if those:
            told = self.tr("Invite {0} of {1}").format(len(those), day(those[0].date))
            self.again.say(told)

    def count(self, people: People, shown: int, asked: int) -> None:
        """Say how many there are and how far they have come, or how many of them are found."""
        everybody = people.values()
        if self.line.text().strip():
            told = self.tr("{0} of {1} found").format(f"{shown:,}", f"{len(people):,}")
        elif not people:
            told = ""
        else:
            words = [self.tr("1 person") if len(people) == 1 else f"{len(people):,} people"]
            confirmed = sum(person.confirmed for person in everybody)
            came = sum(person.came is not None for person in everybody)
            words += [self.tr("{0} confirmed").format(f"{confirmed:,}")]
            words += [self.tr("{0} came").format(f"{came:,}")] if came else []
            words += [self.tr("{0} may have been here before").format(asked)] if asked else []
            told = " · ".join(words)
        self.told.setText(told)
