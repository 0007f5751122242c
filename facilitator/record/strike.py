"""Two copies of one act: what either of them has struck is struck."""

import json
from typing import Any

from facilitator.record.chain import Row, Strike


def joined(mine: Row, other: Row) -> Row:
    """Return one row of two copies of it: what either of them has struck is struck."""
    if mine.struck == other.struck or not other.struck:
        return mine
    if not mine.struck:
        return other
    one, two = Strike.read(mine.struck), Strike.read(other.struck)
    return mine.without(
        _left(mine.data, other.data), min(one.day, two.day), min(one.reason, two.reason)
    )


def _left(mine: str, other: str) -> str:
    """Return what is left of the fields in both copies."""
    try:
        both = _blanker(json.loads(mine), json.loads(other))
    except (ValueError, RecursionError):  # written in no way that we know
        return min(mine, other, key=lambda data: (len(data), data))
    return json.dumps(both, ensure_ascii=False, separators=(",", ":"))


def _blanker(one: Any, two: Any) -> Any:
    """Return what is left of two copies field by field: an empty value wins over words."""
    if not one or not two:
        return two if one else one
    if isinstance(one, dict) and isinstance(two, dict):
        return {key: _blanker(value, two[key]) for key, value in one.items() if key in two}
    if isinstance(one, list) and isinstance(two, list) and len(one) == len(two):
        return [_blanker(*pair) for pair in zip(one, two, strict=True)]
    return min(one, two, key=lambda value: (len(text := json.dumps(value)), text))
