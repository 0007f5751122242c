"""Acts of which words were struck: what they still do. Their place in the order of undo stays."""

from dataclasses import replace

from facilitator.log import events as e
from facilitator.log.state import Entry, State, apply
from facilitator.room.people import Person


def applied(state: State, entry: Entry) -> State:
    """Return the state after an act of the log; the same object if it changes nothing."""
    if not entry.struck:
        return apply(state, entry.event, entry.at)
    if makes_nothing(entry.event):
        return state
    after = apply(_with_walk_in(state, entry.event), entry.event, entry.at)
    nameless = {
        ident: replace(person, erased=True)
        for ident, person in after.people.items()
        if not person.name and not person.erased and state.people.get(ident) is not person
    }
    return replace(after, people={**after.people, **nameless}) if nameless else after


def makes_nothing(event: e.Event) -> bool:
    """Say whether a note or a promise has no words left: then there is none."""
    match event:
        case e.NoteTaken(text="") | e.CommitmentMade(text=""):
            return True
    return False


def _with_walk_in(state: State, event: e.Event) -> State:
    """Return the state with somebody who came with this act, and whose name it has no more."""
    match event:
        case e.SpeakerQueued(person) | e.FloorGiven(person) if person not in state.people:
            came = Person(person, walk_in=True, erased=True)
            return replace(state, people={**state.people, person: came})
    return state
