"""The tables of a session file that are not read tables, and how all of them are made."""

from typing import TYPE_CHECKING

from facilitator.record import tables
from facilitator.record.opening import APPLICATION, VERSION

if TYPE_CHECKING:
    from sqlite_utils import Database

# Plain SQL, since sqlite-utils makes no tables without a rowid.
EVENT = (
    "create table event (log text not null, n integer not null, at integer not null,"
    " kind text not null, data text not null, digest blob not null, chain blob not null,"
    " struck text not null default '', primary key (log, n, chain)) strict, without rowid"
)
# All but length and head follow from the first act of a log; rows stay in the order they came in.
LOG = (
    "create table log (id text primary key not null, kind text not null, parent text not null,"
    " series text not null, role text not null, table_no integer not null,"
    " length integer not null, head blob not null) strict"
)
# Who was erased: every row that comes in later is blanked by it.
ERASED = (
    "create table erased (log text not null, person text not null, day text not null,"
    " primary key (log, person)) strict, without rowid"
)
# What lies on the desk and is no part of the record: half-typed lines, signs of life.
DESK = (
    "create table desk (session text not null, name text not null, value text not null,"
    " primary key (session, name)) strict, without rowid"
)


def create(db: "Database") -> None:
    """Make all tables of a new file; the caller holds the transaction."""
    db.execute(f"pragma application_id = {APPLICATION}")
    db.execute(f"pragma user_version = {VERSION}")
    for statement in (EVENT, LOG, ERASED, DESK):
        db.execute(statement)
    for table in tables.TABLES:
        table.create(db)
