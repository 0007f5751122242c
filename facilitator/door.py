"""The one door to a session: every act goes through it, and is on disk before it is so."""

from collections.abc import Callable
from time import perf_counter

from facilitator import logs
from facilitator.log.events import Event, Redone, Undone
from facilitator.log.history import History
from facilitator.log.state import Entry, State
from facilitator.record.store import Store
from facilitator.room.refs import Ref


class Door:
    def __init__(self, store: Store, ident: str, steady: Callable[[], int]) -> None:
        """Open or begin the session. `steady` gives UTC ms, with no jump once it began."""
        self.store, self.id, self.steady = store, ident, steady
        self.history = self._read()
        self.on_change: Callable[[State, State], None] = lambda before, after: None

    @property
    def state(self) -> State:
        return self.history.state

    def now(self) -> int:
        """Return the moment, UTC ms, as the session knows it since its clock was set right."""
        return self.steady() + self.state.set_by

    def reread(self) -> None:
        """Fold the session anew, once words of it were struck; the steps of undo stay."""
        before, kept = self.state, self.history.kept
        self.history = self._read()
        self.history.kept = kept
        self.on_change(before, self.state)

    def _read(self) -> History:
        length = self.store.end(self.id).length  # first: the store goes on with this branch
        return History(self.store.entries(self.id), length)

    def do(self, event: Event) -> bool:
        """Record the event: disk, then memory, then screen."""
        before, began = self.state, perf_counter()
        at = max(self.steady(), self.history.recorded)  # no act is before the one before it
        entry = Entry(self.history.length + 1, at, event)
        after = self.history.after(entry)
        # To take back an act whose words were struck changes nothing, and is a step all the same.
        if after is before and not isinstance(event, Undone | Redone):
            return False
        self.store.append(self.id, entry, before, after)
        self.history.take(entry, after)
        self.on_change(before, after)
        took = 1000 * (perf_counter() - began)
        if took > logs.SLOW:
            logs.slow(type(event).__name__, took)
        return True

    def of(self, text: str) -> str:
        """Return what tells which item of another log a reference means; "" for one of this."""
        ref = Ref.read(text)
        return self.store.read(ref.log)[1].get(ref.id, "") if ref.log else ""

    def undo(self) -> bool:
        last = self.history.last
        return last is not None and self.do(Undone(last.n))

    def redo(self) -> bool:
        undone = self.history.undone
        return bool(undone) and self.do(Redone(undone[-1].n))
