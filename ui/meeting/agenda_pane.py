"""The agenda: what is done, what runs, what comes; each part with its planned and real time."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from facilitator.log.state import State
from facilitator.room.clock import MINUTE
from ui.live import Live
from ui.meeting.part_words import Part, PartWords
from ui.meeting.titles import short
from ui.style import colour, font, pixels
from ui.widgets.ink import RIGHT, stamp, width, write
from ui.widgets.pane import Head
from ui.widgets.rows import Row, Rows

MARK, TITLE, MARGIN, GAP = 16, 40, 16, 8  # px
NARROW = 220  # px, under which the title needs the room of what was planned
_ICONS = {"done": ("check", "ink2"), "running": ("play", "accent"), "paused": ("pause", "accent")}


class AgendaPane(QWidget):
    def __init__(self, live: Live, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._live, self._words = live, PartWords(live, self)
        self._minute = 0
        self.head = Head(self.tr("Agenda"), self)
        self.list = Rows(self.tr("Agenda"), 36, self._paint, self)
        # No taller than its rows, so that the voices follow at once.
        self.list.setSizeAdjustPolicy(Rows.SizeAdjustPolicy.AdjustToContents)
        self.list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.list.chosen.connect(self._start)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addWidget(self.list)
        live.changed.connect(self._on_changed)
        live.ticked.connect(self._on_tick)
        live.preview_changed.connect(lambda _: self._show(live.now()))
        self._show(live.now())
        self._reveal()

    def _start(self, ident: str) -> None:
        """Start a part, or let it go on; the one that runs just runs."""
        self._live.attempt(self._live.session.start_segment, ident)

    def _on_changed(self, before: State, after: State) -> None:
        if after.agenda is not before.agenda or after.meeting is not before.meeting:
            self._show(self._live.now())
        if after.agenda.current != before.agenda.current:
            self._reveal()

    def _on_tick(self, now: int) -> None:
        if now // MINUTE != self._minute:
            self._show(now)

    def _show(self, now: int) -> None:
        """Show the parts as they are at this moment; times to come move with the running part."""
        self._minute = now // MINUTE
        self.head.aside.setText(self._words.at(now))
        last = {part.id: part for part in self._words.parts(now)}  # of one that was gone back from
        parts = sorted(last.values(), key=lambda part: part.number)
        self.list.show_rows([Row(part.id, self._words.words(part), part) for part in parts])

    def _reveal(self) -> None:
        """Let the running part show, and the keys come to the one after it."""
        agenda = self._live.state.agenda
        if not self.list.hasFocus() and (coming := agenda.coming()):
            self.list.go_to_key(coming[0].id)
        if agenda.current is not None:
            self.list.reveal(agenda.current)

    def _paint(self, painter: QPainter, rect: QRect, row: Row, picked: bool) -> None:
        part: Part = row.content
        _paint_ground(painter, rect, part)
        _paint_mark(painter, rect, part)
        if picked and self.list.hasFocus() and part.state != "running" and not part.then:
            begun = part.state in ("done", "paused")
            said = self.tr("go on ↵") if begun else self.tr("start ↵")
            taken = write(painter, _right(rect), said, 13, True, "accent", RIGHT)
        else:
            taken = _paint_times(painter, rect, part)
        _paint_title(painter, rect.adjusted(TITLE, 0, -MARGIN - taken - GAP, 0), part)


def _right(rect: QRect) -> QRect:
    return rect.adjusted(0, 0, -MARGIN, 0)


def _paint_ground(painter: QPainter, rect: QRect, part: Part) -> None:
    if part.state in ("running", "paused"):
        painter.fillRect(rect, colour("paper"))
        painter.fillRect(QRect(rect.left(), rect.top(), 4, rect.height()), colour("accent"))
    elif part.then:
        painter.fillRect(rect, colour("accent_tint"))
        if frame := pixels("frame"):
            painter.setPen(QPen(colour("accent"), frame))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))


def _paint_mark(painter: QPainter, rect: QRect, part: Part) -> None:
    if part.state in _ICONS:
        stamp(painter, rect.left() + MARK, rect.center().y() + 1, *_ICONS[part.state])
    else:
        middle = QRect(rect.left() + MARK, rect.top(), 16, rect.height())
        write(painter, middle, str(part.number), 14, False, "ink3", Qt.AlignmentFlag.AlignCenter)


def _paint_title(painter: QPainter, room: QRect, part: Part) -> None:
    bold = part.state in ("running", "paused")
    title = short(part.title)  # the number stands beside it
    struck = part.state == "dropped"
    tint = "ink2" if struck or part.state == "done" else "ink"
    taken = write(painter, room, title, 14, bold, tint)
    if struck:
        painter.fillRect(room.left(), room.center().y() + 1, taken, 1, colour(tint))


def _paint_times(painter: QPainter, rect: QRect, part: Part) -> int:
    """Write the times at the right and return the width they took."""
    room = _right(rect)
    if part.then:
        return _paint_then(painter, room, part)
    taken = write(painter, room, part.time, 13, False, "ink2", RIGHT)
    if part.planned and rect.width() >= NARROW:
        quiet = room.adjusted(0, 0, -taken - GAP, 0)
        planned = part.planned.removesuffix(" min")
        taken += GAP + write(painter, quiet, planned, 12, False, "ink3", RIGHT)
    return taken


def _paint_then(painter: QPainter, room: QRect, part: Part) -> int:
    """Write what is and what would be: 20, struck, and then 18 min."""
    taken = write(painter, room, part.then, 13, True, "ink", RIGHT) + 4
    taken += write(painter, room.adjusted(0, 0, -taken, 0), "→", 13, False, "ink2", RIGHT) + 4
    struck = QFont(font(13))
    struck.setStrikeOut(True)
    painter.setFont(struck)
    painter.setPen(colour("ink3"))
    was = part.time.removesuffix(" min")
    painter.drawText(room.adjusted(0, 0, -taken, 0), RIGHT, was)
    return taken + width(was, 13)
