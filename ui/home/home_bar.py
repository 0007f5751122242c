"""The bar over Home: what shows, which day it is, and what can be done with the file."""

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from ui.style import font, icon
from ui.widgets.button import Button

ROOMY = 720  # px; below, the bar leaves out what can be had elsewhere


class Use(NamedTuple):
    """What there is use for by now, whatever room there is."""

    title: str
    date: str
    is_told: bool  # by the date, that nothing of this stays
    series: tuple[int, int] | None  # which of how many shows, where another can be shown
    back: bool
    own: bool  # what is done with one's own file
    plan: bool


class HomeBar(QFrame):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("bar")
        self.setFixedHeight(52)
        self.title, self.date = QLabel(self), QLabel(self)
        self.title.setFont(font(18, bold=True))
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.date.setObjectName("second")
        self.other = Button("", self)
        self.back = Button(self.tr("Back to your own sessions"), self)
        self.copies = Button(self.tr("Copies"), self, icon("history", "ink", 18))
        self.copies.setToolTip(self.tr("Save a copy of this file, or go on in an older one."))
        self.bring = Button(self.tr("Import"), self, icon("folder-input", "ink", 18))
        self.bring.setToolTip(self.tr("A session file of another laptop, or a session script."))
        self.plan = Button(
            self.tr("Plan a session"), self, icon("calendar-plus", "ink", 18), key="Ctrl+N"
        )
        self._use: Use | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 16, 0)
        row.setSpacing(12)
        row.addWidget(self.title)
        row.addWidget(self.date)
        row.addStretch(1)
        for button in (self.other, self.back, self.copies, self.bring, self.plan):
            row.addWidget(button)

    def dress(self, use: Use) -> None:
        """Show what there is room and use for."""
        self._use, roomy = use, self.width() >= ROOMY
        self.date.setText(use.date)
        if use.series is not None:
            self.other.say(self.tr("Next series ({0} of {1})").format(*use.series))
        for button in (self.copies, self.bring):
            button.setText(f" {button.accessibleName()}" if roomy else "")
        shown = {
            self.date: roomy or use.is_told,
            self.other: use.series is not None,
            self.back: use.back,
            self.copies: use.own and (roomy or use.series is None),
            self.bring: use.own,
            self.plan: use.plan,
        }
        for widget, on in shown.items():
            widget.setVisible(on)
        room = self.width() - 60 - sum(w.sizeHint().width() + 12 for w, on in shown.items() if on)
        metrics = self.title.fontMetrics()
        elide = Qt.TextElideMode.ElideRight
        self.title.setText(metrics.elidedText(use.title, elide, max(120, room)))
        self.title.setAccessibleName(use.title)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._use is not None:
            self.dress(self._use)
