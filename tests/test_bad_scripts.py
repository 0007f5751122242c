"""A bad script: one sentence, status 2, and nothing of it in the file."""

import copy
import random
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.cli import main
from facilitator.rehearsal import BadScript, read
from tests.evening import EXAMPLE, example, script, write

QUEUE = {"t": 0, "do": "queue", "person": "ana", "kind": "speak"}
NOTE = {"t": 0, "do": "note", "id": "n", "kind": "idea", "text": "A bell"}
PROMISE = {"t": 0, "do": "commit", "id": "c", "kind": "pledge", "owner": "Bo", "text": "Call"}


def acts(*rows: Any) -> dict[str, Any]:
    return script(*rows)


def without(row: dict[str, Any], name: str) -> dict[str, Any]:
    return {key: value for key, value in row.items() if key != name}


def twice(part: str) -> dict[str, Any]:
    found = script()
    return {**found, part: [*found[part], found[part][0]]}


BAD: dict[str, tuple[Any, str]] = {
    "an act nobody knows": (acts({"t": 0, "do": "sing"}), 'act 1: there is no act "sing"'),
    "an act that is none": (acts(QUEUE, 5), "act 2: there is no act null"),
    "an act in a list": (acts({"t": 0, "do": ["queue"]}), "act 1: there is no act"),
    "a field nobody knows": (acts({**QUEUE, "loud": 1}), 'act 1 (queue): there is no field "loud"'),
    "no kind": (acts(without(QUEUE, "kind")), "act 1 (queue): the field kind is missing"),
    "no moment": (acts(without(QUEUE, "t")), "act 1 (queue): the field t is missing"),
    "a moment that runs backwards": (
        acts(QUEUE, {**NOTE, "t": 5}, {"t": 4.5, "do": "undo"}),
        "act 3 (undo): its moment 4.5 is before the 5 of the act before",
    ),
    "somebody unknown": (acts({**QUEUE, "person": "eve"}), 'person "eve" is no person of'),
    "a segment unknown": (
        acts({"t": 0, "do": "start_segment", "segment": "lunch"}),
        'segment "lunch" is no segment of this script',
    ),
    "a note unknown": (
        acts({"t": 0, "do": "change_note", "id": "n", "text": "x"}, NOTE),
        'act 1 (change_note): id "n" is no note of this script',
    ),
    "a promise unknown": (acts(NOTE, {"t": 0, "do": "amend", "id": "n"}), "is no commitment of"),
    "nothing to drop": (acts({"t": 0, "do": "drop", "id": "x"}), "is no note or commitment of"),
    "a moment that is true": (acts({**QUEUE, "t": True}), "t true is not a number that fits"),
    "a moment that is null": (acts({**QUEUE, "t": None}), "t null is not a number that fits"),
    "a moment that is text": (acts({**QUEUE, "t": "0"}), 't "0" is not a number that fits'),
    "a moment of another age": (acts({**QUEUE, "t": 1e300}), "is not a number that fits"),
    "a moment that is no number": (acts({**QUEUE, "t": float("nan")}), "is not a number that fits"),
    "a moment without end": (acts({**QUEUE, "t": float("inf")}), "is not a number that fits"),
    "half a head": (acts({"t": 0, "do": "tally", "count": 1.5, "method": "counted"}), "whole"),
    "less than nobody": (acts({"t": 0, "do": "tally", "count": -1, "method": "counted"}), "whole"),
    "no such kind": (acts({**NOTE, "kind": "rumour"}), 'kind "rumour" is none of experience,'),
    "a kind in a list": (acts({**NOTE, "kind": [["idea"]]}), "is none of"),
    "a person in an object": (acts({**QUEUE, "person": {"id": "ana"}}), "is no person of"),
    "text that is a number": (acts({**NOTE, "text": 5}), "text 5 is not text"),
    "half a character": (acts({**NOTE, "text": "\ud83d"}), "holds a broken character"),
    "half a character in a name": (acts({**NOTE, "\udc00": 1}), "there is no field"),
    "a day that is none": (acts({**PROMISE, "due": "2027-02-30"}), "is not a date like"),
    "a day in words": (acts({**PROMISE, "due": "soon"}), "is not a date like 2026-10-15"),
    "a day of another age": (acts({**PROMISE, "due": "9999-12-31"}), "is not a date like"),
    "a note twice": (acts(NOTE, NOTE), "act 2 (note): the note n is there already"),
    "a promise twice": (acts(PROMISE, PROMISE), "the commitment c is there already"),
    "a person twice": (twice("people"), "person 5: the person ana is there already"),
    "a segment twice": (twice("agenda"), "agenda item 5: the segment welcome is there already"),
    "a segment shorter than nothing": (
        acts({"t": 0, "do": "resize_segment", "segment": "open", "minutes": -1}),
        "minutes -1 is less than nothing",
    ),
    "acts that are null": ({**script(), "acts": None}, "acts null is not a list"),
    "acts in an object": ({**script(), "acts": {}}, "acts {} is not a list"),
    "people that are text": ({**script(), "people": "ana"}, "is not a list"),
    "a person that is null": ({**script(), "people": [None]}, "person 1: null is not an object"),
    "a person without id": ({**script(), "people": [{"name": "A"}]}, "the field id is missing"),
    "a session that is a list": ({**script(), "session": []}, "session: [] is not an object"),
    "no session": (without(script(), "session"), "the script: the field session is missing"),
    "no such day": (script(date="2027-02-29"), "is not a date like 2026-10-15"),
    "the end of time": (script(date="9999-12-31"), "is not a date like 2026-10-15"),
    "the beginning of time": (script(date="0001-01-01"), "is not a date like 2026-10-15"),
    "a day by its week": (script(date="2027-W01-1"), "is not a date like 2026-10-15"),
    "no such hour": (script(start="24:00"), "is not a time of day like 18:00"),
    "an hour in other digits": (script(hard_stop="1٨:00"), "is not a time of day like 18:00"),
    "no such place": (script(timezone="Mars/Olympus"), "is not a time zone like"),
    "an empty id": (script(id=" "), "is not an id"),
    "an endless id": (script(id="x" * 201), "is not an id"),
    "a later version": ({**script(), "script": 2}, "is not a session script of version 1"),
    "a list": ([], "is not a session script of version 1"),
    "null": (None, "is not a session script of version 1"),
}


