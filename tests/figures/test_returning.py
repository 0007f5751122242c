"""How many different people a series has reached, and who came for the first time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.figures.returning import Returning, returning
from facilitator.log import events as e
from facilitator.log.state import State, apply
from tests.evening import AGENDA


def evening(*came: str, away: tuple[str, ...] = (), held: bool = True, **same: str) -> State:
    """Return a session with some people, and whom of an earlier one they are known to be."""
    rows = [{"id": one, "same_as": same.get(one, "")} for one in (*came, *away)]
    state = apply(State(), e.SessionPlanned("t", people=tuple(rows), agenda=AGENDA), 0)
    for one in came:
        state = apply(state, e.PersonArrived(one), 1)
    return apply(state, e.SegmentStarted("welcome"), 2) if held else state


def test_who_comes_again_counts_once():
    first = evening("ana", "bo", "chau")
    second = evening("a", "b", "new", a="1/ana", b="1/bo")
    assert returning({}, "1", first) == Returning(people=3, newcomers=3)
    assert returning({"1": first}, "2", second) == Returning(people=4, newcomers=1)


def test_a_person_is_the_same_over_any_number_of_sessions():
    sessions = {"1": evening("ana"), "2": evening("a", a="1/ana"), "3": evening("x", x="2/a")}
    assert returning(sessions, "4", evening("y", y="3/x")) == Returning(1, 0)
    missed = {**sessions, "2": evening("bo", away=("a",), a="1/ana")}  # asked, and did not come
    assert returning(missed, "4", evening("y", y="3/x")) == Returning(2, 0)


def test_who_was_only_asked_before_is_new():
    first = evening("bo", away=("ana",))
    assert returning({"1": first}, "2", evening("a", a="1/ana")) == Returning(2, 1)


def test_two_rows_that_mean_one_person_are_one():
    first = evening("ana")
    assert returning({"1": first}, "2", evening("a", "b", a="1/ana", b="1/ana")) == Returning(1, 0)
    of_no_session_here = {"a": "0/ana", "b": "0/ana"}
    assert returning({}, "2", evening("a", "b", **of_no_session_here)) == Returning(1, 1)


def test_people_who_are_each_other_in_a_ring_end_nothing():
    one, two = evening("a", a="2/b"), evening("b", b="1/a")
    assert returning({"1": one}, "2", two) == Returning(1, 0)
    assert returning({}, "1", evening("a", a="1/a")) == Returning(1, 1)


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ({}, evening()),  # counted at the door, nobody signed in
        ({"1": evening()}, evening("ana")),  # no list was kept the last time
    ],
)
def test_nothing_is_known_where_no_list_was_kept(before: dict[str, State], now: State):
    assert returning(before, "2", now) is None


def test_a_session_that_never_was_takes_nothing_away():
    never = evening(away=("ana",), held=False)
    assert returning({"1": never}, "2", evening("ana")) == Returning(1, 1)


@given(st.lists(st.lists(st.integers(0, 9), min_size=1, max_size=8, unique=True), min_size=1))
def test_it_is_the_number_of_different_people(met: list[list[int]]):
    """Whoever came, is known to be who they were when they last came."""
    last: dict[int, str] = {}
    states: dict[str, State] = {}
    for n, those in enumerate(met):
        same = {f"s{n}p{one}": last.get(one, "") for one in those}
        states[str(n)] = evening(*same, **same)
        last |= {one: f"{n}/s{n}p{one}" for one in those}
    *before, now = states
    found = returning({one: states[one] for one in before}, now, states[now])
    earlier = {one for those in met[:-1] for one in those}
    assert found == Returning(len(last), len({*met[-1]} - earlier))
