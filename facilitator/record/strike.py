"""Rows of which words are struck, and two copies of one row: what either has lost is lost.

A strike can only take away: where two copies of an act differ, neither says anything there.
"""

import json
from typing import Any

from facilitator.log.words_of import tidy
from facilitator.record.chain import Row, Strike

Cause = tuple[str, str]  # the day and the reason of a strike


def fields(data: str) -> Any:
    """Return the fields of an act as they are stored; None where they cannot be read."""
    try:
        return json.loads(data)
    except (ValueError, RecursionError):
        return None


def struck(row: Row, left: Any, causes: list[Cause]) -> Row:
    """Return a row with what a strike left of its fields; the earliest day counts."""
    text = _in_json(left)
    days = [Strike.read(row.struck)[:2]] if row.struck else []
    day, reason = earliest([*days, *causes])
    return row.without(text, day, reason)


def earliest(causes: list[Cause]) -> Cause:
    """Return the earliest of some days, and of some reasons the first by its code."""
    return min(day for day, _ in causes), min(reason for _, reason in causes)


def joined(mine: Row, other: Row) -> Row:
    """Return one row of two copies of it, whichever comes first."""
    if not (mine.struck or other.struck) or mine == other:
        return mine
    one, two = (row._replace(struck=_plain(row.struck)) for row in (mine, other))
    if one == two:
        return one
    # Its digest proves what was never struck; a struck copy may say anything in what is left.
    sure = [row for row in (one, two) if not row.struck] or [one, two]
    at, kind = min((row.at, row.kind) for row in sure)
    whole = one._replace(at=at, kind=kind, struck="")
    causes = [Strike.read(row.struck)[:2] for row in (one, two) if row.struck]
    return struck(whole, _common(fields(one.data), fields(two.data)), causes)


def _plain(text: str) -> str:
    return Strike.read(text).written() if text else ""


def _common(one: Any, two: Any) -> Any:
    """Return what two copies agree on, field by field, and nothing in place of the rest."""
    if isinstance(one, dict) and isinstance(two, dict):
        names = list(one) if list(one) == list(two) else sorted({*one, *two})
        both = one.keys() & two.keys()
        return {
            name: _common(one[name], two[name]) if name in both else _nothing({**one, **two}[name])
            for name in names
        }
    if isinstance(one, list) and isinstance(two, list):
        if len(one) != len(two):
            return []
        return tidy([_common(*pair) for pair in zip(one, two, strict=True)], one)
    if repr(one) == repr(two):
        return one
    return _nothing(one) if type(one) is type(two) else None


def _nothing(value: Any) -> Any:
    """Return the empty value of a type."""
    if isinstance(value, dict):
        return {name: _nothing(one) for name, one in value.items()}
    return None if value is None else type(value)()


def _in_json(value: Any) -> str:
    """Return fields as they are stored; half a character, which no file can hold, is escaped."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    try:
        text.encode()
    except UnicodeError:
        return json.dumps(value, separators=(",", ":"))
    return text
