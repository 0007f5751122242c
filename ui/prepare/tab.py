"""What the tabs of Prepare have in common: they follow the session while they show."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from facilitator.log.state import State
    from ui.live import Live


# px: the pane at the right, with its line. Words stand 20 from the edges of a pane, and the first
# line of each pane has its middle 30 under the bar, so that nothing jumps from tab to tab.
SIDE = 352


class Tab(QWidget):
    said = Signal(str)  # a sentence for the banner
    go = Signal(str, str)  # to another tab, by its name, and with what to begin there

    def __init__(self, live: "Live", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._live = live

    def follow(self, before: "State | None", after: "State") -> None:
        """Show what changed; everything where there is no before: the tab was hidden."""

    def come(self, about: str = "") -> None:
        """Take the keys to where hands begin; another tab may have sent them about something."""
        self.setFocus()

    def search(self) -> None:
        """Take the keys to what finds things here, if there is such a thing."""

    def bring_in(self) -> None:
        """Take in a file that this tab can use, if there is such a thing."""
