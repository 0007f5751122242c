"""The table: who will be there or came, group by group, against the seats that were wanted."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.faults import Fault
from facilitator.figures.big_table import big_table, table_of, with_seats
from facilitator.room.people import sits_with
from ui.prepare.tab import Tab
from ui.prepare.table_face import TableFace
from ui.prepare.table_words import View
from ui.words import day

if TYPE_CHECKING:
    from facilitator.log.state import State
    from facilitator.record.last_time import LastTime
    from ui.live import Live

STEPS = {"+": 1, "=": 1, "-": -1}


class TableTab(Tab):
    def __init__(self, live: "Live", parent: QWidget | None = None) -> None:
        super().__init__(live, parent)
        self._last: LastTime | None = None
        self.came = live.state.meeting.ended is not None
        self.face = TableFace(self)
        self.head, self.bar, self.side = self.face.head, self.face.bar, self.face.side
        self.picture, self.grid = self.face.picture, self.face.grid
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.face)
        self._connect()

    def _connect(self) -> None:
        self.head.chosen.connect(self._show_came)
        self.head.toggled.connect(self.face.toggle_grid)
        for shown in (self.picture, self.grid):
            shown.moved.connect(self._on_moved)
            shown.pressed_on.connect(self._on_key)
        self.bar.wanted.connect(self._want)
        self.bar.added.connect(self._add)
        self.bar.left.connect(self.face.take_keys)
        self.side.left.connect(self.face.take_keys)
        for part in (self.bar, self.side):
            part.invited.connect(self._invite)

    # What shows

    def follow(self, before: "State | None", after: "State") -> None:
        if before is None or _when(before) != _when(after):
            self._last = self._last_time(after)
        spoke = self.came and before is not None and before.floor is not after.floor
        slices = ("people", "meeting")
        if (
            before is None
            or spoke
            or any(getattr(before, name) is not getattr(after, name) for name in slices)
        ):
            self._show(after)

    def come(self, about: str = "") -> None:
        self.face.take_keys()

    def _last_time(self, state: "State") -> "LastTime | None":
        from facilitator.record.last_time import last_time

        try:
            return last_time(self._live.session.store.shelf, state.meeting)
        except Fault:
            return None  # it is told where the file is opened and checked

    def _show(self, state: "State") -> None:
        view, came = self._views(state)
        shown = came if self.came else view
        self.head.show_days(view.day, came.day, self.came)
        self.picture.show_view(shown)
        self.grid.show_view(shown)
        self.side.show_view(shown)
        self.face.fit()
        self.bar.setVisible(not self.came)
        self.bar.show_place(view.table.place(self.picture.current))

    def _views(self, state: "State") -> tuple[View, View]:
        """Return who will be at this session's table, and who came: to this one, or the last."""
        table, meeting, last = table_of(state, self._live.now()), state.meeting, self._last
        known = big_table(last.people, last.targets) if last else None
        last_day = day(last.date) if last else ""
        here = day(meeting.date)
        view = View(table, day=here, last=known, last_day=last_day)
        if known is not None and not table.total("came") and meeting.tally is None:
            return view, View(known, came=True, day=last_day)
        heads = meeting.tally.count if meeting.tally else None
        return view, View(table, True, here, known, last_day, heads)

    # What hands do

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.face.take_keys()
        else:
            super().keyPressEvent(event)

    def _on_moved(self, code: str) -> None:
        self.picture.go_to(code)
        self.grid.go_to(code)
        if self.picture.view is not None:
            self.bar.show_place(self.picture.view.table.place(code))

    def _on_key(self, code: str, event: QKeyEvent) -> None:
        plain = ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        act = None if event.modifiers() & plain else self._act(event.text(), event.key(), code)
        if act is not None:
            act()
            event.accept()

    def _act(self, text: str, key: int, code: str) -> Callable[[], None] | None:
        """Return what a key on a group does."""
        if text == " ":
            return lambda: self._show_came(not self.came)
        if text.casefold() == "t":
            return self.face.toggle_grid
        if self.came:
            return None
        if text in STEPS:
            return lambda: self.bar.step(STEPS[text])
        if text.isdecimal():
            return lambda: self.bar.number.begin(text)
        if key == Qt.Key.Key_F2:
            return self.bar.number.begin
        if key == Qt.Key.Key_Insert:
            return self.bar.add.setFocus
        if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            return lambda: self._want(code, None)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return lambda: self._invite(code)
        return None

    def _show_came(self, came: bool) -> None:
        if came != self.came:
            self.came = came
            self._show(self._live.state)

    def _want(self, code: str, seats: int | None) -> None:
        self._live.attempt(
            self._live.session.change_meeting,
            targets=with_seats(self._live.state.meeting.targets, code, seats),
        )

    def _add(self, code: str, seats: int | None) -> None:
        """Give a group a place; one that has its place keeps it."""
        place = table_of(self._live.state, 0).place(sits_with(code))
        if seats is not None or not (place.asked or place.named):
            self._want(code, 1 if seats is None else seats)
        self.face.take_keys()
        self._on_moved(sits_with(code))

    def _invite(self, code: str) -> None:
        self.go.emit("People", code)


def _when(state: "State") -> tuple[str, str]:
    """Return what tells which session was the last before this one."""
    return state.meeting.series, state.meeting.date
