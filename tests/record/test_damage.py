"""A damaged file: the check names what is wrong, and nothing ends in a traceback."""

import json
import random
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

import pytest

from facilitator.cli import main
from facilitator.faults import Fault
from facilitator.record.chain import written
from facilitator.record.checking import faults
from facilitator.record.files import store_at
from facilitator.record.saving import NotSaved
from facilitator.session import Session
from tests.clock import Clock
from tests.evening import evening

WORDS = "The light on Fable Street is out"


@pytest.fixture
def path(tmp_path: Path, clock: Clock) -> Path:
    path = tmp_path / "evening.db"
    with evening(clock, path) as session:
        session.queue("ana")
        session.note(WORDS)
        session.give_floor()
        clock.advance(60)
        session.commit("Mend it", owner="Bo")
    return path


def check(path: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    capsys.readouterr()
    status = main(["check", "--file", str(path)])
    return status, capsys.readouterr().out


def change(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as plain:
        for statement in statements:
            plain.execute(statement)


@pytest.mark.parametrize("bit", range(8))
def test_a_flipped_bit_in_an_act_is_named(path: Path, capsys: pytest.CaptureFixture[str], bit: int):
    content = bytearray(path.read_bytes())
    place = content.index(b'"text":"' + WORDS.encode())
    content[place + 20] ^= 1 << bit
    path.write_bytes(content)
    assert check(path, capsys) == (1, "Session evening: act 3 is damaged.\n")


def test_the_rest_of_a_damaged_log_still_opens(path: Path, clock: Clock):
    change(path, "update event set data = replace(data, 'light', 'sound') where n = 3")
    with closing(store_at(path)) as store:
        session = Session(store, "evening", clock)
        assert session.state.notes == {}
        assert list(session.state.commitments) == ["C1"]
        assert session.state.floor.speaker
        assert session.state.floor.speaker.person == "ana"


@pytest.mark.parametrize(
    ("statement", "fault"),
    [
        ("delete from event where n = 3", "Session evening: act 3 is missing."),
        ("update event set n = 9 where n = 5", "Session evening: acts 5 to 8 are missing."),
        ("update event set digest = x'00' where n = 4", "Session evening: act 4 is damaged."),
        ("update event set chain = x'00' where n = 4", "Session evening: act 4 is damaged."),
        ("update event set struck = '{}' where n = 4", "Session evening: act 4 is damaged."),
        ("update event set log = 'evenang' where n = 4", "Session evening: act 4 is missing."),
        ("update event set at = at - 1 where n = 2", "Session evening: act 2 is damaged."),
        ("update event set kind = 'NoteDropped' where n = 3", "Session evening: act 3 is damaged."),
        ("delete from event", "Session evening: its log is missing."),
        ("delete from event where n = 5", "Session evening: act 5 is missing."),
        ("update note set text = 'x'", "the table note does not agree with the log."),
        ("delete from turn", "the table turn does not agree with the log."),
        ("update session set title = 'x'", "the table session does not agree with the log."),
        ("update person set came_at = null", "the table person does not agree with the log."),
        ("insert into segment (session, id) values ('evening', 'x')", "the table segment does not"),
    ],
)
def test_what_was_tampered_with_is_named(
    path: Path, capsys: pytest.CaptureFixture[str], statement: str, fault: str
):
    change(path, statement)
    status, out = check(path, capsys)
    assert status == 1
    assert fault in out


def test_a_sound_file_passes(path: Path, capsys: pytest.CaptureFixture[str]):
    assert check(path, capsys) == (0, f"{path} is whole: 1 sessions, 5 acts.\n")


@pytest.mark.parametrize(
    ("was", "becomes"), [(b"CREATE TABLE", b"CREATE TABL\xa0"), (b'"part_of"', b'"part_xx"')]
)
def test_a_damaged_table_is_refused(
    path: Path, capsys: pytest.CaptureFixture[str], was: bytes, becomes: bytes
):
    content = path.read_bytes()
    assert was in content
    path.write_bytes(content.replace(was, becomes))
    capsys.readouterr()
    assert main(["sessions", "--file", str(path)]) == 2
    assert "damaged" in capsys.readouterr().err


def plant(path: Path, kind: str, text: str, at: int = 1_800_000_090_000) -> None:
    """Add an act with sums that are right, as only somebody who knows the format can."""
    with closing(sqlite3.connect(path, isolation_level=None)) as plain:
        length, head = plain.execute("select length, head from log").fetchone()
        row = written(length + 1, at, kind, text, head)
        plain.execute("insert into event values ('evening', ?, ?, ?, ?, ?, ?, ?)", row)
        plain.execute("update log set length = ?, head = ?", (row.n, row.chain))


@pytest.mark.parametrize(
    "text",
    ["", "{", "[" * 9000, '"x"', "null", "9" * 9000, '{"count": NaN}', '{"text": "\\ud83d"}'],
    ids=lambda text: text[:20],
)
def test_words_that_are_no_act_are_passed_over(path: Path, clock: Clock, text: str):
    for kind in ("NoteTaken", "PeopleTallied", "MeetingChanged"):
        plant(path, kind, text)
    with closing(store_at(path)) as store:
        session = Session(store, "evening", clock)
        assert len(session.state.notes) == 1
        assert session.note("It goes on")
        assert faults(store) == []


STRANGE = {
    "AgendaReplanned": {"lengths": {"round": "N", "open": "N"}, "ends": "N"},
    "GapCut": {"since": 0, "until": "N"},
    "TurnCorrected": {"turn": 1, "spent": "N"},
    "PeopleMerged": {"person": "ana", "into": "N"},
    "RoundBegun": {"order": "N"},
    "MeetingChanged": {"changes": {"table": "N", "date": "N", "timezone": "../N"}},
    "PeopleTallied": {"count": "N"},
    "SegmentStarted": {"segment": "open", "since": "N"},
    "TimeGranted": {"length": "N"},
}


@pytest.mark.parametrize("at", [-(2**63), 2**63 - 1])
@pytest.mark.parametrize("number", ["9007199254740991", "1" + 30 * "0", "-1e300", '["ana", 5]'])
def test_acts_of_another_world_do_no_harm(path: Path, clock: Clock, number: str, at: int):
    for kind, row in STRANGE.items():
        plant(path, kind, json.dumps(row).replace('"N"', number))
    plant(path, "NoteTaken", '{"note": "N7", "kind": "rumour", "text": "It is late"}', at)
    change(path, "drop table turn")  # so that the read tables are made again
    to = path.with_name("summary.json")
    for words in (["check"], ["show"], ["show", "--json"], ["export", "--to", str(to)]):
        assert main([*words, "--file", str(path)]) in (0, 1)
    with closing(store_at(path)) as store:
        session = Session(store, "evening", clock)
        assert "N7" in session.state.notes
        assert all((session.note("It goes on"), session.next_segment(), session.end_session()))
        assert faults(store) == []


@pytest.mark.parametrize("name", ["note", "session", "turn"])
def test_a_read_table_that_is_gone_is_made_again(path: Path, clock: Clock, name: str):
    change(path, f"drop table {name}")
    with closing(store_at(path)) as store:
        assert Session(store, "evening", clock).note("It goes on")
        assert faults(store) == []


def spoil(content: bytearray, rng: random.Random) -> bytearray:
    place = rng.randrange(len(content))
    match rng.randrange(4):
        case 0:
            content[place] ^= 1 << rng.randrange(8)
        case 1:
            page = place // 4096 * 4096
            content[page : page + 4096] = bytes(4096)
        case 2:
            content[place : place + 50] = rng.randbytes(len(content[place : place + 50]))
        case _:
            del content[place:]
    return content


@pytest.mark.parametrize("seed", range(4))
def test_whatever_happened_to_a_file_there_is_no_traceback(path: Path, seed: int):
    rng, good = random.Random(seed), path.read_bytes()
    spoilt, to = path.with_name("spoilt.db"), path.with_name("summary.json")
    for _ in range(40):
        spoilt.write_bytes(spoil(bytearray(good), rng))
        for words in (["check"], ["show"], ["sessions"], ["export", "--to", str(to)]):
            assert main([*words, "--file", str(spoilt)]) in (0, 1, 2)
        with suppress(Fault), closing(store_at(spoilt)) as store:
            session = Session(store, "evening", Clock())
            for act in (session.give_floor, session.undo, session.redo, session.end_session):
                with suppress(NotSaved):
                    act()
