"""What a crash leaves, and what people do to it first: nothing is folded in that was not tried."""

import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from facilitator.record.checking import faults
from facilitator.record.copies import copies_of
from facilitator.record.files import store_at
from facilitator.record.opening import Unreadable
from facilitator.record.salvage import salvage
from tests.clock import Clock
from tests.evening import sit_down


def evening(path: Path, clock: Clock, count: int, ident: str = "evening") -> Path:
    with closing(store_at(path)) as store:
        session = sit_down(store, clock, ident)
        for n in range(count):
            clock.advance(1)
            session.note(f"Note {n} of {ident}: " + "x" * 200)
    return path


def crashed(path: Path, clock: Clock, count: int, ident: str = "evening") -> Path:
    """Return a file as a crash leaves it, with acts in the log beside it."""
    left = path.with_name(f"left-{path.name}")
    with closing(store_at(path)) as store:
        session = sit_down(store, clock, ident)
        for n in range(count):
            clock.advance(1)
            session.note(f"Late note {n} of {ident}: " + "y" * 200)
        for end in ("", "-wal"):
            shutil.copy(f"{path}{end}", f"{left}{end}")
    return left


def notes(path: Path, ident: str = "evening") -> list[str]:
    with closing(store_at(path)) as store:
        assert faults(store) == []
        return [note.text[:9] for note in store.state(ident).notes.values()]


def test_what_a_crash_left_is_copied_before_it_is_folded_in(tmp_path: Path, clock: Clock):
    left = crashed(evening(tmp_path / "a.db", clock, 3), clock, 2)
    before = left.read_bytes(), left.with_name("left-a.db-wal").read_bytes()
    assert len(notes(left)) == 5
    (copy,) = copies_of(left)
    assert copy.name.endswith("-crash.db")
    assert (copy.read_bytes(), copy.with_name(f"{copy.name}-wal").read_bytes()) == before


def test_an_older_copy_put_back_beside_the_log_of_a_crash_is_not_ruined(
    tmp_path: Path, clock: Clock
):
    older = evening(tmp_path / "older.db", clock, 3, "older")
    content = older.read_bytes()
    left = crashed(evening(tmp_path / "a.db", clock, 200), clock, 60)
    log = left.with_name(f"{left.name}-wal").read_bytes()
    shutil.copy(older, left)
    header = bytearray(left.read_bytes())
    header[18:20] = b"\x02\x02"  # as the copy of a file that was open has it
    left.write_bytes(header)
    assert len(notes(left, "older")) == 3
    with closing(store_at(older, read_only=True)) as store, closing(store_at(left)) as back:
        assert back.rows("older") == store.rows("older")
    assert older.read_bytes() == content
    (aside,) = copies_of(left)
    assert aside.with_name(f"{aside.name}-wal").read_bytes() == log
    store_at(aside, read_only=True).close()  # to look into it leaves the log beside it
    assert {saved.log for saved in salvage(aside, tmp_path / "saved.db")} == {"older", "evening"}


def test_a_log_that_is_gone_is_said(tmp_path: Path, clock: Clock):
    left = crashed(evening(tmp_path / "a.db", clock, 3), clock, 2)
    left.with_name(f"{left.name}-wal").unlink()
    with closing(store_at(left)) as store:
        assert store.shelf.file.lacks_log
        assert faults(store)[0].startswith(f"{left.name}-wal is not beside the file")


def test_a_file_that_another_program_has_open_is_refused_with_its_log_untouched(
    tmp_path: Path, clock: Clock
):
    path = evening(tmp_path / "a.db", clock, 3)
    code = (
        "import sys, pathlib; from facilitator.record.files import store_at\n"
        "from tests.evening import sit_down; from tests.clock import Clock\n"
        "store = store_at(pathlib.Path(sys.argv[1])); sit_down(store, Clock()).note('open')\n"
        "print('open', flush=True); sys.stdin.read(); store.close()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parent.parent.parent,
    ) as other:
        assert other.stdout
        assert other.stdin
        assert other.stdout.readline() == "open\n"
        with pytest.raises(Unreadable, match="is open in another window"):
            store_at(path)
        assert path.with_name(f"{path.name}-wal").stat().st_size > 0
        assert copies_of(path) == []
        other.stdin.close()
    assert len(notes(path)) == 4
