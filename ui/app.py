"""Starting the window: it paints first, then it is furnished and its file is opened."""

import gc
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QSocketNotifier, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from facilitator import logs
from ui.broken import watch_over
from ui.settings import Settings

if TYPE_CHECKING:
    from ui.house import House

NAME = "Facilitator"
FRAME = 40  # px that the title bar of a window may take
WARM_UP = 50  # ms after the window can be used


class Shell(QMainWindow):
    """The window itself, empty: it shows while everything else is still loading."""

    painted = Signal()  # once, when it shows

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle(NAME)
        self.resize(1366, 768)
        self.setMinimumSize(640, 360)
        self.house: House | None = None
        self._painted = False

    def furnish(self, now: Callable[[], int] | None = None) -> "House":
        """Put everything into the window; without `now`, time is the machine's own."""
        from ui.file_care import FileCare
        from ui.house import House

        self.house = House(self, now)
        FileCare(self.house)
        self.setCentralWidget(self.house)
        self.house.show()
        return self.house

    def open(self, path: Path | None) -> bool:
        """Open a file, or the user's own; a fault is said, and False returned."""
        from facilitator import folders
        from facilitator.faults import Fault

        house = self.house or self.furnish()
        try:
            house.open_file(path or folders.own_file())
        except Fault as fault:
            logs.fault(fault)
            house.filing.put_away()
            print(f"facilitator: {fault}", file=sys.stderr)
            house.show_home()
            house.banner.say(str(fault))
            return False
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.house is not None:
            self.house.filing.put_away()
        super().closeEvent(event)


def run(path: Path | None) -> int:
    """Open the window and return the exit status; 2 for a file that cannot be opened."""
    # The style is named here: setting it later would make two of them.
    app = QApplication([sys.argv[0], "-style", "fusion"])
    app.setApplicationName(NAME)
    logs.wait()
    shell = Shell()
    room = shell.screen().availableSize() - QSize(0, FRAME)
    shell.resize(shell.size().boundedTo(room))
    Settings().recall_window(shell)
    opened = True

    def begin() -> None:
        nonlocal opened
        watch_over(shell.furnish())
        opened = shell.open(path)
        QTimer.singleShot(WARM_UP, settle_in)

    def settle_in() -> None:
        """Load what painting could do without."""
        close_on_signals(shell)
        logs.begin()
        warm_up()

    shell.painted.connect(begin)
    shell.show()
    status = app.exec()
    Settings().remember_window(shell)
    logs.end()
    return status if opened else 2


def close_on_signals(shell: Shell) -> None:
    """Close the window properly on Ctrl+C and at a logout, also while Qt waits for nothing."""
    import signal
    import socket

    heard, told = socket.socketpair()
    told.setblocking(False)
    signal.set_wakeup_fd(told.fileno())
    notifier = QSocketNotifier(heard.fileno(), QSocketNotifier.Type.Read, shell)
    notifier.activated.connect(shell.close)
    for end in (heard, told):  # a lambda keeps its end till then, a bound method would not
        shell.destroyed.connect(lambda *_, end=end: end.close())
    numbers = [signal.SIGINT, signal.SIGTERM]
    if sys.platform != "win32" and signal.getsignal(signal.SIGHUP) != signal.SIG_IGN:
        numbers.append(signal.SIGHUP)  # its terminal was closed, and nobody said not to mind
    for number in numbers:
        signal.signal(number, lambda *_: None)  # the notifier hears it


def warm_up() -> None:
    """Load what the first act will need, so that nobody waits for it then."""
    from importlib import import_module

    from ui import style

    style.add_other_scripts()
    for name in ("facilitator.session", "ui.meeting.meeting_place", "sqlite_utils"):
        import_module(name)
    import_module("facilitator.room.dates").warm_up()
    import_module("facilitator.temporary").sweep()
    gc.freeze()
    gc.enable()
