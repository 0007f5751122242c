"""What can be said and promised in a session; the rules of `events` hold here too."""

from dataclasses import dataclass
from typing import Any

from facilitator.log.event import Event

# What was said


@dataclass(frozen=True, slots=True)
class NoteTaken(Event):
    note: str
    kind: str
    text: str
    attribution: str = "none"
    sensitivity: str = "public"
    language: str = ""
    person: str = ""
    group: str = ""
    table: int = 0
    themes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NoteChanged(Event):
    note: str
    changes: dict[str, Any]


@dataclass(frozen=True, slots=True)
class NoteDropped(Event):
    note: str


# What was promised


@dataclass(frozen=True, slots=True)
class CommitmentMade(Event):
    commitment: str
    kind: str
    text: str
    owner: str = ""
    organisation: str = ""
    first_step: str = ""
    first_step_due: str = ""
    due: str = ""
    measure: str = ""
    support: str = ""
    benefits: str = ""
    burden: str = ""
    publish: str = "group"
    person: str = ""  # the owner, if that is somebody on the list


@dataclass(frozen=True, slots=True)
class CommitmentAmended(Event):
    commitment: str
    changes: dict[str, Any]


@dataclass(frozen=True, slots=True)
class CommitmentDropped(Event):
    commitment: str


@dataclass(frozen=True, slots=True)
class CommitmentReadBack(Event):
    commitment: str


@dataclass(frozen=True, slots=True)
class StatusReported(Event):
    ref: str  # a commitment of this session, or a reference to an earlier one
    status: str
    evidence: str = ""
    community_view: str = ""
    of: str = ""  # of a reference: the first 8 bytes of the digest of the act that made it
