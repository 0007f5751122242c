"""A clock that does not jump: how it goes on, and how it catches up."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.steady import ASKED, SECOND, Anchor, Pace, anchor

SET = Pace("boot", 1_800_000_000_000, 5_000)
OWED = st.integers(1 - ASKED, ASKED - 1)
TICKS = st.integers(0, 4 * 3_600 * SECOND)


@pytest.mark.parametrize(
    ("gone", "owed", "is_nearer"),
    [
        (0, 1_999, 0),
        (19, 1_999, 0),
        (1_000, 1_999, 50),  # a twentieth: no second is left out, none shows twice
        (10_000, 1_999, 500),
        (40_000, 1_999, 1_999),
        (3_600_000, 1_999, 1_999),
        (1_000, -1_999, -50),
        (40_000, -1_999, -1_999),
        (1_000, 7, 7),
        (1_000, 0, 0),
    ],
)
def test_what_is_owed_comes_in_slowly(gone: int, owed: int, is_nearer: int):
    pace = SET._replace(owed=owed)
    assert pace.moment(pace.ticks + gone) == pace.at + gone + is_nearer


@given(OWED, st.lists(TICKS, min_size=2).map(sorted))
def test_it_never_goes_back_and_never_past_what_it_owed(owed: int, ticks: list[int]):
    pace = SET._replace(owed=owed)
    moments = [pace.moment(at) for at in ticks]
    assert moments == sorted(moments)
    off = [moment - SET.moment(at) for moment, at in zip(moments, ticks, strict=True)]
    assert all(0 <= caught <= owed if owed >= 0 else owed <= caught <= 0 for caught in off)


@given(OWED, st.integers(-50, 50), st.lists(st.integers(900, 1_100), min_size=60, max_size=60))
def test_at_a_beat_each_second_it_is_there_within_a_minute(
    owed: int, shakes: int, beats: list[int]
):
    """Also when what the machine shows shakes a little, as the ticks of some systems do."""
    pace, ticks, told = SET, SET.ticks, [SET.at]
    for n, beat in enumerate(beats):
        ticks += beat
        off = SET.moment(ticks) + owed + (shakes if n % 2 else 0) - pace.moment(ticks)
        pace = pace.following(ticks, off)
        told.append(pace.moment(ticks))
    seconds = [after - before for before, after in pairwise(told)]
    longest = max(abs(second - beat) for second, beat in zip(seconds, beats, strict=True))
    assert longest <= 1_100 // 20  # no second of it is seen to be longer or shorter
    assert abs(pace.moment(ticks) - SET.moment(ticks) - owed) <= 50


@given(OWED, OWED, TICKS)
def test_following_is_no_jump(owed: int, off: int, ticks: int):
    pace = SET._replace(owed=owed)
    assert pace.following(ticks, off).moment(ticks) == pace.moment(ticks)


def test_it_goes_on_from_what_was_told_already():
    later = SET.ticks + 600_000
    known = SET.moment(later) + 1_800_000
    assert SET.not_before(known, later).moment(later + 1) == known + 1
    assert SET.not_before(known - 1_800_001, later) is SET


@pytest.mark.parametrize(
    ("boot", "ticks", "holds"),
    [
        ("boot", 5_000, True),
        ("boot", 99_000, True),
        ("boot", 4_999, False),
        ("other", 9_000, False),
    ],
)
def test_it_goes_on_on_its_own_boot_alone(boot: str, ticks: int, holds: bool):
    assert SET.holds(Anchor(boot, 0, ticks)) is holds


def test_the_clocks_of_this_machine_go_on_together():
    first, second = anchor(), anchor()
    assert first.boot == second.boot
    assert 0 <= second.ticks - first.ticks < 60 * SECOND
    assert abs((second.utc - first.utc) - (second.ticks - first.ticks)) < SECOND
