"""Struck words are in no byte of a file or its copies, and no older copy brings them back."""

import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator import striking
from facilitator.publish.approving import digest
from facilitator.publish.summarise import summarise
from facilitator.record.checking import faults
from facilitator.record.copies import all_copies, place_for
from facilitator.record.files import store_at
from facilitator.record.store import Store
from facilitator.record.union import merge
from facilitator.session import Session
from tests.clock import Clock
from tests.evening import MEETING, sit_down
from tests.record.test_union_order import unsynced

DAY = "2027-01-20"


def everywhere(store: Store) -> bytes:
    """Return every byte of a file, of what lies beside it, and of the copies here."""
    beside = [path for path in store.path.parent.glob(f"{store.path.name}*") if path.is_file()]
    return b"".join(path.read_bytes() for path in (*beside, *all_copies()))


@pytest.fixture
def store(tmp_path: Path) -> object:
    with closing(store_at(tmp_path / "evening.db")) as store:
        yield store


def began(store: Store, clock: Clock) -> Session:
    session = sit_down(store, clock)
    session.start_segment("open")
    session.note("Tobias is afraid", person="ana")
    session.change_note("N1", text="Tobias was afraid", themes=("Tobias",))
    session.note("We need light")
    return session


def strike(store: Store, item: str = "N1", log: str = "evening") -> striking.Done:
    return striking.strike(store, log, item, "child", DAY)


def test_a_note_goes_with_all_that_was_done_about_it(store: Store, clock: Clock):
    session = began(store, clock)
    session.judge("Tobias", "name", "N1")
    session.judge("Tobias", "name")
    session.judge("light", "other")
    session.drop("N1")
    session.undo()
    store.put_down("evening", "line", "Tobias was afr")
    assert strike(store).acts == 4
    assert b"Tobias" not in everywhere(store)
    assert store.on_desk("evening") == {}
    assert faults(store) == []
    session.reread()
    assert list(session.state.notes) == ["N2"]
    assert [one.words for one in session.state.judged.values()] == ["light"]
    assert session.note("Go on")
    assert list(session.state.notes) == ["N2", "N3"]


def test_what_was_undone_or_dropped_goes_too(store: Store, clock: Clock):
    session = sit_down(store, clock)
    session.note("Tobias is afraid")
    session.undo()
    session.note("We need light")  # it has the number that was free again
    session.commit("Call Tobias", owner="Bo")
    session.drop("C1")
    strike(store, "C1")
    assert b"Call Tobias" not in everywhere(store)
    strike(store)
    assert b"Tobias" not in everywhere(store)


def test_what_other_logs_say_of_a_promise_goes_too(store: Store, clock: Clock):
    sit_down(store, clock).commit("Call Tobias", owner="Bo")
    later = Session(store, "later", clock)
    later.plan({**MEETING, "title": "Later"})
    later.status("evening/C1", "done", "Tobias was called")
    later.status("evening/C9", "done", "Another was called")
    strike(store, "C1")
    assert b"Tobias" not in everywhere(store)
    assert [one.evidence for one in store.state("later").reports.values()][
        1
    ] == "Another was called"
    assert faults(store) == []


def test_striking_again_cleans_again(store: Store, clock: Clock):
    began(store, clock)
    strike(store)
    before = store.rows("evening")
    shutil.copy(all_copies()[0], place_for(store.path, "older"))
    assert strike(store).cleaned.deleted == 2
    assert store.rows("evening") == before


def test_an_act_about_it_that_comes_later_is_blanked(store: Store, clock: Clock):
    session = began(store, clock)
    there = Path(shutil.copy(store.path, store.path.with_name("there.db")))
    copied(store, there)
    clock.advance(1)
    with closing(store_at(there)) as other:
        Session(other, "evening", clock).change_note("N1", text="Tobias again")
    strike(store)
    session.reread()
    with closing(store_at(there, read_only=True)) as other:
        merge(store, other)
    assert b"Tobias" not in everywhere(store)
    assert faults(store) == []


def test_the_other_laptop_keeps_its_own_note_of_that_number(store: Store, clock: Clock):
    session = began(store, clock)
    there = store.path.with_name("there.db")
    copied(store, there)
    for number, text in enumerate(("Here Tobias", "There Inés"), 1):
        clock.advance(1)
        with closing(store_at(there)) as other:
            (session if number == 1 else Session(other, "evening", clock)).note(text)
    with closing(store_at(there, read_only=True)) as other:
        merge(store, other)
    store.release("evening")
    done = strike(store, "N3")
    assert "Another laptop went on from a copy and has its own N3, which stays." in done.plan.also
    assert b"Here Tobias" not in everywhere(store)
    assert "There Inés".encode() in everywhere(store)


