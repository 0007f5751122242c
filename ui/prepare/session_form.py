"""What a session is: its title, day, hours, place, and the rule for what may leave the room."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QGridLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from facilitator.room.meeting import Meeting
from ui.prepare.finding_fields import LanguageField, SeriesField, ZoneField
from ui.prepare.session_fields import ChoiceField, ClockField, DayField, WordsField
from ui.prepare.session_words import MEANS, NAMES, NAMES_MEAN, RULES, lasts, translated
from ui.style import font
from ui.widgets.labelled import labelled
from ui.widgets.rolling import hold

Field = WordsField | ChoiceField
WIDE, ASIDE, MOST = 960, 320, 760  # px: from when on two columns, the second one, the first one
# Each field with its label, its row in the grid, the first of six columns, and how many it takes.
PLACES = (
    ("title", "Title", 0, 0, 6),
    ("series", "Series", 1, 0, 6),
    ("date", "Date", 2, 0, 2),
    ("start", "Starts", 2, 2, 2),
    ("hard_stop", "Hall closes", 2, 4, 2),
    ("venue", "Place", 3, 0, 3),
    ("city", "City", 3, 3, 3),
    ("convener", "Convened by", 4, 0, 6),
    ("timezone", "Time zone", 5, 0, 3),
    ("language", "Language of the session", 5, 3, 3),
    ("purpose", "What it is for", 7, 0, 6),
    ("contact", "Whom to ask", 8, 0, 3),
    ("joining", "How somebody joins", 8, 3, 3),
    ("support", "Where help is to be had", 9, 0, 6),
)
SUMMARY = 6  # the row of the heading over the last ones


class SessionForm(QScrollArea):
    """Enter and the arrows go from field to field; a field is kept when the keys leave it."""

    changed = Signal(str, object)  # a field and its new value
    finished = Signal()  # Enter in the last field
    left = Signal()  # Escape

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.keep: Callable[[str, Any], bool] = lambda name, value: True
        self._today, self._inside = today, QWidget(self)
        self.lines: dict[str, Field] = {}
        self._grid, self._rules = QGridLayout(), QVBoxLayout()
        self.means, self._shown = self._said(), self._said()
        self._columns = QBoxLayout(QBoxLayout.Direction.TopToBottom, self._inside)
        self._add_fields()
        self._add_rules()
        self._lay_out()

    # The page

    def _add_fields(self) -> None:
        host, inside, tr = self, self._inside, self.tr
        for name, label, row, column, span in PLACES:
            words = tr(label)
            field: Field
            match name:
                case "date":
                    field = DayField(words, self._today, inside, tr("next Thursday, 19 Nov …"))
                case "start" | "hard_stop":
                    hint = tr("6 pm, 18:00 …") if name == "start" else tr("8 pm, 20:00 …")
                    field = ClockField(words, inside, hint)
                case "series":
                    field = SeriesField(words, host, inside, tr("the thread of sessions it is in"))
                case "timezone":
                    field = ZoneField(words, host, inside, tr("Chicago, Eastern …"))
                case "language":
                    field = LanguageField(words, host, inside, tr("English, español …"))
                case _:
                    field = WordsField(words, inside)
            self._grid.addLayout(self._take(name, words, field), row, column, 1, span)
        head = QLabel(tr("For the summary"), inside)
        head.setFont(font(14, bold=True))
        self._grid.addWidget(head, SUMMARY, 0, 1, 6)

    def _add_rules(self) -> None:
        for name, label, values, means in (
            ("disclosure", self.tr("What may leave the room"), RULES, self.means),
            ("room_names", self.tr("Names on the room screen"), NAMES, self._shown),
        ):
            told = {value: translated(words) for value, words in values.items()}
            field = ChoiceField(label, told, self._inside)
            field.chosen.connect(lambda _: self._explain())
            self._rules.addLayout(self._take(name, label, field))
            self._rules.addWidget(means)
            self._rules.addSpacing(16)
        self._rules.addWidget(
            self._said("No rule makes notes secret: a public body’s notes may be public records.")
        )

    def _said(self, words: str = "") -> QLabel:
        label = QLabel(self.tr(words), self._inside)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setObjectName("second")
        label.setWordWrap(True)
        return label

    def _take(self, name: str, label: str, field: Field) -> QVBoxLayout:
        """Take a field in; return it with its label over it, and what is said of it beside that."""
        self.lines[name] = field
        field.keep = lambda value: self.keep(name, value)
        field.changed.connect(lambda value: self._tell(name, value))
        field.left.connect(lambda: self._leave(field))
        field.finished.connect(lambda: self._walk(field, 1))
        field.walked.connect(lambda step: self._walk(field, step))
        field.entered.connect(lambda: self.ensureWidgetVisible(field, 0, 40))
        return labelled(label, field, field.hint, self._inside, 4)

    def _lay_out(self) -> None:
        for layout in (self._grid, self._rules):
            layout.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(16)
        for column in range(6):
            self._grid.setColumnStretch(column, 1)
            self._grid.setColumnMinimumWidth(column, 1)
        self._rules.setSpacing(8)
        self._rules.addStretch(1)
        self._grid.setRowStretch(PLACES[-1][2] + 1, 1)
        self._columns.setContentsMargins(20, 20, 20, 20)
        self._columns.setSpacing(24)
        self._columns.addLayout(self._grid)
        self._columns.addLayout(self._rules)
        hold(self, self._inside)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= WIDE
        way = QBoxLayout.Direction
        self._columns.setDirection(way.LeftToRight if wide else way.TopToBottom)
        spare = self.width() - 64 - MOST - ASIDE if wide else 0
        self._columns.setContentsMargins(20, 20, 20 + max(0, spare), 20)
        self._columns.setStretch(0, 7)
        self._columns.setStretch(1, 3 if wide else 0)

    # What stands in it

    def show_fields(self, fields: dict[str, Any], known_series: Sequence[str] = ()) -> None:
        """Show values as `Meeting` has them; words that are being typed stay."""
        series = self.lines["series"]
        assert isinstance(series, SeriesField)
        series.known = known_series
        plain = Meeting()
        for name, field in self.lines.items():
            field.show_value(str(fields.get(name, getattr(plain, name))))
        self._explain()

    def fields(self) -> dict[str, Any]:
        """Return all fields as `Meeting` has them; what is half typed is taken in first."""
        for field in self.lines.values():
            field.save()
        return self._kept()

    def wrong(self) -> str:
        """Return the first field whose words are not understood, or nothing."""
        return next((name for name, field in self.lines.items() if field.typed), "")

    def go_to(self, name: str = "title") -> None:
        self.lines[name].setFocus(Qt.FocusReason.TabFocusReason)

    def _kept(self) -> dict[str, str]:
        return {name: field.kept for name, field in self.lines.items()}

    def _tell(self, name: str, value: str) -> None:
        self._explain()
        self.changed.emit(name, value)

    def _explain(self) -> None:
        """Say what the values mean, each of which may hang on another."""
        kept, start, stop = self._kept(), self.lines["start"], self.lines["hard_stop"]
        zone = self.lines["timezone"]
        assert isinstance(stop, ClockField)
        assert isinstance(zone, ZoneField)
        stop.after = start.kept or ClockField.after
        stop.beside = lambda value: lasts(start.kept, value)
        zone.day = kept["date"]
        stop.remark()
        zone.remark()
        rule, names = (self._chosen(name) for name in ("disclosure", "room_names"))
        self.means.setText(translated(MEANS.get(rule, "")))
        told = Meeting(disclosure=rule).tells_names
        self._shown.setText(translated(NAMES_MEAN.get(names if told else "", "")))

    def _chosen(self, name: str) -> str:
        """Return what is chosen, be it kept already or not."""
        field = self.lines[name]
        assert isinstance(field, ChoiceField)
        return field.value

    # Hands on it

    def _walk(self, field: Field, step: int) -> None:
        """Go to the field before or after; behind the last one it is finished."""
        fields = list(self.lines.values())
        place = fields.index(field) + step
        if place < len(fields):
            fields[max(0, place)].setFocus(Qt.FocusReason.TabFocusReason)
        elif field.save():
            self.finished.emit()

    def _leave(self, field: Field) -> None:
        """Go, with what was typed kept if it is understood, and the old value back if not."""
        if isinstance(field, WordsField):
            field.let_go()
        elif not field.save():
            field.forget()
        self.left.emit()
