"""What watches over the open file: is it still there, and is there a fresh copy of it?

Looks and copies are made on threads that may hang, as a dead network drive makes them; the window
never waits for one.
"""

from collections.abc import Callable
from pathlib import Path
from threading import Thread
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from facilitator.faults import Fault

if TYPE_CHECKING:
    from facilitator.record.backup import Made
    from facilitator.record.handle import Handle, Sight
    from facilitator.session_file import SessionFile
    from ui.filing import Filing

EVERY = 1000  # ms between two looks
PATIENCE = 10.0  # s without an answer of the disk, after which it is said
BETWEEN_COPIES = 600.0  # s
PARTING = 3.0  # s that the end of the program waits for a thread
SETTLED = 5000  # ms after a file was opened


class Making(NamedTuple):
    """A copy that is being made."""

    file: "SessionFile"
    thread: Thread
    done: "list[Made | None]"  # one, once it is made or could not be


class Keeping(QObject):
    lost = Signal(object)  # Trouble: the file is not at its place any more
    silent = Signal()  # the disk does not answer
    shorter = Signal(int)  # acts that a copy has behind the last ones here
    damaged = Signal(object)  # sentences: what a copy found wrong
    _looked = Signal(object, object)  # the file, Sight
    _made = Signal(object)  # a list of Made, or of None

    def __init__(
        self, filing: "Filing", second_place: Callable[[], str], parent: QObject | None = None
    ) -> None:
        """`second_place` tells of a folder into which each copy is put too, or of none."""
        super().__init__(parent)
        self._filing, self._second_place = filing, second_place
        self._making: Making | None = None
        self._next = ""  # the reason of a copy that waits for the one being made
        self._asked: float | None = None  # when the look began that is under way
        self._is_said = False  # that the disk is silent, or the file lost
        self._copied = monotonic()  # when the last copy was begun
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self._look)
        self._first = QTimer(self)  # a start waits for no copy
        self._first.setSingleShot(True)
        self._first.setInterval(SETTLED)
        self._first.timeout.connect(self._begin)
        self._looked.connect(self._on_looked)
        self._made.connect(self._on_made)

    def follow(self) -> None:
        """Watch over the file that is open by now; over none that leaves no trace."""
        self._asked, self._is_said, self._next = None, False, ""
        if self._file is None:
            self._timer.stop()
            self._first.stop()
        else:
            self._timer.start()
            self._first.start()

    def _begin(self) -> None:
        """Look whether the end of the file was lost; if not, have a first copy made."""
        file = self._file
        if file is None:
            return
        from facilitator.file_copies import lost_end

        if count := lost_end(file.store):
            self.shorter.emit(count)
        else:
            self.copy("opened")

    def idle(self) -> None:
        """Hear that nobody does anything: time for a copy, if the last one is old."""
        if monotonic() - self._copied >= BETWEEN_COPIES:
            self.copy("idle")

    def copy(self, reason: str) -> None:
        """Have a copy made on a thread, if anything was done since the last one."""
        file = self._file
        if file is None:
            return
        if file.shelf.file.is_copied:
            self._next = reason
            return
        make = file.begin_copy(reason)
        if make is None:
            return
        self._copied = monotonic()
        path, second = file.shelf.path, self._second_place()
        done: list[Made | None] = []

        def work() -> None:
            done.append(_try(make))
            self._made.emit(done)
            _carry(done[0], path, second)

        self._making = Making(file, _run(work), done)

    def leave(self) -> None:
        """Make a last copy of the file, which is about to be closed."""
        self._timer.stop()
        self._first.stop()
        file, making = self._file, self._making
        if making is not None and making.file is file:  # it would be cut off
            making.thread.join(PARTING)
            self._next = ""
            if making.done:
                self._on_made(making.done)
        if file is not None and (make := file.begin_copy("closed")) is not None:
            made = _try(make)
            file.end_copy(made)
            path, second = file.shelf.path, self._second_place()
            _run(lambda: _carry(made, path, second)).join(PARTING)

    @property
    def _file(self) -> "SessionFile | None":
        file = self._filing.own_file
        return file if file is not None and file.unwritable is None else None

    def _look(self) -> None:
        file = self._file
        handle = file.shelf.file.handle if file is not None else None
        if handle is None:
            return
        if self._asked is None:
            self._asked = monotonic()
            _run(lambda: self._looked.emit(file, _sight(handle)))
        elif monotonic() - self._asked > PATIENCE and not self._is_said:
            self._is_said = True
            self.silent.emit()

    def _on_looked(self, file: "SessionFile", sight: "Sight | None") -> None:
        self._asked = None
        if file is not self._file or sight is None:
            return
        trouble = file.shelf.file.trouble(sight)
        if trouble is not None:
            self.lost.emit(trouble)

    def _on_made(self, done: "list[Made | None]") -> None:
        making = self._making
        if making is None or making.done is not done or making.file is not self._file:
            return  # it was closed, or lost, meanwhile
        self._making, (made,) = None, done
        making.file.end_copy(made)
        if made is not None and made.faults:
            self.damaged.emit(made.faults)
        if self._next:
            reason, self._next = self._next, ""
            self.copy(reason)


def _run(work: Callable[[], None]) -> Thread:
    """Work on a thread that no end of the program waits for."""

    def run() -> None:
        try:
            work()
        except RuntimeError:  # the window is gone
            return

    thread = Thread(target=run, daemon=True)
    thread.start()
    return thread


def _sight(handle: "Handle") -> "Sight | None":
    try:
        return handle.look()
    except OSError:  # it was closed meanwhile
        return None


def _try(make: "Callable[[], Made]") -> "Made | None":
    """Make a copy; where there is no room for one, or no folder, the evening goes on without."""
    try:
        return make()
    except (OSError, Fault):
        return None


def _carry(made: "Made | None", path: Path, folder: str) -> None:
    """Put a copy into a second place too; where that is not there, or full, that is all right."""
    from facilitator.record.second_place import carry

    if made is None or not folder:
        return
    try:
        carry(made.path, path, Path(folder))
    except OSError:
        return
