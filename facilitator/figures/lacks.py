"""What the plan of a session still lacks, a sentence each, with the place where it is mended."""

from collections.abc import Iterator
from typing import NamedTuple

from facilitator.figures.big_table import big_table
from facilitator.log.state import State
from facilitator.room.clock import MINUTE
from facilitator.room.groups import label
from facilitator.room.seating import expected
from facilitator.room.timetable import timetable

HALF_A_DAY = 12 * 60 * MINUTE
NAMED = 3  # of the missing groups; the table itself names them all


class Lack(NamedTuple):
    tab: str  # of Prepare
    words: str


def lacks(state: State, now: int) -> list[Lack]:
    """Return what is lacking, in the order in which one plans; none of it hinders anybody."""
    return [*_session(state, now), *_agenda(state, now), *_people(state), *_room(state)]


def _session(state: State, now: int) -> Iterator[Lack]:
    meeting = state.meeting
    wanted = {
        "title": meeting.title.strip(),
        "day": meeting.date,
        "time to begin": meeting.start,
        "time at which the hall closes": meeting.hard_stop,
    }
    missing = [f"no {name}" for name, value in wanted.items() if not value]
    if missing:
        yield Lack("Session", f"The session has {_listed(missing)} yet.")
    opens = meeting.opens
    if opens is not None and state.agenda.begun is None and now > opens + HALF_A_DAY:
        yield Lack("Session", "The day of this session is over. Is there a new one?")
    night = (meeting.closes or 0) - (opens or 0) if meeting.hard_stop < meeting.start else 0
    if night > HALF_A_DAY:  # a slip rather than the next day
        hours = f"It begins at {meeting.start}, and the hall closes at {meeting.hard_stop}"
        yield Lack("Session", f"{hours}, before that.")


def _agenda(state: State, now: int) -> Iterator[Lack]:
    if not state.agenda.segments:
        yield Lack("Agenda", "There is no agenda yet. A template is a good beginning.")
        return
    times = timetable(state.meeting, state.agenda, now)
    late = -(times.spare or 0) // MINUTE
    if late > 0:
        ends, closes = (
            f"{state.meeting.local(at):%H:%M}" for at in (times.ends, times.closes or 0)
        )
        yield Lack(
            "Agenda", f"It ends at {ends}, and the hall closes at {closes}: {late} min over."
        )
    clashes = sum(line.clash >= MINUTE for line in times.lines)
    if clashes:
        parts = "A part begins" if clashes == 1 else f"{clashes} parts begin"
        yield Lack("Agenda", f"{parts} later than the time that is fixed for it.")


def _people(state: State) -> Iterator[Lack]:
    people = list(state.people.values())
    if not people:
        yield Lack("People", "Nobody is invited yet. Nobody has to sign in; a count will do.")
        return
    if not any(one.confirmed or one.came is not None for one in people):
        asked = "One person is" if len(people) == 1 else f"{len(people):,} people are"
        yield Lack("People", f"{asked} on the list; nobody has confirmed yet.")
        return
    missing = [label(one.code) for one in big_table(people, state.meeting.targets).missing()]
    if missing:
        more = len(missing) - NAMED
        named = missing[:NAMED] + ([f"{more} more"] if more > 0 else [])
        yield Lack("The table", f"Nobody of these has confirmed yet: {_listed(named)}.")


def _room(state: State) -> Iterator[Lack]:
    guests = expected(state.people)
    standing = sum(not person.table for person in guests)
    if state.meeting.seats and standing:
        some = "1 person does" if standing == 1 else f"{standing:,} people do"
        who = "Nobody has" if standing == len(guests) else f"{some} not have"
        yield Lack("Seating", f"{who} a table yet.")
    if not any(rule.strip() for rule in state.meeting.ground_rules):
        yield Lack("Ground rules", "No ground rules are proposed yet.")


def _listed(words: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))
