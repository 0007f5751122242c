"""Commitments: who promised what by when, and what became of it."""

from dataclasses import dataclass

KINDS = ("pledge", "conditional", "request", "answer_owed", "personal")
PUBLISH = ("named", "official", "group", "not")
# A promise begins as a draft and is confirmed by being read back aloud; these are told later.
REPORTED = ("in_progress", "done", "partly_done", "changed", "declined", "withdrawn")
STATUSES = ("draft", "confirmed", *REPORTED)


@dataclass(frozen=True, slots=True)
class Commitment:
    id: str
    at: int
    kind: str
    text: str
    owner: str = ""
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
    status: str = STATUSES[0]
    evidence: str = ""
    community_view: str = ""

    @property
    def gaps(self) -> tuple[str, ...]:
        """Return what a promise still needs so that somebody can be asked: an owner, a date.

        A request to an absent body has neither, and that is not a gap.
        """
        if self.kind == "request":
            return ()
        return tuple(name for name in ("owner", "due") if not getattr(self, name))


@dataclass(frozen=True, slots=True)
class Report:
    """What was said in this session of a promise made in an earlier one."""

    ref: str
    at: int
    status: str
    evidence: str = ""
    community_view: str = ""
