"""How long a part takes by how many people there are (practice guide, (a), scaling rules)."""

from collections import Counter
from typing import NamedTuple

from facilitator.room.agenda import Segment
from facilitator.room.clock import MINUTE, SECOND
from facilitator.room.floor import INTERPRETED
from facilitator.room.meeting import Meeting
from facilitator.room.people import People, Person
from facilitator.room.rounds import serves

ROUNDS = "round", "story"  # everybody in turn
BETWEEN, BETWEEN_TABLES = 8 * SECOND, 10 * SECOND  # from one who speaks to the next
REPORT = 90 * SECOND  # of one table
QUESTION, ANSWER, AFTER = 60 * SECOND, 120 * SECOND, 20 * SECOND
DOTS, DOTS_EACH, DOTS_MORE = 8 * MINUTE, 15, MINUTE  # the start, and a minute for 15 people
PROMISE = 5 * MINUTE  # looked at again
SHORTEST, STEP = 20 * SECOND, 5 * SECOND  # of a turn that says something; turns are told in steps
MOST_TABLES = 12  # that report to the room; of more, some people bring the themes together


class Crowd(NamedTuple):
    """Who will be there to speak, as far as it is known, and how they sit."""

    known: str = "invited"  # how it is known: came | counted | confirmed | invited
    people: int = 0
    interpreted: int = 0  # of them
    tables: int = 0  # nought is one room
    at_table: int = 0  # people at the table with most to say
    interpreted_there: int = 0
    promises: int = 0  # of the series so far, that somebody still has to answer for


class Need(NamedTuple):
    """What a part takes, and what of it would fit."""

    rule: str  # round | harvest | dots | qa | review
    number: int  # people at a table or in the room, tables, promises owed; or how many would fit
    each: int = 0  # ms for one of them; nought where nobody said it
    interpreted: int = 0  # how many of them take twice as long
    length: int = 0  # ms in all; nought where it is as long as one likes
    fits: int = 0  # ms of a turn that would fit the planned length; nought if none does


def crowd(meeting: Meeting, people: People) -> Crowd:
    """Return who is expected: those who came, else who confirmed, else who was invited."""
    able = [one for one in people.values() if one.left is None and not serves(one)]
    came = [one for one in able if one.came is not None]
    sure = [one for one in able if one.confirmed]
    known, there = "invited", able
    if came or sure:
        known, there = ("came", came) if came else ("confirmed", sure)
    count = len(there)
    if meeting.tally is not None:
        known, count = "counted", meeting.tally.count
    interpreted = min(count, sum(one.interpreted for one in there))
    whole = Crowd(known, count, interpreted)
    if not meeting.seats or not count:
        return whole  # one circle, wherever they sit
    seated = [one for one in there if one.table]
    if seated and known != "counted":
        return _seated(whole, seated)
    tables = -(-count // meeting.seats)
    most = interpreted if meeting.languages_together else -(-interpreted // tables)
    at_table = -(-count // tables)
    return whole._replace(tables=tables, at_table=at_table, interpreted_there=min(at_table, most))


def _seated(whole: Crowd, seated: list[Person]) -> Crowd:
    """Return a crowd with its tables as they are laid; the slowest table is what counts."""
    heads = Counter(one.table for one in seated)
    interpreted = Counter(one.table for one in seated if one.interpreted)
    slowest = max(heads, key=lambda table: heads[table] + interpreted[table])
    return whole._replace(
        tables=len(heads), at_table=heads[slowest], interpreted_there=interpreted[slowest]
    )


def need(part: Segment, room: Crowd) -> Need | None:
    """Return what a part takes with so many people, or None where that makes no difference."""
    planned, limit = part.length + part.granted, part.turn_limit or 0
    if part.kind == "qa":
        each = (limit or QUESTION) + ANSWER + AFTER
        return Need("qa", planned // each, each)
    if part.kind == "review":
        owed = room.promises
        return Need("review", owed or planned // PROMISE, PROMISE, 0, owed * PROMISE)
    if part.kind in ROUNDS and room.people:
        return _round(part, room)
    if part.kind == "harvest" and room.tables:
        each, between = limit or REPORT, BETWEEN_TABLES * (room.tables - 1)
        length = room.tables * each + between
        fits = _step((planned - between) // room.tables)
        return Need("harvest", room.tables, each, 0, length, fits)
    if part.kind == "prioritise" and room.people:
        return Need("dots", room.people, 0, 0, DOTS + -(-room.people // DOTS_EACH) * DOTS_MORE)
    return None


def _round(part: Segment, room: Crowd) -> Need:
    """Return what it takes for everybody to have a turn, at all tables at once."""
    people = room.at_table or room.people
    interpreted = room.interpreted_there if room.at_table else room.interpreted
    turns = people + (INTERPRETED - 1) * interpreted
    apart = part.think + BETWEEN * (people - 1)
    each = part.turn_limit or 0
    length = apart + turns * each if each else 0
    fits = _step((part.length + part.granted - apart) // turns)
    return Need("round", people, each, interpreted, length, fits)


def _step(turn: int) -> int:
    whole = turn // STEP * STEP
    return whole if whole >= SHORTEST else 0
