"""Rows of a state with something changed in them; the same rows where nothing is."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, TypeVar

from facilitator.log.rows import fitted
from facilitator.room.commitments import Commitment, Report
from facilitator.room.meeting import Meeting
from facilitator.room.notes import EXACT, Note
from facilitator.room.series import series_id
from facilitator.room.settling import Approval, Judgement

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


def retold(notes: Mapping[str, Note], ident: str, changes: Mapping[str, Any]) -> Mapping[str, Note]:
    """Return the notes with one changed; other words are nobody's own until they say so."""
    after = changed(notes, ident, changes)
    if after is notes or after[ident].text == notes[ident].text or changes.get("cleared") is True:
        return after
    exact = after[ident].kind in EXACT
    return changed(after, ident, {"cleared": False}) if exact else after


def judged(all_: Mapping[str, Judgement], new: Judgement) -> Mapping[str, Judgement]:
    """Return the judgements with a new one; one without a reason is taken back."""
    if not new.reason or not new.words:
        return without(all_, new.id)
    return all_ if all_.get(new.id) == new else {**all_, new.id: new}


def approved(
    all_: Mapping[str, Approval], edition: str, digest: str, at: int
) -> Mapping[str, Approval]:
    """Return the approvals with a new version of an edition; the same again changes nothing."""
    known = all_.get(edition)
    if known is not None and known.digest == digest:
        return all_
    return {**all_, edition: Approval(edition, digest, at, 1 + (known.version if known else 0))}


def put_right(meeting: Meeting, changes: Any) -> Meeting:
    """Return the meeting with some of its plain fields changed."""
    known = fitted(Meeting, changes)
    new = replace(meeting, **{k: v for k, v in known.items() if k not in ("ended", "tally")})
    if not new.series:
        new = replace(new, series_id="")
    elif not new.series_id:  # it was of no series; one that is renamed stays what it is
        new = replace(new, series_id=series_id(new.series, new.city))
    return meeting if new == meeting else new


def reported(reports: Mapping[str, Report], new: Report) -> Mapping[str, Report]:
    """Return the reports with a new one; saying the same again changes nothing."""
    known = reports.get(new.ref)
    return reports if known and replace(known, at=new.at) == new else {**reports, new.ref: new}


def without(rows: Mapping[str, Row], ident: str) -> Mapping[str, Row]:
    return {key: row for key, row in rows.items() if key != ident} if ident in rows else rows