def copied(store: Store, to: Path) -> Path:
    to.unlink(missing_ok=True)
    store.shelf.copy_to(to)
    return to


def test_a_page_that_was_free_before_holds_nothing(store: Store, clock: Clock):
    """As in a file that another build of SQLite wrote, which does not overwrite what it frees."""
    store.connection.execute("pragma secure_delete = off").fetchall()
    sit_down(store, clock).note("We need light")
    store.put_down("evening", "line", "Tobias " * 9000)
    store.put_down("evening", "line", "")
    store.shelf.settle()
    assert b"Tobias" in store.path.read_bytes()
    strike(store)
    assert b"Tobias" not in everywhere(store)


# Copies


def test_older_copies_that_hold_the_log_go_whatever_file_they_came_from(store: Store, clock: Clock):
    began(store, clock)
    elsewhere = store.path.with_name("elsewhere.db")
    copied(store, elsewhere)
    copied(store, place_for(store.path, "closed"))
    copied(store, place_for(elsewhere, "closed"))
    broken = place_for(elsewhere, "broken")
    broken.write_bytes(elsewhere.read_bytes()[:9000] + b"\0" * 5000 + b"evening Tobias")
    with closing(store_at(store.path.with_name("unrelated.db"))) as other:
        Session(other, "unrelated", clock).plan({**MEETING, "title": "Unrelated"})
        kept = copied(other, place_for(other.path, "closed"))
    done = strike(store)
    assert done.cleaned.deleted == 3
    assert all_copies() == sorted([kept, done.cleaned.copy])
    assert b"Tobias" not in everywhere(store)
    with closing(store_at(done.cleaned.copy, read_only=True)) as copy:
        assert copy.rows("evening") == store.rows("evening")
        assert faults(copy) == []
    assert done.cleaned.copy.stat().st_mode & 0o777 == 0o600


def test_without_a_fresh_copy_the_older_ones_stay_and_that_is_said(
    store: Store, clock: Clock, monkeypatch: pytest.MonkeyPatch
):
    began(store, clock)
    older = copied(store, place_for(store.path, "closed"))

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("facilitator.record.cleaning.put_in_place", full)
    done = strike(store)
    assert all_copies() == [older]
    assert done.cleaned.faults[0].startswith("No fresh copy of the file could be made")
    assert done.cleaned.faults[0] in striking.page(done)
    monkeypatch.undo()


# Erasing


def test_who_is_erased_is_a_participant_wherever_they_were(store: Store, clock: Clock):
    session = began(store, clock)
    session.give_floor("ana")
    clock.advance(60)
    session.release_floor()
    session.change_person("ana", email="ana@example.org", organisation="Acme")
    later = Session(store, "later", clock)
    later.plan({**MEETING, "title": "Later"})
    later.import_people([{"id": "x1", "name": "Ana María", "same_as": "evening/ana"}, PLAIN])
    later.commit("Bake", owner="Ana María")
    table = Session(store, "table", clock)
    table.plan({**MEETING, "title": "Table 1", "part_of": "later", "role": "table"})
    table.queue("x1")
    table.import_people([{"id": "x1", "name": "Ana M."}])
    done = striking.erase(store, "table", "x1", "erasure", DAY)
    for word in ("Ana Mar", "Ana M.", "ana@example", "Acme", "Tobias", "Bake"):
        assert word.encode() not in everywhere(store), word
    assert {*done.plan.people} >= {("evening", "ana"), ("later", "x1"), ("table", "x1")}
    session.reread()
    assert session.state.people["ana"].called == "a participant"
    assert session.state.floor.turns[0].person == "ana"
    assert store.state("later").people["x2"].name == "Bo"
    assert store.state("later").commitments == {}
    assert faults(store) == []


PLAIN = {"id": "x2", "name": "Bo", "groups": ["POLICE"]}


def test_a_walk_in_who_is_erased_keeps_turn_and_place(store: Store, clock: Clock):
    session = sit_down(store, clock)
    session.queue_newcomer("Tobias Walker")
    (person,) = (waits.person for waits in session.state.floor.queue)
    session.give_floor(person)
    striking.erase(store, "evening", "Tobias Walker", "erasure", DAY)
    session.reread()
    assert b"Tobias" not in everywhere(store)
    assert session.state.floor.speaker.person == person
    assert session.state.people[person].called == "a participant"


def test_a_late_part_brings_nobody_back(store: Store, clock: Clock):
    sit_down(store, clock)
    there = store.path.with_name("table.db")
    with closing(store_at(there)) as other:
        table = Session(other, "table", clock)
        table.plan({**MEETING, "title": "T", "part_of": "evening", "role": "table"})
        table.import_people([{"id": "ana", "name": "Ana María"}])
        table.note("Ana came by bus", person="ana")
    striking.erase(store, "evening", "ana", "erasure", DAY)
    with closing(store_at(there, read_only=True)) as other:
        merge(store, other)
    assert b"Ana" not in everywhere(store)
    assert store.state("table").people["ana"].called == "a participant"
    assert faults(store) == []


