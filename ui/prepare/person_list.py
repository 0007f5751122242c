"""The people of a session as a list that letters search, and keys tell how it stands with them."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from facilitator.room.finding import find
from facilitator.room.folding import words_of
from facilitator.room.people import People
from ui.live import Live
from ui.prepare.person_deeds import toggle
from ui.prepare.person_rows import HEADS, HEIGHT, NOBODY, Listed, columns, listed, paint
from ui.widgets.ink import write
from ui.widgets.rows import Rows

if TYPE_CHECKING:
    from facilitator.record.earlier import Earlier

_TOGGLES = {Qt.Key.Key_Space: "confirmed", Qt.Key.Key_I: "invited", Qt.Key.Key_C: "came"}


class PersonList(Rows):
    said = Signal(str)
    wanted = Signal()  # the line that adds somebody

    def __init__(self, live: Live, parent: QWidget | None = None) -> None:
        super().__init__("", HEIGHT, paint, parent)
        self.setAccessibleName(self.tr("People"))
        self._live = live
        self._all: dict[str, Listed] = {}
        self._sorted: list[Listed] = []
        self._letters = ""
        self.held = ""  # somebody whose form is open, who stays whatever is typed there
        self.pressed_on.connect(self._key_on)

    def show_people(self, people: People, earlier: Mapping[str, "Earlier"]) -> None:
        """Show who is on the list; rows are made anew only for those who changed."""
        known, self._all = self._all, {}
        for ident, person in people.items():
            was, twin = known.get(ident), earlier.get(ident)
            same = was is not None and was.person is person and was.earlier == twin
            self._all[ident] = was if same and was is not None else listed(person, twin)
        self._sorted = sorted(self._all.values(), key=lambda one: one.order)
        self._show()

    def search(self, letters: str) -> None:
        """Show only who is meant by some letters: of the name, or of anything else that shows."""
        if letters != self._letters:
            self._letters, self.held = letters, ""
            self._say_empty()
            self._show()
            if self._letters:
                self.go_to(0)
                self.scrollToTop()

    def get_ready(self) -> None:
        """Have the names spelt as slips and other scripts are looked up, before letters come."""
        find({ident: one.person for ident, one in self._all.items()}, "a", 1)

    def to_list(self) -> None:
        """Take the keys, on the row they were on or the first one."""
        if self.rows and not self.current:
            self.go_to(0)
        self.setFocus()

    def _show(self) -> None:
        self._say_empty()
        self.show_rows([one.row for one in self._found()])

    def _say_empty(self) -> None:
        if self._letters:
            told = self.tr("Nobody is found by “{0}”").format(self._letters[:60])
            self.empty = told, self.tr("Escape shows everybody again."), 20
        else:
            how = self.tr("Type a name below, paste rows from a spreadsheet, or open a file.")
            self.empty = self.tr("Who is invited will be listed here"), how, 20

    def _found(self) -> list[Listed]:
        """Return who is meant, best first: by the name, by anything else, by a slip at last."""
        wanted = [f" {word}" for word in words_of(self._letters)]
        if not wanted:
            return self._sorted
        hits = [one for one in self._sorted if all(word in one.found_by for word in wanted)]
        hits.sort(key=lambda one: _rank(one.name, wanted))
        if not hits:
            people = {ident: one.person for ident, one in self._all.items()}
            hits = [self._all[one.id] for one in find(people, self._letters)]
        held = self._all.get(self.held)
        return hits if held is None or held in hits else [held, *hits]

    # Hands on it

    def _key_on(self, ident: str, event: QKeyEvent) -> None:
        key, live = Qt.Key(event.key()), self._live
        person = live.state.people.get(ident)
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or person is None:
            return
        twin = self._all[ident].earlier if ident in self._all else None
        if key in _TOGGLES:
            self.said.emit(toggle(live, person, _TOGGLES[key]))
        elif key == Qt.Key.Key_F2:
            self.chosen.emit(ident)
        elif key == Qt.Key.Key_Delete:
            self._remove(ident)
        elif key in (Qt.Key.Key_Y, Qt.Key.Key_N):
            if twin is not None:
                same = twin.ref if key == Qt.Key.Key_Y else NOBODY
                live.attempt(live.session.change_person, ident, same_as=same)
        elif key == Qt.Key.Key_Insert:
            self.wanted.emit()
        else:
            return
        event.accept()

    def _remove(self, ident: str) -> None:
        live = self._live
        live.attempt(live.session.remove_people, [ident])
        if ident in live.state.people:
            name = live.state.people[ident].called
            told = self.tr("{0} stays on the list. They came, spoke, or promised something.")
            self.said.emit(told.format(name))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Insert and not self.rows:
            self.wanted.emit()
        else:
            super().keyPressEvent(event)


def _rank(name: str, wanted: list[str]) -> int:
    return 0 if name.startswith(wanted[0]) else 1 if wanted[0] in name else 2


class Heads(QWidget):
    """What the columns of the list are."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(28)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            for box, words in zip(columns(QRect(self.rect())), HEADS, strict=True):
                write(painter, box, self.tr(words), 13, tint="ink2")
