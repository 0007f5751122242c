"""What is only for a while goes: when it is done, or when its process died, at the next start."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from facilitator.temporary import Temporary, kept_folder, sweep
from tests.clock import Clock
from tests.evening import evening

ROOT = Path(__file__).parent.parent
needs_kill = pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A place of its own for what is temporary, here and in the processes that are started."""
    place = tmp_path / "temporary"
    place.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(place))
    monkeypatch.setenv("TMPDIR", str(place))
    return place


def names(place: Path) -> list[str]:
    """Return what is in the folders there, without their locks."""
    return sorted(
        path.relative_to(place).name
        for path in place.rglob("*")
        if path.is_file() and path.name != ".lock"
    )


@contextmanager
def process(program: str, *words: object) -> "Iterator[subprocess.Popen[str]]":
    """Start a program and wait until it says that it is ready; kill it in the end."""
    command = [sys.executable, "-c", program, *map(str, words)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, text=True) as started:
        try:
            assert started.stdout is not None
            assert started.stdout.readline() == "ready\n"
            yield started
        finally:
            started.kill()


def test_it_goes_when_it_is_done(place: Path) -> None:
    with Temporary() as folder:
        (folder / "rehearsal.db").write_text("names")
        sweep()
        assert names(place) == ["rehearsal.db"]
    assert [*place.iterdir()] == []


HOLDS = """
import sys
from facilitator.temporary import Temporary
held = Temporary()
(held.path / "rehearsal.db").write_text("names")
print("ready", flush=True)
sys.stdin.read()
"""


@needs_kill
def test_a_folder_is_swept_as_soon_as_nobody_holds_it(place: Path) -> None:
    with process(HOLDS):
        sweep()
        assert names(place) == ["rehearsal.db"]
    assert names(place) == ["rehearsal.db"]
    sweep()
    assert [*place.iterdir()] == []


@needs_kill
def test_a_draft_for_another_program_stays_while_the_window_does(place: Path) -> None:
    (kept_folder() / "draft.eml").write_text("names")
    sweep()
    assert names(place) == ["draft.eml"]


def test_what_is_not_ours_stays_and_what_an_older_version_left_goes_a_day_later(
    place: Path,
) -> None:
    old, new = 2 * 86_400, 60
    there = {
        "facilitator-a1b2c3d4": old,
        "facilitator-b1b2c3d4": new,
        "facilitator-plans": old,
        "other": 10**7,
    }
    for name, age in there.items():
        (place / name).mkdir()
        (place / name / "rehearsal.db").touch()
        os.utime(place / name, (time.time() - age,) * 2)
    sweep()
    assert sorted(path.name for path in place.iterdir()) == sorted([*there][1:])


# The window in the example, as a crash meets it; and a window that has settled in.
EXAMPLE = """
import sys
from pathlib import Path
from ui import app
from PySide6.QtWidgets import QApplication
warm_up = app.warm_up
def warm():
    warm_up()
    (shell,) = (one for one in QApplication.topLevelWidgets() if isinstance(one, app.Shell))
    if len(sys.argv) > 2:
        shell.house.open_example()
        shell.house.leave_example()
        shell.house.open_example()
    print("ready", flush=True)
app.warm_up = warm
sys.exit(app.run(Path(sys.argv[1])))
"""


@needs_kill
def test_a_window_that_was_killed_in_the_example_leaves_nothing_after_the_next_start(
    place: Path, tmp_path: Path
) -> None:
    with process(EXAMPLE, tmp_path / "sessions.db", "example"):
        assert set(names(place)) >= {"example.db", "example.db-wal"}
        with process(EXAMPLE, tmp_path / "other.db"):
            assert "example.db" in names(place)  # somebody is in it
    assert "example.db" in names(place)
    with process(EXAMPLE, tmp_path / "sessions.db"):
        assert [*place.iterdir()] == []


EXPORT = """
import sys
from facilitator.publish.pdf import report
write = report.write
def writes(*words):
    write(*words)
    print("ready", flush=True)
    sys.stdin.read()
report.write = writes
from facilitator.cli import main
sys.exit(main(sys.argv[1:]))
"""


@needs_kill
def test_an_export_that_was_killed_leaves_nothing_after_the_next(
    place: Path, tmp_path: Path, clock: Clock
) -> None:
    path = tmp_path / "evening.db"
    with evening(clock, path):
        pass
    with process(EXPORT, "export", "--file", path, "--to", tmp_path / "x.eml"):
        assert names(place) == ["summary.pdf"]
    assert names(place) == ["summary.pdf"]
    command = [sys.executable, "-m", "facilitator", "export", "--file", path]
    subprocess.run([*command, "--to", tmp_path / "x.md"], cwd=ROOT, check=True)
    assert [*place.iterdir()] == []
