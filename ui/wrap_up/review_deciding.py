"""What hands decide on the thing that shows: at once, after a question, or in other words."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from facilitator.publish.review import Item
from ui.live import Live
from ui.meeting.completing import KindOffers
from ui.wrap_up.review_acts import decide
from ui.wrap_up.review_asking import ReasonOffers
from ui.wrap_up.review_item import ItemView

DRAFT = "reword"  # under this name, with what is reworded, half-typed words lie on the desk


class Deciding(QObject):
    went = Signal(str, object)  # to a tab of Prepare, and with what to begin there

    def __init__(self, live: Live, view: ItemView, host: QWidget) -> None:
        """Decide on what a view shows; lists to choose from float in the host."""
        super().__init__(host)
        self._live, self._view, self._host = live, view, host
        self.item = Item("")
        self.offers: dict[str, KindOffers] = {}
        view.chose.connect(self.choose)
        view.reworded.connect(self._reword)
        view.text.ended.connect(lambda: live.keep_draft(self._draft, ""))
        live.ticked.connect(self._put_down)

    def choose(self, code: str) -> None:
        """Decide on what shows, or ask what is needed to decide."""
        found, state = self.item.found, self._live.state
        if code == "reword":
            self._view.text.edit(self._live.draft(self._draft))
        elif code == "kind":
            self._ask(code, KindOffers, state.notes[self.item.of].kind)
        elif code == "other" and found is not None:
            self._ask(code, ReasonOffers, found.reason)
        elif code == "consent" and found is not None:
            self.went.emit("People", found.person)
        else:
            decide(self._live, self.item, self._view.look, code)

    def _ask(self, code: str, kinds: type[KindOffers], now: str) -> None:
        """Ask for a kind or a reason in a list beside the buttons."""
        if code not in self.offers:
            self.offers[code] = kinds(self._view.row, self._host)
        self.offers[code].ask(now, lambda chosen: self._answer(code, chosen))

    def _answer(self, code: str, chosen: str) -> None:
        if code == "kind":
            self._live.attempt(self._live.session.change_note, self.item.of, kind=chosen)
        else:
            decide(self._live, self.item, self._view.look, "replace", chosen)

    # Other words

    @property
    def _draft(self) -> str:
        return f"{DRAFT} {self.item.of} {self._view.look.field}"

    def _put_down(self) -> None:
        if self._view.text.editing:
            self._live.keep_draft(self._draft, self._view.text.toPlainText())

    def _reword(self, text: str) -> None:
        """Keep other words; what the disk did not take stays open."""
        live, session, before = self._live, self._live.session, self._live.state
        verb = session.change_note if self.item.of in before.notes else session.amend
        live.attempt(verb, self.item.of, **{self._view.look.field: text})
        if live.state is before:
            self._view.text.edit(text)
