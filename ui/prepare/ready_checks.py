"""What is still to do before the session and what is in order, each in a sentence."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from facilitator.preflight import Finding
from ui.prepare.prepare_place import TABS
from ui.style import font, picture
from ui.widgets.button import Button
from ui.widgets.prose import Prose

HIGH, NAME, SIGN, MARGIN = 44, 112, 18, 20  # px
Key = tuple[str, str, int]  # what the row is about, where it is mended, which of several


class Checks(QFrame):
    """Rows under two headings; a row that can be mended elsewhere has a button that leads there."""

    asked = Signal(str)  # a tab of Prepare

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("paper")
        self.rows: list[CheckRow] = []  # as they stand
        self.title = Prose(26, bold=True, parent=self)
        self.told = Prose(14, tint="ink2", parent=self)
        self.todo, self.good = self._heading(self.tr("To do")), self._heading(self.tr("In order"))
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, 13, MARGIN, 16)
        layout.setSpacing(4)
        layout.addWidget(self.title)
        layout.addWidget(self.told)
        layout.addLayout(self._list)
        layout.addStretch(1)

    def _heading(self, words: str) -> QLabel:
        label = QLabel(words, self)
        label.setFont(font(14, bold=True))
        label.setContentsMargins(0, 16, 0, 6)
        return label

    def show_findings(self, found: Sequence[Finding]) -> None:
        """Show what is to do before what is in order; a row that stays keeps the keys."""
        known = {row.key: row for row in self.rows}
        rows: list[CheckRow] = []
        for one in sorted(found, key=lambda one: one.good):
            key = one.name, one.tab, sum(row.key[0] == one.name for row in rows)
            rows.append(known.pop(key) if key in known else self._row(key))
            rows[-1].show_finding(one)
        self.rows = rows
        self._place(sum(not one.good for one in found))
        for row in known.values():
            row.hide()
            row.deleteLater()

    def _row(self, key: Key) -> "CheckRow":
        row = CheckRow(key, self)
        row.button.clicked.connect(lambda: self.asked.emit(key[1]))
        return row

    def _place(self, todo: int) -> None:
        """Set the rows under their headings; a heading with nothing under it goes."""
        wanted: list[QWidget] = [self.todo, *self.rows[:todo], self.good, *self.rows[todo:]]
        for place, widget in enumerate(wanted):
            self._list.insertWidget(place, widget)
            widget.show()
        self.todo.setVisible(todo > 0)
        self.good.setVisible(todo < len(self.rows))

    @property
    def buttons(self) -> list[Button]:
        """Return the buttons that show, in their order."""
        return [row.button for row in self.rows if row.key[1]]


class CheckRow(QFrame):
    def __init__(self, key: Key, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self.setObjectName("head")
        self.setMinimumHeight(HIGH)
        self.sign, self.name = QLabel(self), QLabel(key[0], self)
        self.name.setFont(font(14, bold=True))
        self.name.setFixedWidth(NAME)
        self.words = Prose(14, parent=self)
        leads = f"Alt+{TABS.index(key[1]) + 1}" if key[1] in TABS else ""
        self.button = Button(self.tr("Go there"), self, height=32, key=leads)
        self.button.setAccessibleName(self.tr("Go to {0}").format(key[1]))
        self.button.setVisible(bool(key[1]))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 5, 0, 5)
        layout.setSpacing(10)
        middle = Qt.AlignmentFlag.AlignVCenter
        for part in (self.sign, self.name):
            layout.addWidget(part, 0, middle)
        layout.addWidget(self.words, 1, middle)
        layout.addWidget(self.button, 0, middle)

    def show_finding(self, one: Finding) -> None:
        state = self.tr("In order") if one.good else self.tr("To do")
        self.setAccessibleName(f"{state}: {one.name}. {one.words}")
        sign = ("check", "ok") if one.good else ("circle-alert", "warn")
        self.sign.setPixmap(picture(*sign, SIGN))
        self.words.say(one.words)
