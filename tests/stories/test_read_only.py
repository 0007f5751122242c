"""A full disk, a read-only file or stick: the window opens, shows and exports, and says so."""

import ctypes
import json
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from facilitator.record.files import store_at
from tests.clock import Clock
from tests.data.make import FOLDER
from tests.evening import evening

resource = pytest.importorskip("resource")  # permissions are another matter on Windows
ROOT = Path(__file__).parent.parent.parent
CAPABILITIES = 0, 1, 2  # CAP_CHOWN, CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH


def bound_by_permissions() -> None:
    """Have permissions hold for this process and what it becomes, also if it is root's."""
    libc = ctypes.CDLL(None)
    for capability in CAPABILITIES:
        libc.prctl(24, capability, 0, 0, 0)  # PR_CAPBSET_DROP


def no_room() -> None:
    """Let no file grow or be written, as on a disk that is full."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def look(path: Path, limits: Callable[[], None], to: Path) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.onlooker", str(path), str(to)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        preexec_fn=limits,
        check=True,
    )
    seen: dict[str, Any] = json.loads(done.stdout)
    return seen


@pytest.fixture
def file(tmp_path: Path, clock: Clock) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    with evening(clock, folder / "evening.db") as session:
        session.start_segment("round")
        session.note("The light is out")
    return folder / "evening.db"


def lock(path: Path) -> None:
    path.chmod(0o444)
    path.parent.chmod(0o555)


@pytest.fixture
def unlocked(file: Path) -> Any:
    yield file
    file.parent.chmod(0o755)


def test_a_read_only_stick_is_looked_at_and_exported(unlocked: Path, tmp_path: Path) -> None:
    before = unlocked.read_bytes()
    lock(unlocked)
    seen = look(unlocked, bound_by_permissions, tmp_path / "summary.md")
    assert seen["opened"]
    assert seen["banner"] == (
        "<b>This file opened to read only.</b> You can look and export, not record. You may not"
        " write to it here: copy it to another folder and open that."
    )
    assert (seen["place"], seen["place then"], seen["exported"]) == ("Live", "Wrap-up", True)
    assert seen["notes"] == ["The light is out"]
    assert (seen["recorded"], seen["notes then"]) == (False, 1)
    assert "the file may only be read" in seen["banner then"]
    assert unlocked.read_bytes() == before


def test_a_file_that_nobody_may_write_to_is_looked_at(unlocked: Path, tmp_path: Path) -> None:
    unlocked.chmod(0o444)
    seen = look(unlocked, bound_by_permissions, tmp_path / "summary.md")
    assert (seen["opened"], seen["recorded"]) == (True, False)
    assert "opened to read only" in seen["banner"]


def test_an_old_file_on_a_read_only_stick_is_looked_at(unlocked: Path, tmp_path: Path) -> None:
    shutil.copy(FOLDER / "version_1.db", unlocked)
    before = unlocked.read_bytes()
    lock(unlocked)
    seen = look(unlocked, bound_by_permissions, tmp_path / "summary.md")
    assert seen["opened"]
    assert unlocked.read_bytes() == before


def test_on_a_disk_without_room_the_evening_is_read(
    file: Path,
) -> None:
    code = (
        "import sys; from pathlib import Path; from facilitator.session_file import SessionFile\n"
        "file = SessionFile(Path(sys.argv[1])); session = file.running()\n"
        "print(file.unwritable is not None, len(session.state.notes))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(file)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        preexec_fn=no_room,
        check=True,
    )
    assert done.stdout == "True 1\n"
    with closing(store_at(file)) as store:
        assert len(store.state("evening").notes) == 1


def test_a_file_that_is_not_there_is_not_made_up(tmp_path: Path) -> None:
    seen = look(tmp_path / "no" / "folder" / "s.db", bound_by_permissions, tmp_path / "x.md")
    assert not seen["opened"]
    assert "cannot be opened" in seen["banner"]
