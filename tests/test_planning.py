"""Planning through the one door: agenda, people and seats, before the evening and around it."""

import pytest

from facilitator.figures.timing import timing
from facilitator.log.words import words
from facilitator.planning import new_id
from facilitator.room.clock import MINUTE
from facilitator.session import Session
from tests.clock import Clock
from tests.evening import evening


def titles(session: Session) -> list[str]:
    return [part.title for part in session.state.agenda.segments]


def undo_says(session: Session) -> str:
    last = session.history.last
    return words(last.event, session.state) if last else ""


def test_an_agenda_is_planned_part_by_part(clock: Clock):
    with evening(clock) as session:
        soup = session.add_segment({"title": "Soup", "kind": "meal", "minutes": 15}, "close")
        assert titles(session) == ["Welcome", "A round", "Open floor", "Soup", "Close"]
        assert undo_says(session) == "Soup added"
        session.change_segment(soup, minutes=12.5, leader="Ana", think_s=60)
        assert undo_says(session) == "change to Soup"
        part = session.state.agenda.segments[3]
        assert (part.length, part.planned) == (12.5 * MINUTE, 12.5 * MINUTE)
        assert (part.leader, part.think) == ("Ana", MINUTE)
        session.move_segment(soup, "welcome")
        assert titles(session)[0] == "Soup"
        session.remove_segment("open")
        assert titles(session) == ["Soup", "Welcome", "A round", "Close"]
        for _ in range(4):
            session.undo()
        assert titles(session) == ["Welcome", "A round", "Open floor", "Close"]


def test_an_act_that_changes_nothing_is_not_written(clock: Clock):
    with evening(clock) as session:
        assert not session.change_segment("open", minutes=30.5, min_minutes=15)
        assert not session.move_segment("welcome", "round")
        assert not session.remove_segment("nothing")
        assert not session.remove_people(["nobody"])
        assert not session.seat({"ana": 0})
        assert not session.import_people([])
        assert session.history.length == 1


@pytest.mark.parametrize("minutes", [None, "ten", True, 1e300, {}])
def test_a_length_that_is_none_is_no_length(clock: Clock, minutes: object):
    with evening(clock) as session:
        session.change_segment("open", minutes=minutes, title="Open")
        part = session.state.agenda.segments[2]
        assert part.title == "Open"
        assert 0 <= part.length <= MINUTE


def test_the_part_that_runs_keeps_its_minutes_and_its_clock(clock: Clock):
    with evening(clock) as session:
        session.start_segment("round")
        clock.advance(300)
        before = session.state.agenda.running
        later = {"min_minutes": 3, "fixed_start": "20:00"}
        session.change_segment("round", minutes=99, title="The round", turn_limit_s=60, **later)
        after = session.state.agenda.running
        assert before
        assert after
        assert (after.length, after.watch) == (before.length, before.watch)
        assert (after.least, after.fixed_start) == (before.least, before.fixed_start)
        assert not session.change_segment("round", min_minutes=3)  # nothing is left to change
        assert (after.title, after.turn_limit) == ("The round", MINUTE)


def test_a_part_that_is_added_tonight_makes_it_late_and_one_left_out_makes_it_early(clock: Clock):
    with evening(clock) as session:
        session.change_segment("close", fixed_start="")  # or it would take up the slack
        session.start_segment("welcome")
        was = timing(session.state, clock()).late
        session.add_segment({"title": "Speech", "minutes": 10}, "round")
        assert timing(session.state, clock()).late == was + 10
        session.change_segment("round", minutes=15)
        assert timing(session.state, clock()).late == was + 5
        session.undo()
        session.undo()
        assert timing(session.state, clock()).late == was


def test_a_fixed_start_that_is_let_go_does_not_move_the_end_that_was_planned(clock: Clock):
    with evening(clock) as session:
        session.start_segment("welcome")
        opens = session.state.meeting.opens
        assert opens is not None
        was = session.state.agenda.scheduled_end(opens)
        session.change_segment("close", fixed_start="")
        session.move_segment("close", "round")
        assert session.state.agenda.scheduled_end(opens) == was


def test_a_fixed_start_keeps_its_hour_when_the_day_is_moved(clock: Clock):
    with evening(clock) as session:
        session.change_meeting(date="2027-03-20")  # by then the clocks there were put forward
        close = session.state.agenda.segments[3]
        assert close.fixed_start is not None
        there = session.state.meeting.local(close.fixed_start)
        assert f"{there:%Y-%m-%d %H:%M}" == "2027-03-20 19:30"
        session.undo()
        assert session.state.agenda.segments[3].fixed_start != close.fixed_start


def test_a_fixed_start_waits_for_its_day_and_is_never_before_the_beginning(clock: Clock):
    with evening(clock) as session:
        was = session.state.agenda
        session.change_meeting(date="", start="")
        assert session.state.agenda.segments[3].fixed_start is None
        session.change_meeting(date="2027-01-15", start="20:00")  # later than 19:30
        assert session.state.agenda.segments[3].fixed_start is None
        session.change_meeting(start="18:00")
        assert session.state.agenda == was
        session.add_segment({"title": "Doors", "minutes": 15, "fixed_start": "17:45"}, "welcome")
        doors = session.state.agenda.segments[0]
        assert (doors.fixed, doors.fixed_start) == ("17:45", None)


def test_a_list_of_people_comes_in_as_one_act(clock: Clock):
    with evening(clock) as session:
        rows = [{"id": new_id(), "name": f"Guest {n}", "groups": ["YOUTH"]} for n in range(300)]
        session.import_people([*rows, {"id": "ana", "name": "Somebody else"}, {"name": "no id"}])
        people = session.state.people
        assert len(people) == 304
        assert people["ana"].name == "Ana María"
        assert people[rows[0]["id"]].invited
        session.undo()
        assert len(session.state.people) == 4


def test_who_has_spoken_stays_on_the_list(clock: Clock):
    with evening(clock) as session:
        session.queue("ana")
        session.commit("Mend it", person="bo")
        session.arrive("chau")
        session.remove_people(["ana", "bo", "chau", "dara"])
        assert list(session.state.people) == ["ana", "bo", "chau"]


def test_people_are_seated_in_one_act(clock: Clock):
    with evening(clock) as session:
        session.seat({"ana": 2, "bo": 1, "nobody": 3, "chau": -1})
        assert [one.table for one in session.state.people.values()] == [2, 1, 0, 0]
        assert undo_says(session) == "seats of 4"


def test_seats_wanted_rules_and_notices_are_of_the_session(clock: Clock):
    with evening(clock) as session:
        session.change_meeting(targets={"POLICE": 3}, ground_rules=("Share the air",))
        session.change_meeting(notices={"media": "No cameras."}, seats=8)
        meeting = session.state.meeting
        assert meeting.targets == {"POLICE": 3}
        assert meeting.ground_rules == ("Share the air",)
        session.change_meeting(targets={"POLICE": "many"}, notices={"media": 5})
        assert session.state.meeting == meeting
