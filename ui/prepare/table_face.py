"""How the tab of the table is laid out: in columns, or in a small window all in one."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.prepare.tab import SIDE
from ui.prepare.table_grid import TableGrid
from ui.prepare.table_head import TableHead
from ui.prepare.table_picture import TablePicture
from ui.prepare.table_seats import SeatsBar
from ui.prepare.table_side import LEAN, TableSide
from ui.style import font
from ui.widgets.rolling import hold

NARROW, ROOMY = 860, 1240  # px: what stands beside the table comes under it; is as wide as drawn
ROW = 40  # px, from the middle of a row to beyond its edge
QWIDGETSIZE_MAX = 16_777_215  # Qt has no name for it in Python


class TableFace(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._narrow: bool | None = None
        self.head, self.picture, self.grid = TableHead(self), TablePicture(self), TableGrid(self)
        self.bar, self.side, self.foot = SeatsBar(self), TableSide(self), _foot(self)
        self.grid.hide()
        self._lay_out()
        self.picture.moved.connect(self._reveal_place)
        for rows in (self.grid, self.side.missing, self.side.list):
            rows.selectionModel().currentChanged.connect(lambda *_, rows=rows: self._reveal(rows))

    def _lay_out(self) -> None:
        self._paper, inside = QFrame(self), QWidget(self)
        self._paper.setObjectName("paper")
        self._scroll = QScrollArea(self._paper)
        hold(self._scroll, inside)
        self._column, self._inside = QVBoxLayout(self._paper), QVBoxLayout(inside)
        self._across = QHBoxLayout(self)
        for layout in (self._column, self._inside, self._across):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        self._inside.addWidget(self.picture, 1)
        self._inside.addWidget(self.grid, 1)
        self._column.addWidget(self._scroll, 1)
        self._across.addWidget(self._paper, 1)
        self._arrange(False)

    def _arrange(self, narrow: bool) -> None:
        """Set everything around the table, or in a small window all in one long column."""
        if narrow == self._narrow:
            return
        self._narrow = narrow
        if narrow:
            self._inside.insertWidget(0, self.head)
            for part in (self.bar, self.foot, self.side):
                self._inside.addWidget(part)
        else:
            self._column.insertWidget(0, self.head)
            self._column.addWidget(self.bar)
            self._column.addWidget(self.foot)
            self._across.addWidget(self.side)
        if narrow:
            self.side.setMinimumWidth(0)
            self.side.setMaximumWidth(QWIDGETSIZE_MAX)
        self.fit()

    def fit(self) -> None:
        """Show lists whole where all of it scrolls anyway."""
        self.side.fit(bool(self._narrow))
        self.grid.fit(bool(self._narrow))

    def take_keys(self) -> None:
        """Put the keys on the picture, or on the figures in its place."""
        (self.grid if self.shows_grid else self.picture).setFocus()

    @property
    def shows_grid(self) -> bool:
        return self.grid.isVisibleTo(self)

    def toggle_grid(self) -> None:
        """Show the figures in the place of the picture, or the picture again."""
        grid = not self.shows_grid
        shown, hidden = (self.grid, self.picture) if grid else (self.picture, self.grid)
        shown.show()
        shown.setFocus()  # first: what is hidden would pass the keys on to anything
        hidden.hide()
        self.head.show_grid(grid)

    def _reveal_place(self) -> None:
        """Scroll to the group the keys are on."""
        if not self.shows_grid:
            block = self.picture.block
            at = block.center() + self.picture.pos()
            self._scroll.ensureVisible(at.x(), at.y(), 0, block.height() // 2 + 8)

    def _reveal(self, rows: QAbstractItemView) -> None:
        """Scroll to the row the keys are on, where lists are shown whole."""
        inside = self._scroll.widget()
        if inside is not None and inside.isAncestorOf(rows) and rows.hasFocus():
            middle = rows.visualRect(rows.currentIndex()).center()
            at = rows.viewport().mapTo(inside, middle)
            self._scroll.ensureVisible(at.x(), at.y(), 0, ROW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(self.width() < NARROW)
        if not self._narrow:
            self.side.setFixedWidth(SIDE if self.width() >= ROOMY else LEAN)


def _foot(parent: QWidget) -> QLabel:
    foot = QLabel(parent)
    foot.setObjectName("foot")
    foot.setFont(font(13))
    foot.setWordWrap(True)
    foot.setIndent(0)
    foot.setMinimumHeight(30)
    foot.setText(
        foot.tr(
            "Seats are what the organiser wants. Who is in two groups sits once, at the first."
            " Affected families are counted with trusted leaders."
        )
    )
    return foot
