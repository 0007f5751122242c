"""Events as rows of the log: a kind and its fields, there and back."""

from dataclasses import fields
from typing import Any

from facilitator.log.events import Event, Unknown

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
    known = {name: _frozen(data[name]) for name in _FIELDS[kind] if name in data}
    try:
        return KINDS[kind](**known)
    except TypeError:
        return Unknown(kind)


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
