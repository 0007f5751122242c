"""Local hours and moments, over midnight and over the change of the clocks."""

import pytest

from facilitator.room.meeting import DISCLOSURE, Meeting

HOUR = 3_600_000


def test_names_and_groups_may_leave_the_room_under_some_rules():
    rules = {rule: Meeting(disclosure=rule) for rule in (*DISCLOSURE, "of a later version")}
    assert {rule for rule, of in rules.items() if of.tells_names} == {"open", "consent"}
    assert {rule for rule, of in rules.items() if not of.tells_groups} == {
        "chatham_house",
        "of a later version",
    }


def meeting(date: str, start: str, hard_stop: str, timezone: str = "America/Chicago") -> Meeting:
    return Meeting(date=date, start=start, hard_stop=hard_stop, timezone=timezone)


@pytest.mark.parametrize(
    ("date", "start", "hard_stop", "hours"),
    [
        ("2026-10-15", "18:00", "20:00", 2),
        ("2026-10-15", "22:00", "01:30", 3.5),  # past midnight
        ("2026-10-31", "23:00", "03:00", 5),  # the hour that comes twice
        ("2027-03-13", "23:00", "03:00", 3),  # the hour that is left out
        ("2026-12-31", "23:00", "00:30", 1.5),
    ],
)
def test_the_hall_is_ours_for_so_long(date: str, start: str, hard_stop: str, hours: float):
    found = meeting(date, start, hard_stop)
    assert found.opens is not None
    assert found.closes == found.opens + hours * HOUR


def test_a_moment_reads_back_as_the_local_hour():
    found = meeting("2026-10-15", "22:00", "01:30")
    assert found.closes is not None
    assert f"{found.local(found.closes):%F %H:%M}" == "2026-10-16 01:30"


def test_a_moment_beyond_the_calendar_is_its_end():
    for zone in ("Pacific/Kiritimati", "America/Chicago", "UTC"):
        found = meeting("2026-10-15", "18:00", "", zone)
        assert found.local(-(2**63)).year == 1
        assert found.local(2**63 - 1).year == 9999


def test_a_clock_time_is_at_or_after_the_start():
    found = meeting("2026-10-15", "18:00", "")
    assert found.moment("18:00") == found.opens
    assert found.closes is None


@pytest.mark.parametrize(
    ("date", "start", "timezone"),
    [
        ("", "18:00", "UTC"),
        ("2026-10-15", "", "UTC"),
        ("soon", "18:00", "UTC"),
        ("2026-13-45", "18:00", "UTC"),
        ("2026-10-15", "25:61", "UTC"),
    ],
)
def test_no_such_hour_is_no_moment(date: str, start: str, timezone: str):
    assert meeting(date, start, start, timezone).opens is None


def test_the_last_day_of_all_has_no_day_after():
    assert meeting("9999-12-31", "23:00", "01:00").closes is None


def test_a_zone_that_nobody_knows_is_utc():
    known = meeting("2026-10-15", "18:00", "", "UTC").opens
    assert known is not None
    for name in ("Mars/Olympus", "", "../../etc/passwd", "\0"):
        assert meeting("2026-10-15", "18:00", "", name).opens == known
