"""The big table as a picture: a place for each group, a circle for each person or empty seat."""

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.prepare.table_plan import MARGIN, NAME, TOLD, Block, Plan, planned
from ui.prepare.table_words import (
    View,
    headline,
    is_missing,
    legend,
    remarks,
    scale,
    sentence,
)
from ui.style import colour, font, pixels
from ui.widgets.ink import RIGHT, stamp, width, write

MIDDLE = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
WRAPPED = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
LEGEND = 40  # px
FULL, RING, DASHED = range(3)
ACROSS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
DOWN = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
ENDS = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}


class TablePicture(QWidget):
    moved = Signal(str)  # to the place of a group
    pressed_on = Signal(str, object)  # another key on a place: its code and the event

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view: View | None = None
        self.current = ""
        self._kept: tuple[View, int, Plan] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_view(self, view: View) -> None:
        """Show a table; the keys stay on the group they were on."""
        self.view = view
        codes = [place.code for place in view.table.places]
        if self.current not in codes:
            self.current = codes[0] if codes else ""
        self._name()
        self.updateGeometry()
        self.update()

    @property
    def words(self) -> list[str]:
        """Return what the picture says, as a screen reader would read it all."""
        if self.view is None:
            return []
        return [sentence(place, self.view) for place in self.view.table.places]

    def _name(self) -> None:
        if self.view is not None:
            place = self.view.table.place(self.current)
            self.setAccessibleName(sentence(place, self.view))
            told = [headline(self.view), *remarks(self.view)]
            self.setAccessibleDescription(". ".join(told).replace("..", "."))

    # Where things are

    def heightForWidth(self, width: int) -> int:
        plan = self._plan(width)
        return plan.bottom + LEGEND if plan else LEGEND

    def sizeHint(self) -> QSize:
        return QSize(320, self.heightForWidth(max(320, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 0)

    def _plan(self, width: int) -> Plan | None:
        if self.view is None:
            return None
        if self._kept is None or self._kept[0] is not self.view or self._kept[1] != width:
            self._kept = self.view, width, planned(self.view, width)
        return self._kept[2]

    @property
    def _shown(self) -> Plan | None:
        return self._plan(self.width())

    @property
    def _top(self) -> int:
        """Return how far down the picture begins: it stands in the middle of its room."""
        plan = self._shown
        return max(0, (self.height() - LEGEND - plan.bottom) // 2) if plan else 0

    @property
    def block(self) -> QRect:
        """Return where the place of the current group is."""
        plan, top = self._shown, self._top
        found = [one.rect for one in plan.blocks if one.place.code == self.current] if plan else []
        return found[0].translated(0, top) if found else QRect()

    # Hands on it

    def go_to(self, code: str) -> None:
        """Put the keys on a group."""
        if code and code != self.current:
            self.current = code
            self._name()
            self.update()
            self.moved.emit(code)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plan = Qt.Key(event.key()), self._shown
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        codes = [block.place.code for block in plan.blocks] if plan else []
        at = codes.index(self.current) if self.current in codes else 0
        if plain and codes and key in ACROSS:
            self.go_to(codes[max(0, min(len(codes) - 1, at + ACROSS[key]))])
        elif plain and codes and key in ENDS:
            self.go_to(codes[ENDS[key]])
        elif plain and plan and key in DOWN:
            self.go_to(_next_row(plan, at, DOWN[key]))
        else:
            event.ignore()
            self.pressed_on.emit(self.current, event)
            if not event.isAccepted():
                super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        plan, at = self._shown, event.position().toPoint() - QPoint(0, self._top)
        for block in plan.blocks if plan else ():
            if block.rect.contains(at):
                self.go_to(block.place.code)
        super().mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.moved.emit(self.current)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    # How it looks

    def paintEvent(self, event: QPaintEvent) -> None:
        plan, view = self._shown, self.view
        if plan is None or view is None:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(0, self._top)
            _table(painter, plan.table, view)
            for block in plan.blocks:
                if block.place.code == self.current:
                    self._frame(painter, block.rect)
                _words(painter, block, view)
                _circles(painter, block, plan.circle, view.came)
            painter.resetTransform()
            _legend(
                painter, QRect(0, self.height() - LEGEND, self.width(), LEGEND), view, plan.each
            )

    def _frame(self, painter: QPainter, rect: QRect) -> None:
        """Draw where the keys are, or would be."""
        thick = pixels("focus") if self.hasFocus() else 1
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour("accent" if self.hasFocus() else "edge"), thick))
        painter.drawRoundedRect(rect.adjusted(0, 1, 0, -1), 4, 4)


def _next_row(plan: Plan, at: int, step: int) -> str:
    """Return the group nearest across in the next row of places up or down."""
    here = plan.blocks[at].rect
    rows = sorted({block.rect.top() for block in plan.blocks})
    top = rows[max(0, min(len(rows) - 1, rows.index(here.top()) + step))]
    row = (block for block in plan.blocks if block.rect.top() == top)
    found = min(row, key=lambda block: abs(block.rect.center().x() - here.center().x()))
    return found.place.code


def _table(painter: QPainter, rect: QRect, view: View) -> None:
    frame = pixels("frame")
    painter.setBrush(colour("track"))
    painter.setPen(QPen(colour("line"), frame) if frame else Qt.PenStyle.NoPen)
    painter.drawRoundedRect(rect, 12, 12)
    head, told, inside = headline(view), " ".join(remarks(view)), rect.adjusted(16, 0, -16, 0)
    size = next((n for n in (38, 26, 20) if width(head, n, True) <= inside.width()), 18)
    painter.setFont(font(16 if size == 38 else 14))
    under = painter.boundingRect(inside, WRAPPED, told).height() if told else 0
    top = inside.top() + max(4, (inside.height() - size - 16 - under) // 2)
    write(
        painter, QRect(inside.left(), top, inside.width(), size + 8), head, size, True, align=MIDDLE
    )
    painter.setFont(font(16 if size == 38 else 14))
    painter.setPen(colour("ink2"))
    painter.drawText(inside.adjusted(0, top + size + 16 - inside.top(), 0, 0), WRAPPED, told)


def _words(painter: QPainter, block: Block, view: View) -> None:
    missing, y = is_missing(block.place, view), block.words
    for lines, (size, high), bold, tint in (
        (block.name, NAME, True, "ink"),
        (block.told, TOLD, missing, "ink2"),
    ):
        for line in lines:
            at = QRect(block.rect.left(), y, block.rect.width(), high)
            write(painter, at, line, size, bold, "warn" if missing else tint, MIDDLE)
            y += high


def _circles(painter: QPainter, block: Block, across: int, came: bool) -> None:
    full, ring, _ = block.circles
    for n, middle in enumerate(block.middles):
        _circle(painter, middle, across, FULL if n < full else RING if n < full + ring else DASHED)
        if came and n < full and across >= 16:
            size = 14 if across > 16 else 12
            stamp(painter, middle.x() - size // 2, middle.y(), "check", "paper", size)


def _circle(painter: QPainter, middle: QPoint, across: int, kind: int) -> None:
    """Draw a circle: full, a ring, or an empty seat in dashes, told apart by form alone."""
    thick = {FULL: 0.0, RING: across / 8, DASHED: max(1.0, across / 12)}[kind]
    painter.setBrush(colour("ink" if kind == FULL else "paper"))
    painter.setPen(Qt.PenStyle.NoPen)
    if kind == RING:
        painter.setPen(QPen(colour("ink"), thick))
    elif kind == DASHED:
        pen = QPen(colour("warn"), thick)
        pen.setDashPattern([2, 1.8])
        painter.setPen(pen)
    half = (across - thick) / 2
    painter.drawEllipse(QPointF(middle), half, half)


def _legend(painter: QPainter, rect: QRect, view: View, each: int) -> None:
    """Say what the circles mean; what there is no room for stands in the words of each place."""
    x, middle = rect.left() + MARGIN, rect.center().y()
    for kind, words in enumerate(legend(view.came)):
        taken = width(words, 14) + 32 + 28
        if x + taken > rect.right():
            return
        _circle(painter, QPoint(x + 9, middle), 18, kind)
        if view.came and kind == FULL:
            stamp(painter, x + 3, middle, "check", "paper", 12)
        write(painter, QRect(x + 28, rect.top(), taken, rect.height()), words, 14, tint="ink2")
        x += taken
    told = scale(each)
    if x + width(told, 14) <= rect.right() - MARGIN:
        write(painter, rect.adjusted(0, 0, -MARGIN, 0), told, 14, tint="ink2", align=RIGHT)
