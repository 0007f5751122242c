"""The words of a text as they are compared: no case or marks, no signs that do not show.

Who writes a name with zero-width signs, full-width letters or letters of another alphabet that look
alike has written the name. Places are always those of the text as it was typed.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from facilitator.room.folding import fold_name

LONGEST = 80  # letters of a word that may be a name


class Token(NamedTuple):
    """A word of a text."""

    start: int
    end: int
    typed: str  # without what does not show
    capital: bool  # begins with a capital letter
    cased: bool  # its script has capital letters at all
    joined: int  # where an 's begins: "Caasho’s" is Caasho, "O’Fictive" is one word

    @property
    def key(self) -> str:
        return fold(self.typed)


APOSTROPHES = "'’‘ʼʻ`´＇"
# Most texts have Latin letters and everyday signs alone; they are taken apart much faster.
_LATIN = "A-Za-z0-9À-ÖØ-öø-ɏḀ-ỿ"
_PLAIN = re.compile(rf"[\t\n\r -~{_LATIN}¡§«°·»¿‐-—‘-”…]*")
_LATIN_WORD = re.compile(rf"[{_LATIN}]+(?:['’‘`][{_LATIN}]+)*")
_WORD = re.compile("x[xi]*(?:'i*x[xi]*)*")
APOSTROPHE = re.compile(f"[{APOSTROPHES}]")
_TAIL = re.compile(f"[{APOSTROPHES}]\\w{{0,4}}$")


def is_plain(text: str) -> bool:
    """Say whether a text has nothing but Latin letters and everyday signs, all of which show."""
    return _PLAIN.fullmatch(text) is not None


def words(text: str) -> Iterator[tuple[int, str]]:
    """Yield the words of a text just as they stand there, each with its place."""
    if is_plain(text):
        for found in _LATIN_WORD.finditer(text):
            yield found.start(), found.group()
        return
    for found in _WORD.finditer(text.translate(_SHAPES)):
        yield found.start(), text[found.start() : found.end()]


def tokens(text: str) -> list[Token]:
    """Return the words of a text; those that stand apart by a blank, a hyphen or any other sign."""
    return [_token(start, raw) for start, raw in words(text)]


def _token(start: int, raw: str) -> Token:
    typed, capital, cased, joined = looked_at(raw)
    end = start + len(raw)
    while len(typed) < len(raw) and _SHAPES[ord(raw[end - start - 1])] == "i":
        end -= 1  # what does not show stays outside
    return Token(start, end, typed, capital, cased, joined)


@lru_cache(1 << 15)
def looked_at(raw: str) -> tuple[str, bool, bool, int]:
    """Return a word as it shows, whether it has a capital or could, and where an 's begins."""
    typed = raw if is_plain(raw) else shown(raw)
    first = unicodedata.normalize("NFKD", typed[:1])[:1]
    tail = _TAIL.search(typed)
    joined = tail.start() if tail else len(typed)
    cased = any(c.lower() != c.upper() for c in typed[:joined])
    return typed, first.isupper() or first.istitle(), cased, joined


def shown(text: str) -> str:
    """Return a text without what does not show: zero-width and direction signs, controls."""
    return "".join(c for c in text if _SHAPES[ord(c)] != "i")


class _Shapes(dict[int, str]):
    """What each character is to a word: part of it (x), not to be seen (i), an ', or between."""

    def __missing__(self, code: int) -> str:
        found = self[code] = _shape(chr(code))
        return found


# Fillers and joiners that count as letters or marks, and show nothing; Braille’s blank.
_UNSEEN = "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0"


def _shape(char: str) -> str:
    category = unicodedata.category(char)
    if char in _UNSEEN or category in ("Cf", "Cn", "Co") or "\ufe00" <= char <= "\ufe0f":
        return "i"
    if category == "Cc":
        return " " if char.isspace() else "i"
    if char in APOSTROPHES:
        return "'"
    return "x" if category[0] in "LMN" or "Ⓐ" <= char <= "ⓩ" else " "


_SHAPES = _Shapes()

_ALIKE = str.maketrans(
    # How one word is written in two ways: Arabic, and signs that only widen a line.
    {"ى": "ي", "ی": "ي", "ې": "ي", "ة": "ه", "ۀ": "ه", "ک": "ك", "ـ": None, "ß": "ss", "ё": "е"}
)


