"""The two lists of the re-plan panel: the ways to end in time, and the parts before and after."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from facilitator.log.state import State
from facilitator.room.agenda import Segment
from facilitator.room.clock import MINUTE
from facilitator.room.replan import Offer, timetable
from ui.meeting.titles import short
from ui.style import colour
from ui.widgets.ink import RIGHT, isolated, stamp, write
from ui.widgets.keycap import draw_cap
from ui.widgets.rows import Row, Rows
from ui.words import clock, time_of_day

WAYS = ("push", "share", "take", "drop")
NOW, ARROW, THEN, ENDS = 144, 125, 76, 16  # px from the right edge to that of the column


class Ways(Rows):
    """The four ways, each with the end it leads to; the keys 1 to 4 choose."""

    again = Signal()  # a click on the one that is chosen already

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, 44, _paint_way, parent)
        self.setFixedHeight(44 * len(WAYS))
        self._names = {
            "push": self.tr("Push the end"),
            "share": self.tr("Share over the parts"),
            "take": self.tr("Take from one part"),
            "drop": self.tr("Drop one part"),
        }

    def show_offers(self, offers: Mapping[str, Sequence[Offer]], state: State) -> None:
        """Show each way by the first of its offers, which is the one chosen."""
        self.show_rows([self._row(n, offers[way], state) for n, way in enumerate(WAYS, 1)])

    def _row(self, n: int, offers: Sequence[Offer], state: State) -> Row:
        offer, name = offers[0], self._names[offers[0].name]
        place = state.agenda.place(offer.part)
        title = "" if place is None else state.agenda.segments[place].title
        verdict = self._verdict(offer, state)
        said = f"{n}, {name}, {verdict}"
        if title:
            said = self.tr("{0}, {1}: {2}, {3}").format(n, name, isolated(title), verdict)
        if len(offers) > 1:
            said = self.tr("{0}; {1} again for another part").format(said, n)
        if offer.short:
            said = self.tr("{0}, {1}, not possible: {2}").format(n, name, verdict)
        more = self.tr("{0} again: another").format(n) if len(offers) > 1 else ""
        return Row(offer.name, said, (str(n), name, short(title), more, verdict, bool(offer.short)))

    def _verdict(self, offer: Offer, state: State) -> str:
        closes, ends = state.meeting.closes, time_of_day(state.meeting, offer.ends)
        if not offer.short:
            return self.tr("ends {0}").format(ends)
        if offer.name == "push" and closes is not None and offer.ends > closes:
            return self.tr("ends {0}, hall closed").format(ends)
        return self.tr("{0} min short").format(-(-offer.short // MINUTE))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        before = self.current
        super().mousePressEvent(event)
        if self.current == before:
            self.again.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)  # twice is two clicks: only Enter and the button apply


def _paint_way(painter: QPainter, rect: QRect, row: Row, picked: bool) -> None:
    n, name, part, more, verdict, lacking = row.content
    if picked:
        painter.fillRect(rect, colour("accent_tint"))
        painter.fillRect(QRect(rect.left(), rect.top(), 4, rect.height()), colour("accent"))
    inside = rect.adjusted(16, 0, -16, 0)
    left = draw_cap(painter, inside.left(), inside.center().y() + 1, n) + 10
    sign, tint = ("triangle-alert", "late") if lacking else ("check", "ok")
    first, second = inside, inside.adjusted(left, 22, 0, -4)
    if part:
        first = inside.adjusted(0, 4, 0, -20)
        taken = write(painter, second, more, 12, False, "ink2", RIGHT) if picked else 0
        write(painter, second.adjusted(0, 0, -taken - 8, 0), part, 13, False, "ink2")
    taken = write(painter, first, verdict, 13, False, tint, RIGHT) + 20
    stamp(painter, first.right() - taken + 1, first.center().y() + 1, sign, tint, 14)
    write(painter, first.adjusted(left, 0, -taken - 8, 0), name, 14, picked)


class Table(Rows):
    """The running part and those to come: their minutes now and then, and when each ends."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, 28, _paint_part, parent)

    def show_plan(self, state: State, offer: Offer, now: int) -> None:
        agenda, meeting = state.agenda, state.meeting
        ends = {
            slot.part.id: (slot.part, slot.ends)
            for slot in timetable(offer.on(agenda), now, meeting.opens)
        }
        rows = []
        if agenda.running is not None:
            at = time_of_day(meeting, now + max(0, agenda.running.left(now)))
            rows.append(self._row(agenda.running, agenda.running, at))
        for part in agenda.coming():
            after, at_ms = ends.get(part.id, (None, 0))
            rows.append(self._row(part, after, time_of_day(meeting, at_ms) if after else ""))
        self.setFixedHeight(28 * len(rows))
        self.show_rows(rows)

    def _row(self, before: Segment, after: Segment | None, ends: str) -> Row:
        was, then = _minutes(before), _minutes(after) if after else self.tr("dropped")
        title, now = isolated(before.title), self._spoken(was)
        if after is None:
            said = self.tr("{0}, now {1}, then dropped").format(title, now)
        elif then != was:
            said = self.tr("{0}, now {1}, then {2}, ends {3}")
            said = said.format(title, now, self._spoken(then), ends)
        else:
            said = self.tr("{0}, {1}, ends {2}").format(title, now, ends)
        return Row(before.id, said, (short(before.title), was, then, ends))

    def _spoken(self, length: str) -> str:
        return self.tr("{0} min").format(length) if length.isdecimal() else length


