"""Dates, lengths of time and counts in plain words."""

from datetime import date

LOCALE = "en_US"
SMALL = "zero one two three four five six seven eight nine ten".split()


def day(iso: str, pattern: str) -> str:
    """A date by a pattern; what is no date stays as it was typed."""
    from babel.dates import format_date  # slow to import, and a file name needs no date in words

    try:
        return format_date(date.fromisoformat(iso), pattern, LOCALE)
    except ValueError:
        return iso


EDITIONS = {
    "public": "Public summary",
    "participants": "Summary for participants",
    "one-page": "One-page summary",
    "action-plan": "Action plan",
    "record": "Full record",
}


def edition(code: str) -> str:
    """For whom the summary is, as its head says: public → Public summary."""
    return EDITIONS.get(code, "Summary")


DRAFT = "Draft – not yet approved"


def standing(draft: bool, version: int) -> str:
    """What a page says of itself until a person has approved it, and from then on."""
    return DRAFT if draft else f"Version {max(version, 1)}"


def long_day(iso: str) -> str:
    return day(iso, "EEEE d MMMM y")


def short_day(iso: str) -> str:
    """A date that stays on one line."""
    return day(iso, "d\u00a0MMM\u00a0y")


def clock(seconds: float) -> str:
    """Minutes and seconds: 75:03."""
    minutes, rest = divmod(max(round(seconds), 0), 60)
    return f"{minutes}:{rest:02}"


def against(planned: float, took: float) -> str:
    """How far a part was from its plan."""
    over = round(took) - round(planned)
    if not over:
        return "as planned"
    return f"{clock(abs(over))} {'longer' if over > 0 else 'shorter'}"


def number(count: int) -> str:
    return SMALL[count] if 0 <= count < len(SMALL) else f"{count:,}"


def counted(count: int, one: str, many: str) -> str:
    return f"{number(count)} {one if count == 1 else many}"


def people(count: int) -> str:
    return counted(count, "person", "people")


def sentence(text: str) -> str:
    """With a capital letter."""
    return text[:1].upper() + text[1:]


def share(part: float) -> str:
    return f"{part:.0%}"
