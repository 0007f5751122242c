"""The question whether somebody is the person who was at an earlier session; never decided here."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from facilitator.room.people import Person
from ui.live import Live
from ui.prepare.person_rows import NOBODY
from ui.widgets.button import Button
from ui.widgets.ink import isolated
from ui.widgets.prose import Prose
from ui.words import day

if TYPE_CHECKING:
    from facilitator.record.earlier import Earlier


class SameQuestion(QFrame):
    left = Signal()

    def __init__(self, live: Live, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self._live, self._ident = live, ""
        self.of: Earlier | None = None
        self.words = Prose(14, tint="ink", parent=self)
        self.yes = Button(self.tr("Yes"), self, height=32, key="Y")
        self.no = Button(self.tr("No"), self, height=32, key="N")
        self.yes.clicked.connect(lambda: self._answer(self.of.ref if self.of else ""))
        self.no.clicked.connect(lambda: self._answer(NOBODY))
        row, layout = QHBoxLayout(), QVBoxLayout(self)
        row.setSpacing(8)
        row.addWidget(self.yes)
        row.addWidget(self.no)
        row.addStretch(1)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(8)
        layout.addWidget(self.words)
        layout.addLayout(row)
        self.hide()

    def ask(self, person: Person | None, earlier: "Earlier | None") -> None:
        """Ask about a person, or nothing."""
        self.of = earlier
        self._ident = person.id if person is not None else ""
        if person is not None and earlier is not None:
            who = f"{isolated(earlier.name)} {isolated(earlier.organisation)}".strip()
            told = self.tr("Is this {0}, who was on the list of “{1}”, {2}?")
            self.words.say(told.format(who, earlier.session, day(earlier.date, year=True)))
        self.setVisible(person is not None and earlier is not None)

    def _answer(self, ref: str) -> None:
        live = self._live
        if self._ident and ref:
            live.attempt(live.session.change_person, self._ident, same_as=ref)
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
