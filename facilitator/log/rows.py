"""Events as rows of the log: a kind and its fields, there and back."""

from collections.abc import Callable
from dataclasses import fields
from functools import cache
from typing import Any, get_args, get_origin

from facilitator.log.events import Event, Unknown

MOST = 2**53 - 1  # the largest whole number that all readers of JSON agree on; SQLite adds up such

# By name: slots make each class anew, and the one without them may still be among the subclasses.
KINDS = {kind.__name__: kind for kind in Event.__subclasses__()}
del KINDS["Unknown"]
_FIELDS = {name: tuple(field.name for field in fields(kind)) for name, kind in KINDS.items()}


def encode(event: Event) -> tuple[str, dict[str, Any]]:
    kind = type(event).__name__
    return kind, {name: getattr(event, name) for name in _FIELDS[kind]}


def decode(kind: str, data: Any) -> Event:
    """Return the event; one that this version cannot read is Unknown."""
    if kind not in KINDS or not isinstance(data, dict):
        return Unknown(kind)
    of: Any = KINDS[kind]
    known = {name: frozen(data[name]) for name in _FIELDS[kind] if name in data}
    if not all(fitting(of)[name](value) for name, value in known.items()):
        return Unknown(kind)
    try:
        event: Event = of(**known)
    except TypeError:  # a field is missing
        return Unknown(kind)
    return event


@cache
def fitting(of: Any) -> dict[str, Callable[[Any], bool]]:
    """Return for each field of a dataclass whether a value is of its type."""
    return {field.name: _check(field.type) for field in fields(of)}


def fitted(of: Any, row: Any) -> dict[str, Any]:
    """Return the fields of a row that a dataclass has, as far as they are of its types."""
    if not isinstance(row, dict):
        return {}
    values = {name: frozen(row[name]) for name in fitting(of) if name in row}
    return {name: value for name, value in values.items() if fitting(of)[name](value)}


def _check(type_: Any) -> Callable[[Any], bool]:
    origin, inner = get_origin(type_), get_args(type_)
    if origin is tuple:
        item = get_origin(inner[0]) or inner[0]
        return lambda value: (
            isinstance(value, tuple) and all(isinstance(one, item) for one in value)
        )
    if origin is dict:
        item = inner[1]
        fits = {int: _counts, str: _is_text}.get(item, lambda value: True)
        return lambda value: isinstance(value, dict) and all(map(fits, value.values()))
    if type_ is bool:
        return lambda value: isinstance(value, bool)
    return lambda value: isinstance(value, type_) and (_counts(value) or not isinstance(value, int))


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _counts(value: Any) -> bool:
    return type(value) is int and abs(value) <= MOST


def frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
