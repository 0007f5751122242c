"""A count of heads, for those who give no name: it is always enough."""

import re

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from facilitator.log.state import State
from ui.live import Live
from ui.prepare.session_fields import WordsField
from ui.style import font
from ui.widgets.choice import Choice

METHODS = {"counted": "counted", "estimated": "estimated"}
MOST = 1_000_000  # heads
_COUNT = re.compile(r"([^\d-]*)(\d{1,3}(?:[ ,.’']\d{3})+|\d+)(\D*)")  # one number, 1,200 too
WIDE = 720  # px, from which on there is room for the whole sentence


class CountField(WordsField):
    """A number; "about 120" is an estimate, and the value is then "~120"."""

    def _worded(self, value: str) -> str:
        return value.strip("~")

    def _read(self, words: str) -> str | None:
        if not words:
            return self.kept  # a count is not taken back but by another, or by undo
        found = _COUNT.fullmatch(words)
        digits = re.sub(r"\D", "", found[2]) if found else ""
        if found is None or len(digits) > len(str(MOST)) or int(digits) > MOST:
            return None
        about = found[1].strip() or re.search(r"[~≈+]|ish\b|\bor so\b", found[3])
        return f"{'~' if about else ''}{int(digits)}"

    def _question(self) -> str:
        return self.tr("how many?")


class PersonTally(QWidget):
    left = Signal()

    def __init__(self, live: Live, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._live = live
        self.count = CountField(self.tr("Heads in the room"), self)
        self.count.setFixedWidth(96)
        self.count.setMinimumHeight(32)
        self.count.keep = self._keep
        words = {code: self.tr(word) for code, word in METHODS.items()}
        self.method = Choice(self.tr("How they were counted"), words, self)
        self.method.setMinimumHeight(32)
        self.method.setFixedWidth(144)
        self.method.chosen.connect(self._choose)
        self.count.left.connect(self.left)
        self.method.left.connect(self.left)
        title, free = QLabel(self.tr("Heads in the room"), self), QLabel(self)
        self._free = free
        title.setFont(font(14, bold=True))
        free.setObjectName("second")
        free.setFont(font(13))
        free.setMinimumWidth(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 4, 20, 8)
        layout.setSpacing(12)
        for part in (title, self.count, self.count.hint, self.method):
            layout.addWidget(part)
        layout.addWidget(free, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        whole = self.tr("Nobody has to sign in: a count is enough.")
        self._free.setText(whole if self.width() >= WIDE else self.tr("Nobody has to sign in."))

    def follow(self, state: State) -> None:
        tally = state.meeting.tally
        self.count.show_value(str(tally.count) if tally else "")
        self.method.show_value(tally.method if tally else next(iter(METHODS)))

    def _keep(self, value: str) -> bool:
        live, method = self._live, self.method.value
        about = value.startswith("~")
        live.attempt(live.session.tally, int(value.strip("~")), "estimated" if about else method)
        tally = live.state.meeting.tally
        return tally is not None and tally.count == int(value.strip("~"))

    def _choose(self, method: str) -> None:
        tally, live = self._live.state.meeting.tally, self._live
        if tally is not None:
            live.attempt(live.session.tally, tally.count, method)
