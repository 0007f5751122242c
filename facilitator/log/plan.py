"""The rows of a plan, or of a session script, as the people and segments they stand for."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from facilitator.room.agenda import Segment
from facilitator.room.clock import MINUTE, SECOND
from facilitator.room.meeting import Meeting
from facilitator.room.people import Person

_OF_PERSON = {f.name for f in fields(Person)}


def person(row: Mapping[str, Any]) -> Person:
    """Return a person from a row of a plan or script; unknown fields are passed over."""
    known = {k: tuple(v) if isinstance(v, list) else v for k, v in row.items() if k in _OF_PERSON}
    invited = row.get("invited", not row.get("walk_in", False))
    return Person(**{**known, "invited": invited})


def segment(row: Mapping[str, Any], meeting: Meeting) -> Segment:
    """Return a segment from a row of a plan or script: minutes, seconds and local clock times."""
    length, limit = _length(row, "minutes", MINUTE) or 0, _length(row, "turn_limit_s", SECOND)
    return Segment(
        id=row["id"],
        title=row.get("title", ""),
        kind=row.get("kind", "open"),
        planned=length,
        length=length,
        least=_length(row, "min_minutes", MINUTE) or 0,
        turn_limit=limit,
        purpose=row.get("purpose", ""),
        prompt=row.get("prompt", ""),
        fixed_start=meeting.moment(row.get("fixed_start", "")),
    )


def _length(row: Mapping[str, Any], name: str, unit: int) -> int | None:
    """Return a length in ms, or None where the row has no number: a fold may not fail."""
    value = row.get(name)
    return round(value * unit) if isinstance(value, int | float) else None
