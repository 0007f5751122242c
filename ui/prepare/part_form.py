"""One part of the agenda with all its fields, beside the rows."""

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QScrollArea, QWidget

from facilitator.room.agenda_plan import fixed
from facilitator.room.clock import MINUTE, SECOND
from facilitator.room.durations import clock_time, duration, turn
from facilitator.room.kinds import KINDS
from facilitator.room.lengths import ROUNDS, Crowd
from ui.prepare.agenda_words import Part
from ui.prepare.part_fields import NO_LIMIT, Field, PartBox, PartChoice, PartField, Reading, cell
from ui.prepare.part_need import NeedBox
from ui.style import font
from ui.widgets.ink import RIGHT
from ui.widgets.prose import Prose
from ui.widgets.rolling import hold
from ui.words import clock, minutes

if TYPE_CHECKING:
    from ui.live import Live

LOCKED = "minutes", "min_minutes", "fixed_start"  # once it has begun, its time is the clock's
# Each field with its label and, in the grid of six, its row, first column and width.
PLACES = (
    ("title", "Called", 1, 0, 6),
    ("kind", "Kind", 2, 0, 3),
    ("leader", "Led by", 2, 3, 3),
    ("prompt", "Question shown to the room", 3, 0, 6),
    ("minutes", "Minutes", 5, 0, 2),
    ("min_minutes", "At least", 5, 2, 2),
    ("turn_limit_s", "Turn limit", 5, 4, 2),
    ("fixed_start", "Fixed start", 6, 0, 3),
    ("think_s", "Silence before", 6, 3, 3),
    ("purpose", "Why this part", 7, 0, 6),
)
NEED_ROW = 4


