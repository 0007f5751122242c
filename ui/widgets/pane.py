"""What the panes have in common: a head with a title and a remark, and bars of shares."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from ui.style import colour, font
from ui.widgets.ink import RIGHT, write


class Head(QFrame):
    """The head of a pane: its title in bold, a remark beside it, another at the right."""

    def __init__(self, title: str, parent: QWidget | None = None, margin: int = 16) -> None:
        super().__init__(parent)
        self.setObjectName("head")
        self.setMinimumHeight(34)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.title = QLabel(title, self)
        self.title.setFont(font(14, bold=True))
        self.remark, self.aside = QLabel(self), QLabel(self)
        for label in (self.remark, self.aside):
            label.setObjectName("second")
            label.setFont(font(13))
        self.sign = QLabel(self)
        self.sign.hide()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(margin, 0, margin, 0)
        layout.setSpacing(8)
        layout.addWidget(self.title)
        layout.addWidget(self.remark)
        layout.addStretch(1)
        layout.addWidget(self.sign)
        layout.addWidget(self.aside)


class ShareBar(QWidget):
    """A share of the talk as a bar; the notch is the share of the people in the room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._name, self._number, self._of, self._talk, self._room = "", "", "", 0.0, 0.0

    def show_share(self, name: str, number: str, of: str, talk: float, room: float) -> None:
        """Show shares from 0 to 1, and the one of the talk in words too: a number, and of what."""
        shown = name, number, of, talk, room
        if shown == (self._name, self._number, self._of, self._talk, self._room):
            return
        self._name, self._number, self._of, self._talk, self._room = shown
        self.setAccessibleName(f"{name}: {number} {of}".rstrip(" :"))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, 44)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            across = self.width()
            write(painter, QRect(0, 0, across, 24), self._name, 13)
            of = write(painter, QRect(0, 0, across, 24), self._of, 13, tint="ink2", align=RIGHT)
            write(painter, QRect(0, 0, across - of - 4, 24), self._number, 13, True, align=RIGHT)
            painter.fillRect(0, 26, across, 10, colour("track"))
            painter.fillRect(0, 26, round(across * self._talk), 10, colour("ink2"))
            notch = min(across - 3, round(across * self._room))
            painter.fillRect(notch - 1, 22, 5, 18, colour("ground"))
            painter.fillRect(notch, 22, 3, 18, colour("ink"))
