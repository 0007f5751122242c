"""The head of the seating: how many sit where, how they are to sit, and the buttons that do it."""

from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QWidget

from facilitator.room.meeting import Meeting
from facilitator.room.seating_bounds import Tables
from ui.prepare.seating_number import NumberField
from ui.prepare.seating_words import WAYS
from ui.style import font
from ui.widgets.button import Button
from ui.widgets.choice import Choice
from ui.widgets.line import Line
from ui.widgets.tick import Tick

ROOMY = 900  # px; below, the buttons stand on a line of their own


class SeatingHead(QFrame):
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("head")
        self.title = QLabel(self)
        self.title.setFont(font(18, bold=True))
        self.remark = QLabel(self)
        self.remark.setObjectName("second")
        self.finder = Line(self.tr("Find a person"), self.tr("Find a person"), self)
        self.finder.show_marks("search", keys="Ctrl+F")
        self.finder.setMaximumWidth(300)
        self.seats = NumberField(self.tr("People a table"), self)
        words = {way: self.tr(told) for way, told in WAYS.items()}
        self.way = Choice(self.tr("Who sits together"), words, self)
        self.way.setMinimumWidth(200)
        self.way.setMinimumHeight(36)
        self.together = Tick(self.tr("Languages together"), self)
        self.others = Button(self.tr("Seat who has no table"), self)
        self.everyone = Button(self.tr("Seat everyone"), self, primary=True)
        self._lay_out()
        for field in (self.seats, self.way, self.together, self.finder):
            field.left.connect(self.left)
        self.way.finished.connect(self.together.setFocus)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(self.title)
        top.addWidget(self.remark, 1)
        top.addWidget(self.finder, 1)
        self._fields, self._buttons = self.seats.row(), QHBoxLayout()
        self._fields.setSpacing(12)
        self._fields.addWidget(self.way)
        self._buttons.setSpacing(8)
        self._buttons.addWidget(self.together)
        self._buttons.addStretch(1)
        self._buttons.addWidget(self.others)
        self._buttons.addWidget(self.everyone)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(20, 12, 20, 12)
        self._grid.setVerticalSpacing(8)
        self._grid.addLayout(top, 0, 0, 1, 2)
        self._grid.addLayout(self._fields, 1, 0)
        self._grid.addLayout(self._buttons, 1, 1)
        self._grid.setColumnStretch(1, 1)
        self._grid.setHorizontalSpacing(12)
        chain = (self.finder, self.seats, self.way, self.together, self.others, self.everyone)
        for one, other in pairwise(chain):
            QWidget.setTabOrder(one, other)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grid.removeItem(self._buttons)
        if self.width() >= ROOMY:
            self._grid.addLayout(self._buttons, 1, 1)
        else:
            self._grid.addLayout(self._buttons, 2, 0, 1, 2)

    def show_meeting(self, meeting: Meeting, tables: Tables) -> None:
        """Show how people are to sit, and how many do."""
        self.seats.show_value(str(meeting.seats))
        self.way.show_value(meeting.seating)
        self.together.show_value(meeting.languages_together)
        people, without = sum(map(len, tables.values())), len(tables.get(0, []))
        at = len(tables.keys() - {0})
        tables_told = self.tr("1 table") if at == 1 else self.tr("{0} tables").format(f"{at:,}")
        told = self.tr("{0} at {1}").format(self._people(people - without), tables_told)
        if not at:
            told = self.tr("{0}, no tables yet").format(self._people(people))
        self.title.setText(told if people else self.tr("Nobody to seat yet"))
        told = self.tr("{0} without a table").format(f"{without:,}")
        self.remark.setText(told if at and without else "")
        self.others.setEnabled(bool(without))
        self.everyone.setEnabled(bool(people))

    def _people(self, count: int) -> str:
        return self.tr("1 person") if count == 1 else self.tr("{0} people").format(f"{count:,}")
