"""The session as Qt sees it: a signal after each act is on disk, each second, and for a fault."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from facilitator.faults import Fault

if TYPE_CHECKING:
    from facilitator.log.state import State
    from facilitator.session import Session


TWICE = 700  # ms in which nobody means to give the floor twice


class Live(QObject):
    changed = Signal(object, object)  # before, after
    ticked = Signal(object)  # the moment
    failed = Signal(str)  # a sentence

    def __init__(self, session: "Session", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._given = -TWICE
        session.on_change = self.changed.emit

    def leave(self) -> None:
        """Hear no more of the session."""
        self.session.on_change = lambda before, after: None

    @property
    def state(self) -> "State":
        return self.session.state

    def now(self) -> int:
        return self.session.now()

    def next_speaker(self) -> None:
        """Give the floor to the next; a second press at once is a slip, and skips nobody."""
        now = self.now()
        if not 0 <= now - self._given < TWICE and self.attempt(self.session.give_floor):
            self._given = now

    def attempt(self, verb: Callable[..., bool], *args: Any, **fields: Any) -> bool:
        """Do a verb of the session; what the disk did not take is said, and nothing changed."""
        try:
            return verb(*args, **fields)
        except Fault as fault:
            self.failed.emit(str(fault))
            return False
