"""Two laptops that went on from one copy: which acts are the log, and which are a branch of it.

Pure: rows in, branches out, whatever the order in which the rows came into the file.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from facilitator.record.chain import Row, root

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
    on as the log. An act behind a hole follows whatever reaches furthest before it.
    """
    every = sorted(rows, key=lambda row: (row.n, row.at, row.digest, row.chain))
    if all(one.n < two.n for one, two in pairwise(every)):  # as nearly always
        return [Branch(log, tuple(every), loose=_loose(log, every))]
    return list(_ways(log, _without_strays(log, every)))


def holding(ways: Sequence[Branch], length: int, head: bytes) -> Branch | None:
    """Return the branch in which the act with this number and chain stands, the log first."""
    return next(
        (way for way in ways if any(r.n == length and r.chain == head for r in way.rows)), None
    )


def _loose(log: str, rows: Sequence[Row]) -> frozenset[int]:
    """Return the acts whose chain does not fit to the act before; behind a hole nothing can."""
    loose, before, n = set(), root(log), 0
    for row in rows:
        if row.n == n + 1 and not row.follows(before):
            loose.add(row.n)
        before, n = row.chain, row.n
    return frozenset(loose)


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


def _without_strays(log: str, rows: Sequence[Row]) -> list[Row]:
    """Leave out what a flipped bit made of an act, where the act itself is here as well."""
    here = linked(log, rows)
    known = {row.n for row in here}
    return [row for row in rows if row in here or row.n not in known]


class _Node(NamedTuple):
    row: Row
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
                other_name = f"{log}{MARK}{other.row.chain.hex()[:8]}"
                shared = path[-1].row.n if path else 0
                waiting.append((other_name, [*path, other], other.after, shared))
            path.append(first)
            after = first.after
        loose = frozenset(node.row.n for node in path if node.is_loose)
        yield Branch(name, tuple(node.row for node in path), parted, loose)


def _tree(log: str, rows: Sequence[Row]) -> list[_Node]:
    """Return the acts that begin the log, each with those that follow it."""
    top: list[_Node] = []
    by_n: dict[int, list[_Node]] = defaultdict(list)
    current = last = 0  # the number that is looked at, and the one before it that is here
    for row in rows:
        if row.n != current:
            current, last = row.n, current
        before = [node for node in by_n[row.n - 1] if row.follows(node.row.chain)]
        fits = bool(before) or (row.n == 1 and row.follows(root(log)))
        node = _Node(row, not fits and last == row.n - 1, [])
        parents = before or by_n[last]
        (parents[0].after if parents else top).append(node)
        by_n[row.n].append(node)
    return top
