"""The people of a session: who was invited, who came, and what may be told of them."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

# May a person be named outside the room? Ladder of the practice guide, section 0, rule 4.
CONSENT = ("anonymous", "group", "official", "named")
OFFICIALS = frozenset({"ELECTED", "POLICE", "CITY_STAFF", "COURT_PROSECUTOR"})


@dataclass(frozen=True, slots=True)
class Person:
    id: str
    name: str = ""
    groups: tuple[str, ...] = ()  # stakeholder codes, the primary one first
    languages: tuple[str, ...] = ()
    interpreted: bool = False
    consent: str = CONSENT[0]
    minor: bool = False
    organisation: str = ""
    role: str = ""
    table: int = 0
    walk_in: bool = False
    invited: bool = False
    confirmed: bool = False
    came: int | None = None
    left: int | None = None

    @property
    def group(self) -> str:
        return self.groups[0] if self.groups else "NOT_STATED"

    @property
    def called(self) -> str:
        """Return the name, or the id of somebody who gave none: nobody must sign in."""
        return self.name or self.id

    @property
    def official(self) -> bool:
        return self.group in OFFICIALS


People = Mapping[str, Person]


def attended(people: People) -> list[Person]:
    return [person for person in people.values() if person.came is not None]


def fold_name(name: str) -> str:
    """Return the letters a person would type for a name: no case, marks or apostrophes.

    đ, ø and ł carry no separable mark, so they are spelt out.
    """
    plain = unicodedata.normalize("NFKD", name.casefold().translate(_SPELT_OUT))
    return "".join(c for c in plain if not unicodedata.combining(c) and c not in _APOSTROPHES)


_SPELT_OUT = str.maketrans(
    {"đ": "d", "ø": "o", "ł": "l", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe"}
)
_APOSTROPHES = frozenset("'’‘ʼʻ`´")


def find(people: People, letters: str, limit: int = 100) -> list[Person]:
    """Return the people with a word of the name beginning with each word typed, best first."""
    wanted = fold_name(letters).split()
    if not wanted:
        return []
    hits = []
    for person in people.values():
        words = re.split(r"[\s\-]+", fold_name(person.called))
        if all(any(word.startswith(part) for word in words) for part in wanted):
            hits.append((not words[0].startswith(wanted[0]), person.name, person))
    hits.sort(key=lambda hit: hit[:2])
    return [person for _, _, person in hits[:limit]]
