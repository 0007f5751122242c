"""Prepare: everything that is planned before a session, a tab for each side of it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from facilitator.log.words import words
from ui.going_back import go_back
from ui.style import font, icon, picture
from ui.widgets.button import Button
from ui.widgets.ink import tip
from ui.widgets.keys import let_go
from ui.widgets.naming import rename
from ui.words import day

if TYPE_CHECKING:
    from facilitator.log.state import State
    from ui.live import Live
    from ui.prepare.tab import Tab

TABS = ("Session", "Agenda", "People", "The table", "Seating", "Ground rules", "Ready")
SHORT = {"The table": "Table", "Ground rules": "Rules"}
FIRST = "Agenda"
HIGH = 52  # px, of the bar
ROOMY = 1180  # px; below, the tabs stand on a line of their own


class PreparePlace(QWidget):
    said = Signal(str)
    rehearsed = Signal()
    went_live = Signal()
    erased = Signal(str)  # somebody who is to be erased, by id

    def __init__(self, live: "Live", trial: str = "", parent: QWidget | None = None) -> None:
        """Plan a session; a trial, "example" or "rehearsal", is not rehearsed again."""
        super().__init__(parent)
        self._live, self._trial = live, trial
        self._tabs: dict[str, Tab] = {}  # made when they are first shown
        self.shown = FIRST
        self.title = QLabel(self)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setFont(font(18, bold=True))
        self.saved = QLabel(self)
        self.saved.setObjectName("second")
        self.undo = Button(self.tr("Undo"), self, icon("undo-2", "ink", 18))
        self.rehearse = Button(self.tr("Rehearse"), self, icon("play", "ink", 18))
        self.live_button = Button(self.tr("Go live"), self, primary=True)
        self.pages = QStackedWidget(self)
        self._lay_out()
        self.undo.clicked.connect(lambda: self.go_back("undo"))
        self.rehearse.clicked.connect(self.rehearsed)
        self.live_button.clicked.connect(self.went_live)
        live.changed.connect(self._on_changed)

    def _lay_out(self) -> None:
        self._row = self._tab_row()
        bar = QFrame(self)
        bar.setObjectName("bar")
        sign, saved = QLabel(bar), QHBoxLayout()
        sign.setPixmap(picture("check", "ink2", 16))
        sign.setHidden(bool(self._trial))
        saved.setSpacing(6)
        saved.addWidget(sign)
        saved.addWidget(self.saved)
        self._bar = QGridLayout(bar)
        self._bar.setContentsMargins(20, 0, 16, 0)
        self._bar.setHorizontalSpacing(12)
        self._bar.setVerticalSpacing(0)
        self._bar.setColumnStretch(1, 1)
        self._bar.setRowMinimumHeight(0, HIGH)
        self._bar.addWidget(self.title, 0, 0)
        self._bar.addLayout(saved, 0, 2)
        rehearse = () if self._trial else (self.rehearse,)
        for column, button in enumerate((self.undo, *rehearse, self.live_button), 3):
            self._bar.addWidget(button, 0, column)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(bar)
        layout.addWidget(self.pages, 1)
        self._place_tabs()

    def _tab_row(self) -> QWidget:
        self._buttons: dict[str, Button] = {}
        row = QWidget(self)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for n, name in enumerate(TABS, 1):
            button = self._buttons[name] = Button(self.tr(name), row, height=HIGH)
            button.setObjectName("tab")
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setToolTip(f"Alt+{n}")
            button.clicked.connect(lambda _, name=name: self.show_tab(name))
            key = QShortcut(QKeySequence(f"Alt+{n}"), self)
            key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            key.activated.connect(lambda name=name: self.show_tab(name))
            layout.addWidget(button)
        layout.addStretch(1)
        return row

    def _place_tabs(self) -> None:
        """Set the tabs beside the title, or under it in shorter words where there is no room."""
        roomy = self.width() >= ROOMY
        for name, button in self._buttons.items():
            button.say(self.tr(name if roomy else SHORT.get(name, name)))
        self._bar.removeWidget(self._row)
        self._bar.addWidget(self._row, *((0, 1) if roomy else (1, 0, 1, 6)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_tabs()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._say(self._live.state)
        if self.shown in self._tabs:
            self.tab.follow(None, self._live.state)

    @property
    def tab(self) -> "Tab":
        """Return the tab that shows; it is made when it is first wanted."""
        if self.shown not in self._tabs:
            made = _make(self.shown, self._live, self)
            made.said.connect(self.said)
            made.go.connect(self.show_tab)
            self._tabs[self.shown] = made
            self.pages.addWidget(made)
        return self._tabs[self.shown]

    def show_tab(self, name: str = "", about: str = "") -> None:
        """Show a tab, or the one that showed last, and let it have the keys."""
        let_go(self.pages)
        self.shown = name or self.shown
        for one, button in self._buttons.items():
            button.setChecked(one == self.shown)
        self._rank_live_button()
        tab = self.tab
        self.pages.setCurrentWidget(tab)
        tab.follow(None, self._live.state)
        tab.come(about)

    def _rank_live_button(self) -> None:
        """Let the way to Live be the primary button, but where a tab has it large."""
        button, primary = self.live_button, self.shown != "Ready"
        button.setMinimumWidth(max(button.minimumWidth(), button.sizeHint().width()))
        rename(button, "primary" if primary else "")
        button.setFont(font(14, bold=primary))

    def come(self) -> None:
        """Give the keys to where hands begin in the tab that shows."""
        if self.shown in self._tabs:
            self.tab.come()
        else:
            self.show_tab()

    def next_tab(self) -> None:
        self.show_tab(TABS[(TABS.index(self.shown) + 1) % len(TABS)])

    def go_back(self, verb: str) -> None:
        """Undo or redo; of a session that has begun it is said what: much of it shows in Live."""
        if told := go_back(self._live, verb):
            self.said.emit(told)

    def _on_changed(self, before: "State", after: "State") -> None:
        if self.isVisible():
            self._say(after)
            self.tab.follow(before, after)

    def _say(self, state: "State") -> None:
        """Say which session this is, that it is saved, and what undo would take back."""
        when = day(state.meeting.date, weekday=True) or self.tr("No date yet")
        is_rehearsal = self._trial == "rehearsal"
        self.title.setText(self.tr("Rehearsal: {0}").format(when) if is_rehearsal else when)
        self.title.setToolTip(tip(state.meeting.title))
        last = self._live.session.history.last
        self.saved.setText(self.tr("not kept") if self._trial else self.tr("saved"))
        self.rehearse.setVisible(not self._trial and state.agenda.begun is None)
        self.undo.setEnabled(last is not None)
        said = words(last.event, state) if last else ""
        told = self.tr("Undo: {0}").format(said) if said else self.tr("Undo")
        self.undo.setAccessibleName(told)
        self.undo.setToolTip(tip(told))


def _make(name: str, live: "Live", parent: PreparePlace) -> "Tab":
    """Make a tab; what it needs loads now, not before."""
    match name:
        case "Session":
            from ui.prepare.session_tab import SessionTab

            return SessionTab(live, parent)
        case "Agenda":
            from ui.prepare.agenda_tab import AgendaTab

            return AgendaTab(live, parent)
        case "People":
            from ui.prepare.people_tab import PeopleTab

            people = PeopleTab(live, parent)
            people.form.erased.connect(parent.erased)
            return people
        case "The table":
            from ui.prepare.table_tab import TableTab

            return TableTab(live, parent)
        case "Seating":
            from ui.prepare.seating_tab import SeatingTab

            return SeatingTab(live, parent)
        case "Ground rules":
            from ui.prepare.rules_tab import RulesTab

            return RulesTab(live, parent)
    from ui.prepare.ready_tab import ReadyTab

    ready = ReadyTab(live, parent)
    ready.went_live.connect(parent.went_live)
    return ready
