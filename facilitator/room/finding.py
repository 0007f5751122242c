"""Who is meant by some letters: of a list of people, the best first."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from facilitator.room.folding import folded, words_of
from facilitator.room.people import People, Person


def find(people: People, letters: str, limit: int = 100, sure: bool = False) -> list[Person]:
    """Return the people meant by some letters of their names, best first.

    A word typed is a word of the name, begins one, is inside one, is the Latin form of one, or is
    one with a slip of the fingers. `sure` leaves the last three out, for when nobody looks at a
    list and chooses.
    """
    wanted = words_of(letters[:LONGEST])
    if not wanted:
        return []
    known = [(person, _forms(person.called[:LONGEST])) for person in people.values()]
    hits = _ranked(known, wanted, {}, _BEGINS if sure else _LATIN)
    long = [part for part in wanted if len(part) >= SLIPPERY]
    if len(hits) < FEW and long and not sure and all(rank > _EXACT for rank, *_ in hits):
        words = {word for _, forms in known for word in (forms.latin or forms.words).split()}
        hits = _ranked(known, wanted, {part: _slips(part, words) for part in long}, _SLIP)
    hits.sort(key=lambda hit: hit[:3])
    return [person for *_, person in hits[:limit]]


def by_slip(person: Person, letters: str) -> bool:
    """Say whether some letters only mean a person if the fingers slipped."""
    known = [(person, _forms(person.called[:LONGEST]))]
    return not _ranked(known, words_of(letters[:LONGEST]), {}, _LATIN)


def goes_by(person: Person, letters: str) -> bool:
    """Say whether all the words typed are whole words of a name."""
    words = words_of(person.called)
    return all(part in words for part in words_of(letters))


# Words of every sentence. They begin many a name (the: Theresa, and: Andrea), and mean nobody.
COMMON = frozenset(
    "a about after all am an and any anybody anyone are as at be because been before both but by"
    " can could did do does each either every everybody everyone few for from had has have he her"
    " here him his how i if in into is it its let many may me might more most much must my neither"
    " no nobody none not nothing of off on once one only or other our out over own per shall she"
    " should so some somebody someone such than that the their them then there these they this"
    " those through to too under until up us very was we were what when where which while who"
    " whole whom whose why will with without would yes yet you your".split()
)
SURE = 3  # letters from which on the beginning of a name is no accident


def telling(word: str) -> bool:
    """Say whether a folded word, as the beginning of a name, can mean somebody."""
    return len(word) >= SURE and word not in COMMON


def the_one(people: People, typed: str) -> Person | None:
    """Return the one person whom a name means for sure, when nobody chooses from a list.

    A word of a name means somebody; so do a few letters that begin the name of nobody else.
    """
    name = folded(typed)
    same = [person for person in people.values() if name and folded(person.name) == name]
    hits = same or find(people, typed, len(people), sure=True)
    meant = same or [person for person in hits if goes_by(person, typed)] or hits
    if len(meant) != 1:
        return None
    known = words_of(meant[0].called)
    sure = same or any(telling(word) or word in known for word in words_of(typed))
    return meant[0] if sure else None


LONGEST = 200  # characters of a name that are looked at; somebody may paste a page
FEW = 3  # people found, under which what was typed may be a slip
SLIPPERY = 4  # letters from which on a slip can be told from another name
_EXACT, _BEGINS, _INSIDE, _LATIN, _WORD_WITH_SLIP, _SLIP, _NOT = range(7)

Hit = tuple[int, int, str, Person]  # how well, whether not by the first word, its name, who


class _Forms(NamedTuple):
    """A name ready to be searched. A blank stands before each word, so " ann" is a beginning."""

    words: str
    tails: str  # from each word to the end without gaps: hyphens and blanks are forgiven
    latin: str = ""  # the tails of the Latin form of another script
    bones: str = ""  # words and tails of its consonants, for scripts that write no vowels


@lru_cache(1 << 16)
def _forms(name: str) -> _Forms:
    words = words_of(name)
    plain = _Forms(f" {' '.join(words)} ", _tails(words))
    if plain.words.isascii():
        return plain
    from anyascii import anyascii  # few rooms need it, and it takes a while

    spelt = anyascii(unicodedata.normalize("NFC", name))
    latin = words_of(_SYLLABLE.sub(" ", spelt))
    bones = [_bones(word) for word in latin]
    return plain._replace(latin=_tails(latin), bones=f" {' '.join(bones)} {_tails(bones)}")


_SYLLABLE = re.compile(r"(?<=[a-z])(?=[A-Z])")  # WangWei


def _tails(words: list[str]) -> str:
    return "".join(f" {''.join(words[n:])}" for n in range(len(words)))


def _bones(word: str) -> str:
    """Return the consonants: Layla is written lyla in Arabic, and Kim is gim in Korean."""
    bones = _DOUBLED.sub(r"\1", word).translate(_VOWELS)
    return f"w{bones}" if word.startswith("w") else bones  # Wang is no Ng


def _skeleton(part: str) -> str:
    """Return the consonants to look for; a single one is looked for as a whole word."""
    bones = _bones(part)
    return f" {bones}" if len(bones) > 1 else f" {bones} " if bones else ""


_DOUBLED = re.compile(r"(.)\1+")
_VOWELS = str.maketrans("gq", "kk", "aeiouyw")


def _ranked(
    known: list[tuple[Person, _Forms]], wanted: list[str], slips: dict[str, list[str]], worst: int
) -> list[Hit]:
    """Return who answers to all the words typed, each with how well the worst of them fits."""
    first = f" {wanted[0]}"
    parts = [(f" {p}", f" {p} ", p, _skeleton(p), slips.get(p, [])) for p in wanted]
    hits: list[Hit] = []
    for person, forms in known:
        rank = max(_rank(forms, *part) for part in parts)
        if rank <= worst:
            hits.append((rank, not forms.words.startswith(first), forms.words, person))
    return hits


def _rank(forms: _Forms, begins: str, exact: str, part: str, bones: str, slips: list[str]) -> int:
    if begins in forms.tails:
        return _EXACT if exact in forms.words else _BEGINS
    if len(part) > 1 and part in forms.words:
        return _INSIDE
    if forms.latin and (begins in forms.latin or (bones and bones in forms.bones)):
        return _LATIN
    spelt = forms.latin or forms.tails
    if not any(slip in spelt for slip in slips):
        return _NOT
    return _WORD_WITH_SLIP if any(f"{slip} " in forms.words for slip in slips) else _SLIP


def _slips(part: str, words: set[str]) -> list[str]:
    """Return the beginnings of words that somebody who typed these letters may have meant."""
    from rapidfuzz import process  # only a slip needs it
    from rapidfuzz.distance import OSA

    size, most = len(part), 1 if len(part) < 8 else 2
    least = size if size == SLIPPERY else size - most  # Ivan is no Van
    lengths = range(least, size + most + 1)
    starts = {f" {word[:n]}" for word in words for n in lengths if n <= len(word)}
    found = process.extract(f" {part}", starts, scorer=OSA.distance, score_cutoff=most, limit=None)
    return [start for start, _, _ in found]
