"""The read tables: what the log amounts to, as plain rows for reports and other tools.

Written with each event and never read back into a session; they can be made again from the log.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from facilitator.log.state import State
from facilitator.room.clock import SECOND, Stopwatch
from facilitator.room.meeting import DESK, Meeting
from facilitator.room.roll import CHAPTER, Roll

if TYPE_CHECKING:
    from sqlite_utils import Database

Row = tuple[Any, ...]
Items = Sequence[Any] | Roll[Any]


@dataclass(frozen=True)
class Table:
    """A read table. The same slice means the same rows; the column after the session is the key."""

    name: str
    columns: dict[str, type]
    slice: Callable[[State], Any]

    def items(self, state: State) -> Items:
        """Return the things in its slice that a row each stands for."""
        of = self.slice(state)
        if isinstance(of, Meeting):
            return () if of.role == DESK else (of,)
        return of if isinstance(of, tuple | Roll) else list(of.values())

    @property
    def keys(self) -> tuple[str, ...]:
        return ("session",) if self.name == "session" else tuple(self.columns)[:2]

    @cached_property
    def own(self) -> tuple[str, ...]:
        """Return the columns but the session, which every table has."""
        return tuple(self.columns)[1:]

    @cached_property
    def insert(self) -> str:
        marks = ", ".join("?" for _ in self.columns)
        return f"insert or replace into {self.name} ({', '.join(self.columns)}) values ({marks})"

    def create(self, db: "Database") -> None:
        db.table(self.name).create(self.columns, pk=self.keys, strict=True)

    def row(self, session: str, n: int, item: Any) -> Row:
        return (session, *(_value(item, column, n) for column in self.own))

    def rows(self, session: str, items: Iterable[Any], first: int = 0) -> dict[Row, Row]:
        """Return the rows of some items by key; the first of them is at the given place."""
        made = (self.row(session, n, item) for n, item in enumerate(items, first))
        return {row[: len(self.keys)]: row for row in made}


def changes(session: str, before: State, after: State) -> Iterator[tuple[str, Row]]:
    """Yield the statements that turn the rows of one state into those of the next."""
    for table in TABLES:
        if table.slice(before) is table.slice(after):
            continue
        first, was, now = _differing(table.items(before), table.items(after))
        old, new = table.rows(session, was, first), table.rows(session, now, first)
        for key in old.keys() - new.keys():
            where = " and ".join(f"{name} = ?" for name in table.keys)
            yield f"delete from {table.name} where {where}", key
        for key, row in new.items():
            if old.get(key) != row:
                yield table.insert, row


def _differing(old: Items, new: Items) -> tuple[int, Sequence[Any], Sequence[Any]]:
    """Return the stretch in which two lists differ, and the place where it begins."""
    first = _common(old, new)
    was = old.since(first) if isinstance(old, Roll) else old[first:]
    now = new.since(first) if isinstance(new, Roll) else new[first:]
    if len(was) == len(now):  # the places behind it are the same too
        end = len(was) - _common(was[::-1], now[::-1])
        was, now = was[:end], now[:end]
    return first, was, now


def _common(old: Any, new: Any) -> int:
    """Return how many items at the start are the same: by halves, since slices compare fast."""
    if isinstance(old, Roll) and isinstance(new, Roll):
        count = CHAPTER * _common(old.chapters, new.chapters)
        return count + _common(old.since(count), new.since(count))
    low, high = 0, min(len(old), len(new))
    if old[:high] == new[:high]:  # as it mostly is: something was added at the end
        return high
    while low < high:
        middle = (low + high + 1) // 2
        if old[low:middle] == new[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _value(item: Any, column: str, n: int) -> Any:
    if column in _WORKED_OUT:
        return _WORKED_OUT[column](item)
    value = n + 1 if column == "n" else getattr(item, column)
    if isinstance(value, tuple | dict):
        return json.dumps(value, ensure_ascii=False)
    return int(value) if isinstance(value, bool) else value


def _seconds(watch: Stopwatch) -> float | None:
    return None if watch.running else watch.elapsed(0) / SECOND


# Columns that are not plain fields: seconds instead of milliseconds, and no words that SQL keeps.
_WORKED_OUT: dict[str, Callable[[Any], Any]] = {
    "group_code": lambda of: of.group,
    "group_codes": lambda of: json.dumps(of.groups, ensure_ascii=False),
    "table_no": lambda of: of.table,
    "planned_s": lambda of: of.length / SECOND,
    "first_planned_s": lambda of: of.planned / SECOND,
    "granted_s": lambda of: of.granted / SECOND,
    "limit_s": lambda of: None if of.limit is None else of.limit / SECOND,
    "started_at": lambda of: of.watch.begun,
    "stopped_at": lambda of: of.watch.stopped,
    "came_at": lambda of: of.came,
    "left_at": lambda of: of.left,
    "ended_at": lambda of: of.ended,
    "read_back_at": lambda of: of.read_back,
    "actual_s": lambda of: _seconds(of.watch),
    "talk_s": lambda of: _seconds(of.watch),
    "tally": lambda of: None if of.tally is None else of.tally.count,
    "tally_method": lambda of: "" if of.tally is None else of.tally.method,
}


def _columns(words: str) -> dict[str, type]:
    """Return the columns of a table: `name` is text, `name:i` whole, `name:f` with a fraction."""
    types = {"": str, "i": int, "f": float}
    pairs = (word.partition(":") for word in f"session {words}".split())
    return {name: types[kind] for name, _, kind in pairs}


SESSION = Table(
    "session",
    _columns(
        "title series city venue convener date start hard_stop timezone language disclosure"
        " part_of table_no:i tally:i tally_method ended_at:i targets seats:i"
        " purpose contact joining support next_date next_start next_place series_id role"
    ),
    lambda state: state.meeting,
)
TABLES = (
    SESSION,
    Table(
        "segment",
        _columns(
            "id n:i title kind planned_s:f first_planned_s:f granted_s:f dropped:i"
            " started_at:i stopped_at:i actual_s:f leader"
        ),
        lambda state: state.agenda.segments,
    ),
    Table(
        "person",
        _columns(
            "id name group_code group_codes languages interpreted:i consent minor:i organisation"
            " role table_no:i walk_in:i invited:i confirmed:i came_at:i left_at:i same_as same_of"
        ),
        lambda state: state.people,
    ),
    Table(
        "turn",
        _columns("n:i person kind segment limit_s:f started_at:i stopped_at:i talk_s:f"),
        lambda state: state.floor.turns,
    ),
    Table(
        "note",
        _columns(
            "id at:i segment kind text attribution sensitivity language person group_code"
            " table_no:i themes starred:i cleared:i"
        ),
        lambda state: state.notes,
    ),
    Table(
        "commitment",
        _columns(
            "id at:i segment kind owner person organisation text due first_step first_step_due"
            " measure support benefits burden publish read_back_at:i status evidence community_view"
        ),
        lambda state: state.commitments,
    ),
    Table(
        "report",
        _columns("ref log commitment of at:i status evidence community_view"),
        lambda state: state.reports,
    ),
    Table("judgement", _columns("id item words reason"), lambda state: state.judged),
    Table("approval", _columns("edition at:i digest version:i"), lambda state: state.approved),
)
