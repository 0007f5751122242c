"""How the panes of Live lie: three columns, or on a small or much enlarged screen one."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui.style import font
from ui.widgets.button import Button

if TYPE_CHECKING:
    from ui.meeting.meeting_place import MeetingPlace

NARROW, LOW = 972, 540  # px: less is one column
LARGE = 1366  # px of the window; from there on the columns at the sides grow with it
SMALL, DRAWN, MOST = (220, 340), (244, 384), (320, 480)  # px, of the columns at the sides


class Columns(QSplitter):
    """The agenda at the left, clock and floor in the middle, what is written at the right."""

    def __init__(self, place: "MeetingPlace") -> None:
        super().__init__(Qt.Orientation.Horizontal, place)
        self.setObjectName("columns")
        middle = QSplitter(Qt.Orientation.Vertical)
        middle.setObjectName("clock and floor")
        middle.addWidget(place.clock)
        middle.addWidget(place.floor)
        middle.setSizes([268, 374])
        place.capture.set_margins(16, 12, 8)
        right = _column(place.capture, place.aside)
        panes = (_column(place.agenda, place.voices, spare=True), middle, right)
        limits = (220, MOST[0]), (420, 16777215), (330, MOST[1])
        for pane, (least, most) in zip(panes, limits, strict=True):
            pane.setMinimumWidth(least)
            pane.setMaximumWidth(most)
            self.addWidget(pane)
        self.setStretchFactor(1, 1)
        self._share_out(place.window().width())
        for splitter in (self, middle):
            splitter.setHandleWidth(1)
            splitter.setChildrenCollapsible(False)

    def _share_out(self, window: int) -> None:
        """Give the sides what suits the window, and the clock the rest."""
        left, right = SMALL
        if window >= LARGE:
            shares = zip(DRAWN, MOST, strict=True)
            left, right = (min(most, drawn * window // LARGE) for drawn, most in shares)
        self.setSizes([left, max(420, self.width() - left - right - 2), right])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self.property("moved"):
            self._share_out(self.window().width())

    def reveal(self, pane: QWidget) -> None:
        """Show a pane: in columns all of them show."""


class OneColumn(QWidget):
    """The clock always on top, the capture line always at the foot, the rest by turns between."""

    def __init__(self, place: "MeetingPlace") -> None:
        super().__init__(place)
        self._pages = QStackedWidget(self)
        self._tabs: list[Button] = []
        self._all = (place.floor, place.aside, _column(place.agenda, place.voices, spare=True))
        tabs = QHBoxLayout()
        tabs.setContentsMargins(11, 0, 11, 0)  # the words begin where those of the clock do
        tabs.setSpacing(4)
        names = (self.tr("Floor"), self.tr("Notes and promises"), self.tr("Agenda and voices"))
        for words, page in zip(names, self._all, strict=True):
            self._pages.addWidget(_scrolled(page))
            button = Button(words, self, height=32)
            button.setObjectName("tab")
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, page=page: self._show(page))
            tabs.addWidget(button)
            self._tabs.append(button)
        tabs.addStretch(1)
        row = QFrame(self)
        row.setObjectName("bar")
        row.setLayout(tabs)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(place.clock, 1)
        layout.addWidget(row)
        layout.addWidget(self._pages, 2)
        layout.addWidget(place.capture)
        place.capture.set_margins(24, 8, 4)
        self._show(place.floor)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus)

    def _on_focus(self, _: QWidget | None, now: QWidget | None) -> None:
        """Scroll to whatever takes the keys: nobody types blind."""
        for area in self.findChildren(QScrollArea):
            if now is not None and area.isAncestorOf(now):
                area.ensureWidgetVisible(now, 0, 16)

    def reveal(self, pane: QWidget) -> None:
        """Show the page that a pane is on."""
        for page in self._all:
            if page is pane or page.isAncestorOf(pane):
                self._show(page)

    def _show(self, page: QWidget) -> None:
        self._pages.setCurrentIndex(self._all.index(page))
        for button, of in zip(self._tabs, self._all, strict=False):
            chosen = of is page
            button.setChecked(chosen)
            button.setFont(font(14, bold=chosen))


def _scrolled(page: QWidget) -> QScrollArea:
    """Return a page that is scrolled where there is no room for all of it."""
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidgetResizable(True)
    area.setWidget(page)
    page.show()
    return area


def _column(upper: QWidget, lower: QWidget, spare: bool = False) -> QWidget:
    """Put two panes under each other; what is left goes to the lower one, or stays spare."""
    column = QWidget()
    layout = QVBoxLayout(column)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    layout.addWidget(upper)
    layout.addWidget(lower, 0 if spare else 1)
    if spare:
        layout.addStretch(1)
    return column
