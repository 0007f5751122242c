"""Seating: who sits at which table, by a rule that is told, and as hands put it right."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from facilitator.log.state import State
from facilitator.room.finding import find
from facilitator.room.meeting import Meeting
from facilitator.room.people import People
from facilitator.room.seating import seat_everyone, seat_others, tables_for
from facilitator.room.seating_bounds import Gap, Tables, gaps, tables_of
from ui.live import Live
from ui.prepare.seating_hall import SeatingHall
from ui.prepare.seating_head import ROOMY, SeatingHead
from ui.prepare.seating_side import SeatingSide
from ui.prepare.seating_words import short
from ui.prepare.tab import SIDE, Tab
from ui.widgets.foot import Foot


class SeatingTab(Tab):
    def __init__(self, live: Live, parent: QWidget | None = None) -> None:
        super().__init__(live, parent)
        self.head, self.hall, self.side = SeatingHead(self), SeatingHall(self), SeatingSide(self)
        keys = {
            "Alt+Up": self.tr("table before"),
            "Alt+Down": self.tr("table after"),
            "Return": self.tr("type the table"),
            "Del": self.tr("no table"),
            "Ctrl+Z": self.tr("undo"),
        }
        self._foot = Foot(list(keys.items()), self)
        self._tables: Tables = {}
        self._found: list[str] = []
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._side = _scrolling(self.side)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(0)
        self._middle = QVBoxLayout()
        self._middle.setSpacing(0)
        self._middle.addWidget(self.head)
        self._middle.addWidget(self.hall, 1)
        self._columns.addLayout(self._middle, 1)
        self._columns.addWidget(self._side)
        inside = self._inside = QFrame(self)
        inside.setObjectName("paper")
        inside.setLayout(self._columns)
        self._columns.setContentsMargins(0, 0, 0, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._page = _scrolling(inside)
        self._page.setObjectName("paper")
        layout.addWidget(self._page, 1)
        self._outside = layout

    def _connect(self) -> None:
        head, hall, side = self.head, self.hall, self.side
        head.seats.keep = lambda typed: self._change(seats=int(typed))
        head.way.chosen.connect(lambda way: self._change(seating=way))
        head.together.chosen.connect(lambda on: self._change(languages_together=on))
        head.seats.finished.connect(head.way.setFocus)
        head.everyone.clicked.connect(lambda: self._deal(seat_everyone))
        head.others.clicked.connect(lambda: self._deal(seat_others))
        head.finder.textChanged.connect(self._find)
        head.finder.walked.connect(self._next)
        head.finder.returnPressed.connect(lambda: self._next(1))
        hall.chosen.connect(self._on_chosen)
        hall.moved.connect(self._seat)
        hall.numbered.connect(side.ask_table)
        side.seated.connect(self._seat)
        for left in (head.left, side.left):
            left.connect(self._back)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the side below where there is no room beside."""
        super().resizeEvent(event)
        roomy = self.width() >= ROOMY
        ways = QBoxLayout.Direction
        self._columns.setDirection(ways.LeftToRight if roomy else ways.TopToBottom)
        self._side.setFixedWidth(SIDE) if roomy else self._side.setMaximumWidth(16777215)
        self._side.setMinimumHeight(0 if roomy else self.side.sizeHint().height())
        (self._middle if roomy else self._outside).addWidget(self._foot)
        self._foot.setVisible(self.height() >= 400)

    # Following the session

    def follow(self, before: State | None, after: State) -> None:
        meeting, people = after.meeting, after.people
        if before and before.meeting is meeting and before.people is people:
            return
        self._tables = tables_of(people)
        found = gaps(people, meeting)
        self.head.show_meeting(meeting, self._tables)
        self._say_empty(meeting)
        self.hall.show_tables(_shown(self._tables, meeting), meeting.seats, _marks(found))
        self.side.show_rule(meeting, found, bool(self._tables.keys() - {0}))
        self._show_person()

    def _say_empty(self, meeting: Meeting) -> None:
        self.hall.empty = (
            self.tr("The tables show here once there are people to sit at them"),
            self.tr("Alt 3 leads to the people: type their names, or bring in a spreadsheet."),
        )

    def _on_chosen(self) -> None:
        """Show who the keys are on; in a narrow window the page has to move too."""
        self._show_person()
        at = self.hall.mapTo(self._inside, self.hall.spot)
        self._page.ensureVisible(at.x(), at.y(), 0, 60)

    def _show_person(self) -> None:
        person = self._live.state.people.get(self.hall.current)
        those = self._tables.get(max(0, person.table), []) if person else []
        self.side.show_person(person, those, self._live.state.meeting)

    # What hands do

    def come(self, about: str = "") -> None:
        """Begin at the size of the tables until it is known, then at who sits there."""
        if self._live.state.meeting.seats:
            self._back()
        else:
            self.head.seats.setFocus()

    def search(self) -> None:
        self.head.finder.setFocus()
        self.head.finder.selectAll()

    def _back(self) -> None:
        """Give the keys to the tables."""
        self.head.finder.setText("")
        self.hall.setFocus()

    def _change(self, **fields: object) -> bool:
        """Change how people are to sit; nobody moves by it yet."""
        self._live.attempt(self._live.session.change_meeting, **fields)
        meeting = self._live.state.meeting
        return all(getattr(meeting, name) == value for name, value in fields.items())

    def _seat(self, person: str, table: int) -> None:
        self._live.attempt(self._live.session.seat, {person: table})

    def _deal(self, deal: Callable[[People, Meeting], dict[str, int]]) -> None:
        """Seat people by the rule; first of all it must be known how many a table takes."""
        if not self._live.state.meeting.seats:
            self.head.seats.setFocus()
            return
        people = self._live.state.people
        seats = deal(people, self._live.state.meeting)
        moved = {ident: table for ident, table in seats.items() if people[ident].table != table}
        self._live.attempt(self._live.session.seat, moved)
        late = moved and deal is seat_others
        self.hall.go_to(next(iter(moved)) if late else self.hall.plan.first)
        self.hall.setFocus()

    def _find(self, letters: str) -> None:
        people = self._live.state.people
        wanted = find(people, letters) if letters.strip() else []
        self._found = [person.id for person in wanted if person.left is None]
        self.hall.show_found(self._found)

    def _next(self, step: int) -> None:
        """Go on to the next of those who were found."""
        if self._found:
            current = self.hall.current
            at = self._found.index(current) + step if current in self._found else 0
            self.hall.go_to(self._found[at % len(self._found)])


def _shown(tables: Tables, meeting: Meeting) -> Tables:
    """Return the tables with those that nobody sits at yet, and one more to begin."""
    people = sum(map(len, tables.values()))
    if not meeting.seats or not people:
        return tables
    needed = tables_for(people, meeting.seats)
    taken = {*tables, *range(1, needed + 1)} - {0}
    more = next(n for n in range(1, len(taken) + 2) if n not in taken)
    numbers = sorted({*taken, more} | ({0} & tables.keys()))
    return {number: tables.get(number, []) for number in numbers}


def _marks(found: list[Gap]) -> dict[int, str]:
    """Return what is wrong with each table, in a few words."""
    marks: dict[int, str] = {}
    for gap in found:
        for table in () if gap.must else gap.tables:
            marks.setdefault(table, short(gap))
    return marks


def _scrolling(widget: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidgetResizable(True)
    area.setWidget(widget)
    area.viewport().setAutoFillBackground(False)
    return area
