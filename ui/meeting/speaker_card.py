"""Who has the floor: the name, the time, the limit; hold the clock, give the floor to the next."""

from typing import NamedTuple

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from facilitator.log.state import State
from facilitator.room.clock import MINUTE, SECOND
from facilitator.room.floor import Turn
from facilitator.room.people import Person
from ui.live import Live
from ui.meeting.kinds import kind
from ui.meeting.speaker_face import fits, paint_digits, paint_name
from ui.style import colour, icon
from ui.widgets.button import Button
from ui.widgets.ink import RIGHT, isolated, stamp, width, write
from ui.words import clock

SIZES = (42, 34, 30)  # px: a long name shrinks, then takes two lines, before it is cut
LOW_SIZES = (30, 24, 20)
WIDE, WIDE_SIZES = 960, (56, 44, 36)  # px of width from which on the name grows with the clock
# px, of the card, of what a large name needs more, of a second line, of a card in little room
TALL, TALLER, LINE, LOW = 136, 20, 28, 84
EDGE, GAP, HAND = 24, 12, 36  # px, beside everything, between things, height of a button
LONGEST = 320  # px, of the bar
LEAST_NAME = 240  # px beside the buttons; with less, the name of a low card stands above them


class Remark(NamedTuple):
    sign: str = ""
    words: str = ""
    tint: str = "ink2"


