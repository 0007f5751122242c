"""How one name is spelt in many ways: with endings and prefixes, in letters of other scripts."""

import re
from collections.abc import Iterator
from functools import lru_cache

# What a name takes on in Slavic languages, in Cyrillic and in Latin letters.
_CASES = frozenset(
    "ого ому ами ями ова ева ой ою ом ем ым им ых их ей ую ая ое ы и а я у ю е ovou ovi ova ogo omu"
    " iego iemu iej ami oy oj ou om em ym im ykh ich ej ey emu aya uyu y i a u e".split()
)
_SLAVIC = re.compile(
    "(?:ov|ev|yov|in|yn|ska|sky|ski|skii|skiy|cki|vic|vich|enko|chuk|yuk|uk|ak|ek|ik)a?$"
)
# And, in, to, the: written on to the word behind them.
_PREFIXES = (
    *"وال بال فال كال لل ال و ف ب ل ك".split(),
    *"וה שה לה בה מה כשה ו ה ל ב מ ש כ".split(),
)
_ABJAD = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


def plurals(key: str) -> Iterator[str]:
    """Yield what a word may be the plural or the genitive of."""
    for end in ("s", "es", "z"):
        if key.endswith(end) and len(key) - len(end) > 1:
            yield key[: -len(end)]


def stem(key: str, translated: bool) -> str:
    """Return what of a Slavic name stays in all its cases, or nothing of any other name.

    A name is Slavic if it is Cyrillic, was so before it was `translated`, or ends like one.
    """
    cyrillic = "а" <= key[:1] <= "џ"
    if not key or not (cyrillic or translated or _SLAVIC.search(key)):
        return ""
    ends = "аяоеьйыиу" if cyrillic else "aeiouy"
    cut = key[:-1] if key[-1] in ends else key
    return cut if len(cut) >= (3 if cyrillic else 4) else ""


def stems(key: str) -> Iterator[str]:
    """Yield what a declined word may be the stem of a name with."""
    yield key
    for size in range(1, min(5, len(key) - 2)):
        if key[-size:] in _CASES:
            yield key[:-size]


def unprefixed(key: str) -> Iterator[str]:
    """Yield an Arabic or Hebrew word without what is written on to its front."""
    if _ABJAD.match(key):
        for front in _PREFIXES:
            if key.startswith(front) and len(key) - len(front) > 2:
                yield key[len(front) :]


def without_vowels(word: str) -> bool:
    """Say whether a word is of a script that writes no short vowels: Arabic, Hebrew."""
    return _ABJAD.search(word) is not None


@lru_cache(1 << 14)
def bones(latin: str) -> str:
    """Return the consonants of a word in Latin letters, those that are easily swapped as one."""
    return _DOUBLED.sub(r"\1", _sounded(latin).translate(_VOWELS))


@lru_cache(1 << 14)
def _sounded(latin: str) -> str:
    """Return a word in Latin letters with those alike that stand for the same sound."""
    hard = re.sub("dzh|dj", "j", re.sub("kh", "h", latin))
    return _DOUBLED.sub(r"\1", re.sub("ts|tz|ks", "k", hard).translate(_SOFT))


_DOUBLED = re.compile(r"(.)\1+")
_SOFT, _VOWELS = str.maketrans("gqcxpzdwyj", "kkkkbstvii"), str.maketrans("", "", "aeiouvh'`")
HALF = 0.5  # of two words alike, under which they are not the same


def alike(written: str, other: str, abjad: bool) -> float:
    """Return how far a word, as another script has it in Latin letters, is this one: 0…1.

    Both have the same bones. Where no short vowels are written, the long ones must be there.
    """
    if abjad:
        return HALF if _pattern(written).fullmatch(other) else 0
    from rapidfuzz.distance import Indel

    near = Indel.normalized_similarity(_sounded(written), _sounded(other))
    return near if len(bones(other)) > 1 or near > 0.8 else 0


@lru_cache(1 << 12)
def _pattern(written: str) -> re.Pattern[str]:
    """Return what a word without short vowels may be when they are spelt out."""
    first = "" if written[:1] in "`'aiuoew" else "[aeiou]{0,2}"
    parts = [_sound(char, at == len(written) - 1) for at, char in enumerate(written)]
    return re.compile(first + "".join(parts))


def _sound(char: str, last: bool) -> str:
    match char:
        case "y":
            return "[aeiyj]{1,3}"
        case "w" | "v":
            return "[aeoubvw]{1,3}"
        case "a" | "i" | "u" | "o" | "e":
            return "[aeiouy]{1,2}"
        case "`" | "'":
            return "[aeiou]{1,2}"
        case "h":
            return "h?[aeiou]{0,2}"
    same = next((group for group in ("gqkcx", "bp", "dt", "sz") if char in group), char)
    return f"[{same}]+h?" + ("[aeiou]{0,1}" if last else "[aeiou]{0,2}")
