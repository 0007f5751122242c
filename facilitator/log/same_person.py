"""Somebody turns out to be somebody else, or is called otherwise: what follows in the rest."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from facilitator.log.comings import as_one
from facilitator.room.commitments import Commitment
from facilitator.room.naming import promised_by
from facilitator.room.people import People

if TYPE_CHECKING:
    from facilitator.log.state import State


def merged(state: "State", person: str, into: str) -> "State":
    """Return the state in which a walk-in has turned out to be somebody on the list."""
    if person == into:
        return state
    was, known = state.people[person], state.people[into]
    whole = as_one(known, was)
    people = {ident: row for ident, row in state.people.items() if ident != person}
    return replace(
        state,
        people={**people, into: whole},
        floor=state.floor.merge(person, into),
        notes={
            ident: replace(note, person=into) if note.person == person else note
            for ident, note in state.notes.items()
        },
        commitments={
            ident: replace(one, person=into, owner=known.name or one.owner)
            if promised_by(one, state.people) == [was]
            else one
            for ident, one in state.commitments.items()
        },
    )


def renamed(state: "State", people: People, person: str) -> Mapping[str, Commitment]:
    """Return the promises with the name that their owner has by now."""
    promises, name = state.commitments, people[person].name if person in people else ""
    if not name or name == state.people[person].name:
        return promises
    own = {one.id: replace(one, owner=name) for one in promises.values() if one.person == person}
    return {**promises, **own} if own else promises
