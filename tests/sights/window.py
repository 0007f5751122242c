"""The window around the session: its places, its banner, what Home offers."""

from PySide6.QtWidgets import QMenu

from tests.sights.see import Sight, in_words
from ui.key_sheet import KeySheet


class WindowSights(Sight):
    @property
    def place(self) -> str:
        return self.house.place

    def go(self, tab: str) -> None:
        """Choose a tab of Prepare."""
        self.house.show_prepare()
        assert self.house.sitting is not None
        self.house.sitting.prepare.show_tab(tab)

    @property
    def banner(self) -> str:
        banner = self.house.banner
        return banner.accessibleName() if banner.isVisibleTo(self.house) else ""

    @property
    def sessions(self) -> list[str]:
        assert self.house.home is not None
        return in_words(self.house.home.sessions)

    @property
    def offers(self) -> list[str]:
        assert self.house.home is not None
        return in_words(self.house.home.agendas)

    @property
    def sheet(self) -> list[str]:
        """Return the sheet of all keys, a line each; nothing if it does not show."""
        shown = self.house.places.currentWidget()
        return shown.words if isinstance(shown, KeySheet) else []

    def menu(self) -> dict[str, str]:
        """Open the menu, read what it says of each action, and close it."""
        self.house.rail.open_menu()
        menu = self.house.rail.findChild(QMenu)
        assert menu is not None
        parts = [entry.menu() for entry in menu.actions()]
        told = {a.objectName(): a.text() for part in parts for a in part.actions()}
        menu.close()
        menu.deleteLater()
        return told

    def choose(self, name: str) -> None:
        """Choose an action in the menu."""
        self.house.action(name).trigger()
