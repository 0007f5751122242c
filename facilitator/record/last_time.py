"""The session before this one in its series, as far as the read tables tell who was there."""

import json
from typing import Any, NamedTuple

from facilitator.log.rows import fitted
from facilitator.record.shelf import Shelf, reading
from facilitator.room.meeting import Meeting
from facilitator.room.people import Person

# Of a person, what tells whether they were asked and came, by the name that a person has for it.
_ASKED = {"role": "role", "invited": "invited", "confirmed": "confirmed", "came_at": "came"}


class LastTime(NamedTuple):
    date: str  # ISO
    people: tuple[Person, ...]
    targets: dict[str, int]  # seats wanted, by group code


@reading()
def last_time(shelf: Shelf, meeting: Meeting) -> LastTime | None:
    """Return the newest session of a meeting's series before it to which anybody came."""
    if not (meeting.series_id and meeting.date):
        return None
    row = shelf.connection.execute(
        "select session, date, targets from session"
        " where series_id = ? and date < ? and part_of = ''"
        " and session in (select session from person where came_at is not null)"
        " order by date desc, session desc limit 1",
        (meeting.series_id, meeting.date),
    ).fetchone()
    if row is None:
        return None
    session, date, targets = row
    rows = shelf.connection.execute(
        f"select id, group_codes, {', '.join(_ASKED)} from person where session = ?", (session,)
    )
    seats = fitted(Meeting, {"targets": _read(targets, {})}).get("targets", {})
    return LastTime(date, tuple(_person(*found) for found in rows), seats)


def _person(ident: str, groups: str, *told: Any) -> Person:
    of = dict(zip(_ASKED.values(), told, strict=True))
    marks = {name: bool(of[name]) for name in ("invited", "confirmed")}
    return Person(ident, groups=tuple(map(str, _read(groups, []))), **{**of, **marks})


def _read(text: str | None, otherwise: Any) -> Any:
    """Return what a column in JSON holds, if it is what it should be."""
    try:
        found = json.loads(text or "")
    except ValueError:
        return otherwise
    return found if isinstance(found, type(otherwise)) else otherwise
