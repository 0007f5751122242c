"""The line beneath the table: how many seats the group that the keys are on should have."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from facilitator.figures.big_table import MOST, Place
from facilitator.room.groups import code_of, label
from ui.style import font, icon
from ui.widgets.button import Button
from ui.widgets.hint import Hint
from ui.widgets.ink import isolated, tip
from ui.widgets.line import Line
from ui.widgets.page_head import flat_button

MOST_SAID, BESIDE = 300, 496  # px: of the words, and what stands beside them


class Number(Line):
    """A line for a whole number; it is kept on Enter, or when the keys leave it."""

    kept = Signal(object)  # a number of seats, or None: not said
    finished = Signal()  # Enter

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, "", parent)
        self.setFixedWidth(64)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.hint = Hint(parent)
        self._typed = False
        self.textEdited.connect(self._on_typed)
        self.returnPressed.connect(self._enter)

    def show_seats(self, place: Place) -> None:
        """Show the seats that are wanted, or in grey those that are kept without a wish."""
        self._typed = False
        self.hint.say("")
        self.setPlaceholderText(str(place.seats))
        self.setText("" if place.wanted is None else str(place.wanted))

    def begin(self, text: str = "") -> None:
        """Take the keys, with a first digit typed or the old number chosen."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.selectAll()
        if text:
            self.insert(text)
            self._typed = True

    def save(self) -> bool:
        """Keep what was typed; say whether it was a number."""
        if not self._typed:
            return True
        words = self.text().strip()
        if words and not words.isdecimal():
            self.hint.say(self.tr("a whole number"), missing=True)
            return False
        self._typed = False
        self.kept.emit(None if not words else MOST if len(words) > 4 else int(words))
        return True

    def _on_typed(self) -> None:
        self._typed = True
        self.hint.say("")

    def _enter(self) -> None:
        if self.save():
            self.finished.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.save()


class SeatsBar(QFrame):
    wanted = Signal(str, object)  # the seats for a group; None: not said
    invited = Signal(str)
    added = Signal(str, object)  # a group, and its seats if a number was typed
    left = Signal()  # back to the table

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place = Place("")
        self.name = QLabel(self)
        self.name.setFont(font(14))
        self.name.setTextFormat(Qt.TextFormat.PlainText)
        self.number = Number(self.tr("Seats wanted"), self)
        self.less = flat_button("minus", self.tr("One seat less"), self)
        self.more = flat_button("plus", self.tr("One seat more"), self)
        self.invite = Button(
            self.tr("Invite"), self, icon("user-round-plus", "ink", 18), key="Return"
        )
        self.add = Line(self.tr("Add a group"), self.tr("Add a group: Resident 30"), self)
        self.add.show_marks("plus")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.name.setMinimumWidth(40)
        self.add.setMinimumWidth(160)
        self.add.setMaximumWidth(260)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 4, 20, 8)
        layout.setSpacing(8)
        layout.addWidget(self.name)
        for widget in (self.less, self.number, self.more, self.number.hint, self.invite):
            layout.addWidget(widget)
        layout.addStretch(1)
        layout.addWidget(self.add, 2)

    def _connect(self) -> None:
        self.less.clicked.connect(lambda: self.step(-1))
        self.more.clicked.connect(lambda: self.step(1))
        self.invite.clicked.connect(lambda: self.invited.emit(self.place.code))
        self.number.kept.connect(lambda seats: self.wanted.emit(self.place.code, seats))
        self.number.finished.connect(self.left)
        self.number.walked.connect(lambda by: self.step(-by))
        self.number.left.connect(self._give_up)
        self.add.returnPressed.connect(self._add)
        self.add.left.connect(self.left)

    def show_place(self, place: Place) -> None:
        """Show the seats of another group, or others of the same; a half-typed number stays."""
        if place != self.place:
            self.number.save()
            self.place = place
            self.number.show_seats(place)
        name = label(place.code)
        self.number.setAccessibleName(self.tr("Seats wanted: {0}").format(name))
        self._say()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._say()

    def _say(self) -> None:
        """Say whose seats these are, as far as there is room."""
        told = self.tr("Seats for {0}").format(isolated(label(self.place.code)))
        room = max(60, min(MOST_SAID, self.width() - BESIDE))
        elided = self.name.fontMetrics().elidedText(told, Qt.TextElideMode.ElideRight, room)
        self.name.setText(elided)
        self.name.setToolTip("" if elided == told else tip(told))

    def step(self, by: int) -> None:
        """Want one seat more or less than there are."""
        seats = max(0, self.place.seats + by)
        if seats != self.place.wanted:
            self.wanted.emit(self.place.code, seats)

    def _give_up(self) -> None:
        self.number.show_seats(self.place)
        self.left.emit()

    def _add(self) -> None:
        """Give a group a place: its name, and how many seats if that is said too."""
        words, _, last = self.add.text().strip().rpartition(" ")
        counted = bool(words) and last.isdecimal()
        code = code_of(words if counted else self.add.text())
        if code:
            self.add.take()
            seats = (MOST if len(last) > 4 else int(last)) if counted else None
            self.added.emit(code, seats)
