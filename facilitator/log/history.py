"""The log in memory: what stands, what was undone, and the state they amount to."""

from collections.abc import Iterable

from facilitator.log.events import Event, PeopleImported, Redone, SessionPlanned, Undone, Unknown
from facilitator.log.state import Entry, State
from facilitator.log.struck import applied
from facilitator.room.meeting import LAST

DAMAGED = Unknown("damaged")
SNAPSHOT_EVERY = 256  # entries; an undo folds at most so many again
LONG = SessionPlanned, PeopleImported  # lists of people: not folded again for each undo after them


class History:
    def __init__(self, entries: Iterable[Entry] = (), length: int = 0) -> None:
        """Fold the acts that can be read, of a log that has so many; without, as many as these."""
        self.length = 0  # of the log, undone acts and all
        self.unread: list[range] = []  # acts that are damaged or missing, by number
        self.recorded = 0  # the moment of the last act of the log, before any setting of the clock
        self.done: list[Entry] = []
        self.undone: list[Entry] = []
        self.kept = 1  # acts that are never undone: the plan, or all that a rehearsal begins with
        self.state = State()
        self._snapshots: list[tuple[int, State]] = [(0, self.state)]
        for entry in entries:
            self._miss(range(self.length + 1, entry.n + (entry.event == DAMAGED)))
            self._file(entry)
        self._miss(range(self.length + 1, length + 1))
        self.length = max(self.length, length)
        self._fold(self.done)

    def _miss(self, acts: range) -> None:
        if acts:
            self.unread.append(acts)

    def missing(self, after: int = 0) -> int:
        """Return how many acts behind one cannot be read: they are damaged, or gone."""
        return sum(len(acts) for acts in self.unread if acts.start > after)

    @property
    def last_moment(self) -> int:
        """Return the moment of the last act of the log, 0 if there is none."""
        return self.recorded and self.recorded + self.state.set_by

    @property
    def last(self) -> Entry | None:
        """Return the act that undo would take back; the plan of the session is not undone."""
        takes = len(self.done) > self.kept and not isinstance(self.done[-1].event, Unknown)
        return self.done[-1] if takes else None

    def after(self, entry: Entry) -> State:
        """Return the state that the entry would lead to; the same object if it changes nothing."""
        match entry.event:
            case Undone(n):
                place = _place(self.done, n)
                if place is None:
                    return self.state
                count, state = next(s for s in reversed(self._snapshots) if s[0] <= place)
                rest = self.done[count:place] + self.done[place + 1 :]
            case Redone(n):
                place = _place(self.undone, n)
                rest = [] if place is None else [self.undone[place]]
                state = self.state
            case _:
                state, rest = self.state, [entry]
        for one in rest:
            state = applied(state, one)
        return state

    def take(self, entry: Entry, state: State) -> None:
        """Take in an entry that is on disk now, and the state that `after` said it leads to."""
        place = self._file(entry)
        self.state = state
        while self._snapshots[-1][0] > place:
            self._snapshots.pop()
        self._snap(len(self.done), entry.event)

    def _file(self, entry: Entry) -> int:
        """File the entry; return how many of the acts that stand are as they were."""
        self.length = entry.n
        if 0 < entry.at <= LAST:  # one that is damaged has no moment
            self.recorded = entry.at
        match entry.event:
            case Undone(n) if (place := _place(self.done, n)) is not None:
                self.undone.append(self.done.pop(place))
                return place
            case Redone(n) if (place := _place(self.undone, n)) is not None:
                self.done.append(self.undone.pop(place))
            case Undone() | Redone():
                pass
            case _:
                self.done.append(entry)
                self.undone.clear()
        return len(self.done)

    def _fold(self, entries: list[Entry]) -> None:
        for count, entry in enumerate(entries, 1):
            self.state = applied(self.state, entry)
            self._snap(count, entry.event)

    def _snap(self, count: int, event: Event) -> None:
        """Keep the state after so many acts, if it is worth folding from there again."""
        if count - self._snapshots[-1][0] >= SNAPSHOT_EVERY or isinstance(event, LONG):
            self._snapshots.append((count, self.state))


def fold(entries: Iterable[Entry]) -> State:
    return History(entries).state


def _place(entries: list[Entry], n: int) -> int | None:
    """Return where entry n is; undo and redo look for the newest, so look from the end."""
    return next((i for i in reversed(range(len(entries))) if entries[i].n == n), None)
