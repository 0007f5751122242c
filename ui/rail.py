"""The slim rail at the left: the places, and the menu in which every action has its words."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QToolButton, QVBoxLayout

from ui.actions import GROUPS
from ui.style import font, icon

if TYPE_CHECKING:
    from ui.house import House


class Rail(QFrame):
    """A place that is not there yet is absent."""

    def __init__(self, house: "House") -> None:
        super().__init__(house)
        self.setObjectName("rail")
        self.setFixedWidth(76)
        self._house = house
        self.home = self._button("house", self.tr("Home"))
        self.prepare = self._button("calendar-range", self.tr("Prepare"))
        self.live = self._button("play", self.tr("Live"))
        self.wrap_up = self._button("file-check-2", self.tr("Wrap-up"))
        self.more = self._button("menu", self.tr("Menu"))
        self.more.setCheckable(False)
        self._places = {
            "Home": self.home,
            "Prepare": self.prepare,
            "Live": self.live,
            "Wrap-up": self.wrap_up,
        }
        for place in self._places.values():
            # To press where one is changes nothing. (An exclusive group would hide it from Tab.)
            place.clicked.connect(lambda _, place=place: place.setChecked(True))
        self.more.clicked.connect(self.open_menu)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 8)
        layout.setSpacing(0)
        for place in self._places.values():
            layout.addWidget(place)
        layout.addStretch(1)
        layout.addWidget(self.more)
        self.show_place("Home", open_session=False)

    def show_place(self, name: str, open_session: bool) -> None:
        """Mark the place that shows; without an open session there is only Home."""
        for of, button in self._places.items():
            button.setChecked(of == name)
            button.setVisible(open_session or of == "Home")
            button.setFont(font(12, bold=of == name))

    def open_menu(self) -> None:
        """Show every action under its group, with its keys and how it is set."""
        from PySide6.QtWidgets import QMenu  # slow: Home does without

        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for group in GROUPS:
            part = menu.addMenu(group.words)
            part.setToolTipsVisible(True)
            for act in group.acts:
                action = self._house.action(act.name)
                told = self._house.deeds.told(act.name)
                action.setText(f"{act.words}: {told}" if told else act.words)
                part.addAction(action)
        corner = self.more.mapToGlobal(self.more.rect().topRight())
        menu.popup(corner)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press too what has the keys, as everywhere else in the window."""
        button = self.focusWidget()
        if isinstance(button, QToolButton) and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            button.click()
        else:
            super().keyPressEvent(event)

    def _button(self, name: str, words: str) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(name, "ink"))
        button.setIconSize(QSize(22, 22))
        button.setText(words)
        button.setAccessibleName(words)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setCheckable(True)
        button.setFixedSize(76, 68)
        button.setFont(font(12))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button
