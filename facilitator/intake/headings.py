"""The heads of columns: which of the fields each means, and which row of a sheet they are."""

from collections.abc import Sequence
from typing import NamedTuple

from facilitator.intake.consent import Asked, asks
from facilitator.intake.phrases import bare, phrases
from facilitator.intake.sheet import Line
from facilitator.room.folding import words_of

NOTHING = "nothing"
_DEEPEST = 30  # titles over a list are a few lines
_PLAIN = {"name", "first", "last", "email"}  # heads that are nothing else, even alone
_LONGEST = 6  # words; more is no head but a sentence


class Meant(NamedTuple):
    """What a head means, and how surely."""

    field: str
    whole: bool  # the head is nothing else
    words: int  # of the phrase
    at: int  # from the end: what comes first in the head weighs more

    @property
    def weight(self) -> tuple[bool, int, int]:
        return self.whole, self.words, self.at


def meaning(head: str) -> Meant | None:
    """Return the field that a head means, `nothing` for what is not asked, or None."""
    asked = asks(head)
    if asked is None:
        return phrased(head)
    words = len(words_of(head))
    field = NOTHING if asked is Asked.OTHER else "consent"
    # One word of consent is a head, such as "Consent"; one of naming may be an answer, "Named".
    whole = asked is (Asked.NAMING if words > 1 else Asked.UNCLEAR)
    return Meant(field, whole, words, 0)


def phrased(head: str) -> Meant | None:
    """Return what the surest phrase in a head means, but for what has to do with consent."""
    words = bare(words_of(head))
    if not 0 < len(words) <= _LONGEST:
        return None
    found = [
        Meant(field, size == len(words), size, -at)
        for at in range(len(words))
        for size in range(1, len(words) - at + 1)
        for field, alone in phrases().get(words[at : at + size], {}).items()
        if field != "consent" and (not alone or size == len(words))
    ]
    return max(found, key=lambda meant: meant.weight, default=None)


def head_of(lines: Sequence[Line]) -> int:
    """Return how many lines stand above the people: those up to the heads; 0 if none are heads."""
    known = [_known(line) for line in lines[:_DEEPEST]]
    best = max(range(len(known)), key=lambda at: (known[at], -at), default=0)
    return best + 1 if known and known[best] else 0


def _known(line: Line) -> int:
    """Return how many heads a row seems to have: one alone must be all there is, or be plain."""
    meant = [found for cell in line.cells if cell and (found := meaning(cell))]
    fields = {found.field for found in meant} - {NOTHING}
    whole = any(found.whole for found in meant if found.field in fields)
    enough = len(meant) > 1 or sum(map(bool, line.cells)) == 1 or fields & _PLAIN
    return len(fields) if whole and enough else 0
