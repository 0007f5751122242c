"""Time zones as people say them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.room.zones import shift, zones


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("Chicago", "America/Chicago"),
        ("new york", "America/New_York"),
        ("America/New_York", "America/New_York"),
        ("central", "America/Chicago"),
        ("Pacific time", "America/Los_Angeles"),
        ("CT", "America/Chicago"),
        ("est", "America/New_York"),
        ("ho chi minh", "Asia/Ho_Chi_Minh"),
        ("pacific/apia", "Pacific/Apia"),
        ("berl", "Europe/Berlin"),
        ("utc", "UTC"),
    ],
)
def test_the_likeliest_zone_comes_first(words: str, first: str):
    assert zones(words)[0] == first


@pytest.mark.parametrize("words", ["", "  ", "Gotham", "🙂", "/", "_"])
def test_words_that_are_no_zone(words: str):
    assert zones(words) == []


@pytest.mark.parametrize(
    ("zone", "day", "told"),
    [
        ("America/Chicago", "2026-11-19", "UTC−6"),
        ("America/Chicago", "2026-07-19", "UTC−5"),
        ("Asia/Kathmandu", "2026-07-19", "UTC+5:45"),
        ("UTC", "2026-07-19", "UTC+0"),
        ("Nowhere/Such", "2026-07-19", ""),
        ("UTC", "someday", ""),
    ],
)
def test_its_clocks_on_a_day(zone: str, day: str, told: str):
    assert shift(zone, day) == told


@given(st.text(max_size=30))
def test_whatever_is_typed_each_zone_found_is_one(words: str):
    assert all(shift(zone, "2026-11-19") for zone in zones(words)[:5])
