"""Many laptops, as data: an evening, its tables and sittings, carried about, forked, struck, hurt.

Everything is chosen by the random numbers that are passed in, so a seed makes the same files again.
"""

import json
import random
import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch

from facilitator.desk import Desk
from facilitator.log.events import SittingBegun
from facilitator.record.chain import Row
from facilitator.record.files import store_at
from facilitator.record.store import Store
from facilitator.room.refs import Ref
from facilitator.session import Session
from tests.acts import BACK, EVERYTHING, do, random_act
from tests.clock import Clock
from tests.evening import AGENDA, MEETING, PEOPLE

VERBS = {**EVERYTHING, **BACK}
SITTING = SittingBegun("evenings-parable-falls", "Evenings", "Parable Falls")
MOMENTS = (0, 0, 1, 5)  # s between two acts: two laptops often act in the same millisecond
WORDS = ("text", "title", "name", "owner", "evidence", "venue")


@contextmanager
def opened(path: Path) -> Iterator[Store]:
    """Open a file without waiting for the disk."""
    with closing(store_at(path)) as store:
        store.connection.execute("pragma synchronous = off").fetchall()
        yield store


class World:
    """Laptops and what lies on them; each file is a copy of another with something done to it."""

    def __init__(self, rng: random.Random, folder: Path) -> None:
        self.rng, self.folder = rng, folder
        self.files: list[Path] = []
        self.parts = 0
        self.empty = folder / "empty.db"
        store_at(self.empty).close()
        with patch("facilitator.planning.os", SimpleNamespace(urandom=rng.randbytes)):
            first = self.copy(self.empty)
            self.act(first, Clock(), "evening")
            for _ in range(rng.randint(2, 6)):
                self.laptop()

    @property
    def logs(self) -> int:
        """Return how many logs there are, each counted on each laptop that has its own of it."""
        count = 0
        for path in self.files:
            with closing(store_at(path, read_only=True)) as store:
                count += len(store.shelf.logs())
        return count

    def copy(self, source: Path) -> Path:
        path = self.folder / f"{len(self.files)}.db"
        shutil.copy(source, path)
        self.files.append(path)
        return path

    def laptop(self) -> None:
        """Carry a file to another laptop, and go on there; a copy of before stays about."""
        path = self.copy(self.rng.choice([*self.files, self.empty]))
        clock = Clock()
        clock.advance(self.rng.choice((0, 0, 3, 60)))
        for _ in range(self.rng.randint(1, 3)):
            what = self.rng.choice(("evening", "evening", "evening", "part", "other", "desk"))
            if what == "desk":
                self.sit(path, clock)
            elif what == "part":
                self.parts += 1
                self.act(path, clock, f"table-{self.parts}")
            else:
                self.act(path, clock, what)
            if self.rng.random() < 0.2:
                self.copy(path)

    def act(self, path: Path, clock: Clock, log: str) -> None:
        """Plan a session or part, or go on with it."""
        meeting: dict[str, Any] = dict(MEETING)
        if log.startswith("table"):
            role = self.rng.choice(("", "table", "notes"))
            meeting |= {"part_of": "evening", "table": self.parts, "role": role}
        with opened(path) as store:
            clock.ms = max(clock.ms, *(row.at for row in store.rows(log)), 0)
            session = Session(store, log, clock)
            session.plan(meeting, PEOPLE[: self.rng.randint(1, 4)], AGENDA)
            for _ in range(self.rng.randint(0, 8)):
                clock.advance(self.rng.choice(MOMENTS))
                do(session, random_act(self.rng, VERBS))

    def sit(self, path: Path, clock: Clock) -> None:
        """Sit down at the desk, and say what became of promises."""
        with opened(path) as store:
            desk = Desk(store, SITTING, clock, f"desk-{self.rng.getrandbits(40):010x}")
            for _ in range(self.rng.randint(1, 4)):
                clock.advance(self.rng.choice(MOMENTS))
                ref = Ref("evening", self.rng.choice(("C1", "C2", "of ours")))
                desk.status(ref, self.rng.choice(("done", "in_progress")), "A lamp")
                if self.rng.random() < 0.2:
                    desk.undo()

    def strike(self) -> None:
        """Strike words from some acts of a copy."""
        path = self.copy(self.rng.choice(self.files))
        with opened(path) as store, store.db.atomic():
            for log in store.shelf.logs():
                for row in store.rows(log):
                    if self.rng.random() < 0.3:
                        left = json.dumps(self.blanked(json.loads(row.data)), ensure_ascii=False)
                        day = f"2026-11-{self.rng.randint(10, 12)}"
                        reason = self.rng.choice(("child", "court"))
                        store.insert(log, row.without(left, day, reason))
            store.rebuild()

    def blanked(self, value: Any, name: str = "") -> Any:
        if isinstance(value, dict):
            return {key: self.blanked(field, key) for key, field in value.items()}
        if isinstance(value, list):
            return [self.blanked(field, name) for field in value]
        struck = isinstance(value, str) and name in WORDS and self.rng.random() < 0.5
        return "" if struck else value

    def hurt(self, source: Path) -> tuple[Path, dict[str, list[Row]]]:
        """Damage a copy of a file, which joins no list; return what suffered, as it was."""
        path = self.folder / f"hurt-{self.rng.getrandbits(40):010x}.db"
        shutil.copy(source, path)
        with opened(path) as store:
            log = self.rng.choice(store.shelf.logs())
            rows = store.rows(log)
            match self.rng.choice(("gone", "end", "flip", "flip", "flip", "line")):
                case "gone":
                    hurt = self.rng.sample(rows, self.rng.randint(1, min(3, len(rows))))
                    for row in hurt:
                        where = (log, row.n, row.chain)
                        store.connection.execute(f"delete from event where {KEY}", where)
                case "end":
                    hurt = rows[self.rng.randrange(1, len(rows)) :] if len(rows) > 1 else []
                    if not hurt:
                        return path, {log: []}
                    where = (log, hurt[0].n)
                    store.connection.execute("delete from event where log = ? and n >= ?", where)
                case "flip":
                    hurt = [self.rng.choice(rows)]
                    flip(self.rng, store, "event", KEY, (log, hurt[0].n, hurt[0].chain))
                case _:
                    hurt = []
                    flip(self.rng, store, "log", "id = ?", (log,))
        return path, {log: list(hurt)}


KEY = "log = ? and n = ? and chain = ?"


def flip(
    rng: random.Random,
    store: Store,
    table: str,
    where: str,
    key: tuple[object, ...],
    column: str = "",
) -> str:
    """Flip a bit somewhere in a row; return the column."""
    info = store.connection.execute(f"pragma table_info({table})")
    kind = {name: kind for _, name, kind, *_ in info}
    blobs = ", ".join(f"cast({name} as blob)" for name in kind)
    found = store.connection.execute(f"select {blobs} from {table} where {where}", key).fetchone()
    values = dict(zip(kind, found, strict=True))
    column = column or rng.choice([name for name in kind if values[name]])
    if kind[column] == "INTEGER":
        value: object = int(values[column]) ^ 1 << rng.randrange(12)
        mark = "?"
    else:
        bits = bytearray(values[column])
        bits[rng.randrange(len(bits))] ^= 1 << rng.randrange(8)
        value, mark = bytes(bits), "cast(? as text)" if kind[column] == "TEXT" else "?"
    store.connection.execute(
        f"update or ignore {table} set {column} = {mark} where {where}", (value, *key)
    )
    return column
