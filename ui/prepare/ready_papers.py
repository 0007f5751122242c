"""The papers for the hall: which there are, what is on them, and where they were put."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from facilitator.publish.papers.printing import KINDS, NAMES, SIZES, Order, carded
from ui.settings import Settings
from ui.style import font, icon
from ui.widgets.button import Button
from ui.widgets.choice import Choice
from ui.widgets.prose import Prose

if TYPE_CHECKING:
    from facilitator.log.state import State

ICONS = {"run_sheet": "list-checks", "name_cards": "user-round", "place_list": "table"}
ON_NAMES = dict(zip(NAMES, ("First names", "Full names", "Blank"), strict=True))
ON_SIZES = dict(zip(SIZES, ("Letter paper", "A4 paper"), strict=True))
CARDS = 8  # to a page


class Papers(QFrame):
    wanted = Signal(object)  # an Order
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings, self._cards = Settings(), 0
        self.title = QLabel(self.tr("Papers for the hall"), self)
        self.title.setFont(font(18, bold=True))
        self.stock = self._choice(self.tr("Paper"), ON_SIZES)
        self.names = self._choice(self.tr("On the name cards"), ON_NAMES)
        self.papers = {kind: Paper(kind, f"{n}", self) for n, kind in enumerate(KINDS, 1)}
        for kind, paper in self.papers.items():
            paper.button.clicked.connect(lambda _=False, kind=kind: self.order(kind))
        self._show_choices()
        self._lay_out()

    def _choice(self, name: str, words: dict[str, str]) -> Choice:
        choice = Choice(name, {value: self.tr(told) for value, told in words.items()}, self)
        choice.setMinimumHeight(32)
        choice.left.connect(self.left)
        return choice

    def _show_choices(self) -> None:
        """Begin with the paper chosen last, or the one that is usual where this computer is."""
        self.stock.show_value(self._settings.paper)
        self.stock.chosen.connect(lambda size: setattr(self._settings, "paper", size))
        self.names.show_value(NAMES[0])
        self.names.chosen.connect(lambda _: self.papers["name_cards"].told.say(self._cards_told()))

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(8)
        layout.addWidget(self.title)
        layout.addWidget(self.stock)
        for kind, paper in self.papers.items():
            layout.addSpacing(8)
            layout.addWidget(paper)
            if kind == "name_cards":
                paper.put(self.names)
        layout.addStretch(1)

    @property
    def fields(self) -> list[QWidget]:
        """Return what can have the keys, in the order of reading."""
        fields: list[QWidget] = [self.stock]
        for kind, paper in self.papers.items():
            fields += [paper.button, *([self.names] if kind == "name_cards" else [])]
            fields.append(paper.open_button)
        return fields

    def order(self, kind: str) -> None:
        self.wanted.emit(Order(kind, self.stock.value, self.names.value))

    def show_state(self, state: "State") -> None:
        """Say of each paper what would be on it."""
        parts = sum(not part.dropped for part in state.agenda.segments)
        self._cards = len(carded(state.people))
        here = [person for person in state.people.values() if person.left is None]
        seated = sum(person.table > 0 for person in here)
        told = {
            "run_sheet": self.tr("{0}, with times, prompts and room to write.").format(
                self.tr("1 part") if parts == 1 else self.tr("{0} parts").format(parts)
            ),
            "name_cards": self._cards_told(),
            "place_list": self.tr(
                "{0} of {1} people have a table. For the door, not the wall."
            ).format(seated, len(here)),
        }
        if not parts:
            told["run_sheet"] = self.tr("There is nothing on it before there is an agenda.")
        if not seated:
            told["place_list"] = self.tr("Nobody has a table yet: it lists names alone.")
        for kind, words in told.items():
            self.papers[kind].told.say(words)

    def _cards_told(self) -> str:
        if self.names.value == "blank":
            told = self.tr("One page of {0} blank cards, to be printed as often as you like.")
            return told.format(CARDS)
        cards = self.tr("{0} cards").format(f"{self._cards:,}")
        return self.tr("{0}, {1} to a page; the rest stays blank.").format(
            self.tr("1 card") if self._cards == 1 else cards, CARDS
        )


class Paper(QWidget):
    """A button that makes a paper; below, what is on it, and what has been made."""

    def __init__(self, kind: str, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path: Path | None = None
        self.button = Button(self.tr(KINDS[kind]), self, icon(ICONS[kind], "ink", 18), key=key)
        self.told, self.made = Prose(13, tint="ink2", parent=self), Prose(13, parent=self)
        self.open_button = Button(self.tr("Open it"), self, height=32)
        self.open_button.clicked.connect(self._open)
        self.open_button.hide()
        self.made.hide()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)
        self._layout.addWidget(self.button)
        self._layout.addWidget(self.told)
        row = QHBoxLayout()
        row.addWidget(self.made, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.open_button)
        self._layout.addLayout(row)

    def put(self, widget: QWidget) -> None:
        """Put what is chosen for this paper under its button."""
        self._layout.insertWidget(1, widget)

    def show_made(self, path: Path, words: str) -> None:
        self._path = path
        self.made.say(words)
        self.open_button.show()

    def _open(self) -> None:
        from PySide6.QtGui import QDesktopServices

        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path)))
