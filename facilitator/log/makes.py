"""Which items an act made, by their ids: notes, commitments, people."""

from collections.abc import Iterator
from typing import Any

from facilitator.log import events as e


def makes(event: e.Event) -> Iterator[str]:
    """Yield the ids of what an act made, if that was not there before."""
    match event:
        case e.NoteTaken(ident) | e.CommitmentMade(ident) | e.PersonAdded(ident):
            yield ident
        case e.SpeakerQueued(person, _, name) if name:
            yield person
        case e.FloorGiven(person=person, name=name) if name:
            yield person
        case e.SessionPlanned(people=people) | e.PeopleImported(people):
            yield from filter(None, map(_ident, people))


def _ident(row: Any) -> str:
    ident = row.get("id") if isinstance(row, dict) else None
    return ident if isinstance(ident, str) else ""
