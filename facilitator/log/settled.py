"""What is decided after a session, before its summary goes out; the rules of `events` hold too."""

from dataclasses import dataclass

from facilitator.log.event import Event


@dataclass(frozen=True, slots=True)
class WordsJudged(Event):
    """Words of a text may be printed, or not; how, `room.settling` says."""

    item: str  # the id of a note or promise; empty is every text of the session
    words: str
    reason: str  # empty takes the judgement back
    of: str = ""  # where the item is a reference: first 8 bytes of the digest of what made it


@dataclass(frozen=True, slots=True)
class SummaryApproved(Event):
    """A person has read an edition, and it may go out as it stands."""

    edition: str
    digest: str  # of the summary that was read: any change makes a draft of it again
