"""The only timer: it wakes at the moment the second that shows is over."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal

IDLE = 2000  # ms without an act, after which the file is tidied


class Ticker(QObject):
    beat = Signal(object)  # the moment
    idle = Signal()  # nothing was done for a while

    def __init__(self, now: Callable[[], int], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.now = now
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.strike)
        self._acted: int | None = None

    def start(self, second_over: int = 0) -> None:
        """Wake when the next whole second after that moment is over, and so on."""
        self._offset = second_over % 1000
        self._wake()

    def acted(self) -> None:
        """Hear that something was done."""
        self._acted = self.now()

    def strike(self) -> None:
        """Tell the moment; the window's tests call it when they move their clock."""
        now = self.now()
        self.beat.emit(now)
        if self._acted is not None and now - self._acted >= IDLE:
            self._acted = None
            self.idle.emit()
        self._wake()

    def _wake(self) -> None:
        self._timer.start(1000 - (self.now() - self._offset) % 1000 + 2)