@pytest.fixture
def held(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A session file that holds an evening already."""
    path = tmp_path / "held.db"
    good = write(tmp_path / "good.json", script(QUEUE, id="an earlier one"))
    assert main(["rehearse", str(good), "--file", str(path)]) == 0
    capsys.readouterr()
    return path


class Refusal:
    def __init__(self, held: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.held, self.capsys = held, capsys

    def of(self, path: Path) -> str:
        """Return the sentence that refuses a script; see that neither file is touched."""
        before, new = self.held.read_bytes(), self.held.with_name("new.db")
        said = set()
        for file in (self.held, new):
            assert main(["rehearse", str(path), "--file", str(file)]) == 2
            out, err = self.capsys.readouterr()
            assert out == ""
            said.add(err)
        assert self.held.read_bytes() == before
        assert not new.exists()
        (sentence,) = said
        assert sentence.startswith("facilitator: ")
        assert sentence.endswith(".\n")
        assert sentence.count("\n") == 1
        assert len(sentence) < 600
        return sentence


@pytest.fixture
def refusal(held: Path, capsys: pytest.CaptureFixture[str]) -> Refusal:
    return Refusal(held, capsys)


@pytest.mark.parametrize("bad", BAD.values(), ids=BAD)
def test_a_script_that_says(bad: tuple[Any, str], tmp_path: Path, refusal: Refusal):
    content, reason = bad
    assert reason in refusal.of(write(tmp_path / "bad.json", content))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b'{"script": 1,}',
        b"\xff\xfe\x00",
        EXAMPLE.read_bytes()[:-3],
        random.Random(0).randbytes(2_000_000),
        b"[" * 2_000_000,
        b'{"a":' * 300_000,
        b'{"script": 1, "session": ' + b"9" * 10_000 + b"}",
    ],
    ids=lambda content: f"{content[:12]!r}… {len(content)}",
)
def test_a_script_that_is_not_json(content: bytes, tmp_path: Path, refusal: Refusal):
    path = tmp_path / "bad.json"
    path.write_bytes(content)
    assert "is not a session script" in refusal.of(path)


@pytest.mark.parametrize("depth", [10, 900, *range(930, 1000, 2)])
def test_a_script_that_is_nested(depth: int, tmp_path: Path, refusal: Refusal):
    """At any depth: whether Python still reads it, still shows it, or neither."""
    path = tmp_path / "bad.json"
    path.write_text(f'{{"script": 1, "acts": [], "session": {"[" * depth}{"]" * depth}}}')
    refusal.of(path)


def test_a_script_that_is_not_there(tmp_path: Path, refusal: Refusal):
    assert "No such file" in refusal.of(tmp_path / "none.json")
    assert "cannot be read" in refusal.of(tmp_path)


def test_a_session_that_the_file_holds_already(
    tmp_path: Path, held: Path, capsys: pytest.CaptureFixture[str]
):
    before = held.read_bytes()
    again = write(tmp_path / "again.json", script(id="an earlier one"))
    assert main(["rehearse", str(again), "--file", str(held)]) == 2
    assert "holds the session an earlier one already" in capsys.readouterr().err
    assert held.read_bytes() == before


# A good script, spoilt at random

JUNK = st.one_of(
    st.sampled_from([None, True, -1, 0, 1.5, 1e300, float("inf"), float("nan"), 10**30, [], {}]),
    st.sampled_from(["", "ana", "\ud800", "x" * 300, "2027-02-30", "25:00", "=1+1", "N01", "C1"]),
    st.sampled_from([[None], [["x"]], {"id": 1}, ["P01"], [[[[[]]]]]]),
)


def places(of: Any, path: tuple = ()) -> Iterator[tuple]:
    """Yield the way to each value in a script."""
    inside = of.items() if isinstance(of, dict) else enumerate(of) if isinstance(of, list) else ()
    for key, value in inside:
        yield (*path, key)
        yield from places(value, (*path, key))


GOOD = without(example(), "expected")
PLACES = list(places(GOOD))


@st.composite
def spoilt(draw: st.DrawFn) -> Any:
    found = copy.deepcopy(GOOD)
    for *way, last in draw(st.lists(st.sampled_from(PLACES), min_size=1, max_size=2)):
        inner = found
        try:
            for key in way:
                inner = inner[key]
            if draw(st.booleans()):
                inner[last] = draw(JUNK)
            else:
                del inner[last]
        except (KeyError, IndexError, TypeError):
            continue  # the first spoiling took the place of the second away
    return found


@settings(max_examples=150)
@given(spoilt())
def test_a_spoilt_script_plays_or_is_refused(content: Any):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = write(folder / "spoilt.json", content)
        try:
            read(path)
            status = 0
        except BadScript:
            status = 2
        file = folder / "evening.db"
        assert main(["rehearse", str(path), "--file", str(file), "--acks"]) == status
        assert file.exists() == (status == 0)
        if status == 0:
            for command in (["show"], ["check"], ["export", "--to", str(folder / "s.json")]):
                assert main([*command, "--file", str(file)]) == 0
