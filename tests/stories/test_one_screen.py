"""One screen, which the hall sees too: the room page covers the controls, and what they tell."""

import pytest
from PySide6.QtWidgets import QFileDialog

from tests.desk import Desk
from tests.sights.room import differing, grey

PRIVATE = ("secret", "cut the hedge", "Caasho", "Nguyễn", "needs to leave", "Undo")


def private_evening(desk: Desk) -> None:
    desk.queue_up("orla", "caasho", "ngu")
    desk.press("Ctrl+Return")
    desk.write("a secret that was told", "! @Caasho cut the hedge by 30 Jun")
    desk.session.move("P1", "P2", reason="needs to leave early")


def test_the_hall_sees_the_page_and_nothing_else(desk: Desk) -> None:
    private_evening(desk)
    desk.press("F9")
    assert (desk.room.state, desk.room.place) == ("Room on", "laptop")
    said = ["Speaking, 0:00 of 2:00", "Sgt. Orla O'Fictive", "Next", "a neighbour"]
    assert desk.room.words[4:] == [*said, "then a neighbour", "F9: back to the controls"]
    assert not any(word in shown for word in PRIVATE for shown in desk.room.words)
    shown = grey(desk.house.grab())  # rail and all panes are covered
    assert differing(shown, grey(desk.room.picture)) == []


def test_the_keys_work_and_nobody_types_into_the_dark(desk: Desk) -> None:
    private_evening(desk)
    desk.write()
    desk.type("half a ")
    desk.press("F9")
    desk.later(1)
    desk.press("Ctrl+Return")
    assert "A neighbour" in desk.room.words
    desk.type("lost")
    desk.press("Tab")
    desk.type("lost")
    assert desk.focus == "Room screen"
    desk.press("Ctrl+A")  # a name that is typed must be seen
    assert (desk.room.state, desk.room.place) == ("Room off", "nowhere")
    desk.type("note")
    assert desk.line == "half a note"


def test_the_hall_reads_along_and_enter_is_the_yes(desk: Desk) -> None:
    told = {"due": "2027-06-30", "publish": "official"}
    desk.session.commit("ask for the figures", owner="Sgt. Orla O'Fictive", **told)
    desk.session.commit("cut the hedge", owner="Caasho Cabdi")
    desk.press("F5", "F9")
    assert desk.room.words[1:3] == ["1 of 2", "Sgt. Orla O'Fictive"]
    desk.type("lost")
    desk.press("Return")
    assert desk.room.words[1] == "2 of 2"
    assert [of.read_back is not None for of in desk.state.commitments.values()][:2] == [True, False]


def test_a_fault_calls_for_the_controls_without_telling_why(desk: Desk) -> None:
    desk.press("F9")
    assert desk.house.live is not None
    desk.house.live.failed.emit("The disk is full.")
    assert desk.room.words[-1] == "F9: back to the controls, where something waits for you"
    desk.press("F9", "F9")
    assert desk.room.words[-1] == "F9: back to the controls"


def test_a_question_calls_too_until_nothing_is_told_any_more(desk: Desk) -> None:
    desk.press("F9")
    desk.sleep(600)
    assert desk.room.words[-1].endswith("where something waits for you")
    assert not any("recorded" in word for word in desk.room.words)
    desk.press("F9")
    assert desk.banner.startswith("Nothing was recorded between 08:10 and 08:20.")
    desk.answer("It went on")
    desk.press("F9")
    assert desk.house.live is not None
    desk.house.live.failed.emit("The disk is full.")
    desk.press("Ctrl+P")  # it takes this act
    assert desk.room.words[-1] == "F9: back to the controls"


UNSEEN = "Ctrl+Shift+E F6 Ctrl+S Ctrl+E Ctrl+G Ctrl+K F4 Ctrl+T Ctrl+U".split()


@pytest.mark.parametrize("key", UNSEEN)
def test_what_must_be_seen_uncovers_before_it_acts(desk: Desk, key: str) -> None:
    private_evening(desk)
    desk.later(1800)
    desk.press("F6", "Ctrl+L")
    before = desk.session.history.length
    desk.press("F9", key)
    assert (desk.room.state, desk.focus) == ("Room off", "Write a note")
    assert (desk.session.history.length, desk.asked, desk.banner) == (before, "", "")
    assert desk.shell.findChild(QFileDialog) is None


def test_the_session_ends_only_after_the_warning_was_seen(desk: Desk) -> None:
    private_evening(desk)
    desk.press("F9", "Ctrl+Shift+E")
    assert (desk.room.state, desk.banner) == ("Room off", "")
    desk.press("Ctrl+Shift+E")
    assert desk.banner == "1 promise was not read back."
    desk.press("F9", "Ctrl+Shift+E")
    assert desk.state.meeting.ended is None
    desk.press("Ctrl+Shift+E")
    assert desk.state.meeting.ended is not None


def test_it_grows_with_the_window(desk: Desk) -> None:
    desk.press("F9")
    desk.shell.resize(1280, 720)
    assert differing(grey(desk.house.grab()), grey(desk.room.picture)) == []


def test_a_session_that_goes_gives_the_controls_back(desk: Desk) -> None:
    desk.press("F9")
    desk.house.open_example()
    assert (desk.room.state, desk.room.place) == ("Room off", "nowhere")
