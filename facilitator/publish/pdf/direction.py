"""Which way text runs: levels of the Unicode bidirectional algorithm, and their order on a line."""

import re
from collections.abc import Sequence
from unicodedata import bidirectional

from bidi import algorithm

HAS_RTL = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_OBJECT = "\ufffc"
_EXPLICIT = {"LRE", "LRO", "RLE", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
# What makes text run another way than its paragraph, from left to right and from right to left.
_TURNS = {"R", "AL", "AN", *_EXPLICIT}, {"L", "EN", "AN", "", *_EXPLICIT}


def levels(parts: Sequence[tuple[str, bool]]) -> tuple[int, list[int]]:
    """Level of the line and of each character; parts marked True stand apart from their neighbours.

    Setting parts apart here does what isolate marks would do, which the library does not know.
    """
    outer = "".join(_OBJECT if apart else text for text, apart in parts)
    base = algorithm.get_base_level(outer)
    around = iter(_resolve(outer, base))
    found: list[int] = []
    for text, apart in parts:
        if not apart:
            found += [next(around) for _ in text]
            continue
        own, level = algorithm.get_base_level(text), next(around)
        lift = level + (1 if (level + 1) % 2 == own else 2) - own
        found += [lift + inner for inner in _resolve(text, own)]
    return base, found


def _resolve(text: str, base: int) -> list[int]:
    """Levels within one stretch of text.

    python-bidi's fast half returns reordered strings only, and shaping needs levels: so this walks
    the steps of its Python half. Paired brackets (rule N0) are neutral signs to it.
    """
    kinds = set(map(bidirectional, text))
    if not kinds & _TURNS[base % 2]:
        return [base] * len(text)
    known = "".join(
        char if bidirectional(char) else "a" for char in text
    )  # it stops at unknown ones
    storage = algorithm.get_empty_storage()
    storage["base_level"] = base
    algorithm.get_embedding_levels(known, storage)
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    algorithm.resolve_neutral_types(storage, False)
    algorithm.resolve_implicit_levels(storage, False)
    resolved = iter(storage["chars"])
    found: list[int] = []
    for char in known:  # joiners were dropped on the way and go with the letter before them
        dropped = bidirectional(char) in algorithm.X9_REMOVED
        found.append((found[-1] if found else base) if dropped else next(resolved)["level"])
    return found


def visual_order(levels: Sequence[int]) -> list[int]:
    """Indices from left to right (rule L2)."""
    order = list(range(len(levels)))
    odd = [level for level in levels if level % 2]
    for level in range(max(levels, default=0), min(odd, default=1) - 1, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and levels[order[end]] >= level:
                end += 1
            order[start:end] = order[start:end][::-1]
            start = end + 1
    return order
