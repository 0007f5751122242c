"""Ready: what is still to do, if this computer is fit for the evening, papers, the way to Live."""

from functools import partial
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from facilitator.figures.lacks import lacks
from facilitator.log.state import State
from facilitator.preflight import Finding, Measured, findings
from facilitator.publish.papers.printing import KINDS, Order
from facilitator.room.clock import SECOND
from facilitator.room.timetable import Timetable, timetable
from ui.live import Live
from ui.prepare.ready_checks import Checks
from ui.prepare.ready_look import Looking
from ui.prepare.ready_papers import Papers
from ui.prepare.ready_printing import ask
from ui.prepare.tab import SIDE, Tab
from ui.widgets.button import Button
from ui.widgets.ink import isolated
from ui.words import day, time_of_day

ROOMY = 900  # px: below, the papers stand under the rest
ANY_WIDTH = 16_777_215


class ReadyTab(Tab):
    went_live = Signal()

    def __init__(self, live: Live, parent: QWidget | None = None) -> None:
        super().__init__(live, parent)
        self.checks, self.papers = Checks(self), Papers(self)
        self.live_button = Button(self.tr("Go live"), self, primary=True, height=48, key="Ctrl+3")
        self.looking = Looking(live, self)
        self._measured: Measured | None = None
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._side = QFrame(self)
        self._side.setObjectName("beside")
        side = QVBoxLayout(self._side)
        side.setContentsMargins(1, 0, 0, 0)  # the line at the left is its own
        side.addWidget(self.papers, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(20, 8, 20, 20)
        foot.addWidget(self.live_button)
        side.addLayout(foot)
        inside = QWidget(self)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(0)
        self._columns.addWidget(self.checks, 1)
        self._columns.addWidget(self._side)
        self.area = QScrollArea(self)
        self.area.setObjectName("paper")
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.area.setAccessibleName(self.tr("What is to do before the session"))
        self.area.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.area)

    def _connect(self) -> None:
        self.checks.asked.connect(lambda tab: self.go.emit(tab, ""))
        self.papers.wanted.connect(self._print)
        self.papers.left.connect(self.come)
        self.live_button.clicked.connect(self.went_live)
        self.looking.found.connect(self._on_found)
        for n, kind in enumerate(KINDS, 1):
            key = QShortcut(QKeySequence(f"{n}"), self)
            key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            key.activated.connect(partial(self.papers.order, kind))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the papers below where there is no room beside."""
        super().resizeEvent(event)
        roomy, ways = self.width() >= ROOMY, QBoxLayout.Direction
        self._columns.setDirection(ways.LeftToRight if roomy else ways.TopToBottom)
        self._side.setMaximumWidth(SIDE if roomy else ANY_WIDTH)
        self._side.setMinimumWidth(SIDE if roomy else 0)

    # Following the session

    def follow(self, before: State | None, after: State) -> None:
        if before is None:
            self.looking.begin()
        if after is not before:
            self._show(after)

    def _on_found(self, measured: Measured) -> None:
        if measured != self._measured:
            self._measured = measured
            self._show(self._live.state)

    def _show(self, state: State) -> None:
        times = timetable(state.meeting, state.agenda, self._live.now())
        found = [
            Finding(*lack, good=False, tab=lack.tab) for lack in lacks(state, self._live.now())
        ]
        if not found:
            found.append(Finding(self.tr("The plan"), self._plan(state, times)))
        if self._measured is not None:
            found += findings(self._measured, (times.ends - times.begins) // SECOND)
        self.checks.show_findings(found)
        order = [self.area, *self.checks.buttons, *self.papers.fields, self.live_button]
        for one, following in pairwise(order):
            QWidget.setTabOrder(one, following)
        self._say(state, sum(not one.good for one in found))
        self.papers.show_state(state)

    def _say(self, state: State, todo: int) -> None:
        told = {0: self.tr("Ready to begin"), 1: self.tr("One thing to look at")}
        self.checks.title.say(told.get(todo) or self.tr("{0} things to look at").format(todo))
        meeting = state.meeting
        when = ", ".join(filter(None, (day(meeting.date, weekday=True), meeting.start)))
        place = isolated(meeting.venue) or isolated(meeting.city)
        waits = self.tr("none of it keeps you from going live") if todo else ""
        words = " · ".join(filter(None, (when, place, waits)))
        self.checks.told.say(f"{words[:1].upper()}{words[1:]}")

    def _plan(self, state: State, times: Timetable) -> str:
        parts = sum(line.stretch.state != "dropped" for line in times.lines)
        ends = time_of_day(state.meeting, times.ends)
        sure = sum(person.confirmed for person in state.people.values())
        words = self.tr(
            "It ends at {0}, with all its parts ({1}); on the list: {2}, confirmed: {3}."
        )
        return words.format(ends, parts, len(state.people), sure)

    # What hands do

    def come(self, about: str = "") -> None:
        """Begin at the first thing that can be mended, or at the way to Live."""
        buttons = self.checks.buttons
        (buttons[0] if buttons else self.live_button).setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.come()
        else:
            super().keyPressEvent(event)

    def _print(self, order: Order) -> None:
        ask(order, self._live, self, partial(self._on_made, order.kind))

    def _on_made(self, kind: str, path: Path, pages: int) -> None:
        count = self.tr("1 page") if pages == 1 else self.tr("{0} pages").format(pages)
        words = self.tr("Saved: {0}, {1}").format(path.name, count)
        self.papers.papers[kind].show_made(path, words)
