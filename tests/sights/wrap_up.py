"""After the session: how far the summary is, its pages, and what leaves."""

from PySide6.QtWidgets import QApplication

from tests.sights.see import Sight
from ui.wrap_up.wrap_place import WrapPlace


class WrapUpSights(Sight):
    @property
    def wrap_up(self) -> WrapPlace:
        assert self.house.sitting is not None
        return self.house.sitting.wrap_up

    def let_pages_come(self) -> None:
        """Let what is being made and drawn come to its end, and the window hear of it."""
        for _ in range(3):  # made, drawn, and once more what that led to
            QApplication.processEvents()
            self.wrap_up.maker.wait()
        QApplication.processEvents()

    def let_it_leave(self) -> None:
        """Let what is being written come to its end, and the window hear of it."""
        self.house.deeds.exporting.writer.wait()
        self.house.window().activateWindow()  # after a dialog; offscreen no system does it
        QApplication.processEvents()

    @property
    def standing(self) -> str:
        """Return how far the summary is, as the bar says it."""
        return self.wrap_up.bar.told.accessibleName()

    @property
    def until(self) -> str:
        return self.wrap_up.pages.until.accessibleName()

    @property
    def wrap_buttons(self) -> list[str]:
        """Return the buttons of the bar that show."""
        bar = self.wrap_up.bar
        shown = (bar.mail, bar.export, bar.approve, *bar.sides.values())
        return [button.accessibleName() for button in shown if button.isVisible()]

    @property
    def page(self) -> str:
        """Return which page shows; without any, why."""
        return self.wrap_up.pages.desk.accessibleName()

    @property
    def page_text(self) -> str:
        """Return what the page that shows says, as it is read aloud."""
        return self.wrap_up.pages.desk.accessibleDescription()

    @property
    def page_size(self) -> tuple[int, int]:
        paper = self.wrap_up.pages.desk.paper
        return paper.width(), paper.height()

    @property
    def scrolled(self) -> int:
        return self.wrap_up.pages.desk.verticalScrollBar().value()

    @property
    def edition(self) -> tuple[str, str]:
        """Return the edition and the paper that are chosen, as their buttons call them."""
        choice = self.wrap_up.choice
        (chosen,) = (one for one in choice.buttons.values() if one.isChecked())
        return chosen.accessibleName(), choice.paper.accessibleName()

    @property
    def edition_warned(self) -> str:
        warned = self.wrap_up.choice.warned
        return warned.text if warned.isVisible() else ""
