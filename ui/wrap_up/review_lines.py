"""Lines to type into where something is missing: of a promise, or for the reader."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.room.commitments import Commitment
from facilitator.room.meeting import Meeting
from ui.head_count import HeadCount
from ui.live import Live
from ui.meeting import promise_fields, promise_form
from ui.meeting.owner_field import OwnerField
from ui.prepare import session_fields
from ui.widgets.labelled import labelled

# The fields of the session that a reader looks for, with what each is called.
FOR_READER = {
    "purpose": "What the session was for",
    "contact": "Whom to ask",
    "next_date": "Date of the next session",
    "next_start": "It starts",
    "next_place": "It is at",
    "joining": "How somebody joins",
    "support": "Where help is to be had",
}
OPTIONAL = ("first_step_due", "support", "benefits", "burden")  # of a promise


class Lines(QWidget):
    finished = Signal()  # Enter in the last one
    left = Signal()  # Escape

    def __init__(self, live: Live, parent: QWidget) -> None:
        super().__init__(parent)
        self._live = live
        self.fields: dict[str, Any] = {}
        self._boxes: dict[str, QWidget] = {}
        self._about: tuple[str, ...] = ()  # whose fields these are, and which of them
        self._gone = False  # what was kept led on to something else
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    def _take(self, name: str, label: str, field: Any) -> None:
        """Take a field in, under its label."""
        box = field.parentWidget()
        self.fields[name], self._boxes[name] = field, box
        column = labelled(label, field, field.hint, box, 0)
        column.setContentsMargins(0, 0, 0, 0)
        if hasattr(field, "trouble"):
            column.addWidget(field.trouble)
        box.setLayout(column)
        self._column.addWidget(box)
        field.left.connect(self.left)
        field.walked.connect(lambda step: self._walk(name, step))
        field.finished.connect(lambda: self._enter(name))
        field.entered.connect(self._stay)

    def _show(self, about: str, names: tuple[str, ...]) -> None:
        """Show some of the fields: those of a promise, or of the session."""
        self._about = about, *names
        for name, box in self._boxes.items():
            box.setVisible(name in names)

    @property
    def has_keys(self) -> bool:
        return any(field.hasFocus() for field in self.fields.values())

    def go_in(self) -> None:
        """Take the keys to the first line with nothing in it, else to the first."""
        names = [name for name in self.fields if not self._boxes[name].isHidden()]
        empty = [name for name in names if name not in OPTIONAL and not self._value(name)]
        for name in (empty or names)[:1]:
            self.fields[name].setFocus(Qt.FocusReason.TabFocusReason)

    def _value(self, name: str) -> str:
        return ""

    def _kept(self, keep: Callable[[], bool]) -> bool:
        """Keep something, and see whether another thing shows for it."""
        before, done = self._about, keep()
        self._gone = self._about != before
        return done

    def _stay(self) -> None:
        self._gone = False

    def _enter(self, name: str) -> None:
        """Go on behind a line that was kept, unless that led on already."""
        if self.fields[name].hasFocus() and not self._gone:
            self._walk(name, 1)
        self._gone = False

    def _walk(self, name: str, step: int) -> None:
        names = [one for one in self.fields if not self._boxes[one].isHidden()]
        place = names.index(name) + step if name in names else 0
        if place < len(names):
            self.fields[names[max(0, place)]].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.finished.emit()


class PromiseLines(Lines):
    """The fields of a promise, those of its form in Live."""

    def __init__(self, live: Live, host: QWidget, parent: QWidget) -> None:
        """Let the names that a line offers float in the host."""
        super().__init__(live, parent)
        self._promise = Commitment("", 0, "pledge", "")
        for name, _, label in promise_form.FIELDS:
            if name != "text":
                words = self.tr(label)
                field = self._field(name, words, host, QWidget(self))
                field.keep = self._amend
                self._take(name, words, field)

    def _amend(self, changes: promise_fields.Changes) -> bool:
        ident = self._promise.id
        return self._kept(lambda: promise_fields.keep(self._live, ident, changes))

    def _field(self, name: str, label: str, host: QWidget, box: QWidget) -> Any:
        if name in promise_form.CHOICES:
            return promise_fields.ChoiceField(name, label, promise_form.CHOICES[name], box)
        if name == "owner":
            return OwnerField(label, self._live, host, box)
        kind = promise_form.LINES.get(name, promise_fields.WordsField)
        return kind(name, label, self._live, box)

    def show_promise(self, promise: Commitment, names: tuple[str, ...]) -> None:
        """Show some fields of a promise; words that are being typed stay."""
        self._promise = promise
        self._show(promise.id, names)
        for field in self.fields.values():
            field.show_promise(promise)

    def _value(self, name: str) -> str:
        return str(getattr(self._promise, name))


class ReaderLines(Lines):
    """The fields of the session that a reader looks for."""

    def __init__(self, live: Live, parent: QWidget) -> None:
        super().__init__(live, parent)
        self._meeting = Meeting()
        for name, label in FOR_READER.items():
            words, box = self.tr(label), QWidget(self)
            field: session_fields.WordsField
            if name == "next_date":
                field = session_fields.DayField(
                    words, self._live.today, box, self.tr("in two weeks")
                )
            elif name == "next_start":
                field = session_fields.ClockField(words, box, self.tr("6 pm, 18:00 …"))
            else:
                field = session_fields.WordsField(words, box)
            field.keep = partial(self._change, name)
            self._take(name, words, field)

    def show_meeting(self, meeting: Meeting, names: tuple[str, ...]) -> None:
        """Show some fields of the session; words that are being typed stay."""
        self._meeting = meeting
        self._show("session", names)
        for name, field in self.fields.items():
            field.show_value(getattr(meeting, name))

    def _value(self, name: str) -> str:
        return str(getattr(self._meeting, name))

    def _change(self, name: str, value: str) -> bool:
        return self._kept(lambda: self._put(name, value))

    def _put(self, name: str, value: str) -> bool:
        self._live.attempt(self._live.session.change_meeting, **{name: value})
        return bool(getattr(self._live.state.meeting, name) == value)


class HeadLines(Lines):
    """How many were in the room, and how they were counted."""

    def __init__(self, live: Live, parent: QWidget) -> None:
        super().__init__(live, parent)
        self._heads = HeadCount(live, QWidget(self), QWidget(self))
        self._heads.count.keep = lambda value: self._kept(lambda: self._heads.keep(value))
        for name, words, field in zip(
            ("tally", "method"), self._heads.names, self._heads.fields, strict=True
        ):
            self._take(name, words, field)

    def show_meeting(self, meeting: Meeting, names: tuple[str, ...]) -> None:
        """Show the count that the session has; what is being typed stays."""
        self._show("heads", names)
        self._heads.show_meeting(meeting)

    def go_in(self) -> None:
        self.fields["tally"].setFocus(Qt.FocusReason.TabFocusReason)
