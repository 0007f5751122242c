"""What the doctor prints: enough to help, and nothing of a person."""

import re
from contextlib import closing
from pathlib import Path

import pytest

from facilitator import logs
from facilitator.cli import main
from facilitator.folders import data_folder, shortened
from facilitator.record.files import store_at
from tests.clock import Clock
from tests.evening import evening
from tests.log_watch import LogWatch


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder of somebody called Zebquill."""
    home = tmp_path / "homes" / "zebquill"
    for name, value in {"HOME": home, "USERPROFILE": home, "USER": "zebquill"}.items():
        monkeypatch.setenv(name, str(value))
    monkeypatch.setenv("XDG_DATA_HOME", str(home / "data"))
    monkeypatch.setenv("LOCALAPPDATA", str(home / "data"))
    return home


def doctor(capsys: pytest.CaptureFixture[str], *words: object) -> list[str]:
    assert main(["doctor", *map(str, words)]) == 0
    return capsys.readouterr().out.splitlines()


def line(lines: list[str], begins: str) -> str:
    (found,) = (one for one in lines if one.startswith(begins))
    return found


def test_a_new_user_has_nothing_to_tell_yet(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = doctor(capsys)
    assert line(lines, "Data folder").endswith("(not made yet)")
    assert line(lines, "Session file") == "Session file: sessions.db, not there"
    assert lines[-1] == "The log is empty."
    assert not data_folder().exists()


def test_it_tells_the_versions_the_place_and_the_state_of_the_own_file(
    home: Path, clock: Clock, capsys: pytest.CaptureFixture[str]
) -> None:
    data_folder().mkdir(parents=True)
    path = data_folder() / "sessions.db"
    with evening(clock, path) as session:
        session.note("Zebquill was here")
    logs.begin()
    logs.opened(path)
    logs.end()
    lines = doctor(capsys)
    for begins in ("Facilitator ", "Python 3.", "Qt 6.", "SQLite 3.", "Locale: "):
        assert line(lines, begins)
    assert re.fullmatch(r"Time zone: \S+ \(UTC[+-]\d{4}\)", line(lines, "Time zone"))
    assert line(lines, "Data folder").startswith("Data folder: ~")
    assert re.fullmatch(
        r"Session file: sessions\.db, \d+\.\d MB; opens: 1 sessions, 2 acts, 0 faults",
        line(lines, "Session file"),
    )
    assert re.fullmatch(r"Free on its disk: [\d,]+ MB", line(lines, "Free"))
    assert lines[-3] == "The last 2 lines of the log:"
    assert lines[-1].endswith(f"file {logs.digest(path)} opened")
    assert "zebquill" not in "".join(lines).casefold()


def test_a_damaged_file_is_told_by_kind(
    home: Path, tmp_path: Path, clock: Clock, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "Zebquill.db"
    with evening(clock, path):
        pass
    with closing(store_at(path)) as store:
        store.connection.execute("update event set data = '{}'")
    told = line(doctor(capsys, "--file", path), "Session file")
    assert told.endswith("opens: 1 sessions, 1 acts, 1 faults")
    path.write_bytes(b"Zebquill" * 200)
    told = line(doctor(capsys, "--file", path), "Session file")
    assert "does not open: facilitator.record.opening.Unreadable; sqlite3.DatabaseError" in told
    assert "SQLITE_NOTADB" in told
    assert "zebquill" not in told.casefold()


def test_a_file_that_is_in_use_is_looked_at_in_a_copy(
    home: Path, tmp_path: Path, clock: Clock, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "evening.db"
    with evening(clock, path) as session:
        session.note("Zebquill was here")
        before = {file.name: file.read_bytes() for file in tmp_path.glob("evening.db*")}
        told = line(doctor(capsys, "--file", path), "Session file")
        assert {file.name: file.read_bytes() for file in tmp_path.glob("evening.db*")} == before
    assert "in use, or not closed (-wal beside it); opens: 1 sessions, 2 acts, 0 faults" in told


def test_no_more_than_thirty_lines_of_the_log(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    logs.begin()
    for _ in range(50):
        logs.slow("NoteTaken", 120)
    lines = doctor(capsys)
    assert lines[lines.index("The last 30 lines of the log:") + 1 :] == logs.last_lines(30)


@pytest.mark.parametrize(
    ("place", "told"),
    [
        ("documents/a.db", "~/documents/a.db"),
        ("../zebquill-old/a.db", "…-old/a.db"),
        ("../stick/zebquill/a.db", "stick/…/a.db"),
    ],
)
def test_a_path_does_not_say_whose_it_is(home: Path, place: str, told: str) -> None:
    home.mkdir(parents=True)
    path = shortened((home / place).resolve())
    assert Path(path).as_posix().endswith(told)
    assert "zebquill" not in path


def test_what_breaks_on_the_command_line_is_logged_too(
    home: Path, monkeypatch: pytest.MonkeyPatch, log_watch: LogWatch
) -> None:
    def breaks(options: object) -> int:
        raise ValueError("Zebquill")

    monkeypatch.setitem(main.__globals__["_COMMANDS"], "sessions", breaks)
    log_watch.expect("broken: ValueError")
    with pytest.raises(ValueError, match="Zebquill"):
        main(["sessions", "--file", "x.db"])
    text = "\n".join(logs.last_lines(9))
    assert "broken: ValueError" in text
    assert "Zebquill" not in text
