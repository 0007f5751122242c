"""A line each for who and by when, where a promise lacks them: it may be filled, it need not."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.room.commitments import Commitment
from ui.live import Live
from ui.meeting.owner_field import OwnerField
from ui.meeting.promise_fields import BESIDE, DayField, WordsField, cell, keep

PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
ARROWS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PromiseGaps(QWidget):
    finished = Signal()  # Enter, with nothing typed that is not kept
    stepped = Signal(int)
    left = Signal()

    def __init__(self, live: Live, page: QWidget) -> None:
        """Make the lines of a page; it gets the keys once nothing is missing."""
        super().__init__(page)
        self._page, self._promise = page, Commitment("", 0, "pledge", "")
        self._fields: dict[str, WordsField] = {
            "owner": OwnerField(self.tr("Who answers for it?"), live, page, self),
            "due": DayField("due", self.tr("By when?"), live, self),
        }
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 0, 16, 0)
        layout.setSpacing(4)
        for field in self._fields.values():
            field.keep = lambda changes: keep(live, self._promise.id, changes)
            field.setPlaceholderText(field.accessibleName())
            field.hint.setMinimumWidth(BESIDE)
            field.installEventFilter(self)
            field.left.connect(self.left)
            layout.addLayout(cell(field))

    @property
    def first(self) -> WordsField | None:
        """Return the line for the first of what is missing."""
        gaps = () if self.isHidden() else self._promise.gaps
        return self._fields[gaps[0]] if gaps else None

    def show_promise(self, promise: Commitment) -> None:
        """Show a line for each of who and by when that is missing."""
        had_keys = any(field.hasFocus() for field in self._fields.values())
        self._promise = promise
        if had_keys:
            (self.first or self._page).setFocus()
        for name, field in self._fields.items():
            field.show_promise(promise)
            field.setVisible(name in promise.gaps)
            if name not in promise.gaps:
                field.hint.say("")
        self.setVisible(bool(promise.gaps))

    def save(self) -> bool:
        """Keep what is typed; say whether nothing is left that is not kept."""
        kept = [field.save() for field in self._fields.values()]
        return all(kept)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Enter save first, and the next one confirm; let the keys that step step."""
        return isinstance(watched, WordsField) and self._takes(watched, event)

    def _takes(self, field: WordsField, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        key = Qt.Key(event.key())
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and key in ENTER:
            if field.typed:
                field.save()
            elif not event.isAutoRepeat():  # one yes, one promise
                self.finished.emit()
            return True
        steps = PAGES if field.text() else PAGES | ARROWS
        if plain and key in steps:
            self.stepped.emit(steps[key])
        return plain and key in steps
