"""Striking and erasing by the command line: what it says, and one sentence for wrong input."""

import os
from contextlib import closing
from pathlib import Path

import pytest

from facilitator.record.files import store_at
from tests.clock import Clock
from tests.evening import evening, sit_down
from tests.test_cli import Shell, shell

__all__ = ["shell"]  # a fixture


@pytest.fixture
def file(tmp_path: Path, clock: Clock) -> Path:
    path = tmp_path / "evening.db"
    with evening(clock, path) as session:
        session.start_segment("open")
        session.note("Tobias is afraid")
        session.note("Châu said: we need light")
        session.commit("Mend it", owner="Bo")
    return path


def test_a_note_is_struck_and_the_page_says_so(shell: Shell, file: Path):
    status, out, err = shell("strike", "evening", "N1", "--reason", "child", "--file", file)
    assert (status, err) == (0, "")
    assert "note N1 of the session evening" in out
    assert "Reason: it is about a child." in out
    assert "What this cannot reach:" in out
    assert "Tobias" not in out
    assert b"Tobias" not in file.read_bytes()
    assert shell("check", "--file", file).status == 0
    assert "1 notes" in shell("show", "--file", file).out


def test_somebody_is_erased_by_name_with_what_names_them(shell: Shell, file: Path):
    words = ["erase", "evening", "châu", "--reason", "erasure", "--mentions", "--file", file]
    before = file.read_bytes()
    looked = shell(*words, "--look")
    assert (looked.status, file.read_bytes()) == (0, before)
    assert "This would go for good: person chau" in looked.out
    assert "- evening, note N2, text" in looked.out
    out = shell(*words).out
    assert "The id chau holds the name, and stays." in out
    assert "Châu".encode() not in file.read_bytes()
    assert shell("check", "--file", file).status == 0


WRONG = [
    (["strike", "morning", "N1", "--reason", "child"], "it holds evening"),
    (["strike", "evening", "N9", "--reason", "child"], "there is no note or promise N9"),
    (["strike", "evening", "N1", "--reason", "Tobias"], "erasure (somebody asked to be erased)"),
    (["erase", "morning", "ana", "--reason", "erasure"], "it holds evening"),
    (["erase", "evening", "zoe", "--reason", "erasure"], "there is nobody zoe"),
    (["erase", "evening", "ana", "--reason", "because"], "there is no such reason"),
]


@pytest.mark.parametrize(("words", "told"), WRONG)
def test_what_cannot_be_struck_is_told_in_one_sentence(
    shell: Shell, file: Path, words: list[str], told: str
):
    before = file.read_bytes()
    assert told in shell.refused(*words, "--file", file)
    assert file.read_bytes() == before


def test_two_people_of_one_name_are_told_apart_by_id(shell: Shell, file: Path, clock: Clock):
    with closing(store_at(file)) as store:
        sit_down(store, clock).import_people([{"id": "b2", "name": "Bo"}])
    said = shell.refused("erase", "evening", "Bo", "--reason", "erasure", "--file", file)
    assert "say which by id: bo, b2" in said


def test_a_file_that_is_open_in_a_window_or_not_there(shell: Shell, file: Path, clock: Clock):
    words = ["strike", "evening", "N1", "--reason", "child", "--file"]
    with closing(store_at(file)) as store:
        sit_down(store, clock)
        assert "is open in another window" in shell.refused(*words, file)
    assert "There is no file" in shell.refused(*words, file.with_name("none.db"))


def test_a_file_that_may_only_be_read(shell: Shell, file: Path, monkeypatch: pytest.MonkeyPatch):
    words = ["strike", "evening", "N1", "--reason", "child", "--file", file]
    before = file.read_bytes()
    if os.geteuid() == 0:  # whom no mode stops: let the file be opened as on a read-only medium
        monkeypatch.setattr(
            "facilitator.commands.strike.store_at",
            lambda path, read_only=False: store_at(path, read_only=True),
        )
    else:
        file.chmod(0o400)
    shell.refused(*words)
    assert file.read_bytes() == before
