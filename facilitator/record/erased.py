"""Who was erased, as a file keeps it: every row that comes in later is blanked by it."""

import sqlite3
from collections.abc import Mapping
from typing import TYPE_CHECKING

from facilitator.record.chain import DAY
from facilitator.record.sweeping import Who

if TYPE_CHECKING:
    from facilitator.record.store import Store


def erased(connection: sqlite3.Connection) -> dict[Who, str]:
    """Return who was erased, each with the day; a file of another program may not say it.

    Nobody has an empty id, as the acts that are about nobody do.
    """
    table = connection.execute("select 1 from sqlite_master where name = 'erased'").fetchone()
    rows = connection.execute("select log, person, day from erased") if table else ()
    return {(log, who): day for log, who, day in rows if who and DAY.fullmatch(day)}


def both(one: Mapping[Who, str], other: Mapping[Who, str]) -> dict[Who, str]:
    """Return who was erased in either of two files, from the earlier day on."""
    days = {**one, **other}
    return {who: min(day, one.get(who, day)) for who, day in days.items()}


def keep(store: "Store", people: Mapping[Who, str]) -> None:
    """Write who was erased; the caller holds the transaction."""
    for (log, person), day in people.items():
        row = (log, person, day)
        store.db.execute("insert or replace into erased (log, person, day) values (?, ?, ?)", row)
