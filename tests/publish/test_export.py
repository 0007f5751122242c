"""Files for others: whole or not at all, each by the ending of its name."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from facilitator.log import events as e
from facilitator.log.state import State, apply
from facilitator.publish.export import (
    ENDINGS,
    FORM,
    NotExported,
    export,
    file_name,
    plain_data,
    write,
    write_letters,
)
from facilitator.publish.letters import Letter
from facilitator.publish.summarise import summarise
from facilitator.publish.summary import Summary
from tests.evening import AGENDA, MEETING, PEOPLE
from tests.publish.anything import any_summary
from tests.publish.sample import SAMPLE

T = 1_800_000_000_000


def summary_of(*promises: tuple[str, str]) -> Summary:
    state = apply(State(), e.SessionPlanned(**MEETING, people=PEOPLE, agenda=AGENDA), T)
    for n, (owner, text) in enumerate(promises):
        made = e.CommitmentMade(f"C{n}", "pledge", text, owner, publish="named")
        state = apply(state, made, T + n)
    return summarise(state, T)


@pytest.mark.parametrize(
    ("ending", "begins"),
    [
        (".pdf", b"%PDF"),
        (".csv", b'\xef\xbb\xbf"Ref"'),  # the mark lets Excel read the names
        (".xlsx", b"PK"),
        (".ics", b"BEGIN:VCALENDAR\r\n"),
        (".eml", b"X-Unsent: 1\r\n"),
        (".md", b"# Who are we, where are we\n"),
        (".json", b"{\n"),
    ],
)
def test_the_ending_says_what_is_written(tmp_path: Path, ending: str, begins: bytes):
    for name in (f"a{ending}", f"B{ending.upper()}"):
        export(SAMPLE, tmp_path / name)
    first, second = sorted(tmp_path.iterdir(), key=lambda path: path.name.lower())
    assert first.read_bytes().startswith(begins)
    assert first.read_bytes() == second.read_bytes()


def test_the_plain_data_is_all_there(tmp_path: Path):
    path = tmp_path / "SUMMARY.JSON"
    export(summary_of(("Bo", "Call")), path)
    found = json.loads(path.read_text("utf-8"))
    assert (found["form"], found["draft"]) == (FORM, True)
    assert found["title"] == MEETING["title"]
    assert found["promises"][0]["who"] == "Bo"


@settings(max_examples=60)
@given(any_summary)
def test_anything_typed_is_data_and_nothing_in_it_acts_unseen(summary: Summary):
    text = plain_data(summary).decode()
    assert not set(text) & set("\x00\x07\x1b\x7f\u202e\u2066\ufeff\ufffe")
    title = json.loads(text)["title"]
    assert title == "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in summary.title)


@pytest.mark.parametrize("name", ["summary.doc", "summary", ".csv", "summary.json.bak"])
def test_another_ending_is_refused(tmp_path: Path, name: str):
    with pytest.raises(NotExported, match=r"should end in \.pdf, .* \.md or \.json\.$"):
        export(summary_of(), tmp_path / name)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("ending", ENDINGS)
def test_where_nothing_can_be_written_nothing_is_left(tmp_path: Path, ending: str):
    in_the_way = tmp_path / f"folder{ending}"
    in_the_way.mkdir()
    for path in (in_the_way, tmp_path / "no such folder" / f"a{ending}"):
        with pytest.raises(NotExported, match=r"cannot be written"):
            export(SAMPLE, path)
    assert list(tmp_path.rglob("*")) == [in_the_way]


@pytest.mark.parametrize("ending", [ending for ending in ENDINGS if ending != ".pdf"])
def test_a_summary_that_cannot_be_written_leaves_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str
):
    path = tmp_path / f"summary{ending}"
    export(SAMPLE, path)
    before = path.read_bytes()

    def full(part: Path, content: bytes) -> None:
        with part.open("wb") as file:
            file.write(content[:10])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(NotExported, match=r"No space left on device"):
        export(replace(SAMPLE, title="Another"), path)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_letters_are_written_whole_or_told(tmp_path: Path):
    letters = (Letter("Ana.eml", b"a", ""), Letter("Bo.eml", b"b", ""))
    write_letters(letters, tmp_path)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {
        "Ana.eml": b"a",
        "Bo.eml": b"b",
    }
    with pytest.raises(NotExported, match=r"Ana\.eml cannot be written"):
        write_letters(letters, tmp_path / "no such folder")


@pytest.mark.parametrize(
    ("date", "title", "name"),
    [
        ("2027-01-15", "Who are we?", "2027-01-15 Who are we – public summary, draft"),
        ("", 'a/b\\c:"d"\n<e>|*', "a b c d e – public summary, draft"),
        ("", "...", "Public summary, draft"),
        ("", "x" * 200, "x" * 60 + " – public summary, draft"),
        ("2027-01-15", "ភ្លើង", "2027-01-15 ភ្លើង – public summary, draft"),
        ("", "a\u202egnp.exe\x00\ud800", "agnp.exe\ufffd – public summary, draft"),
    ],
)
def test_a_title_becomes_a_file_name_of_any_platform(date: str, title: str, name: str):
    named = file_name(replace(SAMPLE, date=date, title=title))
    assert named == name + ".pdf"


@pytest.mark.parametrize(
    ("edition", "words"),
    [
        ("participants", "summary for participants"),
        ("one-page", "one-page summary"),
        ("action-plan", "action plan"),
        ("record", "full record"),
    ],
)
def test_a_file_name_says_for_whom_it_is_and_whether_it_is_a_draft(edition: str, words: str):
    summary = replace(SAMPLE, edition=edition, title="Us", date="")
    assert file_name(summary, ".xlsx") == f"Us – {words}, draft.xlsx"
    assert file_name(replace(summary, approved=True), ".xlsx") == f"Us – {words}.xlsx"


@pytest.mark.parametrize("sign", ["x", "ភ", "😀"])
def test_no_file_name_is_too_long_for_a_disk(tmp_path: Path, sign: str):
    summary = replace(SAMPLE, title=sign * 300, edition="participants")
    write(tmp_path / file_name(summary, ".xlsx"), b"")
    assert len(list(tmp_path.iterdir())) == 1
