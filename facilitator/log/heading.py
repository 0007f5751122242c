"""What a log is, as its first act says: a session, a part of one, or one sitting at the desk."""

from typing import NamedTuple

from facilitator.log.events import Event, SessionPlanned, SittingBegun
from facilitator.room.series import series_id

KINDS = ("session", "part", "series")
ROLES = ("table", "notes")  # of a part: a table's laptop, a note-taker's second one


class Heading(NamedTuple):
    kind: str = ""  # one of KINDS; empty for a log whose first act cannot be read
    parent: str = ""  # the session of a part; the series of everything else
    series: str = ""
    role: str = ""  # of a part
    table: int = 0


def heading(first: Event) -> Heading:
    """Return what the first act of a log says of the log."""
    match first:
        case SessionPlanned(part_of=session, table=table) if session:
            return Heading("part", session, _series(first), first.role or ROLES[0], table)
        case SessionPlanned():
            return Heading("session", _series(first), _series(first))
        case SittingBegun(series):
            return Heading("series", series, series)
    return Heading()


def _series(plan: SessionPlanned) -> str:
    return plan.series_id or series_id(plan.series, plan.city)
