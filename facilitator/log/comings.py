"""Who is in the room, once somebody new speaks or somebody comes back."""

from dataclasses import replace

from facilitator.room.people import People, Person


def with_newcomer(people: People, person: str, name: str) -> People:
    if not name or person in people:
        return people
    return {**people, person: Person(person, name, walk_in=True)}


def here(people: People, person: str, at: int) -> People:
    """Return the people with one of them in the room: who asks to speak need not have signed in."""
    known = people[person]
    if known.came is not None and known.left is None:
        return people
    came = at if known.came is None else known.came
    return {**people, person: replace(known, came=came, left=None)}
