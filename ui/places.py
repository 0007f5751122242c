"""Which place shows in the window, and the sheet of all keys that is laid over it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.widgets.hatch import hatch
from ui.widgets.keys import let_go

if TYPE_CHECKING:
    from ui.key_sheet import KeySheet

EDGE = 8  # px, of the hatched edge over what is only a rehearsal


class Places(QStackedWidget):
    moved = Signal()  # another place shows

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.sheet: KeySheet | None = None

    def go_to(self, place: QWidget) -> bool:
        """Show a place; return whether the keys are where they were there, before the sheet."""
        if self.currentWidget() is not place:
            let_go(self)
        self.setCurrentWidget(place)
        sheet, self.sheet = self.sheet, None
        back = False
        if sheet is not None:
            self.removeWidget(sheet)
            sheet.deleteLater()
            back = sheet.before is place and sheet.give_back()
        self.moved.emit()
        return back

    def lay_sheet(self, leave: Callable[[], None]) -> None:
        """Lay the sheet of all keys over what shows; `leave` takes it away."""
        from ui.key_sheet import KeySheet

        self.sheet = KeySheet(self.currentWidget() or self, self)
        self.sheet.left.connect(leave)
        let_go(self)
        self.addWidget(self.sheet)
        self.setCurrentWidget(self.sheet)
        self.sheet.setFocus()

    def hatch_edge(self, on: bool) -> None:
        """Put a hatched edge over all that shows, or take it away."""
        self.setContentsMargins(0, EDGE if on else 0, 0, 0)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if edge := self.contentsMargins().top():
            with QPainter(self) as painter:
                hatch(painter, QRect(0, 0, self.width(), edge), "ink2")
