"""Elapsed time comes from recorded moments."""

from hypothesis import given
from hypothesis import strategies as st

from facilitator.room.clock import Stopwatch

MOMENTS = st.integers(0, 10**13)


def test_time_stands_still_between_stop_and_start():
    watch = Stopwatch().start(1_000).stop(4_000).start(10_000)
    assert (watch.begun, watch.stopped, watch.running) == (1_000, None, True)
    assert watch.elapsed(12_000) == 5_000


def test_what_runs_is_not_started_again_and_what_stands_is_not_stopped():
    running = Stopwatch().start(1_000)
    assert running.start(2_000) is running
    standing = running.stop(3_000)
    assert standing.stop(9_000) is standing
    assert Stopwatch().stop(9_000) == Stopwatch()


def test_a_stretch_never_ends_before_it_began():
    assert Stopwatch().start(5_000).stop(1_000).elapsed(9_000) == 0
    assert Stopwatch().start(5_000).elapsed(1_000) == 0


@given(st.lists(MOMENTS, max_size=9).map(sorted), MOMENTS)
def test_elapsed_is_the_sum_of_the_stretches(moments: list[int], later: int):
    watch = Stopwatch()
    for n, at in enumerate(moments):
        watch = watch.stop(at) if n % 2 else watch.start(at)
    now = max([later, *moments])
    ends = moments if len(moments) % 2 == 0 else [*moments, now]
    assert watch.elapsed(now) == sum(ends[1::2]) - sum(ends[::2])


@given(
    st.lists(MOMENTS, min_size=1, max_size=9, unique=True).map(sorted),
    st.tuples(MOMENTS, MOMENTS).map(sorted),
)
def test_time_taken_out_is_the_time_it_ran_in_that_stretch(moments: list[int], gap: list[int]):
    watch, now = Stopwatch(), max(moments) + 10**13
    for n, at in enumerate(moments):
        watch = watch.stop(at) if n % 2 else watch.start(at)
    since, until = gap
    ran = [(begun, now if end is None else end) for begun, end in watch.spans]
    lost = sum(max(0, min(end, until) - max(begun, since)) for begun, end in ran)
    without = watch.without(since, until)
    assert without.elapsed(now) == watch.elapsed(now) - lost
    assert without.running == watch.running


def test_a_stretch_is_put_right_once_it_is_over():
    watch = Stopwatch().start(1_000).stop(4_000).start(10_000).stop(11_000)
    assert watch.lasting(2_500).elapsed(0) == 2_500
    assert watch.lasting(4_000) is watch
    assert watch.lasting(-1) is watch
    running = watch.start(20_000)
    assert running.lasting(2_500) is running
