"""Planning the agenda: whatever is added, moved or taken out, what has begun is not touched."""

from hypothesis import given
from hypothesis import strategies as st

from facilitator.room import agenda_plan as plan
from facilitator.room.agenda import Agenda, Segment
from facilitator.room.clock import MINUTE

NAMES = "ABCDE"


def part(name: str, minutes: int = 10) -> Segment:
    return Segment(name, name, "open", minutes * MINUTE, minutes * MINUTE)


def agenda(names: str = NAMES, begun: str = "") -> Agenda:
    """Return an agenda of which some parts have begun, one after the other; the last one runs."""
    made = Agenda(tuple(part(name) for name in names))
    for n, name in enumerate(begun):
        made = made.start(name, n * 10 * MINUTE)
    return made


def order(of: Agenda) -> str:
    return "".join(one.id for one in of.segments)


def test_before_it_begins_everything_moves():
    planned = agenda()
    assert order(plan.moved(planned, "E", "A")) == "EABCD"
    assert order(plan.moved(planned, "A", None)) == "BCDEA"
    assert order(plan.moved(planned, "B", "D")) == "ACBDE"
    assert order(plan.added(planned, part("X"), "C")) == "ABXCDE"
    assert order(plan.removed(planned, "C")) == "ABDE"
    assert order(plan.laid(planned, [part("X"), part("Y")])) == "XY"


def test_what_has_begun_stays_and_nothing_comes_before_it():
    running = agenda(begun="AB")
    assert plan.moved(running, "A", None) is running
    assert plan.moved(running, "E", "B") is running
    assert plan.removed(running, "B") is running
    assert plan.added(running, part("X"), "A") is running
    assert order(plan.moved(running, "E", "C")) == "ABECD"
    assert order(plan.laid(running, [part("X")])) == "ABX"


def test_what_was_jumped_over_may_come_after_all():
    running = agenda(begun="AC")  # B was left out
    moved = plan.moved(running, "B", "E")
    assert order(moved) == "ACDBE"
    assert [one.id for one in moved.coming()] == ["D", "B", "E"]


def test_to_move_a_part_where_it_is_changes_nothing():
    planned = agenda()
    assert plan.moved(planned, "B", "C") is planned
    assert plan.moved(planned, "B", "B") is planned
    assert plan.moved(planned, "E", None) is planned
    assert plan.moved(planned, "nobody", "A") is planned
    assert plan.moved(planned, "A", "nobody") is planned
    assert plan.added(planned, part("A"), None) is planned


PLACE = st.sampled_from((*NAMES, "X", "Y", None))
EDIT = st.one_of(
    st.tuples(st.just(plan.moved), st.sampled_from((*NAMES, "X")), PLACE),
    st.tuples(st.just(plan.added), st.sampled_from("XY").map(part), PLACE),
    st.tuples(st.just(plan.removed), st.sampled_from((*NAMES, "X"))),
    st.tuples(st.just(plan.laid), st.lists(st.sampled_from("AXY").map(part), max_size=3)),
)


@given(st.sampled_from(("", "A", "AB", "AD", "B", "BA")), st.lists(EDIT, max_size=12))
def test_the_part_that_runs_runs_on(begun: str, edits: list[tuple]):
    before = now = agenda(begun=begun)
    for edit, *words in edits:
        after = edit(now, *words)
        names = order(after)
        assert len(set(names)) == len(names)
        assert after is now or after != now
        now = after
    was = [one for one in before.segments if one.begun]
    assert [one for one in now.segments if one.begun] == was
    assert now.running == before.running
