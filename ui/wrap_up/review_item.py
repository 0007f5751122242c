"""One thing to settle, large: the words, whose they are, what comes of them, what may be done."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from facilitator.log.state import State
from facilitator.publish.look import Look
from facilitator.publish.review import COUNT, Item
from ui.live import Live
from ui.widgets.button import Button
from ui.widgets.flow import Flow
from ui.widgets.prose import Prose
from ui.words import time_of_day
from ui.wrap_up.review_acts import CHOICES, words_of
from ui.wrap_up.review_lines import HeadLines, Lines, PromiseLines, ReaderLines
from ui.wrap_up.review_rows import INSET, MetaLine
from ui.wrap_up.review_text import Passage

_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


class ItemView(QFrame):
    chose = Signal(str)  # the code of a choice
    reworded = Signal(str)
    finished = Signal()  # Enter behind the last line
    left = Signal()  # Escape in something that was typed in

    def __init__(self, live: Live, host: QWidget) -> None:
        super().__init__(host)
        self.setObjectName("paper")
        self._live, self._host = live, host
        self.look = Look()
        self._lines: dict[str, Lines] = {}
        self.meta, self.text = MetaLine(self), Passage(self)
        self.said, self.becomes = Prose(13, tint="ink2", parent=self), Prose(13, parent=self)
        self.buttons: dict[str, Button] = {}
        self.row = Flow(self)
        self.text.reworded.connect(self.reworded)
        self.text.ended.connect(self.left)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(INSET, 8, INSET, 16)
        self._column.setSpacing(8)
        for part in (self.meta, self.text, self.said, self.row, self.becomes):
            self._column.addWidget(part)

    @property
    def words(self) -> str:
        """Return all that is said, as a screen reader reads it."""
        shown = (self.meta.words, self.look.words, self.said.text, self.becomes.text)
        return ". ".join(part.rstrip(".") for part in shown if part)

    @property
    def choices(self) -> dict[str, str]:
        """Return the codes of what may be decided here, by their keys."""
        return {CHOICES[code].key: code for code in self.look.choices}

    @property
    def lines(self) -> Lines | None:
        """Return the lines that show, if any do."""
        shown = (lines for lines in self._lines.values() if not lines.isHidden())
        return next(shown, None)

    def show_item(self, item: Item, look: Look, state: State, place: str) -> None:
        """Show what is known of an item; `place` says which of how many it is."""
        self.look = look
        time = "" if look.at is None else time_of_day(state.meeting, look.at)
        self.meta.show_line(look, time, place)
        self.text.show_text(look.words, look.marks)
        self.said.say(look.said)
        self.becomes.say(look.becomes)
        self._show_lines(item, look, state)
        self._show_buttons(item, look)

    def _show_buttons(self, item: Item, look: Look) -> None:
        """Show a button for each choice, in their order, those that hold already as chosen."""
        known, self.buttons = self.buttons, {}
        for code in look.choices:
            words = words_of(code, item, look)
            button = known.get(code)
            if button is None or button.accessibleName() != words:
                button = _Decision(words, self.row, CHOICES[code].key)
                button.clicked.connect(lambda _=False, code=code: self.chose.emit(code))
            button.setChecked(code in look.chosen)
            self.buttons[code] = button
        self.row.show_parts(list(self.buttons.values()))

    def _show_lines(self, item: Item, look: Look, state: State) -> None:
        about = "heads" if item.id == COUNT else "promise" if item.of else "reader"
        name = about if look.lines else ""
        if name and name not in self._lines:
            self._lines[name] = self._made(name)
        for one, lines in self._lines.items():
            lines.setVisible(one == name)
        shown = self._lines.get(name)
        if isinstance(shown, PromiseLines):
            shown.show_promise(state.commitments[item.of], look.lines)
        elif isinstance(shown, ReaderLines | HeadLines):
            shown.show_meeting(state.meeting, look.lines)

    def _made(self, name: str) -> Lines:
        lines: Lines
        if name == "promise":
            lines = PromiseLines(self._live, self._host, self)
        elif name == "heads":
            lines = HeadLines(self._live, self)
        else:
            lines = ReaderLines(self._live, self)
        lines.left.connect(self.left)
        lines.finished.connect(self.finished)
        self._column.insertWidget(self._column.indexOf(self.row), lines)
        return lines

    def go_in(self) -> None:
        """Take the keys to the first line to type in, else to the first button."""
        if self.isHidden():  # the heap has nothing to decide in it
            return
        if self.lines is not None:
            self.lines.go_in()
        else:
            for button in list(self.buttons.values())[:1]:
                button.setFocus(Qt.FocusReason.TabFocusReason)

    def limit(self, most: Callable[[], int]) -> None:
        """Let the words take so many px at most, and scroll beyond that."""
        self.text.most = most


class _Decision(Button):
    """A button whose arrows and letters belong to the review around it."""

    def __init__(self, words: str, parent: QWidget, key: str) -> None:
        super().__init__(words, parent, key=key, height=32)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def nextCheckState(self) -> None:  # noqa: N802  # Qt’s own
        """Stay as it is: what is decided shows once it is on disk."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)
