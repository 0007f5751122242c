"""What can be planned: agenda, people, seats; the rules of `events` hold here too."""

from dataclasses import dataclass
from typing import Any

from facilitator.log.event import Event

# The agenda; rows and changes are in the words of a plan: title, minutes, fixed_start …


@dataclass(frozen=True, slots=True)
class SegmentAdded(Event):
    segment: str
    row: dict[str, Any]
    before: str | None = None  # a segment; None is the end


@dataclass(frozen=True, slots=True)
class SegmentChanged(Event):
    segment: str
    changes: dict[str, Any]


@dataclass(frozen=True, slots=True)
class SegmentMoved(Event):
    segment: str
    before: str | None = None


@dataclass(frozen=True, slots=True)
class SegmentRemoved(Event):
    segment: str


@dataclass(frozen=True, slots=True)
class AgendaLaid(Event):
    """All that has not begun gives way to these parts."""

    agenda: tuple[dict[str, Any], ...]


# The people


@dataclass(frozen=True, slots=True)
class PeopleImported(Event):
    """Many at once, from a list that somebody kept elsewhere."""

    people: tuple[dict[str, Any], ...]


@dataclass(frozen=True, slots=True)
class PeopleRemoved(Event):
    """Off the list; who has come, spoken or promised stays."""

    persons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PeopleSeated(Event):
    tables: dict[str, int]  # by person; 0 is no table
