"""The words in the cells of a list: yes and no, groups, languages, addresses."""

import re
from collections.abc import Iterator
from functools import lru_cache

from facilitator.room.folding import folded
from facilitator.room.groups import code_of, known_code
from facilitator.room.languages import language

EMPTY = frozenset("- -- --- – — n/a #n/a #ref! #value! tbd tba ? .".split())  # says: nothing
_AGREED = frozenset("yes y x true t 1 ok ja oui si s verdadero accepted accept ✓ ✔ ☑ ✅ 👍".split())
_YES = (
    _AGREED
    | frozenset(
        "confirmed confirmado confirmada attending coming going registered sent invited needed"
        " required".split()
    )
    | {"will come", "will attend", "is coming"}
)
_NO = frozenset(
    "no n false f 0 nein non falso declined decline regrets none never ✗ ✘ ❌ ☐ 👎".split()
) | {"not coming", "not attending", "no necesita", "not needed", "not yet"}
_DAY = re.compile(r"\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}")
_ANSWER = re.compile(r"(yes|no|si(?=\s*[,;.:(–-]))\b")
_ADDRESS = re.compile(r"[^\s@<>,;:]+@[^\s@<>,;:]+\.[^\s@<>,;:.]{2,}")


def yes(cell: str) -> bool | None:
    """Return what a cell says that asks for yes or no; None if it says neither. A date is a yes."""
    word = folded(cell).rstrip(".!")
    if word in _YES or _DAY.match(word):
        return True
    return False if word in _NO else None


def answer(cell: str) -> bool | None:
    """Return a yes or no that more words may follow: "Yes, with my daughter"."""
    said = yes(cell)
    begun = _ANSWER.match(folded(cell))
    return said if said is not None or begun is None else begun[1] not in _NO


@lru_cache(1 << 12)
def group_codes(cell: str) -> tuple[str, ...]:
    """Return the groups in a cell, the first first; what is on no list is a group of the city's."""
    if known_code(cell):
        return (known_code(cell),)
    parts = [part.strip() for part in re.split(r"[;|\n]|/", cell)]
    finer = [part.strip() for part in re.split(r"[;|\n/,&+]| and | y ", cell)]
    parts = finer if any(map(known_code, finer)) else parts
    return tuple(dict.fromkeys(code_of(part) for part in parts if part))


@lru_cache(1 << 12)
def languages_in(cell: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the languages in a cell, and the words of it that are none."""
    if yes(cell) is not None or folded(cell) in EMPTY:
        return (), ()
    if language(cell):
        return (language(cell),), ()
    parts = [part.strip() for part in re.split(r"[;|/,&+]| and | y | or ", cell) if part.strip()]
    tags = (language(part) for part in parts if yes(part) is None)
    return (
        tuple(dict.fromkeys(filter(None, tags))),
        tuple(part for part in parts if yes(part) is None and not language(part)),
    )


def plain_answer(cell: str) -> bool | None:
    """Return a yes or no that answers any question; "sent" or a date answers only some."""
    said = yes(cell)
    return None if said and folded(cell).rstrip(".!") not in _AGREED else said


def is_email(cell: str) -> bool:
    return bool(address(cell))


def address(cell: str) -> str:
    """Return the e-mail address in a cell: `Ana <ana@x.org>` and `mailto:ana@x.org` have one."""
    return next(addresses(cell), "")


def addresses(cell: str) -> Iterator[str]:
    for found in _ADDRESS.finditer(cell):
        yield found.group().strip("\"'()[]")


def beside_address(cell: str) -> str:
    """Return the words before an address in angle brackets."""
    return cell.partition("<")[0].strip(" \"'") if _ADDRESS.search(cell) else cell
