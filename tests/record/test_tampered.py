"""A file that somebody wrote into: it neither hangs, nor loses or spoils what is ours."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from facilitator.cli import main
from facilitator.record.chain import MOST, written
from facilitator.record.checking import faults
from facilitator.record.files import store_at
from facilitator.record.opening import OURS, Unreadable
from facilitator.record.salvage import salvage
from facilitator.record.union import merge
from facilitator.session import Session
from tests.clock import Clock
from tests.evening import evening

ENDLESS = (
    "with recursive a (x) as (select 1 union all select x + 1 from a) select x as session from a"
)
TOO_MANY = 2**63 - 1


@pytest.fixture
def path(tmp_path: Path, clock: Clock) -> Path:
    path = tmp_path / "evening.db"
    with evening(clock, path) as session:
        session.queue("ana")
        session.note("The light on Fable Street is out")
        session.commit("Mend it", owner="Bo")
    return path


def change(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as plain:
        for statement in statements:
            plain.execute(statement)


def copied(path: Path, *statements: str) -> Path:
    other = path.with_name("other.db")
    other.write_bytes(path.read_bytes())
    change(other, *statements)
    return other


def bring(path: Path, other: Path) -> None:
    with closing(store_at(path)) as store, closing(store_at(other, read_only=True)) as there:
        merge(store, there)


def goes_on(path: Path, clock: Clock) -> list[str]:
    """Take a note, and return all that were taken."""
    with closing(store_at(path)) as store:
        session = Session(store, "evening", clock)
        session.note("It goes on")
        return [note.text for note in store.state("evening").notes.values()]


BOTH = ["The light on Fable Street is out", "It goes on"]


@pytest.mark.parametrize(
    "statements",
    [
        ("create trigger gone after insert on event begin delete from event; end",),
        ("drop table session", f"create view session as {ENDLESS}"),
        ("drop table note", f"create view NOTE as {ENDLESS}"),
        ("drop table desk", f"create view desk as {ENDLESS}"),
        ("drop table turn", "create virtual table turn using fts5 (session)"),
        ("alter table event rename to acts", "create view event as select * from acts"),
    ],
)
def test_what_could_take_acts_away_or_never_end_is_refused_and_salvaged(
    path: Path, statements: tuple[str, ...]
):
    change(path, *statements)
    before = path.read_bytes()
    for read_only in (True, False):
        with pytest.raises(Unreadable, match="has a view or a trigger inside") as refused:
            store_at(path, read_only)
        assert "salvage" in str(refused.value)
    assert path.read_bytes() == before
    (saved,) = salvage(path, path.with_name("saved.db"))
    assert (saved.acts, saved.lost) == (4, ())


def test_the_names_are_those_of_our_tables(path: Path):
    with closing(sqlite3.connect(path)) as plain:
        names = plain.execute("select name from sqlite_master where type = 'table'")
        assert sorted(OURS) == sorted(name for (name,) in names)


def test_a_view_of_somebody_who_reports_is_no_reason_not_to_open(path: Path, clock: Clock):
    change(path, "create view promises as select text from commitment")
    assert goes_on(path, clock) == BOTH


@pytest.mark.parametrize("length", [TOO_MANY, -TOO_MANY, 0, MOST + 1])
@pytest.mark.parametrize("head", ["head", "x'00112233445566778899aabbccddeeff'", "x''"])
def test_an_end_that_no_log_has_stops_nobody(path: Path, clock: Clock, length: int, head: str):
    lies = f"update log set length = {length}, head = {head}"
    bring(path, copied(path, lies))
    with closing(store_at(path)) as store:
        assert faults(store) == []
    change(path, lies)
    with closing(store_at(path, read_only=True)) as store:
        assert len(faults(store)) == 1
    assert goes_on(path, clock) == BOTH
    with closing(store_at(path)) as store:
        assert faults(store) == []


def test_an_act_of_a_number_that_no_log_reaches_is_none(path: Path, clock: Clock):
    row = written(TOO_MANY, 1_790_000_000_000, "NoteTaken", '{"note":"N9","text":"x"}', bytes(16))
    other = copied(path)
    for spoilt in (other, path):
        with closing(sqlite3.connect(spoilt)) as plain:
            plain.execute("insert into event values ('evening', ?, ?, ?, ?, ?, ?, ?)", row)
            plain.commit()
    assert goes_on(path, clock) == BOTH
    clean = path.with_name("clean.db")
    bring(clean, other)
    assert goes_on(clean, clock) == BOTH
    with closing(store_at(clean)) as store:
        assert faults(store) == []


@pytest.mark.parametrize("row", ["'', '2026-01-01'", "'ana', 'yesterday'", "'ana', ''"])
def test_nobody_is_erased_by_a_line_that_names_nobody_or_no_day(path: Path, clock: Clock, row: str):
    bring(path, copied(path, f"insert into erased values ('evening', {row})"))
    with closing(store_at(path)) as store:
        assert store.state("evening").people["ana"].name == "Ana María"
        assert faults(store) == []
    assert goes_on(path, clock) == BOTH


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such pipes here")
def test_nobody_waits_for_a_pipe(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    pipe = tmp_path / "pipe.db"
    os.mkfifo(pipe)
    assert main(["salvage", str(pipe), "--to", str(tmp_path / "saved.db")]) == 2
    assert capsys.readouterr().err == f"facilitator: {pipe} cannot be read: it is no file.\n"
