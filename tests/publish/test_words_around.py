"""Words of earlier promises, of themes, offices and titles: seen and decided like all others."""

from dataclasses import replace

import pytest

from facilitator.log import events as e
from facilitator.log.state import State
from facilitator.log.thread import Thread
from facilitator.publish.redaction import findings
from facilitator.publish.review import Item, heaps
from facilitator.publish.review_look import look
from facilitator.publish.summarise import summarise
from facilitator.room.commitments import Report
from facilitator.room.meeting import Meeting
from facilitator.room.people import Person
from facilitator.room.settling import KEEP
from tests.publish.telling import evening, pledge
from tests.publish.test_review import after, noted
from tests.publish.test_sections_promised import earlier, since

Decided = tuple[tuple[str, str], ...]  # words, and what was decided on them
ASKED = "Ask who has HIV at 612-555-0142"
HIV, PHONE = "has HIV", "612-555-0142"


def open_words(before: State, *decided: e.Event) -> list[str]:
    """Return what the writer sees of an earlier promise, in the order of the queue."""
    thread = Thread("now", 2, {"first": before})
    items = [item for heap in heaps(evening(*decided), "public", thread) for item in heap.items]
    found = [item.found for item in items if item.found and not item.settled]
    return [one.words for one in found if one.item == "first/C1"]


@pytest.mark.parametrize(
    ("then", "now", "printed", "open_"),
    [
        ((), (), "Ask who has HIV at [phone or e-mail withheld]", [HIV, PHONE]),
        ((), ((HIV, "health"),), "Ask who [health withheld] at [phone or", [PHONE]),
        ((), ((PHONE, KEEP),), ASKED, [HIV]),
        (((HIV, KEEP),), (), "Ask who has HIV at [phone", [PHONE]),
        (((HIV, KEEP),), ((HIV, "health"),), "Ask who [health withheld] at", [PHONE]),
        (((HIV, "health"),), (), "Ask who [health withheld] at [phone", [PHONE]),
        (((PHONE, KEEP), (HIV, KEEP)), (), "Ask who has HIV at [phone", [PHONE]),
    ],
)
def test_words_of_an_earlier_promise_are_seen_and_decided_like_all_others(
    then: Decided, now: Decided, printed: str, open_: list[str]
):
    before = earlier(pledge("C1", ASKED), *(e.WordsJudged("C1", *one) for one in then))
    judged = [e.WordsJudged("first/C1", *one) for one in now]
    (one,) = since(before, *judged).progress
    assert printed in one.text
    assert open_words(before, *judged) == open_


def test_a_report_on_the_item_of_another_branch_hides_no_words_that_are_printed():
    """Here somebody reported on the other laptop's C1; of ours, the earlier report is told."""
    told = {"first/C1": (Report("first/C1", 0, "done", ASKED), "2026-12-20")}
    before = {"first": earlier(pledge("C1"))}
    thread = Thread("now", 2, before, told, made={"first/C1": "of-ours"})
    state = evening(e.StatusReported("first/C1", "declined", of="of-theirs"))
    (one,) = summarise(state, 0, thread=thread).progress
    assert one.evidence.startswith("Ask who has HIV at [phone")
    assert [one.words for one in findings(state, "public", thread)] == [HIV, PHONE]


def test_names_in_a_theme_in_an_office_and_in_the_next_title_are_seen_too():
    state = after(noted(text="A bell", themes=["Parks with Châu"]))
    known = {**state.people}
    known["x"] = Person("x", "Li", groups=("POLICE",), role="Aide to Châu", organisation="City")
    thread = Thread(next=Meeting(title="Supper with Châu"))
    found = findings(replace(state, people=known), "public", thread)
    assert {(one.field, one.words) for one in found} >= {
        ("themes/Parks with Châu", "Châu"),
        ("offices/x", "Châu"),
        ("next_title", "Châu"),
    }
    heads = {look("name", Item("1", found=one), state, "public").head for one in found}
    assert heads == {"Theme", "Somebody’s office", "The session’s next title"}
