"""Who is invited, and what is known of them: typed, pasted, or taken from a file."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from facilitator.log.state import State
from facilitator.room.people import People, Person
from ui.live import Live
from ui.prepare.importing import Importing
from ui.prepare.person_adding import PersonAdding
from ui.prepare.person_finding import PersonFinding
from ui.prepare.person_form import PersonForm
from ui.prepare.person_list import Heads, PersonList
from ui.prepare.person_tally import PersonTally
from ui.prepare.tab import SIDE, Tab
from ui.widgets.foot import Foot

if TYPE_CHECKING:
    from facilitator.record.earlier import Earlier

WIDE, TALL = 880, 420  # px: when both show; when heads and foot do


class PeopleTab(Tab):
    def __init__(self, live: Live, parent: QWidget | None = None) -> None:
        super().__init__(live, parent)
        self.importing = Importing(live, self)
        self._earlier: dict[str, Earlier] = {}  # who of them may be somebody here, by id
        self._following = self._opened = False
        self.pages = QStackedWidget(self)
        self._plain = QWidget(self)
        self._left = QWidget(self._plain)
        self.finding = PersonFinding(self._left)
        self.heads = Heads(self._left)
        self.list = PersonList(live, self._left)
        self.adding = PersonAdding(live, self._left)
        self.tally = PersonTally(live, self._left)
        self.foot = Foot(_KEYS, self._left)
        self._rule = QFrame(self._plain)
        self._rule.setObjectName("rule")
        self._rule.setFixedWidth(1)
        self.form = PersonForm(live, self._plain)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.finding, self.heads, self.list, self.adding, self.tally, self.foot):
            column.addWidget(part, 1 if part is self.list else 0)
        self._left.setObjectName("paper")
        self._left.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self._plain)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._left, 1)
        row.addWidget(self._rule)
        row.addWidget(self.form)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.pages)
        self.pages.addWidget(self._plain)

    def _connect(self) -> None:
        self.finding.line.textChanged.connect(self._search)
        self.finding.line.walked.connect(self.list.walk)
        self.finding.line.returnPressed.connect(self.list.to_list)
        self.finding.bring_in.clicked.connect(self.bring_in)
        self.finding.again.clicked.connect(self.importing.ask_again)
        self.list.said.connect(self._say)
        self.list.chosen.connect(lambda _: self._open_form())
        self.list.wanted.connect(self.adding.line.setFocus)
        self.list.left.connect(self._leave)
        self.list.selectionModel().currentChanged.connect(self._show_person)
        self.adding.added.connect(self._show_added)
        self.adding.walked.connect(lambda step: self.list.to_list())
        self.form.said.connect(self._say)
        self.importing.said.connect(self._say)
        self.importing.opened.connect(self._show_page)
        self.importing.closed.connect(self._leave_page)
        self.importing.imported.connect(self.finding.line.clear)
        for part in (self.finding.line, self.adding, self.tally, self.form):
            part.left.connect(self._leave)
        for line in self.findChildren(QLineEdit):
            line.installEventFilter(self)

    # What shows

    def follow(self, before: State | None, after: State) -> None:
        if before is None:
            self._look_back()
        if before is None or after.people is not before.people:
            self._suggest(before, after)
            self._following = True
            typing = self.form.isAncestorOf(QApplication.focusWidget() or self)
            self.list.held = self.list.current if typing else ""
            self.list.show_people(after.people, self._earlier)
            self._following = False
            self.finding.count(after.people, len(self.list.rows), len(self._earlier))
            self._show_person()
            if before is None or len(before.people) != len(after.people):
                self.finding.offer(self.importing.before)
        if before is None or after.meeting is not before.meeting:
            self.tally.follow(after)
        self.importing.follow(after)

    def come(self, about: str = "") -> None:
        """Begin with the list; sent about a person, there; about a group, in the line that adds."""
        if self.importing.page is not None:
            self.pages.setCurrentWidget(self.importing.page)
            self.importing.page.columns.setFocus()
            return
        self._show_list()
        people = self._live.state.people
        if about in people:
            self._show_added(about)
        elif about:
            self.adding.ask(about)
        begins = people and about in ("", *people)
        (self.list.to_list if begins else self.adding.line.setFocus)()

    def search(self) -> None:
        self._show_list()
        self.finding.line.setFocus()
        self.finding.line.selectAll()

    def _look_back(self) -> None:
        from facilitator.record.earlier import earlier

        session = self._live.session
        self.importing.earlier = earlier(session.store.shelf, session.id)

    def _suggest(self, before: State | None, after: State) -> None:
        """Find who of the people may have been at an earlier session; most files have none."""
        met = self.importing.earlier
        if not met:
            self._earlier = {}  # as when it is of another series by now
        elif before is None or _called_otherwise(before.people, after.people):
            from facilitator.intake import same_as_earlier  # slow to import

            self._earlier = same_as_earlier(after.people, met)

    def _search(self, letters: str) -> None:
        self.list.search(letters)
        self.finding.count(self._live.state.people, len(self.list.rows), len(self._earlier))

    def _show_person(self) -> None:
        """Show the person that the list is on; not each one it passes while it changes."""
        if not self._following:
            ident = self.list.current
            person = self._live.state.people.get(ident)
            self.form.show_person(person, self._earlier.get(ident))

    def _show_added(self, ident: str) -> None:
        self.finding.line.clear()
        self.list.go_to_key(ident)

    def _say(self, told: str) -> None:
        if told:
            self.said.emit(told)

    # One at a time where there is no room for both

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        wide, tall = self.width() >= WIDE, self.height() >= TALL
        self.form.setMinimumWidth(SIDE - 1 if wide else 0)
        self.form.setMaximumWidth(SIDE - 1 if wide else 16777215)
        self.form.setVisible(wide or self._opened)
        self._rule.setVisible(wide)
        self._left.setVisible(wide or not self._opened)
        for part in (self.heads, self.foot, self.adding.told):
            part.setVisible(tall)

    def _open_form(self) -> None:
        self._opened = True
        self._make_room()
        self.form.go_to()

    def _show_list(self) -> None:
        self.pages.setCurrentWidget(self._plain)
        self._opened = False
        self._make_room()

    def _leave(self) -> None:
        """Lead back to the list; from there, first to everybody again."""
        if self.list.hasFocus() or self.finding.line.hasFocus():
            self.finding.line.clear()
        self._show_list()
        if self.importing.page is not None or not self.list.rows:
            self.come()
        else:
            self.list.to_list()

    # Lists from elsewhere

    def bring_in(self) -> None:
        self.importing.ask()

    def _show_page(self, page: QWidget) -> None:
        self.pages.addWidget(page)
        self.pages.setCurrentWidget(page)

    def _leave_page(self, page: QWidget) -> None:
        self._show_list()
        self.pages.removeWidget(page)
        self._leave()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take rows of a table that are pasted into a line, which would make one name of them."""
        if event.type() == QEvent.Type.FocusIn and watched is self.finding.line:
            self.list.get_ready()
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self.importing.takes(event)
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.importing.takes(event):
            super().keyPressEvent(event)


def _called_otherwise(before: People, after: People) -> bool:
    """Say whether somebody is called something else, or came or went: else nobody is met anew."""

    def told(person: Person | None) -> tuple[str, ...]:
        return (person.name, person.organisation, person.same_as) if person else ()

    changed = ((before.get(ident), one) for ident, one in after.items())
    return len(before) != len(after) or any(
        was is not now and told(was) != told(now) for was, now in changed
    )


_KEYS = (
    ("Space", "confirmed"),
    ("I", "invited"),
    ("C", "signed in"),
    ("Return", "all fields"),
    ("Del", "take off"),
    ("Insert", "add"),
    ("Ctrl+F", "search"),
    ("Ctrl+V", "paste rows"),
    ("Ctrl+Z", "undo"),
)
