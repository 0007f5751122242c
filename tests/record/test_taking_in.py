"""Another laptop's file: what is new comes, what went on goes on, what parted is refused."""

import shutil
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.faults import Fault
from facilitator.log.history import fold
from facilitator.record.store import NotSaved, Store
from facilitator.record.taking_in import Taken, take_in
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
    with closing(Store(path)) as store:
        session = sit_down(store, clock)
        session.arrive("ana")
        session.note("The light is out")
    return path


def carried(here: Path, name: str = "there.db") -> Path:
    """Copy the file, as one carries it to another laptop."""
    return Path(shutil.copy(here, here.with_name(name)))


def more(path: Path, clock: Clock, text: str, ident: str = "evening") -> None:
    """Go on with the session in a file, or plan another one."""
    with closing(Store(path)) as store:
        sit_down(store, clock, ident).note(text)


def bring(here: Path, there: Path) -> Taken:
    with closing(SessionFile(here)) as file:
        return file.take_in(there)


def notes(path: Path, ident: str = "evening") -> list[str]:
    with closing(Store(path)) as store:
        assert store.faults() == []
        return [note.text for note in fold(store.entries(ident)).notes.values()]


def refused(here: Path, there: Path) -> str:
    before = here.read_bytes()
    with pytest.raises(Fault) as refusal:
        bring(here, there)
    with closing(Store(here)) as store:
        assert store.faults() == []
    assert len(here.read_bytes()) == len(before)
    return str(refusal.value)


def test_a_session_that_went_on_elsewhere_goes_on_here(here: Path, clock: Clock):
    there = carried(here)
    more(there, clock, "and the bus is late")
    before = there.read_bytes()
    assert bring(here, there) == Taken(longer=("evening",))
    assert notes(here) == ["The light is out", "and the bus is late"]
    assert there.read_bytes() == before


def test_a_new_session_comes_beside_the_old_one(here: Path, clock: Clock):
    there = here.with_name("there.db")
    more(there, clock, "Elsewhere", "other")
    assert bring(here, there) == Taken(new=("other",))
    assert (notes(here), notes(here, "other")) == (["The light is out"], ["Elsewhere"])


def test_what_is_here_already_changes_nothing(here: Path, clock: Clock):
    there = carried(here)
    more(here, clock, "Only here")
    assert bring(here, there) == Taken(known=("evening",))
    assert bring(here, there) == Taken(known=("evening",))
    assert notes(here) == ["The light is out", "Only here"]


def test_what_went_two_ways_is_not_joined_and_nothing_else_comes(here: Path, clock: Clock):
    there = carried(here)
    more(there, clock, "Said there")
    more(there, clock, "Another session", "other")
    more(here, clock, "Said here")
    told = refused(here, there)
    assert told.startswith("“An evening at Saint Exempla” went on differently here and in there.db")
    assert notes(here) == ["The light is out", "Said here"]
    with closing(Store(here)) as store:
        assert store.sessions() == ["evening"]


def test_a_damaged_file_is_not_taken_in(here: Path, clock: Clock):
    there = carried(here)
    more(there, clock, "Elsewhere", "other")
    with closing(Store(there)) as store:
        store.connection.execute("update event set at = at + 1 where session = 'other' and n = 2")
    told = refused(here, there)
    assert told.startswith("there.db is damaged: act 2 of “An evening at Saint Exempla” cannot be")


def test_a_disk_that_is_full_leaves_all_as_it_was(
    here: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
):
    there = here.with_name("there.db")
    for ident in ("one", "two"):
        more(there, clock, "x" * 100_000, ident)
    with closing(Store(here)) as store, closing(Store(there, read_only=True)) as other:
        pages = store.connection.execute("pragma page_count").fetchone()[0]
        store.connection.execute(f"pragma max_page_count = {pages + 30}")
        with pytest.raises(NotSaved, match="the disk is full"):
            take_in(store, other)
        assert (store.sessions(), store.faults()) == (["evening"], [])


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
    (ident,) = bring(here, there).new
    assert len(notes(here, ident)) == 20


def test_the_same_script_comes_in_once(here: Path):
    played = write(here.with_name("other.json"), script({"t": 0, "do": "arrive", "person": "bo"}))
    told = refused(here, played)  # it has the id of the evening, which went on differently
    assert "went on differently" in told
    fresh = write(
        here.with_name("fresh.json"), {**script(), "session": {**example()["session"], "id": "f"}}
    )
    assert bring(here, fresh).new == ("f",)
    assert bring(here, fresh).known == ("f",)


def test_the_same_script_comes_in_once_also_where_it_names_no_session(here: Path):
    unnamed = {key: value for key, value in example()["session"].items() if key != "id"}
    there = write(here.with_name("unnamed.json"), {**example(), "session": unnamed})
    (ident,) = bring(here, there).new
    assert bring(here, there) == Taken(known=(ident,))


def test_a_broken_script_leaves_nothing_half_played(here: Path):
    there = write(here.with_name("broken.json"), script({"t": 0, "do": "fly"}))
    assert "broken.json" in refused(here, there)


@given(
    common=st.lists(st.sampled_from(ACTS), max_size=4),
    ours=st.lists(st.sampled_from(ACTS), max_size=3),
    theirs=st.lists(st.sampled_from(ACTS), max_size=3),
)
def test_the_longer_log_wins_or_nothing_changes(
    tmp_path_factory: pytest.TempPathFactory, common: list[str], ours: list[str], theirs: list[str]
):
    folder, clock = tmp_path_factory.mktemp("two"), Clock()
    with closing(Store(folder / "ours.db")) as one, closing(Store(folder / "theirs.db")) as two:
        for store, own in ((one, ours), (two, theirs)):
            store.connection.execute("pragma synchronous = off").fetchall()
            at = Clock(clock.ms)
            session = sit_down(store, at)
            for what in common:
                act(session, what, at)
            at.advance(7 if store is two else 0)
            for what in own:
                act(session, what, at)
        logs = [list(store.rows("evening")) for store in (one, two)]
        if logs[0][: len(logs[1])] == logs[1] or logs[1][: len(logs[0])] == logs[0]:
            take_in(one, two)
            assert list(one.rows("evening")) == max(logs, key=len)
        else:
            with pytest.raises(Fault):
                take_in(one, two)
            assert list(one.rows("evening")) == logs[0]
        assert one.faults() == []
