"""Due dates, first steps and the next session for calendars (iCalendar, RFC 5545)."""

import hashlib
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from facilitator.publish.summary import NextSession, Promise, Summary
from facilitator.publish.typed import one_line, plain
from facilitator.room.groups import in_words
from facilitator.room.promise_rules import SETTLED

if TYPE_CHECKING:
    from icalendar import Event

DAY = timedelta(days=1)
# Before the day begins, so that what rings for a whole day rings at nine in the morning.
BEFORE_DUE = 7 * DAY - timedelta(hours=9)
BEFORE_FIRST_STEP = 2 * DAY - timedelta(hours=9)
LAST_YEAR = 9990
LONGEST = 120  # letters of a name in a calendar; the description tells all
OVER = tuple(map(in_words, SETTLED))  # nobody has to be reminded of these


def calendar(summary: Summary, promises: Iterable[Promise] | None = None) -> bytes:
    """Return a calendar of everything with a date, or nothing where nothing has one.

    A day that cannot be read is passed over. The same summary gives the same bytes.
    """
    from icalendar import Calendar  # slow to import

    those = (*summary.promises, *summary.requests) if promises is None else promises
    events = list(_events(summary, those))
    if not events:
        return b""
    whole = Calendar()
    whole.add("prodid", "-//Facilitator//Summary of a session//EN")
    whole.add("version", "2.0")
    whole.add("calscale", "GREGORIAN")
    whole.add("method", "PUBLISH")
    whole.add("x-wr-calname", "Draft: " * summary.draft + (one_line(summary.title) or "Session"))
    for event in events:
        whole.add_component(event)
    if coming := _day(summary.next.date if summary.next else ""):
        first, last = coming.replace(month=1, day=1), coming.replace(month=12, day=31)
        whole.add_missing_timezones(first, last)
    told: bytes = whole.to_ical()
    return told


def _events(summary: Summary, promises: Iterable[Promise]) -> "Iterator[Event]":
    for of in promises:
        if of.status in OVER:
            continue
        about = _about(of, summary)
        who = one_line(of.who or of.organisation)
        for kind, what, day, before in (
            ("First step", of.first_step or of.text, of.first_step_due, BEFORE_FIRST_STEP),
            ("Due", of.text, of.due, BEFORE_DUE),
        ):
            if starts := _day(day):
                name = f"{kind}: {_short(what)}" + (f" – {who}" if who else "")
                event = _event(summary, f"{of.id}/{kind}", name, starts, before)
                event.add("description", about)
                event.add("dtend", starts + DAY)
                event.add("transp", "TRANSPARENT")  # it takes nobody's day
                yield event
    if summary.next:
        yield from _session(summary, summary.next)


def _session(summary: Summary, coming: NextSession) -> "Iterator[Event]":
    day, begins, ends = _day(coming.date), _clock(coming.start), _clock(coming.end)
    if day is None:
        return
    zone = _zone(coming.timezone or summary.timezone)
    name = one_line(coming.title) or "Next session"
    starts = day if begins is None else datetime.combine(day, begins, zone)
    before = DAY if begins else DAY - timedelta(hours=9)
    event = _event(summary, "next session", name, starts, before)
    if isinstance(starts, datetime) and ends is not None:
        over = DAY if begins and ends < begins else timedelta()  # it may go past midnight
        event.add("dtend", datetime.combine(day + over, ends, starts.tzinfo))
    if coming.place:
        event.add("location", one_line(coming.place))
    about = (summary.joining, summary.contact and f"Contact: {summary.contact}")
    event.add("description", plain("\n".join(filter(None, about))))
    yield event


def _event(
    summary: Summary, ident: str, name: str, starts: date | datetime, before: timedelta
) -> "Event":
    from icalendar import Alarm, Event

    event = Event()
    event.add("uid", f"{_name_of(summary, ident)}@facilitator.invalid")
    stamp = _day(summary.date) or date(2000, 1, 1)
    event.add("dtstamp", datetime.combine(stamp, time(), UTC))
    event.add("sequence", summary.version)  # what is approved anew replaces what was taken in
    event.add("summary", name)
    event.add("dtstart", starts)
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", name)
    alarm.add("trigger", -before)
    event.add_component(alarm)
    return event


def _name_of(summary: Summary, ident: str) -> str:
    """Return the same name for the same promise of the same session, telling nobody which."""
    told = "\n".join((summary.date, summary.title, ident))
    return hashlib.sha256(told.encode("utf-8", "replace")).hexdigest()[:32]


def _about(of: Promise, summary: Summary) -> str:
    said: tuple[tuple[str, Any], ...] = (
        ("Promise", of.text),
        ("Who", ", ".join(filter(None, (of.who, of.organisation)))),
        ("First step", of.first_step),
        ("How we will know", of.measure),
        ("From", ", ".join(filter(None, (summary.title, summary.date)))),
        ("Contact", summary.contact),
    )
    return plain("\n".join(f"{label}: {value}" for label, value in said if value))


def _short(text: str) -> str:
    words = one_line(text)
    return words if len(words) <= LONGEST else words[:LONGEST].rstrip() + "…"


def _day(iso: str) -> date | None:
    """Return the day, if it is one that calendars have a page for."""
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return None
    return day if 1900 <= day.year <= LAST_YEAR else None


def _clock(told: str) -> time | None:
    try:
        return time.fromisoformat(told).replace(tzinfo=None)
    except ValueError:
        return None


def _zone(name: str) -> ZoneInfo | None:
    """Return the time zone; where nobody knows the name, the hour is told without one."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return None
