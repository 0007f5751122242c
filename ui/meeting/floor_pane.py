"""The floor: who speaks, who waits, and the line in which a few letters find a name."""

from collections import Counter

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from facilitator.figures.timing import length_in_words
from facilitator.log.state import State
from facilitator.room.clock import MINUTE
from facilitator.room.floor import Waiting
from facilitator.room.people import Person, find
from facilitator.session import new_id
from ui.live import Live
from ui.meeting.speaker_card import SpeakerCard
from ui.style import colour, icon
from ui.widgets.button import Button
from ui.widgets.ink import RIGHT, width, write
from ui.widgets.line import Line
from ui.widgets.pane import Head
from ui.widgets.rows import Row, Rows

MOST_FOUND = 20
NEWCOMER = "+"  # the key of the row that stands for a name on no list


class FloorPane(QFrame):
    def __init__(self, live: Live, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("paper")
        self._live, self._responding = live, False
        self.speaker = SpeakerCard(live, self)
        self.head = Head(self.tr("Next"), self, margin=24)
        self.queue = Rows(self.tr("Waiting to speak"), 40, _paint_waiting, self)
        self.found = Rows(self.tr("People found"), 40, _paint_found, self)
        self.found.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.lists = QStackedWidget(self)
        self.lists.addWidget(self.queue)
        self.lists.addWidget(self.found)
        self.name = Line(self.tr("Add a speaker"), "", self)
        reply = icon("message-square-reply", "ink", 18)
        self.response = Button(self.tr("Direct response"), self, reply)
        self._lay_out()
        self._connect()
        self.ask(responding=False)
        self._show(live.state)

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 8, 24, 8)
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
        self.name.textEdited.connect(self._search)
        self.name.returnPressed.connect(self._enter)
        self.name.walked.connect(self._walk)
        self.name.left.connect(lambda: self.ask(responding=False))
        self.response.clicked.connect(lambda: self.ask(responding=True))
        self.queue.chosen.connect(
            lambda key: self._live.attempt(self._live.session.give_floor, key)
        )
        self.queue.pressed_on.connect(self._key_on)
        self._live.changed.connect(self._on_changed)
        self._live.ticked.connect(self._on_tick)

    def ask(self, responding: bool) -> None:
        """Ask for a name: to queue it, or to give it the floor for a direct response at once."""
        self._responding = responding
        self.name.setText("")
        self._search("")
        self.name.setPlaceholderText(
            self.tr("Direct response from: a few letters of the name")
            if responding
            else self.tr("Add a speaker: a few letters of the name")
        )
        if responding:
            self.name.setFocus()

    def _search(self, letters: str) -> None:
        typed = " ".join(letters.split())
        people = self._live.state.people
        hits = [(p.id, p.called, _groups(p)) for p in find(people, typed, MOST_FOUND)]
        if typed:
            hits.append((NEWCOMER, typed, self.tr("new to the list")))
        rows = [Row(key, f"{name}, {told}", (name, told)) for key, name, told in hits]
        self.found.show_rows(rows)
        self.found.go_to(0)
        self.lists.setCurrentWidget(self.found if typed else self.queue)

    def _walk(self, step: int) -> None:
        if self.lists.currentWidget() is self.found:
            self.found.walk(step)
        else:
            self.queue.walk(step)
            self.queue.setFocus()

    def _enter(self) -> None:
        """Queue whom the list points at; a name on no list is a walk-in, without a question."""
        live, session, key = self._live, self._live.session, self.found.current
        if not key:
            return
        if self._responding:
            person, name = (new_id(), self.name.text()) if key == NEWCOMER else (key, "")
            done = live.attempt(session.give_floor, person, "direct_response", name=name)
        elif key == NEWCOMER:
            done = live.attempt(session.queue_newcomer, self.name.text())
        else:
            done = live.attempt(session.queue, key)
        if done or live.state.floor.waits(key):
            self.ask(responding=False)

    def _key_on(self, person: str, event: QKeyEvent) -> None:
        """Withdraw, pass for now, or move the row the keys are on."""
        live, session = self._live, self._live.session
        order = [row.person for row in live.state.floor.queue]
        place = order.index(person)
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        match event.key():
            case Qt.Key.Key_Delete:
                live.attempt(session.withdraw, person)
            case Qt.Key.Key_P:
                live.attempt(session.skip, person, for_now=True)
            case Qt.Key.Key_Up if alt and place > 0:
                live.attempt(session.move, person, order[place - 1])
            case Qt.Key.Key_Down if alt and place < len(order) - 1:
                live.attempt(session.move, person, [*order, None][place + 2])
            case _:
                return
        event.accept()

    def _on_changed(self, before: State, after: State) -> None:
        if after.floor is not before.floor or after.people is not before.people:
            self._show(after)

    def _on_tick(self, now: int) -> None:
        if self._live.state.floor.queue and now // 1000 % 15 == 0:
            self._show(self._live.state)

    def _show(self, state: State) -> None:
        waiting, now = state.floor.queue, self._live.now()
        self.head.remark.setText(
            self.tr("{0} waiting, in the order they asked").format(len(waiting))
            if waiting
            else self.tr("nobody is waiting")
        )
        turns = Counter(turn.person for turn in state.floor.turns)
        rows = []
        for place, row in enumerate(waiting, 1):
            name, reason = state.people[row.person].called, self._reason(row, turns, now)
            rows.append(Row(row.person, f"{place}, {name}, {reason}", (place, name, reason)))
        self.queue.show_rows(rows)

    def _reason(self, row: Waiting, turns: Counter[str], now: int) -> str:
        """Return what a facilitator wants to know of somebody who waits."""
        spoke = turns[row.person]
        heard = self.tr("not heard yet") if not spoke else self.tr("spoke {0}×").format(spoke)
        waited = (now - row.since) // MINUTE
        parts = [row.kind.replace("_", " ") if row.kind != "speak" else "", heard]
        parts.append(self.tr("waited {0}").format(length_in_words(waited)) if waited > 0 else "")
        return ", ".join(part for part in (*parts, row.reason) if part)


def _groups(person: Person) -> str:
    return ", ".join(code.replace("_", " ").lower() for code in person.groups)


def _paint_waiting(painter: QPainter, rect: QRect, row: Row, picked: bool) -> None:
    place, name, reason = row.content
    taken = min(width(reason, 13), rect.width() // 2) + 12
    write(painter, rect.adjusted(24, 0, 0, 0), str(place), 14, tint="ink3")
    write(painter, rect.adjusted(52, 0, -24 - taken, 0), name, 17)
    room = rect.adjusted(rect.width() - 24 - taken, 0, -24, 0)
    write(painter, room, reason, 13, tint="ink2", align=RIGHT)


def _paint_found(painter: QPainter, rect: QRect, row: Row, picked: bool) -> None:
    name, remark = row.content
    if picked:
        painter.fillRect(rect, colour("accent_tint"))
        painter.fillRect(QRect(rect.left(), rect.top(), 4, rect.height()), colour("accent"))
    write(painter, rect.adjusted(52, 0, -240, 0), name, 17, bold=picked)
    room = rect.adjusted(rect.width() - 240, 0, -24, 0)
    write(painter, room, remark, 13, tint="ink2", align=RIGHT)
