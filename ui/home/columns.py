"""A column that scrolls, and a pane beside it or, where there is no room, at its end."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

NARROW = 820  # px; below, the pane stands at the end of the column
SIDE = 400  # px, of the pane beside it
MOST = 16777215  # px: no limit, to Qt


class Columns(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        """A page that has these fills the column and the pane, then calls `hold`."""
        super().__init__(parent)
        paper = QFrame(self)
        paper.setObjectName("paper")
        self.column = QVBoxLayout(paper)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.roll = QScrollArea(self)
        self.roll.setObjectName("paper")
        self.roll.setFrameShape(QFrame.Shape.NoFrame)
        self.roll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.roll.setWidgetResizable(True)
        self.roll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.roll.setWidget(paper)
        self._rule = QFrame(self)
        self._rule.setObjectName("rule")
        self._rule.setFixedWidth(1)
        self._across = QHBoxLayout(self)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._across.setSpacing(0)
        self._across.addWidget(self.roll, 1)
        self._across.addWidget(self._rule)
        self._side: QWidget | None = None
        self._is_narrow = False

    @property
    def needed(self) -> int:
        """Return the height in which all of the pane shows."""
        raise NotImplementedError

    def hold(self, side: QWidget, keys: tuple[QWidget, QWidget]) -> None:
        """Take the pane; Tab leads from the first of two widgets, in the column, to its own."""
        self._side, self._keys = side, keys
        self._across.addWidget(side)
        self.fit()

    def fit(self) -> None:
        """Put the pane where there is room for it, as high as it needs to be there."""
        side, narrow = self._side, self.width() < NARROW
        if side is None:
            return
        if narrow != self._is_narrow:
            self._is_narrow, hidden = narrow, side.isHidden()
            (self.column if narrow else self._across).addWidget(side)
            self._rule.setVisible(not narrow)
            side.setHidden(hidden)  # moving hides it
            self.setTabOrder(*self._keys)  # and loses its place
        wide, high = (0, self.needed) if narrow else (min(SIDE, self.width() * 36 // 100), 0)
        side.setMinimumSize(wide, high)
        side.setMaximumSize(wide or MOST, high or MOST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()
