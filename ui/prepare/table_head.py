"""The head of the table: planned or came, as a picture or as figures."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ui.style import font, icon
from ui.widgets.button import Button

ROOMY = 700  # px; below, the buttons alone say what shows


class TableHead(QWidget):
    chosen = Signal(bool)  # who came, or who will be there
    toggled = Signal()  # picture or figures

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = QLabel(self)
        self.title.setFont(font(18, bold=True))
        self.title.setMinimumWidth(60)
        self.planned, self.came = Button("", self), Button("", self)
        self.grid = Button("", self, icon("table", "ink", 18), key="T")
        self.show_grid(False)
        for button, came in ((self.planned, False), (self.came, True)):
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _, came=came: self.chosen.emit(came))
        self.planned.setToolTip(self.tr("Space: the other of the two"))
        self.came.setToolTip(self.tr("Space: the other of the two"))
        self.grid.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.grid.clicked.connect(self.toggled)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 12, 20, 12)
        layout.setSpacing(8)
        layout.addWidget(self.title)
        layout.addStretch(1)
        for button in (self.grid, self.planned, self.came):
            layout.addWidget(button)

    def show_days(self, planned: str, came: str, shows_came: bool) -> None:
        """Say which day is planned, on which people came, and which of the two shows."""
        self.planned.say(self.tr("Planned, {0}").format(planned) if planned else self.tr("Planned"))
        self.came.say(self.tr("Came, {0}").format(came) if came else self.tr("Came"))
        self.planned.setChecked(not shows_came)
        self.came.setChecked(shows_came)
        told = (
            self.tr("Who was at the table") if shows_came else self.tr("Who will be at the table")
        )
        self.title.setText(told)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.title.setVisible(self.width() >= ROOMY)

    def show_grid(self, grid: bool) -> None:
        self.grid.say(self.tr("As a picture") if grid else self.tr("As figures"))
