"""Approving an edition: nothing goes out as approved that a person has not seen as it stands."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from facilitator.publish.words import edition as edition_in_words
from ui.wrap_up.standing import Where
from ui.wrap_up.wrap_bar import SIDES

if TYPE_CHECKING:
    from ui.live import Live
    from ui.wrap_up.pages_view import PagesView
    from ui.wrap_up.review_pane import ReviewPane


class Approving(QObject):
    said = Signal(str)
    looked = Signal()  # at a page that nobody had looked at
    led = Signal(str)  # to the side where something is in the way

    def __init__(self, live: "Live", review: "ReviewPane", pages: "PagesView") -> None:
        super().__init__(pages)
        self._live, self._review, self._pages = live, review, pages
        self._seen: set[tuple[str, str]] = set()  # edition, what was on a page
        self._warned: object = None  # the pages for which it was said that things are open
        pages.looked.connect(self._on_looked)

    def _on_looked(self, text: str) -> None:
        made = self._pages.made
        if made is not None and (made.asked.edition, text) not in self._seen:
            self._seen.add((made.asked.edition, text))
            self.looked.emit()

    def where(self, edition: str, newest: bool) -> Where:
        """Return how far an edition is; `newest` says whether its pages are as it stands."""
        state, made = self._live.state, self._pages.made
        last = state.approved.get(edition)
        summary = made.summary if made is not None and newest else None
        return Where(
            ended=state.meeting.ended is not None,
            approved=summary is not None and summary.approved,
            version=last.version if last is not None else 0,
            open=self._review.to_settle,
            unseen=len(self._unseen()) if newest and made is not None else None,
        )

    def approve(self, newest: bool) -> None:
        """Approve the edition that shows, or say what is in the way, and go there."""
        made = self._pages.made
        if self._live.state.meeting.ended is None:
            self.said.emit(self.tr("The session has not ended yet. Approve its summary then."))
        elif made is None or not newest:
            told = self.tr("The pages are still being made. Look at them, then approve them.")
            self.said.emit(told)
        elif made.summary is None:
            self.said.emit(made.fault)
        elif made.summary.approved:
            self.said.emit(self.tr("It is approved already, and nothing changed since."))
        elif self._review.blocking:
            self.said.emit(self._risky(self._review.blocking))
            self.led.emit(SIDES[0])
            self._review.come_to_blocking()
        elif unseen := self._unseen():
            self._show(unseen)
        elif self._review.to_settle and self._warned is not made:
            self._warned = made
            self.said.emit(self._still_open(self._review.to_settle))
        else:
            self._approve(made.asked.edition, made.digest)

    def _approve(self, edition: str, digest: str) -> None:
        if self._live.attempt(self._live.session.approve, edition, digest):
            version = self._live.state.approved[edition].version
            told = self.tr("{0}: approved, version {1}. Ctrl+E writes it.")
            self.said.emit(told.format(edition_in_words(edition), version))

    def _unseen(self) -> list[int]:
        """Return the pages that nobody has looked at as they stand, counted from 0."""
        made = self._pages.made
        if made is None:
            return []
        edition = made.asked.edition
        return [n for n, page in enumerate(made.pages) if (edition, page.text) not in self._seen]

    def _show(self, unseen: list[int]) -> None:
        many = self.tr("1 page was") if len(unseen) == 1 else self.tr("{0} pages were")
        told = self.tr("{0} not looked at yet. This is page {1}.")
        self.said.emit(told.format(many.format(len(unseen)), unseen[0] + 1))
        self._pages.go_to(unseen[0])
        self.led.emit(SIDES[1])

    def _risky(self, many: int) -> str:
        told = self.tr("{0} words that look risky would be printed. Decide on them first.")
        one = self.tr("Words that look risky would be printed. Decide on them first.")
        return one if many == 1 else told.format(many)

    def _still_open(self, many: int) -> str:
        things = self.tr("1 thing is") if many == 1 else self.tr("{0} things are").format(many)
        told = self.tr("{0} not settled. Press Ctrl+Enter again to approve it as it stands.")
        return told.format(things)
