"""Rows of a state with something changed in them; the same rows where nothing is."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, TypeVar

from facilitator.log.rows import fitted
from facilitator.room.commitments import Commitment, Report
from facilitator.room.meeting import Meeting

Row = TypeVar("Row")


def changed(rows: Mapping[str, Row], ident: str, changes: Mapping[str, Any]) -> Mapping[str, Row]:
    """Return the rows with some fields of one changed; fields it does not have are passed over."""
    row: Any = rows.get(ident)
    if row is None:
        return rows
    known = fitted(type(row), changes)
    new = replace(row, **{k: v for k, v in known.items() if k not in ("id", "at")})
    return rows if new == row else {**rows, ident: new}


def amended(
    promises: Mapping[str, Commitment], ident: str, changes: Mapping[str, Any]
) -> Mapping[str, Commitment]:
    """Return the promises with one amended; what says something new asks for a new yes."""
    if "owner" in changes:  # is the person told with it, or nobody on the list
        changes = {"person": "", **changes}
    after = changed(promises, ident, changes)
    if after is promises or after[ident].spoken == promises[ident].spoken:
        return after
    read = after[ident].read_back is not None
    return changed(after, ident, {"reworded": True}) if read else after


def put_right(meeting: Meeting, changes: Any) -> Meeting:
    """Return the meeting with some of its plain fields changed."""
    known = fitted(Meeting, changes)
    new = replace(meeting, **{k: v for k, v in known.items() if k not in ("ended", "tally")})
    return meeting if new == meeting else new


def reported(reports: Mapping[str, Report], new: Report) -> Mapping[str, Report]:
    """Return the reports with a new one; saying the same again changes nothing."""
    known = reports.get(new.ref)
    return reports if known and replace(known, at=new.at) == new else {**reports, new.ref: new}


def without(rows: Mapping[str, Row], ident: str) -> Mapping[str, Row]:
    return {key: row for key, row in rows.items() if key != ident} if ident in rows else rows
