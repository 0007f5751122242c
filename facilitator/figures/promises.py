"""What promises still lack when a session ends, and which of them changed after their read-back."""

from collections.abc import Collection

from facilitator.log import events as e
from facilitator.log.history import History
from facilitator.log.state import State
from facilitator.room.commitments import Commitment

_SPOKEN = frozenset({"text", "owner", "due"})  # what the room heard and said yes to


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


def waiting_for_a_yes(history: History) -> list[str]:
    """Return the promises that the room has still to hear, as they stand now, in their order."""
    promises = heard_by_all(history.state)
    read = {promise.id for promise in promises if promise.read_back is not None}
    changed = changed_since_read(history, read)
    return [of.id for of in promises if of.id not in read or of.id in changed]


def changed_since_read(history: History, read: Collection[str]) -> set[str]:
    """Return which promises say something else than what was read back of them.

    The log is walked from its end, no further than to the oldest of those read-backs.
    """
    waiting, changed = set(read), set[str]()
    for entry in reversed(history.done):
        if not waiting:
            break
        match entry.event:
            case e.CommitmentReadBack(ident):
                waiting.discard(ident)
            case e.CommitmentAmended(ident, dict(changes)) if _SPOKEN & changes.keys():
                if ident in waiting:
                    changed.add(ident)
                waiting.discard(ident)
    return changed
