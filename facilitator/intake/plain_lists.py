"""Lists that are no table, though commas stand in them: recipients of a message, "García, Ana"."""

import re

from facilitator.intake.headings import meaning
from facilitator.intake.words import is_email
from facilitator.room.groups import known_code

_PIECE = re.compile(r'(?:"[^"\n]*"|[^";\n])+')  # between semicolons, or else between commas
_FINER = re.compile(r'(?:"[^"\n]*"|[^",\n])+')
_GIVEN = re.compile(r"[^\W\d_][^\W\d_A-Z]*\.?(?:[ -][^\W\d_][^\W\d_A-Z]*\.?)?")  # Ana, Ana M.
_MARK = re.compile(r"^[ \t]*(?:[-–—•·*▪◦‣o]|\d{1,4}[.)]) +(?=\S)", re.MULTILINE)
_ALIKE = 0.9  # of the lines, for all to be names


def recipients(text: str) -> list[str]:
    """Return whom a message goes to, one by one: `Ana <ana@x.org>; "Ly, Bo" <bo@x.org>`.

    Nothing if the text is something else: each of several must have an address.
    """
    found: list[str] = []
    for piece in (_PIECE if ";" in text else _FINER).finditer(text):
        if piece[0].count("@") == 1 and is_email(piece[0]):
            found.append(piece[0].strip())
        elif piece[0].strip():
            return []
    lines = sum(map(bool, map(str.strip, text.splitlines())))
    return found if len(found) > max(1, lines) else []


def last_first(text: str) -> bool:
    """Say whether the commas in a list of names stand inside of them, as in "García, Ana"."""
    lines = [line.strip() for line in text.splitlines() if "," in line]
    parts = [line.split(",") for line in lines]
    if len(lines) < 2 or any(len(part) != 2 or not part[1].startswith(" ") for part in parts):
        return False
    if any(map(meaning, parts[0])):
        return False
    names = [
        len(last.split()) == 1 and bool(_GIVEN.fullmatch(first.strip())) and not known_code(first)
        for last, first in parts
    ]
    return sum(names) >= _ALIKE * len(names)


def unmarked(text: str) -> str:
    """Return a list without the dots, dashes or numbers that all of its lines begin with."""
    lines = sum(map(bool, map(str.strip, text.splitlines())))
    marked = len(_MARK.findall(text))
    return _MARK.sub("", text) if marked and marked >= _ALIKE * lines else text
