"""The capture line: one line typed at the speed of speech becomes a note or a promise."""

import re
from dataclasses import dataclass
from datetime import date, datetime

# The first sign of a line says its kind; a line without one is something that somebody lived.
PREFIXES = {
    "?": "question",
    "#": "idea",
    '"': "quote",
    "+": "strength",
    "-": "concern",
    "=": "agreement",
    "~": "parking_lot",
}
PROMISE = "!"
PLAIN = "experience"


@dataclass(frozen=True, slots=True)
class Captured:
    """What a line says: a note, or a promise with an owner and a date as far as they are there."""

    text: str
    kind: str
    promise: bool = False
    owner: str = ""
    due: str = ""  # ISO date


def capture(line: str, today: date) -> Captured:
    """Read a line. `! @Rivera publish stop data by 30 Jun` is a promise."""
    line = line.strip()
    sign, rest = line[:1], line[1:].strip()
    if sign == PROMISE:
        return _promise(rest, today)
    if sign in PREFIXES:
        return Captured(rest, PREFIXES[sign])
    return Captured(line, PLAIN)


def _promise(rest: str, today: date) -> Captured:
    owner = ""
    # A name of up to four words and a colon, or one word. The colon of 18:00 is none.
    if match := re.match(r"@((?:[^\s:]+ ){0,3}[^\s:]+):(?:\s+|$)|@(\S+)\s*", rest):
        owner, rest = (match[1] or match[2]).rstrip(":"), rest[match.end() :]
    text, by, when = rest.rpartition(" by ")
    due = day(when, today) if by else None
    if due is None:
        return Captured(rest, "pledge", True, owner)
    return Captured(text.strip(), "pledge", True, owner, due.isoformat())


def day(words: str, today: date) -> date | None:
    """Return the day that is meant ("30 Jun", "Friday", "in six weeks"), or None if none is."""
    import dateparser  # slow to import, and few lines name a day

    settings = {
        "PREFER_DATES_FROM": "future",
        "RELATIVE_BASE": datetime(today.year, today.month, today.day),
    }
    whole = {**settings, "REQUIRE_PARTS": ["day", "month"]}
    found: datetime | None = dateparser.parse(words, languages=["en"], settings=whole)
    if found is not None:
        return found.date() if found.date() >= today else None
    # A weekday has no month; a month alone has no day and is no promise.
    found = dateparser.parse(words, languages=["en"], settings=settings)
    soon = found is not None and 0 < (found.date() - today).days <= 7
    return found.date() if found and soon else None
