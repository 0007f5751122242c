"""Who sits at which table: people are dealt like cards, so that the tables are as alike as can be.

The three ways are those of the practice guide: mixed tables (section (f), L1: no table over 40 % of
one group), like groups (Erie, section 1) and one of every group at every table (section 2). The
same people in the same order are always seated the same way.
"""

from collections import Counter
from collections.abc import Iterable
from itertools import chain, pairwise, product

from facilitator.room.meeting import Meeting
from facilitator.room.people import NOT_STATED, People, Person

UNSAID = frozenset({NOT_STATED, "OTHER"})  # no group that one can have too many of
# Roles of which each table needs one (practice guide, section (b)), as they begin.
DUTIES = ("table host", "table facilitator", "table recorder", "recorder", "circle keeper")


def most(seats: int) -> int:
    """Return how many of one group may sit at a table: 40 %, and always one."""
    return max(1, seats * 2 // 5)


def tables_for(people: int, seats: int) -> int:
    return -(-people // seats)


def expected(people: People) -> list[Person]:
    """Return who needs a seat: everybody on the list who has not left."""
    return [person for person in people.values() if person.left is None]


def tongue(person: Person) -> str:
    """Return the language for whose sake a person sits beside others, or none."""
    needs = person.interpreted or person.role.casefold().strip() == "interpreter"
    return person.languages[0] if needs and person.languages else ""


def duty(person: Person) -> str:
    """Return the role that each table needs once, if it is theirs."""
    role = person.role.casefold().replace("_", " ").replace("-", " ").strip()
    return next((name for name in DUTIES if role.startswith(name)), "")


def seat_everyone(people: People, meeting: Meeting) -> dict[str, int]:
    """Return a table for everybody; those without one when the room has no tables."""
    those = expected(people)
    if meeting.seats < 1 or not those:
        return {person.id: 0 for person in those}
    if meeting.seating == "like":
        return _like(those, meeting)
    count = tables_for(len(those), meeting.seats)
    hall = Hall(meeting, range(1, count + 1), tables_for(len(those), count))
    for person in _dealt(those, meeting):
        hall.seat(person, hall.best(person))
    return hall.settled(frozenset(person.id for person in those))


def seat_others(people: People, meeting: Meeting) -> dict[str, int]:
    """Return a table for those who have none; nobody else moves."""
    those = expected(people)
    fresh = [person for person in those if person.table < 1]
    if meeting.seats < 1 or not fresh:
        return {}
    taken = {person.table for person in those if person.table > 0}
    count = tables_for(len(those), meeting.seats)
    hall = Hall(meeting, sorted(taken | set(range(1, count + 1))), meeting.seats)
    for person in those:
        if person.table > 0:
            hall.seat(person, person.table)
    for person in _dealt(fresh, meeting):
        hall.seat(person, hall.best(person))
    return hall.settled(frozenset(person.id for person in fresh))


def _dealt(those: list[Person], meeting: Meeting) -> list[Person]:
    """Return people in the order in which they are dealt: first whoever is bound the most.

    A group, and in it an organisation, comes in one stretch: dealt in turn, it spreads evenly.
    """
    sizes = Counter(person.sits_as for person in those)
    heard = Counter(map(tongue, those))

    def rank(person: Person) -> tuple[object, ...]:
        speaks = tongue(person) if meeting.languages_together else ""
        return (
            not duty(person),
            -heard[speaks] if speaks else 1,
            speaks,
            not person.official,
            person.sits_as in UNSAID,
            -sizes[person.sits_as],
            person.sits_as,
            person.organisation.casefold(),
        )

    return sorted(those, key=rank)


class Hall:
    """Tables while people are dealt to them: who sits there, and what of each kind."""

    def __init__(self, meeting: Meeting, tables: Iterable[int], seats: int) -> None:
        self._meeting, self._seats = meeting, seats
        self.at: dict[int, list[Person]] = {table: [] for table in tables}
        self._kinds: dict[int, Counter[tuple[str, str]]] = {table: Counter() for table in self.at}

    def seat(self, person: Person, table: int) -> None:
        self.at[table].append(person)
        self._kinds[table].update(_kinds(person))

    def best(self, person: Person) -> int:
        """Return the table at which a person fits best, the lowest number first."""
        return min(self.at, key=lambda table: self._strain(person, table))

    def _strain(self, person: Person, table: int) -> tuple[int, ...]:
        """Return what speaks against a seat, the weightiest first."""
        taken, kinds, way = len(self.at[table]), self._kinds[table], self._meeting.seating
        group, said = kinds["group", person.sits_as], person.sits_as not in UNSAID
        speaks = tongue(person) if self._meeting.languages_together else ""
        few = kinds["official", ""] if person.official and way != "like" else 0
        return (
            taken >= self._seats,
            way == "mixed" and said and group >= most(self._seats),
            bool(speaks) and not kinds["speaks", speaks],
            way == "like" and said and not group,
            kinds["duty", duty(person)] if duty(person) else 0,
            few,
            group if few else 0,
            taken,
            group,
        )

    def settled(self, free: frozenset[str]) -> dict[str, int]:
        """Return the tables of these people, once whoever broke a bound has changed seats."""
        if self._meeting.seating == "mixed":
            for table in self.at:
                self._thin_out(table, free)
        if self._meeting.seating == "sectors":
            self._fill_up(free)
        return {p.id: table for table, those in self.at.items() for p in those if p.id in free}

    def _thin_out(self, table: int, free: frozenset[str]) -> None:
        """Swap away those of a group that has too many at a table, as far as there are places."""
        for one in [person for person in self.at[table] if person.id in free]:
            if self._spare(one.sits_as, table) < 0:
                swap = self._swap(one, table, free)
                if swap is not None:
                    other, to = swap
                    self._move(one, table, to)
                    self._move(other, to, table)

    def _swap(self, one: Person, table: int, free: frozenset[str]) -> tuple[Person, int] | None:
        """Return with whom somebody best changes seats, and where those sit."""
        swaps = (
            (other, to)
            for to, those in self.at.items()
            if self._spare(one.sits_as, to) > 0
            for other in those
            if other.id in free and self._spare(other.sits_as, table) > 0
        )
        return min(swaps, key=lambda swap: self._loss(one, swap[0]), default=None)

    def _fill_up(self, free: frozenset[str]) -> None:
        """Swap a group in at each table that lacks it, if it is large enough to be at every one."""
        sizes = Counter(p.sits_as for those in self.at.values() for p in those)
        bound = [code for code in sizes if sizes[code] >= len(self.at) and code not in UNSAID]

        def spared(table: int) -> list[Person]:
            kinds = self._kinds[table]
            those = [person for person in self.at[table] if person.id in free]
            return [p for p in those if p.sits_as not in bound or kinds["group", p.sits_as] > 1]

        for table, code in product(self.at, bound):
            if self._kinds[table]["group", code]:
                continue
            rich = [to for to in self.at if self._kinds[to]["group", code] > 1]
            more = ((other, to) for to in rich for other in spared(to) if other.sits_as == code)
            swaps = ((one, *swap) for swap in more for one in spared(table))
            if best := min(swaps, key=lambda swap: self._loss(swap[0], swap[1]), default=None):
                one, other, to = best
                self._move(one, table, to)
                self._move(other, to, table)

    def _loss(self, one: Person, other: Person) -> tuple[bool, ...]:
        """Return what comes apart when two change seats: a language, the officials, the duties."""
        speaks = bool(tongue(one) or tongue(other)) and self._meeting.languages_together
        return speaks, one.official != other.official, duty(one) != duty(other)

    def _spare(self, group: str, table: int) -> int:
        """Return how many more of a group a table bears; below 0 some are too many."""
        if group in UNSAID:
            return 1
        return most(len(self.at[table])) - self._kinds[table]["group", group]

    def _move(self, person: Person, table: int, to: int) -> None:
        self.at[table].remove(person)
        self._kinds[table].subtract(_kinds(person))
        self.seat(person, to)


def _kinds(person: Person) -> list[tuple[str, str]]:
    """Return all that is counted of a person at a table."""
    kinds = [("group", person.sits_as), ("duty", duty(person)), ("speaks", tongue(person))]
    return [*kinds, ("official", "")] if person.official else kinds


def _like(those: list[Person], meeting: Meeting) -> dict[str, int]:
    """Return tables each of one group; what is less than half a table shares one with others."""
    groups: dict[str, list[Person]] = {}
    for person in sorted(those, key=tongue) if meeting.languages_together else those:
        groups.setdefault(person.sits_as, []).append(person)
    unsaid = [person for code in sorted(UNSAID) for person in groups.pop(code, [])]
    parts = chain.from_iterable(_parts(people, meeting.seats) for people in groups.values())
    own: list[list[Person]] = []
    shared: list[list[Person]] = []
    for part in sorted(parts, key=len, reverse=True):
        if 2 * len(part) >= meeting.seats:
            own.append(part)
        else:
            _share(shared, part, meeting.seats)
    for person in unsaid:
        _share(shared, [person], meeting.seats)
    if shared and len(shared[-1]) == 1:  # nobody sits alone while another table has a seat
        _share(own, shared.pop(), meeting.seats)
    return {person.id: n for n, table in enumerate(own + shared, 1) for person in table}


def _parts(people: list[Person], seats: int) -> list[list[Person]]:
    """Return people cut into as few tables as hold them, all of a size."""
    count = tables_for(len(people), seats)
    ends = [len(people) * n // count for n in range(count + 1)]
    return [people[start:end] for start, end in pairwise(ends)]


def _share(tables: list[list[Person]], part: list[Person], seats: int) -> None:
    """Add people to the fullest table that still has room for all of them, or to a new one."""
    fits = [table for table in tables if len(table) + len(part) <= seats]
    if fits:
        max(fits, key=len).extend(part)
    else:
        tables.append(list(part))
