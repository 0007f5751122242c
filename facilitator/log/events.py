"""What can happen in a session. One act of a person is one event, one row, one step of undo.

Kinds and fields are for ever: add, with a default. Moments are UTC ms, lengths ms, dates ISO.
"""

from dataclasses import dataclass, field
from typing import Any

from facilitator.log.event import Event
from facilitator.log.planned import (
    AgendaLaid,
    PeopleImported,
    PeopleRemoved,
    PeopleSeated,
    SegmentAdded,
    SegmentChanged,
    SegmentMoved,
    SegmentRemoved,
)
from facilitator.log.said import (
    CommitmentAmended,
    CommitmentDropped,
    CommitmentMade,
    CommitmentReadBack,
    NoteChanged,
    NoteDropped,
    NoteTaken,
    StatusReported,
)
from facilitator.log.settled import SummaryApproved, WordsJudged

__all__ = [  # what is planned, said and promised is told apart, and is one with the rest
    "AgendaLaid",
    "CommitmentAmended",
    "CommitmentDropped",
    "CommitmentMade",
    "CommitmentReadBack",
    "Event",
    "NoteChanged",
    "NoteDropped",
    "NoteTaken",
    "PeopleImported",
    "PeopleRemoved",
    "PeopleSeated",
    "SegmentAdded",
    "SegmentChanged",
    "SegmentMoved",
    "SegmentRemoved",
    "StatusReported",
    "SummaryApproved",
    "WordsJudged",
]


# The session itself


@dataclass(frozen=True, slots=True)
class SessionPlanned(Event):
    """A session as it was planned; people and agenda are rows in plain words (see apply)."""

    title: str
    series: str = ""
    city: str = ""
    venue: str = ""
    date: str = ""
    start: str = ""
    hard_stop: str = ""
    timezone: str = ""
    language: str = "en"
    convener: str = ""
    disclosure: str = "consent"
    part_of: str = ""
    table: int = 0
    room_names: str = "consent"
    new_voices: bool = True
    officials_hint: bool = False
    targets: dict[str, int] = field(default_factory=dict)
    ground_rules: tuple[str, ...] = ()
    notices: dict[str, str] = field(default_factory=dict)
    seats: int = 0
    seating: str = "mixed"
    languages_together: bool = False
    purpose: str = ""
    contact: str = ""
    joining: str = ""
    support: str = ""
    series_id: str = ""  # empty in files of version 1: worked out from series and city
    role: str = ""  # of a part of a meeting: table, notes
    people: tuple[dict[str, Any], ...] = ()
    agenda: tuple[dict[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class SessionEnded(Event):
    pass


@dataclass(frozen=True, slots=True)
class MeetingChanged(Event):
    changes: dict[str, Any]


@dataclass(frozen=True, slots=True)
class SittingBegun(Event):
    """Somebody sat down at the desk between sessions: the first act of a log of its own."""

    series: str  # its id
    title: str = ""
    city: str = ""


# The agenda and its clock


@dataclass(frozen=True, slots=True)
class SegmentStarted(Event):
    segment: str
    since: int | None = None  # the moment it really began, if that was earlier


@dataclass(frozen=True, slots=True)
class SegmentResized(Event):
    segment: str
    length: int


@dataclass(frozen=True, slots=True)
class TimeGranted(Event):
    length: int  # may be negative


@dataclass(frozen=True, slots=True)
class AgendaReplanned(Event):
    """The rest of the evening was planned again: parts to come are shorter, dropped, or later."""

    lengths: dict[str, int]  # of segments, what was granted included
    dropped: tuple[str, ...] = ()
    ends: int | None = None  # the moment it may now end, if that was agreed anew


@dataclass(frozen=True, slots=True)
class GapCut(Event):
    """Nothing happened between two moments: the machine slept, or the room waited."""

    since: int
    until: int


@dataclass(frozen=True, slots=True)
class ClockSet(Event):
    """The session's clock was wrong until now, and is right from now on."""

    by: int  # ms; back if negative


@dataclass(frozen=True, slots=True)
class SegmentPaused(Event):
    pass


@dataclass(frozen=True, slots=True)
class SegmentResumed(Event):
    pass


# The people in the room


@dataclass(frozen=True, slots=True)
class PersonAdded(Event):
    person: str
    name: str
    groups: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    interpreted: bool = False
    consent: str = "anonymous"
    walk_in: bool = True


@dataclass(frozen=True, slots=True)
class PersonChanged(Event):
    person: str
    changes: dict[str, Any]


@dataclass(frozen=True, slots=True)
class PersonArrived(Event):
    person: str


@dataclass(frozen=True, slots=True)
class PersonLeft(Event):
    person: str


@dataclass(frozen=True, slots=True)
class PeopleMerged(Event):
    """Somebody turned out to be somebody else on the list, to whom all they did goes over."""

    person: str
    into: str


@dataclass(frozen=True, slots=True)
class PeopleTallied(Event):
    count: int
    method: str = "counted"


# The floor


@dataclass(frozen=True, slots=True)
class SpeakerQueued(Event):
    person: str
    kind: str = "speak"
    name: str = ""  # somebody who was not on the list


@dataclass(frozen=True, slots=True)
class SpeakerWithdrew(Event):
    person: str


@dataclass(frozen=True, slots=True)
class SpeakerMoved(Event):
    person: str
    before: str | None = None  # a person; None is the end of the queue
    reason: str = ""


@dataclass(frozen=True, slots=True)
class FloorGiven(Event):
    person: str
    kind: str = "speak"
    limit: int | None = None
    name: str = ""  # somebody who was not on the list
    inside: bool = False  # of the running turn, which goes on afterwards


@dataclass(frozen=True, slots=True)
class FloorReleased(Event):
    pass


@dataclass(frozen=True, slots=True)
class FloorHeld(Event):
    pass


@dataclass(frozen=True, slots=True)
class FloorResumed(Event):
    pass


@dataclass(frozen=True, slots=True)
class SpeakerPassed(Event):
    person: str
    for_now: bool = False


@dataclass(frozen=True, slots=True)
class RoundBegun(Event):
    order: tuple[str, ...]  # persons; everyone is asked in turn


@dataclass(frozen=True, slots=True)
class TurnCorrected(Event):
    """A turn as it really was: somebody else spoke, or for another length."""

    turn: int  # counted from 1
    person: str = ""
    spent: int | None = None


# Taking back


@dataclass(frozen=True, slots=True)
class Undone(Event):
    n: int


@dataclass(frozen=True, slots=True)
class Redone(Event):
    n: int


@dataclass(frozen=True, slots=True)
class Unknown(Event):
    """Something a newer version wrote; kept, and passed over."""

    kind: str