def test_other_texts_that_name_them_are_told_and_go_if_asked(store: Store, clock: Clock):
    session = sit_down(store, clock)
    session.change_person("ana", name="Zebedea Quillfeather")
    session.note("Zebedea said it first", person="bo")
    session.note("We need light")
    session.commit("Mend it", owner="Bo", person="bo", support="Ask Quillfeather")
    session.change_meeting(contact="Zebedea Quillfeather, x@example.org")
    plan = striking.would_erase(store, "evening", "ana", "erasure", DAY)
    assert [(one.place, one.sure) for one in plan.mentions] == [
        ("note N1, text", True),
        ("promise C1, support", True),
        ("act 6, contact", True),
    ]
    striking.erase(store, "evening", "ana", "erasure", DAY, with_mentions=True)
    session.reread()
    for word in (b"Zebedea", b"Quillfeather"):
        assert word not in everywhere(store)
    assert list(session.state.notes) == ["N2"]
    promise = session.state.commitments["C1"]
    assert (promise.text, promise.owner, promise.support) == ("Mend it", "Bo", "")
    assert session.state.meeting.contact == ""
    assert faults(store) == []


def test_who_has_the_same_name_is_only_told(store: Store, clock: Clock):
    session = sit_down(store, clock)
    session.import_people([{"id": "a2", "name": "Ana Ruiz"}])
    session.note("Ana was late")
    session.note("Ana Ruiz was late")
    plan = striking.would_erase(store, "evening", "ana", "erasure", DAY, with_mentions=True)
    assert [one.sure for one in plan.mentions] == [False, False]
    striking.erase(store, "evening", "ana", "erasure", DAY, with_mentions=True)
    session.reread()
    assert [note.text for note in session.state.notes.values()] == [
        "Ana was late",
        "Ana Ruiz was late",
    ]
    assert session.state.people["a2"].name == "Ana Ruiz"


def test_an_approved_edition_is_a_draft_again_once_its_words_are_struck(store: Store, clock: Clock):
    session = began(store, clock)
    session.end_session()
    session.approve("record", digest(summarise(session.state, clock(), "record")))
    assert summarise(session.state, clock(), "record").approved
    strike(store, "N2")
    session.reread()
    assert not summarise(session.state, clock(), "record").approved


# In any order

CHANGES: dict[str, Callable[[Store, Session], object]] = {
    "stale": lambda store, session: None,
    "goes on": lambda store, session: session.change_note("N1", text="Tobias left"),
    "struck": lambda store, session: strike(store),
    "struck for another reason": lambda store, session: striking.strike(
        store, "evening", "N1", "law", "2027-01-18"
    ),
    "erased": lambda store, session: striking.erase(store, "evening", "ana", "erasure", DAY),
    "says it is hers": lambda store, session: session.note("Tobias and I", person="ana"),
    "renames her": lambda store, session: session.change_person("ana", name="Ana Tobias"),
}


@settings(max_examples=12)
@given(
    order=st.lists(st.sampled_from(sorted(CHANGES)), min_size=4, max_size=9),
    other=st.randoms(use_true_random=False),
)
def test_in_any_order_it_comes_to_one_and_no_word_comes_back(
    tmp_path_factory: pytest.TempPathFactory, order: list[str], other
):
    folder, clock = tmp_path_factory.mktemp("many"), Clock()
    many = [*order, "struck", "erased"]
    files = {}
    with closing(store_at(folder / "first.db")) as first:
        unsynced(first)
        began(first, clock)
        for number, name in enumerate(sorted(set(many))):
            files[name] = copied(first, folder / f"{number}.db")
    for number, (name, path) in enumerate(files.items()):
        at = Clock(clock.ms + 1000 * number)
        with closing(store_at(path)) as store:
            unsynced(store)
            CHANGES[name](store, Session(store, "evening", at))
    results = []
    for name in ("one.db", "two.db"):
        other.shuffle(many)
        with closing(store_at(folder / name)) as store:
            unsynced(store)
            for one in many:
                with closing(store_at(files[one], read_only=True)) as theirs:
                    merge(store, theirs)
            assert faults(store) == []
            assert b"Tobias" not in store.path.read_bytes()
            assert b"Ana" not in store.path.read_bytes()
            wal = store.path.with_name(f"{name}-wal")
            assert not wal.exists() or b"Tobias" not in wal.read_bytes()
            told = sorted(store.connection.execute("select * from erased").fetchall())
            results.append((store.rows("evening"), store.state("evening"), told))
    assert results[0] == results[1]
