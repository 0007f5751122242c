"""The account of a session in plain figures, as `facilitator show --json` prints it."""

from typing import Any

from facilitator.figures.attendance import attendance
from facilitator.figures.voices import by_group
from facilitator.log.history import History
from facilitator.log.state import State
from facilitator.room.agenda import Segment
from facilitator.room.clock import SECOND
from facilitator.room.commitments import Commitment
from facilitator.room.promise_rules import is_asked, report_in
from facilitator.room.spoken import talk_time

Account = dict[str, Any]


def measured_at(history: History) -> int:
    """Return the moment up to which a session is measured: its end, or the last thing recorded."""
    ended = history.state.meeting.ended
    if ended is not None:
        return ended
    return max((entry.at + history.state.set_by for entry in history.done), default=0)


def identity(ident: str, state: State) -> Account:
    meeting = state.meeting
    names = ("title", "series", "city", "date")
    return {"id": ident, **{name: getattr(meeting, name) for name in names}}


def account(ident: str, state: State, now: int) -> Account:
    """Return the figures of a session; times in seconds."""
    talk = talk_time(state.floor, now)
    by_code = {code: share.talk for code, share in by_group(state, now).items() if share.turns}
    kinds = [note.kind for note in state.notes.values()]
    there = attendance(state)
    return {
        "session": identity(ident, state),
        "ended": state.meeting.ended is not None,
        "segments": [_segment(segment, now) for segment in state.agenda.segments],
        "turns": len(state.floor.turns),
        "talk_s": seconds(sum(talk.values())),
        "by_person": {person: seconds(length) for person, length in talk.items()},
        "by_group": {code: seconds(length) for code, length in by_code.items()},
        "attendance": there._asdict(),
        "notes": {
            "total": len(kinds),
            "by_kind": {kind: kinds.count(kind) for kind in sorted(set(kinds))},
        },
        "promised": sum(not is_asked(one.kind) for one in state.commitments.values()),
        "asked": sum(is_asked(one.kind) for one in state.commitments.values()),
        "commitments": [_promise(promise) for promise in state.commitments.values()],
    }


def seconds(length: int) -> float:
    """Return seconds, whole where they are."""
    return length // SECOND if length % SECOND == 0 else length / SECOND


def _segment(segment: Segment, now: int) -> Account:
    return {
        "id": segment.id,
        "title": segment.title,
        "kind": segment.kind,
        "planned_s": seconds(segment.length),
        "actual_s": seconds(segment.watch.elapsed(now)),
    }


def _promise(promise: Commitment) -> Account:
    told = ("id", "kind", "owner", "text", "due", "first_step", "status")
    return {
        **{name: getattr(promise, name) for name in told},
        "reported": report_in(promise.status),
        "read_back": promise.read_back is not None,
    }
