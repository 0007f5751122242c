"""How the window looks: its theme, its size, where its panes meet."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QSplitter

from tests.sights.see import Sight
from ui import style
from ui.app import Shell


class LookSights(Sight):
    shell: Shell

    @property
    def theme(self) -> str:
        return style.theme()

    @property
    def picture(self) -> QImage:
        """Return what the window looks like, to the pixel."""
        for _ in range(3):
            QApplication.processEvents()
        return self.shell.grab().toImage()

    @property
    def ground(self) -> str:
        """Return the colour of the window's own ground, left of its lowest edge."""
        picture = self.picture
        return picture.pixelColor(picture.width() - 3, picture.height() - 3).name()

    @property
    def side_begins(self) -> int:
        """Return where the ground begins after the paper, close under what is over both."""
        picture, ground = self.picture, style.colour("ground").rgb()
        heights = (57, 101)  # px; the line of time stands over the agenda
        found = ((x, y) for y in heights for x in range(600, picture.width()))
        return next(x for x, y in found if picture.pixel(x, y) == ground)

    def panes(self, name: str) -> list[int]:
        """Return how wide or high the panes of that name are."""
        return self._splitter(name).sizes()

    def drag_panes(self, name: str, by: int) -> None:
        """Take the first line between the panes of that name with the mouse, and move it."""
        handle = self._splitter(name).handle(1)
        across = handle.orientation() == Qt.Orientation.Horizontal
        start, way = handle.rect().center(), QPoint(by, 0) if across else QPoint(0, by)
        QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=start)
        QTest.mouseMove(handle, start + way)
        QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=start + way)

    def _splitter(self, name: str) -> QSplitter:
        found = self.shell.findChild(QSplitter, name)
        assert isinstance(found, QSplitter)
        return found
