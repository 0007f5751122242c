"""In which language a passage is, so that it is read aloud in the right voice."""

import re

OURS = "en-US"  # of our own words
_TAG = re.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
# Scripts that one language alone is written in. Arabic letters may be Persian or Urdu, Burmese
# ones Karen, Ethiopic ones Tigrinya, Chinese ones Japanese: none of these is guessed.
_SURE = {
    "km": "\u1780-\u17ff",
    "th": "\u0e00-\u0e7f",
    "lo": "\u0e80-\u0eff",
    "ko": "\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3",
    "ja": "\u3040-\u30ff",
    "el": "\u0370-\u03ff",
    "hy": "\u0530-\u058f",
    "ka": "\u10d0-\u10ff",
    "pa": "\u0a00-\u0a7f",
    "gu": "\u0a80-\u0aff",
    "ta": "\u0b80-\u0bff",
    "te": "\u0c00-\u0c7f",
    "kn": "\u0c80-\u0cff",
    "ml": "\u0d00-\u0d7f",
    "si": "\u0d80-\u0dff",
    "chr": "\u13a0-\u13ff\uab70-\uabbf",
    "hmn": "\U00016b00-\U00016b8f\U0001e100-\U0001e14f",
}
_SCRIPT = re.compile("|".join(f"(?P<{tag}>[{signs}])" for tag, signs in _SURE.items()))


def tagged(language: str) -> str:
    """The language as BCP 47 writes it, or nothing if it does not."""
    language = language.strip()
    if language.lower() == "en":
        return OURS
    return language if _TAG.fullmatch(language) else ""


def same(one: str, other: str) -> bool:
    """Say whether two tags are of one language, wherever it is spoken."""
    return one.partition("-")[0].lower() == other.partition("-")[0].lower()


def by_script(words: str) -> str:
    """The language that the script of a word tells for sure, or nothing."""
    found = _SCRIPT.search(words)
    return (found.lastgroup or "") if found else ""
