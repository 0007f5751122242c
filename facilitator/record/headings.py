"""What the table of logs says of a log and its branches: all of it follows from the acts.

But one thing: where a log once ended, of whose end the acts were lost. Such ends are kept until
the acts come back, whatever the order in which copies come in.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from facilitator.log.heading import Heading
from facilitator.record.branches import MARK, Branch
from facilitator.record.chain import MOST, SIZE

BRANCH, LOST = "branch", "lost"  # roles: a way that went on elsewhere; an end without its acts


class End(NamedTuple):
    """Where a log ends, as it was written with its last act: later acts go on from there."""

    length: int
    head: bytes

    @property
    def can_be(self) -> bool:
        """Say whether a log can end so; else somebody wrote something into the file."""
        return 0 < self.length <= MOST and len(self.head) == SIZE


class Line(NamedTuple):
    """A row of the table of logs."""

    name: str
    what: Heading
    end: End


def end_of(way: Branch) -> End:
    """Return where the acts of a branch end."""
    return End(way.rows[-1].n, way.rows[-1].chain)


def last_whole(ways: Sequence[Branch]) -> End | None:
    """Return where the whole acts of the first branch end, whatever the table of logs says."""
    rows = [row for way in ways[:1] for row in way.rows if row.is_whole]
    return End(rows[-1].n, rows[-1].chain) if rows else None


def claims(log: str, ways: Sequence[Branch], kept: Iterable[Line]) -> set[End]:
    """Return the ends beyond its acts that a file tells of a log, from its table of logs.

    What a flipped bit made of a line is none: an end whose acts are gone has a chain of its own.
    """
    rows = {way.name: way.rows for way in ways}

    def is_here(end: End) -> bool:
        return any(r.chain == end.head and r.is_whole for way in ways for r in way.rows)

    def counts(line: Line) -> bool:
        if not line.end.can_be or is_here(line.end):
            return False
        if line.what.role == LOST:
            return line.name == _lost(log, line.end)
        whole = (row.n for row in reversed(rows.get(line.name, ())) if row.is_whole)
        return line.end.length > next(whole, 0)

    return {line.end for line in kept if counts(line)}


def lost(ways: Iterable[Branch], ends: Iterable[End]) -> list[End]:
    """Return those ends of which the acts are not here, the furthest last."""
    rows = {row for way in ways for row in way.rows}
    here = {(row.n, row.chain) for row in rows}

    def is_followed(end: End) -> bool:
        """Say whether acts went on from there: the hole is seen by their numbers."""
        return any(row.n == end.length + 1 and row.follows(end.head) for row in rows)

    return sorted(end for end in ends if end not in here and not is_followed(end))


def lines(
    log: str, what: Heading, ways: Sequence[Branch], own: Branch, ends: Iterable[End]
) -> list[Line]:
    """Return what the table of logs says: of the log, its other branches, and of lost ends.

    `own` is read as the log: the first of the ways, or that with which a window goes on. A lost
    end is the end of the log while there is no other branch that it may belong to.
    """
    open_ends, end = lost(ways, ends), end_of(own)
    if len(ways) == 1 and open_ends and open_ends[-1].length > end.length:
        end = open_ends.pop()
    branch, gone = (Heading("part", log, what.series, role, what.table) for role in (BRANCH, LOST))
    return [
        Line(log, what, end),
        *(Line(name_of(log, w, own), branch, end_of(w)) for w in ways if end_of(w) != end_of(own)),
        *(Line(_lost(log, open_end), gone, open_end) for open_end in open_ends),
    ]


def name_of(log: str, way: Branch, own: Branch) -> str:
    """Return the name of a branch, when `own` is read as the log."""
    if end_of(way) == end_of(own):
        return log
    if way.name != log:
        return way.name
    shared = {row.chain for row in own.rows}
    first = next(row for row in way.rows if row.chain not in shared)
    return f"{log}{MARK}{first.chain.hex()[:8]}"


def _lost(log: str, end: End) -> str:
    return f"{log}{MARK}{end.head.hex()[:8]}"
