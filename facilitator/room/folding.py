"""Names as they are typed and compared: without case, marks and apostrophes."""

import string
import unicodedata
from functools import lru_cache


def fold_name(name: str) -> str:
    """Return the letters a person would type for a name: no case, marks or apostrophes.

    đ, ø and ł carry no separable mark, so they are spelt out.
    """
    plain = name.casefold().translate(_SPELT_OUT)
    if plain.isascii():
        return plain
    apart = unicodedata.normalize("NFKD", plain).casefold()
    return "".join(c for c in apart if not unicodedata.combining(c) and c not in _APOSTROPHES)


@lru_cache(1 << 14)  # the page of a promise asks for all names each second
def folded(name: str) -> str:
    """Return a name as it is compared whole; one may be all apostrophes."""
    return fold_name(name).strip() or name.strip()


_APOSTROPHES = "'’‘ʼʻ`´"
_SPELT_OUT = str.maketrans(
    {"đ": "d", "ø": "o", "ł": "l", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"}
    | dict.fromkeys(_APOSTROPHES, "")
)
_GAPS = str.maketrans(dict.fromkeys(string.punctuation + "‐‑–—·・،。«»“”„…", " "))


def words_of(name: str) -> list[str]:
    """Return the folded words of a name."""
    return fold_name(name).translate(_GAPS).split()
