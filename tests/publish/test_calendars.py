"""Dates for calendars: what is due, what is first, when we meet again, and a bell before each."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from icalendar import Calendar, Event

from facilitator.publish.calendars import calendar
from facilitator.publish.export import NotExported, export
from facilitator.publish.summary import NextSession, Summary
from facilitator.publish.typed import one_line
from tests.publish.anything import any_summary
from tests.publish.sample import NOTHING, SAMPLE, promise

COMING = NextSession("What has changed", "2026-11-19", "18:00", "20:00", "Hall", "America/Chicago")


def with_promise(**fields: str) -> Summary:
    made = promise("C1", "Bo", "Council", "Call the clerk", **{"due": "", **fields})
    return replace(NOTHING, date="2026-10-15", promises=(made,))


def events(summary: Summary) -> list[Event]:
    return list(Calendar.from_ical(calendar(summary)).walk("VEVENT"))


def only(summary: Summary) -> Event:
    (event,) = events(summary)
    return event


def rings(event: Event) -> datetime:
    """Return when the bell before an event rings, on the clock of the place."""
    (alarm,) = event.walk("VALARM")
    starts = event["dtstart"].dt
    if not isinstance(starts, datetime):
        starts = datetime(starts.year, starts.month, starts.day)
    moment: datetime = starts + alarm["trigger"].dt
    return moment


def test_a_promise_takes_the_day_it_is_due_and_rings_a_week_before():
    event = only(with_promise(due="2026-10-29"))
    assert event["summary"] == "Due: Call the clerk – Bo"
    assert (event["dtstart"].dt, event["dtend"].dt) == (date(2026, 10, 29), date(2026, 10, 30))
    assert rings(event) == datetime(2026, 10, 22, 9)  # in the morning, not at midnight
    assert event["transp"] == "TRANSPARENT"


def test_a_first_step_rings_two_days_before():
    event = only(with_promise(first_step="Look up her number", first_step_due="2026-10-19"))
    assert event["summary"] == "First step: Look up her number – Bo"
    assert "Call the clerk" in event["description"]
    assert rings(event) == datetime(2026, 10, 17, 9)


def test_the_next_session_has_its_hours_in_its_own_zone():
    event = only(replace(NOTHING, next=COMING, joining="Come in by the side door."))
    chicago = ZoneInfo("America/Chicago")
    assert event["dtstart"].dt == datetime(2026, 11, 19, 18, tzinfo=chicago)
    assert event["dtend"].dt == datetime(2026, 11, 19, 20, tzinfo=chicago)
    assert rings(event) == datetime(2026, 11, 18, 18, tzinfo=chicago)
    assert (event["location"], event["description"]) == ("Hall", "Come in by the side door.")
    (zone,) = Calendar.from_ical(calendar(replace(NOTHING, next=COMING))).walk("VTIMEZONE")
    assert zone["tzid"] == "America/Chicago"


def test_a_session_may_go_on_past_midnight():
    late = replace(COMING, start="22:00", end="00:30")
    event = only(replace(NOTHING, next=late))
    assert event["dtend"].dt - event["dtstart"].dt == timedelta(hours=2, minutes=30)


@pytest.mark.parametrize("start", ["", "after supper"])
def test_a_session_without_an_hour_takes_the_day(start: str):
    event = only(replace(NOTHING, next=replace(COMING, start=start)))
    assert event["dtstart"].dt == date(2026, 11, 19)
    assert rings(event) == datetime(2026, 11, 18, 9)


@pytest.mark.parametrize("zone", ["", "Nowhere/Town", "../etc/passwd", "\ud800"])
def test_where_nobody_knows_the_zone_the_hour_is_told_without_one(zone: str):
    event = only(replace(NOTHING, next=replace(COMING, timezone=zone)))
    assert event["dtstart"].dt == datetime(2026, 11, 19, 18)


@pytest.mark.parametrize("due", ["", "soon", "2026-02-30", "0001-01-01", "9999-12-31"])
def test_a_day_that_no_calendar_has_is_passed_over(due: str):
    assert calendar(with_promise(due=due)) == b""
    event = only(with_promise(due=due, first_step_due="2026-10-19"))
    assert event["summary"].startswith("First step")


@pytest.mark.parametrize("status", ["Done", "Declined", "Withdrawn"])
def test_nobody_is_reminded_of_what_is_settled(status: str):
    assert calendar(with_promise(due="2026-10-29", status=status)) == b""


def test_nothing_dated_is_one_sentence(tmp_path: Path):
    with pytest.raises(NotExported, match=r"^There is no date in this summary to put into"):
        export(NOTHING, tmp_path / "dates.ics")
    assert list(tmp_path.iterdir()) == []


def test_who_takes_it_in_again_has_each_date_once():
    first, again = events(SAMPLE), events(replace(SAMPLE, version=2, approved=True))
    names = [event["uid"] for event in first]
    assert len(set(names)) == len(names)
    assert [event["uid"] for event in again] == names
    assert {event["sequence"] for event in again} == {2}
    assert {event["dtstamp"].dt for event in first} == {datetime(2026, 10, 15, tzinfo=UTC)}
    assert calendar(SAMPLE) == calendar(SAMPLE)


def test_a_name_of_an_event_tells_nobody():
    for event in events(SAMPLE):
        assert event["uid"].endswith("@facilitator.invalid")
        assert set(event["uid"].split("@")[0]) <= set("0123456789abcdef")


@settings(max_examples=60)
@given(any_summary)
def test_anything_typed_comes_out_as_text(summary: Summary):
    dated = tuple(replace(one, due="2026-10-29") for one in summary.promises)
    coming = replace(COMING, title=summary.title, place=summary.venue)
    summary = replace(summary, promises=dated, next=coming)
    content = calendar(summary)
    for line in content.split(b"\r\n"):
        assert len(line) <= 75
        assert not set(line) & {*range(32), 127} - {9}
        line.decode()
    found = Calendar.from_ical(content)
    assert found["method"] == "PUBLISH"
    names = [event["summary"] for event in found.walk("VEVENT")]
    dues = [name for name in names if name.startswith("Due: ")]
    for name, of in zip(dues, [one for one in dated if one.status != "Done"], strict=False):
        assert one_line(of.text)[:120].strip() in name
    assert names[-1] == (one_line(summary.title) or "Next session")
    assert len(dues) >= len(dated)
