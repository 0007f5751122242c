"""A series at a glance: what is next, the line of its sessions, and the promises that wait."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from ui.home import next_words
from ui.home.columns import Columns
from ui.home.coming import Coming, Told
from ui.home.promises_side import PromisesSide
from ui.home.series_line import SeriesLine, Stop
from ui.home.sessions_list import HEIGHT, paint_session, session_rows
from ui.home.standing import Line, Series, asked_of, state_of
from ui.widgets.rows import Rows
from ui.words import date_of, day

if TYPE_CHECKING:
    from facilitator.record.shelf import Shelf


class Overview(Columns):
    opened = Signal(str)  # the id of a session
    rehearsed = Signal(str)
    went_live = Signal(str)
    plan_wanted = Signal()
    returned = Signal()
    promise_opened = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.coming = Coming(self)
        self.line = SeriesLine(self)
        self.sessions = Rows(self.tr("Sessions"), HEIGHT, paint_session, self)
        self.side = PromisesSide(self)
        self._next, self._is_trial = "", False
        self._lay_out()
        self.coming.chosen.connect(self._choose)
        self.coming.rehearsed.connect(lambda: self.rehearsed.emit(self._next))
        self.coming.went_live.connect(lambda: self.went_live.emit(self._next))
        self.sessions.chosen.connect(self.opened)
        self.sessions.selectionModel().currentChanged.connect(self._reveal)
        self.side.opened.connect(self.promise_opened)

    def _lay_out(self) -> None:
        for widget in (self.coming, self.line, self.sessions):
            self.column.addWidget(widget)
        self.column.addStretch(1)
        self.sessions.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.hold(self.side, (self.sessions, self.side.list))

    @property
    def needed(self) -> int:
        return self.side.needs

    def show_series(self, series: Series, shelf: "Shelf", today: str, is_trial: bool) -> None:
        """Show how a series stands on this day; a trial is left before anything is planned."""
        self._is_trial = is_trial
        coming, every = series.coming, shelf.promises()
        asked = asked_of(every)
        numbers = {line["session"]: n for n, line in enumerate(series.sessions, 1)}
        self._next = "" if coming is None else coming["session"]
        if coming is None:
            self.coming.show_session(self._nothing_next(series), [], False, is_trial)
        else:
            seats = shelf.seats(self._next)
            planned = state_of(coming, today) == "planned"
            figures = next_words.figures(coming, today, seats, None, asked[self._next])
            self.coming.show_session(next_words.told(coming, today), figures, planned, is_trial)
            if planned and any(group["seats"] for group in seats):
                QTimer.singleShot(0, self, lambda: self._name_groups(coming, today, seats))
        rows = session_rows(series, today, asked)
        self._show_line(series, numbers, today)
        self.line.setVisible(bool(rows))
        self.sessions.show_rows(rows)
        self.sessions.setFixedHeight(HEIGHT * len(rows))
        self.sessions.setVisible(bool(rows))
        held = {line["session"] for line in (*series.sessions, *series.tables)}
        self.side.show_promises([one for one in every if one["session"] in held], numbers, today)
        self.side.tell_of_others([one for one in every if one["session"] not in held], today)
        self.fit()

    @property
    def leads_back(self) -> bool:
        """Say whether what is offered first is the way back from a trial."""
        return self._is_trial and not self._next

    def take_keys(self) -> None:
        """Give the keys to what comes next; after the last session, to the sessions."""
        (self.coming.deed if self._next or not self.sessions.rows else self.sessions).setFocus()

    def _nothing_next(self, series: Series) -> Told:
        last = series.sessions[-1]["date"] if series.sessions else ""
        before = self.tr("The last one was on {0}").format(day(last, weekday=True, whole=True))
        return Told(
            self.tr("Next session"),
            self.tr("None is planned yet"),
            before if last else "",
            "",
            self.tr("Back to your own sessions") if self._is_trial else self.tr("Plan a session"),
        )

    def _show_line(self, series: Series, numbers: dict[str, int], today: str) -> None:
        stops = []
        for line in series.sessions:
            when = date_of(line["date"])
            if when is not None:
                number, state = numbers[line["session"]], state_of(line, today)
                stops.append(Stop(number, when, state, line is series.coming))
        now = date_of(today)
        if now is not None:
            self.line.show_stops(stops, now)

    def _name_groups(self, coming: Line, today: str, seats: list[Line]) -> None:
        """Say which groups are missing; their names load once the rest has painted."""
        from facilitator.room.groups import label

        if coming["session"] == self._next:
            figures = next_words.figures(coming, today, seats, label)
            self.coming.figures.show_figures(figures)

    def _choose(self) -> None:
        if self._next:
            self.opened.emit(self._next)
        else:
            (self.returned if self._is_trial else self.plan_wanted).emit()

    def _reveal(self, index: QModelIndex) -> None:
        paper = self.roll.widget()
        if self.sessions.hasFocus() and paper is not None:
            at = self.sessions.mapTo(paper, self.sessions.visualRect(index).center())
            self.roll.ensureVisible(at.x(), at.y(), 0, HEIGHT)
