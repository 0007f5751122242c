"""Who is erased is a participant wherever they were, and no late part brings them back."""

from contextlib import closing

from facilitator import striking
from facilitator.record.checking import faults
from facilitator.record.files import store_at
from facilitator.record.store import Store
from facilitator.record.union import merge
from facilitator.session import Session
from tests.clock import Clock
from tests.evening import MEETING, sit_down
from tests.record.test_striking import DAY, began, everywhere, store

__all__ = ["store"]  # a fixture


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
    wrote: list[str] = []
    store.connection.set_trace_callback(wrote.append)
    with closing(store_at(there, read_only=True)) as other:
        merge(store, other)
    store.connection.set_trace_callback(None)
    assert any("insert or replace into event" in statement for statement in wrote)
    assert not any("Ana" in statement for statement in wrote)  # it is blanked before it is written
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
