"""Whom the summary is for, and on which paper; the keys are Alt and a number."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from facilitator.publish.papers.printing import SIZES
from facilitator.publish.summary import EDITIONS
from ui.settings import Settings
from ui.style import font, picture
from ui.widgets.button import Button
from ui.widgets.choice import Choice
from ui.widgets.prose import Prose
from ui.wrap_up.summing import chosen_edition

WORDS = dict(
    zip(EDITIONS, ("Public", "Participants", "One page", "Action plan", "Record"), strict=True)
)
ON_SIZES = dict(zip(SIZES, ("Letter paper", "A4 paper"), strict=True))
ENDS = {0: "first", len(EDITIONS) - 1: "last"}  # of a row of buttons that hang together


class EditionChoice(QFrame):
    changed = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with what was chosen last."""
        super().__init__(parent)
        self.setObjectName("editions")
        self._settings = Settings()
        self.paper = Choice(self.tr("Paper"), {of: self.tr(w) for of, w in ON_SIZES.items()}, self)
        self.paper.setFixedWidth(136)
        self.paper.show_value(self._settings.paper)
        self.paper.chosen.connect(self._on_paper)
        self.paper.left.connect(self.left)
        self.buttons = {code: self._button(n, code) for n, code in enumerate(EDITIONS)}
        self.label, self._warning = QLabel(self.tr("Edition"), self), QWidget(self)
        self.warned = Prose(13, tint="warn", parent=self._warning)
        self._lay_out()
        self._show(chosen_edition(self._settings))

    def _button(self, place: int, code: str) -> Button:
        button = Button(self.tr(WORDS[code]), self, height=32)
        button.setCheckable(True)
        button.setAutoExclusive(True)
        button.setProperty("part", ENDS.get(place, "middle"))
        button.setToolTip(f"Alt+{place + 1}")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self.choose(code))
        return button

    def _lay_out(self) -> None:
        self.label.setFont(font(13))
        self.label.setObjectName("second")
        row, warning = QHBoxLayout(), QHBoxLayout(self._warning)
        row.setSpacing(0)
        for button in self.buttons.values():
            row.addWidget(button)
        row.addStretch(1)
        sign = QLabel(self._warning)
        sign.setPixmap(picture("eye-off", "warn", 16))
        warning.setContentsMargins(0, 0, 0, 0)
        warning.setSpacing(8)
        warning.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        warning.addWidget(self.warned, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 10, 20, 14)
        layout.setSpacing(6)
        layout.addWidget(self.label)
        layout.addLayout(row)
        layout.addWidget(self._warning)

    @property
    def edition(self) -> str:
        return self._shown

    def choose(self, edition: str) -> None:
        """Choose an edition, and begin with it the next time."""
        if edition != self._shown:
            self._settings.edition = edition
            self._show(edition)
            self.changed.emit()

    def _show(self, edition: str) -> None:
        self._shown = edition
        self.buttons[edition].setChecked(True)
        is_record = edition == "record"
        self.warned.say(
            self.tr(
                "For the records officer, not for publication: it tells names, and what is "
                "withheld everywhere else."
            )
            if is_record
            else ""
        )
        self._warning.setVisible(is_record)

    def _on_paper(self, size: str) -> None:
        self._settings.paper = size
        self.changed.emit()
