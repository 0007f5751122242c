"""What was promised, what comes next, and what became of the promises before."""

from typing import Any

import pytest

from facilitator.log import events as e
from facilitator.log.state import State
from facilitator.log.thread import Thread
from facilitator.publish.summary import Step, Summary
from facilitator.room.commitments import Report
from tests.publish.telling import evening, pledge, told


def test_an_answer_that_is_owed_stands_among_the_questions_and_the_promises():
    found = told(pledge("C1"), pledge("C2", kind="answer_owed", owner="Bo"))
    assert [one.id for one in found.promises] == ["C1", "C2"]
    assert found.owed == found.promises[1:]


def test_a_request_that_nobody_took_says_so():
    (one, two) = told(
        pledge("C1", kind="request"), pledge("C2", kind="request", owner="Bo")
    ).requests
    assert one.status == "No owner yet"
    assert two.status == "Not yet confirmed aloud"


def test_what_comes_next_has_a_date_and_stands_in_order():
    found = told(
        pledge("C1", "Mend it", due="2027-03-01", first_step="Look", first_step_due="2027-01-20"),
        pledge("C2", "Some day"),
        pledge("C3", "Not that", due="2027-02-01"),
        pledge("C4", "Bad date", due="in May"),
        pledge("C5", "Kept", due="2027-02-02", publish="not"),
        e.StatusReported("C3", "withdrawn"),
        e.MeetingChanged({"next_date": "2027-02-19"}),
    )
    assert found.steps == (
        Step("2027-01-20", "Look", "", "C1"),
        Step("2027-02-19", "Next session", "", ""),
        Step("2027-03-01", "Mend it", "", "C1"),
    )


def earlier(*happened: e.Event, **meeting: Any) -> State:
    return evening(*happened, **{"date": "2026-11-10", "title": "The first", **meeting})


def since(before: State, *happened: e.Event, **more: Any) -> Summary:
    reports = more.pop("told", {})
    thread = Thread("now", 2, {"first": before}, reports)
    return told(*happened, thread=thread, **more)


def test_what_was_reported_of_earlier_promises_is_told_and_what_is_over_comes_last():
    before = earlier(
        pledge("C1", due="2027-01-14", measure="A letter"),
        pledge("C2", due="2027-01-15"),
        pledge("C3", due="2026-12-01"),
        pledge("C4", due="2026-12-01"),
        e.CommitmentReadBack("C2"),
    )
    old = {"first/C3": (Report("first/C3", 0, "done", "The paper", "agree"), "2026-12-20")}
    here = e.StatusReported("first/C4", "partly_done", "One of two", "not yet")
    found = since(before, here, told=old).progress
    assert [(one.ref, one.status, one.open) for one in found] == [
        ("session 1, C1", "Not reported on yet", False),  # its date is over: nobody said more
        ("session 1, C2", "Not reported on yet", False),
        ("session 1, C4", "Partly done", True),
        ("session 1, C3", "Done", False),
    ]
    silent, _, partly, done = found
    assert (silent.made, silent.measure) == ("2026-11-10", "A letter")
    assert (silent.reported, silent.told_here, silent.reported_on) == ("", False, False)
    assert (partly.evidence, partly.reported, partly.told_here) == (
        "One of two",
        "2027-01-15",
        True,
    )
    assert (done.evidence, done.community_view, done.reported) == (
        "The paper",
        "agree",
        "2026-12-20",
    )


def test_what_is_told_here_is_newer_than_what_was_told_before():
    before = earlier(pledge("C1"))
    old = {"first/C1": (Report("first/C1", 0, "declined"), "2026-12-20")}
    (one,) = since(before, e.StatusReported("first/C1", "in_progress"), told=old).progress
    assert (one.status, one.open) == ("In progress", True)


@pytest.mark.parametrize(
    ("then", "now", "who"),
    [
        ("consent", "consent", "Bo"),
        ("consent", "chatham_house", "Bo"),  # as it was agreed when it was made
        ("no_names", "open", "Police"),
        ("chatham_house", "open", "Somebody in the room"),
    ],
)
def test_whose_it_was_is_told_by_the_rule_of_its_own_session(then: str, now: str, who: str):
    made = pledge("C1", owner="Bo", person="bo", publish="named", organisation="Own Shop")
    (found,) = since(earlier(made, disclosure=then), disclosure=now).progress
    assert found.who == who
    assert found.organisation == ("" if then == "chatham_house" else "Own Shop")


def test_what_was_not_to_be_told_then_is_in_the_record_alone():
    before = earlier(pledge("C1", publish="not"), pledge("C2", kind="personal"), pledge("C3"))
    assert [one.ref for one in since(before).progress] == ["session 1, C3"]
    assert len(since(before, edition="record").progress) == 3
