"""What is wrong with a file: acts that changed, are missing or stray; tables that differ."""

from collections.abc import Iterator

from facilitator.log.history import fold
from facilitator.record import tables
from facilitator.record.branches import Branch
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
    listed, logs = store.shelf.listed(), store.shelf.logs()
    for log in (log for log in listed if log not in logs):
        yield f"Session {log}: its log is missing."
    for log in logs:
        own = store.branch(log)._replace(name=log)  # a window may go on with another than the first
        acts = list(broken(own, store.shelf.end(log)[0]))
        yield from acts
        for branch in store.branches(log):
            if branch.rows != own.rows:
                yield from broken(
                    branch, 0 if branch.name == log else store.shelf.end(branch.name)[0]
                )
        if not acts and log in store.shelf.sessions():
            yield from _tables(store, own)


def broken(branch: Branch, length: int = 0) -> Iterator[str]:
    """Yield the acts of a log that cannot be read; it should have so many."""
    what, place = f"Session {branch.name}", 1
    for row in branch.rows:
        if row.n > place:
            yield f"{what}: {_acts(place, row.n - 1)} missing."
        if not row.is_whole or row.n in branch.loose:
            yield f"{what}: act {row.n} is damaged."
        place = row.n + 1
    if length >= place:
        yield f"{what}: {_acts(place, length)} missing."


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
