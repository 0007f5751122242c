"""Who answers for a promise: letters find people and bodies, or it stays as it is typed."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from facilitator.room.commitments import Commitment
from facilitator.room.promise_rules import PUBLISH
from ui.live import Live
from ui.meeting.completing import Offers
from ui.meeting.mentioned import Mentioned
from ui.meeting.promise_fields import Changes, WordsField
from ui.meeting.promises_pane import ASKED
from ui.widgets.rows import Row

_WALKS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class OwnerField(WordsField):
    """The row that is picked is the one that Enter and Tab take; Escape closes the list first."""

    def __init__(self, label: str, live: Live, host: QWidget, parent: QWidget) -> None:
        """Let the list of people and bodies float in the host."""
        super().__init__("owner", label, live, parent)
        self._known = Mentioned(live)
        self.offers = Offers(self.tr("People and bodies"), self, host)
        self.offers.taken.connect(self._take)

    def _remark(self, promise: Commitment) -> None:
        missing = "owner" in promise.gaps
        self.hint.say(self.tr(ASKED["owner"]) if missing else "", missing)

    def _changes(self, words: str) -> Changes | None:
        """Return the owner, and for somebody on the list who it is and where they belong."""
        name = (self.offers.isVisible() and self.offers.list.current) or words
        person = self._live.state.people.get(self._known.person(name)) if name else None
        if person is not None and person.name == name:
            found = {"owner": name, "person": person.id, "organisation": person.organisation}
            chosen = self._promise.publish != PUBLISH[2]
            return found if chosen else {**found, "publish": person.agreed}
        if name == self._promise.owner:
            return {}
        return {"owner": name, "person": "", "organisation": ""}

    def _on_typed(self, text: str) -> None:
        """Offer who may be meant; one who is meant for sure is picked, else the words as typed."""
        super()._on_typed(text)
        words = text.strip()
        self.hint.say("")
        rows = self._known.rows("@", words)[:4] if words else []
        as_typed = Row("", self.tr("{0}, as typed").format(words), ("", words, self.tr("as typed")))
        self.offers.offer([*rows, as_typed] if rows else [])
        sure = self._known.owner(words)
        keys = [row.key for row in rows]
        self.offers.list.go_to(keys.index(sure) if sure in keys else len(rows))

    def _take(self, name: str) -> None:
        self.setText(name)
        self._enter()

    def save(self) -> bool:
        kept = super().save()
        self.offers.hide()
        return kept

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, offers = Qt.Key(event.key()), self.offers
        if not offers.isVisible() or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in _WALKS:
            offers.list.walk(_WALKS[key])
        elif key == Qt.Key.Key_Escape:
            offers.hide()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.offers.hide()
