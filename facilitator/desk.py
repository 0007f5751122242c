"""At the desk, between the sessions of a series: what became of a commitment, as it is heard."""

from collections.abc import Callable

from facilitator.door import Door
from facilitator.log import events as e
from facilitator.planning import new_id
from facilitator.record.store import Store
from facilitator.room.refs import Ref


class Desk(Door):
    """One sitting. Its log begins with its first act, and no later sitting goes on with it.

    So nothing forks when a file is copied, and undo reaches back in this sitting alone.
    """

    def __init__(
        self, store: Store, series: e.SittingBegun, now: Callable[[], int], ident: str = ""
    ) -> None:
        """Sit down for a series; nothing is written before the first act."""
        super().__init__(store, ident or f"desk-{new_id()}", now)
        self._begun = series

    def status(self, ref: Ref, status: str, evidence: str = "", community_view: str = "") -> bool:
        """Say what became of a commitment of a session; return whether that is news."""
        of = ref.of or self.of(str(ref))
        return self._act(e.StatusReported(str(ref), status, evidence, community_view, of))

    def _act(self, event: e.Event) -> bool:
        if not self.history.length:
            self.do(self._begun)
        return self.do(event)
