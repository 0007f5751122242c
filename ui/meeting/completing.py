"""The note line with the list that completes its @names and #themes, and the list of kinds."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from facilitator.figures.mentions import begins
from facilitator.room.capture import half_typed
from facilitator.room.folding import words_of
from facilitator.room.notes import KIND_WORDS
from ui.meeting.note_kinds import SIGNS, icon_of
from ui.style import colour, font, pixels
from ui.widgets.ink import RIGHT, isolated, stamp, width, write
from ui.widgets.keycap import cap_width, draw_cap
from ui.widgets.keys import give_keys
from ui.widgets.line import Line
from ui.widgets.rows import Row, Rows

HEIGHT, MOST = 32, 6  # of a row, and rows that show


class Offers(QFrame):
    """A list beside the line it belongs to, over whatever is there; the keys stay in the line."""

    taken = Signal(str)

    def __init__(self, name: str, line: QWidget, host: QWidget) -> None:
        """Float in the host, under the line; above it where there is no room."""
        super().__init__(host)
        self._line, self._host = line, host
        self.list = Rows(name, HEIGHT, _paint, self)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.clicked.connect(self.take)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(1, 1, 1, 1)
        self._layout.setSpacing(0)
        self._layout.addWidget(self.list)
        self.hide()

    def offer(self, rows: list[Row]) -> None:
        """Show the rows, the first one picked; nothing goes away."""
        self.list.show_rows(rows)
        self.list.go_to(0)
        if rows:
            self._place(len(rows))
        self.setVisible(bool(rows))

    def take(self) -> None:
        key = self.list.current
        if key:
            self.shut()
            self.taken.emit(key)

    def shut(self) -> None:
        self.hide()

    def _place(self, rows: int) -> None:
        self.list.setFixedHeight(HEIGHT * min(rows, MOST))
        self._layout.activate()
        size = self._layout.sizeHint()
        at = self._line.mapTo(self._host, QPoint(0, self._line.height() + 2))
        if at.y() + size.height() > self._host.height():
            at.setY(at.y() - self._line.height() - 4 - size.height())
        self.setGeometry(at.x(), at.y(), self._line.width(), size.height())
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            wide = max(1, pixels("outline"))
            painter.fillRect(self.rect(), colour("paper"))
            painter.setPen(QPen(colour("edge"), wide))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


class NoteLine(Line):
    """Enter and Tab take what the list offers; Escape only closes it."""

    went_on = Signal(str)  # Tab after a promise was entered: its id, to say more of it

    def __init__(self, name: str, hint: str, host: QWidget, parent: QWidget) -> None:
        super().__init__(name, hint, parent)
        self.setFont(font(15))
        self.offers = Offers(self.tr("Names and themes"), self, host)
        self._becomes = self.promised = ""

    def say_kind(self, becomes: str) -> None:
        """Say at the right what Enter will make of the line."""
        if becomes != self._becomes:
            self._becomes = becomes
            self._leave_room()
            self.update()

    @property
    def becomes(self) -> str:
        return self._becomes

    def _leave_room(self) -> None:
        self.setTextMargins(0, 0, width(self._becomes, 12) + cap_width("↵") + 16, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, offers = event.key(), self.offers
        if not offers.isVisible() or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            offers.list.walk(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._says_it_all:
                offers.hide()
                super().keyPressEvent(event)
            else:
                offers.take()
        elif key == Qt.Key.Key_Escape:
            offers.hide()
        else:
            super().keyPressEvent(event)

    @property
    def _says_it_all(self) -> bool:
        """Say whether what is typed is whole words of the name offered first: Enter then saves."""
        rows = self.offers.list
        half = half_typed(self.text()[: self.cursorPosition()])
        if half is None or rows.currentIndex().row() > 0:
            return False
        return set(words_of(half[1])) <= set(words_of(rows.current))

    def focusNextPrevChild(self, forward: bool) -> bool:
        if forward and self.offers.isVisible():
            self.offers.take()
            return True
        if forward and self.promised and not self.text():
            self.went_on.emit(self.promised)
            return True
        return super().focusNextPrevChild(forward)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.offers.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._leave_room()
        self.offers.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with QPainter(self) as painter:
            middle, right = self.rect().center().y() + 1, self.width() - 10
            right -= cap_width("↵")
            draw_cap(painter, right, middle, "↵")
            right -= width(self._becomes, 12) + 8
            write(painter, self.rect().adjusted(right, 0, 0, 0), self._becomes, 12, tint="ink2")


class KindOffers(Offers):
    """All kinds of note in words; letters filter them. The keys are here until it closes."""

    def __init__(self, line: QWidget, host: QWidget) -> None:
        super().__init__(self.tr("Kinds of note"), line, host)
        self.filter = Line(self.tr("Kind of note"), self.tr("Which kind? A few letters"), self)
        self._layout.insertWidget(0, self.filter)
        self.filter.textEdited.connect(self._search)
        self.filter.returnPressed.connect(self.take)
        self.filter.walked.connect(self.list.walk)
        self.filter.left.connect(self.shut)
        self.filter.installEventFilter(self)
        self.taken.connect(lambda kind: self._done(kind))
        self._back: QWidget = line
        self._done: Callable[[str], None] = lambda kind: None

    def ask(self, now: str, done: Callable[[str], None]) -> None:
        """Ask for a kind; `now` is the one it is. The keys go back to where they were."""
        if self.isVisible():
            self.shut()
            return
        self._back, self._done = self.window().focusWidget() or self._line, done
        self.filter.setText("")
        self._search("")
        self.list.go_to_key(now)
        self.filter.setFocus()

    def _search(self, letters: str) -> None:
        rows = [
            Row(code, words, (icon_of(code), words, SIGNS.get(code, "")))
            for code, words in KIND_WORDS.items()
            if begins(words, letters)
        ]
        self.offer(rows or [Row("", self.tr("No kind is called that"))])

    def shut(self) -> None:
        self.hide()
        give_keys(self._back, self._line)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close when the keys go elsewhere."""
        if event.type() == QEvent.Type.FocusOut and self.window().isActiveWindow():
            self.hide()
        return super().eventFilter(watched, event)


def _paint(painter: QPainter, rect: QRect, row: Row, picked: bool) -> None:
    """Draw a sign, words, and a remark or the key of it at the right."""
    sign, words, remark = row.content or ("", row.words, "")
    if picked:
        painter.fillRect(rect, colour("accent_tint"))
        painter.fillRect(QRect(rect.left(), rect.top(), 4, rect.height()), colour("accent"))
    inside = rect.adjusted(14, 0, -12, 0)
    if sign:
        stamp(painter, inside.left(), inside.center().y() + 1, sign, "ink2", 16)
        inside.setLeft(inside.left() + 24)
    taken = write(painter, inside, isolated(words), 14, picked)
    if len(remark) == 1:
        draw_cap(painter, inside.right() - cap_width(remark), inside.center().y() + 1, remark)
    else:
        rest = inside.adjusted(taken + 12, 0, 0, 0)
        write(painter, rest, remark, 13, tint="ink2", align=RIGHT)
