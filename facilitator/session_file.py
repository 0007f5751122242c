"""An open session file: the sessions in it, how they are resumed or begun, and their clock."""

from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from facilitator import logs
from facilitator.faults import Fault
from facilitator.steady import Anchor, anchor
from resources import ROOT

MINUTE = 60_000  # ms; not from the rooms: Home shows before they load
WEEK = 7 * 24 * 3_600_000  # ms

if TYPE_CHECKING:
    from facilitator.agendas import Template
    from facilitator.record.backup import Made
    from facilitator.record.handle import Trouble
    from facilitator.record.rescue import Rescued
    from facilitator.record.shelf import Shelf
    from facilitator.record.store import Store
    from facilitator.record.union import Outcome
    from facilitator.session import Session


class SessionFile:
    """Choosing a session is light; the log and its rules load when one is opened."""

    def __init__(self, path: Path, now: Callable[[], int] | None = None) -> None:
        """Open the file or raise Unreadable. Without `now`, time is the machine's own.

        One that cannot be written is opened to be read: `unwritable` says why.
        """
        from facilitator.record.files import shelf_at
        from facilitator.record.opening import Unwritable

        self.unwritable: Unwritable | None = None
        try:
            self._shelf = shelf_at(path)
        except Unwritable as fault:
            if not path.is_file():
                raise
            self._shelf = shelf_at(path, read_only=True)
            self.unwritable = fault
        self._machine = anchor if now is None else _told(now)
        self._is_copied = False  # a copy was made since it was opened
        self._copied_to = 0  # how many of the acts since the last copy are in the next
        logs.opened(path)

    @property
    def sessions(self) -> list[dict[str, Any]]:
        """Return what the read tables say of each session, the newest in the file first."""
        return self._shelf.plans()[::-1]

    @property
    def shelf(self) -> "Shelf":
        """Return what tells of the sessions."""
        return self._shelf

    @cached_property
    def store(self) -> "Store":
        from facilitator.record.store import Store

        store = Store(self._shelf)
        if store.forked() and not self._shelf.read_only:
            from facilitator.record.union import recover

            recover(store)
        return store

    def now(self) -> int:
        """Return the moment by the machine's clock, UTC ms; a session has a clock of its own."""
        return self._machine().utc

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
        from facilitator.session_clock import SessionClock

        session = Session(self.store, ident, self.now)
        session.steady = SessionClock(session, self._machine)
        return session

    def set_clock(self, moment: int) -> None:
        """Let time go on from this moment, in a file that is only a trial."""
        machine, opened = self._machine, self._machine().ticks
        self._machine = _told(lambda: moment + machine().ticks - opened)

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

    def take_in(self, path: Path) -> "list[Outcome]":
        """Take in the sessions of another file or of a session script, or raise a Fault."""
        from facilitator.record.files import store_at
        from facilitator.record.union import merge

        if path.exists() and path.samefile(self.store.path):
            raise Fault(f"{path.name} is the file that is open here.")
        if path.suffix.lower() == ".json":
            return _play_into(self.store, path)
        with closing(store_at(path, read_only=True)) as other:
            return merge(self.store, other)

    def holds(self, ident: str) -> bool:
        """Say whether a session that was resumed goes on here as it was then."""
        return ident in self.store.kept_ends

    def leave(self, ident: str) -> None:
        """Say that nobody goes on with a session here, till it is resumed."""
        from facilitator.record.union import leave

        leave(self.store, ident)

    # Copies, and going on in one

    def begin_copy(self, reason: str) -> "Callable[[], Made] | None":
        """Return what makes a copy, in any thread; None where nothing is to be copied.

        Then `end_copy` must be called here, with what was made.
        """
        from facilitator.record.backup import copied

        if not self.store.recent and self._is_copied:
            return None
        handle, path = self._shelf.file.begin_copy(), self._shelf.path
        if handle is None:
            return None
        self._copied_to = len(self.store.recent)
        return lambda: copied(handle, path, reason)

    def end_copy(self, made: "Made | None") -> None:
        """Go on after a copy was made, or could not be."""
        from facilitator.record.backup import thin_out
        from facilitator.record.copies import copies_of

        self._shelf.file.end_copy()
        if made is not None:
            self._is_copied = True
            del self.store.recent[: self._copied_to]
            thin_out(copies_of(self._shelf.path), datetime.now(UTC).replace(tzinfo=None))

    def note_copy(self) -> None:
        """Hear that there is a copy of what it holds already."""
        self._is_copied = True

    def rescue(self, trouble: "Trouble") -> "Rescued":
        """Write everything into a fresh file, since this one is lost, or raise a Fault."""
        from facilitator.record.rescue import rescue

        return rescue(self.store, trouble)

    def abandon(self) -> None:
        """Close without writing into what stands in the place of this file by now."""
        self._shelf.file.leave_it()

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
    file.shelf.file.copy_to(folder / "rehearsal.db")
    copied = SessionFile(folder / "rehearsal.db", now)
    try:
        state = copied.resume(ident).state
        meeting, floor = state.meeting, state.floor  # it may be in use before the first part
        opens = None if floor.turns or floor.queue else meeting.opens
        for name in copied.store.drafts.of(ident):  # no gap of the real evening is asked about
            copied.store.drafts.put_down(ident, name, "")
        copied.set_clock(copied.now() if opens is None else opens - MINUTE)
        session = copied.resume(ident)
        ahead = session.history.recorded - copied.now()
        if ahead > 0:  # it was planned after the hour at which it begins
            session.set_clock(-ahead)
        session.change_meeting(title=f"Rehearsal: {meeting.title}".rstrip(" :"))
    except BaseException:
        copied.close()
        raise
    session.history.kept = len(session.history.done)
    return copied, session


def _play_into(store: "Store", path: Path) -> "list[Outcome]":
    """Play a session script, all of it or nothing.

    A script that names no session gets a name of its content: twice the same is one session.
    """
    from hashlib import sha256

    from facilitator import rehearsal

    script = rehearsal.read(path)
    named = script.session.get("id") or f"script-{sha256(path.read_bytes()).hexdigest()[:10]}"
    script.session["id"] = named
    return rehearsal.play_whole(script, store, path.with_suffix(".db").name)


def _told(now: Callable[[], int]) -> Callable[[], Anchor]:
    """Return a machine whose clocks show what is told to it, and never differ."""

    def machine() -> Anchor:
        at = now()
        return Anchor("told", at, at)

    return machine


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
    played.set_clock(measured_at(session.history))
    return played
