"""Wrap-up: what is to settle at the left, the pages as they would go out at the right."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.going_back import go_back
from ui.settings import Settings
from ui.wrap_up.approving import Approving
from ui.wrap_up.edition_choice import EditionChoice
from ui.wrap_up.export_asking import EXPORTS, ending
from ui.wrap_up.making import Making
from ui.wrap_up.page_maker import PageMaker
from ui.wrap_up.pages_view import PagesView
from ui.wrap_up.review_pane import ReviewPane
from ui.wrap_up.standing import standing
from ui.wrap_up.wrap_bar import ROOMY, SIDES, WrapBar

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.log.state import State
    from facilitator.log.thread import Thread
    from ui.live import Live

LEFT = 520  # px, of the column at the left; narrower windows give it this share
SHARE = 0.42
HIGH = 500  # px; a lower window has no room for what goes without saying


class WrapPlace(QWidget):
    said = Signal(str)  # a sentence
    go = Signal(str, object)  # to a tab of Prepare, and with what to begin there

    def __init__(
        self, live: "Live", thread: "Callable[[], Thread]", parent: QWidget | None = None
    ) -> None:
        """Wrap a session up; `thread` reads the series that it is one of."""
        super().__init__(parent)
        self._live, self._settings = live, Settings()
        self.bar, self.review = WrapBar(self), ReviewPane(live, self)
        self.choice = EditionChoice(self)
        self.maker = PageMaker(self)
        self.pages = PagesView(self.maker, self.choice.paper, self)
        self.making = Making(live, thread, self.maker, self.pages)
        self.approving = Approving(live, self.review, self.pages)
        self._side = SIDES[0]
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._left = QFrame(self)
        self._left.setObjectName("left")
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 1, 0)  # the line at the right is its own
        left.setSpacing(0)
        left.addWidget(self.review, 1)
        left.addWidget(self.choice)
        columns = QHBoxLayout()
        columns.setSpacing(0)
        columns.addWidget(self._left)
        columns.addWidget(self.pages, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addLayout(columns, 1)

    def _connect(self) -> None:
        self._live.changed.connect(self._on_changed)
        for said in (self.review.said, self.approving.said, self.making.said):
            said.connect(self.said)
        self.making.known.connect(self.review.know)
        self.making.stood.connect(self._say)
        self.review.counted.connect(self._say)
        self.making.got_on.connect(self.bar.show_progress)
        self.approving.looked.connect(self._say)
        self.approving.led.connect(self._show_side)
        self.review.go.connect(self.go)
        self.choice.changed.connect(self._on_chosen)
        self.choice.left.connect(self.come)
        self.bar.approve.clicked.connect(self.approve)
        for name, button in self.bar.sides.items():
            button.clicked.connect(lambda _=False, name=name: self._show_side(name))
        for n, edition in enumerate(self.choice.buttons, 1):
            key = QShortcut(QKeySequence(f"Alt+{n}"), self)
            key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            key.activated.connect(lambda edition=edition: self.choice.choose(edition))

    # Following the session

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.review.show_edition(self.choice.edition)
        self.review.follow(None, self._live.state)
        self._arrange()
        self._say()
        QTimer.singleShot(0, self, self._make)  # the window shows first

    def _on_changed(self, before: "State", after: "State") -> None:
        if self.isVisible():
            self.review.follow(before, after)
            self._make()

    def _on_chosen(self) -> None:
        self.review.show_edition(self.choice.edition)
        self._make()

    def _make(self) -> None:
        self.making.make(self.choice.edition, self.choice.paper.value)

    def _say(self) -> None:
        """Say how far the edition is."""
        where = self.approving.where(self.choice.edition, self.making.newest)
        far = standing(where)
        whole = EXPORTS[ending(self._settings)] if far.approved else "Export a draft"
        leaves = self.tr(whole)
        self.bar.say(self._live.state.meeting, far, leaves)
        self.pages.say_until(far.until, "check" if far.approved else "pencil")

    def show_writing(self, share: float) -> None:
        """Show how much is written of what leaves, 0…1; another format may be usual after it."""
        self.bar.show_progress(share)
        if share >= 1:
            self._say()

    # What hands do

    def come(self) -> None:
        """Begin at what is to settle, or at the pages where they alone show."""
        if self._left.isVisible():
            self.review.come()
        else:
            self.pages.come()

    def go_back(self, verb: str) -> None:
        """Undo or redo, and say what."""
        if told := go_back(self._live, verb):
            self.said.emit(told)

    def approve(self) -> None:
        self.approving.approve(self.making.newest)

    def next_side(self) -> None:
        """Go from what is to settle to the pages, and back."""
        keys = QApplication.focusWidget()
        at_pages = keys is not None and self.pages.isAncestorOf(keys)
        self._show_side(SIDES[not at_pages if self._roomy else self._side == SIDES[0]])

    def _show_side(self, name: str) -> None:
        self._side = name
        self._arrange()
        if name == SIDES[0]:
            self.review.come()
        else:
            self.pages.come()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn the pages, wherever the keys are."""
        if event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.pages.desk.leap(1 if event.key() == Qt.Key.Key_PageDown else -1)
        else:
            super().keyPressEvent(event)

    def leave(self) -> None:
        """Let go of the pages: what is under way comes to its end first."""
        self.maker.leave()

    # How it lies

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the side that has the keys where there is no longer room for both."""
        super().resizeEvent(event)
        keys = QApplication.focusWidget()
        if keys is not None and self.isAncestorOf(keys) and not self.bar.isAncestorOf(keys):
            self._side = SIDES[self.pages.isAncestorOf(keys)]
        self._arrange()

    @property
    def _roomy(self) -> bool:
        return self.width() >= ROOMY

    def _arrange(self) -> None:
        """Lay both sides beside each other, or only one where there is no room for both."""
        roomy = self._roomy
        self._left.setVisible(roomy or self._side == SIDES[0])
        self.pages.setVisible(roomy or self._side == SIDES[1])
        self._left.setFixedWidth(min(LEFT, round(self.width() * SHARE)) if roomy else self.width())
        self.choice.label.setVisible(self.height() >= HIGH)
        for name, button in self.bar.sides.items():
            button.setChecked(name == self._side)
