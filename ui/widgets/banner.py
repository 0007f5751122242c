"""A strip in the flow of the window that says one thing, or asks one; never on top of anything."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QWidget

from ui.style import font, picture
from ui.widgets.button import Button
from ui.widgets.keys import give_keys

Act = Callable[[], object]


class Words(NamedTuple):
    """What a banner says, what its buttons say and do, and what closing it does."""

    text: str
    buttons: tuple[tuple[str, Act], ...] = ()
    closed: Act = lambda: None


class Banner(QFrame):
    told = Signal(str)  # what it says from now on, or nothing

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.setMinimumHeight(52)
        sign = QLabel(self)
        sign.setPixmap(picture("circle-alert", "warn", 18))
        self.text = QLabel(self)
        self.text.setFont(font(14))
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.RichText)
        self.buttons = (Button("", self), Button("", self))
        self.close_button = Button(self.tr("Close"), self)
        for place, button in enumerate(self.buttons):
            button.clicked.connect(lambda _=False, place=place: self._press(place))
        self.close_button.clicked.connect(self.leave)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 8, 16, 8)
        layout.setSpacing(12)
        layout.addWidget(sign)
        layout.addWidget(self.text, 1)
        for button in (*self.buttons, self.close_button):
            layout.addWidget(button)
        self._said: Words | None = None
        self._asked: dict[str, Words] = {}  # by what they are about, the oldest first
        self._before: QWidget | None = None
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow_keys)
        self.hide()

    def say(
        self, text: str, button: str = "", act: Act = lambda: None, *more: tuple[str, Act]
    ) -> None:
        """Show a sentence until the next act, and at most two buttons that do something."""
        self._said = Words(text, ((button, act), *more) if button else ())
        self._show()

    def ask(self, about: str, question: str, *answers: tuple[str, Act]) -> None:
        """Ask something that stays until it is answered; Escape gives the first answer.

        Two questions come one after the other; a new one about the same takes its place.
        """
        self._asked[about] = Words(question, answers, answers[0][1])
        self._show()

    def withdraw(self, about: str) -> None:
        """Ask no more: the question has gone by itself."""
        if self._asked.pop(about, None) is not None:
            self._show()

    def acted(self) -> None:
        """Hear that something was done: what was said is over, what was asked is not."""
        if self._said is not None:
            self._said = None
            self._show()

    def drop(self) -> None:
        """Go without a word: what it was about is over."""
        self._said = self._before = None
        self._asked.clear()
        self.hide()
        self.told.emit("")

    def leave(self) -> None:
        """Go, and give the keys back to where they were."""
        if self._words is not None:
            self._answer(self._words.closed)

    @property
    def _words(self) -> Words | None:
        return self._said or next(iter(self._asked.values()), None)

    def _press(self, place: int) -> None:
        if self._words is not None:
            self._answer(self._words.buttons[place][1])

    def _answer(self, act: Act) -> None:
        if self._said is not None:
            self._said = None
        else:
            self._asked.pop(next(iter(self._asked)))
        self._show()
        act()

    def _show(self) -> None:
        words = self._words
        if words is None:
            had_keys = self._holds(QApplication.focusWidget())
            self.hide()
            if had_keys:
                give_keys(self._before)
            self.told.emit("")
            return
        self.text.setText(_marked(words.text))
        self.setAccessibleName(words.text)
        self.close_button.setVisible(words is self._said)  # a question has its answers
        for place, button in enumerate(self.buttons):
            button.setVisible(place < len(words.buttons))
            if place < len(words.buttons):
                button.say(words.buttons[place][0])
        self.show()
        self.told.emit(words.text)

    def _follow_keys(self, old: QWidget | None, new: QWidget | None) -> None:
        """Remember where the keys came from."""
        if self._holds(new) and not self._holds(old):
            self._before = old

    def _holds(self, widget: QWidget | None) -> bool:
        return widget is not None and self.isAncestorOf(widget)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)


def _marked(text: str) -> str:
    """Return words with the first of several sentences in bold."""
    from html import escape  # slow: Home shows before anything is said

    first, stop, rest = text.partition(". ")
    return f"<b>{escape(first)}.</b> {escape(rest)}" if stop else escape(text)
