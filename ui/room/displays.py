"""Which screens there are besides the one with the controls."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

FRAME = 16  # px by which a maximised window may reach over the edge of its screen


class Displays(QObject):
    changed = Signal()  # a screen came, went or moved

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        self._gone: QScreen | None = None
        app.screenAdded.connect(self._hear)
        app.screenRemoved.connect(self._lose)
        app.primaryScreenChanged.connect(self.changed)
        for screen in app.screens():
            screen.geometryChanged.connect(self.changed)

    def others(self, window: QWidget) -> list[QScreen]:
        """Return the screens on which nothing of the window shows, not even mirrored."""
        screens = [screen for screen in QGuiApplication.screens() if screen != self._gone]
        own = [window.screen()]
        if not QGuiApplication.platformName().startswith("wayland"):  # it tells no places
            # A window whose screen comes back is there again before Qt says so.
            own = [s for s in screens if not is_apart(s.geometry(), [window.geometry()])] or own
        if self._gone in own:
            return []  # the window is about to be moved, who knows where to
        taken = [screen.geometry() for screen in own]
        return [s for s in screens if s not in own and is_apart(s.geometry(), taken)]

    def _hear(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self.changed)
        self.changed.emit()

    def _lose(self, screen: QScreen) -> None:
        """Tell of it before Qt moves what is on that screen over the controls."""
        self._gone = screen
        self.changed.emit()
        self._gone = None


def is_apart(screen: QRect, taken: Iterable[QRect]) -> bool:
    """Say whether a screen shares nothing with places that are taken, but for a window's frame."""
    shared = (screen.intersected(place) for place in taken)
    return all(min(both.width(), both.height()) <= FRAME for both in shared)
