"""A file is written whole or not at all, and over nothing that is not meant."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from facilitator import agendas
from facilitator.cli import main
from facilitator.faults import Fault
from facilitator.publish.export import NotExported, export
from facilitator.publish.summarise import summarise
from facilitator.record.files import store_at
from facilitator.record.opening import Unreadable
from facilitator.whole import replacing, write
from tests.clock import Clock
from tests.evening import evening
from tests.publish.telling import evening as state_of

T = 1_800_000_000_000
ENDINGS = (".pdf", ".xlsx", ".csv", ".md", ".json", ".eml")
ROOT = Path(__file__).parent.parent


@pytest.fixture
def file(tmp_path: Path, clock: Clock) -> Path:
    path = tmp_path / "q.json"
    with evening(clock, path):
        pass
    return path


@pytest.mark.parametrize("ending", ENDINGS)
def test_what_somebody_has_beside_it_stays(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"y{ending}"
    beside = [tmp_path / name for name in (f"y{ending}.part", f".y{ending}.part")]
    for one in beside:
        one.write_text("mine")
    export(summarise(state_of(), T), path)
    assert [one.read_text() for one in beside] == ["mine", "mine"]
    assert {one.name for one in tmp_path.iterdir()} == {path.name, *(one.name for one in beside)}


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_session_file_is_never_written_over(tmp_path: Path, clock: Clock, ending: str) -> None:
    path = tmp_path / f"q{ending}"
    with evening(clock, path):
        pass
    before = path.read_bytes()
    with pytest.raises(NotExported, match="it is a database, perhaps with your sessions"):
        export(summarise(state_of(), T), path)
    assert path.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == [path.name]


def test_the_command_line_does_not_write_a_summary_over_its_own_file(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = file.read_bytes()
    other = file.with_name("link.json")
    other.symlink_to(file)
    for target in (file, other):
        assert main(["export", "--file", str(file), "--to", str(target)]) == 2
        assert "is a database, perhaps with your sessions" in capsys.readouterr().err
    assert file.read_bytes() == before
    assert other.is_symlink()


def test_nor_is_a_file_that_a_crash_left(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "q.json"
    with evening(clock, path) as session:
        session.queue("ana")
        with pytest.raises(NotExported):
            export(summarise(state_of(), T), path)


def test_an_agenda_is_not_kept_over_a_session_file(file: Path) -> None:
    (agenda, *_) = agendas.templates()
    with pytest.raises(Fault, match="is a database"):
        agendas.write(agenda, file)


def test_what_fails_half_way_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "y.md"
    path.write_text("before")

    def fails(part: Path) -> None:
        part.write_text("half")
        raise ValueError("no more")

    with pytest.raises(ValueError, match="no more"), replacing(path) as part:
        fails(part)
    assert path.read_text() == "before"
    assert [one.name for one in tmp_path.iterdir()] == ["y.md"]


def test_two_who_write_the_same_file_are_in_nobodys_way(tmp_path: Path) -> None:
    path = tmp_path / "y.md"
    with replacing(path) as one:
        one.write_text("one")
        with replacing(path) as two:
            two.write_text("two")
        assert path.read_text() == "two"
    assert path.read_text() == "one"


HANGS = """
import sys
from pathlib import Path
from facilitator.whole import replacing
with replacing(Path(sys.argv[1])) as part:
    part.write_text("half a summary")
    print("half", flush=True)
    sys.stdin.read()
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
def test_what_a_killed_writer_left_goes_when_the_next_one_writes(tmp_path: Path) -> None:
    command = [sys.executable, "-c", HANGS, str(tmp_path / "y.md")]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, text=True) as writer:
        try:
            assert writer.stdout is not None
            assert writer.stdout.readline() == "half\n"
            write(tmp_path / "z.md", b"whole")
            assert len([*tmp_path.glob(".facilitator-*.part")]) == 1  # it is being written
        finally:
            writer.kill()
    write(tmp_path / "z.md", b"whole")
    assert [one.name for one in tmp_path.iterdir()] == ["z.md"]


LIMITED = """
import resource, sys
most = int(sys.argv[1])
resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
from facilitator.cli import main
sys.exit(main(sys.argv[2:]))
"""
EXAMPLE = ROOT / "resources" / "examples" / "parable_falls.json"


def limited(most: int, *words: object) -> subprocess.CompletedProcess[str]:
    """Run a command on a disk that takes no file larger than that."""
    command = [sys.executable, "-c", LIMITED, str(most), *map(str, words)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such limits")
@pytest.mark.parametrize("most", [3_000, 60_000, 150_000])
def test_a_rehearsal_that_stops_leaves_nothing_and_can_be_played_again(
    tmp_path: Path, most: int
) -> None:
    path = tmp_path / "trial.db"
    done = limited(most, "rehearse", EXAMPLE, "--file", path)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert [*tmp_path.glob("trial*")] == []
    assert main(["rehearse", str(EXAMPLE), "--file", str(path)]) == 0
    assert main(["check", "--file", str(path)]) == 0


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such limits")
def test_one_that_stops_as_it_comes_in_leaves_the_other_sessions(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "trial.db"
    assert main(["rehearse", str(EXAMPLE), "--file", str(path)]) == 0
    size = path.stat().st_size
    done = limited(size + 20_000, "rehearse", EXAMPLE, "--file", path)
    assert done.returncode == 2
    assert "not saved" in done.stderr.lower()
    assert main(["check", "--file", str(path)]) == 0
    assert "1 sessions" in capsys.readouterr().out
    assert main(["rehearse", str(EXAMPLE), "--file", str(path)]) == 0  # one more: it has no id


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such limits")
def test_a_disk_that_reports_an_error_is_told_as_one(tmp_path: Path) -> None:
    done = limited(3_000, "rehearse", EXAMPLE, "--acks", "--file", tmp_path / "trial.db")
    assert "the disk reports an error" in done.stderr


@pytest.mark.parametrize("place", ["", "gone/x.db"])
def test_what_cannot_be_opened_is_told_as_it_is(tmp_path: Path, place: str) -> None:
    told = "is a folder" if not place else f"there is no folder {tmp_path / 'gone'}"
    with pytest.raises(Unreadable, match=told):
        store_at(tmp_path / place)
