"""One promise in large words, to be read aloud."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from facilitator.room.commitments import Commitment
from ui.meeting.promises_pane import KINDS
from ui.widgets.prose import Prose
from ui.words import day

LONG = 120  # characters from which an act is set smaller
LARGE, SMALL = 20, 17  # px of type
BEFORE = 88  # px of what stands before the smaller words


class PromiseSheet(QScrollArea):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ident = ""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        inside = QWidget(self)
        self._owner, self._body = Prose(20, True, "ink", inside), Prose(13, False, "ink2", inside)
        self._act = Prose(LARGE, parent=inside)
        self._told = [Prose(15, place == 0, "ink", inside) for place in range(3)]
        self._before = [Prose(13, False, "ink2", inside) for _ in self._told]
        self._lay_out(inside)
        self.setWidget(inside)
        for part in (inside, self.viewport()):
            part.setAutoFillBackground(False)

    def _lay_out(self, inside: QWidget) -> None:
        self._rule = QFrame(inside)
        self._rule.setObjectName("rule")
        self._rule.setFixedHeight(1)
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(16, 4, 16, 8)
        layout.setSpacing(4)
        for part in (self._owner, self._body, self._act, self._rule):
            layout.addWidget(part)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for row, (before, told) in enumerate(zip(self._before, self._told, strict=True)):
            before.setFixedWidth(BEFORE)
            grid.addWidget(before, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(told, row, 1, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(grid)
        layout.addStretch(1)

    @property
    def words(self) -> str:
        """Return the promise as it is read aloud."""
        told = [part.text for part in (self._owner, self._body, self._act) if part.text]
        rest = zip(self._before, self._told, strict=True)
        return ", ".join(
            [*told, *(f"{before.text} {part.text}" for before, part in rest if part.text)]
        )

    def show_promise(self, promise: Commitment) -> None:
        """Show what is there; what is missing is asked for elsewhere."""
        if promise.id != self._ident:
            self._ident = promise.id
            self.verticalScrollBar().setValue(0)
        kind = "" if promise.kind == "pledge" else self.tr(KINDS.get(promise.kind, promise.kind))
        nobody = "" if "owner" in promise.gaps else self.tr("Nobody in the room")
        self._owner.say(promise.owner or nobody)
        self._body.say(" · ".join(word for word in (kind, promise.organisation) if word))
        self._act.say(promise.text, LARGE if len(promise.text) < LONG else SMALL)
        step = self.tr("First step")
        if promise.first_step_due:
            step = self.tr("First step, by {0}").format(day(promise.first_step_due))
        due = day(promise.due, weekday=True)
        rest = (
            (self.tr("By"), due),
            (step, promise.first_step),
            (self.tr("We will know"), promise.measure),
        )
        for before, told, (name, words) in zip(self._before, self._told, rest, strict=True):
            told.say(words)
            before.say(name if words else "")
        self._rule.setVisible(any(words for _, words in rest))

    def go_down(self, by: int) -> None:
        """Scroll by lines; a promise may be longer than its place."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + 40 * by)
