"""An open session file: the sessions in it, how they are resumed or begun, and their clock."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from facilitator.figures.account import measured_at
from facilitator.record.store import Store
from facilitator.room.meeting import Meeting
from facilitator.session import Session, new_id
from facilitator.steady import anchor, held, steady
from resources import ROOT

if TYPE_CHECKING:
    from facilitator.agendas import Template


class SessionFile:
    def __init__(self, path: Path, now: Callable[[], int] | None = None) -> None:
        """Open or make the file, or raise Unreadable. Without `now`, time is the machine's own."""
        self.store = Store(path)
        self.now = now or self._steady()

    @property
    def sessions(self) -> list[dict[str, Any]]:
        """Return what the read tables say of each session, the newest in the file first."""
        return self.store.plans()[::-1]

    def running(self) -> Session | None:
        """Return the session that was running when the file was left, the newest if several."""
        running = self.store.running()
        return self.resume(running[-1]) if running else None

    def resume(self, ident: str) -> Session:
        return Session(self.store, ident, self.now)

    def begin(self, template: "Template", timezone: str) -> Session:
        """Plan a session from a template, to begin right now."""
        session = self.resume(f"session-{new_id()}")
        local = Meeting(timezone=timezone).local(self.now())
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

    def close(self) -> None:
        self.store.close()

    def _steady(self) -> Callable[[], int]:
        """Return the machine's clock; while a session runs, as it was set before a restart."""
        kept = self.store.anchor() if self.store.running() else None
        base = held(kept, anchor())
        self.store.keep_anchor(base)
        return steady(base)


def example(folder: Path, now: Callable[[], int] | None = None) -> SessionFile:
    """Play the example session into a file of its own in this folder.

    Its clock goes on from where that evening ended, so that it can be gone on with.
    """
    from facilitator import rehearsal

    script = rehearsal.read(ROOT / "examples" / "parable_falls.json")
    played = SessionFile(folder / "example.db", now)
    session = rehearsal.play(script, played.store)
    real, ended = played.now, measured_at(session.history)
    opened = real()
    played.now = lambda: ended + real() - opened
    return played
