"""The evening as one line of time: the parts, now, and the moment at which the hall closes."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFont, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from facilitator.log.state import State
from facilitator.room.clock import MINUTE, SECOND
from ui.live import Live
from ui.meeting.part_words import Part, PartWords
from ui.meeting.titles import short
from ui.meeting.top_bar import HALF_A_MINUTE
from ui.style import colour, font
from ui.widgets.hatch import hatch
from ui.widgets.ink import LEFT, RIGHT, tip, width, write

MARGIN, LABEL, INSET, GAP = 20, 62, 6, 2  # px; LABEL: at the right, for the time of the end
HIGH, LINE, MARK = 24, 3, 22  # px; MARK: of a part that is left out
ELIDED = 52  # px of room from which on a title that is cut says more than a number
SPARE = 5 * MINUTE  # after the hall closes, so that its line stands still while the end moves
PACE = 10 * SECOND  # between two looks
NEAR = 12 * 60 * MINUTE
NOW = "running", "paused"


class EveningStrip(QWidget):
    def __init__(self, live: Live, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._live, self._words = live, PartWords(live, self)
        self.setMinimumHeight(36)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        live.changed.connect(self._on_changed)
        live.ticked.connect(self._on_tick)
        live.preview_changed.connect(lambda _: self.refresh(live.now()))
        self.refresh(live.now())

    @property
    def blocks(self) -> list[str]:
        """Return each part in words, as the tool tips say them."""
        return [self._words.words(part) for part in self._parts]

    def refresh(self, now: int) -> None:
        """Show the evening at this moment."""
        meeting, agenda = self._live.state.meeting, self._words.agenda()
        ended, self._now = meeting.ended, now
        self._parts = self._words.parts(now)
        self._begins = min((part.begins for part in self._parts), default=now)
        self._ends = agenda.projected_end(now, meeting.opens) if ended is None else ended
        self._due = _near(meeting.opens, self._begins) or self._begins
        self._closes = _near(meeting.closes, self._ends)
        self._from = min(self._begins, self._due)
        last = self._ends if self._closes is None else max(self._ends, self._closes + SPARE)
        self._to = max(last, self._from + MINUTE)
        said = self._words.evening(self._parts, self._ends)
        if said != self.accessibleName():
            self.setAccessibleName(said)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(1290, 44)

    def event(self, event: QEvent) -> bool:
        if not isinstance(event, QHelpEvent) or event.type() != QEvent.Type.ToolTip:
            return super().event(event)
        under = [p for p in self._parts if self._block(p).contains(event.pos())]
        said = self._words.words(under[-1]) if under else ""
        QToolTip.showText(event.globalPos(), tip(said), self)
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), colour("paper"))
            painter.fillRect(0, self.height() - 1, self.width(), 1, colour("line"))
            for part in sorted(self._parts, key=lambda part: part.state == "dropped"):
                if part.state == "dropped":
                    self._draw_left_out(painter, part)
                else:
                    self._draw(painter, part)
            self._draw_late(painter)
            if self._from <= self._now <= self._to and self._live.state.meeting.ended is None:
                line = self._now_line()
                for part in self._parts:
                    if part.state in NOW:  # a little apart from the words that it crosses
                        inside = self._block(part).adjusted(2, 2, -2, -2)
                        painter.fillRect(inside & line.adjusted(-2, 0, 2, 0), colour("accent_tint"))
                painter.fillRect(line, colour("ink"))

    def _on_changed(self, before: State, after: State) -> None:
        if after.agenda is not before.agenda or after.meeting is not before.meeting:
            self.refresh(self._live.now())

    def _on_tick(self, now: int) -> None:
        if now // PACE != self._now // PACE:
            self.refresh(now)

    # Where it is

    def _x(self, moment: int) -> int:
        marks = sum(p.state == "dropped" and p.begins >= self._ends for p in self._parts)
        across = self.width() - MARGIN - LABEL - marks * MARK
        passed = min(moment, self._to) - self._from
        return MARGIN + round(across * max(0, passed) / (self._to - self._from))

    def _now_line(self) -> QRect:
        return QRect(self._x(self._now) - LINE // 2, 2, LINE, self.height() - 5)

    def _band(self, begins: int, ends: int) -> QRect:
        x = self._x(begins)
        return QRect(x, (self.height() - HIGH - 4) // 2, max(1, self._x(ends) - x), HIGH)

    def _block(self, part: Part) -> QRect:
        if part.state != "dropped":
            return self._band(part.begins, part.ends).adjusted(0, 0, -GAP, 0)
        beside = [p.id for p in self._parts if p.state == "dropped" and p.begins == part.begins]
        band = self._band(part.begins, part.ends)
        return QRect(band.left() + beside.index(part.id) * MARK, band.top(), MARK - GAP, HIGH)

    # How it looks

    def _draw(self, painter: QPainter, part: Part) -> None:
        block = self._block(part)
        if block.width() < 2:
            return
        now = part.state in NOW
        tint = "accent_tint" if now or part.then else "paper"
        edge = "accent" if now or part.then else "edge"
        fill, edge = ("done", "done") if part.state == "done" else (tint, edge)
        painter.fillRect(block, colour(edge))
        thick = 2 if now else 1
        painter.fillRect(block.adjusted(thick, thick, -thick, -thick), colour(fill))
        left_out = sum(p.state == "dropped" and p.begins == part.begins for p in self._parts)
        room = block.adjusted(INSET + left_out * MARK, 0, -INSET, 0)
        if self._closes is not None and part.begins < self._closes < part.ends:
            room.setRight(self._x(self._closes) - INSET)
        align = self._step_aside(room, part) if now else LEFT
        said = _fitting(part, room.width(), now)
        write(painter, room, said, 12, now, "ink2" if part.state == "coming" else "ink", align)

    def _step_aside(self, room: QRect, part: Part) -> Qt.AlignmentFlag:
        """Let the words of a part be beside the line of now: at the right, or where it is wider."""
        line, taken = self._now_line(), width(_fitting(part, room.width(), True), 12, True) + INSET
        before, after = line.left() - room.left(), room.right() - line.right()
        if -INSET < before < taken:
            if after > taken:
                return RIGHT
            if before >= max(after, MARK):
                room.setRight(line.left() - INSET)
            elif after >= MARK:
                room.setLeft(line.right() + INSET)
        return LEFT

    def _draw_left_out(self, painter: QPainter, part: Part) -> None:
        """Draw a part that is left out: struck, at the moment at which it would have come."""
        block = self._block(part)
        painter.setPen(QPen(colour("edge"), 1, Qt.PenStyle.DashLine))
        painter.setBrush(colour("accent_tint" if part.then else "paper"))
        painter.drawRect(block.adjusted(0, 0, -1, -1))
        struck = QFont(font(12))
        struck.setStrikeOut(True)
        painter.setFont(struck)
        painter.setPen(colour("ink2"))
        painter.drawText(block, Qt.AlignmentFlag.AlignCenter, str(part.number))

    def _draw_late(self, painter: QPainter) -> None:
        """Draw how late it began, when the hall closes, and what would be after that."""
        if self._begins - self._due >= MINUTE // 2:
            hatch(painter, self._band(self._due, self._begins).adjusted(0, 0, -GAP, 0), "late")
        end, closes = self._ends, self._closes
        if closes is not None:
            after = self._band(closes, max(end, closes))
            if end > closes:
                painter.fillRect(after, colour("paper"))
                hatch(painter, after, "late")
            painter.fillRect(after.left() - 1, 0, LINE, self.height() - 1, colour("late"))
            end = max(end, closes)
        marks = (self._block(part).right() for part in self._parts if part.state == "dropped")
        label = self._band(end, end).adjusted(0, 0, LABEL, 0)
        label.moveLeft(max([label.left(), *marks]) + 8)
        tint = "ink2" if closes is None else "late"
        if end != closes and self._live.state.meeting.ended is None:
            end += HALF_A_MINUTE
        write(painter, label, self._words.at(end), 12, closes is not None, tint)


def _fitting(part: Part, room: int, bold: bool) -> str:
    """Return as much of number and title as there is room for."""
    number = str(part.number)
    said = f"{number} {short(part.title)}"
    if room >= ELIDED or width(said, 12, bold) <= room:
        return said
    return number if width(number, 12, bold) <= room else ""


def _near(planned: int | None, real: int) -> int | None:
    """Return a planned moment, unless the session is held on quite another day."""
    return planned if planned is not None and abs(planned - real) < NEAR else None
