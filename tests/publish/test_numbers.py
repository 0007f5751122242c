"""The numbers of a session are the same wherever they are told, `show --json` first."""

import json
import re
import tempfile
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import openpyxl
import pypdfium2
import pytest

from facilitator.figures.account import account, measured_at
from facilitator.log.history import History
from facilitator.publish import words
from facilitator.publish.export import export
from facilitator.publish.summarise import summarise
from facilitator.record.files import store_at
from facilitator.rehearsal import play, read
from facilitator.room.groups import label
from tests.evening import EXAMPLE
from tests.publish.town import town

HEADS = ("signed_in", "signed_in_or_spoke", "tally", "method")


class Told(NamedTuple):
    """The figures of a session, lengths as 75:03."""

    signed_in: int
    signed_in_or_spoke: int
    counted: int
    how: str
    turns: int
    talk: str
    parts: list[tuple[str, str]]  # planned, took
    by_group: dict[str, str]
    promises: list[str]
    notes: int


@cache
def history(name: str) -> History:
    if name == "a town":
        return History(town(7, people=60, notes=88, promises=20).log)
    with tempfile.TemporaryDirectory() as folder, closing(store_at(Path(folder) / "a.db")) as store:
        return play(read(EXAMPLE), store).history


def shown(of: History) -> Told:
    """Return the figures as `show --json` has them."""
    told = account("of ours", of.state, measured_at(of))
    safety = told["notes"]["by_kind"].get("safety", 0)
    return Told(
        *(told["attendance"][name] for name in HEADS),
        told["turns"],
        words.clock(told["talk_s"]),
        [(words.clock(one["planned_s"]), words.clock(one["actual_s"])) for one in told["segments"]],
        {label(code): words.clock(length) for code, length in told["by_group"].items()},
        sorted(one["id"] for one in told["commitments"]),
        told["notes"]["total"] - safety,  # kept apart, in every edition
    )


def in_data(path: Path) -> Told:
    told = json.loads(path.read_text("utf-8"))
    heard = [note for part in told["parts"] for note in (*part["heard"], *part["more"])]
    apart = ("elsewhere", "acknowledgements", "questions", "answers")
    heard += [note for name in apart for note in told[name]]
    return Told(
        *(told[name] for name in HEADS[:3]),
        told["tally_method"],
        told["turns"],
        words.clock(told["talk_s"]),
        [(words.clock(one["planned_s"]), words.clock(one["actual_s"])) for one in told["parts"]],
        {one["group"]: words.clock(one["talk_s"]) for one in told["voices"] if one["turns"]},
        sorted(one["id"] for one in (*told["promises"], *told["requests"])),
        len({note["id"] for note in heard}),
    )


def in_spreadsheet(path: Path) -> Told:
    book = openpyxl.load_workbook(path)
    sheets = {one.title: [*one.iter_rows(values_only=True)] for one in book}
    return _in_tables(
        {name: [list(map(_cell, row)) for row in rows] for name, rows in sheets.items()}
    )


def _cell(value: Any) -> str:
    if isinstance(value, timedelta):
        return words.clock(value.total_seconds())
    return "" if value is None else str(value)


def in_markdown(path: Path) -> Told:
    text = path.read_text("utf-8").replace("\\", "")
    found: dict[str, list[list[str]]] = {}
    for section in text.split("\n## ")[1:]:
        rows = [line.strip("| ").split(" | ") for line in section.split("\n") if line[:2] == "| "]
        found[section.split("\n")[0]] = rows[:1] + rows[2:]
    facts = re.findall(r"- \*\*(.+?):\*\* (.*)", text)
    heard = text[text.index("## What we heard") :].split("\n## ")[0]
    notes = {line for line in heard.split("\n") if line.startswith("- **")}
    found["Notes"] = [["Ref"], *([note] for note in notes)]
    return _in_tables({**found, "Summary": [list(fact) for fact in facts]})


def _in_tables(of: dict[str, list[list[str]]]) -> Told:
    facts = {row[0]: row[1] for row in of["Summary"]}
    turns, talk = (of["Talk"][0].index(name) for name in ("Turns", "Talk, minutes"))
    return Told(
        int(facts["People who signed in"]),
        int(facts["People who signed in or spoke"]),
        int(facts["Head count"]),
        facts["How heads were counted"],
        int(facts["Turns"]),
        facts["Talk, minutes"],
        [(row[-2], row[-1]) for row in of["Agenda"][1:]],
        {row[0]: row[talk] for row in of["Talk"][1:] if row[turns] != "0"},
        sorted(row[0] for row in of["Promises"][1:]),
        len({row[0] for row in of["Notes"][1:]}),
    )


READ: dict[str, Callable[[Path], Told]] = {
    ".json": in_data,
    ".xlsx": in_spreadsheet,
    ".md": in_markdown,
}


@pytest.mark.parametrize("name", ["the example", "a town"])
@pytest.mark.parametrize("ending", READ)
def test_a_file_tells_the_numbers_that_are_shown(tmp_path: Path, ending: str, name: str):
    of, path = history(name), tmp_path / f"out{ending}"
    export(summarise(of.state, measured_at(of), "record"), path)
    assert READ[ending](path) == shown(of)


def on_pages(path: Path, wanted: Told) -> Told:
    """Return the figures that pages tell; a group is looked for by its name."""
    with pypdfium2.PdfDocument(path) as pdf:
        texts = [page.get_textpage().get_text_range() for page in pdf]
    text = " ".join(" ".join(texts).replace("\ufffe", "").split())
    counted, how, signed = _found(r"(\d+) people, ([\w ]+)\. (\d+) people signed in\.", text)
    (known,) = _found(r"Groups and shares count the (\d+) people who signed in", text)
    turns, talk = _found(r"(\d+) turns, ([\d:]+) of talk", text)
    parts = re.findall(r" (\d+:\d\d) (\d+:\d\d) (?:as planned|\d+:\d\d (?:long|short)er)", text)
    groups = {group: _found(rf"{group} \d+ \d+ (\d+:\d\d)", text)[0] for group in wanted.by_group}
    full = text[text.index("The promises in full") :]
    promises = {one for one in wanted.promises if re.search(rf"\b{one} ", full)}
    heads = int(signed), int(known), int(counted), how
    told = *heads, int(turns), talk, parts, groups, sorted(promises)
    return Told(*told, wanted.notes)


def _found(pattern: str, text: str) -> tuple[str, ...]:
    found = re.search(pattern, text)
    assert found, f"{pattern} is not on the pages"
    return found.groups()


@pytest.mark.parametrize("edition", ["record", "public"])
@pytest.mark.parametrize("name", ["the example", "a town"])
def test_the_pages_tell_the_numbers_that_are_shown(tmp_path: Path, name: str, edition: str):
    of, path, data = history(name), tmp_path / "out.pdf", tmp_path / "out.json"
    summary = summarise(of.state, measured_at(of), edition)
    export(summary, path)
    export(summary, data)
    told, whole = in_data(data), shown(of)
    assert on_pages(path, told) == told
    if edition == "record":
        assert told == whole
    else:  # of groups and promises not all may be told, of the rest all
        assert told[:7] == whole[:7]
        assert _seconds(told.by_group) == _seconds(whole.by_group)


def _seconds(lengths: dict[str, str]) -> int:
    pairs = (length.split(":") for length in lengths.values())
    return sum(60 * int(minutes) + int(seconds) for minutes, seconds in pairs)
