"""What is said to be saved is on disk, with its tables; what is not is not shown."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from facilitator.log.history import fold
from facilitator.record.checking import faults
from facilitator.record.files import store_at
from facilitator.record.saving import NotSaved
from facilitator.room.spoken import talk_time
from facilitator.session import Session
from tests.clock import Clock
from tests.evening import MEETING, evening, sit_down


def busy(session: Session, clock: Clock) -> None:
    """Do one of everything that has a row of its own."""
    session.arrive("ana")
    session.start_segment("round")
    session.queue("bo")
    session.give_floor()
    clock.advance(42)
    session.release_floor()
    session.note("The light is out", themes=("Safety", "ភ្លើង"), person="bo")
    session.commit("Mend it", owner="Bo", due="2027-02-01")
    session.tally(12)


def test_the_tables_tell_the_session_to_other_tools(tmp_path: Path, clock: Clock):
    path = tmp_path / "evening.db"
    with evening(clock, path) as session:
        busy(session, clock)
    with closing(sqlite3.connect(path)) as plain:

        def one(query: str) -> tuple:
            return plain.execute(query).fetchone()

        assert one("select title, tally, ended_at from session") == (MEETING["title"], 12, None)
        assert one("select person, kind, limit_s, talk_s from turn") == ("bo", "speak", 120, 42)
        assert one("select planned_s, actual_s from segment where id = 'round'") == (1200, None)
        assert one("select text, group_code from note") == ("The light is out", "POLICE")
        assert one("select owner, due, status from commitment") == ("Bo", "2027-02-01", "draft")
        assert one("select count(*), count(came_at) from person") == (4, 2)


def test_making_the_tables_again_changes_nothing(tmp_path: Path, clock: Clock):
    def rows() -> list[str]:
        return list(session.store.db.conn.iterdump())

    with evening(clock, tmp_path / "evening.db") as session:
        busy(session, clock)
        session.undo()
        session.drop("N1")
        session.undo()
        before = sorted(rows())
        session.store.rebuild()
        assert sorted(rows()) == before


def test_a_speech_that_was_interrupted_a_hundred_times_is_told_right(clock: Clock):
    with evening(clock) as session:
        session.give_floor("ana", "presentation")
        for _ in range(100):
            clock.advance(1)
            session.give_floor("bo", "direct_response")
        for _ in range(101):
            clock.advance(1)
            session.release_floor()
        assert talk_time(session.state.floor, clock()) == {"ana": 2_000, "bo": 199_000}
        assert faults(session.store) == []
        for _ in range(150):
            session.undo()
        assert faults(session.store) == []


def test_tables_that_were_tampered_with_are_made_again(clock: Clock):
    with evening(clock) as session:
        busy(session, clock)
        with session.store.db.atomic():
            session.store.db.execute("update turn set talk_s = 1")
            session.store.db.execute("delete from person")
        assert [fault.split(": ")[1] for fault in faults(session.store)] == [
            "the table person does not agree with the log.",
            "the table turn does not agree with the log.",
        ]
        session.store.rebuild()
        assert faults(session.store) == []


def test_a_file_holds_any_number_of_sessions_in_their_order(tmp_path: Path, clock: Clock):
    with closing(store_at(tmp_path / "all.db")) as store:
        for ident in ("second", "first", "ที่สาม"):
            session = sit_down(store, clock, ident)
            session.queue("ana")
        sit_down(store, clock, "second").end_session()
        assert store.shelf.sessions() == ["second", "first", "ที่สาม"]
        assert [row["ended_at"] for row in store.shelf.plans()] == [clock(), None, None]
        assert [len(store.entries(ident)) for ident in store.shelf.sessions()] == [3, 2, 2]


def test_a_full_disk_is_told_and_nothing_is_shown_that_is_not_saved(clock: Clock):
    with evening(clock) as session:
        store = session.store
        ((pages,),) = store.db.execute("pragma page_count").fetchall()
        ((most,),) = store.db.execute("pragma max_page_count").fetchall()
        store.db.execute(f"pragma max_page_count = {pages}").fetchall()
        shown = [session.state]
        session.on_change = lambda before, after: shown.append(after)
        with pytest.raises(NotSaved, match=r"the disk is full"):
            write_on(session)
        kept = store.entries("evening")
        assert session.state is shown[-1]
        assert session.state == fold(kept)
        assert faults(store) == []

        store.db.execute(f"pragma max_page_count = {most}").fetchall()
        assert session.note("There is room again")
        assert store.entries("evening")[:-1] == kept
        assert faults(store) == []


def write_on(session: Session) -> None:
    while True:
        session.note("x" * 500)


def test_a_broken_character_is_told_and_not_saved(clock: Clock):
    with evening(clock) as session:
        with pytest.raises(NotSaved, match=r"broken character"):
            session.note("half an emoji: \ud83d")
        assert session.state.notes == {}
        assert session.note("a whole one: 🕊")
        assert faults(session.store) == []


def test_a_file_that_may_only_be_read_takes_no_act(tmp_path: Path, clock: Clock):
    path = tmp_path / "evening.db"
    with evening(clock, path):
        pass
    with closing(store_at(path, read_only=True)) as store:
        session = Session(store, "evening", clock)
        with pytest.raises(NotSaved, match=r"may only be read"):
            session.queue("ana")
        assert session.state.floor.queue == ()


def test_a_window_left_open_in_quiet_has_its_acts_in_the_main_file(tmp_path: Path, clock: Clock):
    path, copy = tmp_path / "evening.db", tmp_path / "copy.db"
    with evening(clock, path) as session:
        session.queue("ana")
        session.store.shelf.settle()
        copy.write_bytes(path.read_bytes())
    with closing(store_at(copy)) as store:
        assert Session(store, "evening", clock).state == session.state


def test_a_closed_file_is_one_whole_file(tmp_path: Path, clock: Clock):
    path = tmp_path / "evening.db"
    with evening(clock, path) as session:
        session.queue("ana")
    assert [file.name for file in tmp_path.iterdir()] == ["evening.db"]
    assert path.read_bytes()[18:20] == b"\x01\x01"  # not in write-ahead mode
