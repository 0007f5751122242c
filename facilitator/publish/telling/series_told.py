"""What the series came to by now: who comes again, and what became of earlier promises."""

from facilitator.figures.returning import Returning, returning
from facilitator.publish.disclosure import groups_may_be_told, may_publish, who
from facilitator.publish.summary import Progress
from facilitator.publish.telling.teller import Teller, status_words
from facilitator.room.commitments import Commitment, Report
from facilitator.room.groups import in_words
from facilitator.room.promise_rules import SETTLED, is_asked, report_in
from facilitator.room.refs import Ref

NOT_REPORTED = "Not reported on yet"


def people(t: Teller) -> Returning | None:
    """Return how many people the series has reached; None for a session without a series."""
    if not t.thread.number:
        return None
    return returning(t.thread.before, t.thread.ident, t.state)


def progress(t: Teller) -> tuple[Progress, ...]:
    """Return the promises of earlier sessions; those that are over, by a report, come last.

    What nobody reported on is told as that. It is not late, whatever its date: nobody said so.
    Whose a promise is, is told by the rule of the session in which it was made, and as its owner
    agreed to then.
    """
    found = [
        _progress(t, number, session, of)
        for number, (session, state) in enumerate(t.thread.before.items(), 1)
        for of in state.commitments.values()
        if may_publish(of, t.edition)
    ]
    return tuple(sorted(found, key=lambda one: one.over))


def _progress(t: Teller, number: int, session: str, of: Commitment) -> Progress:
    state = t.thread.before[session]
    ref = str(Ref(session, of.id))
    here = t.thread.reported(t.state, ref)
    report, reported = _last_told(t, ref, here)
    status = report_in(report.status if report else of.status)

    def words(text: str) -> str:
        return t.earlier(text, session, of.id)

    return Progress(
        ref=f"session {number}, {of.id}",
        made=state.meeting.date,
        who=who(of, state, t.edition),
        organisation=words(of.organisation) if groups_may_be_told(state, t.edition) else "",
        text=words(of.text),
        due=of.due,
        measure=words(of.measure),
        status=status_words(status) if status else NOT_REPORTED,
        reported=reported if status else "",
        evidence=words(report.evidence) if report else "",
        community_view=words(report.community_view) if report else "",
        reported_on=bool(status),
        open=bool(status) and status not in SETTLED,
        told_here=bool(status) and here is not None,
        kind=in_words(of.kind),
        asked=is_asked(of.kind),
    )


def _last_told(t: Teller, ref: str, here: Report | None) -> tuple[Report | None, str]:
    """Return what was last told of an earlier promise, here or before, and on which day."""
    if here is not None:
        return here, f"{t.state.meeting.local(here.at):%Y-%m-%d}"
    return t.thread.told.get(ref, (None, ""))
