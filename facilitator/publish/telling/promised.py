"""What was promised, what comes next and when."""

from datetime import date

from facilitator.publish.summary import NextSession, Promise, Step
from facilitator.publish.telling.teller import Teller
from facilitator.room.promise_rules import SETTLED

NEXT = "Next session"


def promises(t: Teller) -> tuple[Promise, ...]:
    return tuple(t.promise(of) for of in t.promises if of.kind != "request")


def requests(t: Teller) -> tuple[Promise, ...]:
    return tuple(t.promise(of) for of in t.promises if of.kind == "request")


def owed(t: Teller) -> tuple[Promise, ...]:
    """Return the answers that are owed; they stand among the promises too."""
    return tuple(t.promise(of) for of in t.promises if of.kind == "answer_owed")


def next_session(t: Teller) -> NextSession | None:
    """Return the next session of the series, or what is settled of it as long as none is planned.

    Words that come from its own plan are told by the rule of this session.
    """
    meeting, planned = t.state.meeting, t.thread.next
    if planned is not None:
        return NextSession(
            t.text(planned.title),
            planned.date,
            planned.start,
            planned.hard_stop,
            t.text(planned.venue),
            planned.timezone or meeting.timezone,
        )
    settled = (meeting.next_date, meeting.next_start, t.text(meeting.next_place))
    if not any(settled):
        return None
    day, start, place = settled
    return NextSession("", day, start, "", place, meeting.timezone)


def steps(t: Teller, coming: NextSession | None) -> tuple[Step, ...]:
    """Return what comes next and has a date, by date: first steps, promises due, a session."""
    found = []
    for of in t.promises:
        if of.status in SETTLED:
            continue
        told = t.promise(of)
        if told.first_step:
            found.append(Step(told.first_step_due, told.first_step, told.who, told.id))
        found.append(Step(told.due, told.text, told.who, told.id))
    if coming is not None:
        found.append(Step(coming.date, coming.title or NEXT, "", ""))
    return tuple(sorted((one for one in found if _is_day(one.date)), key=lambda one: one.date))


def _is_day(words: str) -> bool:
    try:
        return bool(date.fromisoformat(words))
    except ValueError:
        return False
