"""The agenda as it is planned: parts in rows with their times, one of them with all its fields."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from facilitator.room.clock import MINUTE
from facilitator.room.lengths import crowd
from ui.prepare.agenda_acts import AgendaActs
from ui.prepare.agenda_add import AddPart
from ui.prepare.agenda_head import AgendaHead
from ui.prepare.agenda_rows import AgendaRows, ColumnHead
from ui.prepare.agenda_strip import AgendaStrip
from ui.prepare.agenda_words import AgendaWords
from ui.prepare.part_form import PartForm
from ui.prepare.tab import SIDE, Tab
from ui.widgets.foot import Foot

if TYPE_CHECKING:
    from facilitator.agendas import Template
    from facilitator.log.state import State
    from ui.live import Live

TWO_PANES, LOW = 900, 420  # px; narrower, the form comes in the place of the rows
KEYS = (
    ("Return", "edit"),
    ("F2", "minutes"),
    ("Alt+Up", "move up"),
    ("Alt+Down", "down"),
    ("Ctrl+D", "copy"),
    ("Del", "remove"),
    ("Ctrl+Z", "undo"),
)


class AgendaTab(Tab):
    def __init__(self, live: "Live", parent: QWidget | None = None) -> None:
        super().__init__(live, parent)
        self._room = crowd(live.state.meeting, live.state.people)
        self._words = AgendaWords(live.state, live.now(), self._room)
        self._owed = 0  # promises of the series that a review would look at
        self._minute, self._editing = 0, False  # in the form, where there is room for one pane
        self.strip, self.head = AgendaStrip(self), AgendaHead(self)
        self.columns, self.list = ColumnHead(self), AgendaRows(self.tr("Agenda"), self)
        self.add = AddPart(self)
        self.form = PartForm(live, self)
        self.keys = Foot([(key, self.tr(words)) for key, words in KEYS], self)
        self.list.empty = (
            self.tr("The parts of the session will be here"),
            self.tr("Type the first one below, or begin from a template."),
            36,
        )
        self._acts = AgendaActs(live, self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._plan = QWidget(self)
        plan = QVBoxLayout(self._plan)
        for part in (self.head, self.columns, self.list, self.add, self.keys):
            plan.addWidget(part, 1000 * (part is self.list))
        plan.insertStretch(plan.indexOf(self.keys), 1)
        paper, self._side = QFrame(self), QStackedWidget(self)
        paper.setObjectName("paper")
        self._left = QStackedWidget(paper)
        self._left.addWidget(self._plan)
        self._side.addWidget(self.form)
        self._paper, self._rule = paper, QFrame(self)
        self._rule.setObjectName("rule")
        self._rule.setFixedWidth(1)
        inside, row, layout = QVBoxLayout(paper), QHBoxLayout(), QVBoxLayout(self)
        inside.addWidget(self._left)
        row.addWidget(paper, 1)
        row.addWidget(self._rule)
        row.addWidget(self._side)
        layout.addWidget(self.strip)
        layout.addLayout(row, 1)
        for box in (plan, inside, row, layout):
            box.setContentsMargins(0, 0, 0, 0)
            box.setSpacing(0)

    def _connect(self) -> None:
        rows, head, acts = self.list, self.head, self._acts
        rows.selectionModel().currentChanged.connect(lambda: self._show_part())
        rows.chosen.connect(lambda _: self._edit())
        rows.edited.connect(acts.set_minutes)
        rows.dragged.connect(acts.move)
        rows.stepped.connect(acts.step)
        rows.removed.connect(acts.remove)
        rows.copied.connect(lambda key: rows.go_to_key(acts.copy(key)))
        rows.inserted.connect(self._insert)
        rows.ran_out.connect(self.add.take)
        rows.left.connect(self._back)
        acts.said.connect(self.said)
        self.add.typed.connect(self._add)
        self.add.left.connect(self._back)
        self.form.left.connect(self._back)
        self.strip.picked.connect(self._pick)
        head.left.connect(self._back)
        head.fitted.connect(acts.fit)
        head.wanted.connect(self._show_templates)
        self._live.ticked.connect(self._on_tick)

    # What shows

    def follow(self, before: "State | None", after: "State") -> None:
        """Show the plan; who is expected is counted only when the people changed."""
        known = before is not None and before.meeting is after.meeting
        if before is None:
            session = self._live.session
            self._owed = session.store.shelf.owed(session.id)
        if before is None or not known or before.people is not after.people:
            self._room = crowd(after.meeting, after.people)._replace(promises=self._owed)
        elif before.agenda is after.agenda:
            return
        self._show()

    def come(self, about: str = "") -> None:
        """Take the keys to the parts, or to the line that makes the first."""
        self._back()
        if not self.list.rows:
            self.add.take()

    def _on_tick(self, now: int) -> None:
        begun = self._live.state.agenda.begun is not None
        if begun and self.isVisible() and now // MINUTE != self._minute:
            self._show()

    def _show(self) -> None:
        state, now = self._live.state, self._live.now()
        self._minute = now // MINUTE
        self._words = AgendaWords(state, now, self._room)
        self.head.show_plan(self._words, state.meeting.start, state.meeting.hard_stop)
        self.add.show_start(state.meeting.start)
        self.list.show_plan(self._words)
        if self.list.rows and not self.list.current:
            self.list.go_to(0)
        self._show_part()

    def _show_part(self) -> None:
        ident = self.list.current
        self.strip.show_plan(self._words, ident)
        found = (part for part in self._words.parts if part.segment.id == ident)
        self.form.show_part(next(found, None), self._room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        """Show rows and form side by side, or one of them where there is no room for both."""
        both = self.width() >= TWO_PANES
        low = self.height() < LOW
        self._side.setVisible(both or self._editing)
        self._rule.setVisible(both)
        self._paper.setVisible(both or not self._editing)
        if both:
            self._side.setFixedWidth(SIDE - 1)
        else:
            self._side.setMinimumWidth(0)
            self._side.setMaximumWidth(16_777_215)
        self.strip.setVisible(not low)
        self.columns.setVisible(not low)
        self.keys.setVisible(not low)

    def _edit(self) -> None:
        """Go to the fields of the part that the keys are on."""
        if self.list.current:
            self._editing = True
            self._fold()
            self.form.go_to()

    def _back(self) -> None:
        """Let the rows have the keys, whatever was in their place."""
        self._editing = False
        for stack, first in ((self._left, self._plan), (self._side, self.form)):
            page = stack.currentWidget()
            if page is not None and page is not first:
                stack.setCurrentWidget(first)
                stack.removeWidget(page)
                page.deleteLater()
        self._fold()
        self.list.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._back()
        else:
            super().keyPressEvent(event)

    # What hands do

    def _pick(self, key: str) -> None:
        """Go to a part on the strip; the keys go too, so that what is half typed is kept first."""
        self._back()
        self.list.go_to_key(key)

    def _insert(self, key: str) -> None:
        self.add.take_after(*self._acts.gap_behind(key))

    def _add(self, words: str, before: str | None) -> None:
        """Add a part; the keys stay in the line for the next one."""
        made = self._acts.add(words, before)
        if made:
            self.list.go_to_key(made)
        else:
            self.add.keep(words)

    def _show_templates(self) -> None:
        """Show the agendas one may begin with in the place of the rows."""
        from ui.prepare.agenda_templates import AgendaPreview, AgendaTemplates

        page, preview = AgendaTemplates(self._acts.rows, self), AgendaPreview(self)
        page.said.connect(self.said)
        page.left.connect(self._back)
        page.looked_at.connect(preview.show_template)
        page.chosen.connect(self._lay)
        for stack, widget in ((self._left, page), (self._side, preview)):
            stack.addWidget(widget)
            stack.setCurrentWidget(widget)
        self._fold()
        page.come()

    def _lay(self, template: "Template") -> None:
        self._acts.lay(template.segments)
        self._back()
        self.list.go_to(0)
