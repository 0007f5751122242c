"""The hall, painted: each table with who sits there; hands and keys move people between them."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFrame, QWidget

from facilitator.room.people import Person
from facilitator.room.seating_bounds import Tables
from ui.prepare.seating_paint import frame, paint_head, paint_held, paint_person
from ui.prepare.seating_plan import HEAD, LINE, MARGIN, Block, Plan
from ui.prepare.seating_words import cell_words
from ui.widgets.empty import paint_empty

_ARROWS = {
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
}
_UP, _DOWN = (Qt.Key.Key_Up, Qt.Key.Key_Left), (Qt.Key.Key_Down, Qt.Key.Key_Right)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)


class SeatingHall(QAbstractScrollArea):
    chosen = Signal()  # the keys are on somebody else
    moved = Signal(str, int)  # somebody, and the table they go to
    numbered = Signal(str)  # a digit, or nothing: a number of a table is to be typed

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(HEAD + 5 * LINE)
        self.viewport().setAutoFillBackground(False)
        self.verticalScrollBar().setSingleStep(LINE)
        self._tables: Tables = {}
        self._people: dict[str, Person] = {}
        self._seats, self.marks = 0, dict[int, str]()
        self._found: frozenset[str] = frozenset()
        self._taken, self._from = "", QPoint()  # who is in the hand, and where they were taken
        self._hand: QPoint | None = None  # where it is, once it has moved
        self.empty = "", ""
        self.current = ""
        self.plan = Plan({}, self.width())

    # What it shows

    def show_tables(self, tables: Tables, seats: int, marks: Mapping[int, str]) -> None:
        """Show who sits where; a mark tells what is wrong with a table."""
        sat = self._people[self.current].table if self.current in self._people else None
        self._tables, self._seats, self.marks = tables, seats, dict(marks)
        self._people = {person.id: person for those in tables.values() for person in those}
        self._lay_out()
        self.go_to(self.current if self.current in self._people else self.plan.first)
        if self.current and self._people[self.current].table != sat:
            self._reveal()
        self._say()

    def show_found(self, people: Sequence[str]) -> None:
        """Mark who was looked for, and go to the first."""
        self._found = frozenset(people)
        if people:
            self.go_to(people[0])
        self.viewport().update()

    def go_to(self, person: str) -> None:
        """Take the keys to somebody, and into sight."""
        if person != self.current:
            self.current = person
            self._reveal()
            self._say()
            self.chosen.emit()
            self.viewport().update()

    @property
    def spot(self) -> QPoint:
        """Return where in the widget the keys are."""
        cell = self.plan.cell(self.current) or QRect()
        return cell.center() - QPoint(0, self.verticalScrollBar().value())

    def _say(self) -> None:
        person = self._people.get(self.current)
        told = cell_words(person) if person else self.empty[0]
        self.setAccessibleName(self.tr("Seats: {0}").format(told) if told else self.tr("Seats"))

    def _reveal(self) -> None:
        """Scroll as little as shows who the keys are on."""
        cell = self.plan.cell(self.current)
        if cell is not None:
            bar, page = self.verticalScrollBar(), self.viewport().height()
            low, high = cell.bottom() + MARGIN - page, cell.top() - HEAD - MARGIN
            bar.setValue(min(max(bar.value(), low), high))

    def _lay_out(self) -> None:
        self.plan = Plan(self._tables, self.viewport().width())
        page = self.viewport().height()
        self.verticalScrollBar().setPageStep(page)
        self.verticalScrollBar().setRange(0, max(0, self.plan.height - page))
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def sizeHint(self) -> QSize:
        return QSize(600, 400)

    # Keys on it

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, alt = Qt.Key(event.key()), event.modifiers() & Qt.KeyboardModifier.AltModifier
        if alt and key in _ARROWS:
            self._step(-1 if key in _UP else 1)
        elif key in _ARROWS:
            self._walk(*_ARROWS[key])
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            lines = max(1, self.viewport().height() // LINE - 2)
            self._walk(0, lines if key == Qt.Key.Key_PageDown else -lines)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.go_to(self.plan.first if key == Qt.Key.Key_Home else self.plan.last)
        elif key == Qt.Key.Key_Escape and self._taken:
            self._let_go()
        elif self.current and key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.moved.emit(self.current, 0)
        elif self.current and (key in _ENTER or (event.text().isdecimal() and not alt)):
            self.numbered.emit("" if key in _ENTER else event.text())
        else:
            super().keyPressEvent(event)

    def _walk(self, across: int, down: int) -> None:
        self.go_to(self.plan.beside(self.current, across, down))

    def _step(self, by: int) -> None:
        """Move somebody to the table before or after."""
        tables = [table for table in self._tables if table]
        person = self._people.get(self.current)
        if person is None or not tables:
            return
        at = max(0, person.table)
        beyond = [t for t in tables if (t > at if by > 0 else t < at)]
        if beyond:
            self.moved.emit(self.current, beyond[0] if by > 0 else beyond[-1])

    # Hands on it

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._from = event.position().toPoint()
            self._taken = self.plan.person(self._there(self._from))
            if self._taken:
                self.go_to(self._taken)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.current:
            self.numbered.emit("")

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        to = event.position().toPoint()
        far = (to - self._from).manhattanLength() >= QApplication.startDragDistance()
        if self._taken and (far or self._hand is not None):
            bar, page = self.verticalScrollBar(), self.viewport().height()
            bar.setValue(bar.value() + bar.singleStep() * ((to.y() > page) - (to.y() < 0)))
            self._hand = to
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        person, over = self._taken, self._over
        self._let_go()
        if over is not None:
            self.moved.emit(person, over.table)

    def _let_go(self) -> None:
        self._taken, self._hand = "", None
        self.viewport().unsetCursor()
        self.viewport().update()

    @property
    def _over(self) -> Block | None:
        """Return the table over which somebody is held."""
        return None if self._hand is None else self.plan.block(self._there(self._hand))

    def _there(self, at: QPoint) -> QPoint:
        """Return a point of the window as one of the hall."""
        return at + QPoint(0, self.verticalScrollBar().value())

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        port, above = self.viewport(), self.verticalScrollBar().value()
        if not self.plan.blocks:
            paint_empty(port, *self.empty, MARGIN)
            return
        with QPainter(port) as painter:
            painter.translate(0, -above)
            shown = event.rect().translated(0, above)
            for block in self.plan.blocks:
                if block.rect.intersects(shown):
                    self._paint(painter, block, shown)
            painter.translate(0, above)
            if self._hand is not None and self._taken in self._people:
                paint_held(painter, self._hand, self._people[self._taken])

    def _paint(self, painter: QPainter, block: Block, shown: QRect) -> None:
        paint_head(painter, block, self._seats, self.marks.get(block.table, ""))
        for place, person in enumerate(block.people):
            cell = block.cell(place)
            if cell.intersects(shown):
                picked = person.id == self.current
                paint_person(painter, cell, person, picked, person.id in self._found)
                if picked and self.hasFocus():
                    frame(painter, cell)
        if block is self._over:
            frame(painter, block.rect.adjusted(-6, -6, 6, 6))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()
