"""One person with all that is known of them; each field is kept when it is left."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from facilitator.room.people import Person
from ui.live import Live
from ui.prepare.person_deeds import toggle
from ui.prepare.person_fields import (
    AddressField,
    GroupsField,
    LanguagesField,
    RoleField,
    TableField,
)
from ui.prepare.person_rows import TOLD, called
from ui.prepare.person_same import SameQuestion
from ui.prepare.session_fields import ChoiceField, WordsField
from ui.widgets.button import Button
from ui.widgets.labelled import labelled
from ui.widgets.prose import Prose
from ui.widgets.rolling import hold
from ui.widgets.tick import Tick

if TYPE_CHECKING:
    from facilitator.record.earlier import Earlier

Part = WordsField | ChoiceField | Tick
# Where each field stands: row, column, rows, columns. How it stands with somebody is over them.
PLACES = {
    "name": (0, 0, 1, 6),
    "groups": (1, 0, 1, 6),
    "organisation": (2, 0, 1, 6),
    "languages": (3, 0, 1, 6),
    "interpreted": (4, 0, 1, 6),
    "consent": (5, 0, 1, 6),
    "minor": (6, 0, 1, 6),
    "role": (7, 0, 1, 4),
    "table": (7, 4, 1, 2),
    "email": (8, 0, 1, 6),
}
_DEEDS = ("invited", "confirmed", "came")
_LISTS = ("groups", "languages")


class PersonForm(QScrollArea):
    said = Signal(str)
    left = Signal()  # Escape
    erased = Signal(str)  # this person is to be erased for good: their id

    def __init__(self, live: Live, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._live = live
        self._person: Person | None = None
        self._inside = QWidget(self)
        self._fields = QWidget(self._inside)
        self.title = Prose(18, True, parent=self._inside)
        self.nobody = QLabel(self.tr("Choose somebody, or add somebody, to see more."), self)
        self.same = SameQuestion(live, self._inside)
        self.erase = Button(self.tr("Erase for good"), self._fields, height=32)
        self.erase.clicked.connect(self._erase)
        self.fields: dict[str, Part] = {}
        self._deeds, self._grid = QHBoxLayout(), QGridLayout()
        self._add_fields()
        self._lay_out()
        self.same.left.connect(self.left)

    def _add_fields(self) -> None:
        inside, tr = self._fields, self.tr
        told = {code: tr(words) for code, words in TOLD.items()}
        parts: dict[str, Part] = {
            "invited": Tick(tr("Invited"), inside),
            "confirmed": Tick(tr("Confirmed"), inside),
            "came": Tick(tr("Signed in"), inside),
            "name": WordsField(tr("Name"), inside),
            "groups": GroupsField(tr("Groups"), self, inside, tr("Police, Resident …")),
            "organisation": WordsField(tr("Organisation"), inside),
            "languages": LanguagesField(tr("Languages"), self, inside, tr("Spanish, English …")),
            "interpreted": Tick(tr("Needs an interpreter"), inside),
            "consent": ChoiceField(tr("May be told"), told, inside),
            "minor": Tick(tr("Under 18: never told by name"), inside),
            "role": RoleField(tr("Role in the session"), self, inside),
            "table": TableField(tr("Table"), inside),
            "email": AddressField(tr("E-mail"), inside),
        }
        for name, part in parts.items():  # in the order in which Tab goes through them
            self._take(name, part)
            if isinstance(part, GroupsField):
                part.used = self._codes

    def _take(self, name: str, part: Part) -> None:
        self.fields[name] = part
        part.left.connect(lambda: self._leave(part))
        part.walked.connect(lambda step: self._walk(part, step))
        if isinstance(part, Tick):
            part.chosen.connect(lambda value: self._tick(name, value))
            if name in _DEEDS:
                self._deeds.addWidget(part)
            else:
                self._grid.addWidget(part, *PLACES[name])
            return
        part.keep = lambda value: self._keep(name, value)
        part.finished.connect(lambda: self._walk(part, 1))
        part.entered.connect(lambda: self.ensureWidgetVisible(part, 0, 40))
        self._grid.addLayout(self._labelled(part), *PLACES[name])

    def _labelled(self, part: WordsField | ChoiceField) -> QVBoxLayout:
        """Lay a field out with its label over it, and what is said of it beside that."""
        said = part.accessibleName() if isinstance(part, WordsField) else self.tr("May be told")
        return labelled(said, part, part.hint, self._fields, 2)

    def _lay_out(self) -> None:
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        for column in range(6):
            self._grid.setColumnStretch(column, 1)
            self._grid.setColumnMinimumWidth(column, 1)
        self.nobody.setObjectName("second")
        self.nobody.setWordWrap(True)
        layout = QVBoxLayout(self._inside)
        layout.setContentsMargins(20, 18, 20, 12)
        layout.setSpacing(8)
        for part in (self.title, self.nobody, self.same):
            layout.addWidget(part)
        self._deeds.setSpacing(16)
        self._deeds.addStretch(1)
        all_fields = QVBoxLayout(self._fields)
        all_fields.setContentsMargins(0, 0, 0, 0)
        all_fields.setSpacing(8)
        all_fields.addLayout(self._deeds)
        all_fields.addLayout(self._grid)
        all_fields.addWidget(self.erase, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._fields)
        layout.addStretch(1)
        hold(self, self._inside)

    # What stands in it

    def show_person(self, person: Person | None, earlier: "Earlier | None" = None) -> None:
        """Show a person, or nobody; words that are being typed of the same person stay."""
        if person is not None and person is self._person and self.same.of == earlier:
            return
        other = (person and person.id) != (self._person and self._person.id)
        self._person = person
        self.nobody.setVisible(person is None)
        self._fields.setVisible(person is not None)
        self.same.ask(person, earlier)
        self.title.say(called(person) if person else "")
        for name, part in self.fields.items():
            if isinstance(part, Tick):
                part.show_value(person is not None and _ticked(person, name))
                continue
            if other:
                part.forget()  # what is half said of one person is not said of another
            part.show_value(_value(person, name) if person else "")

    def go_to(self, name: str = "name") -> None:
        self.fields[name].setFocus(Qt.FocusReason.TabFocusReason)

    # Hands on it

    def _leave(self, part: Part) -> None:
        """Go, with what was typed kept if it is understood, and the old value back if not."""
        if isinstance(part, WordsField):
            part.let_go()
        self.left.emit()

    def _walk(self, part: Part, step: int) -> None:
        """Go to the field before or after; behind the last one lies the way back."""
        parts = list(self.fields.values())
        place = parts.index(part) + step
        if place < len(parts):
            parts[max(0, place)].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.left.emit()

    def _keep(self, name: str, value: str) -> bool:
        if self._person is None:
            return False
        live, ident = self._live, self._person.id
        live.attempt(live.session.change_person, ident, **{name: _field(name, value)})
        now = live.state.people.get(ident)
        return now is not None and getattr(now, name) == _field(name, value)

    def _tick(self, name: str, value: bool) -> None:
        live, person = self._live, self._person
        if person is None:
            return
        if name in _DEEDS:
            if told := toggle(live, person, name):
                self.said.emit(told)
        else:
            live.attempt(live.session.change_person, person.id, **{name: value})
        now = live.state.people.get(person.id)
        part = self.fields[name]
        if now is not None and isinstance(part, Tick):
            part.show_value(_ticked(now, name))  # also when it could not be

    def _erase(self) -> None:
        if self._person is not None:
            self.erased.emit(self._person.id)

    def _codes(self) -> set[str]:
        return {code for one in self._live.state.people.values() for code in one.groups}

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _ticked(person: Person, name: str) -> bool:
    return person.signed_in if name == "came" else bool(getattr(person, name))


def _value(person: Person, name: str) -> str:
    value = getattr(person, name)
    if name in _LISTS:
        return " ".join(value)
    return str(value or "")


def _field(name: str, value: str) -> Any:
    """Return what a person has in a field, from the value that its line has."""
    if name in _LISTS:
        return tuple(value.split())
    return int(value or 0) if name == "table" else value
