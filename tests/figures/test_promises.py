"""What is said of promises before a session ends, and which changed after their read-back."""

import pytest

from facilitator.figures.promises import waiting_for_a_yes, warning
from facilitator.log.state import State
from facilitator.room.commitments import Commitment
from facilitator.session import Session
from tests.clock import Clock
from tests.evening import evening


def promise(kind: str = "pledge", owner: str = "Bo", due: str = "2027-02-01", read: bool = True):
    return Commitment("", 0, kind, "Call", owner=owner, due=due, read_back=1 if read else None)


@pytest.mark.parametrize(
    ("promises", "said"),
    [
        ([], ""),
        ([promise()], ""),
        ([promise(owner="")], "1 promise has no owner."),
        ([promise(due="")], "1 promise has no date."),
        ([promise(read=False)], "1 promise was not read back."),
        ([promise(read=False)] * 3, "3 promises were not read back."),
        ([promise(due="")] * 2, "2 promises have no date."),
        (
            [promise(owner="")] * 2 + [promise(due="")] + [promise(read=False)] * 3,
            "2 promises have no owner, 1 has no date, 3 were not read back.",
        ),
        ([promise("request", "", "")], ""),  # to an absent body: no owner, no date
        ([promise("request", "", "", read=False)], "1 promise was not read back."),
        ([promise("personal", read=False)], ""),  # nobody reads it aloud
        ([promise("personal", due="", read=False)], "1 promise has no date."),
    ],
)
def test_the_end_of_a_session_says_what_is_open(promises: list[Commitment], said: str):
    assert warning(State(commitments=dict(enumerate(promises)))) == said  # type: ignore[arg-type]


def changed(session: Session) -> set[str]:
    return {promise.id for promise in session.state.commitments.values() if promise.reworded}


def test_a_promise_with_new_words_is_no_longer_what_was_read_back(clock: Clock):
    with evening(clock) as session:
        session.commit("Call the clerk", owner="Bo")
        session.commit("Open the hall", owner="Ana")
        assert changed(session) == set()

        session.amend("C1", due="2027-02-01")  # before anything was read back
        session.read_back("C1")
        session.amend("C2", owner="Bo")
        session.read_back("C2")
        assert changed(session) == set()

        session.amend("C1", support="A clerk")  # the room said yes to who, what, by when
        assert changed(session) == set()
        session.amend("C1", text="Call the mayor")
        assert changed(session) == {"C1"}

        assert waiting_for_a_yes(session.state) == ["C1"]

        session.undo()
        assert changed(session) == set()
        assert waiting_for_a_yes(session.state) == []
        session.redo()
        assert changed(session) == {"C1"}
        clock.advance(1)
        session.read_back("C1")
        assert changed(session) == set()


def test_the_room_hears_everything_but_what_is_personal(clock: Clock):
    with evening(clock) as session:
        session.commit("Call the clerk", owner="Bo")
        session.commit("Write to my sister", "personal", owner="Ana")
        session.commit("Interpreters", "request")
        assert waiting_for_a_yes(session.state) == ["C1", "C3"]
        session.read_back("C1")
        assert waiting_for_a_yes(session.state) == ["C3"]
