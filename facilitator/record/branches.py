"""Two laptops that went on from one copy: which acts are the log, and which are a branch of it.

Pure: rows in, branches out, whatever the order in which the rows came into the file.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby, pairwise
from typing import NamedTuple

from facilitator.record.chain import Row, chained, root

MARK = "~"  # between the id of a log and the name of a branch: no id of a log holds one


class Branch(NamedTuple):
    """A way through the rows of a log, from its first act to the last of this branch."""

    name: str  # the log's own id for the one that is read as the log, else "<log>~1f2e3d4c"
    rows: tuple[Row, ...]
    parted: int = 0  # the last act that it shares with the log; 0 for the log itself
    loose: frozenset[int] = frozenset()  # acts that do not follow from the one before them


def base(name: str) -> str:
    """Return the id of the log that a branch belongs to; of a log that is its own."""
    return name.partition(MARK)[0]


def branches(log: str, rows: Iterable[Row]) -> list[Branch]:
    """Return the ways through the rows of a log; the one that is read as the log comes first.

    Where two acts have one number, the one that was done earlier (then: the smaller digest) goes
    on as the log. An act behind a hole goes on from an end before it, the nearest one.
    """
    every = sorted(rows, key=lambda row: row.n)
    if all(one.n < two.n for one, two in pairwise(every)):  # as nearly always
        return [Branch(log, tuple(every), loose=_loose(log, every))]
    every.sort(key=lambda row: (row.n, row.at, row.digest, row.chain))
    return list(_ways(log, _without_strays(log, every)))


def holding(ways: Sequence[Branch], length: int, head: bytes) -> Branch | None:
    """Return the branch in which the act with this number and chain stands, the log first."""
    return next(
        (way for way in ways if any(r.n == length and r.chain == head for r in way.rows)), None
    )


def _loose(log: str, rows: Sequence[Row]) -> frozenset[int]:
    """Return the acts whose chain does not fit to the act before; behind a hole nothing can."""
    befores = chain([root(log)], (row.chain for row in rows))
    if rows and rows[-1].n == len(rows) and all(map(Row.follows, rows, befores)):
        return frozenset()
    loose, n = set(), 0
    before: tuple[bytes, ...] = (root(log),)
    for row in rows:
        fits = any(map(row.follows, before))
        if row.n == n + 1 and not fits:
            loose.add(row.n)
        if row.n > 0:
            before, n = _chains(row, () if fits or row.n > n + 1 else before), row.n
    return frozenset(loose)


def _chains(row: Row, before: Iterable[bytes]) -> tuple[bytes, ...]:
    """Return what the next act may follow: the chain of a row that fits, and what it should be."""
    return row.chain, *(chained(one, row.digest) for one in before)


def linked(log: str, rows: Iterable[Row]) -> set[Row]:
    """Return the rows whose chain fits to an act before or behind them: they belong here."""
    by_n: dict[int, list[Row]] = defaultdict(list)
    for row in rows:
        by_n[row.n].append(row)
    found = {row for row in by_n[1] if row.follows(root(log))}
    for n in sorted(by_n):
        for row in by_n[n]:
            for after in by_n.get(n + 1, ()):
                if after.follows(row.chain):
                    found |= {row, after}
    return found


def mended(log: str, rows: Sequence[Row], heads: Iterable[bytes]) -> list[Row]:
    """Return the rows, with the right chain where only that was damaged and another one proves it.

    The act behind it tells what it was, or else one of the heads that were written with the acts.
    """
    here, known = linked(log, rows), set(heads)
    by_n: dict[int, list[Row]] = defaultdict(list)
    for row in rows:
        by_n[row.n].append(row)

    def proven(row: Row) -> Row:
        before = [root(log)] if row.n == 1 else [other.chain for other in by_n[row.n - 1]]
        for right in (chained(other, row.digest) for other in before):
            if right in known or any(after.follows(right) for after in by_n[row.n + 1]):
                return row._replace(chain=right)
        return row

    return [row if row in here or not row.is_whole else proven(row) for row in rows]


def _without_strays(log: str, rows: Sequence[Row]) -> list[Row]:
    """Leave out what a flipped bit made of an act, where the act itself is here as well.

    A whole act of its own stays, though the one before it may be missing.
    """
    here = linked(log, rows)
    numbers, acts = {row.n for row in here}, {(row.n, row.digest) for row in here}

    def is_stray(row: Row) -> bool:
        if row in here or row.n not in numbers:
            return False
        return (row.n, row.digest) in acts or not row.is_whole

    return [row for row in rows if not is_stray(row)]


class _Node(NamedTuple):
    row: Row
    chains: tuple[bytes, ...]  # of these the next act follows one
    is_loose: bool
    after: list["_Node"]  # in order: the first goes on as the log


def _ways(log: str, rows: Sequence[Row]) -> Iterator[Branch]:
    """Yield the ways through a tree of acts; each fork begins a way with a name of its own."""
    waiting: list[tuple[str, list[_Node], list[_Node], int]] = [(log, [], _tree(log, rows), 0)]
    while waiting:
        name, path, after, parted = waiting.pop(0)
        while after:
            first, *others = after
            for other in others:
                other_name = f"{log}{MARK}{other.chains[0].hex()[:8]}"
                shared = path[-1].row.n if path else 0
                common = shared if name == log else parted  # of a fork inside a fork: its branch's
                waiting.append((other_name, [*path, other], other.after, common))
            path.append(first)
            after = first.after
        loose = frozenset(node.row.n for node in path if node.is_loose)
        yield Branch(name, tuple(node.row for node in path), parted, loose)


def _tree(log: str, rows: Sequence[Row]) -> list[_Node]:
    """Return the acts that begin the log, each with those that follow it."""
    start = _Node(Row(0, 0, "", "", b"", root(log)), (root(log),), False, [])
    every, last = [start], [start]
    right = dict(zip(rows, mended(log, rows, ()), strict=True))
    for n, level in groupby(rows, key=lambda row: row.n):
        before = last if last[0].row.n == n - 1 else []
        unfitting, new = list[Row](), list[_Node]()
        for row in level:
            fits = right[row].follows
            parent = next((node for node in before if any(map(fits, node.chains))), None)
            if parent is None:
                unfitting.append(row)
            else:
                new.append(_put(row, parent, (right[row].chain,), right[row] != row))
        for row in unfitting:
            parent = _guess(every, n)
            chains = _chains(row, parent.chains if parent.row.n == n - 1 else ())
            new.append(_put(row, parent, chains, is_loose=bool(before)))
        every += new
        last = new
    return start.after


def _put(row: Row, parent: _Node, chains: tuple[bytes, ...], is_loose: bool) -> _Node:
    """Hang an act behind another; those behind one act stand in the order of the fork's rule."""
    node = _Node(row, chains, is_loose, [])
    parent.after.append(node)
    parent.after.sort(key=lambda node: (node.row.at, node.row.digest, node.row.chain))
    return node


def _guess(every: Sequence[_Node], n: int) -> _Node:
    """Return what an act number n goes on from whose chain fits to none: the nearest end before it.

    Where the act before it is here and nothing follows, one of the two has a damaged chain. Else
    the act before it is missing.
    """
    ends = [node for node in every if not node.after and node.row.n < n]
    nearest = max(ends, key=lambda node: node.row.n, default=None)
    if nearest is not None:
        return nearest
    before = (node for node in every if node.row.n < n - 1)
    return max(before, key=lambda node: node.row.n, default=every[0])
