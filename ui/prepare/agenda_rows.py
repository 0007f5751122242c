"""The rows of the plan: start, part, kind, minutes that are typed in their place, and who leads."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from ui.prepare.agenda_words import AgendaWords, Part
from ui.style import colour, pixels
from ui.widgets.ink import RIGHT, stamp, width, write
from ui.widgets.rows import Row, Rows
from ui.words import clock, minutes

if TYPE_CHECKING:
    from collections.abc import Iterator

HIGH, HEAD, LEFT_EDGE, RIGHT_EDGE, GRIP = 48, 32, 36, 20, 16  # px
STARTS, KIND, MINUTES, LEAST, TURN, LEADER, GAP = 60, 100, 80, 80, 70, 96, 12  # px
BOX, BOX_HIGH = 66, 30
WIDE, MIDDLING = 780, 600  # px, from which on there is room for all columns, and for the kinds
COLUMNS = ("Starts", "Part", "Kind", "Minutes", "At least", "Turn", "Led by")
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


def columns(room: QRect) -> dict[str, QRect]:
    """Return where each column of a row is; narrow rows leave the lesser ones out."""
    rest = {"Minutes": MINUTES}
    if room.width() >= WIDE:
        rest = {"Kind": KIND, **rest, "At least": LEAST, "Turn": TURN, "Led by": LEADER}
    elif room.width() >= MIDDLING:
        rest = {"Kind": KIND, **rest, "Turn": TURN}
    found, right = {}, room.right() + 1 - RIGHT_EDGE
    for name in reversed(rest):
        found[name] = QRect(right - rest[name], room.top(), rest[name], room.height())
        right -= rest[name]
    starts = QRect(room.left() + LEFT_EDGE, room.top(), STARTS, room.height())
    title = starts.right() + 1
    part = QRect(title, room.top(), max(0, right - title - GAP), room.height())
    return {"Starts": starts, "Part": part, **found}


class ColumnHead(QWidget):
    """What stands in each column, over the rows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(HEAD)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(0, HEAD - 1, self.width(), 1, colour("edge"))
            for name, rect in columns(self.rect()).items():
                right = name in ("Minutes", "At least", "Turn")
                room = rect.adjusted(20, 0, 0, 0) if name == "Led by" else rect
                align = RIGHT if right else Qt.AlignmentFlag.AlignVCenter
                write(painter, room, self.tr(name), 13, tint="ink2", align=align)


