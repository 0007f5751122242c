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
