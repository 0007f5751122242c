"""What is in the window: the rail, its places, and the file that is open in them."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimeZone
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from facilitator.faults import Fault
from ui.actions import ACTS
from ui.deeds import Deeds
from ui.live import Live
from ui.style import font, icon
from ui.ticker import Ticker
from ui.widgets.banner import Banner

if TYPE_CHECKING:
    from tempfile import TemporaryDirectory

    from facilitator.agendas import Template
    from facilitator.session import Session
    from facilitator.session_file import SessionFile
    from ui.home.home_place import HomePlace
    from ui.meeting.meeting_place import MeetingPlace


class House(QWidget):
    def __init__(self, parent: QWidget | None = None, now: Callable[[], int] | None = None) -> None:
        """Furnish an empty window; without `now`, time is the machine's own."""
        super().__init__(parent)
        self._now = now
        self.file: SessionFile | None = None
        self.live: Live | None = None
        self.home: HomePlace | None = None
        self.meeting: MeetingPlace | None = None
        self.ticker: Ticker | None = None
        self._example: TemporaryDirectory[str] | None = None
        self._own: Path | None = None  # the file to come back to from the example
        self.banner = Banner(self)
        self.places = QStackedWidget(self)
        self.rail = _Rail(self)
        self.rail.home.clicked.connect(self.show_home)
        self.rail.live.clicked.connect(self.show_live)
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
            action.triggered.connect(getattr(self.deeds, act.name))
            self.addAction(action)

    # The file

    def open_file(self, path: Path) -> None:
        """Open a file, go on with the session that was running in it, or raise Unreadable."""
        from facilitator.session_file import SessionFile  # SQLite loads after the first paint

        self._own = path
        self._take(SessionFile(path, self._now))

    def open_example(self) -> None:
        """Open the example session in a file of its own; nothing of it stays."""
        from tempfile import TemporaryDirectory

        from facilitator.session_file import example

        folder = TemporaryDirectory(prefix="facilitator-")
        try:
            self._take(example(Path(folder.name), self._now))
        except BaseException:
            folder.cleanup()
            raise
        self._example = folder
        if self.file is not None:
            self.show_session(self.file.resume(self.file.sessions[0]["session"]))
        self.banner.say(self.tr("This is the example session. Try anything: it leaves no trace."))

    def _explore(self) -> None:
        """Go to the example, or back from it."""
        (self.open_example if self._example is None else self.leave_example)()

    def leave_example(self) -> None:
        """Go back from the example to one's own sessions."""
        if self._own is None:
            raise Fault(self.tr("There is no file of your own to go back to."))
        self.open_file(self._own)
        self.banner.drop()

    def begin(self, template: "Template") -> None:
        """Begin a session right now with an agenda."""
        if self._example is not None:
            self.leave_example()  # a real evening must not go with the example
        if self.file is not None:
            zone = bytes(QTimeZone.systemTimeZoneId().data()).decode()
            self.show_session(self.file.begin(template, zone))

    def resume(self, ident: str) -> None:
        """Go on with a session of the file."""
        if self.live is not None and self.live.session.id == ident:
            self.show_live()  # it is here already, half-typed words and all
        elif self.file is not None:
            self.show_session(self.file.resume(ident))

    def _take(self, file: "SessionFile") -> None:
        """Take a file in the place of the one that is open, once it is known to be readable."""
        try:
            running = file.running()
            _ = file.sessions
        except BaseException:
            file.close()
            raise
        self.put_away()
        self.file = file
        if running is not None:
            self.show_session(running)
        else:
            self.show_home()

    def put_away(self) -> None:
        """Close the file, whole; what was only an example goes."""
        self._leave_session()
        if self.file is not None:
            self.file.close()
            self.file = None
        if self._example is not None:
            self._example.cleanup()
            self._example = None

    def _try(self, act: Callable[..., None]) -> Callable[..., None]:
        """Return the act with its faults said in the banner."""

        def attempt(*words: object) -> None:
            try:
                act(*words)
            except Fault as fault:
                self.banner.say(str(fault))

        return attempt

    # The places

    def show_home(self) -> None:
        """Show the sessions of the file, and what a new one may begin with."""
        from ui.home.home_place import HomePlace

        if self.home is None:
            self.home = HomePlace(self)
            self.home.opened.connect(self._try(self.resume))
            self.home.begun.connect(self._try(self.begin))
            self.home.explored.connect(self._try(self._explore))
            self.places.addWidget(self.home)
        self._go_to(self.home)
        sessions = None if self.file is None else self.file.sessions
        self.home.show_file(sessions, self._example is not None)

    def show_session(self, session: "Session") -> None:
        """Show a session in Live; the one that was there is put away."""
        from ui.meeting.meeting_place import MeetingPlace

        self._leave_session()
        self.live = Live(session, self)
        self.live.failed.connect(self.banner.say)
        self.live.changed.connect(self.banner.hide)
        self.meeting = MeetingPlace(self.live, self)
        self.places.addWidget(self.meeting)
        self.ticker = Ticker(session.now, self)
        self.ticker.beat.connect(self.live.ticked)
        if self.file is not None:
            self.ticker.idle.connect(self.file.settle)
        self.live.changed.connect(self.ticker.acted)
        self.live.changed.connect(self._follow_clock)
        self.window().setWindowTitle(f"{session.state.meeting.title} – Facilitator")
        self._follow_clock()
        self._enter(self.meeting)

    def _leave_session(self) -> None:
        """Put the session away that was in Live; nothing of it may listen or tick any more."""
        if self.live is not None and self.meeting is not None and self.ticker is not None:
            self.banner.drop()  # it may know a line that goes now
            self.live.leave()
            self.places.removeWidget(self.meeting)
            for part in (self.meeting, self.ticker, self.live):
                part.deleteLater()
            self.live = self.meeting = self.ticker = None

    def show_live(self) -> None:
        """Show the session; the keys stay where they are if it shows already."""
        if self.meeting is not None and not self.rail.live.isChecked():
            self._enter(self.meeting)

    def _enter(self, meeting: "MeetingPlace") -> None:
        self._go_to(meeting)
        meeting.notes.line.setFocus()

    def _go_to(self, place: QWidget) -> None:
        self.places.setCurrentWidget(place)
        self.rail.show_place(live=place is self.meeting, has_live=self.meeting is not None)

    def _follow_clock(self) -> None:
        """Let the ticker wake when a second of the running part is over."""
        if self.live is not None and self.ticker is not None:
            running, now = self.live.state.agenda.running, self.live.now()
            self.ticker.start(now + running.left(now) if running else 0)


class _Rail(QFrame):
    """The places at the left; one that is not there yet is absent."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setFixedWidth(76)
        self.home = self._button("house", self.tr("Home"))
        self.live = self._button("play", self.tr("Live"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.home)
        layout.addWidget(self.live)
        layout.addStretch(1)
        self.show_place(live=False, has_live=False)

    def show_place(self, live: bool, has_live: bool) -> None:
        self.home.setChecked(not live)
        self.live.setChecked(live)
        self.live.setVisible(has_live)
        for button in (self.home, self.live):
            button.setFont(font(12, bold=button.isChecked()))

    def _button(self, name: str, words: str) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(name, "ink"))
        button.setIconSize(QSize(22, 22))
        button.setText(words)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setCheckable(True)
        button.setFixedSize(76, 68)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button
