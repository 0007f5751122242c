"""An open session file: the sessions in it, how they are resumed or begun, and their clock."""

from collections.abc import Callable
from contextlib import closing
from functools import cached_property
from pathlib import Path
from time import time_ns
from typing import TYPE_CHECKING, Any

from facilitator import logs
from facilitator.faults import Fault
from facilitator.private import make_file
from facilitator.record.shelf import Shelf
from facilitator.steady import anchor, held, steady
from resources import ROOT

MINUTE = 60_000  # ms; not from the rooms: Home shows before they load
WEEK = 7 * 24 * 3_600_000  # ms
HALF_A_DAY = 12 * 3_600_000  # ms; further off, the running session is of another day

if TYPE_CHECKING:
    from facilitator.agendas import Template
    from facilitator.record.store import Store
    from facilitator.record.taking_in import Taken
    from facilitator.session import Session


class SessionFile:
    """Choosing a session is light; the log and its rules load when one is opened."""

    def __init__(self, path: Path, now: Callable[[], int] | None = None) -> None:
        """Open the file or raise Unreadable. Without `now`, time is the machine's own."""
        self._shelf = Shelf(path)
        self._now = now
        logs.opened(path)

    @property
    def sessions(self) -> list[dict[str, Any]]:
        """Return what the read tables say of each session, the newest in the file first."""
        return self._shelf.plans()[::-1]

    @property
    def shelf(self) -> Shelf:
        """Return what tells of the sessions, with read tables as new as this program."""
        return self.store if self._shelf.is_older else self._shelf

    @cached_property
    def store(self) -> "Store":
        from facilitator.record.store import Store

        return Store.over(self._shelf)

    @cached_property
    def now(self) -> Callable[[], int]:
        """Return the clock; while a session runs, it goes on as it was set before a restart."""
        if self._now is not None:
            return self._now
        kept = self.store.anchor() if self.store.running() else None
        base = held(kept, anchor())
        behind = self.store.last_act() - base.utc
        if 0 < behind < HALF_A_DAY:  # the machine's clock went back over a restart; time did not
            base = base._replace(utc=base.utc + behind)
        self.store.keep_anchor(base)
        return steady(base)

    def moment(self) -> int:
        """Return the moment for whoever only looks: a session's own clock would open the log."""
        if "now" in vars(self) or self._now is not None:
            return self.now()
        return time_ns() // 1_000_000

    def running(self) -> "Session | None":
        """Return the session that was running when the file was left, the newest if several.

        One that nobody ended weeks ago is no longer at hand; it is on the list.
        """
        running = self._shelf.running()
        if not running or self.now() - self.store.last_act() > WEEK:
            return None
        return self.resume(running[-1])

    def resume(self, ident: str) -> "Session":
        from facilitator.session import Session

        return Session(self.store, ident, self.now)

    def plan(self, fields: dict[str, Any], agenda: Any = ()) -> "Session":
        """Plan a session; the agenda is rows as in a session script."""
        from facilitator.planning import new_id

        session = self.resume(f"session-{new_id()}")
        session.plan(fields, agenda=agenda)
        return session

    def begin(self, template: "Template", timezone: str) -> "Session":
        """Plan a session from a template, to begin right now."""
        from facilitator.room.meeting import Meeting

        minute = -(-self.now() // MINUTE) * MINUTE  # the next full one: nobody begins late
        local = Meeting(timezone=timezone).local(minute)
        fields = {
            "title": template.name,
            "date": f"{local:%Y-%m-%d}",
            "start": f"{local:%H:%M}",
            "timezone": timezone,
        }
        return self.plan(fields, template.segments)

    def take_in(self, path: Path) -> "Taken":
        """Take in the sessions of another file or of a session script, or raise a Fault."""
        from facilitator.record.store import Store
        from facilitator.record.taking_in import take_in

        if path.exists() and path.samefile(self.store.path):
            raise Fault(f"{path.name} is the file that is open here.")
        if path.suffix.lower() == ".json":
            taken = _play_into(self.store, path)
        else:
            with closing(Store(path, read_only=True)) as other:
                taken = take_in(self.store, other)
        vars(self).pop("now", None)  # what came in may have been ahead of this clock
        return taken

    def settle(self) -> None:
        """Tidy the file while nobody types."""
        self._shelf.settle()

    def close(self) -> None:
        self._shelf.close()
        logs.closed(self._shelf.path)


def rehearse(
    file: SessionFile, ident: str, folder: Path, now: Callable[[], int] | None = None
) -> tuple[SessionFile, "Session"]:
    """Copy the file into this folder, to go through a planned session as if it were the evening.

    Its clock begins a minute before the session does. What was planned is not undone in it.
    """
    if ident in file.shelf.begun():
        raise Fault("This session has begun; only what is still to come can be rehearsed.")
    make_file(folder / "rehearsal.db")
    file.shelf.copy_to(folder / "rehearsal.db")
    copied = SessionFile(folder / "rehearsal.db", now)
    try:
        state = copied.resume(ident).state
        meeting, floor = state.meeting, state.floor  # it may be in use before the first part
        opens = None if floor.turns or floor.queue else meeting.opens
        for name in copied.store.on_desk(ident):  # no gap of the real evening is asked about
            copied.store.put_down(ident, name, "")
        _set_clock(copied, copied.now() if opens is None else opens - MINUTE)
        session = copied.resume(ident)
        session.change_meeting(title=f"Rehearsal: {meeting.title}".rstrip(" :"))
    except BaseException:
        copied.close()
        raise
    session.history.kept = len(session.history.done)
    return copied, session


def _play_into(store: "Store", path: Path) -> "Taken":
    """Play a session script, all of it or nothing.

    A script that names no session gets a name of its content: twice the same is one session.
    """
    from hashlib import sha256

    from facilitator import rehearsal

    script = rehearsal.read(path)
    named = script.session.get("id") or f"script-{sha256(path.read_bytes()).hexdigest()[:10]}"
    script.session["id"] = named
    return rehearsal.play_whole(script, store, path.with_suffix(".db").name)


def _set_clock(file: SessionFile, moment: int) -> None:
    """Let the clock of a file go on from this moment."""
    real = file.now
    opened = real()
    file.now = lambda: moment + real() - opened


def example(folder: Path, now: Callable[[], int] | None = None) -> SessionFile:
    """Play the example session into a file of its own in this folder.

    Its clock goes on from where that evening ended, so that it can be gone on with.
    """
    from facilitator import rehearsal
    from facilitator.figures.account import measured_at

    script = rehearsal.read(ROOT / "examples" / "parable_falls.json")
    played = SessionFile(folder / "example.db", now)
    try:
        session = rehearsal.play(script, played.store)
    except BaseException:
        played.close()
        raise
    _set_clock(played, measured_at(session.history))
    return played
