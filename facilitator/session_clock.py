"""The clock of one session: steady while it is under way, the machine's own before that.

It is the time scale of the log. What the room reads is this, plus what the clock was set right by
(`State.set_by`); so an act alone sets the clock, and nothing here has to move with it.
"""

import json
from collections.abc import Callable
from contextlib import suppress
from typing import NamedTuple

from facilitator.door import Door
from facilitator.faults import Fault
from facilitator.log.state import State
from facilitator.room.meeting import LAST
from facilitator.steady import ASKED, SECOND, Anchor, Pace

CLOCK = "clock"  # its name on the desk: a kill leaves it there, a power cut ends its boot anyway
WORTH_KEEPING = 100  # ms; by less the kept clock may be off
OFTEN = 10 * SECOND  # so often it is kept anyway: after a reboot it says how far time was told


class Kept(NamedTuple):
    """How the clock goes, and the difference to the machine's that is known to be its fault."""

    pace: Pace
    refused: int = 0


def under_way(state: State) -> bool:
    """Say whether something was begun whose length is told, and the session has not ended."""
    floor = state.floor
    begun = state.agenda.begun is not None or floor.turns or floor.queue
    return bool(begun) and state.meeting.ended is None


class SessionClock:
    def __init__(self, session: Door, machine: Callable[[], Anchor]) -> None:
        self._session, self._machine = session, machine
        self._now: Kept | None = None  # nothing while it is the machine's own
        self._kept: Kept | None = None  # as it lies on the desk

    def __call__(self) -> int:
        """Return the moment, UTC ms, before the clock was ever set right."""
        here = self._machine()
        now = self._under_way(here)
        return self._plain(here) if now is None else now.pace.moment(here.ticks)

    def follow(self) -> int:
        """Follow the machine's clock where nobody sees it; return by how much else it is ahead.

        That is nothing where the difference is small, or where a person has said that it is wrong.
        """
        here = self._machine()
        now = self._under_way(here)
        if now is None:
            return 0
        off = self._plain(here) - now.pace.moment(here.ticks)
        small = abs(off) < ASKED
        pace = now.pace.following(here.ticks, off if small else 0)
        self._keep(Kept(pace, 0 if small else now.refused), here)
        asked = under_way(self._session.state) and abs(off - now.refused) >= ASKED
        return off if asked and not small else 0

    def refuse(self) -> None:
        """Hear that the machine's clock is wrong by what it differs now: not to be asked again."""
        here = self._machine()
        now = self._under_way(here)
        if now is not None:
            off = self._plain(here) - now.pace.moment(here.ticks)
            self._keep(now._replace(refused=off if abs(off) >= ASKED else 0), here)

    def _plain(self, here: Anchor) -> int:
        return here.utc - self._session.state.set_by

    def _under_way(self, here: Anchor) -> Kept | None:
        """Return how the clock goes; it is set when the session begins, or is opened again."""
        if self._now is None and under_way(self._session.state):
            self._kept = _read(self._session)
            kept = self._kept
            told = max(self._session.history.recorded, kept.pace.at if kept else 0)
            if kept is None or not kept.pace.holds(here):
                kept = Kept(Pace(here.boot, self._plain(here), here.ticks))
            self._keep(kept._replace(pace=kept.pace.not_before(told, here.ticks)), here)
        return self._now

    def _keep(self, now: Kept, here: Anchor) -> None:
        """Go on so, and keep it for a restart if it is worth a write."""
        self._now, kept = now, self._kept
        if kept is not None and kept.refused == now.refused and kept.pace.holds(here):
            drifted = abs(now.pace.moment(here.ticks) - kept.pace.moment(here.ticks))
            if drifted < WORTH_KEEPING and here.ticks - kept.pace.ticks < OFTEN:
                return
        with suppress(Fault):  # on a full disk it is only kept in mind
            text = json.dumps([*now.pace, now.refused])
            self._session.store.drafts.put_down(self._session.id, CLOCK, text)
            self._kept = now


def _read(session: Door) -> Kept | None:
    """Return what was kept; words that are none of ours are passed over."""
    try:
        boot, *numbers = json.loads(session.store.drafts.of(session.id)[CLOCK])
        at, ticks, owed, refused = (int(number) for number in numbers)
    except (KeyError, ValueError, TypeError, OverflowError, RecursionError):
        return None
    return Kept(Pace(str(boot), at, ticks, owed), refused) if 0 < at <= LAST else None
