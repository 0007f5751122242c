"""What is to settle before a summary goes out: which heap holds it, and what decides it."""

from collections.abc import Iterator
from typing import Any

import pytest

from facilitator.log import events as e
from facilitator.log.state import State, apply
from facilitator.log.thread import Thread
from facilitator.publish import review, review_look
from facilitator.publish.look import Look
from facilitator.publish.redaction import Finding
from facilitator.publish.review import Heap, blocking, heaps, open_count
from facilitator.publish.review_look import look
from facilitator.room.meeting import Meeting
from facilitator.room.settling import KEEP
from tests.evening import AGENDA, MEETING, PEOPLE

T = 1_800_000_000_000
FULL = {"owner": "Bo", "due": "2027-02-01", "first_step": "Ask", "measure": "It rings"}
TOLD = dict.fromkeys(("purpose", "contact", *review.NEXT, "joining", "support"), "2027-02-01")


def after(*happened: e.Event, **meeting: Any) -> State:
    planned = e.SessionPlanned(**MEETING, people=PEOPLE, agenda=AGENDA)
    state, told = apply(State(), planned, T), e.MeetingChanged({**TOLD, **meeting})
    for n, event in enumerate((told, *happened)):
        state = apply(state, event, T + n)
    return state


def noted(kind: str = "idea", text: str = "A bell", ident: str = "N1", **more: Any) -> e.NoteTaken:
    return e.NoteTaken(ident, kind, text, **more)


def changed(**changes: Any) -> e.NoteChanged:
    return e.NoteChanged("N1", changes)


def promised(kind: str = "pledge", **more: Any) -> e.CommitmentMade:
    return e.CommitmentMade("C1", kind, "Mend the bell", **more)


def told(state: State, edition: str = "public") -> dict[str, tuple[int, int]]:
    """Return how much is open and how much is settled in each heap that is not a mere list."""
    found = heaps(state, edition)
    return {
        heap.code: (heap.open, heap.done)
        for heap in found
        if heap.code not in (*review.LISTS, "reader", "groups")
    }


def shown(state: State, code: str, edition: str = "public") -> Look:
    heap = next(heap for heap in heaps(state, edition) if heap.code == code)
    return look(code, heap.items[0], state, edition)


@pytest.mark.parametrize(
    ("note", "decided", "heap"),
    [
        (noted(), None, {}),
        (noted(sensitivity="sensitive"), None, {"sensitive": (1, 0)}),
        (noted(sensitivity="sensitive"), changed(sensitivity="withheld"), {"sensitive": (0, 1)}),
        (noted(sensitivity="sensitive"), changed(sensitivity="public"), {}),
        (noted(sensitivity="sensitive"), changed(cleared=True), {"sensitive": (0, 1)}),
        (noted(sensitivity="internal"), None, {}),
        (noted("experience"), None, {"experience": (1, 0)}),
        (noted("experience"), changed(cleared=True), {"experience": (0, 1)}),
        (noted("fact_to_check"), None, {"fact_to_check": (1, 0)}),
        (noted("quote"), None, {"quote": (1, 0)}),
        (noted("quote"), changed(cleared=True), {"quote": (0, 1)}),
        (noted("quote"), changed(sensitivity="withheld"), {"sensitive": (0, 1)}),
        # One thing at a time: first whether it is printed at all, then whether somebody agreed.
        (noted("quote", sensitivity="sensitive"), None, {"sensitive": (1, 0)}),
        (
            noted("quote", sensitivity="sensitive"),
            changed(sensitivity="public", attribution="none"),
            {"quote": (1, 0)},
        ),
        (noted("acknowledgement"), None, {"acknowledgement": (1, 0)}),
        (noted("process", sensitivity="sensitive"), None, {}),
        (noted("safety", sensitivity="sensitive"), None, {}),
    ],
)
def test_each_note_lies_in_the_heap_that_asks_about_it(
    note: e.NoteTaken, decided: e.NoteChanged | None, heap: dict[str, tuple[int, int]]
):
    assert told(after(note, *([decided] if decided else []))) == heap


def test_other_words_ask_for_the_speakers_yes_again():
    state = after(noted("quote"), changed(cleared=True), changed(text="A large bell"))
    assert told(state) == {"quote": (1, 0)}


