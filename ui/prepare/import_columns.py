"""What the columns of a list from elsewhere are: guessed, and changed by arrows or letters."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from facilitator.intake import FIELDS, Columns, Sheet
from ui.style import colour
from ui.widgets.ink import isolated, stamp, write
from ui.widgets.rows import Row, Rows

HEIGHT, VALUE, SAMPLES = 52, 216, 40  # px of a row, of what it is; rows looked at for examples
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_CODES = tuple(FIELDS)


class ColumnsList(Rows):
    changed = Signal(object)  # the columns as they are now

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", HEIGHT, _paint, parent)
        self.setAccessibleName(self.tr("What the columns are"))
        self._sheet, self._columns = Sheet("", ()), Columns(0, ())
        self.pressed_on.connect(self._key_on)

    def show_columns(self, sheet: Sheet, columns: Columns) -> None:
        self._sheet, self._columns = sheet, columns
        people = columns.people(sheet)[:SAMPLES]
        rows = []
        questions = columns.questions(sheet)
        for at, head in enumerate(columns.heads(sheet)):
            cells = dict.fromkeys(line.cells[at] for line in people if line.cells[at])
            examples = ", ".join(list(cells)[:4]) or self.tr("empty")
            meant = self.tr(FIELDS[columns.fields[at]])
            words = self.tr("{0}, as {1}, is: {2}").format(head, examples, meant)
            remark = self.tr(questions[at].remark) if questions[at].remark else ""
            left_out = columns.fields[at] == ""
            spoken = f"{words}. {remark}" if remark else words
            rows.append(Row(str(at), spoken, (head, examples, meant, left_out, remark)))
        self.show_rows(rows)

    def _key_on(self, key: str, event: QKeyEvent) -> None:
        pressed = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return
        if pressed in _STEPS:
            self._step(int(key), _STEPS[pressed])
        elif pressed in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._choose(int(key), "")
        elif event.text().isalpha():
            self._step(int(key), 1, event.text().casefold())
        else:
            return
        event.accept()

    def _step(self, column: int, by: int, letter: str = "") -> None:
        """Go on to the next meaning, or to the next that begins with a letter."""
        place = _CODES.index(self._columns.fields[column])
        for n in range(1, len(_CODES)):
            code = _CODES[(place + by * n) % len(_CODES)]
            if self.tr(FIELDS[code]).casefold().startswith(letter):
                self._choose(column, code)
                return

    def _choose(self, column: int, field: str) -> None:
        if field != self._columns.fields[column]:
            self.show_columns(self._sheet, self._columns.choose(column, field))
            self.changed.emit(self._columns)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Step on by a click at what a column is, back by one at its left arrow."""
        super().mouseReleaseEvent(event)
        index, at = self.indexAt(event.position().toPoint()), event.position().x()
        start = self.viewport().width() - VALUE - 16
        if index.isValid() and at >= start:
            self._step(index.row(), -1 if at < start + 28 else 1)


def _paint(painter: QPainter, rect: QRect, row: Row, picked: bool) -> None:
    head, examples, meant, left_out, remark = row.content
    if picked:
        painter.fillRect(rect, colour("accent_tint"))
        painter.fillRect(QRect(rect.left(), rect.top(), 4, rect.height()), colour("accent"))
    value = QRect(rect.right() - VALUE - 16, rect.top(), VALUE, rect.height())
    who = QRect(rect.left() + 20, rect.top() + 6, value.left() - rect.left() - 32, 20)
    write(painter, who, isolated(head), 14, True, "ink2" if left_out else "ink")
    middle = value.center().y() + 1
    if remark:  # in the place of the examples, over the whole width
        below = QRect(who.left(), who.top() + 20, value.right() - who.left(), who.height())
        stamp(painter, below.left(), below.center().y() + 1, "circle-alert", "warn")
        write(painter, below.adjusted(22, 0, 0, 0), remark, 13, tint="warn")
        middle = who.center().y() + 1
    else:
        write(painter, who.translated(0, 20), isolated(examples), 13, tint="ink2")
    stamp(painter, value.left() + 4, middle, "chevron-left", "ink2")
    stamp(painter, value.right() - 20, middle, "chevron-right", "ink2")
    inside = QRect(value.left() + 28, middle - 12, value.width() - 56, 24)
    write(painter, inside, meant, 14, not left_out, "ink2" if left_out else "ink")
