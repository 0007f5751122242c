"""Whose voices were heard, and for how long, next to who was in the room."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from facilitator.log.state import State
from facilitator.room.clock import MINUTE
from facilitator.room.floor import INTERPRETED
from facilitator.room.people import People, Person, attended
from facilitator.room.rounds import sign_in_kept
from facilitator.room.spoken import Same, heard, talk_time, turns


@dataclass(frozen=True, slots=True)
class Share:
    """One group's people in the room, its turns, and its talk in ms."""

    people: int
    turns: int
    talk: int


Group = Callable[[Person], str]


def by_group(
    state: State, now: int, group: Group = lambda person: person.group
) -> Mapping[str, Share]:
    """Return what each group had of the clock; a person counts in one group, the primary one."""
    talk, often = talk_time(state.floor, now), turns(state.floor)
    shares: dict[str, Share] = {}
    for person in state.people.values():
        if person.came is None and person.id not in talk:
            continue
        code = group(person)
        was = shares.get(code, Share(0, 0, 0))
        shares[code] = Share(
            was.people + 1,
            was.turns + often.get(person.id, 0),
            was.talk + talk.get(person.id, 0),
        )
    return shares


@dataclass(frozen=True, slots=True)
class Voices:
    """How the talk was shared. Facilitators are kept apart: they speak so that others do."""

    people: Mapping[str, int]  # by group
    talk: Mapping[str, int]  # by group, in ms; of interpreted speech half, the rest interprets it
    facilitating: int  # in ms

    def of_talk(self, group: str) -> float:
        """Return a group's share of the talk, from 0 to 1."""
        return self.talk.get(group, 0) / max(1, sum(self.talk.values()))

    def of_room(self, group: str) -> float:
        """Return a group's share of the people, from 0 to 1."""
        return self.people.get(group, 0) / max(1, sum(self.people.values()))


def voices(state: State, now: int, group: Group) -> Voices:
    """Return how the talk was shared so far; the clock itself counts interpreted speech in full.

    Practice guide, section 0, rule 2.
    """
    roster, led = _roster(Same(state.people), group), 0
    people, talk = dict(roster.people), dict[str, int]()
    for ident, spent in talk_time(state.floor, now).items():
        place = roster.places.get(ident)
        if place is None:
            continue
        if place.apart:
            led += spent
            continue
        talk[place.group] = talk.get(place.group, 0) + spent // place.weight
        if not place.came:
            people[place.group] = people.get(place.group, 0) + 1
    return Voices(people, talk, led)


class _Place(NamedTuple):
    group: str
    weight: int  # what the talk is divided by
    apart: bool
    came: bool


class _Roster(NamedTuple):
    """What of the people counts here; most acts of an evening leave it as it is."""

    places: Mapping[str, _Place]
    people: Mapping[str, int]  # by group, of those who came
    here: frozenset[str]


@lru_cache(8)
def _roster(people: Same[People], group: Group) -> _Roster:
    places = {
        one.id: _Place(
            group(one), INTERPRETED if one.interpreted else 1, one.facilitates, one.came is not None
        )
        for one in people.of.values()
    }
    here = {ident: place for ident, place in places.items() if place.came and not place.apart}
    return _Roster(places, Counter(place.group for place in here.values()), frozenset(here))


COMMUNITY, OFFICIALS, NOT_STATED = "Community", "Officials", "Not stated"
MUCH = 1.5  # times their share of the people (practice guide, section 5)
ENOUGH = 10 * MINUTE  # of talk; before, one speech is most of it


def side(person: Person) -> str:
    """Return the coarse split that may be told even of a small room."""
    if not person.groups:
        return NOT_STATED
    return OFFICIALS if person.official else COMMUNITY


def officials_dominate(of: Voices) -> bool:
    """Say whether officials, who are used to speaking, have had much more than their share."""
    enough = sum(of.talk.values()) >= ENOUGH
    return enough and of.of_talk(OFFICIALS) > MUCH * of.of_room(OFFICIALS)


class Heard(NamedTuple):
    """How many people were heard at all, how many in the part that runs, and of how many here."""

    ever: int
    part: int | None
    here: int | None  # nobody has to sign in, so it may not be known


def how_many_heard(state: State) -> Heard:
    """Count who was heard, facilitators apart."""
    running, roster = state.agenda.running, _roster(Same(state.people), side)
    ever = len(roster.here & heard(state.floor))
    part = len(roster.here & heard(state.floor, running.id)) if running else None
    tally = state.meeting.tally
    if sign_in_kept(state.people, state.floor):
        return Heard(ever, part, len(roster.here))
    return Heard(ever, part, max(tally.count, ever) if tally else None)


def groups_present(state: State) -> set[str]:
    return {code for person in attended(state.people) for code in person.groups}
