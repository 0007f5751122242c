"""The turns so far, the newest first."""

from typing import NamedTuple

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from facilitator.log.state import State
from facilitator.room.floor import Turn
from ui.live import Live
from ui.meeting.kinds import PLAIN, kind
from ui.style import colour
from ui.widgets.ink import RIGHT, isolated, width, write
from ui.widgets.rows import Row, Rows
from ui.words import clock, time_of_day

HEIGHT = 36


class _Told(NamedTuple):
    turn: Turn
    running: bool
    row: Row


class TurnsList(Rows):
    """The key of a row is the number of its turn, counted from 1."""

    def __init__(self, live: Live, parent: QWidget | None = None) -> None:
        super().__init__("", HEIGHT, _paint, parent)
        self.setAccessibleName(self.tr("Turns so far"))
        self._live, self._people = live, live.state.people
        self._known: list[_Told] = []
        live.changed.connect(self._on_changed)

    def refresh(self) -> None:
        """Show the turns as they stand; a turn that is over and unchanged keeps its row."""
        floor, people = self._live.state.floor, self._live.state.people
        running = set(floor.on)
        known = self._known if people is self._people else []
        self._people, self._known = people, []
        for n, turn in enumerate(floor.turns):
            same = n < len(known) and known[n].turn is turn and known[n].running == (n in running)
            self._known.append(known[n] if same else self._told(n, turn, n in running))
        self.show_rows([told.row for told in reversed(self._known)])

    def _on_changed(self, before: State, after: State) -> None:
        if self.isVisible():
            self.refresh()

    def _told(self, n: int, turn: Turn, running: bool) -> _Told:
        state, begun = self._live.state, turn.watch.begun
        time = "" if begun is None else time_of_day(state.meeting, begun)
        person = state.people.get(turn.person)
        name = person.called if person is not None else turn.person
        of = "" if turn.kind == PLAIN else kind(turn.kind).words.lower()
        spent = turn.watch.elapsed(self._live.now())
        length = self.tr("has the floor") if running else clock(spent)
        words = ", ".join(word for word in (time, name, of, length) if word)
        return _Told(turn, running, Row(str(n + 1), words, (time, name, of, length)))


def _paint(painter: QPainter, rect: QRect, row: Row, picked: bool) -> None:
    time, name, of, length = row.content
    if picked:
        painter.fillRect(rect, colour("accent_tint"))
        painter.fillRect(QRect(rect.left(), rect.top(), 4, rect.height()), colour("accent"))
    inside = rect.adjusted(24, 0, -24, 0)
    write(painter, inside, time, 13, tint="ink2")
    write(painter, inside, length, 14, align=RIGHT)
    taken = width(length, 14) + 16
    if of:
        write(painter, inside.adjusted(0, 0, -taken, 0), of, 13, tint="ink2", align=RIGHT)
        taken += width(of, 13) + 16
    write(painter, inside.adjusted(52, 0, -taken, 0), isolated(name), 15, bold=picked)
