"""Another laptop's file: what is new comes, what went on goes on, what parted is kept as a fork."""

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from facilitator.faults import Fault
from facilitator.record.checking import faults
from facilitator.record.files import store_at
from facilitator.record.saving import NotSaved
from facilitator.record.union import merge
from facilitator.session import Session
from facilitator.session_file import SessionFile
from tests.clock import Clock
from tests.evening import example, script, sit_down, write

ACTS = ("queue", "note", "arrive", "tally", "undo")


def act(session: Session, what: str, clock: Clock) -> None:
    clock.advance(1)
    match what:
        case "queue":
            session.queue("ana")
        case "note":
            session.note("The light is out")
        case "arrive":
            session.arrive("bo")
        case "tally":
            session.tally(session.history.length)
        case _:
            session.undo()


@pytest.fixture
def here(tmp_path: Path, clock: Clock) -> Path:
    """A file with an evening of two acts after its plan."""
    path = tmp_path / "here.db"
    with closing(store_at(path)) as store:
        session = sit_down(store, clock)
        session.arrive("ana")
        session.note("The light is out")
    return path


def carried(here: Path, name: str = "there.db") -> Path:
    """Copy the file, as one carries it to another laptop."""
    return Path(shutil.copy(here, here.with_name(name)))


def more(path: Path, clock: Clock, text: str, ident: str = "evening") -> None:
    """Go on with the session in a file, or plan another one."""
    clock.advance(1)
    with closing(store_at(path)) as store:
        sit_down(store, clock, ident).note(text)


def bring(here: Path, there: Path) -> list[tuple[str, str, int]]:
    """Take in a file; return each log, what became of it, and how many acts came."""
    with closing(SessionFile(here)) as file:
        return [(one.log, one.what, one.acts) for one in file.take_in(there)]


def notes(path: Path, ident: str = "evening") -> list[str]:
    with closing(store_at(path)) as store:
        assert faults(store) == []
        return [note.text for note in store.state(ident).notes.values()]


def refused(here: Path, there: Path) -> str:
    before = here.read_bytes()
    with pytest.raises(Fault) as refusal:
        bring(here, there)
    with closing(store_at(here)) as store:
        assert faults(store) == []
    assert len(here.read_bytes()) == len(before)
    return str(refusal.value)


def damage(path: Path, statement: str) -> None:
    with closing(store_at(path)) as store:
        store.connection.execute(statement)


def test_a_session_that_went_on_elsewhere_goes_on_here(here: Path, clock: Clock):
    there = carried(here)
    more(there, clock, "and the bus is late")
    before = there.read_bytes()
    assert bring(here, there) == [("evening", "longer", 1)]
    assert notes(here) == ["The light is out", "and the bus is late"]
    assert there.read_bytes() == before


def test_a_new_session_comes_beside_the_old_one(here: Path, clock: Clock):
    there = here.with_name("there.db")
    more(there, clock, "Elsewhere", "other")
    assert bring(here, there) == [("other", "new", 2)]
    assert (notes(here), notes(here, "other")) == (["The light is out"], ["Elsewhere"])


def test_what_is_here_already_changes_nothing(here: Path, clock: Clock):
    there = carried(here)
    more(here, clock, "Only here")
    assert bring(here, there) == [("evening", "known", 0)]
    assert bring(here, there) == [("evening", "known", 0)]
    assert notes(here) == ["The light is out", "Only here"]


def test_what_went_two_ways_is_a_fork_that_keeps_both(here: Path, clock: Clock):
    there = carried(here)
    more(there, clock, "Said there")
    more(there, clock, "Another session", "other")
    more(here, clock, "Said here, later")
    assert bring(here, there) == [("evening", "fork", 1), ("other", "new", 2)]
    assert notes(here) == ["The light is out", "Said there"]  # that was earlier
    with closing(store_at(here)) as store:
        log, branch = store.branches("evening")
        assert store.shelf.sessions() == ["evening", "other"]
        assert store.state(branch.name).notes["N2"].text == "Said here, later"
        assert (log.name, branch.parted) == ("evening", 3)
        assert branch.name == f"evening~{branch.rows[3].chain.hex()[:8]}"


def test_a_branch_keeps_its_name_while_it_grows(here: Path, clock: Clock):
    there = carried(here)
    more(here, clock, "Said here")
    more(there, clock, "Said there, later")
    bring(here, there)
    with closing(store_at(here)) as store:
        name = store.branches("evening")[1].name
    more(there, clock, "and more")
    assert bring(here, there) == [("evening", "longer", 1)]
    with closing(store_at(here)) as store:
        assert [note.text for note in store.state(name).notes.values()][1:] == [
            "Said there, later",
            "and more",
        ]
        assert faults(store) == []


