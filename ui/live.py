"""The session as Qt sees it: a signal after each act is on disk, each second, and for a fault."""

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from facilitator import logs
from facilitator.faults import Fault
from facilitator.room.floor import BRIEF
from facilitator.session_clock import CLOCK

if TYPE_CHECKING:
    from datetime import date

    from facilitator.log.state import State
    from facilitator.session import Session


TWICE = 700  # ms in which nobody means to give the floor twice


class Live(QObject):
    changed = Signal(object, object)  # before, after
    ticked = Signal(object)  # the moment
    failed = Signal(str)  # a sentence
    reading_changed = Signal(str)  # the id of the promise that is read back now, or nothing
    preview_changed = Signal(object)  # a plan that is looked at before it is made, or None

    def __init__(self, session: "Session", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._asked: dict[str, int] = {}  # when something was last asked for
        self.reading = ""
        self.preview: Any = None
        self._desk = session.store.drafts.of(session.id)
        session.on_change = self.changed.emit
        self.changed.connect(self._on_changed)

    def leave(self) -> None:
        """Hear no more of the session."""
        self.session.on_change = lambda before, after: None

    @property
    def state(self) -> "State":
        return self.session.state

    def now(self) -> int:
        return self.session.now()

    def today(self) -> "date":
        """Return the day that it is where the session is held."""
        return self.state.meeting.local(self.now()).date()

    def draft(self, name: str) -> str:
        """Return the half-typed line of that name, also from before a kill."""
        return self._desk.get(name, "")

    def drafts(self) -> dict[tuple[str, str], str]:
        """Return the half-typed lines by session and name; the clock keeps its own on the desk."""
        own = {name: text for name, text in self._desk.items() if name != CLOCK}
        return {(self.session.id, name): text for name, text in own.items()}

    def keep_draft(self, name: str, text: str) -> None:
        """Keep a half-typed line through a kill; a disk that is full keeps no drafts."""
        if text != self.draft(name):
            with suppress(Fault):
                self.session.store.drafts.put_down(self.session.id, name, text)
                self._desk[name] = text

    def reread(self) -> None:
        """Take the session and what lies on the desk from the file again: words were struck."""
        self._desk = self.session.store.drafts.of(self.session.id)
        self.session.reread()

    def next_speaker(self, person: str | None = None) -> None:
        """Give the floor to the next, or to a person; from an interruption it goes back.

        Twice at once is a slip, or a key that is held down, and skips nobody.
        """
        floor = self.state.floor
        if self._slips("speaker"):
            return
        if person is None and floor.interrupted is not None:
            self.attempt(self.session.release_floor)
            return
        waiting = floor.waits(person) if person else next(iter(floor.queue), None)
        brief = waiting is not None and waiting.kind in BRIEF
        self.attempt(self.session.give_floor, person, inside=brief)

    def next_part(self) -> None:
        """Start the next part; a key that is held down starts one."""
        if not self._slips("part"):
            self.attempt(self.session.next_segment)

    def _slips(self, what: str) -> bool:
        """Say whether the same was asked for only a moment ago."""
        now, before = self.now(), self._asked.get(what, -TWICE)
        self._asked[what] = now
        return 0 <= now - before < TWICE

    def _on_changed(self, before: "State", after: "State") -> None:
        if self.session.history.undone:
            self._asked.clear()  # a slip that was undone: the next one is meant

    def read(self, promise: str) -> None:
        """Have the room read a promise, or none."""
        if promise != self.reading:
            self.reading = promise
            self.reading_changed.emit(promise)

    def set_preview(self, plan: Any) -> None:
        """Show what a new plan of the rest would look like, or no longer."""
        if plan != self.preview:
            self.preview = plan
            self.preview_changed.emit(plan)

    def attempt(self, verb: Callable[..., bool], *args: Any, **fields: Any) -> bool:
        """Do a verb of the session; what the disk did not take is said, and nothing changed."""
        try:
            return verb(*args, **fields)
        except Fault as fault:
            logs.fault(fault)
            self.failed.emit(str(fault))
            return False
