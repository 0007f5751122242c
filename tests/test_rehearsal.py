"""Playing the example that ships with the product: every figure is right to the second."""

import json
from collections.abc import Iterator
from contextlib import closing
from itertools import pairwise
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from facilitator import rehearsal
from facilitator.cli import main
from facilitator.figures.account import account, measured_at
from facilitator.record.checking import faults
from facilitator.record.files import store_at
from facilitator.record.store import Store
from facilitator.session import Session
from tests.clock import Clock
from tests.evening import EXAMPLE, example, script, write


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("played") / "parable.db"
    assert main(["rehearse", str(EXAMPLE), "--file", str(path)]) == 0
    return path


@pytest.fixture
def shown(played: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    assert main(["show", "--file", str(played), "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_the_talk_is_what_was_added_up_by_hand(shown: dict[str, Any]):
    expected = example()["expected"]
    assert {name: shown[name] for name in expected} == expected


def test_each_segment_took_what_its_moments_say(shown: dict[str, Any]):
    found = {row["id"]: (row["planned_s"], row["actual_s"]) for row in shown["segments"]}
    starts = [a["t"] for a in example()["acts"] if a["do"] in ("start_segment", "end_session")]
    actual = [after - before for before, after in pairwise(starts)]
    assert [took for _, took in found.values()] == actual
    assert found["A"] == (600, 640)
    assert shown["ended"]


def test_notes_and_people_are_all_there(shown: dict[str, Any]):
    script = example()
    kinds = [act["kind"] for act in script["acts"] if act["do"] == "note"]
    assert shown["notes"]["total"] == 20
    assert shown["notes"]["by_kind"] == {kind: kinds.count(kind) for kind in kinds}
    assert shown["attendance"] == {
        "tally": 12,
        "method": "counted",
        "signed_in": 12,
        "signed_in_or_spoke": 12,
    }
    assert shown["session"]["title"] == script["session"]["title"]


def test_nine_promises_stand_also_the_one_that_was_dropped_by_mistake(shown: dict[str, Any]):
    made = [act for act in example()["acts"] if act["do"] == "commit"]
    found = {promise["id"]: promise for promise in shown["commitments"]}
    assert len(found) == 9
    assert "C7" in found
    for act in made:
        told = found[act["id"]]
        for name in ("kind", "owner", "text", "due", "first_step"):
            assert told[name] == act.get(name, "")


def test_what_was_read_back_is_confirmed_and_the_rest_is_a_draft(shown: dict[str, Any]):
    for promise in shown["commitments"]:
        aloud = promise["id"] in ("C1", "C2", "C3")
        assert promise["read_back"] == aloud
        assert promise["status"] == ("confirmed" if aloud else "draft")


def test_the_file_passes_its_check(played: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["check", "--file", str(played)]) == 0
    assert "1 sessions, 206 acts" in capsys.readouterr().out


def test_page_one_tells_every_promise_of_the_evening(played: Path, tmp_path: Path):
    to = tmp_path / "summary.pdf"
    assert main(["export", "--file", str(played), "--to", str(to)]) == 0
    with pypdfium2.PdfDocument(to) as pdf:
        words = pdf[0].get_textpage().get_text_bounded().split()
    assert [f"C{n}" for n in range(1, 9) if f"C{n}" not in words] == []
    assert "Interpreters" in words  # what was asked of somebody who was not there


def test_the_whole_evening_is_undone_and_redone(played: Path, tmp_path: Path, clock: Clock):
    path = tmp_path / "copy.db"
    path.write_bytes(played.read_bytes())
    with closing(store_at(path)) as store:
        (ident,) = store.shelf.sessions()
        session = Session(store, ident, clock)
        before = session.state
        while session.undo():
            pass
        assert len(session.state.floor.turns) == len(session.state.notes) == 0
        while session.redo():
            pass
        assert session.state == before
        assert faults(store) == []


# Each verb of a script does what it says


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with closing(store_at(tmp_path / "evening.db")) as store:
        yield store


def play(store: Store, *acts: dict[str, Any], **session: Any) -> dict[str, Any]:
    session = rehearsal.play(rehearsal.check(script(*acts, **session)), store)
    return account(session.id, session.state, measured_at(session.history))


def test_a_session_without_id_gets_one_and_may_be_played_again(tmp_path: Path, store: Store):
    path = write(tmp_path / "script.json", {**script(), "session": script()["session"]})
    anonymous = script()
    del anonymous["session"]["id"]
    write(path, anonymous)
    first, second = (rehearsal.play(rehearsal.read(path), store).id for _ in range(2))
    assert first != second
    assert store.shelf.sessions() == [first, second]


def test_the_moments_of_a_script_are_the_clock(store: Store):
    found = play(
        store,
        {"t": -60, "do": "arrive", "person": "ana"},
        {"t": 30.5, "do": "start_segment", "segment": "welcome", "since_t": 0},
        {"t": 600, "do": "start_segment", "segment": "round"},
        {"t": 610, "do": "give_floor", "person": "bo"},
        {"t": 660.25, "do": "release_floor"},
        {"t": 700, "do": "pause"},
        {"t": 800, "do": "resume"},
        {"t": 900, "do": "end_session"},
    )
    assert [row["actual_s"] for row in found["segments"]] == [600, 200, 0, 0]
    assert found["by_person"] == {"bo": 50.25}
    opens = rehearsal.check(script()).opens
    assert store.entries("evening")[1].at == opens - 60_000


def test_a_direct_response_and_a_hold_in_a_script(store: Store):
    found = play(
        store,
        {"t": 0, "do": "give_floor", "person": "ana", "kind": "presentation"},
        {"t": 100, "do": "give_floor", "person": "bo", "kind": "direct_response"},
        {"t": 110, "do": "hold"},
        {"t": 150, "do": "unhold"},
        {"t": 155, "do": "release_floor"},
        {"t": 200, "do": "release_floor"},
    )
    assert found["by_person"] == {"ana": 145, "bo": 15}


def test_everything_that_can_be_said_of_notes_and_promises(store: Store):
    found = play(
        store,
        {"t": 0, "do": "note", "id": "n", "kind": "idea", "text": "A", "themes": ["x"]},
        {"t": 1, "do": "change_note", "id": "n", "kind": "concern", "themes": ["y", "z"]},
        {"t": 2, "do": "commit", "id": "c", "kind": "pledge", "owner": "Bo", "text": "Call"},
        {"t": 3, "do": "amend", "id": "c", "due": "2027-02-01"},
        {"t": 4, "do": "read_back", "id": "c"},
        {"t": 5, "do": "status", "ref": "c", "status": "in_progress", "evidence": "rang once"},
        {"t": 6, "do": "status", "ref": "autumn/C4", "status": "done"},
        {"t": 7, "do": "note", "id": "m", "kind": "idea", "text": "B"},
        {"t": 8, "do": "drop", "id": "m"},
    )
    assert found["notes"] == {"total": 1, "by_kind": {"concern": 1}}
    (promise,) = found["commitments"]
    assert (promise["due"], promise["status"]) == ("2027-02-01", "in_progress")
    assert promise["read_back"]
    assert faults(store) == []


def test_passing_withdrawing_and_leaving(store: Store):
    play(
        store,
        {"t": 0, "do": "queue", "person": "ana", "kind": "speak"},
        {"t": 0, "do": "queue", "person": "bo", "kind": "speak"},
        {"t": 0, "do": "queue", "person": "chau", "kind": "speak"},
        {"t": 1, "do": "pass_for_now", "person": "ana"},
        {"t": 2, "do": "move", "person": "chau", "before": "bo", "reason": "train"},
        {"t": 3, "do": "pass", "person": "bo"},
        {"t": 4, "do": "leave", "person": "bo"},
        {"t": 5, "do": "tally", "count": 3, "method": "estimated"},
        {"t": 6, "do": "grant_time", "seconds": 60},
        {"t": 7, "do": "resize_segment", "segment": "open", "minutes": 20},
        {"t": 8, "do": "withdraw", "person": "dara"},
        {"t": 9, "do": "redo"},
        {"t": 10, "do": "undo"},
    )
    session = Session(store, "evening", Clock())
    assert [row.person for row in session.state.floor.queue] == ["chau", "ana"]
    assert session.state.floor.passes == (("", "bo"),)
    assert session.state.agenda.segments[2].length == 30.5 * 60_000  # undone


def test_each_act_is_on_disk_before_it_is_said(store: Store):
    said: list[tuple[int, int]] = []
    rehearsal.play(
        rehearsal.check(script(*({"t": n, "do": "arrive", "person": "ana"} for n in range(1)))),
        store,
        lambda number: said.append((number, len(store.entries("evening")))),
    )
    assert said == [(1, 2)]
