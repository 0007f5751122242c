"""The phrases in the heads of columns, from headings.toml: which fields each may mean."""

from collections.abc import Iterable
from functools import cache

from facilitator.intake.questions import words_in
from facilitator.room.folding import words_of
from resources import ROOT


def bare(words: Iterable[str]) -> tuple[str, ...]:
    """Return words without the s of a plural, as phrases are compared."""
    return tuple(word.removesuffix("s") for word in words)


@cache
def phrases() -> dict[tuple[str, ...], dict[str, bool]]:
    """Return the fields that each phrase means, and whether only as the whole head."""
    by_words: dict[tuple[str, ...], dict[str, bool]] = {}
    for field, listed in _listed().items():
        for phrase in listed:
            words = bare(words_of(phrase.removeprefix("=")))
            by_words.setdefault(words, {})[field] = phrase.startswith("=")
    return by_words


@cache
def vocabulary(field: str) -> frozenset[str]:
    """Return all words of the phrases of a field."""
    return frozenset(word for phrase in _listed().get(field, ()) for word in words_in(phrase))


@cache
def _listed() -> dict[str, list[str]]:
    import tomllib

    return tomllib.loads((ROOT / "headings.toml").read_text("utf-8"))
