"""The one door to a session: every act goes through it, and is on disk before it is so."""

from collections.abc import Callable
from time import perf_counter

from facilitator import logs
from facilitator.log.events import Event, Redone, Undone
from facilitator.log.history import History
from facilitator.log.state import Entry, State
from facilitator.record.store import Store


class Door:
    def __init__(self, store: Store, ident: str, now: Callable[[], int]) -> None:
        """Open or begin the session. `now` gives UTC milliseconds."""
        self.store, self.id, self.now = store, ident, now
        self.history = History(store.entries(ident))
        self.on_change: Callable[[State, State], None] = lambda before, after: None

    @property
    def state(self) -> State:
        return self.history.state

    def do(self, event: Event) -> bool:
        """Record the event: disk, then memory, then screen."""
        before, began = self.state, perf_counter()
        entry = Entry(self.history.length + 1, self.now(), event)
        after = self.history.after(entry)
        if after is before:
            return False
        self.store.append(self.id, entry, before, after)
        self.history.take(entry, after)
        self.on_change(before, after)
        took = 1000 * (perf_counter() - began)
        if took > logs.SLOW:
            logs.slow(type(event).__name__, took)
        return True

    def undo(self) -> bool:
        last = self.history.last
        return last is not None and self.do(Undone(last.n))

    def redo(self) -> bool:
        undone = self.history.undone
        return bool(undone) and self.do(Redone(undone[-1].n))
