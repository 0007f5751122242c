"""Whose voices were heard, and for how long, next to who was in the room."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from facilitator.log.state import State
from facilitator.room.people import Person, attended


@dataclass(frozen=True, slots=True)
class Share:
    """One group's people in the room, its turns, and its talk in ms."""

    people: int
    turns: int
    talk: int


def by_group(
    state: State, now: int, group: Callable[[Person], str] = lambda person: person.group
) -> Mapping[str, Share]:
    """Return what each group had of the room; a person counts in one group, the primary one.

    Interpreted speech counts in full here, as it did on the clock.
    """
    talk = state.floor.talk_time(now)
    turns: dict[str, int] = {}
    for turn in state.floor.turns:
        turns[turn.person] = turns.get(turn.person, 0) + 1
    shares: dict[str, Share] = {}
    for person in state.people.values():
        if person.came is None and person.id not in talk:
            continue
        code = group(person)
        was = shares.get(code, Share(0, 0, 0))
        shares[code] = Share(
            was.people + 1,
            was.turns + turns.get(person.id, 0),
            was.talk + talk.get(person.id, 0),
        )
    return shares


def side(person: Person) -> str:
    """Return the coarse split that may be told even of a small room."""
    if not person.groups:
        return "Not stated"
    return "Officials" if person.official else "Community"


def groups_present(state: State) -> set[str]:
    return {code for person in attended(state.people) for code in person.groups}
