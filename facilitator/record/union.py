"""Taking in another file: the union of the rows of both, in whatever order files come.

A row that is here stays; a damaged one gives way to a whole one, and what was struck stays struck.
Two laptops that went on from one copy are a fork: both branches are kept, and a person decides.
"""

import sqlite3
from collections.abc import Iterable
from typing import NamedTuple

from facilitator.faults import Fault
from facilitator.log.heading import Heading, heading
from facilitator.log.state import State
from facilitator.record.branches import MARK, Branch, base, branches, holding, linked
from facilitator.record.chain import Row
from facilitator.record.checking import broken
from facilitator.record.cleaning import clean
from facilitator.record.opening import Unreadable
from facilitator.record.shelf import reading
from facilitator.record.store import End, NotSaved, Store, event_of, why_not
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
    if not logs:
        raise NotTaken(f"There is no session in {other.path.name}.")
    held = set(store.shelf.running())
    for log in store.kept_ends - held:
        store.release(log)
    admission = Admission(store, other)
    try:
        with store.db.atomic():
            taken = [_take(store, other, log, admission) for log in logs]
            lost = admission.finish()
    except (sqlite3.Error, UnicodeError) as error:
        raise NotSaved(why_not(error)) from error
    if lost:  # words that were here
        clean(store, lost)
    return taken


def _take(store: Store, other: Store, log: str, admission: Admission) -> Outcome:
    try:
        theirs = other.rows(log)
    except Unreadable as fault:
        return Outcome(log, "", REFUSED, left=(str(fault),))
    ways = branches(log, theirs)
    whole = [row for row in linked(log, theirs) if row.is_whole]
    ours = store.rows(log)
    title = _title(whole or ours)
    end = other.shelf.end(log)
    lengths = [end[0], *(0 for _ in ways[1:])]
    faults = (broken(*pair) for pair in zip(ways, lengths, strict=True))
    left = tuple(sentence for sentences in faults for sentence in sentences)
    if MARK in log or not whole:
        return Outcome(log, title, REFUSED, left=left or (f"Session {log}: it has no first act.",))
    known = {(row.n, row.chain): row for row in ours}
    coming = [row for row in whole if _is_news(row, known)]
    if not coming:
        return Outcome(log, title, KNOWN, left=left)
    before = store.state(log) if ours else State()
    forks = len(branches(log, ours)) if ours else 1
    for row in coming:
        mine = known.get((row.n, row.chain))
        store.insert(log, admission.admitted(log, row, mine))
    now = settle(store, log, [End(*other.shelf.end(name)) for name in _names(other, log)])
    store.refresh(log, before)
    new = [row for row in coming if (row.n, row.chain) not in known]
    what = NEW if not ours else FORK if len(now) > forks else LONGER
    return Outcome(log, title, what, len(new), left)


def settle(store: Store, log: str, ends: Iterable[End] = ()) -> list[Branch]:
    """Write what a log and its branches are, and where each ends; return them.

    The log that a window goes on writing keeps its own end until it is left.
    """
    ways = branches(log, store.rows(log))
    known = [End(*store.shelf.end(name)) for name in _names(store, log)]
    claims = [end for end in (*known, *ends) if end.length]
    first = ways[0].rows[0]
    what = heading(event_of(first.kind, first.data)) if first.n == 1 else Heading()
    for way in ways:
        if way is not ways[0] or log not in store.kept_ends:
            of = what if way is ways[0] else Heading("part", log, what.series, "branch", what.table)
            store.put_heading(way.name, of, _end(way, ways, claims))
    gone = set(_names(store, log)) - {way.name for way in ways}
    for name in gone:  # a fork was one only while an act was missing
        store.db.execute("delete from log where id = ?", [name])
    return ways


def _end(way: Branch, ways: list[Branch], claims: Iterable[End]) -> End:
    """Return where a branch ends: at its last act, or where a file says that it once ended."""
    last = way.rows[-1]
    lost = [end for end in claims if way is ways[0] and holding(ways, *end) is None]
    return max([End(last.n, last.chain), *lost])


def _names(store: Store, log: str) -> list[str]:
    return [name for name in store.shelf.headed() if base(name) == log]


def _is_news(row: Row, known: dict[tuple[int, bytes], Row]) -> bool:
    mine = known.get((row.n, row.chain))
    return mine is None or not mine.is_whole or joined(mine, row) != mine


def _title(rows: Iterable[Row]) -> str:
    first = next((row for row in rows if row.n == 1), None)
    event = event_of(first.kind, first.data) if first else None
    return str(getattr(event, "title", ""))


def leave(store: Store, log: str) -> None:
    """Let a log be read by the rule again, once nobody goes on writing it here."""
    if log not in store.kept_ends:
        return
    if len(_names(store, log)) == 1:
        store.release(log)
        return
    try:
        with store.db.atomic():
            before = store.state(log)
            store.release(log)
            settle(store, log)
            store.refresh(log, before)
    except (sqlite3.Error, UnicodeError) as error:
        raise NotSaved(why_not(error)) from error
