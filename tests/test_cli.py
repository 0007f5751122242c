"""The command line: its exit status, its one sentence, and files that it leaves as they were."""

import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest
from pypdfium2 import PdfDocument

from facilitator import __version__
from facilitator.cli import main
from facilitator.record.files import store_at
from tests.clock import Clock
from tests.evening import EXAMPLE, evening, script, sit_down, write

READING = (["show"], ["show", "--json"], ["sessions"], ["sessions", "--json"], ["check"])


class Answer(NamedTuple):
    status: int
    out: str
    err: str


class Shell:
    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self.capsys = capsys

    def __call__(self, *words: object) -> Answer:
        self.capsys.readouterr()
        try:
            status = main([str(word) for word in words])
        except SystemExit as stop:  # argparse has its own way to say no
            status = int(stop.code or 0)
        return Answer(status, *self.capsys.readouterr())

    def refused(self, *words: object) -> str:
        """Return the one sentence with which a command is refused."""
        status, out, err = self(*words)
        assert (status, out) == (2, "")
        assert err.startswith("facilitator: ")
        assert err.count("\n") == 1
        assert "Traceback" not in err
        return err


@pytest.fixture
def shell(capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(capsys)


@pytest.fixture
def file(tmp_path: Path, clock: Clock) -> Path:
    path = tmp_path / "evening.db"
    with evening(clock, path) as session:
        session.start_segment("open")
        session.give_floor("ana")
        clock.advance(75)
        session.release_floor()
        session.note("The light is out")
        session.commit("Mend it", owner="Bo")
    return path


def test_help_is_worth_reading(shell: Shell):
    status, out, _ = shell("--help")
    assert status == 0
    commands = ("open", "rehearse", "sessions", "show", "export", "check", "doctor")
    for word in (*commands, "exit status: 0", "examples:"):
        assert word in out
    for command in commands:
        assert shell(command, "--help").status == 0
    assert shell("--version").out.strip() == f"facilitator {__version__}"


@pytest.mark.parametrize(
    "words",
    [
        ["show"],
        ["show", "--file"],
        ["check", "--file", "x", "--loud"],
        ["export", "--file", "x"],
        ["export", "--file", "x", "--to", "x.pdf", "--edition", "secret"],
        ["export", "--file", "x", "--to", "x.pdf", "--paper", "napkin"],
        ["rehearse", "--file", "x"],
        ["--loud"],
        ["shwo"],
    ],
)
def test_wrong_usage_is_status_2(shell: Shell, words: list[str]):
    status, out, err = shell(*words)
    assert (status, out) == (2, "")
    assert err.startswith("facilitator: ")
    assert "--help" in err
    assert err.count("\n") == 1


def test_a_file_that_is_not_there(shell: Shell, tmp_path: Path):
    for words in (*READING, ["export", "--to", tmp_path / "a.csv"]):
        assert "There is no file" in shell.refused(*words, "--file", tmp_path / "none.db")
        assert "is a folder" in shell.refused(*words, "--file", tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_rehearsal_into_a_place_that_cannot_be(shell: Shell, tmp_path: Path):
    for path in (tmp_path, tmp_path / "no" / "a.db", tmp_path / ("x" * 300), "/dev/null/a.db"):
        shell.refused("rehearse", EXAMPLE, "--file", path)
    assert list(tmp_path.iterdir()) == []


def test_files_that_are_not_ours(shell: Shell, tmp_path: Path, file: Path):
    letter, recipes, newer = (tmp_path / name for name in ("letter.db", "recipes.db", "newer.db"))
    letter.write_text("To whom it may concern, " * 99)
    with closing(sqlite3.connect(recipes)) as plain:
        plain.execute("create table recipe (name text)")
    newer.write_bytes(file.read_bytes())
    with closing(sqlite3.connect(newer)) as plain:
        plain.execute("pragma user_version = 99")
    for path, reason in (
        (letter, "not a session file"),
        (recipes, "not a session file"),
        (newer, "newer version"),
    ):
        before = path.read_bytes()
        for words in (*READING, ["rehearse", EXAMPLE], ["export", "--to", tmp_path / "a.csv"]):
            assert reason in shell.refused(*words, "--file", path)
        assert path.read_bytes() == before


def test_a_file_that_is_open_in_a_window(shell: Shell, file: Path, clock: Clock):
    with closing(store_at(file)) as store:
        session = sit_down(store, clock)
        for words in (*READING, ["rehearse", EXAMPLE]):
            assert "is open in another window" in shell.refused(*words, "--file", file)
        assert session.queue("ana")


def test_a_session_that_the_file_does_not_hold(shell: Shell, file: Path, tmp_path: Path):
    assert "it holds evening" in shell.refused("show", "morning", "--file", file)
    to = tmp_path / "a.csv"
    assert "it holds evening" in shell.refused("export", "morning", "--file", file, "--to", to)
    empty = tmp_path / "empty.db"
    empty.touch()
    assert "holds no session yet" in shell.refused("show", "--file", empty)
    assert shell("sessions", "--file", empty) == (0, f"No sessions in {empty} yet.\n", "")


def test_reading_leaves_a_closed_file_as_it_was(shell: Shell, file: Path, tmp_path: Path):
    before = file.read_bytes()
    for words in (
        *READING,
        *(["export", "--to", tmp_path / f"a.{end}"] for end in ("json", "csv")),
    ):
        assert shell(*words, "--file", file).status == 0
        assert file.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.csv", "a.json", "evening.db"]


def test_sessions_are_listed_for_people_and_for_programs(shell: Shell, tmp_path: Path):
    path = tmp_path / "two.db"
    for part in (script(id="hall"), script({"t": 9, "do": "end_session"}, id="t1", part_of="hall")):
        shell("rehearse", write(tmp_path / "script.json", part), "--file", path)
    found = json.loads(shell("sessions", "--file", path, "--json").out)
    assert [(row["id"], row["ended"], row["part_of"]) for row in found] == [
        ("hall", False, ""),
        ("t1", True, "hall"),
    ]
    assert set(found[0]) == {"id", "title", "series", "city", "date", "ended", "part_of"}
    lines = shell("sessions", "--file", path).out.splitlines()
    assert lines[1] == "2027-01-15  An evening at Saint Exempla (t1, ended)"


def test_show_tells_the_last_session_or_the_one_named(shell: Shell, tmp_path: Path):
    path = tmp_path / "two.db"
    for ident in ("first", "second"):
        part = write(tmp_path / "script.json", script(id=ident))
        shell("rehearse", part, "--file", path)
    assert json.loads(shell("show", "--file", path, "--json").out)["session"]["id"] == "second"
    found = json.loads(shell("show", "first", "--file", path, "--json").out)
    assert found["session"]["id"] == "first"


def test_show_in_words(shell: Shell, file: Path):
    out = shell("show", "--file", file).out
    assert "The session has not ended." in out
    assert "1 turns, 1:15 of talk" in out
    assert "C1 Bo, no date: Mend it" in out
    assert "No head count was made; " in out
    assert " promised, 0 asked:" in out


def test_a_rehearsal_says_each_act_once_it_is_on_disk(shell: Shell, tmp_path: Path):
    acts = [{"t": n, "do": "arrive", "person": "ana"} for n in range(3)]
    path = write(tmp_path / "script.json", script(*acts))
    status, out, err = shell("rehearse", path, "--file", tmp_path / "a.db", "--acks")
    assert (status, out.splitlines(), err) == (0, ["act 1", "act 2", "act 3"], "")
    status, out, _ = shell("rehearse", EXAMPLE, "--file", tmp_path / "a.db")
    assert out.startswith("Rehearsed 205 acts as session session-")


@pytest.mark.parametrize("ending", ["json", "csv", "xlsx", "md", "pdf", "eml"])
def test_an_export_is_written_and_named(shell: Shell, file: Path, tmp_path: Path, ending: str):
    to = tmp_path / f"summary.{ending}"
    status, out, _ = shell("export", "--file", file, "--to", to, "--edition", "record")
    assert (status, out) == (0, f"The record summary is in {to}.\n")
    assert to.stat().st_size > 100


def test_an_edition_and_a_paper_are_chosen(shell: Shell, file: Path, tmp_path: Path):
    plan = tmp_path / "plan.csv"
    assert shell("export", "--file", file, "--to", plan, "--edition", "action-plan").status == 0
    assert plan.read_text("utf-8-sig").startswith('"Action","Lead"')
    first, second = tmp_path / "letter.pdf", tmp_path / "a4.pdf"
    assert shell("export", "--file", file, "--to", first, "--paper", "letter").status == 0
    assert shell("export", "--file", file, "--to", second, "--paper", "a4").status == 0
    sizes = [tuple(map(round, PdfDocument(path)[0].get_size())) for path in (first, second)]
    assert sizes == [(612, 792), (595, 842)]


def test_a_calendar_needs_a_date(shell: Shell, tmp_path: Path, clock: Clock):
    undated, dated = tmp_path / "undated.db", tmp_path / "dated.db"
    with evening(clock, undated) as session:
        session.commit("Mend it", owner="Bo")
    with evening(clock, dated) as session:
        session.commit("Mend it", owner="Bo", due="2027-02-01")
    to = tmp_path / "dates.ics"
    said = shell.refused("export", "--file", undated, "--to", to)
    assert said == "facilitator: There is no date in this summary to put into a calendar.\n"
    assert shell("export", "--file", dated, "--to", to).status == 0
    assert b"20270201" in to.read_bytes()


def test_an_export_that_cannot_be(shell: Shell, file: Path, tmp_path: Path):
    for to in (tmp_path / "a.doc", tmp_path / "no" / "a.csv", tmp_path):
        shell.refused("export", "--file", file, "--to", to)
    assert list(tmp_path.iterdir()) == [file]


def test_whoever_reads_our_output_may_stop_reading(file: Path):
    command = [sys.executable, "-m", "facilitator", "show", "--file", str(file)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0


def test_without_a_screen_no_window_opens(
    shell: Shell, file: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert "there is no screen here" in shell.refused(file)
    assert "there is no screen here" in shell.refused("open", file)


def test_without_a_screen_the_example_is_rehearsed_and_printed(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    status, out, err = shell()
    assert (status, err) == (0, "")
    assert "57 turns, 20 notes, 9 commitments" in out
    (pdf,) = tmp_path.iterdir()
    assert pdf.read_bytes().startswith(b"%PDF")
    assert pdf.name in out
