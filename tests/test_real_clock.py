"""The machine's own clock, through real restarts: the one place where tests wait for real time."""

import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from facilitator.session_file import SessionFile
from tests.evening import AGENDA, PEOPLE
from ui.app import Shell

ROOT = Path(__file__).parent.parent
RIGHT = 200  # ms
WAIT = 0.15  # s; restarts that each added what had gone by would be off by more after the second

PROCESS = f"""
import os, signal, sys, time
from pathlib import Path
from facilitator.session_file import SessionFile

file = SessionFile(Path(sys.argv[1]))
session = file.running()
session.steady.follow()
time.sleep({WAIT})
session.note("An act")
session.steady.follow()
print(session.now() - time.time_ns() // 1_000_000, flush=True)
if sys.argv[2] == "kill":
    os.kill(os.getpid(), signal.SIGKILL)
file.close()
"""


def off(now: int) -> int:
    """Return how far a moment is from the time."""
    return abs(now - time.time_ns() // 1_000_000)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file with a session that has just begun."""
    path = tmp_path / "evening.db"
    with closing(SessionFile(path)) as file:
        session = file.plan({"title": "An evening", "timezone": "UTC"}, AGENDA)
        session.import_people(PEOPLE)
        session.start_segment("welcome")
        assert off(session.now()) < RIGHT
    return path


def moments(path: Path) -> list[int]:
    with closing(SessionFile(path)) as file:
        return [entry.at for entry in file.store.entries(file.shelf.running()[0])]


def test_a_process_that_is_started_again_and_killed_shows_the_time(path: Path) -> None:
    for end in ("close", "close", "kill", "close"):
        done = subprocess.run(
            [sys.executable, "-c", PROCESS, path, end], cwd=ROOT, capture_output=True, text=True
        )
        assert abs(int(done.stdout)) < RIGHT, done.stderr
    written = moments(path)
    assert written == sorted(written)
    assert off(written[-1]) < 60_000


def open_window(qtbot: QtBot, path: Path) -> Shell:
    """Start the window as a user does: nobody tells it the time."""
    shell = Shell()
    qtbot.addWidget(shell)
    shell.show()
    shell.furnish()
    assert shell.open(path)
    return shell


def act(qtbot: QtBot, shell: Shell) -> None:
    """Take a note a little later; clock and note are told the time."""
    assert shell.house is not None
    assert shell.house.live is not None
    qtbot.wait(round(WAIT * 1000))
    session = shell.house.live.session
    assert off(session.now()) < RIGHT
    session.note("An act")
    assert off(list(session.state.notes.values())[-1].at) < RIGHT
    assert shell.house.banner.isHidden()


def test_a_window_that_is_started_again_and_lost_shows_the_time(
    dressed: object, qtbot: QtBot, path: Path, machine: object
) -> None:
    for end in ("close", "crash", "close", "close"):
        shell = open_window(qtbot, path)
        act(qtbot, shell)
        parts = [path, path.with_name(f"{path.name}-wal")]
        left = [part.read_bytes() for part in parts] if end == "crash" else []
        shell.close()
        for part, content in zip(parts, left, strict=False):  # as a kill leaves them
            part.write_bytes(content)
    written = moments(path)
    assert written == sorted(written)


def test_a_file_that_is_taken_in_meanwhile_moves_no_clock(
    dressed: object, qtbot: QtBot, path: Path, machine: object
) -> None:
    other = path.with_name("other.db")
    with closing(SessionFile(other)) as file:
        file.plan({"title": "Another evening", "timezone": "UTC"}, AGENDA).start_segment("welcome")
    shell = open_window(qtbot, path)
    act(qtbot, shell)
    assert shell.house is not None
    assert shell.house.file is not None
    ident = shell.house.file.shelf.running()[0]
    assert [one.what for one in shell.house.file.take_in(other)] == ["new"]
    for _ in range(2):
        act(qtbot, shell)
        shell.close()
        shell = open_window(qtbot, path)
        assert shell.house is not None
        shell.house.resume(ident)
    act(qtbot, shell)
    shell.close()
