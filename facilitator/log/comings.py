"""Who is in the room, once somebody new speaks or comes back, and by what names they went."""

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


def with_old_name(people: People, person: str, before: People) -> People:
    """Return the people with the name somebody had before: notes may still call them by it."""
    if people is before or people[person].name == before[person].name:
        return people
    also = named_before(people[person], before[person])
    return {**people, person: replace(people[person], also=also)}


def named_before(now: Person, was: Person) -> tuple[str, ...]:
    """Return the other names of somebody who was somebody else, or was called otherwise."""
    names = dict.fromkeys((*now.also, *was.also, was.name))
    return tuple(name for name in names if name and name != now.name)
