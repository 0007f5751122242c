"""The log helps whoever is asked, and holds no word that anybody typed."""

import sys
from pathlib import Path

import pytest

from facilitator import logs
from facilitator.doctor import report
from facilitator.folders import log_folder
from facilitator.session_file import SessionFile
from tests.desk import Desk
from tests.log_watch import LogWatch
from ui.broken import Broken

# Each is in no other text, so that its letters are found wherever they are.
TYPED = ("Zebquill", "Oxfathom", "Plumtitle", "Quinceword", "Marbleact", "Tansylimb", "Ryebread")


@pytest.fixture
def logged(tmp_path: Path, desk: Desk) -> Desk:
    """A desk whose log has begun."""
    logs.begin()
    return desk


def written() -> bytes:
    return b"".join(file.read_bytes() for file in log_folder().iterdir())


def type_everywhere(desk: Desk) -> None:
    """Type names, notes, a promise, a title, a purpose and a half line."""
    desk.queue_up("Zebquill Oxfathom")
    desk.press("Ctrl+Return")
    desk.write("A note of Quinceword", "! @Tansylimb: mend the Marbleact by Friday")
    desk.session.change_meeting(title="Plumtitle", purpose="Ryebread for all")
    desk.press("Ctrl+L")
    desk.type("Zebquill half typed")


def broken(message: str) -> ValueError:
    """Return an exception as it comes from deep in some code, its words and all."""

    def deep(words: str) -> None:
        try:
            {}[words]
        except KeyError as error:
            raise ValueError(f"no place for {words}") from error

    with pytest.raises(ValueError, match="no place") as caught:
        deep(message)
    return caught.value


def test_what_was_typed_is_in_no_byte_of_the_log(logged: Desk, log_watch: LogWatch) -> None:
    type_everywhere(logged)
    logged.fill_disk()
    for words in ("Oxfathom ", "Quinceword "):  # more than the disk takes
        logged.press("Ctrl+L")
        logged.paste(words * 600)
        logged.press("Return")
    assert "the disk is full" in logged.banner
    logged.clear_disk()
    log_watch.expect("broken: ValueError")
    error = broken("Zebquill Oxfathom")
    Broken(logged.house)(type(error), error, error.__traceback__)
    assert "Zebquill Oxfathom" in logged.banner
    logged.house.attempt(lambda: SessionFile(logged.path.with_name("Plumtitle.db") / "Marbleact"))
    text = written()
    for line in (
        b"fault: facilitator.record.saving.NotSaved",
        b"after sqlite3.OperationalError SQLITE_FULL",
        b"facilitator/door.py",
        b"broken: ValueError",
        b"after KeyError",
        b"tests/stories/test_the_log.py",
        b"broken.<locals>.deep",
        b"fault: facilitator.record.opening.Unwritable",
    ):
        assert line in text
    for word in (*TYPED, "Plumtitle.db", str(logged.path.parent), "no place for"):
        assert word.casefold().encode() not in text.lower()


def test_the_report_for_help_holds_no_typed_word_either(logged: Desk) -> None:
    type_everywhere(logged)
    logged.leave()
    path = logged.path.rename(logged.path.with_name("Zebquill Oxfathom.db"))
    told = "\n".join(report(path))
    assert "opens: 1 sessions, " in told
    assert ", 0 faults" in told
    assert logs.digest(path) in told
    for word in (*TYPED, str(path.parent)):
        assert word.casefold() not in told.casefold()


def test_the_log_tells_when_a_file_was_opened_and_closed_and_not_which(
    logged: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "Zebquill.db"
    logged.house.open_file(path)
    logged.house.filing.put_away()
    lines = logs.last_lines(10)
    assert [line.split(" INFO ")[1] for line in lines][-3:] == [
        f"file {logs.digest(path)} opened",
        f"file {logs.digest(logged.path)} closed",
        f"file {logs.digest(path)} closed",
    ]


def test_an_act_that_takes_long_is_logged_by_its_kind(
    logged: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    moments = iter([0.0, 0.099, 5.0, 5.1234])
    monkeypatch.setattr("facilitator.door.perf_counter", moments.__next__)
    logged.write("Zebquill is quick", "Zebquill is slow")
    lines = logs.last_lines(10)
    assert [line.split(" INFO ")[1] for line in lines if "slow" in line] == [
        "slow: NoteTaken, 123 ms"
    ]


def test_a_message_that_only_names_code_is_kept(log_watch: LogWatch, tmp_path: Path) -> None:
    logs.begin()
    for code in ("nowhere", "1 / 0", "import quincemodule"):
        try:
            exec(compile(code, "/home/zebquill/own.py", "exec"))
        except Exception as error:
            log_watch.expect("broken: ")
            logs.broken(error)
    text = written().decode()
    for line in (
        "NameError: name 'nowhere' is not defined",
        "ZeroDivisionError: division by zero",
        "ModuleNotFoundError: quincemodule",
        "  own.py:1 <module>",
    ):
        assert line in text
    assert "zebquill" not in text


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_the_log_is_its_owners_alone_and_never_grows_beyond_three_files(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(logs, "SIZE", 2048)
    logs.begin()
    for _ in range(200):
        logs.slow("NoteTaken", 100)
    files = sorted(log_folder().iterdir())
    assert [file.name for file in files] == [f"facilitator.log{n}" for n in ("", ".1", ".2")]
    assert {file.stat().st_mode & 0o777 for file in files} == {0o600}
    assert log_folder().stat().st_mode & 0o777 == 0o700
    assert all(file.stat().st_size <= logs.SIZE for file in files)
    assert len(logs.last_lines(80)) == 80  # over the files


def test_where_the_log_cannot_be_written_the_program_does_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, log_watch: LogWatch
) -> None:
    (tmp_path / "log").write_text("a file is here")
    logs.wait()
    logs.slow("NoteTaken", 200)
    logs.begin()
    log_watch.expect("broken: ValueError")
    logs.broken(broken("Zebquill"))
    assert (tmp_path / "log").read_text() == "a file is here"
    assert logs.last_lines(3) == []
