"""The ground rules: a list to add to, reorder and change, and sets of rules to begin from."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from facilitator.room.ground_rules import sets, with_all
from ui.style import colour, font
from ui.widgets.button import Button
from ui.widgets.ink import RIGHT, stamp, width, write
from ui.widgets.line import Line
from ui.widgets.rows import Row, Rows

HIGH, SET = 44, 60  # px, of a rule and of a set
NUMBER, TEXT = 36, 60  # px, where the number and the words of a rule begin
STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_BULLETS = " \t-–—•*·▪◦"


class RulesPane(QFrame):
    added = Signal(object)  # rules, at the end
    changed = Signal(int, str)  # one, by its place
    moved = Signal(int, int)  # one, to another place
    removed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("paper")
        self.title, self.remark = QLabel(self.tr("Ground rules"), self), QLabel(self)
        self.more = Button(self.tr("From a set"), self)
        self.list = Rows(self.tr("Ground rules"), HIGH, _paint_rule, self, _edit_rect, movable=True)
        self.line = RuleLine(self.tr("Add a rule"), self.tr("Add a rule, then Enter"), self)
        self.sets_title = QLabel(self.tr("Begin from a set"), self)
        self.sets = Rows(self.tr("Sets of ground rules"), SET, _paint_set, self)
        self._wants_sets = False
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        for label, size in ((self.title, 18), (self.sets_title, 14)):
            label.setFont(font(size, bold=True))
        self.remark.setObjectName("second")
        self.title.setMinimumHeight(36)  # also without the button
        self.line.show_marks("plus")
        self.head, adding = QHBoxLayout(), QHBoxLayout()
        head = self.head
        head.setContentsMargins(20, 12, 20, 12)
        head.setSpacing(12)
        head.addWidget(self.title)
        head.addWidget(self.remark, 1)
        head.addWidget(self.more)
        adding.setContentsMargins(NUMBER, 8, 20, 8)
        adding.addWidget(self.line)
        self.sets_title.setContentsMargins(20, 12, 20, 8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.list, 1)
        layout.addLayout(adding)
        layout.addWidget(self.sets_title)
        layout.addWidget(self.sets, 1)
        layout.addStretch()
        self.sets.show_rows([_set_row(n) for n in range(len(sets()))])
        self.sets.setMaximumHeight(SET * len(sets()))

    def _connect(self) -> None:
        self.line.returnPressed.connect(lambda: self._add([self.line.text()]))
        self.line.pasted.connect(self._add)
        self.line.walked.connect(self._walk)
        self.list.chosen.connect(self._edit)
        self.list.edited.connect(self._change)
        self.list.dragged.connect(self._drop)
        self.list.pressed_on.connect(self._press)
        self.list.left.connect(self.line.setFocus)
        self.more.clicked.connect(self._toggle_sets)
        self.sets.chosen.connect(self._take_set)
        self.sets.left.connect(self._leave_sets)

    def show_rules(self, rules: tuple[str, ...]) -> None:
        told = self.tr("none yet") if not rules else self.tr("{0} rules").format(len(rules))
        self.remark.setText(self.tr("1 rule") if len(rules) == 1 else told)
        self.list.show_rows([Row(f"{n} {rule}", rule, n + 1) for n, rule in enumerate(rules)])
        self.list.setMaximumHeight(HIGH * len(rules))
        self.list.setVisible(bool(rules))
        self.more.setVisible(bool(rules))
        self._wants_sets = self._wants_sets and bool(rules)
        self._show_sets()

    def _show_sets(self) -> None:
        """Sets are what one begins from; later they come when they are asked for."""
        shown = self._wants_sets or not self.list.rows
        self.sets_title.setVisible(shown)
        self.sets.setVisible(shown)

    # Hands on it

    def _add(self, rules: list[str]) -> None:
        self.added.emit([rule for rule in map(_one_rule, rules) if rule])
        there = tuple(row.words for row in self.list.rows)
        if with_all(there, map(_one_rule, rules)) == there:
            self.line.take()  # what the disk did not take stays where it was typed

    def _walk(self, step: int) -> None:
        """Go from the line up into the list, or down into the sets."""
        place = self.list if step < 0 else self.sets
        if place.rows and place.isVisible():
            place.setFocus()
            if not place.current or step < 0:
                place.go_to(len(place.rows) - 1 if step < 0 else 0)

    def _edit(self, key: str) -> None:
        self.list.edit_row(key, self.list.rows[_place(key)].words)

    def _change(self, key: str, text: str) -> None:
        """Change a rule; what the disk did not take goes on being typed."""
        words = " ".join(text.split())
        self.changed.emit(_place(key), words)
        if words and self.list.rows[_place(key)].words != words:
            self.list.edit_row(key, words)

    def _press(self, key: str, event: QKeyEvent) -> None:
        place, pressed = _place(key), Qt.Key(event.key())
        event.accept()
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and pressed in STEPS:
            self._move(place, place + STEPS[pressed])
        elif pressed == Qt.Key.Key_Delete:
            self.removed.emit(place)
            if not self.list.rows:
                self.line.setFocus()
        elif pressed == Qt.Key.Key_F2:
            self._edit(key)
        elif pressed == Qt.Key.Key_Insert or (
            pressed == Qt.Key.Key_Down and place == len(self.list.rows) - 1
        ):
            self.line.setFocus()
        else:
            event.ignore()

    def _drop(self, key: str, before: str | None) -> None:
        place, gap = _place(key), len(self.list.rows) if before is None else _place(before)
        self._move(place, gap - (gap > place))

    def _move(self, place: int, to: int) -> None:
        if 0 <= to < len(self.list.rows):
            self.moved.emit(place, to)
            self.list.go_to(to)

    def _toggle_sets(self) -> None:
        self._wants_sets = not self._wants_sets
        self._show_sets()
        if self._wants_sets:
            self.sets.go_to(0)
            self.sets.setFocus()

    def _leave_sets(self) -> None:
        self._wants_sets = False
        self._show_sets()
        self.line.setFocus()

    def _take_set(self, key: str) -> None:
        self._wants_sets = False
        self.added.emit(list(sets()[int(key)].rules))
        self.list.setFocus()
        self.list.go_to(len(self.list.rows) - 1)


class RuleLine(Line):
    """A line that takes many rules at once, if a list of them is pasted."""

    pasted = Signal(list)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        lines = QApplication.clipboard().text().splitlines()
        if event.matches(QKeySequence.StandardKey.Paste) and len(lines) > 1:
            self.pasted.emit([self.text() + lines[0], *lines[1:]])
        else:
            super().keyPressEvent(event)


def _place(key: str) -> int:
    """Return the place of a rule; its key holds its words too, so that undo takes no other's."""
    return int(key.partition(" ")[0])


