"""The stakeholder groups: their codes, the words for them, and the code that typed words mean."""

from functools import cache
from typing import Any

from facilitator.room.folding import words_of
from resources import ROOT


@cache
def groups() -> dict[str, dict[str, str]]:
    """Return the labels of the codes: those of the big table, and those added since."""
    return {part: _listed()[part] for part in ("big_table", "added")}


def label(code: str) -> str:
    """Return the words for a stakeholder code; a code of the city's own speaks for itself."""
    of = groups()
    return of["big_table"].get(code) or of["added"].get(code) or in_words(code)


def in_words(code: str) -> str:
    """Return `parking_lot` as "Parking lot"."""
    return code.replace("_", " ").capitalize()


def code_of(typed: str) -> str:
    """Return the code that a label, a code or another word for a group means.

    Anything else becomes a code of the city's own; nothing typed is no code.
    """
    return known_code(typed) or "_".join(typed.upper().split())


def known_code(typed: str) -> str:
    """Return the listed code that typed words mean, or nothing."""
    return _meant().get(_bare(typed), "")


@cache
def _listed() -> dict[str, dict[str, Any]]:
    import tomllib  # the window paints before it names a group

    return tomllib.loads((ROOT / "groups.toml").read_text("utf-8"))


@cache
def _meant() -> dict[str, str]:
    """Return the codes by all the words that mean them."""
    listed = groups()
    words = [(label, code) for part in listed.values() for code, label in part.items()]
    words += [(code, code) for _, code in words]
    words += [(word, code) for code, more in _listed()["synonyms"].items() for word in more]
    return {_bare(word): code for word, code in reversed(words)}


def _bare(typed: str) -> str:
    """Return words as they are compared: no marks, case or gaps, and one or many alike."""
    return " ".join(word.removesuffix("s") for word in words_of(typed))
