"""What promises still lack when a session ends, and which of them the room has still to hear."""

from facilitator.log.state import State
from facilitator.room.commitments import Commitment


def warning(state: State) -> str:
    """Return what is open in one sentence, or nothing: no owner, no date, not read back."""
    promises = state.commitments.values()
    said: list[str] = []
    for count, one, many in (
        (sum("owner" in p.gaps for p in promises), "has no owner", "have no owner"),
        (sum("due" in p.gaps for p in promises), "has no date", "have no date"),
        (sum(p.to_read for p in promises), "was not read back", "were not read back"),
    ):
        if count:
            noun = "" if said else " promise" if count == 1 else " promises"
            said.append(f"{count}{noun} {one if count == 1 else many}")
    return f"{', '.join(said)}." if said else ""


def heard_by_all(state: State) -> list[Commitment]:
    """Return the promises that are read back aloud; a personal one is for its owner alone."""
    return [of for of in state.commitments.values() if of.kind != "personal"]


def waiting_for_a_yes(state: State) -> list[str]:
    """Return the promises that the room has still to hear, as they stand now, in their order."""
    return [of.id for of in heard_by_all(state) if of.to_read]
