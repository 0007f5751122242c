"""The column beside the floor: the notes, or a page in their place, and the promises beneath."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QSplitter, QStackedWidget, QWidget

from ui.meeting.promises_pane import PromisesPane

HEAD = 35  # px of the promises that show while a page needs the room
LOW = 240  # px of the column; with less, a page has all of it
SHARE = 0.46  # of the column that promises take by themselves
MOST = 16777215  # px; Qt's own


class Aside(QSplitter):
    def __init__(
        self, notes: QWidget, promises: PromisesPane, parent: QWidget | None = None
    ) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setObjectName("aside")
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self._notes, self._promises = notes, promises
        self.pages = QStackedWidget(self)
        self.pages.addWidget(notes)
        self._all = [notes]
        self.addWidget(self.pages)
        self.addWidget(promises)
        self._before = [430, 212]
        self.setSizes(self._before)
        self.setStretchFactor(0, 1)
        self.pages.currentChanged.connect(self._make_room)
        for happens in (promises.list.model().rowsInserted, promises.list.model().rowsRemoved):
            happens.connect(self._fit)

    def add(self, page: QWidget) -> None:
        self._all.append(page)
        self.pages.addWidget(page)
        self._ask_room()

    def _ask_room(self) -> None:
        """Let the page that shows ask for room, and no other."""
        policy, shown = QSizePolicy.Policy, self.pages.currentWidget()
        for page in self._all:
            high = policy.Preferred if page is shown else policy.Ignored
            page.setSizePolicy(policy.Preferred, high)

    def show_page(self, page: QWidget) -> None:
        self.pages.setCurrentWidget(page)

    def show_notes(self) -> None:
        self.pages.setCurrentWidget(self._notes)

    def _make_room(self) -> None:
        """Let a page have the room of the promises, all but their head."""
        self._ask_room()
        page = self._shows_page
        self._promises.setVisible(not page or self.height() >= LOW)
        if page == (self._promises.maximumHeight() == HEAD):
            return
        if page:
            self._before = self.sizes()
        self._promises.setMaximumHeight(HEAD if page else MOST)
        self.setSizes([MOST, HEAD] if page else self._before)
        self._fit()

    def _fit(self) -> None:
        """Give promises the room of whole rows, unless a hand has said where the panes meet."""
        if not self._shows_page and not self.property("moved"):
            needed = self._promises.needs(round(SHARE * self.height()))
            self.setSizes([self.height() - needed - self.handleWidth(), needed])

    @property
    def _shows_page(self) -> bool:
        return self.pages.currentWidget() is not self._notes

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._promises.setVisible(not self._shows_page or self.height() >= LOW)
        self._fit()
