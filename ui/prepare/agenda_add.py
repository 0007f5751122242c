"""The line that adds a part: "Break 10m"; it says how it understands what is typed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from facilitator.room.kinds import KINDS
from facilitator.room.typed_part import USUAL, typed_part
from ui.widgets.hint import Hint
from ui.widgets.line import Line
from ui.words import minutes


class AddPart(QWidget):
    typed = Signal(str, object)  # a part, and the one it goes in front of: None is the end
    left = Signal()  # back up to the rows

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = Line(
            self.tr("Add a part"), self.tr("Add a part: “Break 10m” or “Small groups 1:30”"), self
        )
        self.hint = Hint(self)
        self._start, self._before = "", ""
        layout = QHBoxLayout(self)
        layout.setContentsMargins(36, 8, 20, 8)
        layout.setSpacing(8)
        layout.addWidget(self.line, 1)
        layout.addWidget(self.hint)
        self.line.returnPressed.connect(self._enter)
        self.line.textChanged.connect(self._read)
        self.line.left.connect(self._leave)
        self.line.erased.connect(self._leave)
        self.line.walked.connect(lambda step: self._leave() if step < 0 else None)
        self._mark("")

    def show_start(self, start: str) -> None:
        """Know when the session begins, for a part that is to begin "at 7"."""
        self._start = start

    def take(self) -> None:
        """Take the keys, for parts at the end."""
        self._before = ""
        self._mark("")
        self.line.setFocus()

    def take_after(self, title: str, before: str) -> None:
        """Take the keys, for parts between one and another."""
        self.take()
        if before:
            self._before = before
            self._mark(self.tr("after {0}").format(title[:24]))

    def keep(self, words: str) -> None:
        """Give back what was typed and could not be taken."""
        self.line.setText(words)

    def _mark(self, asked: str) -> None:
        self.line.show_marks("plus", asked)

    def _leave(self) -> None:
        self._before = ""
        self._mark("")
        self.left.emit()

    def _enter(self) -> None:
        words = self.line.take()
        if words.strip():
            self.typed.emit(words, self._before or None)
        else:
            self._leave()

    def _read(self, words: str) -> None:
        """Say what it would become."""
        if not words.strip():
            self.hint.say("")
            return
        part = typed_part(words, self._start)
        said = [self.tr(KINDS[part.kind])]
        said.append(minutes(USUAL if part.length is None else part.length))
        if part.fixed_start:
            said.append(self.tr("at {0}").format(part.fixed_start))
        self.hint.say(", ".join(said))
