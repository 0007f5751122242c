"""Times and days as the window writes them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, Qt

if TYPE_CHECKING:
    from facilitator.room.meeting import Meeting

SECOND = 1000  # not from the rooms: Home shows before they load


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


def time_of_day(meeting: "Meeting", at: int) -> str:
    return f"{meeting.local(at):%H:%M}"


def day(iso: str, weekday: bool = False, year: bool = False) -> str:
    """Return 29 Oct or Thu 29 Oct 2026 for an ISO date; what is no date stays as it was typed."""
    of = QDate.fromString(iso, Qt.DateFormat.ISODate)
    if not of.isValid():
        return iso
    pattern = f"{'ddd ' if weekday else ''}d MMM{' yyyy' if year else ''}"
    return QLocale(QLocale.Language.English).toString(of, pattern)
