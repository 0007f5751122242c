"""The summary as plain data, in words. Paper and tables are drawn from it alone."""

from dataclasses import dataclass

# Whom a summary is for; the record tells everything, for the records officer.
EDITIONS = ("public", "record")


@dataclass(frozen=True, slots=True)
class Promise:
    """A commitment, or a request without owner. Dates are ISO (2026-10-29) or empty."""

    id: str
    kind: str  # in words: "Pledge", "Conditional", "Request"
    who: str
    organisation: str
    text: str
    due: str
    first_step: str
    first_step_due: str
    measure: str
    support: str
    benefits: str
    burden: str
    status: str  # in words: "Confirmed aloud", "In progress", …


@dataclass(frozen=True, slots=True)
class Heard:
    """A note as it may be told. The source is empty where nobody is to be named."""

    id: str
    kind: str  # in words
    text: str
    source: str
    language: str  # BCP 47


@dataclass(frozen=True, slots=True)
class Part:
    """A segment of the agenda: what was planned and what it took, in seconds."""

    number: int
    title: str
    kind: str  # in words
    prompt: str
    planned_s: float
    actual_s: float
    heard: tuple[Heard, ...]


@dataclass(frozen=True, slots=True)
class Voice:
    """How much of the talk one group had, next to its share of the people in the room."""

    group: str
    people: int
    turns: int
    talk_s: float
    talk_share: float  # 0…1
    room_share: float  # 0…1


@dataclass(frozen=True, slots=True)
class Summary:
    edition: str
    title: str
    series: str
    city: str
    venue: str
    convener: str
    date: str  # ISO
    start: str  # HH:MM, as it really began; empty before it did
    end: str  # HH:MM
    language: str  # BCP 47
    rule: str  # the disclosure rule, in a sentence
    present: int
    tally: int | None
    tally_method: str
    groups_present: tuple[str, ...]
    groups_missing: tuple[str, ...]
    points: tuple[Heard, ...]  # the main points, for page one
    promises: tuple[Promise, ...]
    requests: tuple[Promise, ...]  # asked, with no owner in the room
    parts: tuple[Part, ...]
    elsewhere: tuple[Heard, ...]  # notes taken outside every part
    voices: tuple[Voice, ...]
    talk_s: float
    turns: int
    withheld: int  # notes left out of this edition
    finished: bool  # the session has ended
    ground_rules: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()  # what the room was told beforehand
