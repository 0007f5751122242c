"""Two copies of one act: what either of them has struck is struck."""

import json
from typing import Any

from facilitator.record.chain import Row, Strike, digest_of


def joined(mine: Row, other: Row) -> Row:
    """Return one row of two copies of it: what either of them has struck is struck."""
    if mine.struck == other.struck or not other.struck:
        return mine
    if not mine.struck:
        return other
    data = json.dumps(
        _blanker(json.loads(mine.data), json.loads(other.data)),
        ensure_ascii=False,
        separators=(",", ":"),
    )
    one, two = Strike.read(mine.struck), Strike.read(other.struck)
    left = digest_of(mine.n, mine.at, mine.kind, data)
    both = Strike(min(one.day, two.day), min(one.reason, two.reason), left)
    return mine._replace(data=data, struck=both.written())


def _blanker(one: Any, two: Any) -> Any:
    """Return what is left of two copies field by field: an empty value wins over words."""
    if isinstance(one, dict) and isinstance(two, dict):
        return {key: _blanker(value, two.get(key, value)) for key, value in one.items()}
    if isinstance(one, list) and isinstance(two, list) and len(one) == len(two):
        return [_blanker(*pair) for pair in zip(one, two, strict=True)]
    return one if not one else two
