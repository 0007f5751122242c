"""The thread of a series: who was there last time, and what the sessions before came to."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from facilitator.log.state import State
from facilitator.log.thread import Thread
from facilitator.planning import new_id
from facilitator.record.earlier import Earlier
from facilitator.record.store import Store
from facilitator.room.commitments import Report
from facilitator.room.folding import folded
from facilitator.room.people import Person
from facilitator.room.promise_rules import report_in
from facilitator.room.refs import Ref

# What is known of a person for more than one evening. Whether they may be named is asked anew,
# but for who speaks in an office (practice guide, section 6).
_LASTING = ("name", "groups", "languages", "interpreted", "minor", "organisation", "role", "email")


def not_asked_yet(earlier: Iterable[Earlier], state: State) -> list[Earlier]:
    """Return who was on the list of the session before this one, and is not on this one."""
    day = state.meeting.date or "9"
    before = [one for one in earlier if one.date < day]
    newest = max((one.date for one in before), default="")
    known = {one.same_as for one in state.people.values()}
    names = {folded(one.name) for one in state.people.values()}
    return [
        one
        for one in before
        if one.date == newest and one.ref not in known and folded(one.name) not in names
    ]


def asked_again(store: Store, those: Iterable[Earlier]) -> list[dict[str, Any]]:
    """Return people of earlier sessions as rows to import, each known to be the same."""
    rows = []
    lists: dict[str, Any] = {}
    for one in those:
        ref = Ref.read(one.ref)
        if ref.log not in lists:
            lists[ref.log] = store.state(ref.log).people
        if ref.id in lists[ref.log]:
            rows.append(_row(lists[ref.log][ref.id], one.ref))
    return rows


def _row(person: Person, ref: str) -> dict[str, Any]:
    lasting = {name: getattr(person, name) for name in _LASTING}
    consent = "official" if person.consent == "official" else "anonymous"
    return {"id": new_id(), **lasting, "consent": consent, "same_as": ref}


def thread(store: Store, ident: str) -> Thread:
    """Return the series of a session, read from the logs of the file; a part of it is not one.

    Sessions stand by date, then by start. One without a date is neither before nor next.
    """
    plans = {plan["session"]: plan for plan in store.shelf.plans() if not plan["part_of"]}
    own = plans.get(ident)
    if own is None or not own["series_id"]:
        return Thread(ident)
    line = sorted(
        (plan["date"] or "9", plan["start"], session)
        for session, plan in plans.items()
        if plan["series_id"] == own["series_id"] and (plan["date"] or plan is own)
    )
    here = [session for *_, session in line].index(ident)
    before = {session: store.read(session) for *_, session in line[:here]}
    after = [store.state(session).meeting for *_, session in line[here + 1 : here + 2]]
    sittings = [store.state(log) for log in store.shelf.sittings(own["series_id"])]
    made = {
        str(Ref(session, item)): of
        for session, (_, items) in before.items()
        for item, of in items.items()
    }
    states = {session: state for session, (state, _) in before.items()}
    whole = Thread(ident, here + 1, states, {}, next(iter(after), None), made)
    return _with_reports(whole, sittings, own["ended_at"])


def _with_reports(thread: Thread, sittings: list[State], ended: int | None) -> Thread:
    """Return the thread with what was last told of each promise, before its session was over."""
    told = _told(thread.before)
    waiting = []
    heard: list[tuple[State, int | None]] = [(state, None) for state in thread.before.values()]
    heard += [(state, ended) for state in sittings]
    for state, until in heard:
        for ref, report in state.reports.items():
            if until is not None and report.at > until:
                continue
            if not thread.means(report):
                waiting.append(report)
            elif ref not in told or told[ref][0].at <= report.at:
                told[ref] = report, f"{state.meeting.local(report.at):%Y-%m-%d}"
    return replace(thread, told=told, waiting=tuple(waiting))


def _told(sessions: Mapping[str, State]) -> dict[str, tuple[Report, str]]:
    """Return what was told of each promise in its own session."""
    told: dict[str, tuple[Report, str]] = {}
    for session, state in sessions.items():
        for of in state.commitments.values():
            if report_in(of.status):
                ref = str(Ref(session, of.id))
                report = Report(ref, of.at, of.status, of.evidence, of.community_view)
                told[ref] = report, state.meeting.date
    return told
