"""Files of version 1: what they held is there, whatever state they were in; the old one is kept."""

import json
import random
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from facilitator.cli import main
from facilitator.record import migration
from facilitator.record.checking import faults
from facilitator.record.copies import folder_of
from facilitator.record.files import store_at
from facilitator.record.opening import VERSION, Unreadable
from facilitator.record.shelf import Shelf
from tests.data.make import FOLDER
from tests.data.old import many_sessions, sum_of
from tests.test_versions import known_then

OPEN = """
import sys
from pathlib import Path
from facilitator.record.files import store_at
print("ready", flush=True)
sys.stdin.readline()
store_at(Path(sys.argv[1])).close()
"""


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return Path(shutil.copy(FOLDER / "version_1.db", tmp_path / "old.db"))


def version(path: Path) -> int:
    with closing(sqlite3.connect(path)) as plain:
        return int(plain.execute("pragma user_version").fetchone()[0])


def change(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as plain:
        for statement in statements:
            plain.execute(statement)


def opening(path: Path) -> subprocess.Popen[str]:
    """Return a process that will open the file once it is told to."""
    pipe = subprocess.PIPE
    command = [sys.executable, "-c", OPEN, str(path)]
    process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True)
    assert process.stdout
    assert process.stdout.readline() == "ready\n"
    return process


def whole(path: Path) -> int:
    """Open a file, see that nothing is wrong with it, and return how many sessions it holds."""
    with closing(store_at(path)) as store:
        assert faults(store) == []
        return len(store.shelf.sessions())


