"""A count of heads, for those who give no name: it is always enough."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from facilitator.log.state import State
from ui.head_count import WIDTHS, HeadCount
from ui.live import Live
from ui.style import font

WIDE = 760  # px, from which on there is room for the whole sentence


class PersonTally(QWidget):
    left = Signal()

    def __init__(self, live: Live, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heads = HeadCount(live, self, self)
        self.count, self.method = self.heads.count, self.heads.method
        for field, wide in zip(self.heads.fields, WIDTHS, strict=True):
            field.setMinimumHeight(32)
            field.setFixedWidth(wide)
            field.left.connect(self.left)
        title, free = QLabel(self.tr("Head count"), self), QLabel(self)
        self._free = free
        title.setFont(font(14, bold=True))
        free.setObjectName("second")
        free.setFont(font(13))
        free.setMinimumWidth(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 4, 20, 8)
        layout.setSpacing(12)
        for part in (title, self.count, self.count.hint, self.method, self.method.hint):
            layout.addWidget(part)
        layout.addWidget(free, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        whole = self.tr("Nobody has to sign in: a count is enough.")
        self._free.setText(whole if self.width() >= WIDE else self.tr("Nobody has to sign in."))

    def follow(self, state: State) -> None:
        self.heads.show_meeting(state.meeting)
