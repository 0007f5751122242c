"""Who is in the room, once somebody new speaks or comes back, and by what names they went."""

from dataclasses import replace

from facilitator.room.people import BY_FLOOR, BY_SIGN_IN, People, Person


def with_newcomer(people: People, person: str, name: str) -> People:
    if not name or person in people:
        return people
    return {**people, person: Person(person, name, walk_in=True)}


def arrived(people: People, person: str, at: int) -> People:
    """Return the people with one of them marked as there, be it that they have spoken before."""
    known = people[person]
    if known.signed_in and known.left is None:
        return people
    came = at if known.came is None else known.came
    return {**people, person: replace(known, came=came, left=None, came_by=BY_SIGN_IN)}


def here(people: People, person: str, at: int) -> People:
    """Return the people with one of them in the room: who asks to speak need not have signed in."""
    known = people[person]
    if known.came is not None and known.left is None:
        return people
    if known.came is not None:
        return {**people, person: replace(known, left=None)}
    return {**people, person: replace(known, came=at, left=None, came_by=BY_FLOOR)}


def as_one(known: Person, was: Person) -> Person:
    """Return somebody on the list as whom a walk-in was recognized, with what both of them did."""
    both = (known, was)
    came = min((one.came for one in both if one.came is not None), default=None)
    is_here = any(one.came is not None and one.left is None for one in both)
    left = None if is_here else max((one.left for one in both if one.left), default=None)
    by = next((one for one in both if one.signed_in), known if known.came is not None else was)
    return replace(known, came=came, left=left, came_by=by.came_by, also=named_before(known, was))


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
