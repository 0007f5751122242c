"""The session that is next, or that runs: when and where it is, and how far its plan has come."""

from typing import NamedTuple

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.home.figures import Figure, Figures
from ui.style import icon
from ui.widgets.button import Button
from ui.widgets.ink import width, write

SIZES = (44, 34, 26)  # px of the date, the largest that fits
HEADING = 112  # px


class Told(NamedTuple):
    """What is told of it: the line above, when, what, where, and what Enter does."""

    above: str
    when: str
    what: str
    where: str
    deed: str


class Coming(QWidget):
    chosen = Signal()  # the deed that matters
    rehearsed = Signal()
    went_live = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = _Heading(self)
        self.deed = Button("", self, primary=True, height=40, key="Return")
        self.rehearse = Button(self.tr("Rehearse"), self, icon("play", "ink", 18), height=40)
        self.go_live = Button(self.tr("Go live"), self, height=40)
        self.figures = Figures(self)
        row = QHBoxLayout()
        row.setContentsMargins(28, 20, 28, 0)
        row.setSpacing(8)
        for button, signal in (
            (self.deed, self.chosen),
            (self.rehearse, self.rehearsed),
            (self.go_live, self.went_live),
        ):
            row.addWidget(button)
            button.clicked.connect(signal)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 28, 0, 24)
        layout.setSpacing(0)
        layout.addWidget(self.heading)
        layout.addLayout(row)
        layout.addWidget(self.figures)

    def show_session(
        self, told: Told, figures: list[Figure], is_planned: bool, is_trial: bool
    ) -> None:
        """Show what is next; only what has not begun goes live, or is tried out before."""
        self.heading.show_words(told)
        self.deed.say(told.deed)
        self.rehearse.setVisible(is_planned and not is_trial)
        self.go_live.setVisible(is_planned)
        self.figures.show_figures(figures)


class _Heading(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._told = Told("", "", "", "", "")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(HEADING)

    def show_words(self, told: Told) -> None:
        self._told = told
        words = (told.above, told.when, told.what, told.where)
        self.setAccessibleName(". ".join(word for word in words if word))
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        told, room = self._told, self.rect().adjusted(28, 0, -28, 0)
        with QPainter(self) as painter:
            painter.setClipRect(self.rect())
            write(painter, QRect(room.left(), 0, room.width(), 22), told.above, 15, tint="ink2")
            size = next((s for s in SIZES if width(told.when, s, True) <= room.width()), SIZES[-1])
            line = QRect(room.left(), 24, room.width(), 56)
            write(painter, line, told.when, size, True)
            line = QRect(room.left(), 82, room.width(), 28)
            where = f"– {told.where}" if told.where else ""
            kept = min(width(where, 18) + 6, line.width() * 2 // 5) if where else 0
            took = write(painter, line.adjusted(0, 0, -kept, 0), told.what, 18)
            write(painter, line.adjusted(took + 6, 0, 0, 0), where, 18, tint="ink2")
