"""Keeping the pages that show as the edition stands: what changes it has them made anew."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from facilitator import logs
from facilitator.faults import Fault
from ui.wrap_up.page_maker import Made, PageMaker
from ui.wrap_up.summing import Asked, asked

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.log.thread import Thread
    from ui.live import Live
    from ui.wrap_up.pages_view import PagesView


class Making(QObject):
    stood = Signal()  # the pages are the newest by now, or no longer
    said = Signal(str)
    known = Signal(object)  # the Thread
    got_on = Signal(float)  # how much is made, 0…1

    def __init__(
        self, live: "Live", thread: "Callable[[], Thread]", maker: PageMaker, pages: "PagesView"
    ) -> None:
        super().__init__(pages)
        self._live, self._thread, self._maker, self._pages = live, thread, maker, pages
        self._asked: Asked | None = None  # the newest pages that are wanted
        maker.made.connect(self._on_made)
        maker.got_on.connect(self.got_on)
        maker.broke.connect(self._on_broke)

    @property
    def newest(self) -> bool:
        """Whether the pages that show are the ones that are wanted."""
        made = self._pages.made
        return made is not None and made.asked is self._asked

    def make(self, edition: str, paper: str) -> None:
        """Have the pages made as things stand, unless these are on their way already."""
        state, last = self._live.state, self._asked
        stands = state.meeting.ended is not None and last is not None and last.state is state
        if last is None or not stands or (last.edition, last.paper) != (edition, paper):
            try:
                thread = self._thread()
            except Fault as fault:
                logs.fault(fault)
                self._pages.show_fault(str(fault))
            else:
                self.known.emit(thread)
                self._asked = asked(self._live, edition, paper, thread)
                self._maker.make(self._asked)
        self.stood.emit()

    def _on_made(self, made: Made) -> None:
        before = self._pages.made
        self.got_on.emit(1)
        self._pages.show_made(made)
        self.stood.emit()
        if before is not None and self._is_draft_again(before, made):
            told = self.tr("This changed after it was approved. It is a draft again.")
            self.said.emit(told)

    def _is_draft_again(self, before: Made, made: Made) -> bool:
        """Say whether an act after the approval made a draft of what was approved."""
        old, new = before.summary, made.summary
        if old is None or new is None or old.edition != new.edition:
            return False
        return old.approved and not new.approved and new.edition in self._live.state.approved

    def _on_broke(self, error: Exception) -> None:
        """Let it be known in the pane, and to whoever hears of what broke."""
        self.got_on.emit(1)
        self._pages.show_fault(self.tr("The pages cannot be made ({0}).").format(error))
        raise error