def test_a_window_goes_on_with_its_own_branch_till_the_session_is_left(here: Path, clock: Clock):
    there = carried(here)
    more(there, clock, "Said there")
    with closing(SessionFile(here, clock)) as file:
        session = file.resume("evening")
        session.start_segment("welcome")
        clock.advance(1)
        session.note("Said here, later")
        file.take_in(there)
        assert session.note("and goes on")
        texts = ["The light is out", "Said here, later", "and goes on"]
        assert [note.text for note in session.state.notes.values()] == texts
        assert [note.text for note in file.store.state("evening").notes.values()] == texts
        assert faults(file.store) == []
        file.leave("evening")
        assert [note.text for note in file.store.state("evening").notes.values()] == [
            "The light is out",
            "Said there",
        ]
        assert faults(file.store) == []


def test_a_session_that_runs_here_goes_on_with_what_was_done_after_it(here: Path, clock: Clock):
    with closing(SessionFile(here, clock)) as file:
        file.resume("evening").start_segment("welcome")
    there = carried(here)
    more(there, clock, "Said there")
    with closing(SessionFile(here, clock)) as file:
        file.resume("evening")
        assert [outcome.what for outcome in file.take_in(there)] == ["longer"]
        assert not file.holds("evening")  # the window opens it anew
        session = file.resume("evening")
        assert [note.text for note in session.state.notes.values()][1:] == ["Said there"]
        session.note("And here")
        assert faults(file.store) == []
    assert notes(here)[1:] == ["Said there", "And here"]


def test_after_a_crash_the_rule_chooses_again(here: Path, clock: Clock):
    there = carried(here)
    more(there, clock, "Said there")
    left = here.with_name("left.db")
    with closing(SessionFile(here, clock)) as file:
        session = file.resume("evening")
        session.start_segment("welcome")
        clock.advance(1)
        session.note("Said here, later")
        file.take_in(there)
        for end in ("", "-wal"):
            shutil.copy(f"{here}{end}", f"{left}{end}")
    with closing(SessionFile(left, clock)) as file:
        assert [note.text for note in file.store.state("evening").notes.values()][1:] == [
            "Said there"
        ]
        assert faults(file.store) == []


def test_a_disk_that_is_full_leaves_all_as_it_was(here: Path, clock: Clock):
    there = here.with_name("there.db")
    for ident in ("one", "two"):
        more(there, clock, "x" * 100_000, ident)
    with closing(store_at(here)) as store, closing(store_at(there, read_only=True)) as other:
        pages = store.connection.execute("pragma page_count").fetchone()[0]
        store.connection.execute(f"pragma max_page_count = {pages + 30}")
        with pytest.raises(NotSaved, match="the disk is full"):
            merge(store, other)
        assert (store.shelf.sessions(), faults(store)) == (["evening"], [])


@pytest.mark.parametrize("content", [b"", b"no session file", b"x" * 5000])
def test_a_file_of_another_kind_is_told_in_one_sentence(here: Path, content: bytes):
    there = here.with_name("there.db")
    there.write_bytes(content)
    told = refused(here, there)
    assert told.count(". ") == 0
    assert "there.db" in told


def test_a_file_that_is_not_there_or_is_this_one(here: Path):
    assert refused(here, here.with_name("gone.db")).startswith("There is no file")
    assert refused(here, here) == "here.db is the file that is open here."


def test_a_session_script_is_played(here: Path):
    there = write(here.with_name("other.json"), script(session={"id": "x"}) | example())
    ((ident, what, _),) = bring(here, there)
    assert (len(notes(here, ident)), what) == (20, "new")


def test_the_same_script_comes_in_once(here: Path):
    session = {**example()["session"], "id": "f"}
    fresh = write(here.with_name("fresh.json"), {**script(), "session": session})
    assert bring(here, fresh) == [("f", "new", 1)]
    assert bring(here, fresh) == [("f", "known", 0)]


def test_the_same_script_comes_in_once_also_where_it_names_no_session(here: Path):
    unnamed = {key: value for key, value in example()["session"].items() if key != "id"}
    there = write(here.with_name("unnamed.json"), {**example(), "session": unnamed})
    ((ident, _, _),) = bring(here, there)
    assert bring(here, there) == [(ident, "known", 0)]


def test_a_broken_script_leaves_nothing_half_played(here: Path):
    there = write(here.with_name("broken.json"), script({"t": 0, "do": "fly"}))
    assert "broken.json" in refused(here, there)
