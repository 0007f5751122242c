"""What an act costs, from the verb to the durable row."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path
from statistics import median

from facilitator.record.chain import Row, root, written
from facilitator.record.schema import EVENT, LOG
from tests.bench import long_evening
from tests.bench.result import Result, took

ROUNDS = 40  # of ten acts each
SETTINGS = (
    "locking_mode = exclusive",
    "journal_mode = wal",
    "synchronous = extra",
    "fullfsync = on",
    "checkpoint_fullfsync = on",
    "wal_autocheckpoint = 100",
)


def an_act_and_a_bare_insert(folder: Path) -> Iterator[Result]:
    """Take turns: a verb of the session, then plain sqlite3 that writes such a row, as durable."""
    session, clock = long_evening.begin(folder / "act.db", 100)
    acts: dict[str, list[float]] = defaultdict(list)
    bare: list[float] = []
    with closing(session.store), closing(_bare(folder / "bare.db")) as connection:
        for n, (kind, verb) in enumerate(islice(long_evening.acts(), ROUNDS * 10)):
            clock.advance(7)
            acts[kind].append(took(verb, session))
            row = written(
                n, clock(), "SpeakerQueued", '{"person":"p7","kind":"speak"}', root("long")
            )
            bare.append(took(_insert, connection, row))
    kinds = {kind: median(times) for kind, times in acts.items()}
    yield Result(
        "an act / a bare insert",
        median(kinds.values()) / median(bare),
        2.0,
        "×",
        f"bare {median(bare):.2f} ms; " + _told(kinds),
    )


def an_act_late_and_early(folder: Path) -> Iterator[Result]:
    """Take turns: an act with 10,000 events behind it, and one with 100."""
    early, late = defaultdict(list), defaultdict(list)
    long, clock = long_evening.begin(folder / "late.db", 10_000)
    going_on = long_evening.acts()
    with closing(long.store):
        for part in range(4):
            short, other = long_evening.begin(folder / f"early{part}.db", 100)
            with closing(short.store):
                for n, (kind, verb) in enumerate(islice(long_evening.acts(), ROUNDS * 10 // 4)):
                    clock.advance(7)
                    other.advance(7)
                    _, same = next(going_on)
                    pairs = [(early[kind], verb, short), (late[kind], same, long)]
                    for times, act, session in pairs[:: 1 if n % 2 else -1]:
                        times.append(took(act, session))
    medians = {kind: (median(early[kind]), median(late[kind])) for kind in early}
    before, after = (median(t for times in of.values() for t in times) for of in (early, late))
    ratios = {kind: b / a for kind, (a, b) in medians.items()}
    detail = f"{before:.2f} → {after:.2f} ms; {_told(ratios)}"
    yield Result("an act after 10,000 events / after 100", after / before, 1.3, "×", detail)


def undo_after_10_000_events(folder: Path) -> Iterator[Result]:
    session, _ = long_evening.begin(folder / "undo.db", 10_000)
    with closing(session.store):
        times = [took(session.undo) for _ in range(300)]  # past a snapshot
    detail = f"slowest of 300 in a row {max(times):.1f} ms"
    yield Result("undo after 10,000 events", median(times), 30, "ms", detail)


def _bare(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    for setting in SETTINGS:
        connection.execute(f"pragma {setting}").fetchall()
    connection.execute(EVENT)
    connection.execute(LOG)
    connection.execute("insert into log values ('long', 'session', '', '', '', 0, 0, x'00')")
    return connection


def _insert(connection: sqlite3.Connection, row: Row) -> None:
    """Write an act as the product does, in one transaction: the row, and where the log ends."""
    connection.execute("begin")
    connection.execute("insert into event values ('long', ?, ?, ?, ?, ?, ?, ?)", row)
    connection.execute("update log set length = ?, head = ? where id = 'long'", (row.n, row.chain))
    connection.execute("commit")


def _told(figures: dict[str, float]) -> str:
    return ", ".join(f"{kind} {figure:.2f}" for kind, figure in figures.items())
