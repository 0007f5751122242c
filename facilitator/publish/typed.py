"""What people typed, made fit to leave: always plain text, nothing that acts unseen."""

import re
import unicodedata
from dataclasses import fields, is_dataclass, replace
from functools import cache
from operator import is_
from typing import Any

_NEW_LINE = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")
_SPACE = re.compile("[\t\x1c-\x1f]")
_LONE = re.compile("[\ud800-\udfff]")
# Controls, marks that change direction (they could reorder the neighbours), and signs without body.
# Joiners (U+200C, U+200D) shape letters and U+200B parts Khmer words: these stay.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u061c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ufffe\uffff]"  # no XML can hold these two
)
_EMPTY_LINES = re.compile("\n{3,}")
_VIRAMA = 9  # the combining class of signs that bind the next letter to the last one


def plain(text: str) -> str:
    """The text in lines, without control characters."""
    text = _SPACE.sub(" ", _NEW_LINE.sub("\n", text))
    text = _LONE.sub("\ufffd", _UNSEEN.sub("", text))
    return _EMPTY_LINES.sub("\n\n", text.strip())


def one_line(text: str) -> str:
    """The same for names and titles."""
    return " ".join(plain(text).split())


def escaped(json: str) -> str:
    """JSON in which signs that act unseen are told by their number: the text stays what it was."""
    return _UNSEEN.sub(lambda sign: f"\\u{ord(sign[0]):04x}", _LONE.sub("\ufffd", json))


def clusters(text: str) -> list[str]:
    """The smallest pieces that can stand at the end of a line without breaking a letter."""
    found: list[str] = []
    last = ""
    for char in text:
        joined = (
            unicodedata.category(char).startswith("M")
            or char in "\u200c\u200d"
            or "\U0001f3fb" <= char <= "\U0001f3ff"  # skin tones
            or last == "\u200d"
            or (last and unicodedata.combining(last) == _VIRAMA)
        )
        if found and joined:
            found[-1] += char
        else:
            found.append(char)
        last = char
    return found


def tidy(value: Any) -> Any:
    """Plain data with every text in it made plain; the same object where all of it is."""
    if isinstance(value, str):
        return value.strip() if value.isprintable() and value.isascii() else plain(value)
    if isinstance(value, tuple):
        items = tuple(map(tidy, value))
        return value if all(map(is_, items, value)) else items
    if is_dataclass(value) and not isinstance(value, type):
        parts = {name: getattr(value, name) for name in _names(type(value))}
        new = {name: item for name, part in parts.items() if (item := tidy(part)) is not part}
        return replace(value, **new) if new else value
    return value


@cache
def _names(of: Any) -> tuple[str, ...]:
    return tuple(part.name for part in fields(of))