class SpeakerCard(QFrame):
    def __init__(self, live: Live, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._live, self._low = live, False
        self.name, self.kind, self.remark = "", "", Remark()
        self.spent = self.of = ""
        self._share, self._minute = 0.0, -1
        self._always = Remark()  # the remark as long as nobody is over time
        self.hold = Button(self.tr("Hold"), self, icon("hand", "ink", 18))
        self.next = Button(self.tr("Next speaker"), self, primary=True, key="Ctrl+Return")
        for button in (self.hold, self.next):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.next.clicked.connect(lambda: live.next_speaker())
        self.hold.clicked.connect(self.toggle_hold)
        live.changed.connect(self._on_changed)
        live.ticked.connect(self._show_time)
        self.setMinimumWidth(300)
        self._show(live.state)

    def toggle_hold(self) -> None:
        """Hold the speaker's clock, or let it go on."""
        session = self._live.session
        self._live.attempt(session.unhold if self._live.state.floor.held else session.hold)

    def set_low(self, low: bool) -> None:
        """Be a low card where there is little room: the time above the name, not beneath it."""
        self._low = low
        self._place()

    # What it says

    def _on_changed(self, before: State, after: State) -> None:
        if after.floor is not before.floor or after.people is not before.people:
            self._show(after)

    def _show(self, state: State) -> None:
        floor = state.floor
        turn = floor.speaker
        person = state.people.get(turn.person) if turn else None
        self.name = person.called if person else ""
        self.kind = self._kind(state, turn) if turn else self._coming(state)
        self._always = self._interpreted(turn, person)
        self._minute = -1
        self.hold.say(self.tr("Go on") if floor.held else self.tr("Hold"))
        self.hold.setEnabled(turn is not None)
        self.next.setEnabled(bool(floor.queue) or floor.interrupted is not None)
        self._place()
        self._show_time(self._live.now())
        self.update()

    def _kind(self, state: State, turn: Turn) -> str:
        """Return what kind of speech it is, and to whom the floor goes back."""
        interrupted = state.floor.interrupted
        if interrupted is None:
            return kind(turn.kind).words
        if interrupted.person == turn.person:  # somebody who turned out to be the speaker
            return self.tr("{0} – then on with the turn").format(kind(turn.kind).words)
        back = isolated(state.people[interrupted.person].called)
        return self.tr("{0} – then back to {1}").format(kind(turn.kind).words, back)

    def _coming(self, state: State) -> str:
        first = next(iter(state.floor.queue), None)
        if first is None:
            return ""
        return self.tr("Next is {0}").format(isolated(state.people[first.person].called))

    def _interpreted(self, turn: Turn | None, person: Person | None) -> Remark:
        if turn is None or person is None or not person.interpreted:
            return Remark()
        words = self.tr("interpreted – limit doubled") if turn.limit else self.tr("interpreted")
        return Remark("languages", words)

    def _show_time(self, now: int) -> None:
        """Show the time; a held turn shows no overrun, for grief has no limit."""
        turn, was = self._live.state.floor.speaker, (self.spent, self.of, self.remark)
        spent = turn.watch.elapsed(now) if turn else 0
        limit = turn.limit if turn and turn.limit else 0
        over = turn.over(now) // SECOND if turn and not turn.held else 0
        self.spent = clock(spent) if turn else ""
        self.of = self.tr("of {0}").format(clock(limit)) if limit else ""
        if turn and turn.held:
            self.of = self.tr("held")
        self.remark = self._over(over) if over else self._always
        self._share = spent / limit if limit else 0.0
        if (self.spent, self.of, self.remark) != was:
            self.update()
        if spent // MINUTE != self._minute or self.remark.sign != was[2].sign:
            self._minute = spent // MINUTE
            self._tell()

    def _over(self, seconds: int) -> Remark:
        length = self.tr("{0} s").format(seconds) if seconds < 60 else clock(seconds * SECOND)
        words = self.tr("{0} over – nobody is cut off").format(length)
        return Remark("hourglass", words, "warn")

    def _tell(self) -> None:
        """Say it all in words, once a minute."""
        if not self.name:
            self.setAccessibleName(", ".join(filter(None, (self._nobody(), self.kind))))
            return
        minutes = self.tr("{0} min").format(self._minute)
        told = (self.kind, self.name, minutes, self.of, self.remark.words)
        self.setAccessibleName(", ".join(filter(None, told)))

    def _nobody(self) -> str:
        return self.tr("Nobody has the floor")

    # How it looks

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        """Put the buttons at the foot, and be as high as the name needs."""
        long = not fits(self.name, self.width() - 2 * EDGE, self._sizes)
        tall = TALL + TALLER * (self.width() >= WIDE) + LINE * long
        self.setFixedHeight(LOW if self._low else tall)
        foot = self.height() - HAND - (8 if self._low else 12)
        right = self.width() - EDGE
        for button in (self.next, self.hold):
            wide = button.sizeHint().width()
            button.setGeometry(right - wide, foot, wide, HAND)
            right -= wide + GAP

    @property
    def _sizes(self) -> tuple[int, ...]:
        if self._low:
            return LOW_SIZES[self._tight :]
        return WIDE_SIZES if self.width() >= WIDE else SIZES

    @property
    def _tight(self) -> bool:
        return self._low and self.hold.x() - GAP - EDGE < LEAST_NAME

    def _name_room(self, told: int) -> QRect:
        inside = self.rect().adjusted(EDGE, 0, -EDGE, 0)
        if self._tight:
            return QRect(inside.left(), 4, inside.width() - told, 32)
        if self._low:
            return QRect(inside.left(), self.hold.y(), self.hold.x() - GAP - EDGE, HAND)
        return QRect(inside.left(), 30, inside.width(), self.hold.y() - 34)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            inside = self.rect().adjusted(EDGE, 0, -EDGE, 0)
            top = QRect(inside.left(), 6 if self._low else 10, inside.width(), 20)
            told = self._paint_remark(painter, top)
            row = QRect(inside.left(), self.hold.y(), self.hold.x() - GAP - EDGE, HAND)
            if not self._tight:
                room = top.adjusted(0, 0, -told, 0)
                taken = write(painter, room, self.kind, 14, tint="ink2")
                row = room.adjusted(taken + GAP, 0, 0, 0) if self._low else row
            if self.name:
                self._paint_time(painter, row, 16 if self._low else 28)
            self._paint_name(painter, self._name_room(told))

    def _paint_remark(self, painter: QPainter, top: QRect) -> int:
        """Write the remark at the right, where it is short only its gist; return its width."""
        sign, words, tint = self.remark
        if not words:
            return 0
        bold = tint == "warn"
        if self._tight or width(self.kind, 14) + width(words, 14, bold) + 48 > top.width():
            words = words.partition(" – ")[0]
        wide = write(painter, top, words, 14, bold, tint, RIGHT)
        stamp(painter, top.right() + 1 - wide - 24, top.center().y() + 1, sign, tint)
        return wide + 24 + GAP

    def _paint_name(self, painter: QPainter, room: QRect) -> None:
        if self.name:
            paint_name(painter, room, self.name, self._sizes, lines=1 if self._low else 2)
        else:
            write(painter, room, self._nobody(), 20 if self._low else 30, tint="ink2")

    def _paint_time(self, painter: QPainter, row: QRect, size: int) -> None:
        """Write the time and what it is of, and draw a bar of it where there is room."""
        held = self._live.state.floor.held
        if width(self.spent, size, True) + width(self.of, 16) + GAP > row.width():
            high = QRect(row.left(), row.top(), row.width(), 22)
            paint_digits(painter, high, self.spent, 20, outlined=held)
            write(painter, row.adjusted(0, 22, 0, 0), self.of, 13, tint="ink2")
            return
        at = row.left() + paint_digits(painter, row, self.spent, size, outlined=held) + GAP
        if held:
            stamp(painter, at, row.center().y() + 1, "hand", "ink2")
            at += 22
        room = row.adjusted(at - row.left(), 0, 0, 0)
        at += write(painter, room, self.of, min(16, size - 2), tint="ink2") + GAP
        bar = QRect(at, row.center().y() - 3, min(row.right() + 1 - at, LONGEST), 8)
        if self._share and bar.width() >= 40:
            painter.fillRect(bar, colour("track"))
            bar.setWidth(round(bar.width() * min(1.0, self._share)))
            painter.fillRect(bar, colour("warn" if self.remark.tint == "warn" else "accent"))
