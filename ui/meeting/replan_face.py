"""How the re-plan panel looks: what it says, its two lists, its buttons."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from facilitator.log.state import State
from facilitator.room.replan import Offer, Rest
from ui.meeting.replan_rows import Middle, Scrolling, Table, TableHead, Ways
from ui.meeting.replan_words import RePlanWords
from ui.style import font, icon, picture
from ui.widgets.button import Button
from ui.words import time_of_day

LOW = 180  # px: with less, what is chosen is worth more than a title


class RePlanFace(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = RePlanWords(self)
        self.top, self.title = QWidget(self), _label(18, bold=True)
        self.remark = _label(14, margins=(16, 0, 16, 8))
        self.middle = Middle(self)
        sheet = self.middle.sheet
        self.ways = Ways(self.tr("Ways to end in time"), sheet)
        self.sign, self.reason = QLabel(), _label(14, bold=True, margins=(0, 12, 16, 0))
        self.head, self.table = TableHead(), Table(self.tr("The parts, before and after"), sheet)
        self.kept = _label(13, "second", margins=(16, 6, 16, 0))
        self.apply = Button("", self, primary=True, height=40, key="F6")
        self.leave_button = Button(self.tr("Leave"), self, height=40, key="Esc")
        self.close_button = Button("", self, icon("x", "ink", 18), height=32)
        self._lay_out()

    def _lay_out(self) -> None:
        self.close_button.setFixedWidth(36)
        self.title.setWordWrap(False)
        self.close_button.setObjectName("flat")
        self.close_button.setAccessibleName(self.tr("Leave the plan as it is"))
        self.sign.setPixmap(picture("triangle-alert", "late", 18))
        self.sign.setContentsMargins(0, 12, 0, 0)
        inside = QVBoxLayout(self.middle.sheet)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(self.remark)
        inside.addWidget(self.ways)
        inside.addLayout(_line((16, 0, 0, 0), (self.sign, 0), (self.reason, 1)))
        inside.addWidget(self.head)
        inside.addWidget(self.table)
        inside.addWidget(self.kept)
        frame = QFrame(self)
        frame.setObjectName("panel")
        frame.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        column = QVBoxLayout(frame)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.top.setLayout(_line((16, 8, 8, 8), (self.title, 1), (self.close_button, 0)))
        column.addWidget(self.top)
        column.addWidget(self.middle)
        column.addLayout(_line((16, 12, 16, 12), (self.apply, 1), (self.leave_button, 0)))
        page = Scrolling(self)
        rows, layout = QVBoxLayout(page.sheet), QVBoxLayout(self)
        for box, part in ((rows, frame), (layout, page)):
            box.setContentsMargins(0, 0, 0, 0)
            box.addWidget(part)
        rows.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.top.setVisible(self.height() >= LOW)

    def show_offers(
        self, state: State, now: Rest, offers: dict[str, list[Offer]], way: str
    ) -> Offer | None:
        """Show the offers and what the chosen one would do; return it if it can be done."""
        words = self._words
        offer = offers[way][0] if offers else None
        plan = None if offer is None or offer.short else offer
        self.title.setText(words.title(now) if offers else self.tr("Re-plan"))
        _say(self.remark, words.late_start(state, now) if offers else words.at_rest(state, now))
        self.ways.setVisible(bool(offers))
        if offers:
            self.ways.show_offers(offers, state)
            self.ways.go_to_key(way)
        _say(self.reason, words.why_not(state, now, offer) if offer and not plan else "")
        self.sign.setVisible(offer is not plan)
        for part in (self.head, self.table):
            part.setVisible(plan is not None)
        if plan is not None:
            self.table.show_plan(state, plan, now.now)
            self.apply.say(
                self.tr("Apply – ends {0}").format(time_of_day(state.meeting, plan.ends))
            )
        _say(self.kept, words.kept(plan.on(state.agenda)) if plan else "")
        self.apply.setVisible(bool(offers))
        self.apply.setEnabled(plan is not None)
        if plan is None:
            self.apply.say(self.tr("Nothing to apply"))
        self.middle.updateGeometry()
        return plan


def _label(
    size: int, name: str = "", bold: bool = False, margins: tuple[int, int, int, int] = (0, 0, 0, 0)
) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setFont(font(size, bold))
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setContentsMargins(*margins)
    return label


def _say(label: QLabel, words: str) -> None:
    """Say something, or take the label out of the way."""
    label.setText(words)
    label.setVisible(bool(words))


def _line(margins: tuple[int, int, int, int], *parts: tuple[QWidget, int]) -> QHBoxLayout:
    """Return parts in a line, each with its share of the room that is left."""
    line = QHBoxLayout()
    line.setContentsMargins(*margins)
    line.setSpacing(8)
    for part, share in parts:
        line.addWidget(part, share)
    return line
