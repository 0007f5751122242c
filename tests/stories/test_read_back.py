"""The promises read back aloud, what the room reads meanwhile, and the warning before the end."""

import pytest

from tests.desk import Desk


@pytest.fixture
def desk(desk: Desk) -> Desk:
    desk.write(
        "! @Orla: publish the stop figures by 29 Jan",
        "! @Nguyễn: post notices in the shop",
        "! @Caasho: ask the neighbours by Friday",
    )
    return desk


def test_three_promises_are_read_back_and_a_gap_is_filled_on_the_way(desk: Desk) -> None:
    desk.press("F5")
    assert desk.room_reads == "C1"
    assert desk.read_back == (
        "1 of 3, Sgt. Orla O'Fictive, publish the stop figures, By Fri 29 Jan,"
        " Is this what you promised? 0 confirmed"
    )
    desk.press("Return")
    assert (desk.room_reads, desk.focus) == ("C2", "By when?")
    assert desk.remarks == ["by when?"]
    desk.type("in two weeks")
    assert desk.remarks == ["Fri 29 Jan"]
    desk.press("Return")  # the first one keeps the day
    assert (desk.state.commitments["C2"].due, desk.room_reads) == ("2027-01-29", "C2")
    desk.press("Return")  # the next one is the spoken yes
    assert desk.room_reads == "C3"

    desk.queue_up("caasho")
    desk.press("Ctrl+Return")  # somebody wants to speak; the page waits
    assert (desk.speaker, desk.room_reads) == ("Caasho Cabdi", "C3")
    desk.press("Escape", "F5", "Return")  # the keys go back to the page
    assert desk.read_back.endswith("All are confirmed aloud 3 confirmed")
    desk.crash()

    desk.sit()
    assert (desk.room_reads, desk.read_back) == ("", "")
    assert [row.rsplit(", ", 1)[1] for row in desk.promises] == ["read back aloud"] * 3


def test_going_on_and_back_confirms_nothing(desk: Desk) -> None:
    desk.press("F5", "Right", "PgDown")
    assert desk.room_reads == "C3"
    desk.press("Left")  # the line for the date is empty, so the arrow is not its own
    assert (desk.room_reads, desk.focus) == ("C2", "By when?")
    desk.press("Right", "Right", "PgUp")
    assert desk.room_reads == "C3"
    desk.press("Escape")
    assert (desk.room_reads, desk.focus) == ("", "Write a note")
    assert all(promise.read_back is None for promise in desk.state.commitments.values())


def test_a_gap_need_not_be_filled(desk: Desk) -> None:
    desk.press("F5", "Return", "Return", "Return")
    assert all(promise.read_back is not None for promise in desk.state.commitments.values())
    assert desk.state.commitments["C2"].due == ""


def test_an_owner_that_is_missing_is_asked_for_before_the_day(desk: Desk) -> None:
    desk.write("! somebody should call the clerk")
    desk.press("F5", "PgUp")
    assert (desk.room_reads, desk.focus) == ("C4", "Who answers for it?")
    desk.type("ngu")
    desk.press("Return")
    assert (desk.state.commitments["C4"].owner, desk.focus) == ("Nguyễn Ngọc Ảo", "By when?")
    desk.type("when pigs fly")
    desk.press("Return", "Return")
    assert "not understood as a day" in desk.remarks
    assert desk.state.commitments["C4"].read_back is None


def test_a_yes_that_was_none_is_taken_back(desk: Desk) -> None:
    desk.press("F5", "Return")
    assert desk.room_reads == "C2"
    desk.press("Ctrl+Z")
    assert desk.room_reads == "C1"
    assert desk.read_back.endswith("Is this what you promised? 0 confirmed")


def test_words_that_change_after_the_yes_need_another_one(desk: Desk) -> None:
    desk.press("F5", "Return", "PgUp")
    assert "Confirmed aloud at 08:10" in desk.read_back
    desk.press("E", "Tab")
    assert desk.room_reads == "C1"  # the room sees the words while they are put right
    desk.type("publish all figures")
    desk.press("Escape")
    assert "Changed since it was read back" in desk.read_back
    assert desk.promises[0].endswith("changed since it was read back")
    desk.later(5)
    desk.press("Return")
    assert desk.promises[0].endswith("read back aloud")
    assert desk.room_reads == "C2"


def test_the_room_reads_no_more_when_another_page_comes(desk: Desk) -> None:
    desk.press("F5", "F6")
    assert desk.room_reads == ""
    desk.press("Escape", "F5", "E", "F6")
    assert desk.room_reads == ""


def test_who_began_to_read_goes_on_where_it_stopped(desk: Desk) -> None:
    desk.press("F5", "PgDown", "Escape", "F5")
    assert desk.room_reads == "C2"
    desk.press("Ctrl+1")
    assert desk.room_reads == "C2"  # Home covers the page only
    desk.press("Ctrl+3", "F5", "F5")
    assert (desk.room_reads, desk.focus) == ("", "Write a note")


def test_a_promise_that_is_taken_out_is_read_no_more(desk: Desk) -> None:
    desk.press("F5", "PgDown", "PgDown")
    assert desk.room_reads == "C3"
    desk.press("Ctrl+Z")
    assert desk.room_reads == "C1"
    desk.press("Ctrl+Z", "Ctrl+Z")
    assert (desk.room_reads, desk.promises) == ("", [])


def test_a_gap_that_is_filled_as_the_window_shrinks_leaves_the_keys_somewhere(desk: Desk) -> None:
    desk.press("F5", "Return")
    assert desk.focus == "By when?"
    desk.type("12 Feb")
    desk.shell.resize(683, 384)
    assert desk.state.commitments["C2"].due == "2027-02-12"
    assert desk.focus == "Write a note"


def test_where_nothing_is_to_be_read_back_no_line_asks_for_an_owner(desk: Desk) -> None:
    desk.press("Ctrl+Z", "Ctrl+Z", "Ctrl+Z", "F5")
    assert desk.focus == "No promise to read back yet. A line with ! makes one."


def test_a_personal_promise_is_not_read_aloud(desk: Desk) -> None:
    for ident in ("C1", "C3"):
        desk.session.amend(ident, kind="personal")
    desk.press("F5", "Right")
    assert desk.room_reads == "C2"
    assert desk.read_back.startswith("1 of 1")


def test_ending_the_session_says_once_what_is_open(desk: Desk) -> None:
    desk.session.tally(7, "room")
    desk.press("Ctrl+Shift+E")
    assert desk.banner == "1 promise has no date, 3 were not read back."
    assert desk.state.meeting.ended is None
    desk.write("a last note")
    assert desk.banner == ""
    desk.press("Ctrl+Shift+E")
    assert desk.banner == "1 promise has no date, 3 were not read back."
    desk.press("Ctrl+Shift+E")
    assert desk.lateness == "ended 08:10"
    assert desk.banner.startswith("The session has ended.")

    desk.press("Ctrl+Z", "F5", "Return")
    desk.type("Friday")
    desk.press("Return", "Return", "Return", "Escape", "Ctrl+Shift+E")
    assert desk.lateness == "ended 08:10"
    assert desk.banner.startswith("The session has ended.")
