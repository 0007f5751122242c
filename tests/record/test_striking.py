"""Struck words are in no byte of a file or its copies, and no older copy brings them back."""

import shutil
from contextlib import closing
from pathlib import Path

import pytest

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
    store.drafts.put_down("evening", "line", "Tobias was afr")
    assert strike(store).acts == 4
    assert b"Tobias" not in everywhere(store)
    assert store.drafts.of("evening") == {}
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
    store.shelf.file.copy_to(to)
    return to


def test_a_page_that_was_free_before_holds_nothing(store: Store, clock: Clock):
    """As in a file that another build of SQLite wrote, which does not overwrite what it frees."""
    store.connection.execute("pragma secure_delete = off").fetchall()
    sit_down(store, clock).note("We need light")
    store.drafts.put_down("evening", "line", "Tobias " * 9000)
    store.drafts.put_down("evening", "line", "")
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


def test_an_approved_edition_is_a_draft_again_once_its_words_are_struck(store: Store, clock: Clock):
    session = began(store, clock)
    session.end_session()
    session.approve("record", digest(summarise(session.state, clock(), "record")))
    assert summarise(session.state, clock(), "record").approved
    strike(store, "N2")
    session.reread()
    assert not summarise(session.state, clock(), "record").approved
