"""A round: everybody in the room is asked in turn, from seat to seat."""

from facilitator.room.floor import Floor
from facilitator.room.people import People, Person
from facilitator.room.spoken import heard

# They serve the talk and are not asked (practice guide, section 3: role is apart from group).
SERVING = ("facilitator", "interpreter", "recorder", "note-taker", "timekeeper")


def round_order(people: People, floor: Floor, segment: str) -> tuple[str, ...]:
    """Return who is asked in a round of a segment: by table, then in the order of the list.

    It goes on where the last round stopped; after a whole one it starts a seat further on, so that
    nobody begins each time (practice guide, section 5). Who passed in this part is left in peace.
    """
    signed_in = sign_in_kept(people, floor)
    seats = [one for one in people.values() if _here(one, signed_in) and not serves(one)]
    seats.sort(key=lambda one: (one.table == 0, one.table))
    order = [one.id for one in seats]
    passed = {person for part, person in floor.passes if part == segment}
    first = _first(order, [turn.person for turn in floor.turns if turn.kind == "round"])
    return tuple(one for one in (*order[first:], *order[:first]) if one not in passed)


def sign_in_kept(people: People, floor: Floor) -> bool:
    """Say whether it is written down who came, which nobody has to do.

    Who speaks is known to be here; somebody who is here and was silent so far has signed in.
    """
    seen = heard(floor) | {row.person for row in floor.queue}
    return any(one.came is not None and one.id not in seen for one in people.values())


def _here(person: Person, signed_in: bool) -> bool:
    return person.left is None and (person.came is not None or not signed_in)


def serves(person: Person) -> bool:
    return any(word in person.role.casefold() for word in SERVING)


def _first(order: list[str], spoke: list[str]) -> int:
    """Return the place to start at, given who spoke in rounds so far."""
    if not spoke or spoke[-1] not in order:
        return 0
    after = order.index(spoke[-1]) + 1
    last_round: list[str] = []
    for person in reversed(spoke):
        if person in last_round:
            break
        last_round.append(person)
    whole = order[after % len(order)] == last_round[-1]
    return (after + whole) % len(order)
