"""Work behind the window, one thing after the other on a thread of its own."""

import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, QThreadPool, Signal

TURN = 0.001  # s after which Python lets the window have its turn; its own 5 ms can be felt


class Behind(QObject):
    got_on = Signal(float)  # how much is done, 0…1
    broke = Signal(object)  # an exception that nobody thought of

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        sys.setswitchinterval(TURN)

    def wait(self) -> None:
        """Wait for what is under way, and for what waits behind it."""
        self._pool.waitForDone()

    def _start(self, work: Callable[[], None]) -> None:
        self._pool.start(lambda: self._run(work))

    def _run(self, work: Callable[[], None]) -> None:
        try:
            work()
        except Exception as error:  # nobody else would hear of it on this thread
            self.broke.emit(error)
