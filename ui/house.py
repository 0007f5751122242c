"""What is in the window: the rail, its places, and the file that is open in them."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator import logs
from facilitator.faults import Fault
from ui import file_words
from ui.actions import ACTS
from ui.awake import Awake
from ui.deeds import Deeds
from ui.filing import Filing
from ui.places import Places
from ui.rail import Rail
from ui.resting import let_rest
from ui.room.room_screen import RoomScreen
from ui.settings import Settings
from ui.themes import Themes
from ui.widgets.banner import Banner

if TYPE_CHECKING:
    from facilitator.session import Session
    from facilitator.session_file import SessionFile
    from ui.home.home_place import HomePlace
    from ui.live import Live
    from ui.meeting.meeting_place import MeetingPlace
    from ui.sitting import Sitting

AGAIN = ("undo", "redo", "more_time", "less_time")  # a key held down means it again and again


class House(QWidget):
    def __init__(self, parent: QWidget | None = None, now: Callable[[], int] | None = None) -> None:
        """Furnish an empty window; without `now`, time is the machine's own."""
        super().__init__(parent)
        self.settings = Settings()
        self.themes = Themes(self.settings, self)  # first: what is made now is dressed by it
        self.filing = Filing(now, self.put_session_away)
        self.sitting: Sitting | None = None  # the session that is open
        self.home: HomePlace | None = None
        self.awake = Awake()
        self.banner = Banner(self)
        self.room = RoomScreen(self)
        self.places = Places(self)
        self.places.moved.connect(self._on_moved)
        self.rail = Rail(self)
        self.rail.home.clicked.connect(self.show_home)
        self.rail.prepare.clicked.connect(self.show_prepare)
        self.rail.live.clicked.connect(self.show_live)
        self.rail.wrap_up.clicked.connect(self.show_wrap_up)
        self._lay_out()
        self.deeds = Deeds(self)
        self._add_actions()

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self.places, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.rail)
        layout.addLayout(column, 1)

    def _add_actions(self) -> None:
        for act in ACTS:
            action = QAction(act.words, self)
            action.setShortcuts([QKeySequence(key) for key in act.keys])
            action.setToolTip(act.help)
            action.setObjectName(act.name)
            action.setAutoRepeat(act.name in AGAIN)
            action.triggered.connect(getattr(self.deeds, act.name))
            self.addAction(action)

    def action(self, name: str) -> QAction:
        """Return the action of that name in the table."""
        return next(action for action in self.actions() if action.objectName() == name)

    @property
    def live(self) -> "Live | None":
        return None if self.sitting is None else self.sitting.live

    @property
    def meeting(self) -> "MeetingPlace | None":
        return None if self.sitting is None else self.sitting.meeting

    # The file

    @property
    def file(self) -> "SessionFile | None":
        return self.filing.file

    def open_file(self, path: Path) -> None:
        """Open a file, go on with the session that was running in it, or raise Unreadable."""
        self._go_on(self.filing.open(path))

    def open_example(self) -> None:
        """Open the example session in a file of its own; nothing of it stays."""
        self.show_session(self.filing.open_example(), live=True)
        self.banner.say(self.tr("This is the example session. Try anything: it leaves no trace."))

    def leave_example(self) -> None:
        """Go back from the example to one's own sessions."""
        self._go_on(self.filing.open_own())

    def resume(self, ident: str, live: bool = False) -> None:
        """Go on with a session of the file, in Live if asked."""
        if self.live is None or self.live.session.id != ident:
            if self.file is not None:
                self.show_session(self.file.resume(ident), live)
        elif live:  # it is here already, half-typed words and all
            self.show_live()
        else:
            self.show_sitting()

    def _go_on(self, running: "Session | None") -> None:
        self.banner.drop()  # it told of the file before
        if running is None:
            self.show_home()
        else:
            self.show_session(running)
        file_words.say(self, running)

    def attempt(self, act: Callable[[], None]) -> None:
        """Do something; a fault of it is said in the banner."""
        try:
            act()
        except Fault as fault:
            logs.fault(fault)
            self.banner.say(str(fault))

    # The places

    def show_home(self) -> None:
        """Show the sessions of the file, and what a new one may begin with."""
        from ui.home.home_deeds import HomeDeeds
        from ui.home.home_place import HomePlace

        if self.home is None:
            self.home = HomePlace(self.filing, self)
            self.home.turned.connect(self._on_moved)
            HomeDeeds(self.home, self)
            self.places.addWidget(self.home)
        self.places.go_to(self.home)
        self.home.refresh()

    def show_session(self, session: "Session", live: bool = False) -> None:
        """Show a session, in Live if asked; the one that was there is put away."""
        from ui.sitting import Sitting

        self.put_session_away()
        self.sitting = Sitting(session, self)
        self.window().setWindowTitle(f"{session.state.meeting.title} – Facilitator")
        if live:
            self.show_live()
        else:
            self.show_sitting()

    def show_sitting(self) -> None:
        """Show the session where it stands: in Prepare, in Live, or in Wrap-up."""
        if self.live is not None and self.live.state.meeting.ended is not None:
            self.show_wrap_up()
        elif self.live is not None and self.live.state.agenda.begun is None:
            self.show_prepare()
        else:
            self.show_live()

    def put_session_away(self) -> None:
        """Close the session that is open, if one is; the file stays."""
        if self.sitting is not None:
            self.sitting.leave()
            self.sitting = None

    def toggle_keys(self) -> None:
        """Show the sheet of all keys, or go back to where one was."""
        sheet = self.places.sheet
        if sheet is None:
            self.places.lay_sheet(self.toggle_keys)
        elif not self.places.go_to(sheet.before):
            self._take_keys()

    @property
    def place(self) -> str:
        """Return which place shows: by its name on the rail; none while all keys show."""
        if self.places.sheet is not None:
            return ""
        shown = self.places.currentWidget()
        return (self.sitting.shows(shown) if self.sitting else "") or "Home"

    def show_prepare(self) -> None:
        """Show the plan of the session that is open."""
        self._show("Prepare")

    def show_live(self) -> None:
        """Show the session; the keys stay where they are if it shows already."""
        self._show("Live")

    def show_wrap_up(self) -> None:
        """Show what is to settle, and the pages of the summary."""
        self._show("Wrap-up")

    def _show(self, name: str) -> None:
        if self.sitting is not None and self.place != name:
            place = self.sitting.place(name)
            if not self.places.go_to(place):
                place.come()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lead out of the sheet, and to where hands begin from what has no use for Escape."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.places.sheet is not None:
            self.toggle_keys()
        else:
            self._take_keys()

    def _take_keys(self) -> None:
        """Give the keys to where hands begin in the place that shows."""
        if self.sitting is not None and self.place != "Home":
            self.sitting.place(self.place).come()
        elif self.home is not None and self.place == "Home":
            self.home.refresh()

    def _on_moved(self) -> None:
        """Say on the rail which place shows, and let keys rest that it has no use for."""
        self.rail.show_place(self.place, open_session=self.sitting is not None)
        let_rest(self)
