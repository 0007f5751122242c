"""What events amount to, where two slices meet."""

from dataclasses import replace

import pytest

from facilitator.log import events as e
from facilitator.log.state import State, apply
from facilitator.room.spoken import talk_time
from tests.evening import AGENDA, MEETING, PEOPLE

T = 1_800_000_000_000


@pytest.fixture
def planned() -> State:
    return apply(State(), e.SessionPlanned(**MEETING, people=PEOPLE, agenda=AGENDA), T)


def after(state: State, *events: e.Event, at: int = T) -> State:
    for n, event in enumerate(events):
        state = apply(state, event, at + n * 1000)
    return state


def test_the_plan_is_told_in_minutes_and_local_hours(planned: State):
    lengths = [segment.length for segment in planned.agenda.segments]
    assert lengths == [600_000, 1_200_000, 1_830_000, 300_000]
    assert planned.agenda.segments[1].turn_limit == 120_000
    assert planned.agenda.segments[2].least == 900_000
    close = planned.agenda.segments[3].fixed_start
    assert close is not None
    assert f"{planned.meeting.local(close):%H:%M}" == "19:30"


@pytest.mark.parametrize(
    ("date", "start", "fixed", "hours"),
    [
        ("2027-01-15", "22:00", "00:30", 3.0),  # past midnight
        ("2026-10-31", "23:00", "03:00", 5.5),  # the hour that comes twice
        ("2027-03-13", "23:00", "03:00", 3.5),  # the hour that is left out
    ],
)
def test_the_agenda_ends_half_an_hour_after_its_last_fixed_start(
    date: str, start: str, fixed: str, hours: float
):
    agenda = (
        {"id": "a", "minutes": 45},
        {"id": "b", "minutes": 30, "fixed_start": fixed},
    )
    meeting = {**MEETING, "date": date, "start": start}
    state = apply(State(), e.SessionPlanned(**meeting, agenda=agenda), T)
    opens = state.meeting.opens
    assert opens is not None
    ends = opens + hours * 3_600_000
    assert state.agenda.scheduled_end(opens) == ends
    begun = apply(state, e.SegmentStarted("a"), opens)
    assert begun.agenda.projected_end(opens + 60_000, opens) == ends


def test_who_asks_to_speak_is_in_the_room(planned: State):
    assert after(planned, e.SpeakerQueued("ana")).people["ana"].came == T
    assert after(planned, e.FloorGiven("bo")).people["bo"].came == T


def test_a_name_that_is_not_on_the_list_walks_in_and_queues_at_once(planned: State):
    state = after(planned, e.SpeakerQueued("x1", "speak", "Old Tom"))
    assert state.people["x1"].name == "Old Tom"
    assert state.people["x1"].walk_in
    assert [row.person for row in state.floor.queue] == ["x1"]


def test_somebody_unknown_without_a_name_changes_nothing(planned: State):
    for event in (
        e.SpeakerQueued("x1"),
        e.FloorGiven("x1"),
        e.SpeakerPassed("x1"),
        e.SpeakerPassed("x1", True),
        e.PersonArrived("x1"),
        e.PersonLeft("x1"),
        e.PersonChanged("x1", {"name": "Tom"}),
    ):
        assert after(planned, event) is planned


def test_who_comes_back_has_not_left(planned: State):
    state = after(planned, e.PersonArrived("ana"), e.PersonLeft("ana"), e.PersonArrived("ana"))
    assert (state.people["ana"].came, state.people["ana"].left) == (T, None)


def test_notes_turns_and_promises_belong_to_the_segment_that_runs(planned: State):
    state = after(
        planned,
        e.NoteTaken("N1", "idea", "before"),
        e.SegmentStarted("round"),
        e.NoteTaken("N2", "idea", "in it"),
        e.FloorGiven("bo"),
        e.CommitmentMade("C1", "pledge", "Call"),
    )
    assert [note.segment for note in state.notes.values()] == ["", "round"]
    assert [turn.segment for turn in state.floor.turns] == ["round"]
    assert state.commitments["C1"].segment == "round"


