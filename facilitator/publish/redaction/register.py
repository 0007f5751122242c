"""The words of all names by how they may be written: whom can a word of a text mean?"""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from facilitator.publish.redaction import letters, spellings
from facilitator.publish.redaction.common import common
from facilitator.publish.redaction.letters import LONGEST, keys
from facilitator.publish.redaction.names import Known, Name, Tells, Word, names_of

Meaning = tuple[int, tuple[int, ...]]  # a name, and which words of it, all by number


Bones = dict[str, list[tuple[Meaning, str, str]]]  # the name, its word in Latin letters, as typed


class Seen(NamedTuple):
    """What a word of a text may mean."""

    length: int  # of what is the name: without an 's
    capital: bool
    tells: Tells
    hidden: tuple[Meaning, ...]  # of those who may not be named
    told: tuple[Meaning, ...]


class Register(dict[str, Seen | None]):
    """What each word, just as it stands in a text, may mean; None is nobody. Looked up once."""

    def __init__(self, people: Iterable[Known]) -> None:
        self.names: list[Name] = names_of(people)
        self._exact: dict[str, list[tuple[Meaning, Tells]]] = {}
        self._stems: dict[str, list[tuple[Meaning, Tells]]] = {}
        self._bones: dict[bool, Bones] = {}
        for number, name in enumerate(self.names):
            for place, word in enumerate(name.words):
                self._enter((number, (place,)), word)
            self._enter_joined(number, name)

    def __missing__(self, raw: str) -> Seen | None:
        found = self[raw] = self._look(raw)
        return found

    def _enter(self, meaning: Meaning, word: Word) -> None:
        for key in word.keys:
            translated = key.isascii() and foreign(word.typed)
            when = _in_latin(key, word.tells) if translated else word.tells
            self._exact.setdefault(key, []).append((meaning, when))
            if stem := spellings.stem(key, translated):
                self._stems.setdefault(stem, []).append((meaning, max(when, Tells.CAPITAL)))
            for bare in spellings.unprefixed(key):
                if key.startswith("ال"):
                    self._exact.setdefault(bare, []).append((meaning, when))
        parts = letters.APOSTROPHE.split(word.typed)  # O’Neill is Neill too
        if len(parts) > 1 and len(parts[-1]) > 3:
            self._exact.setdefault(keys(parts[-1])[0], []).append((meaning, word.tells))

    def _by_bones(self, latin: bool) -> Bones:
        """Return the words of names in Latin letters, or of the others, by their consonants."""
        if latin not in self._bones:
            found = self._bones[latin] = {}
            for number, name in enumerate(self.names):
                for place, word in enumerate(name.words):
                    if word.tells < Tells.TOGETHER and foreign(word.typed) is not latin:
                        bare = word.typed.removeprefix("ال")
                        for spelt in filter(None, letters.latin(bare)):
                            entry = ((number, (place,)), spelt, word.typed)
                            found.setdefault(spellings.bones(spelt), []).append(entry)
        return self._bones[latin]

    def _enter_joined(self, number: int, name: Name) -> None:
        """Enter neighbouring words and the whole name as if written in one: MariaLopez."""
        core = [place for place, word in enumerate(name.words) if word.core]
        runs = {(*pair,) for pair in pairwise(core)} | {(*core,)}
        for run in runs:
            parts = [name.words[place].keys[-1] for place in run]
            firsts = [name.words[place].keys[0] for place in run]
            for key in {"".join(parts), "".join(firsts)}:
                if len(run) > 1 and len(key) > 4 and not common(key):
                    self._exact.setdefault(key, []).append(((number, run), Tells.ALWAYS))

    def _look(self, raw: str) -> Seen | None:
        typed, capital, cased, tail = letters.looked_at(raw)
        if len(typed) > LONGEST:
            return None
        for length, word in ((tail, typed[:tail]), (len(typed), typed)):
            found = self._found(word, capital) if word else []
            if found:
                cut = len(raw) - (len(typed) - length) if length < len(typed) else len(raw)
                return self._made(cut, capital or not cased, found)
        return None

    def _made(self, length: int, capital: bool, found: list[tuple[Meaning, Tells]]) -> Seen:
        hidden = [(of, when) for of, when in found if not self.names[of[0]].told]
        told = tuple(of for of, _ in found if self.names[of[0]].told)
        when = min((when for _, when in hidden), default=Tells.TOGETHER)
        return Seen(length, capital, when, tuple(dict.fromkeys(of for of, _ in hidden)), told)

    def _found(self, word: str, capital: bool) -> list[tuple[Meaning, Tells]]:
        """Return the names that a word may be of, by the nearest spelling that is anybody's."""
        own = keys(word)
        if not own:  # marks without a letter
            return []
        exact = [hit for key in own for hit in self._exact.get(key, ())]
        if exact:
            return exact
        bare = word.rstrip("0123456789")
        if bare and bare != word:
            return self._found(bare, capital)
        if found := [hit for key in own for hit in self._bent(key)]:
            return found
        return list(self._respelt(word)) if capital or not word.isascii() else []

    def _bent(self, key: str) -> Iterator[tuple[Meaning, Tells]]:
        """Yield the names that a word is the plural, a case or another form of."""
        plain = common(key)
        for base in (*spellings.plurals(key), *spellings.unprefixed(key)):
            if not plain or common(base):
                yield from self._exact.get(base, ())
        if not plain:
            for base in spellings.stems(key):
                yield from self._stems.get(base, ())

    def _respelt(self, word: str) -> Iterator[tuple[Meaning, Tells]]:
        """Yield the names of another script that a word may be the spelling of, or the reverse."""
        if common(keys(word)[0]):
            return
        other = foreign(word)
        for latin in letters.latin(word):
            frame = spellings.bones(latin)
            for meaning, named, typed in self._by_bones(other).get(frame, ()) if frame else ():
                written, spelt = (latin, named) if other else (named, latin)
                abjad = spellings.without_vowels(word + typed)
                near = spellings.alike(written, spelt, abjad)
                long = len(frame) > 2 or (abjad and (not other or len(word) > 3))
                if near >= spellings.HALF:
                    yield meaning, Tells.CAPITAL if long or near >= 0.8 else Tells.HARDLY


def foreign(word: str) -> bool:
    """Say whether a word is of another script than the Latin one."""
    return not letters.fold(word).isascii()


def _in_latin(key: str, tells: Tells) -> Tells:
    """Say when the Latin form of a word of another script tells who is meant."""
    hardly = len(key) <= 3 or common(key)
    return Tells.CAPITAL if hardly and tells is Tells.ALWAYS else tells
