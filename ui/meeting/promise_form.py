"""One promise with all its fields, in the place of the notes; nothing of it need be filled."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from facilitator.log.state import State
from ui.live import Live
from ui.meeting.owner_field import OwnerField
from ui.meeting.points import Points
from ui.meeting.promise_fields import (
    ActField,
    Changes,
    ChoiceField,
    DayField,
    WordsField,
    cell,
    keep,
)
from ui.meeting.promises_pane import KINDS
from ui.style import font
from ui.widgets.page import Page
from ui.widgets.page_head import PageHead
from ui.widgets.prose import Prose
from ui.widgets.rolling import hold

TOLD = {"named": "by name", "official": "by office", "group": "by group", "not": "not"}
DRAFT = "promise"  # under this name, with promise and field, what is half typed lies on the desk
CHOICES = {"kind": KINDS, "publish": TOLD}
LINES = {"text": ActField, "due": DayField, "first_step_due": DayField}
# Each field with what stands before it, and what it is called in full.
FIELDS = (
    ("owner", "Who", "Who answers for it"),
    ("text", "What", "What is promised"),
    ("kind", "Kind", "Kind of promise"),
    ("due", "By when", "By when"),
    ("first_step", "First step", "First step"),
    ("first_step_due", "Step by", "First step by when"),
    ("measure", "We will know", "How we will know"),
    ("support", "Support", "Support that is needed"),
    ("benefits", "Benefits", "Who benefits"),
    ("burden", "Burden", "Who may carry a burden"),
    ("publish", "May be told", "Who may be told"),
)


class PromiseForm(Page):
    def __init__(self, live: Live, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._live, self._ident = live, ""
        self._back: Callable[[], None] | None = None
        self.points, self.gone = Points(self), QLabel(self)
        self.head = PageHead(self, self.points)
        self.body = QScrollArea(self)
        self.fields: dict[str, WordsField | ChoiceField] = {}
        self._lay_out()
        live.changed.connect(self._on_changed)
        live.ticked.connect(self._put_down)

    def _lay_out(self) -> None:
        self.gone.setContentsMargins(16, 8, 16, 8)
        self.gone.setWordWrap(True)
        inside = self._grid()
        hold(self.body, inside)
        layout = self._begin(self.head)
        layout.addWidget(self.body, 1)
        layout.addWidget(self.gone, 1, Qt.AlignmentFlag.AlignTop)

    def _grid(self) -> QWidget:
        inside = QWidget(self)
        self._body = Prose(13, False, "ink2", inside)  # that the owner belongs to
        grid = QGridLayout(inside)
        grid.setContentsMargins(16, 0, 16, 8)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for row, (name, short, label) in enumerate(FIELDS):
            words = QLabel(self.tr(short), inside)
            words.setFont(font(13))
            words.setObjectName("second")
            words.setMinimumHeight(30)
            grid.addWidget(words, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addLayout(self._field(name, self.tr(label), inside), row, 1)
        grid.setRowStretch(len(FIELDS), 1)
        return inside

    def _field(self, name: str, label: str, inside: QWidget) -> QVBoxLayout:
        field: WordsField | ChoiceField
        if name in CHOICES:
            told = {value: self.tr(words) for value, words in CHOICES[name].items()}
            field = ChoiceField(name, label, told, inside)
        elif name == "owner":
            field = OwnerField(label, self._live, self, inside)
        else:
            field = LINES.get(name, WordsField)(name, label, self._live, inside)
        self.fields[name] = field
        field.keep = self._keep
        field.left.connect(self.leave)
        field.finished.connect(lambda: self._walk(field, 1))
        field.walked.connect(lambda step: self._walk(field, step))
        field.entered.connect(lambda: self.body.ensureWidgetVisible(field, 0, 8))
        column = cell(field)
        if name == "owner":
            column.addWidget(self._body)
        return column

    def _walk(self, field: WordsField | ChoiceField, step: int) -> None:
        """Go to the field before or after; behind the last one lies the way back."""
        fields = list(self.fields.values())
        place = fields.index(field) + step
        if place < len(fields):
            fields[max(0, place)].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.leave()

    @property
    def ident(self) -> str:
        """Return the promise that shows."""
        return self._ident

    # Coming and going

    def open(self, ident: str, at: str = "owner", back: Callable[[], None] | None = None) -> None:
        """Show a promise with the keys in one of its fields; `back` is where leaving leads."""
        self._put_down()
        self._ident, self._back = ident, back
        self.shown.emit()
        self._show()
        self._take_up()
        self.fields[at].setFocus(Qt.FocusReason.TabFocusReason)

    def leave(self) -> None:
        """Go back to where one was; words that say nothing yet stay for another time."""
        back, self._back = self._back, None
        (back or self.left.emit)()
        self._put_down()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._back is not None and self.isHidden():
            self._back = None
            self._live.read("")  # another page came, and nobody goes back to reading

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show()

    # What is half typed, for a kill or another time

    def _drafts(self) -> dict[str, WordsField]:
        """Return the fields of this promise, by the names under which their words lie there."""
        lines = (field for field in self.fields.values() if isinstance(field, WordsField))
        return {f"{DRAFT} {self._ident} {line.name}": line for line in lines}

    def _put_down(self) -> None:
        for name, line in self._drafts().items():
            self._live.keep_draft(name, line.text() if line.typed else "")

    def _take_up(self) -> None:
        for name, line in self._drafts().items():
            if words := self._live.draft(name):
                line.go_on(words)

    # What shows

    def _on_changed(self, before: State, after: State) -> None:
        if after.commitments is before.commitments or not self.isVisible():
            return
        had_keys = self.isAncestorOf(QApplication.focusWidget() or self.window())
        self._show()
        if self._ident not in after.commitments and had_keys:
            self.leave()

    def _show(self) -> None:
        promise = self._live.state.commitments.get(self._ident)
        self.body.setVisible(promise is not None)
        self.points.setVisible(promise is not None)
        self.gone.setVisible(promise is None)
        self.head.title.setText(self.tr("Promise {0}").format(self._ident))
        self.gone.setText(
            self.tr("{0} was taken out. Undo or redo brings it back.").format(self._ident)
        )
        if promise is not None:
            self.points.show_points(promise.points)
            self._body.say(promise.organisation)
            for field in self.fields.values():
                field.show_promise(promise)

    def _keep(self, changes: Changes) -> bool:
        kept = keep(self._live, self._ident, changes)
        if kept:
            self._put_down()
        return kept