def _one_rule(words: str) -> str:
    """Return a rule without the mark or number that it has in a list."""
    line = " ".join(words.split()).lstrip(_BULLETS)
    number, point, rest = line.partition(" ")
    numbered = point and number[:-1].isdecimal() and number[-1] in ".)"
    return rest if numbered else line


def _set_row(place: int) -> Row:
    one = sets()[place]
    rules = " ".join(one.rules)
    words = f"{one.name}, {one.people}, in the style of {one.style}: {rules}"
    return Row(str(place), words, (one.name, one.people, rules))


def _edit_rect(rect: QRect, row: Row) -> QRect:
    return rect.adjusted(TEXT - 8, 4, -20, -5)


def _paint_rule(painter: QPainter, rect: QRect, row: Row, picked: bool) -> None:
    _paint_picked(painter, rect, picked)
    stamp(painter, rect.left() + 12, rect.center().y() + 1, "grip-vertical", "ink3")
    write(painter, rect.adjusted(NUMBER, 0, 0, 0), str(row.content), 15, True)
    write(painter, rect.adjusted(TEXT, 0, -20, 0), row.words, 15, picked)


def _paint_set(painter: QPainter, rect: QRect, row: Row, picked: bool) -> None:
    name, people, rules = row.content
    _paint_picked(painter, rect, picked)
    top = QRect(rect.left() + 20, rect.top() + 8, rect.width() - 40, 22)
    spare = top.width() - width(name, 15, True) - 16
    if spare > 80:
        write(painter, top.adjusted(top.width() - spare, 0, 0, 0), people, 13, False, "ink2", RIGHT)
    write(painter, top, name, 15, True)
    write(painter, top.translated(0, 22), rules, 14, tint="ink2")


def _paint_picked(painter: QPainter, rect: QRect, picked: bool) -> None:
    if picked:
        painter.fillRect(rect, colour("accent_tint"))
        painter.fillRect(QRect(rect.left(), rect.top(), 4, rect.height()), colour("accent"))