@pytest.mark.parametrize("name", ["version_1", "version_1_spine"])
def test_the_figures_are_those_of_before(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    """What the version of then printed lies beside its file; read only, and migrated."""
    path = Path(shutil.copy(FOLDER / f"{name}.db", tmp_path / "old.db"))
    for _ in range(2):
        capsys.readouterr()
        assert main(["show", "--json", "--file", str(path)]) == 0
        now, then = json.loads(capsys.readouterr().out), told(f"{name}_show.json")
        then["attendance"] = in_todays_words(then["attendance"])
        assert known_then(now, then) == then
        assert main(["export", "--file", str(path), "--to", str(tmp_path / "x.json")]) == 0
        now, then = json.loads((tmp_path / "x.json").read_bytes()), told(f"{name}_export.json")
        then = in_todays_words({key: value for key, value in then.items() if key != "form"})
        assert known_then(now, then) == then
        whole(path)


def told(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((FOLDER / name).read_bytes())
    return found


def in_todays_words(then: dict[str, Any]) -> dict[str, Any]:
    """Return figures under the names that they have now: who queued is no attendance."""
    return {"signed_in_or_spoke" if key == "present" else key: then[key] for key in then}


def test_the_old_file_is_kept_byte_for_byte(old: Path):
    before = old.read_bytes()
    assert whole(old) == 1
    (kept,) = folder_of(old).iterdir()
    assert (kept.read_bytes(), version(old)) == (before, VERSION)
    assert [path.name for path in old.parent.glob("old.db*")] == ["old.db"]


def test_a_damaged_act_stays_damaged_and_a_missing_one_missing(old: Path):
    change(
        old,
        "update event set data = replace(data, 'Mend', 'Rend') where kind = 'CommitmentMade'",
        "delete from event where n in (5, 6)",
    )
    with closing(sqlite3.connect(old)) as plain:
        rows = plain.execute("select n, at, kind, data, sum from event").fetchall()
    bad = [n for n, at, kind, data, kept in rows if sum_of("evening", n, at, kind, data) != kept]
    with closing(store_at(old)) as store:
        found = faults(store)
        assert len(store.rows("evening")) == len(rows)
        assert found[0] == "Session evening: acts 5 to 6 are missing."
        assert found[1:] == [f"Session evening: act {n} is damaged." for n in bad]


def test_what_a_crash_left_beside_an_old_file_comes_too(old: Path):
    """Its write-ahead log holds acts that the file itself has not."""
    left = old.with_name("left.db")
    with closing(sqlite3.connect(old, isolation_level=None)) as plain:
        plain.execute("pragma journal_mode = wal")
        data = '{"count":40,"method":"counted"}'
        (n,) = plain.execute("select max(n) + 1 from event").fetchone()
        row = ("evening", n, 1_800_001_000_000, "PeopleTallied", data)
        plain.execute("insert into event values (?, ?, ?, ?, ?, ?)", (*row, sum_of(*row)))
        plain.execute("update session set tally = 40")
        for end in ("", "-wal"):
            shutil.copy(f"{old}{end}", f"{left}{end}")
    for read_only in (True, False):
        with closing(store_at(left, read_only)) as store:
            assert (len(store.rows("evening")), faults(store)) == (n, [])
    assert [path.name for path in left.parent.glob("left.db*")] == ["left.db"]


def test_an_old_file_that_may_only_be_read_is_read(old: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("facilitator.record.opening.access", lambda path, mode: False)
    before = {path.name: path.read_bytes() for path in old.parent.iterdir() if path.is_file()}
    with closing(store_at(old, read_only=True)) as store:
        assert faults(store) == []
        assert store.shelf.sessions() == ["evening"]
    after = {path.name: path.read_bytes() for path in old.parent.iterdir() if path.is_file()}
    assert after == before


@pytest.mark.parametrize("step", ["_keep", "put_in_place"])
def test_where_the_new_file_cannot_be_put_the_old_one_stays(
    old: Path, monkeypatch: pytest.MonkeyPatch, step: str
):
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    before = old.read_bytes()
    monkeypatch.setattr(migration, step, refuse)
    with pytest.raises(Unreadable, match="cannot be brought up to date: Permission denied"):
        store_at(old)
    assert old.read_bytes() == before
    assert [path.name for path in old.parent.glob("old.db*")] == ["old.db"]


def test_two_processes_at_once_leave_one_whole_file(tmp_path: Path):
    path = many_sessions(tmp_path / "old.db", 600_000)
    with closing(sqlite3.connect(path)) as plain:
        (sessions,) = plain.execute("select count(distinct session) from event").fetchone()
    both = [opening(path) for _ in range(2)]
    for process in both:
        assert process.stdin
        process.stdin.write("\n")
        process.stdin.flush()
    errors = [process.communicate()[1] for process in both]
    assert all(not error or "is open in another window" in error for error in errors), errors
    assert not all(errors)
    assert (whole(path), version(path)) == (sessions, VERSION)


def test_a_file_that_somebody_else_migrated_meanwhile_is_left_alone(
    old: Path, monkeypatch: pytest.MonkeyPatch
):
    """Another process has the old file open, waits, and then finds the new one in its place."""
    there = Path(shutil.copy(old, old.with_name("there.db")))
    with closing(store_at(there)) as store:
        store.connection.execute("insert into desk values ('evening', 'line', 'typed since')")

    real, opened = Path.open, list[Path]()

    def open_later(path: Path, *words: str) -> object:
        if path == old and not opened:
            opened.append(there.replace(path))
        return real(path, *words)

    migrate = migration.brought_up_to_date
    with monkeypatch.context() as patch:

        def late(shelf: Shelf) -> Path:
            patch.setattr(Path, "open", open_later)
            return migrate(shelf)

        patch.setattr(migration, "brought_up_to_date", late)
        store_at(old).close()
    assert opened
    with closing(store_at(old)) as store:
        line = store.connection.execute("select value from desk where name = 'line'").fetchone()
        assert line == ("typed since",)


@pytest.mark.parametrize("share", range(3))
def test_a_kill_in_the_middle_leaves_the_old_file_or_the_new_one(tmp_path: Path, share: int):
    path = many_sessions(tmp_path / "old.db", 600_000)
    before, moment = path.read_bytes(), random.uniform(share, share + 1) / 3
    process = opening(path)
    assert process.stdin
    process.stdin.write("\n")
    process.stdin.flush()
    try:
        process.wait(timeout=moment)
    except subprocess.TimeoutExpired:
        process.kill()
    process.communicate()
    assert path.read_bytes() == before or version(path) == VERSION
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as plain:
        column = "session" if version(path) == 1 else "log"
        (sessions,) = plain.execute(f"select count(distinct {column}) from event").fetchone()
    assert whole(path) == sessions
