"""The notices: what the room must be told beforehand, each in words that may be changed."""

from collections.abc import Mapping
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from facilitator.room.ground_rules import notices
from ui.style import font
from ui.widgets.line import Line
from ui.widgets.rolling import hold
from ui.widgets.text_box import TextBox
from ui.widgets.tick import Tick

OWN = "own"  # begins the code of a notice in the city's own words
SPARE = 18  # px of a box that its lines do not take


class NoticesPane(QScrollArea):
    changed = Signal(object)  # all notices, by their codes
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notices: dict[str, str] = {}
        self._inside = QWidget(self)
        self._layout = QVBoxLayout(self._inside)
        self.parts: dict[str, NoticePart] = {}
        self.line = Line(self.tr("Add a notice"), self.tr("In your own words, then Enter"), self)
        self.line.show_marks("plus")
        self._lay_out()
        for code, notice in notices().items():
            self._part(code, notice.name)
        self.line.returnPressed.connect(self._add)
        self.line.left.connect(self.left)

    def _lay_out(self) -> None:
        title = QLabel(self.tr("Notices"), self._inside)
        title.setFont(font(18, bold=True))
        about = QLabel(
            self.tr(
                "What you tick is shown to the room before the start and while rules are agreed"
                " on, and printed in the summary. Examples, not legal advice: have your city"
                " attorney read them."
            ),
            self._inside,
        )
        about.setObjectName("second")
        about.setWordWrap(True)
        self._layout.setContentsMargins(20, 18, 20, 20)
        self._layout.setSpacing(4)
        self._layout.addWidget(title)
        self._layout.addWidget(about)
        self._layout.addSpacing(8)
        self._layout.addWidget(self.line)
        self._layout.addStretch(1)
        hold(self, self._inside)

    def show_notices(self, chosen: Mapping[str, str]) -> None:
        self._notices = dict(chosen)
        for code in [code for code in self.parts if code not in (*notices(), *chosen)]:
            part = self.parts.pop(code)
            if part.tick.hasFocus() or part.box.hasFocus():
                self.line.setFocus()
            part.hide()
            part.deleteLater()
        for code in (code for code in chosen if code not in self.parts):
            self._part(code, self.tr("In your own words"))
        for code, part in self.parts.items():
            part.show_text(chosen.get(code))

    def _part(self, code: str, name: str) -> None:
        before = list(self.parts.values())[-1:]
        part = self.parts[code] = NoticePart(name, self._inside)
        self._layout.insertWidget(self._layout.indexOf(self.line), part)
        part.show()
        order = [*(one.box for one in before), part.tick, part.box, self.line]
        for widget, following in pairwise(order):
            self.setTabOrder(widget, following)
        part.tick.chosen.connect(lambda on: self._choose(code, on))
        part.said.connect(lambda text: self._say(code, text))
        part.left.connect(self.left)

    def _choose(self, code: str, on: bool) -> None:
        self._say(code, notices()[code].text if on else "")

    def _say(self, code: str, text: str) -> None:
        """Keep the words of a notice; nothing takes it away."""
        new = {**self._notices, code: text}
        new = {one: words for one, words in new.items() if words.strip()}
        if new != self._notices:
            self.changed.emit(new)

    def _add(self) -> None:
        words = self.line.text().strip()
        if words:
            codes = (f"{OWN} {n}" for n in range(1, len(self._notices) + 2))
            code = next(code for code in codes if code not in self._notices)
            self._say(code, words)
            if code in self._notices:  # else the disk did not take it
                self.line.take()


class NoticePart(QWidget):
    """One notice: a box to tick, and its words while it is ticked."""

    said = Signal(str)
    left = Signal()

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._text = ""
        self.tick, self.box = Tick(name, self), TextBox(name, 2, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 8)
        layout.setSpacing(2)
        layout.addWidget(self.tick)
        layout.addWidget(self.box)
        self.box.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.box.textChanged.connect(self._make_room)
        self.box.exited.connect(self._keep)
        self.box.finished.connect(self._keep)
        self.box.left.connect(self._leave)
        self.tick.left.connect(self.left)

    def show_text(self, text: str | None) -> None:
        """Show the words of a notice that is told, or that it is not; words being typed stay."""
        had_keys = self.box.hasFocus() and text is None
        typed = self.box.hasFocus() and self.box.toPlainText() != self._text
        self._text = text or ""
        self.tick.show_value(text is not None)
        self.box.setVisible(text is not None)
        if self.box.toPlainText() != self._text and (text is None or not typed):
            self.box.setPlainText(self._text)
        if had_keys:
            self.tick.setFocus()

    def _keep(self) -> None:
        text = self.box.toPlainText().strip()
        if text != self._text:
            self.said.emit(text)

    def _leave(self) -> None:
        self._keep()
        self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Let the box be as high as its words."""
        lines = max(1, round(self.box.document().size().height()))
        self.box.setFixedHeight(lines * self.box.fontMetrics().lineSpacing() + SPARE)
