"""Times and days as the window writes them."""

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from facilitator.room.meeting import Meeting

SECOND = 1000  # not from the rooms: Home shows before they load
# English, whatever the system speaks; QLocale knows them too, and takes long to load.
WEEKDAYS = "Mon Tue Wed Thu Fri Sat Sun".split()
MONTHS = (
    "January February March April May June July August September October November December"
).split()


def clock(length: int) -> str:
    """Return a length as 12:40, from a hundred minutes on as 1:42:10."""
    seconds = abs(length) // SECOND
    minutes, seconds = divmod(seconds, 60)
    if minutes < 100:
        return f"{minutes}:{seconds:02}"
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}"


def countdown(left: int) -> str:
    """Return time left so that a full clock shows first and 0:00 only when it is over."""
    return clock(-(-left // SECOND) * SECOND if left > 0 else left)


def minutes(length: int) -> str:
    whole = length / (60 * SECOND)
    return f"{int(whole)} min" if whole == int(whole) else f"{whole:.1f} min"


def hours(total: int) -> str:
    """Return a number of minutes as 2 h, as 1 h 45 min or as 20 min."""
    whole, rest = divmod(total, 60)
    return " ".join(filter(None, (f"{whole} h" if whole else "", f"{rest} min" if rest else "")))


def time_of_day(meeting: "Meeting", at: int) -> str:
    return f"{meeting.local(at):%H:%M}"


def day(iso: str, weekday: bool = False, year: bool = False, whole: bool = False) -> str:
    """Return 29 Oct or Thu 29 Oct 2026 for an ISO date; what is no date stays as it was typed.

    The whole month is written out on request.
    """
    of = date_of(iso)
    if of is None:
        return iso
    month = MONTHS[of.month - 1] if whole else MONTHS[of.month - 1][:3]
    before = f"{WEEKDAYS[of.weekday()]} " if weekday else ""
    return f"{before}{of.day} {month}{f' {of.year}' if year else ''}"


def date_of(iso: str) -> date | None:
    """Return the day that an ISO date stands for, or nothing for what is none."""
    try:
        return date.fromisoformat(iso) if len(iso) == len("2026-10-29") else None
    except ValueError:
        return None
