"""Who may be named on the wall of the room: the rule of the session, then one's own consent."""

from functools import lru_cache

from facilitator.room.commitments import Commitment
from facilitator.room.meeting import Meeting
from facilitator.room.people import People, Person, find, fold_name

NEIGHBOUR = "a neighbour"
NAMED = frozenset({"named", "official"})  # these consents carry a name


def on_the_wall(person: Person, meeting: Meeting) -> str:
    """Return the words for a person: the name, the first name, or a neighbour.

    A child is never named (practice guide, section 6), and nobody's group is ever told.
    """
    return NEIGHBOUR if person.minor else _told(person.name, person.consent in NAMED, meeting)


def promiser(of: Commitment, people: People, meeting: Meeting) -> str:
    """Return the words for who promised: a body or a role as typed, a person by the rule above.

    Whoever is on the list and may be meant counts as meant. That a promise may carry the name was
    said with the promise, and stands above the consent on the list.
    """
    meant = _meant(of.owner, people)
    if not meant:
        return of.owner
    if any(person.minor for person in meant):
        return NEIGHBOUR
    agreed = of.publish in NAMED or all(person.consent in NAMED for person in meant)
    return _told(of.owner, agreed, meeting)


def first_name(name: str) -> str:
    """Return the first word of a name as it was typed; which is the given one is not guessed.

    Sgt. and Dr. are no names: the word after them comes along. A J. is an initial, and stays.
    """
    words = name.split()
    titles = 0
    while titles < len(words) - 1 and len(words[titles]) > 2 and words[titles].endswith("."):
        titles += 1
    return " ".join(words[: titles + 1])


def _told(name: str, agreed: bool, meeting: Meeting) -> str:
    if not name.strip() or meeting.disclosure not in ("open", "consent"):
        return NEIGHBOUR  # what may not leave the room by name is not written on its wall
    match meeting.room_names:
        case "all":
            return name
        case "first_names":
            return first_name(name)
        case "consent" if agreed:
            return name
    return NEIGHBOUR


def _meant(owner: str, people: People) -> list[Person]:
    """Return the people of that name; failing that, all with a word or the beginnings of it."""
    folded = _folded(owner)
    same = [person for person in people.values() if folded and _folded(person.name) == folded]
    if same:
        return same
    typed = {bare for word in folded.split() if len(bare := word.strip("().,;:")) > 1}
    share = [p for p in people.values() if not typed.isdisjoint(_folded(p.name).split())]
    return share + find(people, owner, len(people), sure=True)


@lru_cache(1 << 14)  # the page of a promise asks for all names each second
def _folded(name: str) -> str:
    return fold_name(name).strip() or name.strip()  # a name may be all apostrophes
