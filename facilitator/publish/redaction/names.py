"""The names of people, taken apart into words: which of them tell who is meant, and when."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

from facilitator.publish.redaction.common import GENERIC, OF_MANY, PARTICLES, TITLES, common
from facilitator.publish.redaction.letters import keys, syllables, tokens
from facilitator.room.finding import COMMON, LONGEST


class Known(NamedTuple):
    """Somebody whose name is known."""

    id: str  # of a person of this session, else empty
    names: tuple[str, ...]
    told: bool  # may be named in this edition


class Tells(IntEnum):
    """When a word of a name tells who is meant."""

    ALWAYS = 0
    CAPITAL = 1  # as a word too: Grace, Mark; or short: Bo
    INSIDE = 2  # with a capital letter inside a sentence: Will, May
    HARDLY = 3  # with a capital letter it may be somebody: Black, Brown
    TOGETHER = 4  # only with the rest of the name


class Word(NamedTuple):
    typed: str
    keys: tuple[str, ...]
    tells: Tells
    core: bool  # part of the whole name; a nickname is not


@dataclass(frozen=True, slots=True)
class Name:
    """One name of somebody."""

    person: str
    told: bool
    words: tuple[Word, ...]

    @property
    def core(self) -> frozenset[int]:
        """Return the words, by number, that together are the whole name."""
        return frozenset(n for n, word in enumerate(self.words) if word.core)


def names_of(people: Iterable[Known]) -> list[Name]:
    """Return all names of some people that consist of words."""
    found = []
    for one in people:
        for typed in one.names:
            cut = typed[:LONGEST]
            spelt = [cut, *(" ".join(syllables(token.typed)).title() for token in tokens(cut))]
            for name in dict.fromkeys(filter(None, spelt)):
                words = tuple(_words(name))
                if words and (len(words) > 1 or words[0].tells < Tells.TOGETHER):
                    found.append(Name(one.id, one.told, words))
    return found


def like_a_name(typed: str) -> bool:
    """Say whether an owner who is on no list may be somebody: neither a body nor an office."""
    words = [(token.typed, token.key) for token in tokens(typed)]
    if any(key in GENERIC for _, key in words):
        return False
    return any(
        not (common(key) or key in _NOBODY or (typed.isupper() and len(key) <= 5))
        for typed, key in words
    )


_NICK = re.compile(r"[(\[{“”\"«»„‘]([^)\]}“”\"«»„‘’]*)[)\]}“”\"«»’]|(?<!\w)'([^']+)'(?!\w)")
_PARTS = re.compile(r"[,;|/]|\s[-–—]\s")


def _words(name: str) -> list[Word]:
    nicks = [first or second for first, second in _NICK.findall(name)]
    whole = _NICK.sub(" ", name)
    if not tokens(whole):
        whole, nicks = name, []
    core = [word for part in _PARTS.split(whole) for word in _called(part)]
    more = [word for nick in nicks for word in _called(nick)]
    return [*core, *(word._replace(core=False) for word in more)]


def _called(part: str) -> list[Word]:
    """Return the words of a part of a name without titles; what only joins is not the core."""
    words = [token.typed for token in tokens(part)]
    first = [keys(word)[0] for word in words]
    if all(key in _NOBODY or key.isdigit() for key in first):
        return []
    start = next(n for n, key in enumerate(first) if key not in TITLES or n == len(first) - 1)
    found = []
    for n, typed in enumerate(words[start:], start):
        joins = start < n < len(words) - 1 and first[n] in PARTICLES
        if not (joins or first[n].isdigit() or _initial(typed) or (n and first[n] in _BEHIND)):
            when = Tells.TOGETHER if first[n] in GENERIC else tells(typed)
            found.append(Word(typed, keys(typed), when, first[n] not in GENERIC))
    return found


_NOBODY = TITLES | GENERIC
_BEHIND = frozenset("jr sr ii iii iv phd md esq".split())


def _initial(word: str) -> bool:
    return len(word) == 1 and word.lower() != word.upper()


def tells(typed: str) -> Tells:
    """Say when a word of a name, standing alone, tells who is meant."""
    key = keys(typed)[0]
    if typed.lower() == typed.upper():  # of a script without capital letters
        short = 1 if "\u1200" <= typed[0] <= "\u139f" or typed[0] >= "\uac00" else 2
        return Tells.TOGETHER if len(typed) <= short else Tells.ALWAYS
    if key in OF_MANY:
        return Tells.HARDLY
    if key in COMMON or key in PARTICLES:
        return Tells.INSIDE
    return Tells.CAPITAL if len(key) <= 3 or common(key) else Tells.ALWAYS
