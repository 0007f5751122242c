"""What a part takes with the people who are expected, and what could be done where it is short."""

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from facilitator.room.lengths import (
    AFTER,
    ANSWER,
    BETWEEN,
    BETWEEN_TABLES,
    MOST_TABLES,
    Crowd,
    Need,
)
from ui.prepare.agenda_words import Part, whole
from ui.style import colour, pixels
from ui.widgets.button import Button
from ui.widgets.ink import stamp
from ui.widgets.prose import Prose
from ui.words import clock, minutes

BAR, INSET, SIGN = 4, 12, 22  # px


class NeedBox(QWidget):
    lengthened = Signal(int)  # to so many ms
    turned = Signal(int)  # to turns of so many ms
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.short, self.why = Prose(14, True, "warn", self), Prose(13, False, "ink", self)
        self.longer, self.turns = Button("", self, height=32), Button("", self, height=32)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.longer)
        buttons.addWidget(self.turns)
        buttons.addStretch(1)
        head = QHBoxLayout()
        head.setContentsMargins(SIGN, 0, 0, 0)
        head.addWidget(self.short)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(BAR + INSET, INSET, INSET, INSET)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self.why)
        layout.addSpacing(4)
        layout.addLayout(buttons)
        self._length = self._turn = 0
        self.longer.clicked.connect(lambda: self.lengthened.emit(self._length))
        self.turns.clicked.connect(lambda: self.turned.emit(self._turn))

    def show_part(self, part: Part, room: Crowd) -> None:
        """Say what the part takes, if that depends on people; offer nothing once it has begun."""
        needs, open_ = part.needs, not part.segment.begun
        self.setVisible(needs is not None)
        if needs is None:
            return
        self._length, self._turn = whole(needs.length), needs.fits
        said = minutes(self._length)
        now = minutes(part.length).removesuffix(" min")
        short = self.tr("{0} takes {1}, not {2}").format(part.kind, said, now)
        self.short.say(short if part.tight else "")
        self.why.say(self._why(needs, room))
        other = needs.fits and needs.fits != needs.each and (part.tight or not needs.each)
        self.longer.say(self.tr("Make it {0}").format(said))
        self.longer.setVisible(part.tight and open_)
        self.turns.say(self.tr("Turns of {0}").format(clock(needs.fits)))
        self.turns.setVisible(bool(other))
        told = (self.short.text, self.why.text)
        self.setAccessibleName(". ".join(word for word in told if word))
        self.updateGeometry()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        tight = bool(self.short.text)
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), colour("warn_tint" if tight else "paper"))
            bar = QRect(0, 0, BAR, self.height())
            painter.fillRect(bar, colour("warn" if tight else "edge"))
            if frame := pixels("frame"):
                painter.setPen(QPen(colour("warn" if tight else "edge"), frame))
                painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
            if tight:
                middle = self.short.geometry().top() + 10
                stamp(painter, BAR + INSET, middle, "circle-alert", "warn")

    def _why(self, needs: Need, room: Crowd) -> str:
        """Return how it is worked out."""
        match needs.rule:
            case "round":
                return self._round(needs, room)
            case "harvest":
                return self._harvest(needs)
            case "dots":
                told = self._people(needs.number, room)
                said = self.tr("8 min, and one more for every 15 people: {0}.").format(told)
                return self._all(needs, said)
            case "qa":
                asked, answered = clock(needs.each - ANSWER - AFTER), clock(ANSWER)
                said = self.tr("Time for {0} questions: {1} to ask, {2} to answer,")
                told = said.format(needs.number, asked, answered)
                return f"{told} {self.tr('{0} seconds between.').format(AFTER // 1000)}"
        each = minutes(needs.each)
        if needs.length:
            told = self.tr("To look at from earlier sessions: {0}, at {1} each.")
            return self._all(needs, told.format(needs.number, each))
        return self.tr("Time for {0} promises, at {1} each.").format(needs.number, each)

    def _round(self, needs: Need, room: Crowd) -> str:
        who = self._people(needs.number, room)
        if room.at_table:
            said = self.tr("At the fullest of {0} tables, {1} people")
            who = said.format(room.tables, needs.number)
        between = self.tr("{0} seconds between turns").format(BETWEEN // 1000)
        parts = [f"{who} × {clock(needs.each)}" if needs.each else who]
        if needs.interpreted == 1:
            parts.append(self.tr("one with an interpreter counts twice"))
        elif needs.interpreted:
            said = self.tr("{0} with an interpreter count twice")
            parts.append(said.format(needs.interpreted))
        parts.append(between)
        sentence = f"{', '.join(parts[:-1])}, {self.tr('and')} {parts[-1]}."
        if not needs.each:
            return self.tr("No turn limit yet. {0}").format(sentence)
        return self._all(needs, sentence)

    def _harvest(self, needs: Need) -> str:
        said = self.tr("{0} tables × {1}, and {2} seconds between.").format(
            needs.number, clock(needs.each), BETWEEN_TABLES // 1000
        )
        said = self._all(needs, said)
        if needs.number > MOST_TABLES:
            more = self.tr("With so many tables, let a few people bring the themes together.")
            return f"{said} {more}"
        return said

    def _all(self, needs: Need, said: str) -> str:
        """Put the sum before how it is made up, unless the line above tells it already."""
        if self.short.text:
            return said
        return self.tr("{0} in all. {1}").format(minutes(whole(needs.length)), said)

    def _people(self, count: int, room: Crowd) -> str:
        """Return how many people, and how that is known."""
        told = {
            "came": self.tr("{0} people here"),
            "counted": self.tr("{0} people counted"),
            "confirmed": self.tr("{0} people confirmed"),
            "invited": self.tr("{0} people on the list"),
        }[room.known]
        return told.format(count) if count != 1 else told.format(1).replace("people", "person")
