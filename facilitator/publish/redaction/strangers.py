"""Names of people on no list: somebody may be accused, or would rather not be told."""

from collections.abc import Callable, Iterator

from facilitator.publish.redaction import letters
from facilitator.publish.redaction.common import (
    GENERIC,
    OF_OFFICERS,
    PARTICLES,
    TITLES,
    common,
    first_name,
)
from facilitator.publish.redaction.risks import Risk

_BETWEEN = (" ", "\u00a0", "-", ". ")


def strangers(text: str, known: Callable[[str], bool]) -> Iterator[Risk]:
    """Yield what looks like a name and is not `known`: Officer Daniels, Maria, Rosa Example."""
    run: list[letters.Token] = []
    for token in letters.tokens(text):
        if run and text[run[-1].end : token.start] not in _BETWEEN:
            yield from _in_run(run, known)
            run = []
        if token.capital and token.cased:
            run.append(token)
        elif run:
            yield from _in_run(run, known)
            run = []
    yield from _in_run(run, known)


def _in_run(run: list[letters.Token], known: Callable[[str], bool]) -> Iterator[Risk]:
    """Yield the names in some neighbouring words with capital letters."""
    title, name = "", list[letters.Token]()
    for token in [*run, None]:
        if token is not None and _may_be(token, known):
            name.append(token)
            continue
        if name and (title or len(name) > 1 or first_name(_key(name[0]))):
            reason = "accused" if title in OF_OFFICERS else "name"
            yield Risk(name[0].start, name[-1].start + name[-1].joined, reason, False)
        title = token.key if token is not None and token.key in TITLES else ""
        name = []


def _may_be(token: letters.Token, known: Callable[[str], bool]) -> bool:
    key, short = _key(token), token.typed.isupper() and len(token.typed) <= 6
    nobody = key in TITLES or key in GENERIC or key in PARTICLES or common(key)
    return len(key) > 1 and not (nobody or short or key.isdigit() or known(key))


def _key(token: letters.Token) -> str:
    return letters.fold(token.typed[: token.joined])
