"""The window around the session: its places, its banner, its keys and its menu."""

from PySide6.QtWidgets import QMenu, QPushButton

from tests.sights.see import Sight
from ui.key_sheet import KeySheet


class WindowSights(Sight):
    @property
    def place(self) -> str:
        return self.house.place

    @property
    def tab(self) -> str:
        """Return the tab of Prepare that shows."""
        assert self.house.sitting is not None
        return self.house.sitting.prepare.shown

    @property
    def undo_told(self) -> str:
        """Return what the button of Prepare says that it would take back."""
        assert self.house.sitting is not None
        return self.house.sitting.prepare.undo.accessibleName()

    @property
    def saved_told(self) -> str:
        """Return what Prepare says of what is changed: saved, or not kept."""
        assert self.house.sitting is not None
        return self.house.sitting.prepare.saved.text()

    @property
    def plan_bar(self) -> list[str]:
        """Return the words over the tabs of Prepare: which session, if it is kept, rehearse."""
        assert self.house.sitting is not None
        place = self.house.sitting.prepare
        shown = [place.rehearse.accessibleName()] * place.rehearse.isVisible()
        return [place.title.text(), place.saved.text(), *shown]

    @property
    def primary(self) -> list[str]:
        """Return the buttons that show as the ones that matter most."""
        found = self.house.findChildren(QPushButton, "primary")
        return [button.accessibleName() for button in found if button.isVisible()]

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
