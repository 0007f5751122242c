"""Erasing a person: what the file knows of them goes wherever they are the same person."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from facilitator.faults import Fault
from facilitator.log.words_of import Path, without
from facilitator.record.acts import Act, Item, acts_of, items_of
from facilitator.record.branches import base
from facilitator.record.chain import Row
from facilitator.record.store import Store
from facilitator.record.strike import joined, struck
from facilitator.record.sweeping import Who, all_of, same_people, swept, whose
from facilitator.room.folding import fold_name, folded, words_of
from facilitator.striking.mentions import Seeker, mentions, names_of, people_in
from facilitator.striking.plan import (
    Done,
    Plan,
    all_acts,
    carry_out,
    reason_code,
    session_of,
)
from facilitator.striking.verbs import blanked, has_words, in_words

Acts = Mapping[str, list[Act]]


def erase(
    store: Store, log: str, person: str, reason: str, day: str, with_mentions: bool = False
) -> Done:
    """Erase somebody for good, by id or name, or raise a Fault and change nothing."""
    return carry_out(store, would_erase(store, log, person, reason, day, with_mentions))


def would_erase(
    store: Store, log: str, person: str, reason: str, day: str, with_mentions: bool = False
) -> Plan:
    """Return what would be erased, or raise a Fault."""
    reason_code(reason)
    session_of(store, log)
    acts = all_acts(store)
    named = base(log), _person(acts[base(log)], base(log), person)
    who = all_of(named, same_people(acts))
    names = names_of(who, acts)
    theirs = list(_theirs(who, names, acts))
    marked = _rows(act for item in theirs for act in item.acts)
    people = dict.fromkeys(who, day)
    strikes = {
        own: [blanked(act, reason, day) for act in those if act.makes or has_words(act)]
        for own, those in marked.items()
    }
    left = _left(acts, strikes, people)
    found = list(mentions(_seeker(who, names, acts), _near(who, left)))
    if with_mentions:
        chosen = [(act, at) for mention, act, at in found if mention.sure]
        for own, rows in _of_mentions(left, chosen, reason, day).items():
            strikes.setdefault(own, []).extend(rows)
    return Plan(
        f"person {named[1]} of the session {log}",
        reason,
        day,
        strikes,
        people,
        tuple(f"{in_words(item.making)} ({item.ref.log})" for item in theirs),
        tuple(dict.fromkeys(mention for mention, *_ in found)),
        with_mentions,
        tuple(_ids_with(names, who)),
    )


def _person(acts: Iterable[Act], log: str, named: str) -> str:
    """Return the id of somebody who is named by id, or by a name that nobody else has."""
    known: dict[str, set[str]] = defaultdict(set)
    for act in acts:
        for person, told in people_in(act):
            known[person].add(str(told.get("name") or ""))
    if named in known:
        return named
    meant = [i for i, names in known.items() if folded(named) in map(folded, names - {""})]
    if len(meant) > 1:
        raise Fault(f"several people are called {named}; say which by id: {', '.join(meant)}.")
    if not meant:
        raise Fault(f"there is nobody {named} in the session {log}.")
    return meant[0]


def _theirs(who: Collection[Who], names: Iterable[str], acts: Acts) -> Iterable[Item]:
    """Yield the notes and promises that are theirs, an owner on no list by the name alone."""
    own = {folded(name) for name in names}
    for log in _logs(who, acts):
        for item in items_of(log, acts[log]):
            told = whose(item)
            owners = {act.text("owner") for act in item.acts}
            owners |= {act.text("changes", "owner") for act in item.acts}
            by_name = not told and not own.isdisjoint(map(folded, owners - {""}))
            if by_name or any((log, person) in who for person in told):
                yield item


def _logs(who: Collection[Who], acts: Acts) -> list[str]:
    return [log for log in dict.fromkeys(log for log, _ in sorted(who)) if log in acts]


def _rows(acts: Iterable[Act]) -> dict[str, list[Act]]:
    found: dict[str, dict[int, Act]] = defaultdict(dict)
    for act in acts:
        found[act.log][id(act)] = act
    return {log: list(those.values()) for log, those in found.items()}


# Their name in other texts


def _left(acts: Acts, strikes: Mapping[str, list[Row]], people: Mapping[Who, str]) -> Acts:
    """Return the acts as they will be once the person is erased."""
    file = {log: [act.row for act in every] for log, every in acts.items()}
    file = {log: _after(rows, strikes.get(log, ())) for log, rows in file.items()}
    gone = swept(file, people).rows
    return {log: acts_of(log, _after(rows, gone.get(log, ()))) for log, rows in file.items()}


def _after(rows: Iterable[Row], strikes: Iterable[Row]) -> list[Row]:
    now = {(row.n, row.chain): row for row in strikes}
    return [now.get((row.n, row.chain), row) for row in rows]


def _near(who: Collection[Who], acts: Acts) -> Acts:
    """Return the acts of the logs that may speak of somebody: theirs, and those of the desk."""
    own = {*_logs(who, acts)}
    desks = {log for log, every in acts.items() if every and every[0].row.kind == "SittingBegun"}
    return {log: every for log, every in acts.items() if log in own | desks}


def _seeker(who: Collection[Who], names: Iterable[str], acts: Acts) -> Seeker:
    others = {
        (log, person)
        for log in _logs(who, acts)
        for act in acts[log]
        for person, _ in people_in(act)
    }
    return Seeker(names, names_of(others - {*who}, acts))


class _Field(NamedTuple):
    act: Act
    at: set[Path]


def _of_mentions(
    acts: Acts, chosen: Iterable[tuple[Act, Path]], reason: str, day: str
) -> dict[str, list[Row]]:
    """Return the rows that lose a text. A note or promise whose text goes, goes as a whole."""
    fields: dict[int, _Field] = {}
    for act, at in chosen:
        fields.setdefault(id(act), _Field(act, set())).at.add(at)
    rows: dict[str, list[Row]] = defaultdict(list)
    for act, places in fields.values():
        rows[act.log].append(struck(act.row, without(act.fields, places), [(day, reason)]))
    for log, every in acts.items():
        for item in items_of(log, every):
            heads = [fields[id(act)].at for act in item.acts if id(act) in fields]
            if any(head in places for places in heads for head in (("text",), ("changes", "text"))):
                rows[log].append(blanked(item.making, reason, day))
    return {log: _merged(those) for log, those in rows.items()}


def _merged(rows: Iterable[Row]) -> list[Row]:
    found: dict[tuple[int, bytes], Row] = {}
    for row in rows:
        known = found.get((row.n, row.chain))
        found[row.n, row.chain] = row if known is None else joined(known, row)
    return list(found.values())


def _ids_with(names: Iterable[str], who: Iterable[Who]) -> Iterable[str]:
    """Yield the ids that hold a word of the name: they stay, since other acts refer to them."""
    words = {word for name in names for word in words_of(name) if len(word) > 2}
    ids = dict.fromkeys(part for one in sorted(who) for part in one)
    return [ident for ident in ids if any(word in fold_name(ident) for word in words)]
