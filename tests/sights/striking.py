"""The page that asks before words are struck, and says what was done."""

from tests.sights.see import Sight
from ui.strike_page import StrikePage


class StrikingSights(Sight):
    @property
    def striking(self) -> list[str]:
        """Return what the page says, a line each; nothing while it does not show."""
        shown = [page for page in self.house.findChildren(StrikePage) if page.isVisible()]
        return shown[0].accessibleName().splitlines() if shown else []
