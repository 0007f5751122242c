"""Wrap-up: what is to settle at the left, the pages as they would go out at the right."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from facilitator.faults import Fault
from ui.going_back import go_back
from ui.wrap_up.approving import Approving
from ui.wrap_up.edition_choice import EditionChoice
from ui.wrap_up.page_maker import Made, PageMaker
from ui.wrap_up.pages_view import PagesView
from ui.wrap_up.review_pane import ReviewPane
from ui.wrap_up.standing import standing
from ui.wrap_up.summing import Asked, asked
from ui.wrap_up.wrap_bar import ROOMY, SIDES, WrapBar

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.log.state import State
    from facilitator.log.thread import Thread
    from ui.live import Live

LEFT = 520  # px, of the column at the left; narrower windows give it this share
SHARE = 0.42
ANY_WIDTH = 16_777_215
LONG = 300  # ms, after which it is shown how far the making is


class WrapPlace(QWidget):
    said = Signal(str)  # a sentence
    go = Signal(str, object)  # to a tab of Prepare, and with what to begin there
    exported = Signal()
    mailed = Signal()

    def __init__(
        self, live: "Live", thread: "Callable[[], Thread]", parent: QWidget | None = None
    ) -> None:
        """Wrap a session up; `thread` reads the series that it is one of."""
        super().__init__(parent)
        self._live, self._thread = live, thread
        self.bar, self.review = WrapBar(self), ReviewPane(live, self)
        self.choice = EditionChoice(self)
        self.maker = PageMaker(self)
        self.pages = PagesView(self.maker, self)
        self.approving = Approving(live, self.review, self.pages)
        self._asked: Asked | None = None  # the newest pages that are wanted
        self._share = 0.0  # how much of them is made
        self._side = SIDES[0]
        self._long = QTimer(self)
        self._long.setSingleShot(True)
        self._long.setInterval(LONG)
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
        for said in (self.review.said, self.approving.said):
            said.connect(self.said)
        self.approving.looked.connect(self._say)
        self.review.go.connect(self.go)
        self.choice.changed.connect(self._on_chosen)
        self.choice.left.connect(self.come)
        self.maker.made.connect(self._on_made)
        self.maker.got_on.connect(self._on_got_on)
        self.maker.broke.connect(self._on_broke)
        self._long.timeout.connect(self._show_progress)
        self.bar.approve.clicked.connect(self.approve)
        self.bar.export.clicked.connect(self.exported)
        self.bar.mail.clicked.connect(self.mailed)
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
        """Have the pages made as things stand, unless these are on their way already."""
        state, last = self._live.state, self._asked
        edition, paper = self.choice.edition, self.choice.paper.value
        stands = state.meeting.ended is not None and last is not None and last.state is state
        if last is None or not stands or (last.edition, last.paper) != (edition, paper):
            try:
                thread = self._thread()
            except Fault as fault:
                self.pages.show_fault(str(fault))
                return
            self.review.know(thread)
            self._asked = asked(self._live, edition, paper, thread)
            self._long.start()
            self.maker.make(self._asked)
        self._say()

    def _on_made(self, made: Made) -> None:
        before = self.pages.made
        self._long.stop()
        self.bar.show_progress(1)
        self.pages.show_made(made)
        self._say()
        if before is not None and self._is_draft_again(before, made):
            told = self.tr("This changed after it was approved. It is a draft again.")
            self.said.emit(told)

    def _is_draft_again(self, before: Made, made: Made) -> bool:
        """Say whether an act after the approval made a draft of what was approved."""
        old, new = before.summary, made.summary
        if old is None or new is None or old.edition != new.edition:
            return False
        return old.approved and not new.approved and new.edition in self._live.state.approved

    def _on_got_on(self, share: float) -> None:
        self._share = share
        if not self._long.isActive() and not self._newest:
            self._show_progress()

    def _show_progress(self) -> None:
        self.bar.show_progress(self._share)

    def _on_broke(self, error: Exception) -> None:
        """Let it be known in the pane, and to whoever hears of what broke."""
        self._long.stop()
        self.bar.show_progress(1)
        self.pages.show_fault(self.tr("The pages cannot be made ({0}).").format(error))
        raise error

    @property
    def _newest(self) -> bool:
        """Whether the pages that show are the ones that are wanted."""
        made = self.pages.made
        return made is not None and made.asked is self._asked

    def _say(self) -> None:
        """Say how far the edition is."""
        where = self.approving.where(self.choice.edition, self._newest)
        far = standing(where)
        leaves = self.tr("Export the PDF") if far.approved else self.tr("Export a draft")
        self.bar.say(self._live.state.meeting, far, leaves)
        self.pages.say_until(far.until, "check" if far.approved else "pencil")

    # What hands do

    def come(self) -> None:
        """Begin at what is to settle, or at the pages where they alone show."""
        if self._left.isVisible():
            self.review.come()
        else:
            self.pages.desk.setFocus()

    def go_back(self, verb: str) -> None:
        """Undo or redo, and say what."""
        if told := go_back(self._live, verb):
            self.said.emit(told)

    def approve(self) -> None:
        self.approving.approve(self._newest)

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
            self.pages.desk.setFocus()

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
        super().resizeEvent(event)
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
        for name, button in self.bar.sides.items():
            button.setChecked(name == self._side)
