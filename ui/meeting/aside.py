"""The column beside the floor: the notes, or a page in their place, and the promises beneath."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

HEAD = 35  # px of the promises that show while a page needs the room
MOST = 16777215  # px; Qt's own


class Aside(QSplitter):
    def __init__(self, notes: QWidget, promises: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setObjectName("aside")
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self._notes, self._promises = notes, promises
        self.pages = QStackedWidget(self)
        self.pages.addWidget(notes)
        self.addWidget(self.pages)
        self.addWidget(promises)
        self._before = [430, 212]
        self.setSizes(self._before)
        self.setStretchFactor(0, 1)
        self.pages.currentChanged.connect(self._make_room)

    def show_page(self, page: QWidget) -> None:
        self.pages.setCurrentWidget(page)

    def show_notes(self) -> None:
        self.pages.setCurrentWidget(self._notes)

    def _make_room(self) -> None:
        """Let a page have the room of the promises, all but their head."""
        page = self.pages.currentWidget() is not self._notes
        if page == (self._promises.maximumHeight() == HEAD):
            return
        if page:
            self._before = self.sizes()
        self._promises.setMaximumHeight(HEAD if page else MOST)
        self.setSizes([MOST, HEAD] if page else self._before)
