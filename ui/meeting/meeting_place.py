"""Live: the session while it runs."""

from typing import TypeVar

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.live import Live
from ui.meeting.agenda_pane import AgendaPane
from ui.meeting.aside import Aside
from ui.meeting.capture_pane import CapturePane
from ui.meeting.clock_pane import ClockPane
from ui.meeting.closing_page import ClosingPage
from ui.meeting.ending import Ending
from ui.meeting.evening_strip import EveningStrip
from ui.meeting.floor_pane import FloorPane
from ui.meeting.key_line import KeyLine
from ui.meeting.layouts import LOW, NARROW, Columns, OneColumn
from ui.meeting.notes_pane import NotesPane
from ui.meeting.promise_form import PromiseForm
from ui.meeting.promises_pane import PromisesPane
from ui.meeting.read_back import ReadBack
from ui.meeting.replan_panel import RePlanPanel
from ui.meeting.top_bar import TopBar
from ui.meeting.voices_pane import VoicesPane
from ui.settings import Settings
from ui.strike_page import StrikePage
from ui.widgets.keys import give_keys

Pane = TypeVar("Pane", bound=QWidget)


class MeetingPlace(QWidget):
    def __init__(self, live: Live, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar, self.strip = TopBar(live, self), EveningStrip(live, self)
        self.agenda, self.voices = AgendaPane(live, self), VoicesPane(live, self)
        self.clock, self.floor = ClockPane(live, self), FloorPane(live, self)
        self.capture = CapturePane(live, self)
        self.notes, self.promises = NotesPane(live, self.capture, self), PromisesPane(live, self)
        self.aside = Aside(self.notes, self.promises, self)
        self.replan, self.form = RePlanPanel(live, self), PromiseForm(live, self)
        self.read_back = ReadBack(live, self)
        self.closing, self.ending = ClosingPage(live, self), Ending(live, self)
        self.striking = StrikePage(self)
        self.in_place_of_notes = (
            self.replan,
            self.form,
            self.read_back,
            self.closing,
            self.striking,
        )
        self.keys = KeyLine(self)
        self.panes: Columns | OneColumn = Columns(self)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        for widget in (self.bar, self.strip, self.panes, self.keys):
            self._layout.addWidget(widget)
        self._layout.setStretchFactor(self.panes, 1)
        self._connect()

    def _connect(self) -> None:
        for page in self.in_place_of_notes:
            self.aside.add(page)
            page.shown.connect(lambda page=page: self.reveal(page))
            page.left.connect(self.show_notes)
        for place in (
            self.floor.name,
            self.agenda.list,
            self.clock,
            self.voices,
            self.floor.queue,
            self.notes.list,
            self.promises.list,
        ):
            place.left.connect(self.come)
        self.capture.line.left.connect(self._leave_page)
        self.capture.line.walked.connect(lambda step: self.reveal(self.notes).list.setFocus())
        self.promises.opened.connect(self.form.open)
        self.capture.line.went_on.connect(lambda key: self.form.open(key, "first_step"))
        self.read_back.edited.connect(lambda key: self.form.open(key, back=self.read_back.resume))
        self.bar.replan.clicked.connect(self.replan.toggle)
        self.ending.asked.connect(self.closing.ask)
        self.closing.ended.connect(self.ending.end)
        for happens in (self.bar.replan.clicked, self.aside.pages.currentChanged):
            happens.connect(lambda _: self.bar.replan.setChecked(self._shows(self.replan)))

    def show_notes(self) -> None:
        """Go back from a page in the place of the notes to where one writes."""
        self.aside.show_notes()
        self.come()

    def come(self) -> None:
        """Give the keys to the note line, where they are at home."""
        self.capture.line.setFocus()

    def _leave_page(self) -> None:
        for page in self.in_place_of_notes:
            if self._shows(page):
                page.leave()

    def _shows(self, page: QWidget) -> bool:
        return page is self.aside.pages.currentWidget()

    def show_promises(self) -> None:
        """Give the keys to the list of promises, and the room it needs."""
        self.aside.show_notes()
        self.reveal(self.promises).list.setFocus()

    def reveal(self, pane: Pane) -> Pane:
        """Return a pane that shows now, whatever showed in its place."""
        if self.aside.pages.indexOf(pane) >= 0:
            self.aside.show_page(pane)
        self.panes.reveal(pane)
        return pane

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        small = self.width() < NARROW or self.height() < LOW
        self.strip.setVisible(not small)
        self.keys.setVisible(not small and self.height() >= LOW + self.keys.height() * 4)
        if small != isinstance(self.panes, OneColumn):
            self._lie(OneColumn if small else Columns)

    def _lie(self, layout: type[Columns] | type[OneColumn]) -> None:
        """Lay the panes out anew; the keys stay where they are."""
        focus, old = self.window().focusWidget(), self.panes  # also while a menu has the keys
        settings = Settings()
        settings.remember(old)
        self.panes = layout(self)
        settings.recall(self.panes)
        self._layout.replaceWidget(old, self.panes)
        self._layout.setStretchFactor(self.panes, 1)
        self.panes.show()
        old.deleteLater()
        if focus is not None and self.isAncestorOf(focus):
            stays = None if old.isAncestorOf(focus) else self.reveal(focus)  # a tab goes
            give_keys(stays, self.capture.line)  # a line may have kept what was typed, and gone
