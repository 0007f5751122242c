"""What can be saved of a file that SQLite itself refuses: every act whose sums still fit.

The pages are read one by one. Acts that are gone stay gone, are named, and come back from any copy.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Any, NamedTuple

from facilitator.faults import Fault
from facilitator.log.heading import Heading
from facilitator.record.branches import MARK, linked
from facilitator.record.chain import DAY, NOTHING, SIZE, Row
from facilitator.record.checking import acts_at_fault
from facilitator.record.copies import put_in_place
from facilitator.record.files import store_at
from facilitator.record.headings import End, Line
from facilitator.record.migration import converted
from facilitator.record.opening import log_of
from facilitator.record.pages import records
from facilitator.record.store import Store
from facilitator.record.strike import joined
from facilitator.record.striking import sweep


class Saved(NamedTuple):
    """What came of one log."""

    log: str
    title: str
    acts: int
    lost: tuple[str, ...]  # what is missing, a sentence each


class Pieces:
    """What the pages of a file hold of ours, before it is known what of it fits together."""

    def __init__(self, found: Iterable[tuple[Any, ...]]) -> None:
        self.rows: dict[str, dict[tuple[int, bytes], Row]] = defaultdict(dict)
        self.ends: dict[str, list[tuple[Heading, End]]] = defaultdict(list)
        self.erased: set[tuple[str, str, str]] = set()
        self.old: dict[str, dict[int, tuple[Any, ...]]] = defaultdict(dict)  # of version 1
        for values in found:
            for read, shape in _SHAPES:
                if len(values) == len(shape) and all(map(isinstance, values, shape)):
                    read(self, *values)

    def act(self, log: str, n: int, chain: bytes, *rest: Any) -> None:
        at, kind, data, digest, struck = rest
        row = Row(n, at, kind, data, digest, chain, struck)
        if len(chain) == len(digest) == SIZE and MARK not in log and row.is_whole:
            known = self.rows[log].get((n, chain))
            self.rows[log][n, chain] = joined(known, row) if known else row

    def end(self, log: str, kind: str, parent: str, series: str, *rest: Any) -> None:
        role, table, length, head = rest
        end = End(length, head)
        if end.can_be:
            self.ends[log].append((Heading(kind, parent, series, role, table), end))

    def gone(self, log: str, person: str, day: str) -> None:
        if person and DAY.fullmatch(day):
            self.erased.add((log, person, day))

    def old_act(self, session: str, *row: Any) -> None:
        self.old[session][row[0]] = row

    def logs(self) -> Iterator[tuple[str, list[Row]]]:
        """Yield each log with the acts that belong to it."""
        for log, rows in self.rows.items():
            whole = linked(log, rows.values())
            heads = {end for _, end in self.ends[log]}  # vouch for a last act that stands alone
            whole |= {row for row in rows.values() if End(row.n, row.chain) in heads}
            if whole:
                yield log, sorted(whole)
        for log, old in self.old.items():
            every = converted(log, (old[n] for n in sorted(old)))
            whole = {row for row in every if row.digest != NOTHING}
            if whole and log not in self.rows:
                yield log, sorted(whole)


# How the rows of our tables lie in a page: the key first.
_SHAPES: tuple[tuple[Callable[..., None], tuple[type, ...]], ...] = (
    (Pieces.act, (str, int, bytes, int, str, str, bytes, str)),
    (Pieces.end, (str, str, str, str, str, int, int, bytes)),
    (Pieces.gone, (str, str, str)),
    (Pieces.old_act, (str, int, int, str, str, int)),
)


def salvage(path: Path, new: Path) -> list[Saved]:
    """Write what a damaged file still holds into a new one, and say of each log what came.

    Raise Fault if there is nothing, or where the new file cannot be.
    """
    if new.exists():
        raise Fault(f"{new} is there already; choose another name for what is saved.")
    pieces = Pieces(_records(path))
    logs = list(pieces.logs())
    if not logs:
        raise Fault(f"No act of a session can be read in {path}.")
    half = new.with_name(f"{new.name}.half")
    half.unlink(missing_ok=True)
    with closing(store_at(half)) as store:
        with store.db.atomic():
            for erased in sorted(pieces.erased):
                store.db.execute("insert or ignore into erased values (?, ?, ?)", erased)
            for log, rows in logs:
                _write(store, log, rows, pieces.ends[log])
            # What was struck may lie in the file as it was before, on a page that is out of use.
            sweep(store, {}, {(log, person): day for log, person, day in pieces.erased})
        store.rebuild()
        saved = [_told(store, log) for log, _ in logs]
    put_in_place(half, new)
    return saved


def _records(path: Path) -> Iterator[tuple[Any, ...]]:
    with ExitStack() as stack:
        if path.exists() and not path.is_dir() and not path.is_file():
            raise Fault(f"{path} cannot be read: it is no file.")  # a pipe would be waited for
        try:
            file = stack.enter_context(path.open("rb", buffering=0))
            wal = log_of(path)
            log = stack.enter_context(wal.open("rb", buffering=0)) if wal.exists() else None
        except OSError as error:
            raise Fault(f"{path} cannot be read: {error.strerror}.") from error
        yield from records(file, log)


def _write(store: Store, log: str, rows: list[Row], ends: list[tuple[Heading, End]]) -> None:
    store.insert(log, *rows)
    heading = next((known for known, _ in ends if known.kind), None)
    if heading is not None:  # its first act, which says what it is, may be gone
        store.log_table.put(Line(log, heading, End(rows[-1].n, rows[-1].chain)))
    store.settle(log, [end for _, end in ends])


def _told(store: Store, log: str) -> Saved:
    title = store.state(log).meeting.title
    return Saved(log, title, len(store.rows(log)), tuple(acts_at_fault(store, log)))
