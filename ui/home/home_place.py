"""Home: the series of the file and its sessions, the next one on top; at first, what this is."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ui.home.home_bar import HomeBar, Use
from ui.home.standing import Line, Series, all_series
from ui.words import day

if TYPE_CHECKING:
    from facilitator.file_copies import Held
    from ui.filing import Filing
    from ui.home.copies_page import CopiesPage
    from ui.home.overview import Overview
    from ui.home.planning import Planning
    from ui.home.welcome import Welcome

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
    copies_wanted = Signal()  # the list of them
    copy_wanted = Signal()  # a new one, elsewhere
    copy_opened = Signal(object)  # a path
    promise_opened = Signal(str, str)  # a session, and a promise of it
    turned = Signal()  # another page of it shows

    def __init__(self, filing: "Filing", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filing = filing
        self.overview: Overview | None = None
        self.welcome: Welcome | None = None
        self.planning: Planning | None = None
        self.copies: CopiesPage | None = None
        self._series: list[Series] = []
        self._ident: str | None = None  # of the series that is chosen
        self.bar = HomeBar(self)
        self.pages = QStackedWidget(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self.pages, 1)
        self.bar.other.clicked.connect(self._next_series)
        self.bar.back.clicked.connect(self.returned)
        self.bar.copies.clicked.connect(self.copies_wanted)
        self.bar.bring.clicked.connect(self.import_wanted)
        self.bar.plan.clicked.connect(self.plan)

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

    def show_copies(self, copies: "list[Held]") -> None:
        """Show the copies of the file; Enter goes on in one."""
        from ui.home.copies_page import CopiesPage

        if self.copies is None:
            self.copies = CopiesPage(self)
            self.copies.chosen.connect(self.copy_opened)
            self.copies.save_wanted.connect(self.copy_wanted)
            self.copies.left.connect(self.refresh)
            self.pages.addWidget(self.copies)
        self._show(self.copies, self.tr("Copies of this file"))
        self.copies.show_copies(copies)

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
        trial = self._filing.trial
        own, several = self._filing.own_file is not None, len(self._series) > 1
        asks = self.asks or page is self.copies  # and this is not the time for anything else
        told = {
            "example": self.tr("The example: nothing of it stays"),
            "rehearsal": self.tr("A rehearsal: nothing of it stays"),
        }
        today = day(self._today().isoformat(), weekday=True, year=True)
        place = self._series.index(self._chosen) + 1 if self._series else 0
        self.bar.dress(
            Use(
                title,
                told.get(trial, today),
                is_told=bool(trial),
                series=(place, len(self._series)) if several and not asks else None,
                back=bool(trial) and not (self.overview and self.overview.leads_back),
                own=own and not asks,
                plan=own and page is self.overview,
            )
        )
        self.turned.emit()

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
