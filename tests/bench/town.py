"""A town meeting: what it costs to take in the files of a hundred tables."""

import random
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from facilitator.record.checking import faults
from facilitator.record.files import store_at
from facilitator.record.union import merge
from facilitator.session import Session
from tests.bench.crowd import GIVEN, GROUPS, families
from tests.bench.result import Result, took
from tests.clock import Clock
from tests.evening import MEETING

TABLES, SEATS = 100, 10
AGENDA = [
    {"id": f"Q{n}", "title": f"Table question {n}", "kind": "small_group", "minutes": 30}
    for n in (1, 2, 3)
]
TEXT = "The street is dark after nine, and nobody has called us back about it for weeks"


def merging_100_tables(folder: Path) -> Iterator[Result]:
    """Take in table after table, each durable, into the file of the plenary."""
    files = [_table(folder, number, list(_people(number))) for number in range(1, TABLES + 1)]
    rng = random.Random(1)
    rng.shuffle(files)
    plenary = folder / "plenary.db"
    everybody = [row for number in range(1, TABLES + 1) for row in _people(number)]
    with closing(store_at(plenary)) as store:
        session = Session(store, "town", Clock())
        session.plan(MEETING, everybody, AGENDA)
        for row in everybody[:200]:
            session.arrive(row["id"])
        times = [took(_take_in, store, path) for path in files]
        assert faults(store) == []
        acts = sum(len(store.rows(log)) for log in store.shelf.logs())
    detail = f"{acts} acts by then; the slowest file {max(times):.0f} ms"
    yield Result(f"merging {TABLES} table files", sum(times), 5_000, "ms", detail)


def _take_in(store: Any, path: Path) -> None:
    with closing(store_at(path, read_only=True)) as other:
        merge(store, other)


def _people(table: int) -> Iterator[dict[str, Any]]:
    names = list(families())
    for seat in range(SEATS):
        n = (table - 1) * SEATS + seat
        yield {
            "id": f"p{n}",
            "name": f"{GIVEN[n % len(GIVEN)]} {names[n]}",
            "groups": [GROUPS[n % len(GROUPS)]],
            "table": table,
        }


def _table(folder: Path, number: int, people: list[dict[str, Any]]) -> Path:
    """Play an evening at one table: ten people, three questions, notes and a promise or two."""
    path, rng, clock = folder / f"table-{number}.db", random.Random(number), Clock()
    with closing(store_at(path)) as store:
        store.db.execute("pragma synchronous = off").fetchall()
        session = Session(store, f"town-table-{number}", clock)
        session.plan({**MEETING, "part_of": "town", "table": number}, people, AGENDA)
        for row in people:
            session.arrive(row["id"])
        for part in AGENDA:
            session.start_segment(part["id"])
            for _ in range(rng.randint(2, 8)):
                clock.advance(rng.randint(20, 300))
                session.note(f"{TEXT} ({rng.randrange(1000)})", "concern", table=number)
        for _ in range(rng.randint(0, 5)):
            session.commit("Walk together every month", owner=rng.choice(people)["name"])
        session.end_session()
    return path
