"""Lengths and times of day as people type them: "90m", "1:30", "an hour and a half", "6:30 pm"."""

import re

from facilitator.room.clock import MINUTE, SECOND

HOUR = 60 * MINUTE
MOST = 24 * HOUR  # no part is longer; a larger number is a slip
FEW = 10  # as a turn limit, up to so many are minutes, and more are seconds
_UNITS = {"h": HOUR, "m": MINUTE, "s": SECOND}
_SIGNS = {"'": "m", "′": "m", "’": "m", '"': "s", "″": "s", "”": "s"}
_NUMBERS = {
    **{"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8},
    **{"nine": 9, "ten": 10, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40},
    **{"forty-five": 45, "sixty": 60, "ninety": 90},
}
_SPOKEN = (  # what is said in words, and as figures
    (r"½|(?<!\S)1/2\b", ".5"),
    (r"¼|(?<!\S)1/4\b", ".25"),
    (r"¾|(?<!\S)3/4\b|\bthree quarters of an?\b", ".75"),
    (r"\b(?:a )?quarter (?:of )?an?\b", ".25"),
    (r"\ban? (?=hour|min)", "1 "),
    (rf"\b(?:{'|'.join(sorted(_NUMBERS, key=len)[::-1])})\b", lambda m: str(_NUMBERS[m[0]])),
    (r"(\d) (\w+) and a half\b", r"\1.5 \2"),
    (r"(\d) and a half\b", r"\1.5"),
    (r"\b(?:a )?half (?:1 )?(?=hour|min)", ".5 "),
    (r"(\d) (?=[.]\d)", r"\1"),  # one, and a half after it
)
_STEP = re.compile(
    r"(?P<number>\d+(?:[.,]\d+)?|[.,]\d+)\s*"
    r"(?P<unit>(?:h(?:(?:ou)?rs?|oras?)?|m(?:in(?:ut[eo])?s?)?|s(?:ec(?:ond)?|eg(?:undo)?)?s?)"
    r"(?![^\W\d])|['′’\"″”])?[.,]?\s*(?:(?:and|y)\s+)?"
)
_COLONS = re.compile(r"(\d{1,3}):([0-5]\d)(?::([0-5]\d))?\s*(h|hours?|hrs?|min|minutes?|m)?")
_CLOCK = re.compile(r"(\d{1,2})(?:\s*[:.h]\s*([0-5]\d)|h)?\s*(?:uhr|hrs?|h|([ap])\.?\s?m\.?)?")
_FOUR = re.compile(r"([01]\d|2[0-4])([0-5]\d)")
_NAMED = {"noon": "12:00", "midday": "12:00", "midnight": "00:00"}


def duration(words: str) -> int | None:
    """Return the length (ms) of a part; a bare number is minutes, 1:30 is an hour and a half."""
    return _length(words, "m", (HOUR, MINUTE, SECOND))


def turn(words: str) -> int | None:
    """Return the length (ms) of a speech; 1:30 is 90 s; 2 is minutes, 90 seconds."""
    bare = words.strip()
    seconds = bare.isdecimal() and int(bare[:6]) > FEW
    return _length(bare, "s" if seconds else "m", (MINUTE, SECOND, 0))


def clock_time(words: str, after: str = "") -> str:
    """Return a time of day as HH:MM, or nothing for words that are none.

    Where neither am nor pm is said, it is the one that comes first after another time.
    """
    said = " ".join(words.casefold().split())
    said = re.sub(r"^(?:at|by|until|till|@) ?|(?<=\d) ?o['’]clock$", "", said)
    if said in _NAMED:
        return _NAMED[said]
    if four := _FOUR.fullmatch(said):
        return f"{int(four[1]) % 24:02}:{four[2]}"
    found = _CLOCK.fullmatch(said)
    if found is None or int(found[1]) > (12 if found[3] else 24) or (found[3] and found[1] == "0"):
        return ""
    hour, minute = int(found[1]) % 24, int(found[2] or 0)
    if found[3]:
        hour = hour % 12 + (12 if found[3] == "p" else 0)
    elif after and 1 <= hour <= 12 and not said.startswith("0"):
        since = int(after[:2]) * 60 + int(after[3:])
        halves = (hour % 12, hour % 12 + 12)
        hour = min(halves, key=lambda half: (half * 60 + minute - since) % (24 * 60))
    return f"{hour:02}:{minute:02}"


def _length(words: str, bare: str, colons: tuple[int, int, int]) -> int | None:
    said = " ".join(words.casefold().split())
    if found := _COLONS.fullmatch(said):
        if found[4]:
            colons = (HOUR, MINUTE, SECOND) if found[4][0] == "h" else (MINUTE, SECOND, 0)
        if found[3]:
            colons = HOUR, MINUTE, SECOND
        length = sum(int(n or 0) * unit for n, unit in zip(found.groups()[:3], colons, strict=True))
    else:
        for spoken, figures in _SPOKEN:
            said = re.sub(spoken, figures, said)
        length = _steps(said, bare)
    return length if 0 <= length <= MOST else None


def _steps(said: str, bare: str) -> int:
    """Return the sum of "1 h 15 min", each unit smaller than the one before; -1 if it is none."""
    at, length, last = 0, 0, ""
    while at < len(said) or not at:
        step = _STEP.match(said, at)
        if step is None:
            return -1
        unit = step["unit"] or {"h": "m", "m": "s", "": bare}.get(last, "")
        unit = _SIGNS.get(unit, unit[:1])
        if not unit or (last and _UNITS[unit] >= _UNITS[last]):
            return -1
        number = float(step["number"].replace(",", "."))
        if number * _UNITS[unit] > MOST:
            return -1
        length, at, last = length + round(number * _UNITS[unit] / SECOND) * SECOND, step.end(), unit
    return length
