"""Home: the series of the file and its sessions, the next one on top; at first, what this is."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from ui.home.standing import Line, Series, all_series
from ui.style import font, icon
from ui.widgets.button import Button
from ui.words import day

if TYPE_CHECKING:
    from ui.filing import Filing
    from ui.home.overview import Overview
    from ui.home.planning import Planning
    from ui.home.welcome import Welcome

ROOMY = 720  # px; below, the bar leaves out what can be had elsewhere
# What a session takes over from the one before it in its series.
KEPT = "series city venue convener start hard_stop timezone language disclosure".split()


class HomePlace(QWidget):
    opened = Signal(str)  # the id of a session, to be shown where it stands
    went_live = Signal(str)
    rehearsed = Signal(str)
    planned = Signal(object)  # the fields of a meeting
    begun = Signal(object)  # a template, to begin with right now
    explored = Signal()  # the example
    returned = Signal()  # from what leaves no trace
    import_wanted = Signal()
    promise_opened = Signal(str, str)  # a session, and a promise of it
    turned = Signal()  # another page of it shows

    def __init__(self, filing: "Filing", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filing = filing
        self.overview: Overview | None = None
        self.welcome: Welcome | None = None
        self.planning: Planning | None = None
        self._series: list[Series] = []
        self._ident: str | None = None  # of the series that is chosen
        self._title = ""  # whole; the bar may have no room for it
        self.title, self.date = QLabel(self), QLabel(self)
        self.title.setFont(font(18, bold=True))
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.date.setObjectName("second")
        self.other = Button("", self)
        self.back = Button(self.tr("Back to your own sessions"), self)
        self.bring = Button(self.tr("Import"), self, icon("folder-input", "ink", 18))
        self.bring.setToolTip(self.tr("A session file of another laptop, or a session script."))
        self.plan_button = Button(
            self.tr("Plan a session"), self, icon("calendar-plus", "ink", 18), key="Ctrl+N"
        )
        self.pages = QStackedWidget(self)
        self._lay_out()
        self.other.clicked.connect(self._next_series)
        self.back.clicked.connect(self.returned)
        self.bring.clicked.connect(self.import_wanted)
        self.plan_button.clicked.connect(self.plan)

    def _lay_out(self) -> None:
        bar = QFrame(self)
        bar.setObjectName("bar")
        bar.setFixedHeight(52)
        row = QHBoxLayout(bar)
        row.setContentsMargins(20, 0, 16, 0)
        row.setSpacing(12)
        row.addWidget(self.title)
        row.addWidget(self.date)
        row.addStretch(1)
        for button in (self.other, self.back, self.bring, self.plan_button):
            row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(bar)
        layout.addWidget(self.pages, 1)

    # What shows

    def refresh(self) -> None:
        """Show what the file holds by now, and give the keys to what comes next."""
        file = self._filing.file
        lines = [] if file is None else file.shelf.overview()
        self._series = all_series(lines, self._today().isoformat())
        if self._series:
            self._show_series()
        else:
            self._show_welcome()

    def plan(self) -> None:
        """Ask when and where a new session is, which is one of the series that shows."""
        if self._filing.file is None:
            return
        from ui.home.planning import Planning

        if self.planning is None:
            self.planning = Planning(self._today, self)
            self.planning.planned.connect(self.planned)
            self.planning.begun.connect(self.begun)
            self.planning.left.connect(self.refresh)
            self.pages.addWidget(self.planning)
        self._show(self.planning, self.tr("Plan a session"))
        known = [series.name for series in self._series if series.name]
        self.planning.show_fields(self._fields(), known)

    @property
    def asks(self) -> bool:
        """Say whether the form of a new session shows."""
        return self.planning is not None and self.pages.currentWidget() is self.planning

    @property
    def coming(self) -> str:
        """Return the session that shows as the next one, if one does."""
        line = self._chosen.coming if self._series and not self.asks else None
        return "" if line is None else line["session"]

    @property
    def _chosen(self) -> Series:
        """Return the series that shows: the one that was chosen, if it is still there."""
        chosen = (series for series in self._series if series.ident == self._ident)
        return next(chosen, self._series[0])

    def _show_series(self) -> None:
        from ui.home.overview import Overview

        file = self._filing.file
        assert file is not None
        if self.overview is None:
            self.overview = Overview(self)
            self.overview.opened.connect(self.opened)
            self.overview.went_live.connect(self.went_live)
            self.overview.rehearsed.connect(self.rehearsed)
            self.overview.promise_opened.connect(self.promise_opened)
            self.overview.plan_wanted.connect(self.plan)
            self.overview.returned.connect(self.returned)
            self.pages.addWidget(self.overview)
        series = self._chosen
        trial = bool(self._filing.trial)
        self.overview.show_series(series, file.shelf, self._today().isoformat(), trial)
        self._show(self.overview, series.name or self.tr("Your sessions"))
        self.overview.take_keys()

    def _show_welcome(self) -> None:
        from ui.home.welcome import Welcome

        if self.welcome is None:
            self.welcome = Welcome(self)
            self.welcome.explored.connect(self.explored)
            self.welcome.plan_wanted.connect(self.plan)
            self.welcome.begun.connect(self.begun)
            self.pages.addWidget(self.welcome)
        self._show(self.welcome, self.tr("Welcome"))
        self.welcome.show_ways(self._filing.file is not None)
        self.welcome.take_keys()

    def _show(self, page: QWidget, title: str) -> None:
        self.pages.setCurrentWidget(page)
        self._title = title
        self._dress_bar()
        self.turned.emit()

    def _dress_bar(self) -> None:
        """Show in the bar what there is room and use for."""
        page, trial = self.pages.currentWidget(), self._filing.trial
        is_own = self._filing.file is not None and not trial
        planning = self.asks
        told = {
            "example": self.tr("The example: nothing of it stays"),
            "rehearsal": self.tr("A rehearsal: nothing of it stays"),
        }
        today = day(self._today().isoformat(), weekday=True, year=True)
        self.date.setText(told.get(trial, today))
        place = self._series.index(self._chosen) + 1 if self._series else 0
        several = len(self._series)
        self.other.say(self.tr("Next series ({0} of {1})").format(place, several))
        roomy = self.width() >= ROOMY
        words = self.bring.accessibleName()
        self.bring.setText(f" {words}" if roomy else "")
        shown = {
            self.date: roomy or bool(trial),
            self.other: several > 1 and not planning,
            self.back: bool(trial) and not (self.overview and self.overview.leads_back),
            self.bring: is_own and not planning,
            self.plan_button: is_own and page is self.overview and page is not None,
        }
        for widget, on in shown.items():
            widget.setVisible(on)
        room = self.width() - 60 - sum(w.sizeHint().width() + 12 for w, on in shown.items() if on)
        metrics = self.title.fontMetrics()
        elide = Qt.TextElideMode.ElideRight
        self.title.setText(metrics.elidedText(self._title, elide, max(120, room)))
        self.title.setAccessibleName(self._title)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._dress_bar()

    def _next_series(self) -> None:
        idents = [series.ident for series in self._series]
        self._ident = idents[(idents.index(self._chosen.ident) + 1) % len(idents)]
        self._show_series()

    # What is known

    def _today(self) -> date:
        """Return the day that it is here."""
        file = self._filing.file
        return date.today() if file is None else datetime.fromtimestamp(file.now() / 1000).date()

    def _fields(self) -> dict[str, Any]:
        """Return what a new session takes over from the last one of the series that shows."""
        from PySide6.QtCore import QTimeZone

        zone = bytes(QTimeZone.systemTimeZoneId().data()).decode()
        before: Line = self._chosen.sessions[-1] if self._series and self._chosen.sessions else {}
        taken = {name: before[name] for name in KEPT if before.get(name)}
        return {"timezone": zone, **taken}
