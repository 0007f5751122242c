"""Beside the tables: who the keys are on and why they sit there, the rule, and what breaks it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from facilitator.room.meeting import Meeting
from facilitator.room.people import Person
from facilitator.room.seating_bounds import Gap, why
from ui.prepare.seating_number import NumberField
from ui.prepare.seating_words import forced_words, gap_words, group_of, rule, why_words
from ui.style import font, picture
from ui.widgets.prose import Prose

MOST = 12  # gaps that are told; who has more begins with these


class SeatingSide(QFrame):
    seated = Signal(str, int)  # somebody, and the table that was typed
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("beside")
        self._person = ""
        self.name, self.group = Prose(18, True, parent=self), Prose(14, False, "ink2", self)
        self.table = NumberField(self.tr("Table"), self)
        self.why = Prose(14, False, "ink2", self)
        self.sign, self.head = QLabel(self), QLabel(self)
        self.head.setFont(font(14, bold=True))
        self.head.setWordWrap(True)
        self.gaps = [Prose(14, parent=self) for _ in range(MOST + 1)]
        self.rule = Prose(14, False, "ink2", self)
        self._lay_out()
        self.table.keep = self._seat
        self.table.finished.connect(self.left)
        self.table.left.connect(self._leave)

    def _lay_out(self) -> None:
        number, told = self.table.row(), QHBoxLayout()
        number.addStretch(1)
        told.setSpacing(8)
        told.addWidget(self.sign)
        told.addWidget(self.head, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(21, 18, 20, 16)
        column.setSpacing(8)
        column.addWidget(self.name)
        column.addWidget(self.group)
        column.addLayout(number)
        column.addWidget(self.why)
        column.addSpacing(16)
        column.addLayout(told)
        column.addWidget(self.rule)
        column.addSpacing(4)
        for gap in self.gaps:
            column.addWidget(gap)
        column.addStretch(1)

    def show_person(self, person: Person | None, those: list[Person], meeting: Meeting) -> None:
        """Show who the keys are on, and why they sit where they sit."""
        if person is None or person.id != self._person:
            self.table.forget()
        self._person = person.id if person else ""
        for widget in (self.table.words, self.table):
            widget.setVisible(person is not None)
        self.name.say(person.called if person else "")
        self.group.say(group_of(person) if person else "")
        self.why.say(why_words(person, why(person, those, meeting), meeting) if person else "")
        self.table.show_value(str(max(0, person.table)) if person else "0")

    def show_rule(self, meeting: Meeting, gaps: Sequence[Gap], anybody: bool) -> None:
        """Show the rule, and what of it does not hold."""
        self.rule.say(rule(meeting))
        open_ = [gap for gap in gaps if not gap.must]
        told = self.tr("The rule holds at every table")
        if open_:
            told = self.tr("Different from the rule")
        elif gaps:
            told = self.tr("The rule holds as far as it can")
        self.head.setText(told if anybody else "")
        self.sign.setPixmap(picture(*(("circle-alert", "warn", 18) if open_ else SIGN_OK)))
        for widget in (self.sign, self.head):
            widget.setVisible(anybody)
        words = [gap_words(gap) for gap in open_] + forced_words([g for g in gaps if g.must])
        if len(words) > MOST:
            words[MOST:] = [self.tr("And {0} more.").format(len(words) - MOST)]
        for n, line in enumerate(self.gaps):
            line.say(words[n] if n < len(words) else "")

    def ask_table(self, digit: str) -> None:
        """Take the keys to the number of the table, with the first digit typed."""
        self.table.setFocus()
        self.table.selectAll()
        if digit:
            self.table.insert(digit)

    def _seat(self, value: str) -> bool:
        """Have somebody seated; say whether the table is theirs now, which shows in the field."""
        self.seated.emit(self._person, int(value))
        return self.table.kept == value

    def _leave(self) -> None:
        self.table.forget()
        self.left.emit()


SIGN_OK = ("check", "ok", 18)
