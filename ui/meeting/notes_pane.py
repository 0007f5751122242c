"""The capture line and the stream of notes beneath it, the newest first."""

from datetime import date

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from facilitator.log.state import State
from facilitator.room.capture import Captured, capture
from facilitator.room.notes import Note
from facilitator.room.people import find
from ui.live import Live
from ui.style import font
from ui.widgets.ink import stamp, write
from ui.widgets.line import Line
from ui.widgets.pane import Head
from ui.widgets.rows import Row, Rows
from ui.words import day, time_of_day

HEIGHT = 76  # of a note: a line of when and what, two lines of words
ICONS = {
    "question": "message-circle-question-mark",
    "idea": "lightbulb",
    "suggestion": "lightbulb",
    "quote": "quote",
    "strength": "thumbs-up",
    "parking_lot": "square-parking",
    "acknowledgement": "hand-heart",
    "agreement": "handshake",
    "answer": "message-square-reply",
    "concern": "flag",
}


class NotesPane(QWidget):
    def __init__(self, live: Live, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._live = live
        self.line = Line(self.tr("Write a note"), self.tr("Type a note, then Enter"), self)
        self.reading = QLabel(self)  # how the line is understood, before Enter
        self.reading.setObjectName("second")
        self.reading.setFont(font(13))
        self.reading.setMinimumHeight(20)
        self.reading.setTextFormat(Qt.TextFormat.PlainText)
        self.head = Head(self.tr("Notes"), self)
        self.list = Rows(self.tr("Notes"), HEIGHT, _paint, self)
        self._lay_out()
        self.line.textChanged.connect(self._read)
        self.line.returnPressed.connect(self._enter)
        self.line.walked.connect(lambda step: self.list.setFocus())
        self.list.pressed_on.connect(self._key_on)
        live.changed.connect(self._on_changed)
        self._show(live.state)
        self._read("")

    def _lay_out(self) -> None:
        top = QFrame(self)
        top.setObjectName("paper")
        inside = QVBoxLayout(top)
        inside.setContentsMargins(16, 12, 16, 8)
        inside.setSpacing(4)
        inside.addWidget(self.line)
        inside.addWidget(self.reading)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(top)
        layout.addWidget(self.head)
        layout.addWidget(self.list, 1)

    def _today(self) -> date:
        return self._live.state.meeting.local(self._live.now()).date()

    def _captured(self) -> Captured:
        return capture(self.line.text(), self._today())

    def _read(self, text: str) -> None:
        """Say how the line will be taken, with a date as a real date."""
        if not text.strip():
            self.reading.setText(
                self.tr("! promise   ? question   # idea   + strength   ~ parking lot")
            )
            return
        taken = self._captured()
        if not taken.promise:
            self.reading.setText(taken.kind.replace("_", " ").capitalize())
            return
        owner = self._owner(taken.owner) or self.tr("who?")
        due = day(taken.due, weekday=True) if taken.due else self.tr("by when?")
        self.reading.setText(self.tr("Promise – {0} – {1}").format(owner, due))

    def _enter(self) -> None:
        taken, session = self._captured(), self._live.session
        if not taken.text:
            return
        if taken.promise:
            owner = self._owner(taken.owner)
            done = self._live.attempt(
                session.commit, taken.text, taken.kind, owner=owner, due=taken.due
            )
        else:
            turn = self._live.state.floor.speaker
            person = turn.person if turn else ""
            done = self._live.attempt(session.note, taken.text, taken.kind, person=person)
        if done:
            self.line.take()

    def _owner(self, typed: str) -> str:
        """Return the one person meant by a few letters of the name, else what was typed."""
        hits = find(self._live.state.people, typed, 2)
        return hits[0].name if len(hits) == 1 else typed

    def _key_on(self, note: str, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self._live.attempt(self._live.session.drop, note)
            event.accept()

    def _on_changed(self, before: State, after: State) -> None:
        if after.notes is not before.notes:
            self._show(after)

    def _show(self, state: State) -> None:
        count = len(state.notes)
        self.head.aside.setText(self.tr("{0} in this session").format(count) if count else "")
        self.list.show_rows([_row(note, state) for note in list(state.notes.values())[::-1]])


def _row(note: Note, state: State) -> Row:
    kind = note.kind.replace("_", " ").capitalize()
    time = time_of_day(state.meeting, note.at)
    hidden = "" if note.sensitivity == "public" else note.sensitivity
    words = ", ".join(word for word in (time, kind, hidden, note.text) if word)
    return Row(
        note.id, words, (time, kind, ICONS.get(note.kind, "message-circle"), hidden, note.text)
    )


def _paint(painter: QPainter, rect: QRect, row: Row, picked: bool) -> None:
    time, kind, icon, hidden, text = row.content
    meta = QRect(rect.left() + 16, rect.top() + 8, rect.width() - 32, 18)
    at = meta.left() + write(painter, meta, time, 13, tint="ink2") + 10
    stamp(painter, at, meta.center().y() + 1, icon, "ink2")
    at += 22
    at += write(painter, meta.adjusted(at - meta.left(), 0, 0, 0), kind, 13, True, "ink2") + 10
    if hidden:
        stamp(painter, at, meta.center().y() + 1, "eye-off", "sens")
        write(painter, meta.adjusted(at + 22 - meta.left(), 0, 0, 0), hidden, 13, tint="sens")
    write_two_lines(painter, QRect(meta.left(), meta.bottom() + 4, meta.width(), 42), text)


def write_two_lines(painter: QPainter, rect: QRect, text: str) -> None:
    """Write a text on up to two lines, the second elided; each text in its own direction."""
    line = " ".join(text.split())
    layout = QTextLayout(line, font(14))
    option = QTextOption()
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    layout.setTextOption(option)
    layout.beginLayout()
    first = layout.createLine()
    first.setLineWidth(rect.width())
    layout.endLayout()
    # Qt counts UTF-16 units, of which an emoji takes two.
    head = line.encode("utf-16-le")[: 2 * first.textLength()].decode("utf-16-le")
    top = QRect(rect.left(), rect.top(), rect.width(), rect.height() // 2)
    write(painter, top, head.rstrip(), 14)
    if rest := line[len(head) :]:
        write(painter, top.translated(0, 20), rest, 14)
