"""What is counted of people and promises, once: all that leaves the room tells these figures."""

from typing import Any, NamedTuple

from facilitator.figures.attendance import Attendance
from facilitator.figures.reports import Reports, reports
from facilitator.publish.summary import Progress, Summary


def heads(summary: Summary) -> Attendance:
    return Attendance(
        summary.tally, summary.tally_method, summary.signed_in, summary.signed_in_or_spoke
    )


class Made(NamedTuple):
    """What came of a session. What is asked of somebody is no promise, and is counted apart."""

    promises: int
    dated: int  # of the promises
    owed: int  # answers
    requests: int


def made(summary: Summary) -> Made:
    owed = {promise.id for promise in summary.owed}
    promises = [promise for promise in summary.promises if promise.id not in owed]
    dated = sum(bool(promise.due) for promise in promises)
    return Made(len(promises), dated, len(owed), len(summary.requests))


class Earlier(NamedTuple):
    """What was reported of the sessions before."""

    promises: Reports
    asked: Reports  # requests and answers owed

    @property
    def sentences(self) -> tuple[str, ...]:
        """Return it in words, without full stops; nothing of what there was none of."""
        told = []
        if self.promises.whole:
            one = self.promises.whole == 1
            told.append(self.promises.in_words(f"earlier promise{'' if one else 's'}"))
        if self.asked.whole:
            one = self.asked.whole == 1
            noun = "earlier request or answer owed" if one else "earlier requests and answers owed"
            told.append(self.asked.in_words(noun))
        return tuple(told)


def earlier(summary: Summary) -> Earlier:
    asked = [one for one in summary.progress if one.asked]
    promises = [one for one in summary.progress if not one.asked]
    return Earlier(reports(map(_status, promises)), reports(map(_status, asked)))


def _status(one: Progress) -> str:
    return one.status.lower() if one.reported_on else ""


def plain(summary: Summary) -> dict[str, Any]:
    """Return the figures as plain data."""
    before = {
        name: {
            "whole": reported.whole,
            "reported_on": reported.known,
            "not_reported_on": reported.unknown,
            "by_status": dict(reported.by_status),
        }
        for name, reported in earlier(summary)._asdict().items()
    }
    return {**made(summary)._asdict(), "earlier": before}
