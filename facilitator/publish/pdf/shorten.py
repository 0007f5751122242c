"""Texts cut short where a page has to hold; they stand in full elsewhere."""

from dataclasses import fields, is_dataclass, replace
from typing import Any

from facilitator.publish.typed import clusters

MARK = " …"


def abridged(text: str, most: int) -> str:
    """The text in about that many letters at most, cut between words where there are any."""
    if len(text) <= most:
        return text
    letters = clusters(text[: most * 8])  # the last of them may be a part of one
    start = "".join(letters[:most] if len(letters) > most else letters[:-1])
    if len(letters) <= most and len(text) <= most * 8:
        return text
    at_word = start.rpartition(" ")[0]
    return (at_word if len(at_word) > most / 2 else start).rstrip(" ,;:.–—-\n") + MARK


def shortened(value: Any, most: int) -> Any:
    """Plain data with every text in it abridged, and in one line."""
    if isinstance(value, str):
        return abridged(" ".join(value.split()), most)
    if isinstance(value, tuple):
        return tuple(shortened(item, most) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        changed = {part.name: shortened(getattr(value, part.name), most) for part in fields(value)}
        return replace(value, **changed)
    return value
