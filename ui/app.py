"""Starting the window: which file, what is resumed, and what happens when something breaks."""

import sys
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from facilitator.faults import Fault
from ui import style
from ui.window import MainWindow


def run(path: Path | None) -> int:
    """Open the window and return the exit status; 2 for a file that cannot be opened."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Facilitator")
    style.dress(app)
    window = MainWindow()
    window.show()
    # The window paints first; SQLite, the file and the other scripts follow.
    opened = True

    def begin() -> None:
        nonlocal opened
        opened = start(window, path)

    QTimer.singleShot(0, begin)
    sys.excepthook = _Broken(window)
    status = app.exec()
    return status if opened else 2


def start(window: MainWindow, path: Path | None) -> bool:
    """Open the file in a window that shows already; return whether that went well."""
    try:
        window.open_file(path or own_file())
    except Fault as fault:
        print(f"facilitator: {fault}", file=sys.stderr)
        window.show_home()
        window.banner.say(str(fault))
        return False
    finally:
        style.add_other_scripts()
    return True


def own_file() -> Path:
    """Return the user's own file in the platform's data folder, which is made if need be."""
    from platformdirs import user_data_path

    return user_data_path("Facilitator", appauthor=False, ensure_exists=True) / "sessions.db"


class _Broken:
    """Say that something broke, in the window too, and go on: what is saved is saved."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def __call__(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        traceback.print_exception(kind, error, trace)
        self._window.banner.say(
            self._window.tr("Something went wrong here ({0}). What was saved is safe.").format(
                error
            )
        )
