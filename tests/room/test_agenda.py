"""The agenda: what runs, how late it is, and when it will end at this pace."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.room.agenda import Agenda, Segment, minutes_late
from facilitator.room.clock import MINUTE, Span

T = 1_800_000_000_000
IDS = "abcd"


def agenda(*minutes: float, **more: int) -> Agenda:
    return Agenda(
        tuple(
            Segment(ident, ident.upper(), "open", round(m * MINUTE), round(m * MINUTE), **more)
            for ident, m in zip(IDS, minutes, strict=False)
        )
    )


def actual(of: Agenda, now: int) -> dict[str, float]:
    return {s.id: s.watch.elapsed(now) / MINUTE for s in of.segments if s.begun}


def test_starting_a_segment_ends_the_one_that_ran():
    found = agenda(10, 20).start("a", T).start("b", T + 12 * MINUTE)
    assert found.running
    assert found.running.id == "b"
    assert actual(found, T + 15 * MINUTE) == {"a": 12, "b": 3}


def test_a_segment_that_really_began_earlier_takes_the_time_from_the_one_before():
    found = agenda(10, 20).start("a", T).start("b", T + 12 * MINUTE, since=T + 9 * MINUTE)
    assert actual(found, T + 15 * MINUTE) == {"a": 9, "b": 6}


def test_a_segment_cannot_begin_before_the_one_before_it_did():
    found = agenda(10, 20).start("a", T).start("b", T + 12 * MINUTE, since=T - 5 * MINUTE)
    assert actual(found, T + 15 * MINUTE) == {"a": 0, "b": 15}


def test_a_segment_cannot_have_begun_in_time_that_another_already_had():
    early = agenda(10, 20).start("a", T).pause(T + 5 * MINUTE)
    found = early.start("b", T + 8 * MINUTE, since=T + 2 * MINUTE)
    assert actual(found, T + 8 * MINUTE) == {"a": 5, "b": 3}


def test_a_segment_does_not_begin_in_the_future():
    found = agenda(10).start("a", T, since=T + 5 * MINUTE)
    assert actual(found, T + 1 * MINUTE) == {"a": 1}


def test_a_pause_does_not_count():
    found = agenda(10).start("a", T).pause(T + 2 * MINUTE)
    assert found.paused
    assert found.pause(T + 3 * MINUTE) is found
    found = found.resume(T + 5 * MINUTE)
    assert not found.paused
    assert actual(found, T + 6 * MINUTE) == {"a": 3}
    assert found.resume(T + 6 * MINUTE) is found


def test_going_back_to_a_segment_lets_its_clock_go_on():
    found = agenda(10, 10).start("a", T).start("b", T + 4 * MINUTE).start("a", T + 6 * MINUTE)
    assert actual(found, T + 7 * MINUTE) == {"a": 5, "b": 2}


def test_a_grant_moves_the_end_and_not_the_clock():
    found = agenda(10).start("a", T).grant(3 * MINUTE).grant(-1 * MINUTE)
    assert found.running
    assert found.running.left(T + 11 * MINUTE) == 1 * MINUTE
    assert found.running.left(T + 14 * MINUTE) == -2 * MINUTE
    assert agenda(10).grant(MINUTE) == agenda(10)


def test_a_change_before_the_evening_is_a_new_plan_and_later_a_new_length():
    before = agenda(10, 20).resize("b", 30 * MINUTE)
    assert (before.segments[1].planned, before.segments[1].length) == (30 * MINUTE, 30 * MINUTE)
    after = before.start("a", T).resize("b", 5 * MINUTE)
    assert (after.segments[1].planned, after.segments[1].length) == (30 * MINUTE, 5 * MINUTE)


def test_what_makes_no_sense_changes_nothing():
    plan = agenda(10, 20)
    running = plan.start("a", T)
    assert plan.start("lunch", T) is plan
    assert running.start("a", T + 1) is running
    assert plan.resize("lunch", 1) is plan
    assert plan.resize("a", -1) is plan
    assert plan.resize("a", 10 * MINUTE) is plan
    assert plan.pause(T) is plan.resume(T) is plan.end(T) is plan


def test_the_projected_end_is_the_time_left_and_what_is_to_come():
    plan = agenda(10, 20, 30)
    assert plan.scheduled_end(T) == T + 60 * MINUTE
    assert plan.projected_end(T - 5 * MINUTE, opens=T) == T + 60 * MINUTE
    assert plan.projected_end(T + 5 * MINUTE, opens=T) == T + 65 * MINUTE
    running = plan.start("a", T)
    assert running.projected_end(T + 5 * MINUTE, opens=T) == T + 60 * MINUTE
    assert running.projected_end(T + 13 * MINUTE, opens=T) == T + 63 * MINUTE  # overtime
    assert running.pause(T + 5 * MINUTE).projected_end(T + 9 * MINUTE, T) == T + 64 * MINUTE


def test_what_was_jumped_over_is_not_to_come():
    plan = agenda(10, 20, 30).start("a", T).start("c", T + 10 * MINUTE)
    assert plan.coming() == ()
    assert plan.projected_end(T + 10 * MINUTE, T) == T + 40 * MINUTE
    assert plan.end(T + 20 * MINUTE).coming() == ()


def test_a_fixed_start_holds_the_agenda_up_but_never_back():
    plan = agenda(10, 20, fixed_start=T + 30 * MINUTE)
    assert plan.scheduled_end(T) == T + 60 * MINUTE
    late = plan.start("a", T + 30 * MINUTE)
    assert late.projected_end(T + 35 * MINUTE, T) == T + 60 * MINUTE
    assert late.projected_end(T + 50 * MINUTE, T) == T + 70 * MINUTE


def test_idle_time_is_counted_when_nothing_runs():
    ran = agenda(10).start("a", T).end(T + 10 * MINUTE)
    assert ran.idle(T + 12 * MINUTE) == 2 * MINUTE
    assert agenda(10).idle(T) == agenda(10).start("a", T).idle(T + 5) == 0


@pytest.mark.parametrize(
    ("late_s", "minutes"),
    [(0, 0), (29, 0), (30, 1), (89, 1), (90, 2), (-29, 0), (-30, -1), (-90, -2), (3_600, 60)],
)
def test_drift_is_told_in_whole_minutes(late_s: int, minutes: int):
    assert minutes_late(T + late_s * 1000, T) == minutes


class Ticks:
    """The slowest agenda there is: for each minute, which segment had it."""

    def __init__(self) -> None:
        self.ran = [""] * 20  # before the evening
        self.on, self.paused, self.since = "", False, 0
        self.begun = [0]  # each stretch that ran

    def minute(self) -> None:
        self.ran.append("" if self.paused else self.on)

    def start(self, ident: str, ago: int) -> None:
        began = len(self.ran) - ago
        if ident == self.on and not self.paused:
            # Moved back, it may take all of the stretch before, but no more.
            last = self.begun.pop()
            began = min(last, max(began, self.begun[-1]))
        else:
            began = max(began, self.since)
        self.ran[began:] = [ident] * (len(self.ran) - began)
        self.on, self.paused, self.since = ident, False, began
        self.begun.append(began)

    def pause(self) -> None:
        if self.on and not self.paused:
            self.paused, self.since = True, len(self.ran)

    def resume(self) -> None:
        if self.paused:
            self.paused, self.since = False, len(self.ran)
            self.begun.append(self.since)

    def end(self) -> None:
        if self.on and not self.paused:
            self.since = len(self.ran)
        self.on, self.paused = "", False


STEPS = st.one_of(
    st.tuples(st.just("minutes"), st.integers(1, 9)),
    st.tuples(st.just("start"), st.sampled_from(IDS), st.integers(0, 12)),
    st.sampled_from([("pause",), ("resume",), ("end",)]),
)


@given(st.lists(STEPS, max_size=40))
def test_every_minute_belongs_to_one_segment_to_a_pause_or_to_nobody(steps: list[tuple]):
    plan, ticks, now = agenda(10, 10, 10, 10), Ticks(), T
    for step in steps:
        match step:
            case "minutes", number:
                for _ in range(number):
                    ticks.minute()
                now += number * MINUTE
            case "start", ident, ago:
                plan = plan.start(ident, now, now - ago * MINUTE)
                ticks.start(ident, ago)
            case (verb,):
                plan = getattr(plan, verb)(now)
                getattr(ticks, verb)()
        found = {s.id: s.watch.elapsed(now) // MINUTE for s in plan.segments}
        assert found == {ident: ticks.ran.count(ident) for ident in IDS}
        assert none_at_once([span for s in plan.segments for span in s.watch.spans], now)


def none_at_once(spans: list[Span], now: int) -> bool:
    ends = sorted((begun, now if end is None else end) for begun, end in spans)
    return all(a[1] <= b[0] for a, b in pairwise(ends))


def test_a_part_that_was_dropped_is_passed_over_and_can_be_started_after_all():
    found = agenda(10, 20, 30).start("a", T).replan({"c": 5 * MINUTE}, ["b"], None)
    assert [segment.id for segment in found.coming()] == ["c"]
    assert found.projected_end(T, None) == T + 15 * MINUTE
    taken_up = found.start("b", T + MINUTE)
    assert [segment.dropped for segment in taken_up.segments] == [False, False, False]


def test_only_parts_to_come_are_planned_again():
    found = agenda(10, 20, 30).start("a", T).start("b", T + MINUTE)
    assert found.replan({"a": MINUTE, "b": MINUTE, "d": MINUTE, "c": -5}, ["a", "b"], None) is found
    assert found.replan({"c": 30 * MINUTE}, [], None) is found


def test_lateness_is_told_against_the_end_that_was_agreed_on():
    found = agenda(10, 20).start("a", T).replan({}, [], T + 35 * MINUTE)
    assert found.scheduled_end(T) == T + 35 * MINUTE
