"""The plan as one line of time: each part as long as it takes, and when the hall closes."""

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from facilitator.room.clock import MINUTE
from ui.meeting.titles import short
from ui.prepare.agenda_words import AgendaWords, Part
from ui.style import colour
from ui.widgets.hatch import hatch
from ui.widgets.ink import tip, width, write
from ui.words import minutes

MARGIN, LABEL, INSET, GAP, HIGH, RULE = 20, 62, 6, 2, 24, 3  # px
ELIDED = 52  # px of room from which on a title that is cut says more than a number
SPARE = 5 * MINUTE  # after the hall closes


class AgendaStrip(QWidget):
    picked = Signal(str)  # a part that was clicked

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(44)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._words: AgendaWords | None = None
        self._current = ""

    def show_plan(self, words: AgendaWords, current: str) -> None:
        """Show a plan, with one of its parts marked."""
        self._words, self._current = words, current
        verdict = words.verdict()[0]
        told = [f"{len(words.parts)} parts", words.hours(), words.sum(), verdict]
        self.setAccessibleName(", ".join(word for word in told if word))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(1290, 44)

    def event(self, event: QEvent) -> bool:
        if not isinstance(event, QHelpEvent) or event.type() != QEvent.Type.ToolTip:
            return super().event(event)
        part = self._under(event.pos())
        said = self._words.words(part) if part and self._words else ""
        QToolTip.showText(event.globalPos(), tip(said), self)
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if part := self._under(event.position().toPoint()):
            self.picked.emit(part.segment.id)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), colour("paper"))
            painter.fillRect(0, self.height() - 1, self.width(), 1, colour("line"))
            if self._words is None:
                return
            for part in self._words.parts:
                self._draw(painter, part)
            self._draw_end(painter, self._words)

    # Where it is

    @property
    def _span(self) -> tuple[int, int]:
        assert self._words is not None
        plan = self._words.plan
        last = plan.ends if plan.closes is None else max(plan.ends, plan.closes + SPARE)
        return plan.begins, max(last, plan.begins + MINUTE)

    def _x(self, moment: int) -> int:
        first, last = self._span
        across = self.width() - MARGIN - LABEL
        return MARGIN + round(across * max(0, min(moment, last) - first) / (last - first))

    def _band(self, begins: int, ends: int) -> QRect:
        x = self._x(begins)
        return QRect(x, (self.height() - HIGH - 4) // 2, max(1, self._x(ends) - x), HIGH)

    def _block(self, part: Part) -> QRect:
        stretch = part.line.stretch
        return self._band(stretch.begins, stretch.ends).adjusted(0, 0, -GAP, 0)

    def _under(self, at: QPoint) -> Part | None:
        parts = self._words.parts if self._words else []
        return next((part for part in parts if self._block(part).contains(at)), None)

    # How it looks

    def _draw(self, painter: QPainter, part: Part) -> None:
        block = self._block(part)
        if block.width() < 2:
            return
        now = part.segment.id == self._current
        done = part.line.stretch.state == "done"
        painter.fillRect(block, colour("accent" if now else "done" if done else "edge"))
        thick = 2 if now else 1
        fill = "accent_tint" if now else "done" if done else "paper"
        painter.fillRect(block.adjusted(thick, thick, -thick, -thick), colour(fill))
        room = block.adjusted(INSET, 0, -INSET, 0)
        said = f"{part.number} {short(part.segment.title)}"
        if room.width() < ELIDED and width(said, 12, now) > room.width():
            said = f"{part.number}"
        if said != f"{part.number}" or width(said, 12, now) <= room.width():
            write(painter, room, said, 12, now, "ink" if now or done else "ink2")

    def _draw_end(self, painter: QPainter, words: AgendaWords) -> None:
        """Draw when the hall closes, what is spare before it, and what would be after."""
        plan = words.plan
        end, tint = plan.ends, "ink2"
        if plan.closes is not None and plan.spare is not None:
            if plan.spare < 0:
                after = self._band(plan.closes, plan.ends)
                painter.fillRect(after, colour("paper"))
                hatch(painter, after, "late")
            spare = self._band(plan.ends, plan.closes).adjusted(2, 0, -4, 0)
            said = self.tr("{0} spare").format(minutes(plan.spare // MINUTE * MINUTE))
            if plan.spare > 0 and words.parts:
                said = said if width(said, 12) <= spare.width() else said.replace(" min", "")
                if width(said, 12) <= spare.width():
                    write(painter, spare, said, 12, tint="ink2")
            painter.fillRect(self._x(plan.closes) - 1, 0, RULE, self.height() - 1, colour("late"))
            end, tint = max(plan.ends, plan.closes), "late"
        label = QRect(self._x(end) + 6, 0, LABEL, self.height() - 4)
        if words.parts or plan.closes is not None:
            write(painter, label, words.at(end), 12, tint == "late", tint)
