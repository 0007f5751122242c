"""The series as one line of time: what was, today, and what is to come."""

from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.style import colour
from ui.widgets.ink import LEFT, width, write
from ui.words import MONTHS, day

HIGH, HEAD = 144, 48  # px, of the whole, and of the head alone
SIDE, END, LINE, DOT = 56, 150, 90, 11  # px; END is room for the last label
ABOVE, BELOW = LINE - 38, LINE + 24  # of the words over the line and under it
BEFORE, GAP = 12, 16  # of a label before its dot, between two labels


class Stop(NamedTuple):
    """A session on the line."""

    number: int
    day: date
    state: str  # as in `standing`
    is_next: bool

    @property
    def label(self) -> str:
        return f"Session {self.number}, {day(self.day.isoformat())}"


class SeriesLine(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stops: list[Stop] = []
        self._today = date.min
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_stops(self, stops: list[Stop], today: date) -> None:
        """Show the sessions that have a date; a single one is no line."""
        several = len({stop.day for stop in stops}) > 1
        self.setFixedHeight(HIGH if several else HEAD)
        self._stops = sorted(stops, key=lambda stop: stop.day) if several else []
        self._today = today
        told = [f"{stop.label}, {'next' if stop.is_next else stop.state}" for stop in self._stops]
        before = sum(stop.day < today for stop in self._stops)
        told.insert(before, self.tr("today, {0}").format(day(today.isoformat())))
        self.setAccessibleName("; ".join(told))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setPen(colour("line"))  # lines, since filling takes long to load
            for y in (0, self.height() - 1):
                painter.drawLine(0, y, self.width(), y)
            write(painter, QRect(28, 14, self.width() - 56, 24), self.tr("The series"), 15, True)
            if not self._stops:
                return
            now = self._x(self._today)
            first, last = self._x(self._stops[0].day), self._x(self._stops[-1].day)
            painter.fillRect(first, LINE - 1, max(last, now) + 40 - first, 2, colour("edge"))
            if now > first:
                painter.fillRect(first, LINE - 2, now - first, 4, colour("ink"))
            painter.fillRect(now - 1, LINE - 20, 3, 40, colour("ink"))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for stop in self._stops:
                self._draw(painter, stop)
            self._write(painter)

    def _x(self, when: date) -> int:
        """Return where a day is on the line."""
        days = [stop.day for stop in self._stops] + [self._today]
        span = max(1, (max(days) - min(days)).days)
        across = max(1, self.width() - SIDE - END)
        return SIDE + round(across * (when - min(days)).days / span)

    def _draw(self, painter: QPainter, stop: Stop) -> None:
        """Filled is over, ringed is to come, and the ring of the next one is in the accent."""
        tints = ("edge", "paper", 2)
        if stop.state in ("ended", "left open"):
            tints = ("ink", "ink", 2)
        elif stop.is_next:
            tints = ("accent", "accent_tint", 3)
        edge, fill, wide = tints
        painter.setPen(QPen(colour(edge), wide))
        painter.setBrush(colour(fill))
        painter.drawEllipse(QPoint(self._x(stop.day), LINE), DOT, DOT)

    # What stands above and below the line, as far as there is room for it

    def _write(self, painter: QPainter) -> None:
        above: list[QRect] = []
        below: list[QRect] = []
        for stop in sorted(self._stops, key=lambda stop: (not stop.is_next, -stop.number)):
            bold = stop.is_next or stop.state != "planned"
            x = self._x(stop.day) - BEFORE
            for words in (stop.label, str(stop.number)):
                place = QRect(x, ABOVE, width(words, 14, bold) + 2, 20)
                if _put(painter, above, place, words, bold):
                    break
        now, words = self._x(self._today), self.tr("today")
        wide = width(words, 13) + 2
        if not _put(painter, above, QRect(now - wide // 2, ABOVE, wide, 20), words, tint="ink2"):
            _put(painter, below, QRect(now - wide // 2, BELOW, wide, 20), words, tint="ink2")
        for when, name in self._months():
            x = self._x(when)
            _put(painter, below, QRect(x, BELOW, width(name, 13) + 2, 20), name, tint="ink2")

    def _months(self) -> list[tuple[date, str]]:
        """Return the first day that each month has on the line, and the year with January."""
        days = [stop.day for stop in self._stops] + [self._today]
        first, last = min(days), max(days)
        count = (last.year - first.year) * 12 + last.month - first.month
        found = []
        for step in range(count + 1):
            years, month = divmod(first.month - 1 + step, 12)
            year = first.year + years
            name = MONTHS[month][:3] + (f" {year}" if month == 0 and step else "")
            found.append((max(first, date(year, month + 1, 1)), name))
        return found


def _put(
    painter: QPainter,
    taken: list[QRect],
    place: QRect,
    words: str,
    bold: bool = False,
    tint: str = "ink",
) -> bool:
    """Write words where nothing stands yet; say whether there was room."""
    apart = place.adjusted(-GAP // 2, 0, GAP // 2, 0)
    if any(apart.intersects(other) for other in taken):
        return False
    taken.append(apart)
    write(painter, place, words, 14 if tint == "ink" else 13, bold, tint, LEFT)
    return True
