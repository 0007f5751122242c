"""What was reported of commitments: a status is what somebody said, and all else is not known."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.figures.reports import reports
from facilitator.room.promise_rules import ASKED, KINDS, REPORTED, STATUSES, is_asked, report_in


@pytest.mark.parametrize(
    ("status", "report"),
    [
        ("draft", ""),  # made, and no more
        ("confirmed", ""),  # read back aloud, which is no report of what became of it
        ("", ""),
        ("in_progress", "in_progress"),
        ("done", "done"),
        ("partly_done", "partly_done"),
        ("changed", "changed"),
        ("declined", "declined"),
        ("withdrawn", "withdrawn"),
        ("of a newer version", "of a newer version"),
    ],
)
def test_only_what_somebody_reported_is_a_report(status: str, report: str):
    assert report_in(status) == report


def test_each_status_is_either_a_report_or_none():
    assert [status for status in STATUSES if report_in(status)] == [*REPORTED]


@pytest.mark.parametrize(
    ("kind", "asked"),
    [
        ("pledge", False),
        ("conditional", False),
        ("personal", False),
        ("request", True),
        ("answer_owed", True),
    ],
)
def test_what_is_asked_of_somebody_is_no_promise(kind: str, asked: bool):
    assert kind in KINDS
    assert is_asked(kind) == asked


def test_every_kind_that_asks_is_a_kind():
    assert set(ASKED) < set(KINDS)


@pytest.mark.parametrize(
    ("statuses", "words"),
    [
        ([""], "1 earlier promise, not reported on yet"),
        (["", ""], "2 earlier promises, not reported on yet"),
        (["done"], "1 of 1 earlier promise reported on: 1 done"),
        (["done", "done"], "2 of 2 earlier promises reported on: 2 done"),
        (
            ["", "in progress", "", "done", "", "", "", "", ""],
            "2 of 9 earlier promises reported on: 1 done, 1 in progress; 7 not reported on yet",
        ),
        (
            ["declined", "", "done", "done"],
            "3 of 4 earlier promises reported on: 2 done, 1 declined; 1 not reported on yet",
        ),
    ],
)
def test_the_figures_say_what_was_reported_and_on_how_many_nothing_was(
    statuses: list[str], words: str
):
    noun = "earlier promise" if len(statuses) == 1 else "earlier promises"
    assert reports(statuses).in_words(noun) == words


@given(st.lists(st.sampled_from(["", "done", "in progress", "declined"])))
def test_nothing_is_lost_or_counted_twice(statuses: list[str]):
    found = reports(statuses)
    assert found.known + found.unknown == found.whole == len(statuses)
    assert found.unknown == statuses.count("")
    assert dict(found.by_status) == Counter(filter(None, statuses))