@lru_cache(1 << 15)
def fold(word: str) -> str:
    """Return a word as it is compared in its own script."""
    return fold_name(word) if word.isascii() else fold_name(shown(word)).translate(_ALIKE)


@lru_cache(1 << 14)
def keys(word: str) -> tuple[str, ...]:
    """Return a word as it is compared: in its own script, in Latin letters, and as it looks."""
    own = fold(word)
    if word.isascii() and not _LEET.search(own):
        return (own,)
    german = fold(unicodedata.normalize("NFC", word.lower()).translate(_UMLAUTS))
    found = dict.fromkeys((own, *latin(word), fold(own.translate(_LOOKALIKES)), german))
    return tuple(key for key in found if key)


_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})
_LEET = re.compile(r"[a-z][01]|[01][a-z]")


@lru_cache(1 << 14)
def latin(word: str) -> tuple[str, ...]:
    """Return a word of another script in Latin letters, with and without its marks."""
    if word.isascii():
        return (fold_name(word),)
    from anyascii import anyascii  # few rooms need it, and it takes a while

    typed = unicodedata.normalize("NFC", shown(word))
    spelt = (anyascii(typed), anyascii(unicodedata.normalize("NFC", fold(word))))
    return tuple(dict.fromkeys("".join(filter(str.isalnum, fold_name(one))) for one in spelt))


@lru_cache(1 << 12)
def syllables(word: str) -> tuple[str, ...]:
    """Return the syllables of a name written in one, in Latin letters: WangWei is Wang Wei."""
    if word.isascii():
        return ()
    from anyascii import anyascii

    parts = re.findall("[A-Z][a-z]*", anyascii(unicodedata.normalize("NFC", word)))
    solid = _SOLID.search(word)
    return tuple(part.lower() for part in parts) if solid and len(parts) > 1 else ()


# Scripts that write words without blanks between them; Korean hangs its endings on.
_LETTERS = (
    "\u0e00-\u0eff\u1000-\u11ff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff"
    "\uff65-\uffdc\U00020000-\U0003ffff"
)
_SOLID = re.compile(
    f"[{_LETTERS}][{_LETTERS}\u00ad\u034f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]*"
)


def solid(text: str) -> bool:
    """Say whether a text has words of a script that puts no blanks between them."""
    return not text.isascii() and _SOLID.search(text) is not None


def stretches(text: str) -> Iterator[tuple[str, Sequence[int]]]:
    """Yield the stretches of such scripts, folded letter by letter, with where each letter is."""
    for found in _SOLID.finditer(text):
        yield _with_places(found.group(), _FOLDED, found.start())


def plain(text: str) -> tuple[str, Sequence[int]]:
    """Return a text in plain letters and digits, without what does not show, and their places."""
    return (text, range(len(text))) if is_plain(text) else _with_places(text, _FORMS)


class _Forms(dict[int, str]):
    """What each character is in plain form; nothing, if it does not show."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        seen = _SHAPES[code] != "i"
        found = self[code] = unicodedata.normalize("NFKC", char) if seen else ""
        return found


class _Folded(dict[int, str]):
    """What each character is when it is compared; nothing, if it does not show."""

    def __missing__(self, code: int) -> str:
        found = self[code] = fold(chr(code)) if _SHAPES[code] != "i" else ""
        return found


_FORMS, _FOLDED = _Forms(), _Folded()


def _with_places(text: str, table: dict[int, str], start: int = 0) -> tuple[str, Sequence[int]]:
    """Return a text with each character replaced, and the place from which each letter is."""
    found = text.translate(table)
    if len(found) == len(text) and all(len(table[code]) == 1 for code in set(map(ord, text))):
        return found, range(start, start + len(text))
    places = [place for place, char in enumerate(text, start) for _ in table[ord(char)]]
    return found, places


# Letters of other alphabets that look like a Latin one, in small letters: capitals are small by
# now, so that Н, which looks like H, is found under н.
_LOOKALIKES = str.maketrans(
    "авекмнорстухѕіјһԛԝԁзьгпгѵ" "αβεζηικμνορτυχγω" "աոսօցհզյ" "01",
    "abekmhopctyxsijhqwd3brnrv" "abezhikmnoptuxyw" "wnuoghqj" "ol",
)  # fmt: skip
