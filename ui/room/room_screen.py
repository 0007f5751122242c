"""The room screen: on or off, dark or not, on the projector, or over the controls without one."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QScreen
from PySide6.QtWidgets import QApplication, QWidget

from ui.room.displays import Displays
from ui.widgets.keys import give_keys

if TYPE_CHECKING:
    from ui.house import House
    from ui.live import Live
    from ui.room.room_face import RoomFace

READING = frozenset(
    {
        Qt.Key.Key_Return,
        Qt.Key.Key_Enter,
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
    }
)


class RoomScreen(QObject):
    """Follows one session after the other. It is off at every start: nobody is surprised by it."""

    changed = Signal(str)  # its state in words

    def __init__(self, house: "House") -> None:
        super().__init__(house)
        self._house = house
        self._live: Live | None = None
        self._on = self._dark = self._inside = False
        self._wall: RoomFace | None = None  # on the projector
        self._page: RoomFace | None = None  # over the controls
        self._before: QWidget | None = None  # had the keys
        self._fills = QRect()  # the place of the projector, as it was when it was filled
        self._said = ""
        self.displays = Displays(self)
        self.displays.changed.connect(self._arrange)
        house.banner.told.connect(self._call_back)

    @property
    def state(self) -> str:
        if not self._on or self._live is None:
            return self.tr("Room off")
        if self.face is None:
            return self.tr("No projector")
        return self.tr("Room dark") if self._dark else self.tr("Room on")

    @property
    def face(self) -> "RoomFace | None":
        """Return what the hall sees now."""
        faces = (self._page, self._wall)
        return next((face for face in faces if face is not None and not face.isHidden()), None)

    def toggle(self) -> None:
        """Show it on the projector; without one, over the controls. Or show it no more."""
        if self._live is not None:
            self._on, self._dark = not self._on, False
            self._inside = self._on and not self._others()
            self._arrange()

    def toggle_dark(self) -> None:
        """Show nothing at all, or again what there is."""
        if self._on:
            self._dark = not self._dark
            self._arrange()

    def uncover(self) -> bool:
        """Give the controls back if the page covers them; say whether it did."""
        covered = self._page is not None and not self._page.isHidden()
        if covered:
            self.toggle()
        return covered

    def follow(self, live: "Live | None") -> None:
        """Show another session from now on, or none."""
        if self._live is not None:
            self._live.changed.disconnect(self._refresh)
            self._live.reading_changed.disconnect(self._refresh)
            self._live.ticked.disconnect(self._on_tick)
        self._live = live
        if live is not None:
            live.changed.connect(self._refresh)
            live.reading_changed.connect(self._refresh)
            live.ticked.connect(self._on_tick)
        elif self._inside:
            self._on = self._inside = False
        self._arrange()

    def _on_tick(self, now: int) -> None:
        if self._on:
            self._arrange()  # the controls may have moved to another screen

    def _refresh(self, *_: Any) -> None:
        """Show what there is now; nothing is worked out for a screen that is off or dark."""
        face = self.face
        if face is not None and self._live is not None and not self._dark:
            from ui.room.wall import what_shows

            live, now = self._live, self._live.now()
            face.show_page(what_shows(live.state, live.reading, now), now)

    def _arrange(self) -> None:
        """Put it where it may be now; it is never over the controls unless it was asked to be."""
        on = self._on and self._live is not None
        self._cover(on and self._inside)
        others = self._others() if on and not self._inside else []
        self._project(others)
        self._refresh()
        for face in (self._wall, self._page):
            if face is not None:
                face.darken(self._dark)
        if self.state != self._said:
            self._said = self.state
            self.changed.emit(self._said)

    def _others(self) -> list[QScreen]:
        return self.displays.others(self._house.window())

    # On the projector

    def _project(self, screens: list[QScreen]) -> None:
        """Fill one of these screens, the one that it fills already if it may."""
        wall = self._wall
        if not screens:
            if wall is not None:
                wall.hide()
            return
        if wall is None:
            wall = self._wall = self._face()
            wall.setWindowFlags(
                Qt.WindowType.FramelessWindowHint
                | Qt.WindowType.WindowDoesNotAcceptFocus
                | Qt.WindowType.WindowStaysOnTopHint
            )
            wall.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
            wall.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
            wall.setWindowTitle(self.tr("Room screen"))
        stays = not wall.isHidden() and wall.screen() in screens
        screen = wall.screen() if stays else screens[0]
        if not stays or self._fills != screen.geometry():
            self._fills = screen.geometry()
            wall.setScreen(screen)
            wall.setGeometry(self._fills)
            wall.setWindowState(Qt.WindowState.WindowFullScreen)  # showFullScreen takes the keys
            wall.show()

    def _face(self, parent: QWidget | None = None) -> "RoomFace":
        from ui.room.room_face import RoomFace  # few evenings begin with it

        face = RoomFace(parent)
        face.left.connect(self.toggle)
        return face

    # Over the controls

    def _cover(self, covers: bool) -> None:
        """Cover the controls, rail and all, and take the keys; or give both back."""
        page, app = self._page, QApplication.instance()
        assert isinstance(app, QApplication)
        if page is None and covers:
            page = self._page = self._face(self._house)
            page.pressed.connect(self._read_on)
        if page is None or covers is not page.isHidden():
            return
        if covers:
            self._before = QApplication.focusWidget()
            self._call_back("")
            page.setGeometry(self._house.rect())
            self._house.installEventFilter(self)
            page.show()
            page.raise_()
            page.setFocus()
            app.focusChanged.connect(self._keep_keys)
        else:
            app.focusChanged.disconnect(self._keep_keys)
            self._house.removeEventFilter(self)
            meeting = self._house.meeting
            page.hide()
            line = meeting.capture.line if meeting else None
            give_keys(self._before, line, self._house.places.currentWidget())

    def _keep_keys(self, before: QWidget | None, after: QWidget | None) -> None:
        """Let no line under the page have the keys: nobody types into what they do not see."""
        if after is not None and after is not self._page and self._house.isAncestorOf(after):
            assert self._page is not None
            self._before = after  # it gets them when it shows again
            self._page.setFocus()

    def _read_on(self, event: QKeyEvent) -> None:
        """Let promises be read back over the controls: the hall reads along, Enter is the yes."""
        meeting = self._house.meeting
        reads = self._live is not None and bool(self._live.reading)
        if meeting is not None and reads and event.key() in READING:
            QApplication.sendEvent(meeting.read_back, event)

    def _call_back(self, told: str) -> None:
        """Say how the controls come back; if anything is told there, ask for it, but not why."""
        plain = self.tr("F9: back to the controls")
        waits = self.tr("F9: back to the controls, where something waits for you")
        if self._page is not None:
            self._page.remark(waits if told else plain)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self._page is not None:
            self._page.setGeometry(self._house.rect())
        return False
