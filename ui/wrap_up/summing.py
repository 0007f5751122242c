"""What is asked for when a summary is wanted, as data that another thread may read."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.publish.summary import EDITIONS

if TYPE_CHECKING:
    from facilitator.log.state import State
    from facilitator.log.thread import Thread
    from facilitator.publish.summary import Summary
    from ui.live import Live
    from ui.settings import Settings


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """An edition of the summary of a session, as it stands at a moment, on a paper."""

    state: "State"
    now: int
    edition: str
    paper: str
    thread: "Thread"

    def summed(self) -> "Summary":
        """Return the summary that was asked for; of a town it takes a while."""
        from facilitator.publish.summarise import summarise

        return summarise(self.state, self.now, self.edition, self.thread)


def chosen_edition(settings: "Settings") -> str:
    """Return the edition that was chosen last."""
    return settings.edition if settings.edition in EDITIONS else EDITIONS[0]


def asked(live: "Live", edition: str, paper: str, thread: "Thread") -> Asked:
    """Ask for the summary of a session as it stands: when it ended, or now."""
    ended = live.state.meeting.ended
    return Asked(live.state, live.now() if ended is None else ended, edition, paper, thread)
