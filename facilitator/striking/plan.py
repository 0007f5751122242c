"""What a strike takes, worked out before anything is written; and how it is carried out."""

import sys
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from facilitator.faults import Fault
from facilitator.log.words_of import words_of
from facilitator.record.acts import Act, acts_of
from facilitator.record.branches import MARK, base
from facilitator.record.chain import Row
from facilitator.record.cleaning import Cleaned, clean
from facilitator.record.store import Store
from facilitator.record.striking import Struck
from facilitator.record.striking import strike as write
from facilitator.record.sweeping import Who
from facilitator.room.striking import REASONS


class Mention(NamedTuple):
    """A text that is somebody else's, and names a person who is erased."""

    log: str
    place: str  # in words: note N4, the title
    text: str
    sure: bool  # that it is this person, and that the text may go; it is only told otherwise


@dataclass(frozen=True)
class Plan:
    """A strike that can be looked at, and then carried out."""

    what: str  # in words
    reason: str
    day: str
    marked: Mapping[str, list[Row]]  # rows that are struck by it; what follows of them follows
    people: Mapping[Who, str] = field(default_factory=dict)
    items: tuple[str, ...] = ()  # notes and promises that go, in words
    mentions: tuple[Mention, ...] = ()
    with_mentions: bool = False
    ids: tuple[str, ...] = ()  # that hold the name, and stay
    also: tuple[str, ...] = ()  # what stays besides, a sentence each


class Done(NamedTuple):
    """What was done."""

    plan: Plan
    acts: int  # that lost words
    cleaned: Cleaned


def reason_code(reason: str) -> str:
    """Return a reason, or raise Fault: only a code is kept, since a sentence may tell the words."""
    if reason not in REASONS:
        codes = ", ".join(f"{code} ({words})" for code, words in REASONS.items())
        raise Fault(f"there is no such reason; choose one of these: {codes}.")
    return reason


def session_of(store: Store, log: str) -> str:
    """Return the id of a session of the file, or of a branch of one, or raise Fault."""
    known = store.shelf.sessions()
    branches = [name for name in store.shelf.headed() if MARK in name]
    if log in known or log in branches:
        return log
    held = ", ".join(known) or "none"
    raise Fault(f"{store.path} holds no session {log}; it holds {held}.")


def all_acts(store: Store) -> dict[str, list[Act]]:
    return {log: acts_of(log, store.rows(log)) for log in store.shelf.logs()}


def carry_out(store: Store, plan: Plan) -> Done:
    """Strike, or raise NotSaved and change nothing; then clean the file and its copies."""
    if store.shelf.read_only:
        raise Fault(f"{store.path} may only be read; nothing was struck.")
    before = {log: store.rows(log) for log in store.shelf.logs()}
    done = write(store, plan.marked, plan.people)
    lost = _lost(before, done)
    _clear_desk(store, done, lost)
    forget()
    logs = {*done.rows, *(log for log, _ in done.erased), *map(base, plan.marked)}
    return Done(plan, sum(map(len, done.rows.values())), clean(store, logs))


def _lost(before: Mapping[str, Iterable[Row]], done: Struck) -> set[str]:
    """Return the texts that the file has no more."""
    lost = set[str]()
    for log, rows in done.rows.items():
        now = {(row.n, row.chain): row for row in rows}
        was = [row for row in before[log] if (row.n, row.chain) in now]
        lost |= _texts(log, was) - _texts(log, now.values())
    return lost


def _texts(log: str, rows: Iterable[Row]) -> set[str]:
    acts = acts_of(log, rows)
    return {text for act in acts for _, text in words_of(act.row.kind, act.fields)}


LEAST = 4  # letters of a half-typed line that can be known again


def _clear_desk(store: Store, done: Struck, lost: Collection[str]) -> None:
    """Take half-typed lines off the desk that hold what was struck, or a part of it."""
    for log in store.shelf.logs():
        for name, line in store.drafts.of(log).items():
            typed = " ".join(line.split()).casefold()
            if len(typed) >= LEAST and any(_alike(typed, text) for text in lost):
                store.drafts.put_down(log, name, "")


def _alike(typed: str, text: str) -> bool:
    struck = " ".join(text.split()).casefold()
    return typed in struck or (len(struck) >= LEAST and struck in typed)


def forget() -> None:
    """Forget what this process has looked up: its caches are keyed by names and texts."""
    for name, module in list(sys.modules.items()):
        if name.startswith("facilitator."):
            for value in vars(module).values():
                if hasattr(value, "cache_clear"):
                    value.cache_clear()