@pytest.mark.parametrize(("edition", "rule"), [("record", "consent"), ("public", "circle")])
def test_nothing_is_asked_of_notes_that_are_printed_anyway_or_not_at_all(edition: str, rule: str):
    state = after(noted("quote"), noted("idea", ident="N2", sensitivity="sensitive"))
    ruled = apply(state, e.MeetingChanged({"disclosure": rule}), T)
    assert told(ruled, edition) == {}
    assert [heap.title for heap in heaps(ruled, edition) if heap.code == "note"] == ["Every note"]


@pytest.mark.parametrize(
    ("promise", "heap"),
    [
        (promised(**FULL), {"read_back": (1, 0), "promise": (0, 1), "step": (0, 1)}),
        (
            promised(**{**FULL, "due": ""}),
            {"promise": (1, 0), "read_back": (1, 0), "step": (0, 1)},
        ),
        (promised(), {"promise": (1, 0), "read_back": (1, 0), "step": (1, 0)}),
        (promised("request"), {"read_back": (1, 0)}),
        (promised("answer_owed"), {"read_back": (1, 0), "owed": (1, 0)}),
        (promised("personal"), {}),
        (promised(publish="not"), {}),
    ],
)
def test_each_promise_lies_in_the_heaps_that_ask_about_it(
    promise: e.CommitmentMade, heap: dict[str, tuple[int, int]]
):
    assert told(after(promise)) == heap


def test_a_promise_that_was_read_back_and_then_reworded_is_asked_about_again():
    state = after(promised(**FULL), e.CommitmentReadBack("C1"))
    assert told(state)["read_back"] == (0, 1)
    reworded = apply(state, e.CommitmentAmended("C1", {"text": "Mend it soon"}), T)
    assert told(reworded)["read_back"] == (1, 0)
    assert "something else by now" in shown(reworded, "read_back").said


def test_of_what_is_over_nothing_more_is_asked():
    state = after(promised(), e.StatusReported("C1", "withdrawn", "", ""))
    assert told(state)["promise"] == (0, 1)


# For the reader


def reader(state: State, thread: Thread | None = None) -> list[str]:
    heap = next(heap for heap in heaps(state, "public", thread) if heap.code == "reader")
    return [item.id for item in heap.items if not item.settled]


def test_what_a_reader_looks_for_never_counts():
    state = after(**dict.fromkeys(TOLD, ""))
    assert reader(state) == ["purpose", "contact", "next", "joining", "support"]
    assert open_count(heaps(state, "public")) == 0
    assert reader(after(purpose="")) == ["purpose"]


def test_a_next_session_that_is_planned_need_not_be_told():
    state = after(next_date="")
    assert reader(state) == ["next"]
    assert reader(state, Thread(next=Meeting())) == []


# The order, and what is counted


def test_what_is_open_comes_first_and_lists_come_last():
    state = after(
        noted("experience"),
        noted("quote", ident="N2", sensitivity="sensitive"),
        noted("quote", ident="N3"),
        e.NoteChanged("N3", {"cleared": True}),
        noted("safety", ident="N4"),
        promised(),
        purpose="",
    )
    titles = [heap.title for heap in heaps(state, "public")]
    assert titles == [
        "Sensitive: may this be printed?",
        "Experiences to check",
        "Promises without an owner or a date",
        "Promises and requests not read back aloud",
        "Promises without a first step or a measure",
        "For the reader",
        "Quotes agreed to by their speakers",
        "Groups under five are merged",
        "Safety: kept apart, in no edition",
        "Every note",
        "Every promise, request and answer owed",
    ]
    assert open_count(heaps(state, "public")) == 4
    assert blocking(heaps(state, "public")) == 0


def test_nothing_at_all_has_nothing_open():
    assert [heap.code for heap in heaps(State(), "public") if heap.counts and heap.open] == []


def test_in_a_heap_what_is_open_comes_first():
    state = after(noted("quote"), changed(cleared=True), noted("quote", ident="N2"))
    heap = next(heap for heap in heaps(state, "public") if heap.code == "quote")
    assert [(item.id, item.settled) for item in heap.items] == [("N2", False), ("N1", True)]


# Words inside texts