def _minutes(part: Segment) -> str:
    """Return the minutes of a part, with the seconds if there are some."""
    length = part.length + part.granted
    return str(length // MINUTE) if length % MINUTE == 0 else clock(length)


def _paint_part(painter: QPainter, rect: QRect, row: Row, picked: bool) -> None:
    title, was, then, ends = row.content
    changed = then != was
    if changed:
        painter.fillRect(rect, colour("accent_tint"))
    taken = write(painter, rect.adjusted(0, 0, -NOW, 0), was, 14, changed, "ink2", RIGHT)
    write(painter, rect.adjusted(16, 0, -NOW - taken - 8, 0), title, 14, changed)
    if changed:
        stamp(painter, rect.right() - ARROW - 14, rect.center().y() + 1, "arrow-right", "ink2", 14)
    last = THEN if ends else ENDS  # what is dropped has no end, and more room for the word
    write(painter, rect.adjusted(0, 0, -last, 0), then, 14, changed, "ink", RIGHT)
    write(painter, rect.adjusted(0, 0, -ENDS, 0), ends, 14, changed, "ink2", RIGHT)


class TableHead(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(28)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            line = self.rect().adjusted(16, 4, 0, 0)
            write(painter, line, self.tr("Part"), 12, tint="ink2")
            for words, last in (
                (self.tr("now"), NOW),
                (self.tr("then"), THEN),
                (self.tr("ends"), ENDS),
            ):
                write(painter, line.adjusted(0, 0, -last, 0), words, 12, tint="ink2", align=RIGHT)


class Scrolling(QScrollArea):
    """A sheet that scrolls where there is less room than it needs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheet = QWidget()
        self.setWidget(self.sheet)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for under in (self.viewport(), self.sheet):
            under.setAutoFillBackground(False)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 48)


class Middle(Scrolling):
    """A sheet that takes no more room than it needs, and follows the keys where it scrolls."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._followed: Rows | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    def follow(self, rows: Rows) -> None:
        """Keep the row in sight that the keys are on."""
        self._followed = rows
        at = rows.mapTo(self.sheet, rows.visualRect(rows.currentIndex()).center())
        self.ensureVisible(0, at.y(), 0, 24)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.verticalScrollBar().setValue(0)
        if self._followed is not None:
            self.follow(self._followed)

    def sizeHint(self) -> QSize:
        sheet = self.sheet  # with nothing in it that wraps, it knows no height for a width
        wraps = sheet.hasHeightForWidth()
        high = sheet.heightForWidth(self.width()) if wraps else sheet.sizeHint().height()
        return QSize(300, high)
