"""How late a session is, in words first, and when it will end at this pace."""

from dataclasses import dataclass

from facilitator.log.state import State
from facilitator.room.agenda import minutes_late


@dataclass(frozen=True, slots=True)
class Timing:
    ends: int  # the moment the agenda ends at this pace
    late: int  # whole minutes behind the plan, negative when ahead
    past: int  # whole minutes past the hall's closing time, 0 if it holds


def timing(state: State, now: int) -> Timing:
    """Return the timing of a session at a moment (UTC ms)."""
    meeting, agenda = state.meeting, state.agenda
    ends = agenda.projected_end(now, meeting.opens) if meeting.ended is None else meeting.ended
    planned = agenda.scheduled_end(_opens(state, now))
    past = minutes_late(ends, meeting.closes) if meeting.closes is not None else 0
    return Timing(ends, minutes_late(ends, planned), max(0, past))


def in_words(late: int) -> str:
    """Return lateness as people say it, never as a bare plus or minus."""
    if late == 0:
        return "on time"
    return f"{length_in_words(abs(late))} {'late' if late > 0 else 'ahead'}"


def length_in_words(minutes: int) -> str:
    """Return minutes up to three hours, then hours, from two days on days."""
    if minutes < 180:
        return f"{minutes} min"
    hours = round(minutes / 60)
    return f"{hours} h" if hours < 48 else f"{round(hours / 24)} days"


def _opens(state: State, now: int) -> int:
    """Return when the session was to open; one without a time opens when it begins."""
    if state.meeting.opens is not None:
        return state.meeting.opens
    return now if state.agenda.begun is None else state.agenda.begun
