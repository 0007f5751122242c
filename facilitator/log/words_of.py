"""Which strings of an act are words that somebody typed, and the act without some of them.

Every field has a sort by its name, wherever it stands: in the act itself, in changes, in a row of
a list. What has none here, a newer version wrote, and every string in it is words.
"""

import re
from collections.abc import Callable, Collection, Iterator
from typing import Any

from facilitator.log.heading import ROLES
from facilitator.room import (
    agenda,
    floor,
    head_count,
    meeting,
    notes,
    people,
    promise_rules,
    settling,
)

Path = tuple[str | int, ...]  # where a string stands: ("people", 2, "name")
Sort = Callable[[str], bool]  # whether a string stays where words are struck


def _typed(_: str) -> bool:
    return False


def _names(_: str) -> bool:
    """Let an id stay: it names an item, a person or a part, and nothing else tells what it is."""
    return True


def _among(*codes: str) -> Sort:
    """Let the codes stay that are known; anything else in their place was typed."""
    return frozenset(codes).__contains__


def _like(pattern: str) -> Sort:
    return lambda value: re.fullmatch(pattern, value) is not None


_DAY, _CLOCK = _like(r"\d{4}-\d\d-\d\d"), _like(r"\d\d:\d\d")
# Typed into a session, its agenda, its people, its notes and promises, and what is told of them.
WORDS = """
title series city venue convener ground_rules notices purpose contact joining support next_place
prompt leader name groups languages organisation role email also
text group themes owner first_step measure benefits burden evidence community_view words reason
"""
IDS = """
id person persons into order before segment dropped note commitment item ref part_of series_id
same_as same_of of edition digest
"""
SORTS: dict[str, Sort] = {
    **dict.fromkeys(WORDS.split(), _typed),
    **dict.fromkeys(IDS.split(), _names),
    **dict.fromkeys(("date", "due", "first_step_due", "next_date"), _DAY),
    **dict.fromkeys(("start", "hard_stop", "next_start", "fixed_start", "fixed"), _CLOCK),
    "kind": _among(*agenda.KINDS, *floor.SPEAKING, *notes.KINDS, *promise_rules.KINDS),
    "status": _among(*promise_rules.STATUSES),
    "publish": _among(*promise_rules.PUBLISH),
    "attribution": _among(*notes.ATTRIBUTION),
    "sensitivity": _among(*notes.SENSITIVITY),
    "consent": _among(*people.CONSENT),
    "disclosure": _among(*meeting.DISCLOSURE),
    "room_names": _among(*meeting.ROOM_NAMES),
    "seating": _among(*meeting.SEATING),
    "method": _among(*head_count.METHODS, head_count.COUNTED),
    "came_by": _among(people.BY_SIGN_IN, people.BY_FLOOR),
    "language": _like(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*"),
    "timezone": _like(r"[A-Za-z_]+(/[A-Za-z0-9_+-]+)*"),
    # Numbers by person, part or group; a string among them is nothing that we know.
    **dict.fromkeys(("targets", "lengths", "tables"), _typed),
}
# The same name for something else, in these kinds of acts.
OTHERWISE: dict[tuple[str, str], Sort] = {
    ("SittingBegun", "series"): _names,
    ("SessionPlanned", "role"): _among(*ROLES),
    ("WordsJudged", "reason"): _among(*settling.REASONS, settling.KEEP),
}
# What stands in these has names of its own.
ROWS = ("changes", "row", "people", "agenda")


def words_of(kind: str, data: Any) -> Iterator[tuple[Path, str]]:
    """Yield all words of an act, as its fields are stored, each with where it stands."""
    if isinstance(data, dict):
        for name, value in data.items():
            yield from _found(value, (name,), OTHERWISE.get((kind, name)) or _sort(name))
    else:
        yield from _found(data, (), _typed)


def without(data: Any, gone: Collection[Path], at: Path = ()) -> Any:
    """Return the fields with nothing in these places; a list of which nothing is left is empty."""
    if at in gone:
        return ""
    if isinstance(data, dict):
        return {name: without(value, gone, (*at, name)) for name, value in data.items()}
    if isinstance(data, list):
        return tidy([without(value, gone, (*at, n)) for n, value in enumerate(data)], data)
    return data


def tidy(left: list[Any], before: list[Any]) -> list[Any]:
    """Return what is left of a list; where every string of it was struck, that is nothing."""
    return [] if left != before and all(value == "" for value in left) else left


def _sort(name: str) -> Sort:
    return SORTS.get(name, _typed)


def _found(value: Any, at: Path, stays: Sort) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        if value and not stays(value):
            yield at, value
    elif isinstance(value, list | tuple):
        for n, one in enumerate(value):
            yield from _found(one, (*at, n), stays)
    elif isinstance(value, dict):
        under = next((name for name in reversed(at) if isinstance(name, str)), "")
        for name, one in value.items():  # notices are by code: what stands there is no field
            yield from _found(one, (*at, name), stays if under in SORTS else _sort(name))
