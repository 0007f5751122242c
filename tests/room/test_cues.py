"""When a part is said to end soon."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.room.agenda import KINDS, Segment
from facilitator.room.clock import MINUTE
from facilitator.room.cues import MINUTES, warning


def part(kind: str, minutes: int, granted: int = 0) -> Segment:
    length = minutes * MINUTE
    return Segment("A", "", kind, planned=length, length=length, granted=granted)


@pytest.mark.parametrize(
    ("kind", "minutes", "before"),
    [
        ("small_group", 30, 5 * MINUTE),  # tables need longer to come back
        ("break", 15, 3 * MINUTE),
        ("round", 20, 2 * MINUTE),
        ("qa", 45, 3 * MINUTE),
        ("a kind of tomorrow", 20, 2 * MINUTE),
        ("break", 5, 100_000),  # a third of it
        ("small_group", 0, 0),
    ],
)
def test_each_kind_has_its_time_to_end(kind: str, minutes: int, before: int) -> None:
    assert warning(part(kind, minutes)) == before


def test_time_that_was_granted_counts() -> None:
    assert warning(part("meal", 6)) == 2 * MINUTE
    assert warning(part("meal", 6, granted=3 * MINUTE)) == 3 * MINUTE
    assert warning(part("meal", 6, granted=-6 * MINUTE)) == 0


def test_the_kinds_are_kinds_of_parts() -> None:
    assert set(MINUTES) <= set(KINDS)


@given(st.sampled_from(KINDS), st.integers(0, 480), st.integers(0, 60))
def test_never_longer_than_a_third_of_the_part(kind: str, minutes: int, granted: int) -> None:
    segment = part(kind, minutes, granted * MINUTE)
    assert 0 <= 3 * warning(segment) <= segment.length + segment.granted