TEXT = "Châu saw car ABC 123; Châu wrote it down."
NAME = Finding("N1", "text", "Châu", 0, 4, "name", True, "chau", TEXT)
PLATE = Finding("N1", "text", "ABC 123", 12, 19, "plate", False, "", TEXT)


@pytest.fixture
def found(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Finding]]:
    """Let these words be found, whatever the rules for finding are."""
    all_ = [NAME, PLATE]
    monkeypatch.setattr(review, "findings", lambda state, edition, thread: tuple(all_))
    return all_


def test_names_are_replaced_and_what_only_looks_risky_blocks(found: list[Finding]):
    state = after(noted(text=TEXT))
    assert told(state) == {"name": (1, 0), "risky": (1, 0)}
    assert blocking(heaps(state, "public")) == 1
    assert shown(state, "name").becomes == "Printed as [name withheld]."
    assert shown(state, "risky").becomes.startswith("Printed as typed unless you decide.")
    assert shown(state, "name").marks == ((0, 4), (22, 26))


@pytest.mark.parametrize("item", ["N1", ""])
@pytest.mark.parametrize(
    ("reason", "chosen", "becomes"),
    [
        (KEEP, "keep", "The words are printed: you kept them."),
        ("plate", "replace", "Printed as [license plate withheld]."),
        ("case", "other", "Printed as [case number withheld]."),
    ],
)
def test_a_decision_on_words_settles_them(
    found: list[Finding], item: str, reason: str, chosen: str, becomes: str
):
    state = after(noted(text=TEXT), e.WordsJudged(item, "ABC 123", reason))
    assert told(state) == {"name": (1, 0), "risky": (0, 1)}
    assert blocking(heaps(state, "public")) == 0
    assert (shown(state, "risky").chosen, shown(state, "risky").becomes) == ((chosen,), becomes)


def test_the_same_words_in_a_text_are_one_decision(found: list[Finding]):
    found.append(NAME._replace(start=22, end=26))
    assert told(after(noted(text=TEXT)))["name"] == (1, 0)


def test_words_in_a_note_that_is_left_out_wait(found: list[Finding]):
    assert told(after(noted(text=TEXT, sensitivity="withheld"))) == {"sensitive": (0, 1)}


def test_words_of_the_session_itself_are_told_with_where_they_stand(found: list[Finding]):
    found[:] = [NAME._replace(item="", field="venue", text="Châu’s kitchen")]
    of = shown(after(venue="Châu’s kitchen"), "name")
    assert (of.head, of.words) == ("The session’s venue", "Châu’s kitchen")
    assert "reword" not in of.choices


# What the writer sees


def test_a_note_says_who_said_it_and_what_they_chose():
    said = noted("quote", person="chau", group="STUDENT", language="vi")
    of = shown(after(e.SegmentStarted("open", None), said), "quote")
    assert (of.part, of.words) == ("Open floor", "A bell")
    assert of.said == (
        "Said by \u2068Châu, Student\u2069, in Vietnamese."
        " The speaker chose: no name, no group. No consent to quote is recorded."
    )
    assert shown(after(noted("quote", person="dara")), "quote").said.endswith(
        "A child is never named. No consent to quote is recorded."
    )
    assert shown(after(noted()), "note").said == "Nobody is noted as its speaker."


@pytest.mark.parametrize("kind", ["idea", "quote", "safety", "process", "experience"])
@pytest.mark.parametrize("edition", ["public", "participants", "record"])
def test_what_comes_of_a_note_is_what_the_rule_says(kind: str, edition: str):
    state = after(noted(kind))
    told = review_look.fate(state.notes["N1"], state, edition)
    becomes = shown(state, "note", edition).becomes
    left_out = f"Left out as it stands: {told.reason}"
    assert becomes.startswith("Printed" if told.printed else left_out)


def every(heap: Heap) -> set[str]:
    return {item.of for item in heap.items}


def test_every_note_and_every_promise_can_be_read_over():
    state = after(noted(), noted("safety", ident="N2"), promised("personal"))
    by_code = {heap.code: heap for heap in heaps(state, "public")}
    assert (every(by_code["note"]), every(by_code["pledge"])) == ({"N1", "N2"}, {"C1"})
    assert every(by_code["safety"]) == {"N2"}
