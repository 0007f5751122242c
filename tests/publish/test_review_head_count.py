"""The head count is the first thing to settle, by a number or by saying that there is none."""

import pytest

from facilitator.log import events as e
from facilitator.publish.review import blocking, heaps
from facilitator.publish.summary import EDITIONS
from tests.publish.telling import evening, note


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize(
    ("happened", "title", "is_open"),
    [
        ([], "", False),  # nothing has begun: nobody could be counted
        ([e.SegmentStarted("open")], "How many people were in the room?", True),
        ([e.SessionEnded()], "How many people were in the room?", True),
        ([e.SessionEnded(), e.PeopleTallied(12, "door")], "The head count is settled", False),
        ([e.PeopleTallied(0, "room"), e.SessionEnded()], "The head count is settled", False),
        (
            [e.SessionEnded(), e.MeetingChanged({"uncounted": True})],
            "The head count is settled",
            False,
        ),
    ],
)
def test_the_head_count_is_asked_for_first_of_all_once_it_has_begun(
    happened: list[e.Event], title: str, is_open: bool, edition: str
):
    state = evening(note("N1", "experience", sensitivity="sensitive"), *happened)
    found = heaps(state, edition)
    count = [heap for heap in found if heap.code == "count"]
    assert [heap.title for heap in count] == ([title] if title else [])
    assert sum(heap.open for heap in count) == is_open
    if is_open:
        assert found[0].code == "count"
    assert blocking(found) == 0  # nobody waits for a number with the approval
