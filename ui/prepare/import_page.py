"""A list from elsewhere before it is taken in: its columns, its people, and what does not fit."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from facilitator.intake import Columns, Proposal, Sheet, guess, propose
from facilitator.log.state import State
from ui.live import Live
from ui.prepare.import_choices import Choices
from ui.prepare.import_columns import HEIGHT, ColumnsList
from ui.prepare.import_head import ImportHead
from ui.prepare.import_rows import KINDS, ImportRows, counted, rows_of
from ui.widgets.button import Button
from ui.widgets.foot import Foot

if TYPE_CHECKING:
    from facilitator.record.earlier import Earlier

AT_ONCE = 10  # ms of work between two looks at the keys
WIDE, TALL, BESIDE = 880, 420, 440  # px: when lists stand side by side; the columns
WORDS = {
    "fresh": ("{0} new", "Nobody new", "Rows that are people show here"),
    "doubles": ("{0} may be there", "None there already", "Nobody is on the list already"),
    "misfits": ("{0} do not fit", "All fit", "Every row is a person"),
}


class ImportPage(QWidget):
    imported = Signal(int)  # how many people
    left = Signal()

    def __init__(
        self, live: Live, sheet: Sheet, earlier: "list[Earlier]", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._live, self._sheet, self._earlier = live, sheet, earlier
        self._columns, self._people = guess(sheet), live.state.people
        self._proposal = Proposal()
        self._steps: Iterator[int | Proposal] = iter(())
        self._taking = False
        self._choices = Choices()
        self.kind = KINDS[0]
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)
        self.head = ImportHead(self)
        self.columns = ColumnsList(self)
        self.tabs = {kind: Button("", self, height=40) for kind in KINDS}
        self.list = ImportRows(self.tr("Rows"), self)
        self.foot = Foot(_KEYS, self)
        self._rule = QFrame(self)
        self._rule.setObjectName("rule")
        self._rule.setFixedWidth(1)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        tabs = QHBoxLayout()
        tabs.setContentsMargins(7, 0, 7, 0)
        tabs.setSpacing(0)
        for button in self.tabs.values():
            button.setObjectName("tab")
            button.setCheckable(True)
            tabs.addWidget(button)
        tabs.addStretch(1)
        beside = QWidget(self)
        beside.setObjectName("paper")
        beside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        rows = QVBoxLayout(beside)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        line = QFrame(beside)
        line.setObjectName("rule")
        line.setFixedHeight(1)
        rows.addLayout(tabs)
        rows.addWidget(line)
        rows.addWidget(self.list, 1)
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._both.setSpacing(0)
        self._both.addWidget(self.columns)
        self._both.addWidget(self._rule)
        self._both.addWidget(beside, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addLayout(self._both, 1)
        layout.addWidget(self.foot)

    def _connect(self) -> None:
        self.columns.changed.connect(self._change_columns)
        self.columns.chosen.connect(lambda _: self._to_rows())
        self.list.chosen.connect(lambda _: self.head.take.setFocus())
        self.list.ticked.connect(self._tick)
        self.list.same_said.connect(self._say_same)
        for kind, button in self.tabs.items():
            button.clicked.connect(lambda _, kind=kind: self.show_kind(kind))
        self.head.leave.clicked.connect(self.left)
        self.head.take.clicked.connect(self._take_in)
        for part in (self.columns, self.list):
            part.left.connect(self.left)

    # The rows are looked at bit by bit, so that the keys are heard meanwhile

    def begin(self) -> None:
        """Look at the list, with the keys on its columns."""
        self.head.title.setText(self._sheet.name or self.tr("Pasted rows"))
        self.columns.show_columns(self._sheet, self._columns)
        self.columns.go_to(0)
        self.columns.setFocus()
        self._look()

    @property
    def busy(self) -> bool:
        """Say whether not all rows were looked at yet."""
        return self._timer.isActive()

    def stop(self) -> None:
        self._timer.stop()

    def follow(self, state: State) -> None:
        """Look again if other people are there than before."""
        if state.people is not self._people and not self._taking:
            self._people = state.people
            self._look()

    def _look(self) -> None:
        self._steps = propose(self._sheet, self._columns, self._people, self._earlier)
        self._show_progress(0)
        self._timer.start(0)

    def _go_on(self) -> None:
        watch, step = QElapsedTimer(), None
        watch.start()
        while watch.elapsed() < AT_ONCE and not isinstance(step, Proposal):
            step = next(self._steps)
        if isinstance(step, Proposal):
            self._timer.stop()
            self._proposal = step
            self._show()
        elif step is not None:
            self._show_progress(step)

    def _show_progress(self, done: int) -> None:
        self.head.show_progress(done, len(self._columns.people(self._sheet)))

    # What shows

    def show_kind(self, kind: str) -> None:
        self.kind = kind
        self._show()
        self.list.go_to(0)

    def _show(self) -> None:
        wanted, counts = self._choices.wanted(self._proposal), counted(self._proposal)
        for kind, button in self.tabs.items():
            some, none, _ = WORDS[kind]
            count = counts[kind]
            button.say(self.tr(some).format(f"{count:,}") if count else self.tr(none))
            button.setChecked(kind == self.kind)
        self.list.empty = self.tr(WORDS[self.kind][2]), "", 20
        self.list.show_rows(rows_of(self._proposal, self.kind, wanted, self._choices.same))
        head = self._columns.head
        number = self._sheet.lines[head - 1].number if head else 0
        self.head.sum_up(len(wanted), sum(counts.values()), number)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide, way = self.width() >= WIDE, QBoxLayout.Direction
        self._both.setDirection(way.LeftToRight if wide else way.TopToBottom)
        self.columns.setMaximumWidth(BESIDE if wide else 16777215)
        self.columns.setMinimumWidth(BESIDE if wide else 0)
        self.columns.setMaximumHeight(16777215 if wide else 2 * HEIGHT)
        self._rule.setVisible(wide)
        self.foot.setVisible(self.height() >= TALL)

    # Hands on it

    def _change_columns(self, columns: Columns) -> None:
        self._columns = columns
        self._look()

    def _tick(self, number: int) -> None:
        self._choices.said[number] = number not in self._choices.wanted(self._proposal)
        self._show()

    def _say_same(self, number: int, same: bool) -> None:
        self._choices.same[number] = same
        self._show()

    def _to_rows(self) -> None:
        if self.list.rows:
            self.list.go_to(max(0, self.list.currentIndex().row()))
            self.list.setFocus()
        else:
            self.head.take.setFocus()

    def _take_in(self) -> None:
        if self.busy:
            return
        rows = self._choices.rows(self._proposal)
        self._taking, live = True, self._live
        taken = live.attempt(live.session.import_people, rows)
        self._taking = False
        if taken:
            self.imported.emit(len(rows))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


_KEYS = (
    ("Right", "what a column is"),
    ("Return", "on to the rows, then to Import"),
    ("Space", "take or leave a row"),
    ("Y", "same person as before"),
    ("Esc", "cancel"),
)
