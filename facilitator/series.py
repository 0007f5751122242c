"""The thread of a series: who was there last time, and what the sessions before came to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from facilitator.log.history import fold
from facilitator.log.state import State
from facilitator.planning import new_id
from facilitator.record.earlier import Earlier
from facilitator.record.store import Store
from facilitator.room.commitments import Report
from facilitator.room.meeting import Meeting
from facilitator.room.people import Person, folded

# What is known of a person for more than one evening. Whether they may be named is asked anew,
# but for who speaks in an office (practice guide, section 6).
_LASTING = ("name", "groups", "languages", "interpreted", "minor", "organisation", "role", "email")


def not_asked_yet(earlier: Iterable[Earlier], state: State) -> list[Earlier]:
    """Return who was on the list of the session before this one, and is not on this one."""
    day = state.meeting.date or "9"
    before = [one for one in earlier if one.date < day]
    newest = max((one.date for one in before), default="")
    known = {one.same_as for one in state.people.values()}
    names = {folded(one.name) for one in state.people.values()}
    return [
        one
        for one in before
        if one.date == newest and one.ref not in known and folded(one.name) not in names
    ]


def asked_again(store: Store, those: Iterable[Earlier]) -> list[dict[str, Any]]:
    """Return people of earlier sessions as rows to import, each known to be the same."""
    rows = []
    lists: dict[str, Any] = {}
    for one in those:
        session, _, ident = one.ref.rpartition("/")
        if session not in lists:
            lists[session] = fold(store.entries(session)).people
        if ident in lists[session]:
            rows.append(_row(lists[session][ident], one.ref))
    return rows


def _row(person: Person, ref: str) -> dict[str, Any]:
    lasting = {name: getattr(person, name) for name in _LASTING}
    consent = "official" if person.consent == "official" else "anonymous"
    return {"id": new_id(), **lasting, "consent": consent, "same_as": ref}


@dataclass(frozen=True, slots=True)
class Thread:
    """The series of a session, as far as the file knows it."""

    ident: str = ""  # of the session itself
    number: int = 0  # which session of the series it is, by date, from 1; 0 without a series
    before: Mapping[str, State] = field(default_factory=dict)  # earlier ones by id, oldest first
    # What was last told of a promise up to this session: "<session id>/<promise id>", what, when.
    told: Mapping[str, tuple[Report, str]] = field(default_factory=dict)
    next: Meeting | None = None  # the next one that is planned


def thread(store: Store, ident: str) -> Thread:
    """Return the series of a session, read from the logs of the file; a part of it is not one."""
    return Thread(ident)
