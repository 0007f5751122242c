"""The promises: who, what, by when; what is missing shows in amber, as a question."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.log.state import State
from facilitator.room.commitments import Commitment
from ui.live import Live
from ui.style import colour, picture
from ui.widgets.ink import RIGHT, stamp, width, write
from ui.widgets.pane import Head
from ui.widgets.rows import Row, Rows
from ui.words import day


class PromisesPane(QWidget):
    def __init__(self, live: Live, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._live = live
        self.head = Head(self.tr("Promises"), self)
        self.head.aside.setObjectName("warn")
        self.head.sign.setPixmap(picture("circle-alert", "warn", 16))
        self.list = Rows(self.tr("Promises"), 56, _paint, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addWidget(self.list)
        self.list.pressed_on.connect(self._key_on)
        live.changed.connect(self._on_changed)
        self._show(live.state)

    def _key_on(self, promise: str, event: QKeyEvent) -> None:
        """R: it was read back aloud. Delete: it is taken out."""
        live, session = self._live, self._live.session
        match event.key():
            case Qt.Key.Key_R:
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
        self.head.remark.setText(str(len(promises)) if promises else self.tr("none yet"))
        grown = len(promises) > len(self.list.rows)
        self.list.show_rows([self._row(promise) for promise in promises])
        if grown:
            self.list.reveal(len(promises) - 1)

    def _row(self, promise: Commitment) -> Row:
        asks = {"owner": self.tr("who?"), "due": self.tr("by when?")}
        missing = " ".join(asks[gap] for gap in promise.gaps)
        owner = promise.owner or (self.tr("nobody in the room") if not missing else "")
        aloud = promise.read_back is not None
        words = (promise.id, owner, promise.text, day(promise.due), missing)
        said = ", ".join(word for word in words if word)
        if aloud:
            said = self.tr("{0}, read back aloud").format(said)
        return Row(promise.id, said, (promise, owner, missing, aloud))


def _paint(painter: QPainter, rect: QRect, row: Row, picked: bool) -> None:
    promise, owner, missing, aloud = row.content
    if missing:
        painter.fillRect(rect, colour("warn_tint"))
    top = QRect(rect.left() + 16, rect.top() + 8, rect.width() - 32, 20)
    write(painter, top, promise.id, 13, tint="ink2")
    said = missing or day(promise.due)
    taken = width(said, 13, True)
    write(painter, top, said, 13, bool(missing), "warn" if missing else "ink", RIGHT)
    sign, tint = ("circle-alert", "warn") if missing else ("check", "ok")
    if missing or aloud:
        taken += 22
        stamp(painter, top.right() - taken, top.center().y() + 1, sign, tint)
    write(painter, top.adjusted(36, 0, -taken - 8, 0), owner, 14, True)
    write(painter, top.adjusted(36, 21, 0, 21), promise.text, 14)
