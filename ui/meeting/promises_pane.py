"""The promises: who, what, by when; what is missing shows in amber, as a question."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from facilitator.log.state import State
from facilitator.room.commitments import Commitment
from ui.live import Live
from ui.meeting.points import paint_points
from ui.style import colour, picture, pixels
from ui.widgets.ink import RIGHT, stamp, width, write
from ui.widgets.pane import Head
from ui.widgets.rows import Row, Rows
from ui.words import day

KINDS = {
    "pledge": "pledge",
    "conditional": "yes, if",
    "request": "request",
    "answer_owed": "answer owed",
    "personal": "personal",
}
ASKED = {"owner": "who?", "due": "by when?"}
ID = 32  # px that the ids take
HEIGHT = 56  # of a row


class PromisesPane(QWidget):
    opened = Signal(str)  # a promise, to see and change all of it

    def __init__(self, live: Live, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._live = live
        self.head = Head(self.tr("Promises"), self)
        self.head.aside.setObjectName("warn")
        self.head.sign.setPixmap(picture("circle-alert", "warn", 16))
        self.list = Rows(self.tr("Promises"), HEIGHT, _paint, self)
        self.list.empty = self.tr("Promises gather here"), self.tr("A line with ! makes one."), 16
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 1, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addWidget(self.list, 1)
        # While a page needs the room, the head alone is left.
        self.list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.list.mark_new(live.ticked)
        self.list.chosen.connect(self.opened)
        self.list.pressed_on.connect(self._key_on)
        live.changed.connect(self._on_changed)
        self._show(live.state)

    def needs(self, most: int) -> int:
        """Return the height of the head and of as many whole rows as there are, up to the most."""
        head = self.minimumSizeHint().height()
        return head + HEIGHT * min(len(self.list.rows), max(1, (most - head) // HEIGHT))

    def _key_on(self, promise: str, event: QKeyEvent) -> None:
        """F2: open it. R: it was read back aloud. Delete: it is taken out."""
        live, session = self._live, self._live.session
        match event.key():
            case Qt.Key.Key_F2:
                self.opened.emit(promise)
            case Qt.Key.Key_R if not event.modifiers():
                live.attempt(session.read_back, promise)
            case Qt.Key.Key_Delete:
                live.attempt(session.drop, promise)
            case _:
                return
        event.accept()

    def _on_changed(self, before: State, after: State) -> None:
        if after.commitments is not before.commitments:
            self._show(after)

    def _show(self, state: State) -> None:
        promises = list(state.commitments.values())
        gaps = sum(bool(promise.gaps) for promise in promises)
        self.head.sign.setVisible(bool(gaps))
        self.head.aside.setText(self.tr("{0} incomplete").format(gaps) if gaps else "")
        self.head.remark.setText(self._count(promises))
        grown = len(promises) > len(self.list.rows)
        self.list.show_rows([self._row(promise) for promise in promises])
        if grown:
            self.list.reveal(len(promises) - 1)

    def _count(self, promises: list[Commitment]) -> str:
        if not promises:
            return self.tr("none yet – a line with ! makes one")
        read = sum(promise.confirmed for promise in promises)
        return (
            self.tr("{0}, {1} read back").format(len(promises), read)
            if read
            else str(len(promises))
        )

    def _row(self, promise: Commitment) -> Row:
        changed = promise.reworded
        missing = " ".join(self.tr(ASKED[gap]) for gap in promise.gaps)
        owner = promise.owner or (self.tr("nobody in the room") if not missing else "")
        kind = "" if promise.kind == "pledge" else self.tr(KINDS.get(promise.kind, promise.kind))
        aloud = self.tr("changed since") if changed else self.tr("read back")
        said = self.tr("changed since it was read back") if changed else self.tr("read back aloud")
        if promise.read_back is None:
            aloud = said = ""
        far = self.tr("{0} of {1}").format(sum(promise.points.values()), len(promise.points))
        words = (promise.id, owner, kind, promise.text, day(promise.due), missing, far, said)
        told = ", ".join(word for word in words if word)
        return Row(promise.id, told, (promise, owner, kind, missing, aloud, changed))

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(0, 0, self.width(), 2, colour("ink"))


def _paint(painter: QPainter, rect: QRect, row: Row, picked: bool) -> None:
    promise, owner, kind, missing, aloud, changed = row.content
    if missing:
        painter.fillRect(rect, colour("warn_tint"))
        if frame := pixels("frame"):  # there is no tint in high contrast
            painter.setPen(QPen(colour("warn"), frame))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
    top = QRect(rect.left() + 16, rect.top() + 8, rect.width() - 32, 20)
    write(painter, top, promise.id, 13, tint="ink2")
    said = missing or day(promise.due)
    taken = width(said, 13, bool(missing)) + 12
    write(painter, top, said, 13, bool(missing), "warn" if missing else "ink", RIGHT)
    if missing:
        taken += 10
        stamp(painter, top.right() - taken, top.center().y() + 1, "circle-alert", "warn")
    left = max(ID, width(promise.id, 13) + 8)
    name = top.adjusted(left, 0, -taken - (width(kind, 13) + 8 if kind else 0), 0)
    at = write(painter, name, owner, 14, True)
    write(painter, top.adjusted(left + at + (8 if at else 0), 0, -taken, 0), kind, 13, tint="ink2")
    act = top.translated(0, 21)
    if aloud:
        taken = width(aloud, 13) + 22
        sign, tint = ("circle-alert", "warn") if changed else ("check", "ok")
        stamp(painter, act.right() - taken, act.center().y() + 1, sign, tint)
        write(painter, act, aloud, 13, tint=tint, align=RIGHT)
    else:
        taken = paint_points(painter, act.right(), act.center().y(), promise.points)
    write(painter, act.adjusted(left, 0, -taken - 12, 0), promise.text, 14)
