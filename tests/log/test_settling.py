"""What is settled after a session: notes cleared for print, words judged, editions approved."""

import pytest

from facilitator.log import events as e
from facilitator.log.state import State, apply
from facilitator.room.settling import KEEP

T = 1_800_000_000_000


def after(*events: e.Event) -> State:
    state = State()
    for n, event in enumerate(events):
        state = apply(state, event, T + n)
    return state


@pytest.mark.parametrize(
    ("kind", "stays"),
    [("quote", False), ("acknowledgement", False), ("experience", True), ("idea", True)],
)
def test_other_words_are_nobodys_own_until_they_say_so(kind: str, stays: bool):
    taken, cleared = (
        e.NoteTaken("N1", kind, "We were wrong."),
        e.NoteChanged("N1", {"cleared": True}),
    )
    state = after(taken, cleared)
    assert state.notes["N1"].cleared
    reworded = apply(state, e.NoteChanged("N1", {"text": "Mistakes were made."}), T + 9)
    assert reworded.notes["N1"].cleared is stays
    same = apply(state, e.NoteChanged("N1", {"text": "We were wrong.", "starred": True}), T + 9)
    assert same.notes["N1"].cleared
    both = {"text": "We did wrong.", "cleared": True}
    assert apply(state, e.NoteChanged("N1", both), T + 9).notes["N1"].cleared


def test_a_judgement_holds_for_its_item_until_it_is_taken_back():
    state = after(e.WordsJudged("N1", "Grace", KEEP), e.WordsJudged("", "Grace", "name"))
    assert [(one.item, one.reason) for one in state.judged.values()] == [("N1", KEEP), ("", "name")]
    assert apply(state, e.WordsJudged("N1", "Grace", KEEP), T) is state
    changed = apply(state, e.WordsJudged("N1", "Grace", "health"), T)
    assert [one.reason for one in changed.judged.values()] == ["health", "name"]
    back = apply(state, e.WordsJudged("N1", "Grace", ""), T)
    assert [one.item for one in back.judged.values()] == [""]
    assert apply(state, e.WordsJudged("N1", "", "name"), T) is state


def test_each_edition_counts_its_own_versions():
    state = after(e.SummaryApproved("public", "a"), e.SummaryApproved("record", "b"))
    assert apply(state, e.SummaryApproved("public", "a"), T) is state
    newer = apply(state, e.SummaryApproved("public", "c"), T + 5)
    versions = {one.edition: (one.version, one.digest) for one in newer.approved.values()}
    assert versions == {"public": (2, "c"), "record": (1, "b")}
    assert newer.approved["public"].at == T + 5
