"""What must hold no words, whatever comes in: items that were struck, people who were erased.

Pure: all rows of a file in, those rows out that lose words, in whatever order they came together.
An act of an item whose making was struck is struck with it; who is erased is so wherever they are
known to be the same. Whether an act was undone makes no difference: its words are in the file.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from facilitator.log.words_of import Path, without, words_of
from facilitator.record.acts import Act, Item, acts_of, items_of
from facilitator.record.branches import base
from facilitator.record.chain import Row, Strike
from facilitator.record.strike import Cause, earliest, struck
from facilitator.room.refs import Ref
from facilitator.room.striking import ERASURE

Who = tuple[str, str]  # a log, and somebody in it by id
File = Mapping[str, Iterable[Row]]  # all rows of a file, by log


class Swept(NamedTuple):
    rows: dict[str, list[Row]]  # those that lose words, as they are afterwards
    erased: dict[Who, str]  # everybody who is erased, under each id that they have, by day


def swept(file: File, erased: Mapping[Who, str]) -> Swept:
    """Return what has to be struck in a file of which these people are erased."""
    acts = {log: acts_of(log, rows) for log, rows in file.items()}
    everybody = _everybody(acts, erased)
    items = {log: items_of(log, those) for log, those in acts.items()}
    gone = dict(_gone(items, everybody))
    by_id: dict[Who, list[tuple[Ref, Cause]]] = defaultdict(list)
    for ref, cause in gone.items():
        by_id[ref.log, ref.id].append((ref, cause))
    causes: dict[int, list[Cause]] = defaultdict(list)  # by the identity of the act
    for log, those in items.items():
        for item in those:
            if item.ref in gone:
                for act in item.acts:
                    causes[id(act)].append(gone[item.ref])
        for act in acts[log]:
            causes[id(act)] += _elsewhere(act, by_id)
    rows: dict[str, list[Row]] = {}
    for log, every in acts.items():
        made = (_swept(act, causes.get(id(act), []), everybody) for act in every)
        if left := [row for row in made if row is not None]:
            rows[log] = left
    return Swept(rows, everybody)


def makes_none(act: Act) -> bool:
    """Say whether the words of what the act made were struck."""
    return bool(act.makes and act.row.struck and not act.text("text"))


# Which items are gone


def _gone(
    items: Mapping[str, Iterable[Item]], erased: Mapping[Who, str]
) -> Iterator[tuple[Ref, Cause]]:
    """Yield the items that are struck, and those that are an erased person's."""
    for log, those in items.items():
        for item in those:
            causes = [(erased[log, one], ERASURE) for one in whose(item) if (log, one) in erased]
            if makes_none(item.making):
                causes.append(Strike.read(item.making.row.struck)[:2])
            if causes:
                yield item.ref, earliest(causes)


def whose(item: Item) -> list[str]:
    """Return everybody of whom it was ever said that an item is theirs."""
    return [act.whose for act in item.acts if act.whose]


def _elsewhere(act: Act, gone: Mapping[Who, list[tuple[Ref, Cause]]]) -> list[Cause]:
    """Return why an act about items of other logs loses its words."""
    return [
        cause
        for ref in act.refs
        if base(ref.log) != act.log
        for item, cause in gone.get((base(ref.log), ref.id), ())
        if ref.of in ("", item.of)
    ]


# Who is erased


def _everybody(acts: Mapping[str, list[Act]], erased: Mapping[Who, str]) -> dict[Who, str]:
    """Return who is erased under each id: in the parts of a meeting, at other sessions.

    The earliest day of any of them counts for all.
    """
    found: dict[Who, str] = {}
    if not erased:
        return found
    same = same_people(acts)
    for one, day in sorted(erased.items(), key=lambda pair: pair[1]):
        for who in all_of(one, same):
            found.setdefault(who, day)
    return found


class Same(NamedTuple):
    """Who is known to be whom."""

    links: Mapping[Who, set[Who]]  # at other sessions, or a walk-in who was somebody on the list
    parts: Mapping[str, set[str]]  # of a meeting its tables, and the reverse: there an id is one


def same_people(acts: Mapping[str, list[Act]]) -> Same:
    """Return who is said to be the same person, in whichever act, undone or not."""
    links: dict[Who, set[Who]] = defaultdict(set)
    parts: dict[str, set[str]] = defaultdict(set)
    for log, those in acts.items():
        for act in those:
            if act.row.n == 1 and (meeting := act.text("part_of")):
                parts[meeting].add(log)
                parts[log].add(meeting)
            for one, other in _links(act):
                links[one].add(other)
                links[other].add(one)
    return Same(links, parts)


def all_of(one: Who, same: Same) -> set[Who]:
    """Return somebody under each id that they have in a file."""
    found, waiting = {one}, [one]
    while waiting:
        log, ident = who = waiting.pop()
        parts = {(part, ident) for part in same.parts.get(log, ())}
        near = {*same.links.get(who, ()), *parts} - found
        waiting += near
        found |= near
    return found


def _links(act: Act) -> Iterator[tuple[Who, Who]]:
    log = act.log
    if act.row.kind == "PeopleMerged":
        one, other = act.text("person"), act.text("into")
        if one and other:  # nobody is whom the acts that are about nobody name
            yield (log, one), (log, other)
    if there := act.text("changes", "same_as"):
        yield from _link(log, act.text("person"), there)
    for _, row in act.rows_of_people:
        yield from _link(log, row.get("id"), row.get("same_as"))


def _link(log: str, ident: Any, there: Any) -> Iterator[tuple[Who, Who]]:
    if isinstance(ident, str) and isinstance(there, str):
        ref = Ref.read(there)
        if ref.log and ref.id and ident:  # else it says that they are nobody of before
            yield (log, ident), (base(ref.log), ref.id)


# What is left of an act


def _swept(act: Act, causes: list[Cause], erased: Mapping[Who, str]) -> Row | None:
    """Return a row without the words that it must not hold, or None where it stays as it is."""
    causes = list(causes)
    if (act.log, act.person) in erased:
        causes.append((erased[act.log, act.person], ERASURE))
    words = [at for at, _ in words_of(act.row.kind, act.fields)] if causes else []
    for at, row in act.rows_of_people:
        who = act.log, str(row.get("id"))
        if who in erased:
            causes.append((erased[who], ERASURE))
            words += [one for one in _words(act) if one[:2] == at]
    if not causes or not (words or act.row.struck or act.makes):
        return None
    left = without(act.fields, set(words)) if words else act.fields
    new = struck(act.row, left, causes)
    return None if new == act.row else new


def _words(act: Act) -> list[Path]:
    return [at for at, _ in words_of(act.row.kind, act.fields)]
