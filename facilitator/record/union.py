"""Taking in another file: the union of the rows of both, in whatever order files come.

A row that is here stays; a damaged one gives way to a whole one, and what was struck stays struck.
Two laptops that went on from one copy are a fork: both branches are kept, and a person decides.
"""

import sqlite3
from collections.abc import Iterable
from typing import NamedTuple

from facilitator.faults import Fault
from facilitator.record.branches import base, branches, linked, mended
from facilitator.record.chain import Row
from facilitator.record.checking import acts_at_fault
from facilitator.record.cleaning import clean
from facilitator.record.headings import End, claims
from facilitator.record.opening import Unreadable
from facilitator.record.saving import NotSaved, why_not
from facilitator.record.shelf import reading
from facilitator.record.store import Store, event_of
from facilitator.record.strike import joined
from facilitator.record.striking import Admission

NEW, LONGER, KNOWN, FORK, REFUSED = "new", "longer", "known", "fork", "refused"


class NotTaken(Fault):
    """The file is read, but nothing in it can be taken in."""


class Outcome(NamedTuple):
    """What became of one log of another file."""

    log: str
    title: str  # of its session, as far as it is known
    what: str  # one of the words above
    acts: int = 0  # that came in
    left: tuple[str, ...] = ()  # what could not be read of it, a sentence each


def merge(store: Store, other: Store) -> list[Outcome]:
    """Take in every log of another file, or raise NotTaken or NotSaved and change nothing.

    A log of which nothing can be read is refused alone; of a damaged one all that is whole comes.
    """
    with reading():
        logs = other.shelf.logs()
        gone = [log for log in dict.fromkeys(map(base, other.shelf.headed())) if log not in logs]
    if not logs + gone:
        raise NotTaken(f"There is no session in {other.path.name}.")
    held = set(store.shelf.running())
    for log in store.kept_ends:
        if base(log) not in held:
            store.release(log)
    admission = Admission(store, other)
    try:
        with store.db.atomic():
            taken = [_take(store, other, log, admission) for log in logs]
            lost = admission.finish()
        store.shelf.file.note()
    except (sqlite3.Error, UnicodeError) as error:
        raise NotSaved(why_not(error)) from error
    if lost:  # words that were here
        clean(store, lost)
    return taken + [
        Outcome(log, "", REFUSED, left=(f"Session {log}: its log is missing.",)) for log in gone
    ]


def _take(store: Store, other: Store, log: str, admission: Admission) -> Outcome:
    try:
        coming, ends, left = _readable(other, log)
    except Unreadable as fault:
        return Outcome(log, "", REFUSED, left=(str(fault),))
    ours = store.rows(log)
    title = _title(coming or ours)
    if not coming:
        return Outcome(log, title, REFUSED, left=left or (f"Session {log}: it has no first act.",))
    known = {(row.n, row.chain): row for row in ours}
    coming = [row for row in coming if _is_news(row, known)]
    if not coming and not ends:
        return Outcome(log, title, KNOWN, left=left)
    ways = branches(log, ours)
    if ours:  # before other acts come: they may be longer than an end that was lost
        ends |= claims(log, ways, store.log_table.lines(log))
    else:  # its first act, which says what it is, may be damaged there
        for line in (line for line in other.log_table.lines(log) if line.name == log):
            store.log_table.put(line)
    for row in coming:
        mine = known.get((row.n, row.chain))
        store.insert(log, admission.admitted(log, row, mine))
    if log in store.kept_ends and store.branch(log).rows[-1].n > store.end(log).length:
        store.release(log)  # acts that follow the last one done here: this is no branch
    now = store.settle(log, ends)
    if not coming:
        return Outcome(log, title, KNOWN, left=left)
    store.refresh(log)
    new = [row for row in coming if (row.n, row.chain) not in known]
    what = NEW if not ours else FORK if len(now) > len(ways) else LONGER
    return Outcome(log, title, what, len(new), left)


def _readable(other: Store, log: str) -> tuple[list[Row], set[End], tuple[str, ...]]:
    """Return the whole acts of a log, where it ended beyond them, and what cannot be read of it.

    Acts of which none fits to another are no log: a flipped bit made its name.
    """
    left = tuple(acts_at_fault(other, log))
    rows, lines = other.rows(log), other.log_table.lines(log)
    whole = [row for row in mended(log, rows, {line.end.head for line in lines}) if row.is_whole]
    if not other.has(log) or linked(log, rows).isdisjoint(whole):
        return [], set(), left
    return whole, claims(log, branches(log, rows), lines), left


def _is_news(row: Row, known: dict[tuple[int, bytes], Row]) -> bool:
    mine = known.get((row.n, row.chain))
    if mine is None or mine.is_whole:
        return mine is None or joined(mine, row) != mine
    return bool(row.struck) or not mine.struck  # what was struck here stays so, if only damaged


def _title(rows: Iterable[Row]) -> str:
    first = next((row for row in rows if row.n == 1), None)
    event = event_of(first.kind, first.data) if first else None
    return str(getattr(event, "title", ""))


def leave(store: Store, log: str) -> None:
    """Let a log be read by the rule again, once nobody goes on writing it here."""
    if log not in store.kept_ends:
        return
    if len(store.log_table.lines(log)) < 2 or not store.rows(log):
        store.release(log)
        return
    try:
        with store.db.atomic():
            store.release(log)
            store.settle(log)
            store.refresh(log)
        store.shelf.file.note()
    except (sqlite3.Error, UnicodeError) as error:
        raise NotSaved(why_not(error)) from error


def recover(store: Store) -> None:
    """Let all forks of a file be read by the rule: a crash left no time for it."""
    for log in store.forked():
        store.end(log)
        leave(store, log)