class AgendaRows(Rows):
    stepped = Signal(str, int)  # Alt and an arrow: a part, one up or down
    removed = Signal(str)  # Delete
    copied = Signal(str)  # Ctrl+D
    inserted = Signal(str)  # Insert: after this part
    ran_out = Signal()  # down from the last row

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, HIGH, self._paint, parent, edit_rect=minutes_at, movable=True)
        # No taller than its rows, so that the line that adds one follows at once.
        self.setSizeAdjustPolicy(Rows.SizeAdjustPolicy.AdjustToContents)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.pressed_on.connect(self._press)

    def show_plan(self, words: AgendaWords) -> None:
        self.setMinimumHeight(0 if words.parts else 2 * HIGH)  # for what says how to begin
        self.show_rows([Row(p.segment.id, words.words(p), p) for p in words.parts])

    def type_minutes(self, begin: str = "") -> None:
        """Type the minutes of the part the keys are on; begin with a digit, or with what is."""
        part = self._part(self.current)
        if part is None or part.segment.begun:
            return
        self.edit_row(self.current, begin or minutes(part.length).removesuffix(" min"))
        line = self.viewport().focusWidget()
        if isinstance(line, QLineEdit):
            line.setAccessibleName(self.tr("Minutes of {0}").format(part.segment.title))
            if not begin:
                line.selectAll()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        at = event.position().toPoint()
        index = self.indexAt(at)
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            box = minutes_at(self.visualRect(index), self.rows[index.row()])
            if box.contains(at):
                self.type_minutes()

    def _part(self, key: str) -> Part | None:
        return next((row.content for row in self.rows if row.key == key), None)

    def _press(self, key: str, event: QKeyEvent) -> None:
        pressed, alt = Qt.Key(event.key()), Qt.KeyboardModifier.AltModifier
        control = Qt.KeyboardModifier.ControlModifier
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held == alt and pressed in _STEPS:
            self.stepped.emit(key, _STEPS[pressed])
        elif held == control and pressed == Qt.Key.Key_D:
            self.copied.emit(key)
        elif held:
            return
        elif pressed in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit(key)
        elif pressed == Qt.Key.Key_Insert:
            self.inserted.emit(key)
        elif pressed == Qt.Key.Key_F2:
            self.type_minutes()
        elif event.text().isdecimal():
            self.type_minutes(event.text())
        elif pressed == Qt.Key.Key_Down and key == self.rows[-1].key:
            self.ran_out.emit()
        else:
            return
        event.accept()

    # How it looks

    def _paint(self, painter: QPainter, rect: QRect, row: Row, picked: bool) -> None:
        part: Part = row.content
        of, at = part.segment, columns(rect)
        quiet = part.line.stretch.state in ("done", "dropped")
        if picked:
            painter.fillRect(rect, colour("accent_tint"))
            painter.fillRect(rect.left(), rect.top(), 4, rect.height(), colour("accent"))
        if not of.begun:
            stamp(painter, rect.left() + 12, rect.center().y() + 1, "grip-vertical", "ink3")
        write(painter, at["Starts"], part.starts, 15, True, "ink2" if quiet else "ink")
        self._paint_title(painter, at["Part"], part, picked, quiet)
        _paint_minutes(painter, minutes_at(rect, row), part)
        for name, said in self._beside(part):
            if name in at:
                right = name in ("At least", "Turn")
                room = at[name].adjusted(20 if name == "Led by" else 0, 0, 0, 0)
                align = RIGHT if right else Qt.AlignmentFlag.AlignVCenter
                write(painter, room, said, 14, tint="ink2", align=align)

    def _beside(self, part: Part) -> "Iterator[tuple[str, str]]":
        of = part.segment
        yield "Kind", part.kind
        yield "At least", minutes(of.least) if of.least else "–"
        yield "Turn", clock(of.turn_limit) if of.turn_limit else "–"
        yield "Led by", of.leader

    def _paint_title(
        self, painter: QPainter, room: QRect, part: Part, picked: bool, quiet: bool
    ) -> None:
        title, tint = part.segment.title or self.tr("No title"), "ink2" if quiet else "ink"
        if not part.remark:
            write(painter, room, title, 15, picked, tint)
            return
        middle = room.center().y()
        upper = QRect(room.left(), room.top() + 4, room.width(), 22)
        write(painter, upper, title, 15, picked, tint)
        stamp(painter, room.left(), middle + 13, part.sign, part.tint, 14)
        lower = QRect(room.left() + 20, room.top() + 25, room.width() - 20, 20)
        write(painter, lower, part.remark, 13, tint=part.tint)


def minutes_at(rect: QRect, row: Row) -> QRect:
    """Return where the minutes of a row are typed."""
    column, part = columns(rect)["Minutes"], row.content
    wide = max(BOX, width(minutes(part.length), 15) + 18)
    corner = QPoint(column.right() + 1 - wide, rect.center().y() - BOX_HIGH // 2)
    return QRect(corner.x(), corner.y(), wide, BOX_HIGH)


def _paint_minutes(painter: QPainter, box: QRect, part: Part) -> None:
    tint = "warn" if part.tight else "ink"
    if not part.segment.begun and part.line.stretch.state != "dropped":
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = pixels("outline")
        painter.setPen(QPen(colour("warn" if part.tight else "edge"), wide))
        painter.setBrush(colour("paper"))
        inset = wide / 2
        painter.drawRoundedRect(QRectF(box).adjusted(inset, inset, -inset, -inset), 4, 4)
        painter.restore()
    else:
        tint = "ink2"
    write(painter, box.adjusted(4, 0, -9, 0), minutes(part.length), 15, False, tint, RIGHT)
