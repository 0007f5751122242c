"""The window as its user meets it: keys in, words out."""

from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from facilitator.log.history import fold
from facilitator.log.state import State
from facilitator.record.checking import faults
from facilitator.session import Session
from tests.clock import Clock
from tests.laptop import Laptop
from tests.sights.agenda_plan import AgendaSights
from tests.sights.big_table import BigTableSights
from tests.sights.capture import CaptureSights
from tests.sights.clock import ClockSights
from tests.sights.floor import FloorSights
from tests.sights.home import HomeSights
from tests.sights.look import LookSights
from tests.sights.papers import PapersSights
from tests.sights.people_list import PeopleSights
from tests.sights.review import ReviewSights
from tests.sights.room import RoomSights
from tests.sights.rules import RulesSights
from tests.sights.seats import SeatsSights
from tests.sights.striking import StrikingSights
from tests.sights.voices import VoicesSights
from tests.sights.waking import WakingSights
from tests.sights.window import WindowSights
from tests.sights.wrap_up import WrapUpSights
from ui.app import Shell


class Desk(
    AgendaSights,
    FloorSights,
    ClockSights,
    CaptureSights,
    RoomSights,
    RulesSights,
    BigTableSights,
    HomeSights,
    LookSights,
    PapersSights,
    PeopleSights,
    ReviewSights,
    SeatsSights,
    StrikingSights,
    VoicesSights,
    WakingSights,
    WindowSights,
    WrapUpSights,
):
    def __init__(self, qtbot: QtBot, path: Path, clock: Clock) -> None:
        self._bot, self.path, self.clock = qtbot, path, clock
        self.sit()

    def sit(self) -> None:
        """Sit down at a fresh window on the file."""
        self.hold_screens()
        self.shell = Shell()
        self._bot.addWidget(self.shell)
        with self._bot.waitActive(self.shell):  # shortcuts need an active window, even offscreen
            self.shell.show()
        own = isinstance(self.clock, Laptop)  # then the window reads the clocks of the machine
        self.house = self.shell.furnish(None if own else self.clock)
        assert self.shell.open(self.path)
        for _ in range(3):  # paint, and what is shown only after the first paint
            QApplication.processEvents()

    def hold_screens(self) -> None:
        """Keep the screens from going with a window that is garbage: Qt crashes without them.

        WORKAROUND: to PySide a screen is owned by the window that asked for it last. The window of
        the product lasts as long as its process, those of the tests do not.
        """
        Desk.screens = QApplication.screens()

    def leave(self) -> None:
        """Close the window, as one does at the end of an evening."""
        self.shell.close()

    def crash(self) -> None:
        """Lose the window as a kill does: the file is not closed, its log lies beside it."""
        assert self.house.file is not None
        parts = [self.path, self.path.with_name(f"{self.path.name}-wal")]
        left = {part: part.read_bytes() for part in parts if part.exists()}
        self.house.file.shelf.file.let_go()
        self.house.filing.file = None
        self.shell.close()
        for part, content in left.items():  # SQLite folds the log in even where nobody closes
            part.write_bytes(content)

    # What hands do

    def type(self, text: str) -> None:
        for letter in text:  # QTest.keyClicks knows ASCII only
            key = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(self._focus, key)

    def press(self, *keys: str) -> None:
        """Press keys by name: "Ctrl+A", "Return"."""
        for key in keys:
            combination = QKeySequence(key)[0]
            QTest.keyClick(self._focus, combination.key(), combination.keyboardModifiers())
            gone = QEvent.Type.DeferredDelete  # goes between two keys, as it does in a window
            QApplication.sendPostedEvents(None, gone.value)

    def paste(self, text: str) -> None:
        QApplication.clipboard().setText(text)
        self.press("Ctrl+V")

    def click(self, across: float, down: float) -> None:
        """Click at a place of the window, told in shares of its width and height."""
        if QApplication.activeModalWidget() or QApplication.activePopupWidget():
            return  # it would not reach the window
        place = QPoint(int(across * self.shell.width()), int(down * self.shell.height()))
        at = self.shell.childAt(place) or self.shell
        left = Qt.MouseButton.LeftButton
        QTest.mouseClick(at, left, pos=at.mapFrom(self.shell, place))

    def look_away(self, seconds: float) -> None:
        """Go to another program's window and come back after some time."""
        other = QWidget()
        other.show()
        other.activateWindow()
        QApplication.processEvents()
        self.later(seconds)
        self.shell.activateWindow()
        QApplication.processEvents()
        other.close()

    def queue_up(self, *names: str) -> None:
        self.press("Ctrl+A")
        for name in names:
            self.type(name)
            self.press("Return")

    def write(self, *lines: str) -> None:
        self.press("Ctrl+L")
        for line in lines:
            self.type(line)
            self.press("Return")

    def later(self, seconds: float) -> None:
        """Let time pass, and the window see it: at least once a minute, or it would be a sleep."""
        while seconds > 0:
            self.sleep(min(60, seconds))
            seconds -= 60

    def sleep(self, seconds: float) -> None:
        """Let time pass as while the machine sleeps: the window sees it only afterwards."""
        self.clock.advance(seconds)
        if self.house.sitting is not None:
            self.house.sitting.ticker.strike()

    def save_as(self, path: Path) -> None:
        """Type a path into the dialog that asks where to, and press Enter."""
        dialog = self.shell.findChild(QFileDialog)
        assert dialog is not None
        line = dialog.findChild(QLineEdit)
        assert line is not None
        line.selectAll()
        line.setText(str(path))
        QTest.keyClick(line, Qt.Key.Key_Return)

    @property
    def focus(self) -> str:
        """Return the name of what has the keys."""
        return self._focus.accessibleName()

    # What is behind it

    @property
    def session(self) -> Session:
        assert self.house.live is not None
        return self.house.live.session

    @property
    def state(self) -> State:
        return self.session.state

    def fill_disk(self) -> None:
        """Let the disk have no more room than the file takes already."""
        db = self.session.store.db
        (pages,) = db.execute("pragma page_count").fetchone()
        db.execute(f"pragma max_page_count = {pages}")

    def clear_disk(self) -> None:
        self.session.store.db.execute("pragma max_page_count = 1000000")

    def check(self) -> None:
        """What shows is what is on disk."""
        if self.house.file is None or self.house.live is None:
            return
        store, state = self.session.store, self.state
        assert fold(store.entries(self.session.id)) == state
        assert faults(store) == []
        people = state.people
        assert self.queue == [people[w.person].name or w.person for w in state.floor.queue]
        if not self.meeting.notes.finder.text():
            assert len(self.notes) == len(state.notes)
        assert len(self.promises) == len(state.commitments)

    @property
    def _focus(self) -> QWidget:
        return QApplication.activePopupWidget() or QApplication.focusWidget() or self.shell
