"""Files for others: whole or not at all, and nothing in them runs."""

import csv
import json
from pathlib import Path

import pytest

from facilitator.log import events as e
from facilitator.log.state import State, apply
from facilitator.publish.export import NotExported, export, file_name
from facilitator.publish.summarise import summarise
from facilitator.publish.summary import Summary
from tests.evening import AGENDA, MEETING, PEOPLE

T = 1_800_000_000_000


def summary_of(*promises: tuple[str, str]) -> Summary:
    state = apply(State(), e.SessionPlanned(**MEETING, people=PEOPLE, agenda=AGENDA), T)
    for n, (owner, text) in enumerate(promises):
        made = e.CommitmentMade(f"C{n}", "pledge", text, owner, publish="named")
        state = apply(state, made, T + n)
    return summarise(state, T)


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_a_table_of_promises_opens_anywhere(tmp_path: Path):
    path = tmp_path / "promises.csv"
    export(summary_of(("Bo", 'She said: "call",\nand we did'), ("ខេត្ត", "ផ្លូវ")), path)
    found = [(row["id"], row["who"], row["text"]) for row in rows(path)]
    assert found == [("C0", "Bo", 'She said: "call",\nand we did'), ("C1", "ខេត្ត", "ផ្លូវ")]
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")  # so that Excel reads the names


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@sum(a1)", "\t=1+1", "\r=1", '=cmd|" /C calc"!A0']
)
def test_what_a_spreadsheet_would_run_stays_text(tmp_path: Path, text: str):
    path = tmp_path / "promises.csv"
    export(summary_of((text, text)), path)
    (row,) = rows(path)
    assert (row["who"], row["text"]) == (f"'{text}", f"'{text}")


def test_the_plain_data_is_all_there(tmp_path: Path):
    path = tmp_path / "SUMMARY.JSON"
    export(summary_of(("Bo", "Call")), path)
    found = json.loads(path.read_text("utf-8"))
    assert found["title"] == MEETING["title"]
    assert found["promises"][0]["who"] == "Bo"


@pytest.mark.parametrize("name", ["summary.doc", "summary", ".csv", "summary.json.bak"])
def test_another_ending_is_refused(tmp_path: Path, name: str):
    with pytest.raises(NotExported, match=r"should end in \.pdf, \.json or \.csv"):
        export(summary_of(), tmp_path / name)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("ending", [".json", ".csv", ".pdf"])
def test_where_nothing_can_be_written_nothing_is_left(tmp_path: Path, ending: str):
    in_the_way = tmp_path / f"folder{ending}"
    in_the_way.mkdir()
    for path in (in_the_way, tmp_path / "no such folder" / f"a{ending}"):
        with pytest.raises(NotExported, match=r"cannot be written"):
            export(summary_of(), path)
    assert list(tmp_path.rglob("*")) == [in_the_way]


@pytest.mark.parametrize("ending", [".json", ".csv"])
def test_a_summary_that_cannot_be_written_leaves_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str
):
    path = tmp_path / f"summary{ending}"
    export(summary_of(("Bo", "Call")), path)
    before = path.read_bytes()

    def full(part: Path, text: str, *_: object, **__: object) -> None:
        part.write_bytes(text.encode()[:10])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_text", full)
    with pytest.raises(NotExported, match=r"No space left on device"):
        export(summary_of(("Bo", "Call twice")), path)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("date", "title", "name"),
    [
        ("2027-01-15", "Who are we?", "2027-01-15 Who are we"),
        ("", 'a/b\\c:"d"\n<e>|*', "a b c d e"),
        ("", "...", "Summary"),
        ("", "x" * 200, "x" * 80),
        ("2027-01-15", "ភ្លើង", "2027-01-15 ភ្លើង"),
    ],
)
def test_a_title_becomes_a_file_name_of_any_platform(date: str, title: str, name: str):
    state = apply(State(), e.SessionPlanned(title, date=date), T)
    assert file_name(summarise(state, T)) == name + ".pdf"