def test_an_id_that_is_there_already_is_not_taken_again(planned: State):
    state = after(
        planned, e.NoteTaken("N1", "idea", "first"), e.CommitmentMade("C1", "pledge", "a")
    )
    assert after(state, e.NoteTaken("N1", "idea", "second")) is state
    assert after(state, e.CommitmentMade("C1", "pledge", "b")) is state
    assert after(state, e.PersonAdded("ana", "Somebody else")) is state


def test_changes_of_fields_that_this_version_does_not_know_are_passed_over(planned: State):
    state = after(planned, e.NoteTaken("N1", "idea", "a bell"))
    assert after(state, e.NoteChanged("N1", {"colour": "red"})) is state
    changed = after(state, e.NoteChanged("N1", {"colour": "red", "themes": ["Trust"], "at": 5}))
    assert changed.notes["N1"] == replace(state.notes["N1"], themes=("Trust",))


def test_a_draft_is_confirmed_by_being_read_back(planned: State):
    state = after(planned, e.CommitmentMade("C1", "pledge", "Call"))
    assert state.commitments["C1"].status == "draft"
    read = after(state, e.CommitmentReadBack("C1"), at=T + 9).commitments["C1"]
    assert (read.status, read.read_back) == ("confirmed", T + 9)


def test_a_promise_that_is_under_way_is_not_only_confirmed(planned: State):
    state = after(
        planned,
        e.CommitmentMade("C1", "pledge", "Call"),
        e.StatusReported("C1", "in_progress", "Called once"),
        e.CommitmentReadBack("C1"),
    )
    assert state.commitments["C1"].status == "in_progress"


def test_a_status_may_be_told_of_a_promise_of_an_earlier_session(planned: State):
    state = after(planned, e.StatusReported("march/C2", "done", "It stands"))
    assert state.reports["march/C2"].status == "done"
    assert state.commitments == {}


def test_the_end_of_the_session_ends_the_turns_and_the_segment(planned: State):
    state = after(
        planned,
        e.SegmentStarted("open"),
        e.FloorGiven("ana"),
        e.FloorGiven("bo", "direct_response"),
        e.SessionEnded(),
    )
    assert state.meeting.ended == T + 3000
    assert state.floor.on == ()
    assert state.agenda.running is None
    assert talk_time(state.floor, T + 99_000) == {"ana": 1000, "bo": 1000}
    assert after(state, e.SessionEnded(), at=T + 9000) is state


def test_a_session_that_was_ended_too_early_goes_on_with_its_next_segment(planned: State):
    state = after(planned, e.SegmentStarted("open"), e.SessionEnded(), e.SegmentStarted("close"))
    assert state.meeting.ended is None
    assert state.segment == "close"


def test_a_second_count_replaces_the_first(planned: State):
    state = after(planned, e.PeopleTallied(12), e.PeopleTallied(14, "estimated"))
    assert state.meeting.tally is not None
    assert (state.meeting.tally.count, state.meeting.tally.method) == (14, "estimated")
    assert after(state, e.PeopleTallied(14, "estimated")) is state


def test_a_walk_in_who_is_recognised_hands_everything_over(planned: State):
    guest = after(
        planned,
        e.PersonArrived("bo"),
        e.SpeakerQueued("guest", name="Bobby"),
        e.FloorGiven("guest"),
        e.NoteTaken("N1", "idea", "More light", person="guest"),
        e.CommitmentMade("C1", "pledge", "Mend it", owner="Bobby"),
        e.FloorReleased(),
    )
    whole = after(guest, e.PeopleMerged("guest", "bo"))
    assert "guest" not in whole.people
    assert whole.people["bo"].came == T
    assert whole.notes["N1"].person == "bo"
    assert whole.commitments["C1"].owner == "Bo"
    assert talk_time(whole.floor, T) == {"bo": talk_time(guest.floor, T)["guest"]}
    for person, into in (("bo", "bo"), ("nobody", "bo"), ("guest", "nobody")):
        assert after(guest, e.PeopleMerged(person, into)) is guest


