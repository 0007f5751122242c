"""What the window does about sleep: the question about a gap, and its answers."""

from tests.sights.see import Sight


class WakingSights(Sight):
    @property
    def answers(self) -> list[str]:
        """Return the words of the buttons in the banner."""
        banner = self.house.banner
        buttons = (*banner.buttons, banner.close_button)
        return [button.accessibleName() for button in buttons if button.isVisibleTo(self.house)]

    def answer(self, words: str) -> None:
        """Press a button of the banner."""
        banner = self.house.banner
        buttons = (*banner.buttons, banner.close_button)
        next(button for button in buttons if button.accessibleName() == words).click()
