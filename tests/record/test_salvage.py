"""A file that SQLite refuses: what its pages still hold is saved, what is gone is named."""

import random
import shutil
from contextlib import closing
from pathlib import Path

import pytest

from facilitator.cli import main
from facilitator.faults import Fault
from facilitator.record.checking import faults
from facilitator.record.files import store_at
from facilitator.record.salvage import salvage
from facilitator.rehearsal import play, read
from facilitator.session_file import SessionFile
from tests.clock import Clock
from tests.data.make import FOLDER
from tests.evening import EXAMPLE, sit_down

PAGE = 4096
SESSIONS = ("evening", "second")


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with the example session, and a second one."""
    path = tmp_path_factory.mktemp("whole") / "sessions.db"
    with closing(store_at(path)) as store:
        store.connection.execute("pragma synchronous = off").fetchall()
        play(read(EXAMPLE), store)
        clock = Clock()
        session = sit_down(store, clock)
        for n in range(100):
            clock.advance(1)
            session.note(f"Note {n}: the light on Fable Street is out")
    return path


def acts(path: Path) -> int:
    with closing(store_at(path, read_only=True)) as store:
        return sum(len(store.rows(log)) for log in store.shelf.logs())


def without_page(path: Path, number: int) -> Path:
    content = bytearray(path.read_bytes())
    content[number * PAGE : (number + 1) * PAGE] = bytes(PAGE)
    spoilt = path.with_name(f"spoilt-{number}.db")
    spoilt.write_bytes(content)
    return spoilt


def test_with_a_zeroed_page_nine_in_ten_acts_are_saved_and_the_rest_is_named(
    whole: Path, tmp_path: Path
):
    rng, every = random.Random(), acts(whole)
    pages = whole.stat().st_size // PAGE
    saved = 0
    numbers = rng.sample(range(pages), min(pages, 12))
    for number in numbers:
        new = tmp_path / f"saved-{number}.db"
        logs = salvage(without_page(whole, number), new)
        saved += sum(log.acts for log in logs)
        with closing(store_at(new)) as store:
            named = [sentence for log in logs for sentence in log.lost]
            assert faults(store) == named, number
            with closing(store_at(whole, read_only=True)) as source:
                for log in logs:
                    assert set(store.rows(log.log)) <= set(source.rows(log.log))
        with closing(SessionFile(new)) as file:  # any copy fills the holes
            file.take_in(whole)
            assert faults(file.store) == [], number
            assert acts_of(file) == every
    assert saved >= 0.9 * every * len(numbers), f"{saved} of {every * len(numbers)}"


def acts_of(file: SessionFile) -> int:
    return sum(len(file.store.rows(log)) for log in file.store.shelf.logs())


def test_of_a_whole_file_everything_is_saved(whole: Path, tmp_path: Path):
    new = tmp_path / "new.db"
    assert main(["salvage", str(whole), "--to", str(new)]) == 0
    with closing(store_at(whole, read_only=True)) as one, closing(store_at(new)) as two:
        assert faults(two) == []
        for log in one.shelf.logs():
            assert two.rows(log) == one.rows(log)
            assert two.state(log) == one.state(log)


def test_an_old_damaged_file_is_saved_in_todays_shape(tmp_path: Path):
    old = without_page(Path(shutil.copy(FOLDER / "version_1.db", tmp_path / "old.db")), 0)
    new = tmp_path / "new.db"
    (log,) = salvage(old, new)
    assert (log.log, log.lost) == ("evening", ())
    kept = FOLDER / "version_1.db"
    with closing(store_at(kept, read_only=True)) as source, closing(store_at(new)) as store:
        assert store.rows("evening") == source.rows("evening")
        assert faults(store) == []


def test_what_a_crash_left_in_its_log_is_saved(tmp_path: Path, clock: Clock):
    path, left = tmp_path / "evening.db", tmp_path / "left.db"
    with closing(store_at(path)) as store:
        session = sit_down(store, clock)
        session.note("In the write-ahead log")
        for end in ("", "-wal"):
            shutil.copy(f"{path}{end}", f"{left}{end}")
    left.write_bytes(bytes(len(left.read_bytes())))
    (log,) = salvage(left, tmp_path / "new.db")
    assert (log.acts, log.lost) == (2, ())


def test_the_command_says_what_is_missing_and_what_to_do(
    tmp_path: Path, clock: Clock, capsys: pytest.CaptureFixture[str]
):
    path, new = tmp_path / "evening.db", tmp_path / "new.db"
    with closing(store_at(path)) as store:
        session = sit_down(store, clock)
        for text in ("One", "Two", "Three"):
            session.note(text)
        store.connection.execute("update event set data = replace(data, 'Two', 'Owt') where n = 3")
    assert main(["salvage", str(path), "--to", str(new)]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "An evening at Saint Exempla: 3 acts saved.",
        "  Session evening: act 3 is missing.",
        f"What could be saved is in {new}.",
        f"An older copy may have what is missing: facilitator merge COPY --file {new}",
    ]


def test_nothing_is_written_over_and_nothing_is_made_of_nothing(tmp_path: Path, clock: Clock):
    path, new = tmp_path / "letter.txt", tmp_path / "new.db"
    path.write_text("To whom it may concern. " * 1000)
    with pytest.raises(Fault, match="No act of a session can be read"):
        salvage(path, new)
    assert [file.name for file in tmp_path.iterdir()] == ["letter.txt"]
    with pytest.raises(Fault, match="is there already"):
        salvage(path, path)
    with pytest.raises(Fault, match="cannot be read"):
        salvage(tmp_path / "gone.db", new)
