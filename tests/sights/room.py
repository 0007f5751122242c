"""The room screen as the hall sees it."""

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QImage, QPixmap, QRegion
from PySide6.QtWidgets import QApplication

from tests.sights.see import Sight
from ui.house import House
from ui.room.displays import Displays
from ui.room.room_face import RoomFace
from ui.room.wall import Promise, Wall


class RoomSights(Sight):
    @property
    def room(self) -> "Room":
        return Room(self.house)


class Room:
    def __init__(self, house: House) -> None:
        self._house, self._screen = house, house.room

    @property
    def state(self) -> str:
        """Return what the button in the top bar says."""
        return self._screen.state

    @property
    def words(self) -> list[str]:
        """Return all the words that the hall can read."""
        face = self._screen.face
        return [] if face is None else [_plain(word) for word in face.words]

    @property
    def place(self) -> str:
        face = self._screen.face
        if face is None:
            return "nowhere"
        return "projector" if face.isWindow() else "laptop"

    @property
    def picture(self) -> QImage:
        assert self._screen.face is not None
        return self._screen.face.grab().toImage()

    @property
    def repainted(self) -> "Repainted":
        assert self._screen.face is not None
        QApplication.processEvents()  # it shows, before anything can be painted anew
        self._house.activateWindow()  # the offscreen platform activates whatever shows
        QApplication.processEvents()
        return Repainted(self._screen.face)


class Repainted(QObject):
    """The shares of the height between which a face was painted anew, from when it was asked."""

    def __init__(self, face: RoomFace) -> None:
        super().__init__()
        self._face, self._region = face, QRegion()
        face.repaint(0, 0, 1, 1)  # and with it, at once, whatever waits to be painted
        face.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._region += event.region()
        return False

    def at(self, share: float) -> bool:
        """Say whether anything was painted at that share of the height."""
        self._face.repaint(0, 0, 1, 1)
        line = self._face.rect()
        line.setTop(round(share * line.height()))
        line.setHeight(1)
        return self._region.intersects(line)


class Screens(Displays):
    """A projector that is plugged in and pulled out; the offscreen platform has one screen."""

    there = False  # is a projector plugged in as the window opens?

    def others(self, window: object) -> list:
        return [window.screen()] if self.there else []

    def plug_in(self) -> None:
        self.there = True
        self.changed.emit()

    def pull_out(self) -> None:
        self.there = False
        self.changed.emit()


def plugged_in(patch: pytest.MonkeyPatch) -> None:
    """Have the windows that open from now on find a projector."""
    patch.setattr("ui.room.room_screen.Displays", Screens)
    patch.setattr(Screens, "there", True)


def painted(page: Wall | Promise, wide: int, high: int, now: int = 0) -> QImage:
    """Return a page as it is painted on a screen of that size, in shades of grey."""
    face = RoomFace()
    face.resize(wide, high)
    face.show_page(page, 0)
    face.grab()
    face.show_page(page, now)
    return face.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)


def grey(picture: QImage | QPixmap) -> QImage:
    image = picture.toImage() if isinstance(picture, QPixmap) else picture
    return image.convertToFormat(QImage.Format.Format_Grayscale8)


def shades(picture: QImage, top: float = 0.0, end: float = 1.0) -> list[bytes]:
    """Return the rows of a grey picture between two shares of its height."""
    rows = range(round(top * picture.height()), round(end * picture.height()))
    wide = picture.width()
    return [bytes(picture.constScanLine(y))[:wide] for y in rows]


def _plain(word: str) -> str:
    return word.translate({0x2068: None, 0x2069: None})


def differing(one: QImage, other: QImage) -> list[int]:
    """Return the rows, from the top, in which two grey pictures of a size are not the same.

    The edges of letters may differ a little: Qt smooths them by what they are painted on.
    """
    pairs = zip(shades(one), shades(other), strict=True)
    return [row for row, (a, b) in enumerate(pairs) if a != b and _apart(a, b) > EDGES]


EDGES = 64  # of 255 shades; what shows through is further apart


def _apart(one: bytes, other: bytes) -> int:
    return max(abs(a - b) for a, b in zip(one, other, strict=True))
