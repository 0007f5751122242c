"""What is wrong with a file: acts that changed, are missing or stray; tables that differ."""

from collections.abc import Iterator

from facilitator.log.history import fold
from facilitator.record import tables
from facilitator.record.branches import Branch, base, branches
from facilitator.record.headings import LOST, Line, claims, end_of, lost, name_of
from facilitator.record.opening import Unreadable
from facilitator.record.shelf import reading
from facilitator.record.store import Store, entry_of


def faults(store: Store) -> list[str]:
    """Return what is wrong with the file, a sentence each; nothing for a sound one."""
    try:
        with reading():
            pages = [text for (text,) in store.connection.execute("pragma integrity_check")]
            if pages != ["ok"]:
                return [f"The file is damaged: {pages[0]}."]
            return list(_faults(store))
    except Unreadable as fault:
        return [str(fault)]


def _faults(store: Store) -> Iterator[str]:
    if store.shelf.file.lacks_log:
        yield f"{store.path.name}-wal is not beside the file: its last acts may be missing."
    if store.shelf.file.has_foreign_log:
        yield f"{store.path.name}-wal beside the file is not of this file: it was not read."
    logs = store.shelf.logs()
    for log in dict.fromkeys(map(base, [*store.shelf.listed(), *store.shelf.headed()])):
        if log not in logs:
            yield f"Session {log}: its log is missing."
    for log in logs:
        acts = list(acts_at_fault(store, log))
        yield from acts
        if store.has(log):
            yield from _lines(store, log)
            if not acts:
                yield from _tables(store, store.branch(log)._replace(name=log))


def acts_at_fault(store: Store, log: str) -> Iterator[str]:
    """Yield which acts of a log and its branches cannot be read, or are not there."""
    if not store.has(log):
        yield f"Session {log}: no log has such a name; its acts are damaged."
        return
    rows, kept = store.rows(log), store.log_table.lines(log)
    ways = branches(log, rows)
    own = store.own(log, ways)
    for way in ways:
        yield from _broken(way._replace(name=name_of(log, way, own)))
    read = {row for way in ways for row in way.rows}
    acts = {row.digest for row in read}
    for row in rows:
        if row not in read and row.digest not in acts:
            yield f"Session {log}: act {row.n} is damaged."
    for end in lost(ways, claims(log, ways, kept)):
        name = next(line.name for line in kept if line.end == end)
        last = max((end_of(way)[0] for way in ways if way.name == name), default=end.length - 1)
        yield f"Session {name}: {_acts(min(last + 1, end.length), end.length)} missing."


def _lines(store: Store, log: str) -> Iterator[str]:
    """Yield where the table of logs says something else than the acts do."""
    ways = store.branches(log)
    right = store.right_lines(log, ways, store.own(log, ways))
    kept = {line.name: line for line in store.log_table.lines(log)}
    gone = lost(ways, claims(log, ways, kept.values()))
    for name in sorted(right.keys() | kept.keys()):
        line, should = kept.get(name), right.get(name)
        if line is None:
            agrees = should is not None and should.what.role == LOST  # another line has this end
        else:
            ends = [*gone, should.end] if should else gone
            agrees = line.end in ends and (should is None or line.what == should.what)
        if not agrees:
            yield f"Session {name}: the table log {_differs(line, should)}."


def _differs(line: Line | None, should: Line | None) -> str:
    if line is None or should is None:
        known = line or should
        does = "lacks what is" if line is None else "has what is not"
        return f"{does} in the log, up to act {known.end.length}" if known else ""
    if line.what != should.what:
        return "does not agree with act 1"
    if line.end.length == should.end.length:
        return f"ends with another act {line.end.length} than the log"
    return f"ends with act {line.end.length}, and the log with act {should.end.length}"


def _broken(branch: Branch) -> Iterator[str]:
    """Yield the acts of a branch that are damaged or missing."""
    what, place = f"Session {branch.name}", 1
    for row in branch.rows:
        if row.n > place:
            yield f"{what}: {_acts(place, row.n - 1)} missing."
        if not row.is_whole or row.n in branch.loose:
            yield f"{what}: act {row.n} is damaged."
        place = row.n + 1


def _acts(first: int, last: int) -> str:
    return f"act {first} is" if first == last else f"acts {first} to {last} are"


def _tables(store: Store, branch: Branch) -> Iterator[str]:
    state = fold(map(entry_of, branch.rows))
    for table in tables.TABLES:
        columns = ", ".join(table.columns)
        kept = store.connection.execute(
            f"select {columns} from {table.name} where session = ?", [branch.name]
        )
        right = table.rows(branch.name, table.items(state)).values()
        if sorted(map(repr, kept)) != sorted(map(repr, right)):
            yield f"Session {branch.name}: the table {table.name} does not agree with the log."
