"""The running part and its clock; while nothing runs, how long so, and what can be started."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from facilitator.log.state import State
from facilitator.room.agenda import Segment
from facilitator.room.clock import MINUTE
from facilitator.room.cues import warning
from ui.chime import Chime
from ui.live import Live
from ui.meeting.prompt import Prompt
from ui.meeting.starts import Starts
from ui.meeting.titles import short
from ui.settings import Settings
from ui.widgets.clock_face import ClockFace, Face
from ui.words import clock, countdown, minutes, time_of_day

LINE, LINES = 44, 64  # px that a prompt of one line takes, and of two
FIELD, LARGE = 150, 160  # px that the clock keeps before the prompt, and before its second line
HIGHEST = 500  # px; from there on larger digits would only shout
WIDE = 640  # px from which on a low pane has what can be started beside the clock


class ClockPane(QWidget):
    left = Signal()  # the keys may go

    def __init__(self, live: Live, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._live = live
        self.setObjectName("paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumSize(300, 110)
        self.setMaximumHeight(HIGHEST)
        self.clock, self.starts, self.prompt = ClockFace(self), Starts(live, self), Prompt(self)
        self.chime = Chime(live, lambda: Settings().chime, parent=self)
        self._both = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._both.addWidget(self.clock, 1)
        self._both.addWidget(self.starts, 0, Qt.AlignmentFlag.AlignBottom)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._both, 1)
        layout.addWidget(self.prompt)
        self.starts.left.connect(self.left)
        live.changed.connect(self._on_changed)
        live.ticked.connect(self.refresh)
        self.refresh(live.now())

    def _on_changed(self, before: State, after: State) -> None:
        if after.agenda is not before.agenda or after.meeting is not before.meeting:
            self.refresh(self._live.now())

    def refresh(self, now: int) -> None:
        """Say what the clock says at this moment."""
        state = self._live.state
        running, coming = state.agenda.running, state.agenda.coming()
        if state.meeting.ended is not None:
            self._show(self._ended(), self._after())
        elif running is not None:
            self._show(self._running(running, now), running.prompt)
        elif coming:
            self._show(self._waiting(coming[0], now), coming[0].prompt)
        else:
            self._show(Face(title=self.tr("Nothing more on the agenda")), "")
        self._lay(self.starts.refresh(now))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay(self.starts.isVisibleTo(self))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _show(self, face: Face, prompt: str) -> None:
        self.clock.show_face(face)
        self.prompt.say(prompt)

    def _lay(self, starts: bool) -> None:
        """Show beneath the clock what can be started, or else the prompt; the clock comes first."""
        two = self.prompt.lines(self.width()) > 1 and self.height() >= LARGE + LINES
        self.prompt.setFixedHeight(LINES if two else LINE)
        self.starts.setFixedHeight(LINES if two else LINE)
        self.starts.setVisible(starts)
        low = self.height() < FIELD and self.width() >= WIDE
        way = QBoxLayout.Direction
        self._both.setDirection(way.LeftToRight if low else way.TopToBottom)
        fits = self.height() >= FIELD + LINE
        self.prompt.setVisible(bool(self.prompt.text) and not starts and fits)

    # What it says

    def _running(self, part: Segment, now: int) -> Face:
        left, whole = part.left(now), part.length + part.granted
        face = self._of(part)._replace(
            digits=countdown(left),
            share=part.watch.elapsed(now) / whole if whole > 0 else 1.0,
        )
        if self._live.state.agenda.paused:
            return self._paused(face, part, now)
        return self._timed(face, left, whole, now, 0 < left <= warning(part))

    def _of(self, part: Segment) -> Face:
        """Return what the face says of a part whether it runs or not."""
        agenda = self._live.state.agenda
        following = [segment for segment in agenda.coming() if segment is not part]
        next_ = self.tr("next: {0}").format(short(following[0].title)) if following else ""
        place, whole = agenda.place(part.id) or 0, part.length + part.granted
        step = 5 * MINUTE / whole if whole > 0 else 0.0
        return Face(title=short(part.title), number=place + 1, next=next_, step=step)

    def _timed(self, face: Face, left: int, whole: int, now: int, soon: bool) -> Face:
        end, whole_said = self._at(now + left), clock(whole)
        if left < 0:
            return face._replace(
                word=self.tr("over"),
                of=self.tr("the planned {0}").format(whole_said),
                ends=self.tr("due to end {0}").format(end),
                running=True,
                over=True,
            )
        return face._replace(
            word=self.tr("left"),
            of=self.tr("of {0}").format(whole_said),
            ends=self.tr("ends {0}").format(end),
            soon=self.tr("wrap up soon") if soon else "",
            running=True,
        )

    def _paused(self, face: Face, part: Segment, now: int) -> Face:
        stopped = part.watch.stopped or now
        since = self.tr("over, since {0}") if part.left(now) < 0 else self.tr("since {0}")
        return face._replace(
            word=self.tr("paused"),
            of=self.tr("for {0}").format(clock(now - stopped)),
            ends=since.format(self._at(stopped)),
        )

    def _waiting(self, first: Segment, now: int) -> Face:
        state = self._live.state
        opens, face = state.meeting.opens, self._of(first)
        planned = self.tr("{0} planned").format(minutes(first.length + first.granted))
        if state.agenda.begun is not None:
            idle = state.agenda.idle(now)
            stopped = self.tr("since {0}").format(self._at(now - idle))
            return face._replace(digits=clock(idle), word=self.tr("nothing runs"), of=stopped)
        if opens is None or now < opens:
            begins = "" if opens is None else self.tr("begins {0}").format(self._at(opens))
            digits = clock(first.length + first.granted)
            return face._replace(digits=digits, word=self.tr("planned"), of=begins)
        due = self.tr("due {0}").format(self._at(opens))
        word = self.tr("not started")
        return face._replace(digits=clock(now - opens), word=word, of=planned, ends=due)

    def _ended(self) -> Face:
        state = self._live.state
        face, begun = Face(title=self.tr("The session has ended")), state.agenda.begun
        if begun is None or state.meeting.ended is None:
            return face
        return face._replace(
            digits=clock(state.meeting.ended - begun),
            word=self.tr("in all"),
            of=self.tr("from {0}").format(self._at(begun)),
            ends=self.tr("to {0}").format(self._at(state.meeting.ended)),
        )

    def _after(self) -> str:
        return self.tr("Ctrl+4 wraps it up. Whatever is still to note can be noted.")

    def _at(self, moment: int) -> str:
        return time_of_day(self._live.state.meeting, moment)
