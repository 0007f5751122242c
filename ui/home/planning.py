"""Planning a session: when and where it is. What is in it is planned in Prepare afterwards."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.home.agendas import Agendas
from ui.home.columns import NARROW, SIDE
from ui.prepare.session_form import SessionForm
from ui.style import font
from ui.widgets.button import Button
from ui.widgets.naming import rename


class Planning(QWidget):
    planned = Signal(object)  # the fields of a meeting
    begun = Signal(object)  # a template, to begin with right now
    left = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = SessionForm(today, self)
        self.plan = Button(self.tr("Plan it"), self, primary=True, height=40)
        self.back = Button(self.tr("Back"), self, height=40, key="Esc")
        self.said = QLabel(self)
        self.said.setFont(font(14))
        self.said.setWordWrap(True)
        self.agendas = Agendas(self)
        self._has_words = False  # typed, and not planned yet
        self._lay_out()
        self.form.changed.connect(self._keep_words)
        self.form.finished.connect(self._plan)
        self.form.left.connect(self.left)
        self.plan.clicked.connect(self._plan)
        self.back.clicked.connect(self.left)
        self.agendas.chosen.connect(self.begun)
        self.agendas.left.connect(self.left)

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setContentsMargins(20, 12, 20, 12)
        foot.setSpacing(12)
        foot.addWidget(self.plan)
        foot.addWidget(self.back)
        foot.addWidget(self.said, 1)
        paper = QFrame(self)
        paper.setObjectName("paper")
        column = QVBoxLayout(paper)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.form, 1)
        line = QFrame(paper)
        line.setObjectName("rule")
        line.setFixedHeight(1)
        column.addWidget(line)
        column.addLayout(foot)
        self.rule = QFrame(self)
        self.rule.setObjectName("rule")
        self.rule.setFixedWidth(1)
        self.agendas.setFixedWidth(SIDE)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(paper, 1)
        layout.addWidget(self.rule)
        layout.addWidget(self.agendas)

    def show_fields(self, fields: dict[str, Any], known_series: Sequence[str]) -> None:
        """Show what a new session begins with; what was typed before stays."""
        if not self._has_words:
            self.form.show_fields(fields, known_series)
        self._say("second", self.tr("Its agenda and its people come next."))
        self.agendas.show_templates()
        self.form.go_to()

    def _keep_words(self) -> None:
        self._has_words = True

    def _plan(self) -> None:
        fields, wrong = self.form.fields(), self.form.wrong()
        if not wrong and not fields["title"]:
            wrong = "title"
            self._say("warn", self.tr("What is it called? A few words do."))
        elif wrong:
            self._say("warn", self.tr("This one is not understood yet."))
        if wrong:
            self.form.go_to(wrong)
        else:
            self._has_words = False
            self.planned.emit(fields)

    def _say(self, name: str, words: str) -> None:
        rename(self.said, name)
        self.said.setText(words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for widget in (self.rule, self.agendas):
            widget.setVisible(self.width() >= NARROW)
