"""The window as its user meets it: keys in, words out. The only test code that knows widgets."""

from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from facilitator.log.history import fold
from facilitator.log.state import State
from facilitator.session import Session
from tests.clock import Clock
from ui.app import Shell
from ui.meeting.meeting_place import MeetingPlace
from ui.widgets.rows import Rows


class Desk:
    def __init__(self, qtbot: QtBot, path: Path, clock: Clock) -> None:
        self._bot, self.path, self.clock = qtbot, path, clock
        self.sit()

    def sit(self) -> None:
        """Sit down at a fresh window on the file."""
        self.shell = Shell()
        self._bot.addWidget(self.shell)
        with self._bot.waitActive(self.shell):  # shortcuts need an active window, even offscreen
            self.shell.show()
        self.house = self.shell.furnish(self.clock)
        assert self.shell.open(self.path)
        for _ in range(3):  # paint, and what is shown only after the first paint
            QApplication.processEvents()

    def leave(self) -> None:
        """Close the window, as one does at the end of an evening."""
        self.shell.close()

    def crash(self) -> None:
        """Lose the window as a power cut does: the file is not closed, nothing is tidied."""
        assert self.house.file is not None
        self.house.file.store.connection.close()
        self.house.file = None
        self.shell.close()

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
        """Let time pass, and the window see it."""
        self.clock.advance(seconds)
        if self.house.ticker is not None:
            self.house.ticker.strike()

    def save_as(self, path: Path) -> None:
        """Type a path into the dialog that asks where to, and press Enter."""
        dialog = self.shell.findChild(QFileDialog)
        assert dialog is not None
        line = dialog.findChild(QLineEdit)
        assert line is not None
        line.selectAll()
        line.setText(str(path))
        QTest.keyClick(line, Qt.Key.Key_Return)

    # What eyes see

    @property
    def place(self) -> str:
        return "Live" if self.house.rail.live.isChecked() else "Home"

    @property
    def focus(self) -> str:
        """Return the name of what has the keys."""
        return self._focus.accessibleName()

    @property
    def clock_says(self) -> str:
        return self._meeting.clock.clock.words

    @property
    def lateness(self) -> str:
        return self._meeting.bar.lateness.text()

    @property
    def undo_says(self) -> str:
        return self._meeting.bar.undo.accessibleName()

    @property
    def speaker(self) -> str:
        return self._meeting.floor.speaker.face.name

    @property
    def speaker_time(self) -> str:
        turn = self._meeting.floor.speaker.turn
        return f"{turn.spent} {turn.of}".strip()

    @property
    def queue(self) -> list[str]:
        return [row.content[1] for row in self._meeting.floor.queue.rows]

    @property
    def found(self) -> list[str]:
        return _words(self._meeting.floor.found)

    @property
    def agenda(self) -> list[str]:
        return _words(self._meeting.agenda.list)

    @property
    def notes(self) -> list[str]:
        return _words(self._meeting.notes.list)

    @property
    def promises(self) -> list[str]:
        return _words(self._meeting.promises.list)

    @property
    def reading(self) -> str:
        """Return how the note line says that it understands what was typed."""
        return self._meeting.notes.reading.text()

    @property
    def line(self) -> str:
        return self._meeting.notes.line.text()

    @property
    def banner(self) -> str:
        banner = self.house.banner
        return banner.text.text() if banner.isVisibleTo(self.house) else ""

    @property
    def sessions(self) -> list[str]:
        assert self.house.home is not None
        return _words(self.house.home.sessions)

    @property
    def offers(self) -> list[str]:
        assert self.house.home is not None
        return _words(self.house.home.agendas)

    # What is behind it

    @property
    def session(self) -> Session:
        assert self.house.live is not None
        return self.house.live.session

    @property
    def state(self) -> State:
        return self.session.state

    def check(self) -> None:
        """What shows is what is on disk."""
        if self.house.file is None or self.house.live is None:
            return
        store, state = self.session.store, self.state
        assert fold(store.entries(self.session.id)) == state
        assert store.faults() == []
        people = state.people
        assert self.queue == [people[w.person].name or w.person for w in state.floor.queue]
        assert len(self.notes) == len(state.notes)
        assert len(self.promises) == len(state.commitments)

    @property
    def _focus(self) -> QWidget:
        return QApplication.focusWidget() or self.shell

    @property
    def _meeting(self) -> MeetingPlace:
        assert self.house.meeting is not None
        return self.house.meeting


def _words(rows: Rows) -> list[str]:
    return [row.words for row in rows.rows]
