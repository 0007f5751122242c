"""What a session script may say: the fields of every row and act, each with its check."""

import json
import math
import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from facilitator.room import agenda, floor, head_count, meeting, notes, people, promise_rules

Check = Callable[[Any, "Known"], str | None]  # what is wrong with a value, or None
Fields = Mapping[str, Check]  # a name that ends in ? may be left out


class Wrong(ValueError):
    """What is wrong with a script, and where."""


class Known:
    """The ids that a script has named so far."""

    def __init__(self) -> None:
        self.ids: dict[str, set[str]] = {
            what: set() for what in ("person", "segment", "note", "commitment")
        }

    def take(self, where: str, what: str, ident: str) -> None:
        if ident in self.ids[what]:
            raise Wrong(f"{where}: the {what} {ident} is there already.")
        self.ids[what].add(ident)


def fields(where: str, row: Any, allowed: Fields, known: Known | None = None) -> None:
    """Check one row, or raise Wrong."""
    if not isinstance(row, dict):
        raise Wrong(f"{where}: {_shown(row)} is not an object with fields.")
    rules = {name.rstrip("?"): check for name, check in allowed.items()}
    for name in row:
        if name not in rules:
            raise Wrong(f"{where}: there is no field {_shown(name)}.")
    for name in allowed:
        if not name.endswith("?") and name not in row:
            raise Wrong(f"{where}: the field {name} is missing.")
    for name, value in row.items():
        if (fault := rules[name](value, known or Known())) is not None:
            raise Wrong(f"{where}: {name} {_shown(value)} {fault}.")


def acts(rows: list[Any], known: Known) -> None:
    """Check the acts in their order, or raise Wrong with the number of the first bad one."""
    last = -math.inf
    for number, row in enumerate(rows, 1):
        do = row.get("do") if isinstance(row, dict) else None
        where = f"act {number}" + (f" ({do})" if isinstance(do, str) and do in ACTS else "")
        if not isinstance(do, str) or do not in ACTS:
            raise Wrong(f"{where}: there is no act {_shown(do)}.")
        fields(where, row, {"t": _number, "do": _text, **ACTS[do]}, known)
        if row["t"] < last:
            raise Wrong(f"{where}: its moment {row['t']} is before the {last} of the act before.")
        last = row["t"]
        if do in ("note", "commit"):
            known.take(where, "note" if do == "note" else "commitment", row["id"])


