"""Lengths and times of day as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.room.clock import MINUTE, SECOND
from facilitator.room.durations import MOST, clock_time, duration, turn


@pytest.mark.parametrize(
    ("words", "minutes"),
    [
        ("90", 90),
        ("90m", 90),
        ("90 min", 90),
        ("90 minutes", 90),
        ("15 min.", 15),
        ("1:30", 90),
        ("1:30:00", 90),
        ("2:30 min", 2.5),
        ("1.5h", 90),
        ("1,5 h", 90),
        (".5h", 30),
        ("1h", 60),
        ("1h 15", 75),
        ("1h15", 75),
        ("1h15m", 75),
        ("2 hrs 5 mins", 125),
        ("1 hour and 15 minutes", 75),
        ("1 hora 20 minutos", 80),
        ("an hour", 60),
        ("an hour, 10 min", 70),
        ("an hour and a half", 90),
        ("one and a half hours", 90),
        ("1½ h", 90),
        ("1 1/2 hours", 90),
        ("half an hour", 30),
        ("quarter of an hour", 15),
        ("three quarters of an hour", 45),
        ("forty-five min", 45),
        ("2'30", 2.5),
        ("90s", 1.5),
        ("  5   MIN ", 5),
        ("٤٥", 45),
        ("0", 0),
        ("24h", 1440),
    ],
)
def test_a_length_of_a_part_as_people_type_it(words: str, minutes: float):
    assert duration(words) == minutes * MINUTE


@pytest.mark.parametrize(
    "words",
    [
        "",
        "h",
        "min",
        "soon",
        "half",
        "-5",
        "10-15",
        "1h 2h",
        "15m 1h",
        "25h",
        "10 months",
        "1e5",
        "😀",
    ],
)
def test_words_that_are_no_length(words: str):
    assert duration(words) is None


@pytest.mark.parametrize(
    ("words", "seconds"),
    [
        ("2:00", 120),
        ("1:30", 90),
        ("0:45", 45),
        ("90", 90),  # nobody speaks for an hour and a half in turn
        ("2", 120),
        ("10", 600),
        ("2.5", 150),
        ("90s", 90),
        ("1m30", 90),
        ("30 sec", 30),
        ("half a minute", 30),
        ("1:00:00", 3600),
    ],
)
def test_a_length_of_a_speech_as_people_type_it(words: str, seconds: float):
    assert turn(words) == seconds * SECOND


@pytest.mark.parametrize(
    ("words", "after", "clock"),
    [
        ("18:30", "", "18:30"),
        ("18.30", "", "18:30"),
        ("18h30", "", "18:30"),
        ("18h", "", "18:00"),
        ("1830", "", "18:30"),
        ("6:30 pm", "", "18:30"),
        ("6:30PM", "", "18:30"),
        ("6 p.m.", "", "18:00"),
        ("12 am", "", "00:00"),
        ("12 pm", "", "12:00"),
        ("noon", "", "12:00"),
        ("midnight", "", "00:00"),
        ("24:00", "", "00:00"),
        ("at 7 o'clock", "18:00", "19:00"),
        ("20 Uhr", "", "20:00"),
        # Neither am nor pm: the one that comes first
        ("6:30", "", "06:30"),
        ("6:30", "18:00", "18:30"),
        ("6:30", "05:00", "06:30"),
        ("12:30", "18:00", "00:30"),
        ("12:30", "09:00", "12:30"),
        ("1", "22:00", "01:00"),
        ("07:30", "18:00", "07:30"),  # written with a nought it is meant
        ("19", "18:00", "19:00"),
        # No time of day
        ("", "", ""),
        ("25:00", "", ""),
        ("13 pm", "", ""),
        ("7:5", "", ""),
        ("later", "18:00", ""),
    ],
)
def test_a_time_of_day_as_people_type_it(words: str, after: str, clock: str):
    assert clock_time(words, after) == clock


@given(st.integers(0, 24 * 60))
def test_every_minute_can_be_typed_in_each_way(minutes: int):
    hours, rest = divmod(minutes, 60)
    ways = f"{minutes} min", f"{hours}:{rest:02}", f"{hours}h {rest}m", f"{hours} hours {rest}"
    assert {duration(way) for way in ways} == {minutes * MINUTE}


@given(st.integers(0, 100 * 60 - 1))
def test_a_turn_reads_back_as_it_is_shown(seconds: int):
    assert turn(f"{seconds // 60}:{seconds % 60:02}") == seconds * SECOND


@given(st.times(), st.times())
def test_a_time_of_day_reads_back_as_it_is_shown(at, after):
    clock, since = f"{at:%H:%M}", f"{after:%H:%M}"
    assert clock_time(clock) == clock
    assert clock_time(f"{at:%I:%M %p}", since) == clock
    assert clock_time(clock, since) in (clock, f"{(at.hour + 12) % 24:02}:{at:%M}")


@given(st.text() | st.from_regex(r"[\d:.,hms apm½'-]{0,12}", fullmatch=True))
def test_whatever_is_typed_is_a_length_or_none(words: str):
    for length in (duration(words), turn(words)):
        assert length is None or 0 <= length <= MOST
    assert clock_time(words, "18:00") == "" or clock_time(clock_time(words, "18:00"))
