"""Commitments: who promised what by when, and what was reported of it."""

from dataclasses import dataclass

from facilitator.room.people import NAMED
from facilitator.room.promise_rules import PUBLISH, STATUSES, lacks
from facilitator.room.refs import Ref


@dataclass(frozen=True, slots=True)
class Commitment:
    id: str
    at: int
    kind: str
    text: str
    owner: str = ""
    person: str = ""  # the owner, if that is somebody on the list
    organisation: str = ""
    first_step: str = ""
    first_step_due: str = ""  # ISO date
    due: str = ""  # ISO date
    measure: str = ""
    support: str = ""
    benefits: str = ""
    burden: str = ""
    publish: str = PUBLISH[2]
    segment: str = ""
    read_back: int | None = None
    reworded: bool = False  # it says something else by now than what was read back
    status: str = STATUSES[0]
    evidence: str = ""
    community_view: str = ""

    @property
    def gaps(self) -> tuple[str, ...]:
        """Return what a promise still needs so that somebody can be asked."""
        return lacks(self.kind, self.owner, self.due)

    @property
    def tells_name(self) -> bool:
        """Say whether it may carry its owner's name: that is said with the promise."""
        return self.publish in NAMED

    @property
    def to_read(self) -> bool:
        """Say whether the room has still to hear it; a personal one is for its owner alone."""
        return self.kind != "personal" and not self.confirmed

    @property
    def confirmed(self) -> bool:
        """Say whether the room said yes to it as it stands."""
        return self.read_back is not None and not self.reworded

    @property
    def spoken(self) -> tuple[str, str, str]:
        """Return what the room hears and says yes to: who, what, by when."""
        return self.owner, self.text, self.due

    @property
    def points(self) -> dict[str, bool]:
        """Return the points of a complete promise (practice guide, section (c)): is each there?

        For the note-taker, never a gate. What a kind has no need of is no point of it.
        """
        points = {
            "owner": bool(self.owner),
            "act": bool(self.text),
            "due": bool(self.due),
            "first_step": bool(self.first_step),
            "measure": bool(self.measure),
            "read_back": self.confirmed,
        }
        for needless in _NEEDLESS.get(self.kind, ()):
            del points[needless]
        return points


_NEEDLESS = {"request": ("owner", "due"), "personal": ("read_back",)}


@dataclass(frozen=True, slots=True)
class Report:
    """What was said in this session of a promise made in an earlier one."""

    ref: str  # a Ref, written
    at: int
    status: str
    evidence: str = ""
    community_view: str = ""
    of: str = ""  # of the Ref

    @property
    def log(self) -> str:
        return Ref.read(self.ref).log

    @property
    def commitment(self) -> str:
        return Ref.read(self.ref).id
