"""The verbs: what people do, and what they need not say."""

from collections.abc import Iterator

import pytest

from facilitator.log import events as e
from facilitator.record.chain import written
from facilitator.session import DIRECT_RESPONSE, Session
from tests.clock import Clock
from tests.evening import evening


@pytest.fixture
def session(clock: Clock) -> Iterator[Session]:
    with evening(clock) as session:
        yield session


def limit(session: Session) -> int | None:
    speaker = session.state.floor.speaker
    assert speaker
    return speaker.limit


def waiting(session: Session) -> list[str]:
    return [session.state.people[row.person].name for row in session.state.floor.queue]


def test_a_session_is_planned_once(session: Session):
    assert session.state.meeting.title == "An evening at Saint Exempla"
    assert not session.plan({"title": "Another"})
    assert session.state.meeting.title == "An evening at Saint Exempla"


def test_a_verb_that_changes_nothing_writes_nothing(session: Session):
    session.queue("ana")
    kept = session.store.entries("evening")
    assert not session.queue("ana")
    assert not session.withdraw("bo")
    assert not session.release_floor()
    assert not session.pause()
    assert not session.drop("N9")
    assert not session.redo()
    assert session.store.entries("evening") == kept


def test_whoever_listens_hears_of_each_change_once_it_is_on_disk(session: Session):
    heard: list[tuple[int, bool]] = []
    session.on_change = lambda before, after: heard.append(
        (len(session.store.entries("evening")), before.floor is not after.floor)
    )
    session.queue("ana")
    session.queue("ana")
    session.note("A bell")
    assert heard == [(2, True), (3, False)]


def test_the_next_in_the_queue_gets_the_floor_for_what_they_asked(session: Session):
    assert not session.give_floor()
    session.queue("ana", "clarifying_question")
    session.queue("bo")
    assert session.give_floor()
    speaker = session.state.floor.speaker
    assert speaker
    assert (speaker.person, speaker.kind) == ("ana", "clarifying_question")
    assert waiting(session) == ["Bo"]


def test_the_segment_sets_the_limit_and_interpreted_speech_has_twice_the_time(session: Session):
    session.give_floor("ana")
    assert limit(session) is None
    session.start_segment("round")
    session.give_floor("ana")
    assert limit(session) == 120_000
    session.give_floor("chau")
    assert limit(session) == 240_000
    session.give_floor("chau", limit_s=30)
    assert limit(session) == 30_000


def test_a_direct_response_is_short_in_any_segment(session: Session):
    session.give_floor("ana")
    session.give_floor("bo", "direct_response")
    assert limit(session) == DIRECT_RESPONSE
    session.give_floor("chau", "direct_response")
    assert limit(session) == 2 * DIRECT_RESPONSE


def test_somebody_on_no_list_walks_in_and_queues_at_once(session: Session):
    session.queue("ana")
    session.queue_newcomer("  Old   Tom ")
    session.queue_newcomer("Old Tom", "point_of_process")
    assert waiting(session) == ["Ana María", "Old Tom", "Old Tom"]  # two of them, as typed
    assert len(session.state.people) == 6
    assert not session.queue_newcomer("   ")


def test_segments_follow_one_another(session: Session, clock: Clock):
    assert session.next_segment()
    assert session.state.segment == "welcome"
    assert not session.previous_segment()
    clock.advance(60)
    session.next_segment()
    assert session.state.segment == "round"
    session.previous_segment()
    assert session.state.segment == "welcome"
    session.start_segment("close")
    assert not session.next_segment()


def test_a_segment_that_began_before_anybody_pressed_the_key(session: Session, clock: Clock):
    session.start_segment("welcome")
    clock.advance(600)
    session.start_segment("round", since=clock() - 120_000)
    welcome, round_ = session.state.agenda.segments[:2]
    assert welcome.watch.elapsed(clock()) == 480_000
    assert round_.watch.elapsed(clock()) == 120_000


def test_time_is_granted_and_taken_back_in_seconds(session: Session):
    assert not session.grant_time(60)
    session.start_segment("welcome")
    session.grant_time(90)
    session.grant_time(-30.5)
    assert session.state.agenda.segments[0].granted == 59_500
    session.resize_segment("welcome", 7.25)
    assert session.state.agenda.segments[0].length == 435_000


def test_a_note_is_credited_to_the_group_of_whoever_said_it(session: Session):
    session.note("A bell", person="bo")
    session.note("A lamp", person="bo", group="YOUTH")
    session.note("A bench")
    assert [note.group for note in session.state.notes.values()] == ["POLICE", "YOUTH", ""]


def test_ids_are_short_and_follow_the_newest(session: Session):
    for text in ("a", "b", "c"):
        session.note(text)
        session.commit(text)
    assert list(session.state.notes) == ["N1", "N2", "N3"]
    assert list(session.state.commitments) == ["C1", "C2", "C3"]
    session.drop("N1")
    session.drop("N2")
    session.note("d")
    assert list(session.state.notes) == ["N3", "N4"]
    session.note("from elsewhere", ident="of ours")
    session.note("e")
    assert list(session.state.notes)[-1] == "N5"


def test_ids_that_are_taken_are_passed_over(session: Session):
    session.note("a", ident="N2")
    session.note("b", ident="N1")
    session.note("c")
    session.note("d")
    assert list(session.state.notes) == ["N2", "N1", "N3", "N4"]


def test_a_dropped_promise_comes_back_as_it_was(session: Session):
    session.commit("Call", owner="Bo", due="2027-02-01")
    session.read_back("C1")
    before = session.state.commitments["C1"]
    session.drop("C1")
    assert not session.state.commitments
    session.undo()
    assert session.state.commitments["C1"] == before


def test_the_room_is_counted_and_people_come_and_go(session: Session, clock: Clock):
    session.arrive("ana")
    session.tally(12)
    clock.advance(60)
    session.leave("ana")
    session.add_person("Old Tom", groups=("ELDER",))
    session.change_person("dara", name="Dara", groups=["CLERGY", "RESIDENT"])
    people, tally = session.state.people, session.state.meeting.tally
    assert (people["ana"].came, people["ana"].left) == (clock() - 60_000, clock())
    assert tally
    assert (tally.count, tally.method) == (12, "counted")
    assert people["dara"].groups == ("CLERGY", "RESIDENT")
    (tom,) = (p for p in people.values() if p.name == "Old Tom")
    assert (tom.walk_in, tom.invited, tom.group) == (True, False, "ELDER")


def test_what_a_newer_version_did_stays_in_the_log(session: Session, clock: Clock):
    session.queue("ana")
    store = session.store
    row = written(3, clock(), "PigeonReleased", "{}", store.end("evening").head)
    with store.db.atomic():
        store.insert("evening", row)
        store.db.execute("update log set length = 3, head = ?", [row.chain])
    store.release("evening")
    again = Session(session.store, "evening", clock)
    assert again.state == session.state
    assert again.queue("bo")
    assert [entry.n for entry in again.store.entries("evening")] == [1, 2, 3, 4]
    assert isinstance(again.history.done[2].event, e.Unknown)
