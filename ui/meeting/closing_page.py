"""The step before the end: one number, how many are in the room. It can be passed over."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.log.state import State
from ui.actions import ACTS
from ui.head_count import HeadCount
from ui.live import Live
from ui.widgets.button import Button
from ui.widgets.labelled import labelled
from ui.widgets.page import Page
from ui.widgets.page_head import PageHead
from ui.widgets.prose import Prose

_END = next(act.keys[0] for act in ACTS if act.name == "end_session")


class ClosingPage(Page):
    """A page in the place of the notes. Whoever has no time ends the session all the same."""

    ended = Signal()  # the session is to end now

    def __init__(self, live: Live, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._live = live
        self.head = PageHead(self)
        self.head.title.setText(self.tr("End the session"))
        self.question = Prose(18, bold=True, parent=self)
        self.heads = HeadCount(live, self, self)
        self.later = Prose(13, tint="ink2", parent=self)
        self.end = Button(self.tr("End the session"), self, primary=True, key=_END)
        self._lay_out()
        for place, field in enumerate(self.heads.fields):
            field.left.connect(self.leave)
            field.walked.connect(lambda step, place=place: self._walk(place + step))
            field.finished.connect(self.end.setFocus)
        self.end.clicked.connect(self.ended)
        live.changed.connect(self._on_changed)

    def _lay_out(self) -> None:
        self.question.say(self.tr("How many people are in the room?"))
        self.later.say(
            self.tr("Without a number, the summary says that no head count was made.")
            + " "
            + self.tr("You can still give one in Wrap-up.")
        )
        inside = QVBoxLayout()
        inside.setContentsMargins(16, 12, 16, 16)
        inside.setSpacing(12)
        inside.addWidget(self.question)
        for words, field in zip(self.heads.names, self.heads.fields, strict=True):
            field.setMinimumHeight(36)
            inside.addLayout(labelled(words, field, field.hint, self, 4))
        inside.addWidget(self.later)
        inside.addWidget(self.end)
        inside.addStretch(1)
        layout = self._begin(self.head)
        layout.addLayout(inside, 1)

    def ask(self) -> None:
        """Show the page, with the keys where the number goes."""
        self.heads.show_meeting(self._live.state.meeting)
        self.shown.emit()
        self.heads.count.setFocus(Qt.FocusReason.TabFocusReason)

    def _walk(self, place: int) -> None:
        """Go to the field above or below, and behind the last one to the end."""
        parts: tuple[QWidget, ...] = (*self.heads.fields, self.end)
        parts[max(0, place)].setFocus(Qt.FocusReason.TabFocusReason)

    def _on_changed(self, before: State, after: State) -> None:
        if after.meeting is not before.meeting and self.isVisible():
            self.heads.show_meeting(after.meeting)
            if after.meeting.ended is not None:
                self.leave()
