"""The page that asks once before words are struck for good, and says afterwards what was done."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from facilitator.room.striking import REASONS
from ui.style import font
from ui.widgets.button import Button
from ui.widgets.choice import Choice
from ui.widgets.page import Page
from ui.widgets.page_head import PageHead
from ui.widgets.rolling import hold
from ui.widgets.tick import Tick

Decide = Callable[[str, bool], None]  # for a reason; with the texts that name a person


class StrikePage(Page):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._decide: Decide = lambda reason, mentions: None
        self.head = PageHead(self)
        self._inside, self._area = QWidget(self), QScrollArea(self)
        self.told = QLabel(self._inside)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setWordWrap(True)
        self.told.setFont(font(14))
        self.told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words = {code: self.tr(told) for code, told in REASONS.items()}
        self.reason = Choice(self.tr("Reason"), words, self)
        self.mentions = Tick(self.tr("The texts that name them too"), self)
        self.strike = Button(self.tr("Strike for good"), self)
        self.stay = Button(self.tr("Leave it"), self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        inside = QVBoxLayout(self._inside)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.told)
        inside.addStretch(1)
        hold(self._area, self._inside)
        row, below = QHBoxLayout(), QVBoxLayout()
        row.setSpacing(8)
        for button in (self.strike, self.stay):
            row.addWidget(button)
        row.addStretch(1)
        below.setContentsMargins(16, 4, 16, 12)
        below.setSpacing(8)
        below.addWidget(self._area, 1)
        below.addWidget(self.reason)
        below.addWidget(self.mentions)
        below.addLayout(row)
        layout = self._begin(self.head)
        layout.addLayout(below, 1)

    def _connect(self) -> None:
        self.reason.finished.connect(self.strike.setFocus)
        self.reason.walked.connect(lambda step: self._walk(step))
        self.mentions.walked.connect(lambda step: (self.reason, self.strike)[step > 0].setFocus())
        self.strike.clicked.connect(
            lambda: self._decide(self.reason.value, self.mentions.isChecked())
        )
        for leaves in (self.reason.left, self.mentions.left, self.stay.clicked):
            leaves.connect(self.leave)

    def ask(self, title: str, told: str, reason: str, mentions: bool, decide: Decide) -> None:
        """Say what would go; the keys are at the reason, so that one Enter strikes nothing."""
        self._say(title, told)
        self._decide = decide
        self.reason.show_value(reason)
        self.mentions.setChecked(False)
        self.strike.show()
        self.reason.show()
        self.mentions.setVisible(mentions)
        self.stay.say(self.tr("Leave it"))
        self.shown.emit()
        self.reason.setFocus()

    def show_done(self, title: str, told: str) -> None:
        """Say what was done, and what it does not reach."""
        self._say(title, told)
        for part in (self.reason, self.mentions, self.strike):
            part.hide()
        self.stay.say(self.tr("Back"))
        self.stay.setFocus()

    def _walk(self, step: int) -> None:
        if step > 0:
            (self.mentions if self.mentions.isVisibleTo(self) else self.strike).setFocus()

    def _say(self, title: str, told: str) -> None:
        self.head.title.setText(title)
        self.told.setText(told)
        self.setAccessibleName(f"{title}\n{told}")
        self._area.verticalScrollBar().setValue(0)
