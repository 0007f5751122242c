"""How much is in a copy, told without a lock, and without bringing an old one up to date."""

import sqlite3
from contextlib import closing
from pathlib import Path

from facilitator.record.opening import looked_at


def sizes(copy: Path) -> tuple[int, int] | None:
    """Return how many sessions and how many acts are in a copy; none where it cannot be read."""
    try:
        with closing(looked_at(copy)) as shelf:
            ((sessions,),) = shelf.execute("select count(*) from session").fetchall()
            ((acts,),) = shelf.execute("select count(*) from event").fetchall()
            return int(sessions), int(acts)
    except (sqlite3.Error, UnicodeError):
        return None
