"""The running part and its clock."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.log.state import State
from facilitator.room.agenda import Segment
from facilitator.room.clock import MINUTE
from ui.live import Live
from ui.widgets.clock_face import ClockFace, Face
from ui.words import clock, countdown, minutes, time_of_day

SOON = 2 * MINUTE  # before the end of a part: time to wrap up


class ClockPane(QWidget):
    def __init__(self, live: Live, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._live = live
        self.clock = ClockFace(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.clock)
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
        following = self.tr("next: {0}").format(coming[0].title) if coming else self.tr("last part")
        if running is not None:
            self.clock.show_face(self._running(running, following, now))
        elif state.meeting.ended is not None:
            self.clock.show_face(self._ended())
        else:
            self.clock.show_face(self._idle(coming, now))

    def _running(self, segment: Segment, following: str, now: int) -> Face:
        state = self._live.state
        left, whole = segment.left(now), segment.length + segment.granted
        place = (state.agenda.place(segment.id) or 0) + 1
        ends = time_of_day(state.meeting, now + max(0, left))
        paused = state.agenda.paused
        since = time_of_day(state.meeting, segment.watch.stopped or now)
        over = left < 0 and not paused
        return Face(
            title=f"{place}  {segment.title}",
            digits=countdown(left),
            word=self.tr("paused") if paused else self.tr("over") if over else self.tr("left"),
            of=self.tr("of {0}").format(clock(whole)),
            ends=self.tr("since {0}").format(since)
            if paused
            else self.tr("ends {0}").format(ends)
            if not over
            else self.tr("ended {0}").format(time_of_day(state.meeting, now + left)),
            next=following,
            prompt=segment.prompt,
            share=segment.watch.elapsed(now) / whole if whole > 0 else 1.0,
            running=not paused,
            over=over,
            soon=0 <= left <= SOON and whole > 2 * SOON and not paused,
        )

    def _ended(self) -> Face:
        prompt = self.tr("Ctrl+E writes the summary. Whatever is still to note can be noted.")
        return Face(title=self.tr("The session has ended"), prompt=prompt, running=True)

    def _idle(self, coming: tuple[Segment, ...], now: int) -> Face:
        state = self._live.state
        if not coming:
            return Face(title=self.tr("Nothing more on the agenda"), running=True)
        opens, begun = state.meeting.opens, state.agenda.begun is not None
        late = now - opens if opens is not None and not begun else state.agenda.idle(now)
        first = coming[0]
        return Face(
            title=self.tr("Not started: {0}").format(first.title),
            digits=clock(late) if late > 0 else clock(first.length),
            word=self.tr("waiting") if late > 0 else self.tr("planned"),
            of=self.tr("{0} planned").format(minutes(first.length)) if late > 0 else "",
            prompt=first.prompt,
        )
