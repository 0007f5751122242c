"""Who may be named, on the wall of the room and outside: the rule of the session, then consent."""

from functools import lru_cache

from facilitator.room.commitments import Commitment
from facilitator.room.finding import COMMON, find
from facilitator.room.folding import folded, words_of
from facilitator.room.meeting import Meeting
from facilitator.room.people import People, Person

NEIGHBOUR = "a neighbour"


def on_the_wall(person: Person, meeting: Meeting) -> str:
    """Return the words for a person: the name, the first name, or a neighbour.

    A child is never named (practice guide, section 6), and nobody's group is ever told.
    """
    return NEIGHBOUR if person.minor else _told(person.name, person.may_be_named, meeting)


def promiser(of: Commitment, people: People, meeting: Meeting) -> str:
    """Return the words for who promised on the wall: a person by the rule above, else as typed.

    That a promise may carry the name was said with the promise, and is not read off the list.
    """
    meant = _meant(of, people)
    if any(person.minor for person in meant):
        return NEIGHBOUR
    if meant:
        return _told(of.owner, of.tells_name, meeting)
    named = meeting.tells_names and meeting.room_names in ("consent", "first_names", "all")
    told = named or not of.owner.strip() or _is_body(of.owner, people, meeting)
    return of.owner if told else NEIGHBOUR


def may_tell_owner(of: Commitment, people: People, meeting: Meeting) -> bool:
    """Say whether a promise may be told with its owner, be it on the wall or on paper.

    Whoever is on the list and may be meant counts as meant. Somebody on no list may be a body, a
    role, or a person who walked in: where no names are told, only a body that the list knows is.
    """
    meant = _meant(of, people)
    if not meant:
        return meeting.tells_names or _is_body(of.owner, people, meeting)
    return meeting.tells_names and of.tells_name and not any(person.minor for person in meant)


def promised_by(of: Commitment, people: People) -> list[Person]:
    """Return who promised; an old log holds the name alone, which more than one may have."""
    if of.person in people:
        return [people[of.person]]
    name = folded(of.owner)
    return [person for person in people.values() if name and folded(person.name) == name]


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
    if not name.strip() or not meeting.tells_names:
        return NEIGHBOUR  # what may not leave the room by name is not written on its wall
    match meeting.room_names:
        case "all":
            return name
        case "first_names":
            return first_name(name)
        case "consent" if agreed:
            return name
    return NEIGHBOUR


def _meant(of: Commitment, people: People) -> list[Person]:
    """Return who promised; else all whom a word of the owner, or its beginning, may mean."""
    if known := promised_by(of, people):
        return known
    typed = words_of(of.owner)
    telling = [word for word in typed if word not in COMMON]
    marks = [f" {word} " for word in typed if len(word) > 1]
    marks += [f" {word}" for word in telling if len(word) > 1]
    near = [p for p in people.values() if any(mark in _spaced(p.name) for mark in marks)]
    return near + (find(people, of.owner, len(people), sure=True) if telling else [])


def _is_body(owner: str, people: People, meeting: Meeting) -> bool:
    """Say whether an owner whom nobody is meant by is a body that somebody here belongs to."""
    name = folded(owner)
    belongs = any(name == folded(person.organisation) for person in people.values())
    return meeting.tells_groups and belongs


@lru_cache(1 << 14)
def _spaced(name: str) -> str:
    """Return the words of a name with a blank before and behind each."""
    return f" {' '.join(words_of(name))} "
