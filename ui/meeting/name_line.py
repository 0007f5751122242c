"""The name line: a few letters find a name, and Enter does what the line is asked for."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.live import Live
from ui.meeting.asking import Asking, Questions, paint_found
from ui.meeting.kinds import ASKED, PLAIN
from ui.widgets.keys import give_keys
from ui.widgets.line import Line
from ui.widgets.rows import Rows

ASKED_FOR = {"?": "clarifying_question", "!": "point_of_process"}  # typed before the letters


class NameLine(Line):
    searched = Signal()  # something else is found, or nothing any more
    answered = Signal(str)  # the code of the question

    def __init__(self, live: Live, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.questions = Questions(live, self)
        self.asking: Asking = self.questions.speaker()
        self._back: QWidget | None = None  # what had the keys before the line was asked
        self.setToolTip(self.tr("? before the name: a clarifying question. !: a point of process."))
        self.found = Rows(self.tr("People found"), 40, paint_found, parent)
        self.found.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.textEdited.connect(self._search)
        self.returnPressed.connect(self._enter)
        self.found.clicked.connect(lambda index: self._enter())
        for away in (self.erased, self.left):
            away.connect(self.reset)
        self.reset()

    def ask(self, code: str) -> None:
        """Ask for a name; letters that are typed already stay."""
        typed = self.text() if self.asking.code in ASKED else ""
        stays = self.hasFocus() and code != PLAIN
        self._begin(self.questions.speaker(code), typed)
        self.setFocus()
        if not stays:
            self.selectAll()

    def ask_about(self, asking: Asking) -> None:
        """Ask something else; the keys go back to where they were once it is answered."""
        before = self.window().focusWidget()
        self._begin(asking)
        self._back = None if before is self else before
        self.setFocus()
        self.selectAll()

    def reset(self) -> None:
        """Ask who wants to speak, as always."""
        self._begin(self.questions.speaker())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.reset()  # what was typed goes first
        else:
            super().keyPressEvent(event)

    def _begin(self, asking: Asking, typed: str = "") -> None:
        self.asking, self._back = asking, None
        plain = asking.code == PLAIN
        self.show_marks(asking.sign, asking.words, "Ctrl+A" if plain else "")
        self.setPlaceholderText(asking.hint)
        self.setAccessibleName(self.tr("Add a speaker") if plain else asking.hint)
        self.setText(typed or asking.typed)
        self._find(self.text())

    def _search(self, letters: str) -> None:
        code = ASKED_FOR.get(letters.lstrip()[:1], "")
        if code and self.asking.code == PLAIN:
            self._begin(self.questions.speaker(code), letters.lstrip()[1:])
        else:
            self._find(letters)

    def _find(self, letters: str) -> None:
        typed = " ".join(letters.split())
        self.found.show_rows(self.asking.found(typed) if typed else [])
        self.found.go_to(0)
        self.searched.emit()

    def _enter(self) -> None:
        """Take what the list points at and what was typed for an answer."""
        code, back = self.asking.code, self._back
        if self.asking.take(self.found.current, " ".join(self.text().split())):
            self.reset()
            if back is not None and not give_keys(back):
                self.left.emit()
            self.answered.emit(code)
