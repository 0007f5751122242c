"""An open session file: the sessions in it, how they are resumed or begun, and their clock."""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from facilitator.record.shelf import Shelf
from facilitator.steady import anchor, held, steady
from resources import ROOT

HALF_A_DAY = 12 * 3_600_000  # ms; further off, the running session is of another day

if TYPE_CHECKING:
    from facilitator.agendas import Template
    from facilitator.record.store import Store
    from facilitator.session import Session


class SessionFile:
    """Choosing a session is light; the log and its rules load when one is opened."""

    def __init__(self, path: Path, now: Callable[[], int] | None = None) -> None:
        """Open the file or raise Unreadable. Without `now`, time is the machine's own."""
        self._shelf = Shelf(path)
        self._now = now

    @property
    def sessions(self) -> list[dict[str, Any]]:
        """Return what the read tables say of each session, the newest in the file first."""
        return self._shelf.plans()[::-1]

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

    def running(self) -> "Session | None":
        """Return the session that was running when the file was left, the newest if several."""
        running = self._shelf.running()
        return self.resume(running[-1]) if running else None

    def resume(self, ident: str) -> "Session":
        from facilitator.session import Session

        return Session(self.store, ident, self.now)

    def begin(self, template: "Template", timezone: str) -> "Session":
        """Plan a session from a template, to begin right now."""
        from facilitator.room.clock import MINUTE
        from facilitator.room.meeting import Meeting
        from facilitator.session import new_id

        session = self.resume(f"session-{new_id()}")
        minute = -(-self.now() // MINUTE) * MINUTE  # the next full one: nobody begins late
        local = Meeting(timezone=timezone).local(minute)
        session.plan(
            {
                "title": template.name,
                "date": f"{local:%Y-%m-%d}",
                "start": f"{local:%H:%M}",
                "timezone": timezone,
            },
            agenda=template.segments,
        )
        return session

    def settle(self) -> None:
        """Tidy the file while nobody types."""
        self._shelf.settle()

    def close(self) -> None:
        self._shelf.close()


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
    real, ended = played.now, measured_at(session.history)
    opened = real()
    played.now = lambda: ended + real() - opened
    return played
