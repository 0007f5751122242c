"""The rows of a plan, or of a session script, as the people and segments they stand for."""

from collections.abc import Mapping
from typing import Any

from facilitator.log.rows import MOST, fitted
from facilitator.room.agenda import Segment
from facilitator.room.clock import MINUTE, SECOND
from facilitator.room.meeting import Meeting
from facilitator.room.people import Person


def named(row: Mapping[str, Any]) -> bool:
    """Say whether a row has an id; one that has none stands for nobody and nothing."""
    return isinstance(row.get("id"), str)


def person(row: Mapping[str, Any]) -> Person:
    """Return a person from a row of a plan or script; what does not fit is passed over."""
    known = fitted(Person, row)
    return Person(**{"invited": not known.get("walk_in", False), **known})


def segment(row: Mapping[str, Any], meeting: Meeting) -> Segment:
    """Return a segment from a row of a plan or script: minutes, seconds and local clock times."""
    length, limit = _length(row, "minutes", MINUTE) or 0, _length(row, "turn_limit_s", SECOND)
    return Segment(
        id=row["id"],
        title=str(row.get("title", "")),
        kind=str(row.get("kind", "open")),
        planned=length,
        length=length,
        least=_length(row, "min_minutes", MINUTE) or 0,
        turn_limit=limit,
        purpose=str(row.get("purpose", "")),
        prompt=str(row.get("prompt", "")),
        fixed_start=meeting.moment(str(row.get("fixed_start", ""))),
    )


def _length(row: Mapping[str, Any], name: str, unit: int) -> int | None:
    """Return a length in ms, or None where the row has no number: a fold may not fail."""
    value = row.get(name)
    if isinstance(value, int | float) and abs(value) * unit <= MOST:  # what is no number is not
        return round(value * unit)
    return None
