"""Planning the rest again: four ways to end in time, looked at before anything changes."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QWidget

from facilitator.log.state import State
from facilitator.room.agenda import minutes_late
from facilitator.room.replan import Offer, Rest, rest
from ui.live import Live
from ui.meeting.replan_face import RePlanFace
from ui.meeting.replan_rows import WAYS

FIRST = ("share", "take", "push", "drop")  # what is looked at first, if it can be done


class RePlanPanel(RePlanFace):
    """A page in the place of the notes; while it shows, strip and agenda show what would be."""

    shown = Signal()
    left = Signal()

    def __init__(self, live: Live, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._live = live
        self._open = self._seen = False
        self._way = FIRST[0]
        self._parts: dict[str, str] = {}  # for each way, who was chosen to give or to go
        self._connect()

    def _connect(self) -> None:
        self.ways.selectionModel().currentChanged.connect(lambda: self._choose(self.ways.current))
        self.ways.again.connect(self._next_part)
        self.ways.chosen.connect(self._do)
        for rows in (self.ways, self.table):
            on_row = rows.selectionModel().currentChanged
            on_row.connect(lambda *_, rows=rows: self.middle.follow(rows))
            rows.pressed_on.connect(lambda _, event: self._on_digit(event))
            rows.left.connect(self.leave)
        self.apply.clicked.connect(self._do)
        for button in (self.leave_button, self.close_button):
            button.clicked.connect(self.leave)
        self._live.changed.connect(self._on_changed)
        self._live.ticked.connect(self._refresh)

    # Coming and going

    def toggle(self) -> None:
        """Show what could be done, with the keys to choose; if it shows, do what is chosen."""
        if self._open and self._seen:
            (self._do if self._offers(self._rest) else self.leave)()
            return
        self._open = self._seen = True
        self._parts = {}
        offers = self._offers(self._rest)
        self._way = next((way for way in FIRST if offers and not offers[way][0].short), FIRST[0])
        self.shown.emit()
        self._refresh()
        (self.ways if offers else self.leave_button).setFocus()

    def leave(self) -> None:
        """Go if it is here, and change nothing."""
        if self._open:
            self._close()
            self.left.emit()

    def _close(self) -> None:
        self._open = False
        self._live.set_preview(None)

    def hideEvent(self, event: QHideEvent) -> None:
        if not event.spontaneous():
            self._seen = False  # nobody does what they do not see
        if self._open and self.isHidden():
            self._close()  # another page came in its place

    def paintEvent(self, event: QPaintEvent) -> None:
        self._seen = True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            event.accept()
        else:
            self._on_digit(event)

    # What is chosen

    def _choose(self, way: str) -> None:
        if way and way != self._way:
            self._way = way
            self._refresh()

    def _next_part(self) -> None:
        """Choose the next part that could give, or go, alone."""
        offers = self._offers(self._rest).get(self._way, [])
        if len(offers) > 1:
            self._parts[self._way] = offers[1].part
            self._refresh()

    def _on_digit(self, event: QKeyEvent) -> None:
        """1 to 4 choose a way; the same again, its next part."""
        place = event.key() - Qt.Key.Key_1
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and 0 <= place < len(WAYS) and self.ways.isVisibleTo(self):
            event.accept()
            if WAYS[place] == self._way:
                self._next_part()
            else:
                self.ways.go_to(place)

    def _do(self) -> None:
        """Do what is chosen, in one act; what cannot be done changes nothing."""
        self._refresh()
        plan, live = self._live.preview, self._live
        if plan is not None and live.attempt(
            live.session.replan, plan.lengths, plan.dropped, plan.agreed
        ):
            self.leave()

    # What shows

    @property
    def _rest(self) -> Rest:
        state = self._live.state
        return rest(state.meeting, state.agenda, self._live.now())

    def _offers(self, now: Rest) -> dict[str, list[Offer]]:
        """Return the offers of each way, the chosen one first; none while the plan holds."""
        if minutes_late(now.late, 0) == 0 or self._live.state.meeting.ended is not None:
            return {}
        ways: dict[str, list[Offer]] = {way: [] for way in WAYS}
        for offer in now.offers():
            ways[offer.name].append(offer)
        for way, part in self._parts.items():
            place = next((n for n, offer in enumerate(ways[way]) if offer.part == part), 0)
            ways[way] = ways[way][place:] + ways[way][:place]
        return ways

    def _on_changed(self, before: State, after: State) -> None:
        if after.agenda is not before.agenda or after.meeting is not before.meeting:
            self._refresh()

    def _refresh(self) -> None:
        if not self._open:
            return
        now = self._rest
        plan = self.show_offers(self._live.state, now, self._offers(now), self._way)
        self._live.set_preview(plan)
