"""The summary as plain data, in words: the fifteen sections of the practice guide, section (d).

Rule, consent and edition are applied already, so paper, tables, calendar, mail and data are drawn
from it alone and carry the same numbers. Dates are ISO (2026-10-29), lengths seconds, shares 0…1.
"""

from dataclasses import dataclass

# Whom a summary is for. The record tells everything, for the records officer; the action plan is
# in the form that racial equity teams of cities use: action, lead, timeline, indicator, progress.
EDITIONS = ("public", "participants", "one-page", "action-plan", "record")


@dataclass(frozen=True, slots=True)
class Promise:
    """A commitment, or a request without owner. Dates are ISO or empty."""

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
    evidence: str = ""
    community_view: str = ""
    read_back: bool = False  # the room heard it and said yes


@dataclass(frozen=True, slots=True)
class Heard:
    """A note as it may be told. The source is empty where nobody is to be named."""

    id: str
    kind: str  # in words
    text: str
    source: str
    language: str  # BCP 47
    starred: bool = False
    table: int = 0  # 0 is the whole room
    themes: tuple[str, ...] = ()  # in words


@dataclass(frozen=True, slots=True)
class Part:
    """A segment of the agenda: what was planned and what it took, in seconds."""

    number: int
    title: str
    kind: str  # in words
    prompt: str
    planned_s: float
    actual_s: float
    heard: tuple[Heard, ...]  # the notes that the body of the summary tells, best first
    more: tuple[Heard, ...] = ()  # the others, for the appendix
    tables: int = 0  # how many tables these notes come from


@dataclass(frozen=True, slots=True)
class Voice:
    """How much of the talk one group had, next to its share of those who signed in or spoke."""

    group: str
    people: int
    turns: int
    talk_s: float
    talk_share: float  # 0…1
    room_share: float  # 0…1


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme with the notes that carry it, and from how many tables they come."""

    name: str
    notes: int
    tables: int


@dataclass(frozen=True, slots=True)
class Group:
    """How many of a group, or of several merged small ones, were invited, came and spoke.

    Of whoever neither signed in nor spoke it is not known whether they came.
    """

    name: str
    invited: int
    came: int
    spoke: int


@dataclass(frozen=True, slots=True)
class Language:
    """A language in the room. People is None where so few spoke it that a number would tell who."""

    name: str  # in words
    people: int | None
    interpreted: bool


@dataclass(frozen=True, slots=True)
class LeftOut:
    """How many notes are not in this edition, or how often words were replaced, and why."""

    reason: str  # in words, lower case, to be read after the number: "not checked yet"
    count: int


@dataclass(frozen=True, slots=True)
class Vote:
    """A question the room voted on, with counts; without options the text says it all."""

    text: str
    options: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Parked:
    """Something kept for later, and where it goes."""

    text: str
    destination: str


@dataclass(frozen=True, slots=True)
class Progress:
    """What was reported of a promise, or of what was asked, at an earlier session of the series."""

    ref: str  # "session 1, C3"
    made: str  # the date of that session
    who: str
    organisation: str
    text: str
    due: str
    measure: str
    status: str  # in words, as somebody reported it; else that nobody did
    reported: str  # the date on which that was last told, or empty
    evidence: str
    community_view: str
    reported_on: bool  # somebody said what became of it; if not, nothing is known
    open: bool  # by the report, somebody still has to do something
    told_here: bool = False  # it was told in this session
    kind: str = ""  # in words
    asked: bool = False  # a request or an answer owed, counted apart from promises

    @property
    def over(self) -> bool:
        """Say whether somebody reported that nothing is to be done any more."""
        return self.reported_on and not self.open


@dataclass(frozen=True, slots=True)
class Step:
    """Something that comes next, with its date: a first step, a promise due, the next session."""

    date: str
    what: str
    who: str
    ref: str  # the promise, or empty


@dataclass(frozen=True, slots=True)
class NextSession:
    """Empty fields are not settled yet."""

    title: str
    date: str
    start: str  # HH:MM, local
    end: str
    place: str
    timezone: str  # IANA


@dataclass(frozen=True, slots=True)
class Attendee:
    """Somebody on the list, told in the record alone. No edition tells an e-mail address."""

    id: str
    name: str
    groups: tuple[str, ...]  # in words
    organisation: str
    role: str
    consent: str  # in words
    minor: bool
    invited: bool
    came: bool
    turns: int
    talk_s: float


@dataclass(frozen=True, slots=True)
class Summary:
    # 1 The title block
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
    # 2 In one page
    tally: int | None  # heads that somebody counted; None where nobody did
    tally_method: str  # in words, lower case
    signed_in: int  # people of the list whom somebody marked as there
    signed_in_or_spoke: int  # all of whom it is known that they came; this is no head count
    groups_present: tuple[str, ...]
    groups_missing: tuple[str, ...]
    points: tuple[Heard, ...]  # the main points, for page one
    # 10 The promises
    promises: tuple[Promise, ...]
    requests: tuple[Promise, ...]  # asked, with no owner in the room
    # 5 and 6 How it ran, what was heard
    parts: tuple[Part, ...]
    elsewhere: tuple[Heard, ...]  # notes taken outside every part
    # 14 How the talk was shared
    voices: tuple[Voice, ...]
    talk_s: float
    turns: int
    # 3 How to read this
    left_out: tuple[LeftOut, ...]  # notes, by reason
    finished: bool  # the session has ended
    replaced: tuple[LeftOut, ...] = ()  # words inside texts, by reason
    approved: bool = False  # a person has read it as it stands; a draft until then
    version: int = 0  # of the edition as it was approved last, from 1; 0 is never
    number: int = 0  # which session of its series this is, counted from 1; 0 is a single one
    timezone: str = ""  # IANA
    contact: str = ""
    purpose: str = ""
    newcomers: int | None = None  # people new to the series; None where nobody's list tells
    unduplicated: int | None = None  # different people over the series so far
    themes: tuple[Theme, ...] = ()
    next: NextSession | None = None
    room: tuple[Group, ...] = ()  # invited, came and spoke; small groups merged
    languages: tuple[Language, ...] = ()
    officials: tuple[str, ...] = ()  # by role
    ground_rules: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()  # what the room was told beforehand
    votes: tuple[Vote, ...] = ()
    acknowledgements: tuple[Heard, ...] = ()
    questions: tuple[Heard, ...] = ()
    answers: tuple[Heard, ...] = ()
    owed: tuple[Promise, ...] = ()  # answers owed; they are among the promises too
    progress: tuple[Progress, ...] = ()
    parked: tuple[Parked, ...] = ()
    steps: tuple[Step, ...] = ()
    joining: str = ""
    support: str = ""
    people: tuple[Attendee, ...] = ()  # in the record alone

    @property
    def withheld(self) -> int:
        """Return how many notes are left out of this edition."""
        return sum(one.count for one in self.left_out)

    @property
    def draft(self) -> bool:
        """Say whether nobody has yet read it as it stands, and said that it may go out."""
        return not (self.approved and self.finished)
