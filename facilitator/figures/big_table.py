"""The big table: who is asked, confirmed and there, by group, and whose voice is missing.

Practice guide, section 3: the organiser's seats are what a group is measured against, counts stand
without percentages under twenty people, who states no group is counted too, and families affected
by violence are never counted alone.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from facilitator.figures.voices import voices
from facilitator.log.state import State
from facilitator.room.groups import groups
from facilitator.room.people import NEVER_SHOWN, NOT_STATED, SMALL, Person, sits_with

MOST = 9_999  # seats for a group
FEW = 20  # people under whom counts stand alone, since one of them would be more than 5 %
LESS, MORE = 0.8, 1.25  # times its share of the people: between them it is about in proportion


@dataclass(frozen=True, slots=True)
class Place:
    """The place of a group at the table, in people."""

    code: str
    wanted: int | None = None  # seats, as the organiser has it; None: not said
    named: bool = False  # it is missed when nobody of it is there
    asked: int = 0
    confirmed: int = 0  # of those asked
    came: int = 0
    unasked: int = 0  # of those who came
    elsewhere: int = 0  # asked or came, and sit at the first of their groups, which is another

    @property
    def seats(self) -> int:
        """Return the seats kept: those wanted, or else one for each who is asked.

        Of a group that nobody stands for, one seat shows empty.
        """
        alone = self.named and not (self.unasked or self.elsewhere)
        return max(self.asked, int(alone)) if self.wanted is None else self.wanted

    @property
    def waiting(self) -> int:
        return self.asked - self.confirmed

    @property
    def open(self) -> int:
        """Return the seats for which nobody has been asked."""
        return max(0, self.seats - self.asked)

    @property
    def taken(self) -> int:
        """Return the seats that are confirmed; more may have confirmed than there are seats."""
        return min(self.confirmed, self.seats)

    @property
    def absent(self) -> int:
        """Return who was asked and did not come."""
        return self.asked - (self.came - self.unasked)

    @property
    def nobody_confirmed(self) -> bool:
        return self.named and self.wanted != 0 and not (self.confirmed or self.elsewhere)

    @property
    def nobody_came(self) -> bool:
        return self.named and self.wanted != 0 and not (self.came or self.elsewhere)


class Missing(NamedTuple):
    """A group whose voice is missing, and how many of it are asked."""

    code: str
    asked: int = 0


@dataclass(frozen=True, slots=True)
class BigTable:
    """The places in the order of the list, and what does not show in them."""

    places: tuple[Place, ...] = ()
    unheard_of: tuple[str, ...] = ()  # groups without a place of their own that nobody stands for
    facilitating: int = 0  # kept apart, as with the voices: they are there so that others speak
    talk: Mapping[str, int] = field(default_factory=dict)  # by place, in ms

    def place(self, code: str) -> Place:
        return next((one for one in self.places if one.code == code), Place(code))

    def total(self, count: str) -> int:
        """Return a count of the places, summed."""
        return sum(getattr(place, count) for place in self.places)

    @property
    def not_stated(self) -> Place:
        return self.place(NOT_STATED)

    def missing(self, came: bool = False) -> list[Missing]:
        """Return whose voice is missing: of those who will be there, or of those who came."""
        name = "nobody_came" if came else "nobody_confirmed"
        here = [Missing(one.code, one.asked) for one in self.places if getattr(one, name)]
        order = [*groups()["big_table"], *(one.code for one in self.places)]
        return sorted([*here, *map(Missing, self.unheard_of)], key=lambda one: order.index(one[0]))


def big_table(
    people: Iterable[Person],
    targets: Mapping[str, int],
    talk: Mapping[str, int] | None = None,
) -> BigTable:
    """Lay the table for people and the seats that the organiser wants, by group code."""
    everybody = list(people)
    guests = [person for person in everybody if not person.facilitates]
    counts: dict[str, dict[str, int]] = {}
    for person in guests:
        _count(counts.setdefault(person.sits_as, {}), person)
    there = [person for person in guests if _is_there(person)]
    for person in there:
        for code in {sits_with(code) for code in person.groups} - {person.sits_as}:
            of = counts.setdefault(code, {})
            of["elsewhere"] = of.get("elsewhere", 0) + 1
    wanted = _wanted(targets)
    stood_for = {code for person in there for code in person.groups}
    listed = groups()["big_table"]
    return BigTable(
        tuple(
            Place(code, wanted.get(code), code in listed or bool(wanted.get(code)), **of)
            for code in _order(counts, wanted)
            if (of := counts.get(code, {})).keys() - {"elsewhere"}
            or code in listed
            or wanted.get(code)
        ),
        tuple(code for code in listed if code in NEVER_SHOWN - stood_for - _unwanted(targets)),
        len(everybody) - len(guests),
        talk or {},
    )


def _is_there(person: Person) -> bool:
    return person.invited or person.confirmed or person.came is not None


def _count(of: dict[str, int], person: Person) -> None:
    asked, came = person.invited or person.confirmed, person.came is not None
    marks = {
        "asked": asked,
        "confirmed": asked and (person.confirmed or came),  # to come is an answer
        "came": came,
        "unasked": came and not asked,
    }
    for name, counts in marks.items():
        if counts:
            of[name] = of.get(name, 0) + 1


def _wanted(targets: Mapping[str, int]) -> dict[str, int]:
    wanted: dict[str, int] = {}
    for code, seats in targets.items():
        place, seats = sits_with(code), max(0, seats)
        if seats or place == code:
            wanted[place] = min(MOST, wanted.get(place, 0) + seats)
    return wanted


def _unwanted(targets: Mapping[str, int]) -> set[str]:
    return {code for code, seats in targets.items() if seats <= 0}


def _order(counts: Mapping[str, object], wanted: Mapping[str, int]) -> list[str]:
    """Return the codes of places: as the list has them, a city's own behind, not stated last."""
    listed = [code for part in groups().values() for code in part]
    own = sorted({*counts, *wanted} - {*listed})
    shown = [code for code in listed if code not in NEVER_SHOWN and code != NOT_STATED]
    return [*shown, *own, NOT_STATED]


def with_seats(targets: Mapping[str, int], code: str, seats: int | None) -> dict[str, int]:
    """Return the targets with other seats for a place; None leaves them unsaid."""
    others = {
        one: n
        for one, n in targets.items()
        if sits_with(one) != code or (one in NEVER_SHOWN and n <= 0)
    }
    return others if seats is None else {**others, code: min(MOST, max(0, seats))}


def _place_of(person: Person) -> str:  # one function, since voices remembers by it
    return person.sits_as


def table_of(state: State, now: int) -> BigTable:
    """Return the table of a session, with what each place had of the talk."""
    talk = voices(state, now, _place_of).talk if state.floor.turns else {}
    return big_table(state.people.values(), state.meeting.targets, talk)


# Reach and voice (practice guide, section 3)


def share(of: int, whole: int) -> float | None:
    """Return a share from 0 to 1, or None where too few people stand behind it."""
    return of / whole if whole >= FEW else None


def reach(place: Place) -> float | None:
    """Return which share of those asked came."""
    return share(place.came - place.unasked, place.asked)


def voice(table: BigTable, place: Place) -> float | None:
    """Return a place's share of the talk over its share of who came; None if it would mislead."""
    whole, talk = table.total("came"), sum(table.talk.values())
    if whole < FEW or place.came < SMALL or not talk:
        return None
    return (table.talk.get(place.code, 0) / talk) / (place.came / whole)
