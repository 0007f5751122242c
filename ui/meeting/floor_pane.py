"""The floor: who speaks, who waits, and the line in which a few letters find a name."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from facilitator.room.rounds import round_order
from ui.actions import ACTS
from ui.live import Live
from ui.meeting.kinds import ASKED
from ui.meeting.name_line import NameLine
from ui.meeting.queue_list import QueueList
from ui.meeting.speaker_card import SpeakerCard
from ui.meeting.turns_list import TurnsList
from ui.style import colour, icon
from ui.widgets.button import Button
from ui.widgets.keycap import legend
from ui.widgets.pane import Head
from ui.widgets.rows import Rows

LOW, LEAST = 300, 226  # px, below which the speaker's card is a low one, and the least there is
_HELP = {act.name: f"{act.help} {legend(act.keys[0])}" for act in ACTS if act.keys}


class FloorPane(QFrame):
    def __init__(self, live: Live, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("paper")
        self._live = live
        self.speaker = SpeakerCard(live, self)
        self.head = Head(self.tr("Next"), self, margin=24)
        self.take = Button(self.tr("take the suggestion"), self, height=26, key="Ctrl+S")
        self.queue, self.turns = QueueList(live, self), TurnsList(live, self)
        self.name = NameLine(live, self)
        self.found = self.name.found
        self.lists = QStackedWidget(self)
        reply = icon("corner-down-right", "ink", 18)
        self.response = Button(self.tr("Direct response"), self, reply)
        self._lay_out()
        self._connect()
        self._say()

    def _lay_out(self) -> None:
        for page in (self.queue, self.found, self.turns):
            self.lists.addWidget(page)
        self.take.setObjectName("flat")
        self.take.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.head.setFixedHeight(30)
        inside = self.head.layout()
        assert inside is not None
        inside.addWidget(self.take)
        inside.setContentsMargins(24, 0, 24 - 13, 0)  # the words of a flat button end at the margin
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 5, 24, 5)
        foot.setSpacing(12)
        foot.addWidget(self.name, 1)
        foot.addWidget(self.response)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for widget in (self.speaker, self.head):
            layout.addWidget(widget)
        layout.addWidget(self.lists, 1)
        layout.addLayout(foot)

    def _connect(self) -> None:
        name = self.name
        name.searched.connect(self._show_list)
        name.answered.connect(self._answered)
        name.walked.connect(self._walk)
        self.response.clicked.connect(lambda: self.ask("direct_response"))
        self.take.clicked.connect(self.take_suggestion)
        self.queue.shown.connect(self._say)
        self.queue.asked_why.connect(lambda key: name.ask_about(name.questions.why(key)))
        self.queue.asked_who.connect(lambda key: name.ask_about(name.questions.who_is(key)))
        self.turns.chosen.connect(lambda key: name.ask_about(name.questions.turn(int(key))))
        self.turns.left.connect(self._leave_turns)
        for button, act in (
            (self.speaker.next, "next_speaker"),
            (self.speaker.hold, "hold"),
            (self.take, "take_suggestion"),
            (self.response, "direct_response"),
        ):
            button.setToolTip(_HELP[act])

    # What the keys of the window do here

    def ask(self, code: str) -> None:
        """Ask for a name: to queue it, or to give it the floor for a direct response at once."""
        self.name.ask(code)

    def take_suggestion(self) -> None:
        """Give the floor to who is suggested, if a row says that somebody is."""
        if self.queue.suggestion is not None:
            self._live.next_speaker(self.queue.suggestion.person)

    def begin_round(self) -> None:
        """Ask everybody in the room in turn, unless a round is under way."""
        state, session = self._live.state, self._live.session
        if not any(row.kind == "round" for row in state.floor.queue):
            order = round_order(state.people, state.floor, state.segment)
            self._live.attempt(session.begin_round, order)

    def pass_turn(self, for_now: bool) -> None:
        """Let whoever's turn it is pass: the speaker in a round, else the first who waits."""
        floor, session = self._live.state.floor, self._live.session
        turn = floor.speaker
        if turn is not None and turn.kind == "round":
            self._live.attempt(session.skip, turn.person, for_now=for_now)
        elif floor.queue:
            self._live.attempt(session.skip, floor.queue[0].person, for_now=for_now)

    def show_turns(self) -> None:
        """Show the turns so far in the place of the queue, or the queue again."""
        if self.lists.currentWidget() is self.turns:
            self._leave_turns()
        elif self._live.state.floor.turns:
            self.name.reset()
            self._show_page(self.turns)
            self.turns.go_to(max(0, self.turns.currentIndex().row()))
            self.turns.setFocus()

    def rename(self) -> None:
        """Ask who somebody is: the row that has the keys, who is found, or the speaker."""
        floor, people = self._live.state.floor, self._live.state.people
        order = [row.person for row in floor.queue]
        if self.turns.hasFocus() and self.turns.current:
            person = floor.turns[int(self.turns.current) - 1].person
        elif self.queue.hasFocus():
            person = self.queue.current
        elif self.found.current in people and self.name.asking.code in ASKED:
            person = self.found.current
        else:
            person = floor.speaker.person if floor.speaker else next(iter(order), "")
        if person in people:
            self.name.ask_about(self.name.questions.who_is(person))

    # The lists

    def _show_list(self) -> None:
        """Show whom the letters in the line find, else what they are about."""
        asking = self.name.asking
        self.queue.mark(asking.about)
        beneath = self.turns if asking.code == "turn" else self.queue
        self._show_page(self.found if self.found.rows else beneath)

    def _show_page(self, page: QWidget) -> None:
        self.lists.setCurrentWidget(page)
        if page is self.turns:
            self.turns.refresh()
        self._say()

    def _answered(self, code: str) -> None:
        if code == "turn":
            self.show_turns()

    def _leave_turns(self) -> None:
        self._show_page(self.queue)
        (self.queue if self.queue.rows else self.name).setFocus()

    def _walk(self, step: int) -> None:
        page = self.lists.currentWidget()
        if isinstance(page, Rows):
            page.walk(step)
            if page is not self.found:
                page.setFocus()

    def _say(self) -> None:
        """Say in the head what the list beneath is, and offer the suggestion if there is one."""
        on_turns = self.lists.currentWidget() is self.turns or self.name.asking.code == "turn"
        self.head.title.setText(self.tr("Turns so far") if on_turns else self.tr("Next"))
        told = self.tr("the newest first, Enter puts one right") if on_turns else self.queue.order
        self.head.remark.setText(told)
        self.take.setVisible(self.queue.suggestion is not None and not on_turns)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.speaker.set_low(self.height() < LOW)

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), LEAST)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        head = self.head.geometry()
        with QPainter(self) as painter:
            painter.fillRect(head, colour("ground"))
            painter.fillRect(head.left(), head.top(), head.width(), 1, colour("line"))
