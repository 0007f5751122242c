"""Time zones as people say them: a city, part of a name, or what clocks in the US are called."""

from datetime import date, datetime
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from facilitator.room.folding import folded

_CALLED = {
    "eastern": "America/New_York",
    "central": "America/Chicago",
    "mountain": "America/Denver",
    "arizona": "America/Phoenix",
    "pacific": "America/Los_Angeles",
    "alaska": "America/Anchorage",
    "hawaii": "Pacific/Honolulu",
}
_SHORT = {"e": "eastern", "c": "central", "m": "mountain", "p": "pacific"}
_SHORT = {f"{letter}{kind}t": name for letter, name in _SHORT.items() for kind in ("", "s", "d")}


def zones(words: str) -> list[str]:
    """Return the zones that words may mean, the likeliest first."""
    typed = folded(words.replace("/", " ").replace("_", " ").strip())
    if not typed:
        return []
    typed = _SHORT.get(typed, typed)
    called = [zone for name, zone in _CALLED.items() if f"{name} time".startswith(typed)]
    begins = [zone for zone, name, city in _known() if city.startswith(typed)]
    holds = [zone for zone, name, city in _known() if f" {typed}" in f" {name}"]
    return list(dict.fromkeys([*called, *begins, *holds]))


def shift(zone: str, day: str) -> str:
    """Return how far the clocks of a zone are from UTC at noon of a day: UTC−6, UTC+5:30."""
    try:
        at = datetime.fromisoformat(day or date.today().isoformat()).replace(hour=12)
        off = at.replace(tzinfo=ZoneInfo(zone)).utcoffset()
    except (KeyError, ValueError, OSError):
        return ""
    minutes = round(off.total_seconds() / 60) if off else 0
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'−' if minutes < 0 else '+'}{hours}{f':{rest:02}' if rest else ''}"


@cache
def _known() -> list[tuple[str, str, str]]:
    """Return each zone of a place, with its name to search in and its city."""
    places = sorted(zone for zone in available_timezones() if _is_place(zone))
    named = ((zone, folded(zone.replace("/", " ").replace("_", " "))) for zone in places)
    return [(zone, name, folded(zone.rsplit("/")[-1].replace("_", " "))) for zone, name in named]


def _is_place(zone: str) -> bool:
    """Leave out the old names that only point to a place, and zones of no place."""
    old = ("Etc/", "US/", "Canada/", "Mexico/", "Brazil/", "Chile/", "SystemV/", "posix/", "right/")
    return zone == "UTC" or ("/" in zone and not zone.startswith(old))
