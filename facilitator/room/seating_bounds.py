"""What a seating comes to, whoever made it: which bounds do not hold, and why each sits there."""

from collections import Counter
from typing import NamedTuple

from facilitator.room.meeting import Meeting
from facilitator.room.people import People, Person
from facilitator.room.seating import UNSAID, expected, most, tables_for, tongue

FEW = 2  # officials that a table bears; section (a) of the practice guide, T06
Tables = dict[int, list[Person]]


class Gap(NamedTuple):
    """A bound that does not hold."""

    kind: str  # no_seat | crowded | share | officials | bare | language | missing | apart
    tables: tuple[int, ...] = ()
    code: str = ""  # of a group or a language
    many: int = 0
    of: int = 0
    must: bool = False  # no seating at these tables could keep it


class Why(NamedTuple):
    """Why somebody sits where they sit."""

    kind: str  # none | language | unsaid | like | alone | official | only | share
    many: int = 0
    of: int = 0
    code: str = ""


def tables_of(people: People) -> Tables:
    """Return who sits at each table, by its number; 0 are those without one."""
    found: Tables = {}
    for person in expected(people):
        found.setdefault(max(0, person.table), []).append(person)
    return dict(sorted(found.items()))


def gaps(people: People, meeting: Meeting) -> list[Gap]:
    """Return all that does not hold: what a hand can mend, and what no seating could keep."""
    tables = tables_of(people)
    without = tables.pop(0, [])
    found = [Gap("no_seat", many=len(without))] if without and meeting.seats else []
    found += [
        Gap("crowded", (table,), many=len(those), of=meeting.seats)
        for table, those in tables.items()
        if meeting.seats and len(those) > meeting.seats
    ]
    if not tables:
        return found
    by_group = _counted(tables)
    ways = {"like": _apart, "sectors": _missing}
    found += ways.get(meeting.seating, _over)(tables, by_group, meeting)
    if meeting.seating != "like":
        found += _officials(tables)
    return found + (_languages(tables, meeting) if meeting.languages_together else [])


def _counted(tables: Tables) -> dict[str, dict[int, int]]:
    """Return how many of each group sit at each table that has any, the largest group first."""
    found: dict[str, dict[int, int]] = {}
    for table, those in tables.items():
        for code, count in Counter(person.sits_as for person in those).items():
            if code not in UNSAID:
                found.setdefault(code, {})[table] = count
    return dict(sorted(found.items(), key=lambda item: (-sum(item[1].values()), item[0])))


def _over(tables: Tables, by_group: dict[str, dict[int, int]], meeting: Meeting) -> list[Gap]:
    everybody = sum(map(len, tables.values()))
    bears = sum(most(len(those)) for those in tables.values())
    found = []
    for code, counts in by_group.items():
        over = tuple(table for table, count in counts.items() if count > most(len(tables[table])))
        if over:
            total = sum(counts.values())
            found.append(Gap("share", over, code, total, everybody, must=total > bears))
    return found


def _missing(tables: Tables, by_group: dict[str, dict[int, int]], meeting: Meeting) -> list[Gap]:
    found = []
    for code, counts in by_group.items():
        without = tuple(table for table in tables if table not in counts)
        if without:
            total = sum(counts.values())
            found.append(Gap("missing", without, code, total, len(tables), total < len(tables)))
    return found


def _apart(tables: Tables, by_group: dict[str, dict[int, int]], meeting: Meeting) -> list[Gap]:
    """Return groups at more tables than they fill."""
    return [
        Gap("apart", tuple(counts), code, sum(counts.values()), needed)
        for code, counts in by_group.items()
        if len(counts) > (needed := tables_for(sum(counts.values()), max(1, meeting.seats)))
    ]


def _officials(tables: Tables) -> list[Gap]:
    """Return where officials sit beyond two a table, or none while others have two."""
    counts = {t: sum(person.official for person in those) for t, those in tables.items()}
    total, even = sum(counts.values()), max(1, tables_for(sum(counts.values()), len(tables)))
    crowd = tuple(table for table, count in counts.items() if count > max(FEW, even))
    if crowd:
        return [Gap("officials", crowd, many=total, of=len(tables))]
    if even > FEW:
        return [Gap("officials", (), many=total, of=len(tables), must=True)]
    bare = tuple(table for table, count in counts.items() if not count)
    if total and bare and (total < len(tables) or max(counts.values()) > 1):
        return [Gap("bare", bare, many=total, of=len(tables), must=total < len(tables))]
    return []


def _languages(tables: Tables, meeting: Meeting) -> list[Gap]:
    """Return the languages whose interpreters have to walk."""
    places: dict[str, dict[int, list[Person]]] = {}
    for table, those in tables.items():
        for person in those:
            if tongue(person):
                places.setdefault(tongue(person), {}).setdefault(table, []).append(person)
    found = []
    for code, at in sorted(places.items()):
        speakers = [person for those in at.values() for person in those]
        fewest = tables_for(len(speakers), max(1, meeting.seats))
        needed = fewest
        if meeting.seating == "mixed":
            sizes = Counter(p.sits_as for p in speakers if p.sits_as not in UNSAID).values()
            needed = max([fewest, *(tables_for(n, most(meeting.seats)) for n in sizes)])
        if len(at) > fewest:
            found.append(Gap("language", tuple(at), code, len(speakers), fewest, len(at) <= needed))
    return found


def why(person: Person, those: list[Person], meeting: Meeting) -> Why:
    """Return why somebody sits at a table, `those` being all who sit there."""
    group = [other for other in those if other.sits_as == person.sits_as]
    speaks = [other for other in those if tongue(person) and tongue(other) == tongue(person)]
    if person.table < 1:
        return Why("none")
    if meeting.languages_together and len(speaks) > 1:
        return Why("language", len(speaks), len(those), tongue(person))
    if person.sits_as in UNSAID:
        return Why("unsaid")
    if meeting.seating == "like":
        return Why("like" if len(group) > 1 else "alone", len(group), len(those), person.sits_as)
    if person.official:
        return Why("official", sum(other.official for other in those), len(those))
    if len(group) == 1:
        return Why("only", 1, len(those), person.sits_as)
    return Why("share", len(group), len(those), person.sits_as)
