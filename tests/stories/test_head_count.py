"""How many were in the room: asked at the end, else first of all in Wrap-up; never guessed."""

import pytest

from facilitator.room.meeting import Tally
from tests.desk import Desk

LATER = (
    "Without a number, the summary says that no head count was made."
    " You can still give one in Wrap-up."
)


# The step before the end


def test_the_end_asks_for_one_number_and_takes_it(desk: Desk) -> None:
    desk.press("Ctrl+Shift+E")
    assert desk.closing == [
        "How many people are in the room?",
        "Head count: ",
        "How heads were counted: counted in the room",
        LATER,
        "End the session",
    ]
    assert (desk.focus, desk.state.meeting.ended) == ("Head count", None)
    desk.type("14")
    desk.press("Return")
    assert desk.state.meeting.tally == Tally(14, "room")
    assert (desk.focus, desk.state.meeting.ended) == ("End the session", None)
    desk.press("Return")
    assert desk.state.meeting.ended is not None
    assert desk.closing == []
    assert desk.banner.startswith("The session has ended.")
    desk.press("Ctrl+Z", "Ctrl+Z")
    assert (desk.state.meeting.ended, desk.state.meeting.tally) == (None, None)


def test_how_it_was_counted_goes_with_the_number(desk: Desk) -> None:
    desk.press("Ctrl+Shift+E", "Down", "Right", "Up")
    assert desk.closing[2] == "How heads were counted: counted at the door"
    desk.type("about 40")
    desk.press("Return")
    assert desk.state.meeting.tally == Tally(40, "estimated")
    desk.press("Ctrl+Shift+E")
    assert desk.state.meeting.ended is not None


def test_the_door_counted(desk: Desk) -> None:
    desk.press("Ctrl+Shift+E", "Down", "Right", "Up")
    desk.type("14")
    desk.press("Return", "Return")
    assert desk.state.meeting.tally == Tally(14, "door")
    assert desk.state.meeting.ended is not None


@pytest.mark.parametrize("keys", [["Ctrl+Shift+E"], ["Return", "Return"]])
def test_a_hall_that_waits_passes_it_over(desk: Desk, keys: list[str]) -> None:
    desk.press("Ctrl+Shift+E", *keys)
    meeting = desk.state.meeting
    assert (meeting.tally, meeting.uncounted, meeting.ended is None) == (None, False, False)


def test_nothing_of_the_session_waits_while_it_is_asked(desk: Desk) -> None:
    desk.queue_up("orla")
    desk.press("Ctrl+Shift+E", "Ctrl+Return")
    assert desk.speaker == "Sgt. Orla O'Fictive"
    desk.press("Escape")
    assert desk.closing == []
    desk.write("One more thing")
    assert desk.notes[-1].endswith("One more thing")
    desk.press("Ctrl+Shift+E")  # something happened: it is asked anew
    assert desk.closing[0] == "How many people are in the room?"
    assert desk.state.meeting.ended is None


def test_what_is_no_number_is_asked_again_and_holds_nobody_up(desk: Desk) -> None:
    desk.press("Ctrl+Shift+E")
    desk.type("a lot")
    desk.press("Return")
    assert desk.focus == "Head count"
    desk.press("Ctrl+Shift+E")
    assert (desk.state.meeting.tally, desk.state.meeting.ended is None) == (None, False)


def test_promises_and_heads_are_told_of_together(desk: Desk) -> None:
    desk.session.commit("mend the lamp")
    desk.press("Ctrl+Shift+E")
    assert desk.banner == "1 promise has no owner, 1 has no date, 1 was not read back."
    assert desk.focus == "Head count"
    desk.type("9")
    desk.press("Return", "Return")  # the number belongs to the end: nothing is said anew
    assert desk.state.meeting.ended is not None


def test_a_count_that_there_is_is_not_asked_for(desk: Desk) -> None:
    desk.session.tally(12, "door")
    desk.press("Ctrl+Shift+E")
    assert (desk.closing, desk.state.meeting.ended is None) == ([], False)


# The first thing to settle


@pytest.fixture
def uncounted(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A desk in Wrap-up; somebody queued, one person was marked as there, nobody counted."""
    monkeypatch.setattr("ui.wrap_up.page_maker.PageMaker.make", lambda self, asked: None)
    desk.session.note("They came to the door", "idea", sensitivity="sensitive")
    desk.session.queue("P1")
    desk.session.arrive("P2")
    desk.press("Ctrl+Shift+E", "Ctrl+Shift+E", "Ctrl+4")
    return desk


def test_the_head_count_is_the_first_thing_to_settle(uncounted: Desk) -> None:
    assert uncounted.heaps[:2] == [
        "* How many people were in the room?, 1 open",
        "Sensitive: may this be printed?, 1 open",
    ]
    assert uncounted.settling == [
        "1 of 1",
        "Only a count tells it: many come who neither sign in nor speak.",
        "Signed in or spoke: 2.",
        "Printed as “No head count was made; 1 person signed in”.",
    ]
    assert uncounted.choices == ["No count was made N"]
    assert uncounted.review_lines == {
        "Head count": "",
        "How heads were counted": "counted in the room",
    }
    assert uncounted.to_settle == (2, 0)


def test_a_number_settles_it(uncounted: Desk) -> None:
    uncounted.press("Return")
    assert uncounted.focus == "Head count"
    uncounted.type("14")
    uncounted.press("Return")
    assert uncounted.state.meeting.tally == Tally(14, "room")
    assert uncounted.heap == "Sensitive: may this be printed?, 1 open"
    assert "The head count is settled, 1 settled" in uncounted.heaps
    uncounted.press("Ctrl+Z")
    assert uncounted.heap == "How many people were in the room?, 1 open"
    assert uncounted.state.meeting.tally is None


def test_that_nobody_counted_settles_it_too(uncounted: Desk) -> None:
    uncounted.press("N")
    meeting = uncounted.state.meeting
    assert (meeting.tally, meeting.uncounted) == (None, True)
    assert uncounted.to_settle == (1, 0)
    assert uncounted.undo_says == "Undo: no head count"
    uncounted.walk_to_heap("The head count is settled")
    assert uncounted.choices == ["* No count was made N"]
    assert uncounted.settling[3] == "Printed as “No head count was made; 1 person signed in”."
    uncounted.press("N")  # its own key takes it back
    assert uncounted.to_settle == (2, 0)


def test_a_count_that_is_settled_is_put_right_in_its_place(uncounted: Desk) -> None:
    uncounted.session.tally(14, "counted")  # as an older version kept it
    uncounted.walk_to_heap("The head count is settled")
    assert uncounted.settling[3] == "Printed as “14 people, counted; 1 person signed in”."
    assert uncounted.review_lines["How heads were counted"] == "counted"
    assert uncounted.choices == []
    uncounted.press("Return", "Down", "Right", "Right")
    assert uncounted.state.meeting.tally == Tally(14, "door")
    assert (
        uncounted.settling[3] == "Printed as “14 people, counted at the door; 1 person signed in”."
    )


def test_nobody_is_asked_before_it_began(planning: Desk) -> None:
    planning.press("Ctrl+4")
    assert planning.place == "Wrap-up"
    assert not any("How many" in row for row in planning.heaps)


# Who is known to have come


def test_to_ask_for_the_floor_is_not_to_sign_in(uncounted: Desk) -> None:
    uncounted.go("People")
    rows = {row.lstrip("* ").split(",")[0]: row.rpartition(", ")[2] for row in uncounted.people}
    people = uncounted.state.people
    assert rows[people["P1"].name] == "came to speak"
    assert rows[people["P2"].name] == "came"
