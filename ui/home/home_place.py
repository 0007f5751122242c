"""Home, first form: the sessions of this file, and what a new one may begin with."""

from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.style import colour, font
from ui.widgets.button import Button
from ui.widgets.ink import RIGHT, stamp, width, write
from ui.widgets.pane import Head
from ui.widgets.rows import Row, Rows
from ui.words import day

if TYPE_CHECKING:
    from facilitator.agendas import Template


LEAST = 80  # px, of a remark beside a title


class Offer(NamedTuple):
    """A row of Home: an icon, what it is, and a remark."""

    icon: str
    title: str
    remark: str


class HomePlace(QWidget):
    opened = Signal(str)  # the id of a session
    begun = Signal(object)  # a template
    explored = Signal()  # the example

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = QLabel(self.tr("Talk that ends in promises somebody keeps"), self)
        self.title.setFont(font(26, bold=True))
        self.title.setWordWrap(True)
        self.about = QLabel(self)
        self.about.setFont(font(15))
        self.about.setObjectName("second")
        self.about.setWordWrap(True)
        self.example = Button("", self, primary=True, height=40)
        self.sessions = Rows(self.tr("Sessions in this file"), 40, _paint, self)
        self.agendas = Rows(self.tr("Begin a session now"), 40, _paint, self)
        self.sessions.empty = (
            self.tr("Your sessions will be here"),
            self.tr("Begin one from an agenda, or look around in the example first."),
            28,
        )
        self._templates: dict[str, Template] = {}
        self._has_file = False
        self._lay_out()
        self.example.clicked.connect(self.explored)
        self.sessions.chosen.connect(self.opened)
        self.agendas.chosen.connect(lambda key: self.begun.emit(self._templates[key]))

    def _lay_out(self) -> None:
        top = QVBoxLayout()
        top.setContentsMargins(28, 28, 28, 20)
        top.setSpacing(8)
        top.addWidget(self.title)
        top.addWidget(self.about)
        top.addSpacing(8)
        top.addWidget(self.example, 0, Qt.AlignmentFlag.AlignLeft)
        paper = QFrame(self)
        paper.setObjectName("paper")
        left = QVBoxLayout(paper)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        left.addLayout(top)
        left.addWidget(Head(self.tr("Begin a session now, from an agenda"), paper, margin=28))
        left.addWidget(self.agendas, 1)
        self.agendas.setMinimumWidth(300)
        self.sessions.setMinimumWidth(240)
        right = QVBoxLayout()
        right.setContentsMargins(0, 8, 0, 0)
        right.setSpacing(0)
        right.addWidget(Head(self.tr("Sessions in this file"), self, margin=28))
        right.addWidget(self.sessions, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        rule = QFrame(self)
        rule.setObjectName("rule")
        rule.setFixedWidth(1)
        layout.addWidget(paper, 5)
        layout.addWidget(rule)
        layout.addLayout(right, 3)
        self.setTabOrder(self.example, self.agendas)
        self.setTabOrder(self.agendas, self.sessions)

    def show_file(self, sessions: list[dict[str, Any]] | None, is_example: bool) -> None:
        """Show what the file holds; a first start shows what the product does instead.

        Without a file there is nothing to begin a session in.
        """
        self.example.say(
            self.tr("Back to your own sessions")
            if is_example
            else self.tr("Explore the example session")
        )
        self.about.setText(
            self.tr("Choose a session at the right, or begin a new one from an agenda below.")
            if sessions
            else self.tr(
                "It keeps the clock and the list of who wants to speak, takes notes and promises"
                " as they are said, and writes the summary you can send. Everything stays on this"
                " computer. Look around in the example, or begin from an agenda below."
            )
        )
        self.sessions.show_rows([_session(row) for row in sessions or []])
        self.sessions.go_to(0)
        (self.sessions if sessions else self.example).setFocus()
        self._has_file = sessions is not None

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._has_file and not self._templates:  # choosing a session need not wait for them
            QTimer.singleShot(0, self.show_agendas)

    def show_agendas(self) -> None:
        """Show what a session may begin with."""
        from facilitator.agendas import templates

        if not self._templates:
            self._templates = {template.code: template for template in templates()}
            self.agendas.show_rows([_agenda(template) for template in self._templates.values()])
            self.agendas.go_to(0)


def _session(row: dict[str, Any]) -> Row:
    ended = row["ended_at"] is not None
    remark = f"{day(row['date'], weekday=True, year=True)}, {'ended' if ended else 'not ended'}"
    offer = Offer("check" if ended else "play", row["title"] or row["session"], remark)
    return Row(row["session"], f"{offer.title}, {remark}", offer)


def _agenda(template: "Template") -> Row:
    remark = f"{template.minutes:.0f} min, {template.people}"
    return Row(template.code, f"{template.name}, {remark}", Offer("play", template.name, remark))


def _paint(painter: QPainter, rect: QRect, row: Row, picked: bool) -> None:
    offer: Offer = row.content
    if picked:
        painter.fillRect(QRect(rect.left(), rect.top(), 4, rect.height()), colour("accent"))
    stamp(painter, rect.left() + 28, rect.center().y() + 1, offer.icon, "ink2")
    inside = rect.adjusted(56, 0, -28, 0)
    spare = inside.width() - width(offer.title, 15, picked) - 16
    beside = max(spare, inside.width() * 45 // 100)
    if beside > LEAST:  # less would say nothing
        room = inside.adjusted(inside.width() - beside, 0, 0, 0)
        taken = write(painter, room, offer.remark, 13, tint="ink2", align=RIGHT)
        inside.setRight(inside.right() - taken - 16)
    write(painter, inside, offer.title, 15, bold=picked)
