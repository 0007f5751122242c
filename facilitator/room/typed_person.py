"""Somebody in one line, as people type them: "Ana María, Police, Spanish, ana@example.org"."""

import re
from typing import Any

from facilitator.room.folding import folded
from facilitator.room.groups import known_code
from facilitator.room.languages import language

_BETWEEN = re.compile(r"[,;\t،，、؛]")
_ADDRESS_BESIDE = re.compile(r"<([^@\s<>]+@[^@\s<>]+\.[^@\s<>]+)>")  # Ana <ana@example.org>
_GROUP_BESIDE = re.compile(r"\(([^()]*)\)\s*(?=$|[,;])")  # Bo (Police)
_OF_THE_NAME = frozenset("jr jr. sr sr. ii iii iv phd ph.d. md m.d. esq esq.".split())
_SAID = {  # words that are a field of their own
    "interpreter": "interpreted",
    "needs interpreter": "interpreted",
    "needs an interpreter": "interpreted",
    "interpreted": "interpreted",
    "under 18": "minor",
    "minor": "minor",
    "confirmed": "confirmed",
}


def typed_person(typed: str) -> dict[str, Any]:
    """Return the fields of a person that a line tells; the name stands first.

    What is no group, language or e-mail address is the organisation.
    """
    told_apart = _ADDRESS_BESIDE.sub(r", \1,", _GROUP_BESIDE.sub(_apart, typed))
    name, *parts = (" ".join(part.split()) for part in _BETWEEN.split(told_apart))
    while parts and parts[0].casefold() in _OF_THE_NAME:
        name = f"{name}, {parts.pop(0)}"
    told: dict[str, Any] = {"name": name}
    if _is_address(name):
        told = {"name": "", "email": name}
    groups: list[str] = []
    spoken: list[str] = []
    bodies: list[str] = []
    for part in filter(None, parts):
        if field := _SAID.get(folded(part)):
            told[field] = True
        elif _is_address(part) and "email" not in told:
            told["email"] = part
        elif code := known_code(part):
            groups.append(code)
        elif tag := language(part):
            spoken.append(tag)
        else:
            bodies.append(part)
    if not told["name"] and bodies:
        told["name"] = bodies.pop(0)
    lists = {"groups": tuple(dict.fromkeys(groups)), "languages": tuple(dict.fromkeys(spoken))}
    told |= {field: value for field, value in lists.items() if value}
    return told | {"organisation": ", ".join(bodies)} if bodies else told


def _apart(found: re.Match[str]) -> str:
    return f", {found[1]}" if known_code(found[1]) else found[0]


def _is_address(words: str) -> bool:
    return re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", words) is not None
