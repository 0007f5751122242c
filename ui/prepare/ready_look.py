"""Looking at the computer again and again while somebody looks, without holding anybody up."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from facilitator.preflight import Measured
from ui.prepare.ready_measured import Asked, Look
from ui.room.displays import Displays

if TYPE_CHECKING:
    from facilitator.room.people import People
    from ui.live import Live

SOON = 100  # ms after which a first look is mostly over


class Looking(QObject):
    found = Signal(object)  # a Measured

    def __init__(self, live: "Live", over: QWidget) -> None:
        """Look for as long as the widget shows."""
        super().__init__(over)
        self._live, self._over = live, over
        self._look: Look | None = None
        self._last: Measured | None = None
        self._people: People | None = None  # whose names were looked at
        self._displays = Displays(self)
        self._displays.changed.connect(self._go_on)
        live.ticked.connect(self._go_on)

    def begin(self) -> None:
        """Look afresh: what does not change while one looks may have changed since."""
        self._last = None
        self._go_on()
        QTimer.singleShot(SOON, self, self._go_on)

    def wait(self) -> None:
        """Wait for the look that is under way."""
        if self._look is not None:
            self._look.join()

    def _go_on(self) -> None:
        """Take what was found and look again; a system that does not answer is asked once."""
        if not self._over.isVisible():
            return
        look = self._look
        if look is not None and look.is_alive():
            return
        if look is not None and look.found is not None:
            self._last = look.found
            self.found.emit(look.found)
        self._look = Look(self._asked())
        self._look.start()

    def _asked(self) -> Asked:
        live = self._live
        people, session = live.state.people, live.session
        asked = Asked(
            screens=len(self._displays.others(self._over.window())),
            folder=session.store.path.absolute().parent,
            meeting=live.state.meeting,
            now=live.now(),
            last=session.history.last_moment,
            names=tuple(person.name for person in people.values()),
            before=self._last,
            same_names=people is self._people,
        )
        self._people = people
        return asked