def _shown(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 40 else f"{text[:37]}…"


# The checks


def _text(value: Any, _: Known) -> str | None:
    if not isinstance(value, str):
        return "is not text"
    try:
        value.encode()
    except UnicodeError:
        return "holds a broken character"
    return None


def _ident(value: Any, known: Known) -> str | None:
    if _text(value, known) or not value.strip() or len(value) > 200:
        return "is not an id"
    return None


def _yes_no(value: Any, _: Known) -> str | None:
    return None if isinstance(value, bool) else "is not true or false"


def _number(value: Any, _: Known) -> str | None:
    """Accept up to eleven days of seconds: beyond, it is a slip."""
    good = isinstance(value, int | float) and not isinstance(value, bool)
    return None if good and abs(value) < 1_000_000 else "is not a number that fits"


def _length(value: Any, known: Known) -> str | None:
    return _number(value, known) or (None if value >= 0 else "is less than nothing")


def _whole(value: Any, known: Known) -> str | None:
    good = isinstance(value, int) and not _number(value, known) and value >= 0
    return None if good else "is not a whole number"


def _clock(value: Any, _: Known) -> str | None:
    good = isinstance(value, str) and re.fullmatch(r"([01][0-9]|2[0-3]):[0-5][0-9]", value)
    return None if good else "is not a time of day like 18:00"


def _date(value: Any, _: Known) -> str | None:
    """Accept a day of these centuries: a moment of any of them can be told in any time zone."""
    try:
        day = date.fromisoformat(value)
        good = day.isoformat() == value and 1900 <= day.year < 2200
    except (TypeError, ValueError):
        good = False
    return None if good else "is not a date like 2026-10-15"


def _zone(value: Any, _: Known) -> str | None:
    try:
        return None if ZoneInfo(value) else ""
    except (KeyError, TypeError, ValueError, OSError):
        return "is not a time zone like America/Chicago"


def _one_of(*values: str) -> Check:
    def check(value: Any, _: Known) -> str | None:
        return None if value in values else f"is none of {', '.join(values)}"

    return check


def _list_of(item: Check) -> Check:
    def check(value: Any, known: Known) -> str | None:
        if not isinstance(value, list):
            return "is not a list"
        return next((f"holds {_shown(v)}, which {f}" for v in value if (f := item(v, known))), None)

    return check


def _table_of(item: Check) -> Check:
    def check(value: Any, known: Known) -> str | None:
        if not isinstance(value, dict):
            return "is not a table of words"
        return next(
            (f"holds {_shown(v)}, which {f}" for v in value.values() if (f := item(v, known))), None
        )

    return check


def _either(check: Check, *others: Any) -> Check:
    return lambda value, known: None if value in others else check(value, known)


def _ref(*whats: str) -> Check:
    def check(value: Any, known: Known) -> str | None:
        found = isinstance(value, str) and any(value in known.ids[what] for what in whats)
        return None if found else f"is no {' or '.join(whats)} of this script"

    return check


def _any(value: Any, _: Known) -> str | None:
    return None


# The fields. Names and meanings are those of the session script, version 1.

_PERSON, _SEGMENT = _ref("person"), _ref("segment")
_DUE = _either(_date, "")

SCRIPT: Fields = {
    "script": _any,
    "session": _any,
    "people?": _list_of(_any),
    "agenda?": _list_of(_any),
    "acts": _list_of(_any),
    "expected?": _any,
}
SESSION: Fields = {
    "title": _text,
    "date": _date,
    "start": _clock,
    "timezone": _zone,
    **{
        f"{name}?": _text
        for name in "series city venue language convener part_of"
        " purpose contact joining support".split()
    },
    "hard_stop?": _clock,
    "disclosure?": _one_of(*meeting.DISCLOSURE),
    "id?": _ident,
    "table?": _whole,
    "room_names?": _one_of(*meeting.ROOM_NAMES),
    "targets?": _table_of(_whole),
    "ground_rules?": _list_of(_text),
    "notices?": _table_of(_text),
    "seats?": _whole,
}
PERSON: Fields = {
    "id": _ident,
    "name?": _text,
    "groups?": _list_of(_text),
    "languages?": _list_of(_text),
    "consent?": _one_of(*people.CONSENT),
    **{f"{name}?": _text for name in ("organisation", "role", "email", "same_as")},
    "table?": _whole,
    **{f"{name}?": _yes_no for name in ("interpreted", "minor", "walk_in", "invited", "confirmed")},
}
SEGMENT: Fields = {
    "id": _ident,
    "title": _text,
    "kind": _one_of(*agenda.KINDS),
    "minutes": _length,
    "min_minutes?": _length,
    "turn_limit_s?": _either(_length, None),
    "think_s?": _length,
    "purpose?": _text,
    "prompt?": _text,
    "leader?": _text,
    "fixed_start?": _clock,
}
_NOTE: Fields = {
    "attribution?": _one_of(*notes.ATTRIBUTION),
    "sensitivity?": _one_of(*notes.SENSITIVITY),
    "language?": _text,
    "person?": _either(_PERSON, ""),
    "group?": _text,
    "table?": _whole,
    "themes?": _list_of(_text),
}
_COMMITMENT: Fields = {
    **{
        f"{name}?": _text
        for name in ("organisation", "first_step", "measure", "support", "benefits", "burden")
    },
    "first_step_due?": _DUE,
    "due?": _DUE,
    "publish?": _one_of(*promise_rules.PUBLISH),
}
_NOTE_KIND, _COMMITMENT_KIND = _one_of(*notes.KINDS), _one_of(*promise_rules.KINDS)
ACTS: Mapping[str, Fields] = {
    "arrive": {"person": _PERSON},
    "leave": {"person": _PERSON},
    "tally": {"count": _whole, "method": _one_of(*head_count.METHODS, head_count.COUNTED)},
    "no_tally": {},
    "start_segment": {"segment": _SEGMENT, "since_t?": _number},
    "resize_segment": {"segment": _SEGMENT, "minutes": _length},
    "grant_time": {"seconds": _number},
    "pause": {},
    "resume": {},
    "queue": {"person": _PERSON, "kind": _one_of(*floor.ASKING)},
    "withdraw": {"person": _PERSON},
    "move": {"person": _PERSON, "before": _either(_PERSON, None), "reason?": _text},
    "give_floor": {
        "person?": _PERSON,
        "kind?": _one_of(*floor.SPEAKING),
        "limit_s?": _either(_length, None),
    },
    "hold": {},
    "unhold": {},
    "release_floor": {},
    "pass": {"person": _PERSON},
    "pass_for_now": {"person": _PERSON},
    "note": {"id": _ident, "kind": _NOTE_KIND, "text": _text, **_NOTE},
    "change_note": {"id": _ref("note"), "kind?": _NOTE_KIND, "text?": _text, **_NOTE},
    "commit": {
        "id": _ident,
        "kind": _COMMITMENT_KIND,
        "owner": _text,
        "text": _text,
        **_COMMITMENT,
    },
    "amend": {
        "id": _ref("commitment"),
        "kind?": _COMMITMENT_KIND,
        "owner?": _text,
        "text?": _text,
        **_COMMITMENT,
    },
    "drop": {"id": _ref("note", "commitment")},
    "read_back": {"id": _ref("commitment")},
    "status": {
        "ref": _ident,
        "status": _one_of(*promise_rules.REPORTED),
        "evidence?": _text,
        "community_view?": _text,
    },
    "undo": {},
    "redo": {},
    "end_session": {},
}
