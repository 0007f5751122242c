"""The evening as stretches of time: what was, what runs, what comes, what is left out."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from facilitator.room.agenda import Agenda, Segment
from facilitator.room.clock import MINUTE
from facilitator.room.course import course

OPENS = 1000 * MINUTE


def agenda(*minutes: int, fixed: int | None = None) -> Agenda:
    """Return parts A, B, C … of so many minutes; the last may have a fixed start, in minutes."""
    ids = "ABCDEFGH"[: len(minutes)]
    starts = [None] * (len(minutes) - 1) + [None if fixed is None else OPENS + fixed * MINUTE]
    return Agenda(
        tuple(
            Segment(i, i, "open", planned=m * MINUTE, length=m * MINUTE, fixed_start=start)
            for i, m, start in zip(ids, minutes, starts, strict=True)
        )
    )


def told(agenda: Agenda, now: float, ended: bool = False) -> list[str]:
    """Return the course in words, minutes counted from the opening."""
    at = OPENS + round(now * MINUTE)
    return [
        f"{s.part.id} {s.state} {(s.begins - OPENS) / MINUTE:g}-{(s.ends - OPENS) / MINUTE:g}"
        for s in course(agenda, at, OPENS, ended)
    ]


def moment(minutes: float) -> int:
    return OPENS + round(minutes * MINUTE)


def test_before_it_begins_everything_comes() -> None:
    assert told(agenda(10, 20), now=-30) == ["A coming 0-10", "B coming 10-30"]
    assert told(agenda(10, 20), now=5) == ["A coming 5-15", "B coming 15-35"]


def test_what_was_is_as_it_was_and_what_runs_has_all_its_time() -> None:
    evening = agenda(10, 20, 5).start("A", moment(2)).start("B", moment(14))
    assert told(evening, now=20) == ["A done 2-14", "B running 14-34", "C coming 34-39"]
    assert told(evening, now=40) == ["A done 2-14", "B running 14-40", "C coming 40-45"]


def test_a_pause_belongs_to_its_part() -> None:
    evening = agenda(10, 20).start("A", moment(0)).pause(moment(4))
    assert told(evening, now=9) == ["A running 0-15", "B coming 15-35"]
    evening = evening.resume(moment(9)).start("B", moment(12))
    assert told(evening, now=12) == ["A done 0-12", "B running 12-32"]


def test_a_fixed_start_is_waited_for() -> None:
    evening = agenda(10, 20, fixed=30).start("A", moment(0))
    assert told(evening, now=5) == ["A running 0-10", "B coming 30-50"]


def test_who_goes_back_has_been_there_before() -> None:
    evening = agenda(10, 20).start("A", moment(0)).start("B", moment(10)).start("A", moment(15))
    assert told(evening, now=16) == [
        "A done 0-10",
        "B done 10-15",
        "A running 15-16",
        "B coming 16-31",
    ]


def test_what_is_left_out_stands_where_it_would_have_come() -> None:
    evening = agenda(10, 20, 5, 5).start("A", moment(0)).replan({}, ("B", "D"), None)
    assert told(evening, now=5) == [
        "A running 0-10",
        "C coming 10-15",
        "B dropped 10-10",
        "D dropped 15-15",
    ]
    jumped = agenda(10, 20, 5).start("A", moment(0)).start("C", moment(8))
    assert told(jumped, now=8) == ["A done 0-8", "C running 8-13", "B dropped 8-8"]


def test_after_the_end_nothing_comes() -> None:
    evening = agenda(10, 20).start("A", moment(0)).end(moment(7))
    assert told(evening, now=60, ended=True) == ["A done 0-7", "B dropped 7-7"]
    assert told(agenda(10), now=60, ended=True) == ["A dropped 0-0"]
    assert told(Agenda(), now=60) == []


@given(
    minutes=st.lists(st.integers(0, 40), min_size=1, max_size=6),
    acts=st.lists(st.tuples(st.sampled_from("ABCDEFpr"), st.integers(0, 30)), max_size=12),
)
def test_time_is_filled_in_order_and_ends_as_projected(
    minutes: list[int], acts: list[tuple[str, int]]
) -> None:
    evening, now = agenda(*minutes), OPENS
    for act, later in acts:
        now += later * MINUTE
        if act in "pr":
            evening = evening.pause(now) if act == "p" else evening.resume(now)
        else:
            evening = evening.start(act, now)
    held = [s for s in course(evening, now, OPENS) if s.state != "dropped"]
    assert all(s.begins <= s.ends for s in held)
    assert all(a.ends <= b.begins for a, b in pairwise(held))
    assert {s.place for s in course(evening, now, OPENS)} == set(range(len(minutes)))
    if evening.running or evening.coming():
        assert max(s.ends for s in held) == evening.projected_end(now, OPENS)
