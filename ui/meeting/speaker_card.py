"""Who has the floor: the name, the time, the limit; hold the clock, give the floor to the next."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from facilitator.log.state import State
from facilitator.room.floor import Turn
from facilitator.room.people import Person
from ui.live import Live
from ui.style import colour, icon
from ui.widgets.button import Button
from ui.widgets.ink import RIGHT, isolated, stamp, width, write
from ui.words import clock

SIZES = (42, 34, 30)  # px: a long name shrinks before it is cut, the clock never does


class SpeakerFace(QWidget):
    """The painted part of the card."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumSize(300, 84)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.name, self.remark, self.sign = "", "", ""

    def show_speaker(self, name: str, remark: str, sign: str) -> None:
        if (name, remark, sign) == (self.name, self.remark, self.sign):
            return
        self.name, self.remark, self.sign = name, remark, sign
        self.setAccessibleName(f"{name}, {remark}" if remark else name)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(600, 84)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        top = QRect(0, 0, self.width(), 28)
        write(painter, top, self.tr("Speaking"), 14, tint="ink2")
        if self.remark:
            wide = write(painter, top, self.remark, 14, tint="ink2", align=RIGHT)
            if self.sign:
                stamp(painter, self.width() - wide - 24, 14, self.sign, "ink2")
        room = QRect(0, 28, self.width(), 56)
        size = next((s for s in SIZES if width(self.name, s, True) <= room.width()), SIZES[-1])
        tint = "ink" if self.name else "ink3"
        write(
            painter, room, self.name or self.tr("Nobody has the floor"), size, bool(self.name), tint
        )
        painter.end()


class TurnBar(QWidget):
    """The speaker's own time, its limit, and a bar."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumSize(200, 40)
        self.spent = self.of = ""
        self._share, self._over = 0.0, False

    def show_turn(self, turn: Turn | None, now: int, held: bool) -> None:
        """Show a turn; a held one shows no overrun, for grief has no limit."""
        self.spent = clock(turn.watch.elapsed(now)) if turn else ""
        limit = turn.limit if turn else None
        over = turn.over(now) if turn and not held else 0
        self.of = self.tr("of {0}").format(clock(limit)) if limit else ""
        if over:
            self.of = self.tr("{0} over {1}").format(clock(over), clock(limit or 0))
        if held:
            self.of = self.tr("held")
        self._share = turn.watch.elapsed(now) / limit if turn and limit else 0.0
        self._over = bool(over)
        self.setAccessibleName(f"{self.spent} {self.of}".strip())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        row = self.rect()
        at = write(painter, row, self.spent, 28, True)
        tint = "warn" if self._over else "ink2"
        if self._over:
            stamp(painter, at + 12, row.center().y(), "hourglass", "warn")
            at += 20
        at += 12 + write(painter, row.adjusted(at + 12, 0, 0, 0), self.of, 16, tint=tint)
        bar = QRect(at + 16, row.center().y() - 3, row.width() - at - 32, 8)
        if self._share and bar.width() > 40:
            painter.fillRect(bar, colour("track"))
            bar.setWidth(round(bar.width() * min(1.0, self._share)))
            painter.fillRect(bar, colour("warn" if self._over else "accent"))
        painter.end()


class SpeakerCard(QFrame):
    def __init__(self, live: Live, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._live = live
        self.face, self.turn = SpeakerFace(self), TurnBar(self)
        self.hold = Button("", self, icon("hand", "ink", 18))
        self.next = Button(self.tr("Next speaker"), self, primary=True)
        for button in (self.hold, self.next):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.turn, 1)
        row.addWidget(self.hold)
        row.addWidget(self.next)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 8, 24, 12)
        layout.setSpacing(0)
        layout.addWidget(self.face)
        layout.addLayout(row)
        self.next.clicked.connect(live.next_speaker)
        self.hold.clicked.connect(self.toggle_hold)
        live.changed.connect(self._on_changed)
        live.ticked.connect(self._show_time)
        self._show(live.state)

    def toggle_hold(self) -> None:
        """Hold the speaker's clock, or let it go on."""
        session = self._live.session
        self._live.attempt(session.unhold if self._live.state.floor.held else session.hold)

    def _on_changed(self, before: State, after: State) -> None:
        if after.floor is not before.floor or after.people is not before.people:
            self._show(after)

    def _show(self, state: State) -> None:
        floor = state.floor
        turn = floor.speaker
        person = state.people.get(turn.person) if turn else None
        self.face.show_speaker(person.called if person else "", *self._remark(state, turn, person))
        self.hold.say(self.tr("Go on") if floor.held else self.tr("Hold"))
        self.hold.setEnabled(turn is not None)
        self.next.setEnabled(bool(floor.queue))
        self._show_time(self._live.now())

    def _show_time(self, now: int) -> None:
        floor = self._live.state.floor
        self.turn.show_turn(floor.speaker, now, floor.held)

    def _remark(self, state: State, turn: Turn | None, person: Person | None) -> tuple[str, str]:
        """Return a remark on the turn, and the icon that goes with it."""
        interrupted = state.floor.interrupted
        if turn is not None and interrupted is not None:
            back = state.people[interrupted.person].called
            return self.tr("direct response – then back to {0}").format(isolated(back)), ""
        if turn is not None and person is not None and person.interpreted and turn.limit:
            return self.tr("interpreted – limit doubled"), "languages"
        plain = turn is None or turn.kind == "speak"
        return ("" if plain or turn is None else turn.kind.replace("_", " ")), ""
