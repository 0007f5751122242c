"""The first start: what the product does, an example to look around in, and ways to begin."""

from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QWidget

from ui.home.agendas import Agendas
from ui.home.columns import Columns
from ui.style import font, picture
from ui.widgets.button import Button

MARGIN = 28  # px


class Does(NamedTuple):
    """One of the things that the product does: an icon, when, and what."""

    sign: str
    when: str
    what: str


DOES = (
    Does(
        "calendar-range",
        "Before",
        "Plan the evening to the minute, invite the whole table, and see who is still missing.",
    ),
    Does(
        "play",
        "During",
        "One clock, one list of who wants to speak, one line for notes and promises."
        " Each is saved the moment you press Enter.",
    ),
    Does(
        "presentation",
        "In the hall",
        "The projector shows the time, the question and who speaks next. At the end it reads"
        " the promises back.",
    ),
    Does(
        "route",
        "After",
        "A summary to send, and every promise here on this page, with its date.",
    ),
)


class Welcome(Columns):
    explored = Signal()
    plan_wanted = Signal()
    begun = Signal(object)  # a template

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = self._label(self.tr("Talk that ends in promises somebody keeps"), 26, True)
        self.about = self._label(
            self.tr(
                "For the people who run a community dialogue: before it, while it happens, and"
                " until it has changed something. Everything stays on this computer."
            ),
            15,
        )
        self.example = Button(
            self.tr("Explore the example session"), self, primary=True, height=40, key="Return"
        )
        self.plan = Button(self.tr("Plan a session"), self, height=40, key="Ctrl+N")
        self.agendas = Agendas(self)
        self._can_begin = self._has_agendas = False
        self._lay_out()
        self.example.clicked.connect(self.explored)
        self.plan.clicked.connect(self.plan_wanted)
        self.agendas.chosen.connect(self.begun)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.example)
        buttons.addWidget(self.plan)
        buttons.addStretch(1)
        self.column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        self.column.addWidget(self.title)
        self.column.addSpacing(8)
        self.column.addWidget(self.about)
        self.column.addSpacing(20)
        self.column.addLayout(buttons)
        self.column.addSpacing(MARGIN)
        self.column.addLayout(self._does())
        self.column.addSpacing(MARGIN)
        self.column.addStretch(1)
        self.hold(self.agendas, (self.plan, self.agendas.list))

    def _does(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(2, 1)
        top = Qt.AlignmentFlag.AlignTop
        for row, one in enumerate(DOES):
            rule, sign = QFrame(self), QLabel(self)
            rule.setObjectName("rule")
            rule.setFixedHeight(1)
            sign.setPixmap(picture(one.sign, "accent", 22))
            grid.addWidget(rule, 2 * row, 0, 1, 3)
            grid.addWidget(sign, 2 * row + 1, 0, top)
            grid.addWidget(self._label(self.tr(one.when), 15, True), 2 * row + 1, 1, top)
            grid.addWidget(self._label(self.tr(one.what), 15), 2 * row + 1, 2, top)
        return grid

    def _label(self, words: str, size: int, bold: bool = False) -> QLabel:
        label = QLabel(words, self)
        label.setFont(font(size, bold))
        label.setObjectName("" if bold else "second")
        label.setWordWrap(size != 15 or not bold)
        return label

    @property
    def needed(self) -> int:
        return self.agendas.needs

    def show_ways(self, has_file: bool) -> None:
        """Show how one may begin: without a file there is nothing to plan a session in."""
        self._can_begin = has_file
        self.plan.setVisible(has_file)
        self.agendas.setVisible(has_file)

    def take_keys(self) -> None:
        self.example.setFocus()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._can_begin and not self._has_agendas:  # the first look need not wait for them
            self._has_agendas = True
            QTimer.singleShot(0, self, self._show_agendas)

    def _show_agendas(self) -> None:
        self.agendas.show_templates()
        self.fit()