class PartForm(QScrollArea):
    left = Signal()

    def __init__(self, live: "Live", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._live, self._ident = live, ""
        self._inside = QWidget(self)
        self.title, self.times = QLabel(self._inside), QLabel(self._inside)
        self.locked = Prose(13, False, "ink2", self._inside)
        self.need = NeedBox(self._inside)
        self.fields: dict[str, Field] = {}
        self._cells: dict[str, QWidget] = {}
        self._lay_out()
        hold(self, self._inside)
        self.need.lengthened.connect(lambda ms: self._keep("minutes", ms / MINUTE))
        self.need.turned.connect(lambda ms: self._keep("turn_limit_s", ms / SECOND))

    def _lay_out(self) -> None:
        for label, bold in ((self.title, True), (self.times, False)):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setFont(font(18 if bold else 15, bold))
        self.times.setObjectName("second")
        self.times.setAlignment(RIGHT)
        head = QHBoxLayout()
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.times)
        grid = QGridLayout(self._inside)
        grid.setContentsMargins(20, 18, 20, 12)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(12)
        grid.addLayout(head, 0, 0, 1, 6)
        for name, words, row, column, wide in PLACES:
            whole = cell(self.tr(words), self._field(name, self.tr(words)), self._inside)
            self._cells[name] = whole
            grid.addWidget(whole, row, column, 1, wide)
        grid.addWidget(self.need, NEED_ROW, 0, 1, 6)
        grid.addWidget(self.locked, 8, 0, 1, 6)
        grid.setRowStretch(9, 1)
        for column in range(6):
            grid.setColumnStretch(column, 1)
        needs = (self.need.longer, self.need.turns)
        order = (self.fields["prompt"], *needs, self.fields["minutes"])
        for one, other in pairwise(order):
            self.setTabOrder(one, other)

    def _field(self, name: str, label: str) -> Field:
        field: Field
        if name == "kind":
            kinds = {kind: self.tr(words) for kind, words in KINDS.items()}
            field = PartChoice(name, label, kinds, self._inside)
        elif name == "prompt":
            field = PartBox(name, label, self._inside)
        else:
            field = PartField(name, label, lambda words: self._read(name, words), self._inside)
        if not isinstance(field, PartBox):
            field.walked.connect(lambda step: self._walk(name, step))
        field.finished.connect(lambda: self._finish(name))
        field.left.connect(lambda: self._leave(field))
        field.keep = self._keep
        field.entered.connect(lambda: self.ensureWidgetVisible(self._cells[name], 0, 8))
        self.fields[name] = field
        return field

    def _finish(self, name: str) -> None:
        if self.fields[name].save():
            self._walk(name, 1)

    def _walk(self, name: str, step: int) -> None:
        """Go to the field before or after; behind the last one lies the way back."""
        open_ = [one for one in self.fields.values() if one.isEnabled() and one.isVisible()]
        place = open_.index(self.fields[name]) + step
        if place < len(open_):
            open_[max(0, place)].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.left.emit()

    def _leave(self, field: Field) -> None:
        """Go, with what was typed kept; what means nothing gives way to what was there."""
        if not field.save() and isinstance(field, PartField):
            field.forget()
        self.left.emit()

    def go_to(self) -> None:
        """Let the first field have the keys."""
        self.fields["title"].setFocus(Qt.FocusReason.TabFocusReason)

    # What shows

    def show_part(self, part: Part | None, room: Crowd) -> None:
        """Show a part; nothing is no part."""
        self._inside.setVisible(part is not None)
        if part is None:
            self._ident = ""
            return
        of, fresh = part.segment, part.segment.id != self._ident
        self._ident = of.id
        self.title.setText(f"{part.number}  {part.kind}")
        self.times.setText(f"{part.starts} – {part.ends}")
        for name, words in self._shown(part).items():
            self.fields[name].show_words(words, fresh)
        for name in LOCKED:
            self.fields[name].setEnabled(not of.begun)
        thinks = of.kind in ROUNDS or bool(of.think)
        self._cells["think_s"].setVisible(thinks)
        self.need.show_part(part, room)
        self.locked.say(self._why_locked(part))

    def _shown(self, part: Part) -> dict[str, str]:
        of = part.segment
        return {
            "title": of.title,
            "kind": of.kind,
            "leader": of.leader,
            "prompt": of.prompt,
            "minutes": _bare(part.length),
            "min_minutes": _bare(of.least) if of.least else "",
            "turn_limit_s": clock(of.turn_limit) if of.turn_limit else "",
            "fixed_start": of.fixed,
            "think_s": clock(of.think) if of.think else "",
            "purpose": of.purpose,
        }

    def _why_locked(self, part: Part) -> str:
        if not part.segment.begun:
            return ""
        if part.line.stretch.state == "running":
            return self.tr("It runs: its time belongs to the clock in Live. Words may change.")
        return self.tr("It has begun: its time is as it was. Words may still change.")

    # What is typed

    def _keep(self, name: str, value: Any) -> bool:
        """Change the part; say whether it is so now, be it that it was so before."""
        change = self._live.session.change_segment
        return self._live.attempt(lambda: change(self._ident, **{name: value}) or True)

    def _read(self, name: str, words: str) -> Reading:
        match name:
            case "minutes":
                return self._length(words, duration(words), MINUTE)
            case "min_minutes":
                none = words.casefold() in NO_LIMIT
                return Reading(0) if none else self._length(words, duration(words), MINUTE)
            case "turn_limit_s" | "think_s":
                none = words.casefold() in NO_LIMIT
                return Reading() if none else self._length(words, turn(words), SECOND)
            case "fixed_start":
                return self._start(words)
        return Reading(words, words)

    def _length(self, words: str, length: int | None, unit: int) -> Reading:
        if length is None:
            return Reading(trouble=self.tr("not understood"))
        shown = minutes(length) if unit == MINUTE else clock(length)
        plain = unit == MINUTE and words.isdecimal()
        return Reading(length / unit, words if plain else shown)

    def _start(self, words: str) -> Reading:
        meeting = self._live.state.meeting
        if words.casefold() in NO_LIMIT:
            return Reading("")
        found = clock_time(words, meeting.start)
        if not found:
            return Reading(trouble=self.tr("no time of day"))
        if meeting.opens is not None and fixed(meeting, found) is None:
            return Reading(trouble=self.tr("before {0}").format(meeting.start))
        return Reading(found, found)


def _bare(length: int) -> str:
    return minutes(length).removesuffix(" min")
