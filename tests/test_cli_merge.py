"""`facilitator merge`: files of other laptops come in; each is told, and one bad one stops none."""

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from facilitator.record.checking import faults
from facilitator.record.files import store_at
from tests.clock import Clock
from tests.evening import sit_down
from tests.test_cli import Shell, shell

__all__ = ["shell"]  # a fixture


@pytest.fixture
def hall(tmp_path: Path, clock: Clock) -> Path:
    return made(tmp_path / "hall.db", clock, "evening", "The light is out")


def made(path: Path, clock: Clock, ident: str, *texts: str) -> Path:
    """Go on with a session in a file; each act a second later than the one before."""
    with closing(store_at(path)) as store:
        for text in texts:
            clock.advance(1)
            sit_down(store, clock, ident).note(text)
    return path


def rows(out: str) -> list[list[str]]:
    """Return the table as cells."""
    return [[cell for cell in line.split("  ") if cell.strip()] for line in out.splitlines()[1:]]


def test_what_came_in_was_known_was_longer_or_forked_is_told(
    shell: Shell, hall: Path, clock: Clock
):
    folder = hall.parent
    longer = made(Path(shutil.copy(hall, folder / "longer.db")), clock, "evening", "One more")
    fork = made(Path(shutil.copy(hall, folder / "fork.db")), clock, "evening", "Another")
    other = made(folder / "other.db", clock, "other", "Elsewhere")
    status, out, _ = shell("merge", other, longer, fork, other, "--file", hall)
    assert status == 0
    assert [row[-1].strip() for row in rows(out)] == [
        "new, 2 acts",
        "longer, 1 act",
        "a fork: it went on here and there, 1 act",
        "known already",
    ]
    assert [row[0] for row in rows(out)] == ["other.db", "longer.db", "fork.db", "other.db"]
    with closing(store_at(hall)) as store:
        assert faults(store) == []
        assert store.shelf.sessions() == ["evening", "other"]


def test_what_cannot_be_read_is_named_and_refuses_nothing_else(
    shell: Shell, hall: Path, clock: Clock
):
    letter = hall.with_name("letter.db")
    letter.write_bytes(b"To whom it may concern" * 100)
    hurt = made(hall.with_name("hurt.db"), clock, "hurt", "One", "Two")
    with closing(store_at(hurt)) as store:
        store.connection.execute("update event set at = at + 1 where n = 2")
    good = made(hall.with_name("good.db"), clock, "good", "One")
    gone = hall.with_name("gone.db")
    status, out, err = shell("merge", letter, hurt, gone, good, hall, "--file", hall)
    assert (status, err) == (1, "")
    told = [row[-1].strip() for row in rows(out)]
    assert told[0] == f"refused. {letter} is not a session file, or it is damaged."
    assert told[1:3] == ["new, 2 acts", "not read: Session hurt: act 2 is damaged."]
    assert told[3] == f"refused. There is no file {gone}."
    assert told[4] == "new, 2 acts"
    assert told[5] == "refused. hall.db is the file that is open here."


def test_a_hall_that_a_window_holds_is_refused_in_one_sentence(
    shell: Shell, hall: Path, clock: Clock
):
    other = made(hall.with_name("other.db"), clock, "other", "Elsewhere")
    with closing(store_at(hall)):
        assert "is open in another window" in shell.refused("merge", other, "--file", hall)


def test_files_come_into_a_hall_that_is_new(shell: Shell, hall: Path):
    new = hall.with_name("new.db")
    assert shell("merge", hall, "--file", new).status == 0
    assert "1 sessions" in shell("check", "--file", new).out