@pytest.fixture
def promised(planned: State) -> State:
    """A walk-in and somebody on the list have one name; each promised, and once nobody knows who.

    Bo's promise is of an old log, which knows no persons.
    """
    return after(
        planned,
        e.SpeakerQueued("guest", name="Ana María"),
        e.CommitmentMade("C1", "pledge", "Call", owner="Ana María", person="ana"),
        e.CommitmentMade("C2", "pledge", "Sing", owner="Ana María", person="guest"),
        e.CommitmentMade("C3", "pledge", "Wait", owner="Ana María"),
        e.CommitmentMade("C4", "pledge", "Mend", owner="bo"),
    )


def owners(state: State) -> list[tuple[str, str]]:
    return [(one.owner, one.person) for one in state.commitments.values()]


def test_a_promise_goes_with_its_person_and_never_with_a_namesake(promised: State):
    ana, guest, either = ("Ana María", "ana"), ("Ana María", "guest"), ("Ana María", "")
    assert owners(promised) == [ana, guest, either, ("bo", "")]
    merged = after(promised, e.PeopleMerged("guest", "bo"))
    assert owners(merged) == [ana, ("Bo", "bo"), either, ("bo", "")]
    merged = after(promised, e.SpeakerQueued("x", name="Late"), e.PeopleMerged("x", "ana"))
    assert owners(merged) == owners(promised)


def test_an_old_promise_goes_over_where_one_person_alone_has_its_name(promised: State):
    merged = after(promised, e.PeopleMerged("bo", "chau"))
    assert owners(merged)[3] == ("Châu", "chau")


def test_a_new_name_of_a_person_is_the_owner_of_their_promises(promised: State):
    named = after(promised, e.PersonChanged("guest", {"name": "Ida"}))
    assert owners(named) == [("Ana María", "ana"), ("Ida", "guest"), *owners(promised)[2:]]
    assert owners(after(promised, e.PersonChanged("bo", {"name": "Bob"})))[3] == ("bo", "")
    for changes in ({"name": ""}, {"groups": ["ELDER"]}, {"name": "Ana María"}):
        changed = after(promised, e.PersonChanged("guest", changes))
        assert changed.commitments is promised.commitments


def test_an_owner_who_is_told_anew_is_the_person_told_with_it(promised: State):
    for changes, owner in (
        ({"owner": "Library"}, ("Library", "")),
        ({"owner": ""}, ("", "")),
        ({"owner": "Bo", "person": "bo"}, ("Bo", "bo")),
        ({"text": "Call twice"}, ("Ana María", "ana")),
    ):
        assert owners(after(promised, e.CommitmentAmended("C1", changes)))[0] == owner


def test_who_left_as_one_and_is_here_as_the_other_is_here(planned: State):
    met = after(planned, e.PersonArrived("bo"), e.PersonLeft("bo"), e.SpeakerQueued("x", name="B"))
    assert after(met, e.PeopleMerged("x", "bo")).people["bo"].left is None


def test_a_meeting_takes_only_changes_of_its_kind(planned: State):
    assert after(planned, e.MeetingChanged({"room_names": "none"})).meeting.room_names == "none"
    for changes in ({"ended": 5}, {"title": 5}, {"new_voices": "no"}, {"of": "later"}, {}):
        assert after(planned, e.MeetingChanged(changes)) is planned


def test_a_gap_is_taken_out_of_the_part_and_the_turn(planned: State):
    running = after(planned, e.SegmentStarted("open"), e.FloorGiven("ana"))
    cut = after(running, e.GapCut(T + 10_000, T + 70_000))
    assert cut.agenda.running
    assert cut.agenda.running.watch.elapsed(T + 90_000) == 30_000
    assert talk_time(cut.floor, T + 90_000) == {"ana": 29_000}
    assert after(running, e.GapCut(T + 5, T + 5)) is running
    assert after(planned, e.GapCut(T, T + 5)) is planned
