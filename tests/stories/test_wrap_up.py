"""After the session: what is settled, the pages as they would go out, and a person's approval."""

import pytest

from tests.desk import Desk

LONG = "Nobody comes to mend the light at the corner where the children wait for the bus. " * 20


@pytest.fixture
def ended(desk: Desk) -> Desk:
    """A desk at which a session of a few pages has just ended; one note is sensitive."""
    session = desk.session
    session.tally(7, "room")
    session.note("Who decides about the light?", "question")
    session.note("My brother was stopped there", "concern", sensitivity="sensitive")
    for n in range(6):
        session.note(f"{n} {LONG}", "concern")
    promise = {"owner": "Sgt. Orla O'Fictive", "person": "P3", "due": "2027-06-30"}
    session.commit("ask for the figures", publish="official", **promise)
    desk.press("F5", "Return", "Escape", "Ctrl+Shift+E")
    return desk


@pytest.fixture
def settled(ended: Desk) -> Desk:
    """A desk at which all that was to settle is: the pages are what is left."""
    ended.press("Ctrl+4", "W")
    ended.let_pages_come()
    return ended


def look_at_all(desk: Desk) -> None:
    """Walk to the first page, then through all of them."""
    for key in ("PgUp", "PgDown"):
        desk.let_pages_come()
        for _ in range(int(desk.page.rpartition(" ")[2])):
            desk.press(key)
            desk.let_pages_come()


def approve(desk: Desk) -> None:
    look_at_all(desk)
    desk.press("Ctrl+Return")
    desk.let_pages_come()


def test_the_end_of_a_session_leads_there(ended: Desk) -> None:
    assert ended.banner.startswith("The session has ended. Ctrl+4 wraps it up")
    assert ended.answers == ["Wrap up", "Close"]
    ended.answer("Wrap up")
    assert ended.place == "Wrap-up"
    assert ended.standing == "1 thing to settle before it goes out"


def test_a_session_that_has_ended_is_opened_there(ended: Desk) -> None:
    ended.press("Ctrl+1", "Return")
    assert ended.place == "Wrap-up"
    ended.press("Ctrl+3")
    assert ended.place == "Live"
    ended.leave()
    ended.sit()
    ended.press("Return")
    assert ended.place == "Wrap-up"


def test_nothing_of_it_is_there_without_a_session(new_desk: Desk) -> None:
    new_desk.press("Ctrl+4", "Ctrl+E", "Ctrl+Shift+S", "Ctrl+Shift+D", "Ctrl+Shift+L")
    assert (new_desk.place, new_desk.banner) == ("Home", "")


def test_keys_of_the_floor_mean_nothing_there(desk: Desk) -> None:
    desk.queue_up("orla")
    desk.press("Ctrl+4", "Ctrl+P", "Ctrl++", "Ctrl+Return", "Ctrl+PgDown", "Ctrl+Shift+E")
    assert (desk.place, desk.speaker) == ("Wrap-up", "")
    assert desk.clock_says.startswith("2  Where are we?, 25:00")
    assert desk.banner == "The session has not ended yet. Approve its summary then."
    desk.press("Ctrl+3", "Ctrl+Return")
    assert desk.speaker == "Sgt. Orla O'Fictive"


# Settle, look, approve


def test_settle_look_approve(ended: Desk) -> None:
    ended.press("Ctrl+4")
    assert ended.until == "a draft until the thing is settled"
    ended.press("W")
    ended.let_pages_come()
    assert ended.page.startswith("Page 1 of ")
    many = int(ended.page.rpartition(" ")[2])
    assert many > 1
    unseen = "1 page" if many == 2 else f"{many - 1} pages"
    assert ended.standing == f"Settled; {unseen} not looked at yet"
    ended.press("Ctrl+Return")
    assert "not looked at yet. This is page 2." in ended.banner
    ended.let_pages_come()
    assert ended.page == f"Page 2 of {many}"
    assert not ended.state.approved
    look_at_all(ended)
    assert ended.standing == "Ready to approve"
    ended.press("Ctrl+Return")
    assert ended.banner == "Public summary: approved, version 1. Ctrl+E writes it."
    ended.let_pages_come()
    assert ended.standing == "Approved, version 1"
    assert ended.until == "approved, version 1"
    assert "Export the PDF" in ended.wrap_buttons
    assert "Approve" not in ended.wrap_buttons


def test_a_change_after_it_makes_a_draft_of_it_again_and_says_so(settled: Desk) -> None:
    approve(settled)
    settled.session.change_note("N1", text="Who decides, and when?")
    settled.let_pages_come()
    assert settled.banner == "This changed after it was approved. It is a draft again."
    assert settled.until == "changed since version 1: a draft again"
    assert "Export a draft" in settled.wrap_buttons
    settled.press("Ctrl+Z")
    assert settled.banner.startswith("Taken back: ")
    settled.let_pages_come()
    assert settled.standing == "Approved, version 1"
    settled.press("Ctrl+Y")
    approve(settled)
    assert settled.standing == "Approved, version 2"


def test_each_edition_is_approved_by_itself(settled: Desk) -> None:
    approve(settled)
    settled.press("Alt+2")
    settled.let_pages_come()
    assert settled.edition[0] == "Participants"
    assert "not looked at yet" in settled.standing
    settled.press("Alt+1")
    settled.let_pages_come()
    assert settled.standing == "Approved, version 1"


def test_what_was_seen_counts_as_long_as_it_stands(settled: Desk) -> None:
    look_at_all(settled)
    assert settled.standing == "Ready to approve"
    settled.session.change_note("N1", text="Who decides, and when?")
    settled.let_pages_come()
    assert "not looked at yet" in settled.standing
    settled.press("Ctrl+3", "Ctrl+4")
    walked = []
    for _ in range(9):
        if settled.standing != "Ready to approve":
            settled.press("Ctrl+Return")
            settled.let_pages_come()
            walked.append(settled.page)
            assert "Who decides, and when?" in settled.page_text  # the others are the same
    assert 0 < len(walked) < int(settled.page.rpartition(" ")[2])
    settled.press("Ctrl+Z")
    settled.let_pages_come()
    assert settled.standing == "Ready to approve"  # it is what was looked at before


def test_what_is_open_is_said_once_before_it_is_approved_all_the_same(ended: Desk) -> None:
    ended.press("Ctrl+4")
    look_at_all(ended)
    ended.press("Ctrl+Return")
    assert (
        ended.banner == "1 thing is not settled. Press Ctrl+Enter again to approve it as it stands."
    )
    ended.press("Ctrl+Return")
    assert ended.state.approved["public"].version == 1


# The pages


def test_pages_are_turned_wherever_the_keys_are(settled: Desk) -> None:
    assert "draft" in settled.page_text.casefold()  # a page is read aloud too
    many = int(settled.page.rpartition(" ")[2])
    settled.press("PgDown")
    assert settled.page == f"Page 2 of {many}"
    settled.press("PgUp", "PgUp")
    assert settled.page == f"Page 1 of {many}"
    settled.press("Ctrl+Tab", "End")
    assert (settled.focus, settled.page) == (settled.page, f"Page {many} of {many}")
    settled.press("Right", "Home", "Escape")
    assert settled.page == f"Page 1 of {many}"
    assert not settled.focus.startswith("Page")


def test_larger_pages_scroll_first_and_keep_their_place(settled: Desk) -> None:
    whole = settled.page_size
    settled.press("Ctrl++", "Ctrl++")
    assert settled.page_size[0] == pytest.approx(whole[0] * 1.5, abs=2)
    settled.press("PgDown")
    assert settled.page.startswith("Page 1 ")
    place = settled.scrolled
    assert place > 0
    settled.session.change_note("N1", text="Who decides, and when?")
    settled.let_pages_come()
    assert (settled.scrolled, settled.page[:7]) == (place, "Page 1 ")
    while settled.page.startswith("Page 1 "):
        settled.press("PgDown")
    assert (settled.scrolled, settled.page[:7]) == (0, "Page 2 ")
    settled.press("Ctrl+-", "Ctrl+-", "Ctrl+-")
    assert settled.page_size == whole


def test_the_old_page_stays_until_the_new_one_is_there(settled: Desk) -> None:
    before = settled.page_text
    settled.session.change_note("N1", text="Who decides, and when?")
    assert settled.page_text == before
    settled.press("Ctrl+Return")
    assert settled.banner.startswith("The pages are still being made.")
    settled.let_pages_come()
    assert settled.page_text != before


def test_editions_and_paper_are_there_again_after_a_restart(settled: Desk) -> None:
    letter_first = settled.page_size
    settled.press("Alt+5")
    assert settled.edition_warned.startswith("For the records officer, not for publication")
    settled.press("Alt+4")
    assert settled.edition_warned == ""
    other = settled.wrap_up.choice.paper
    other.setFocus()
    settled.press("Right")
    chosen = settled.edition
    settled.let_pages_come()
    assert settled.page_size != letter_first
    settled.leave()
    settled.sit()
    settled.press("Return")
    assert settled.edition == chosen


def test_pages_that_cannot_be_made_say_why(ended: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    from facilitator.publish.export import NotExported

    def fails(*_: object) -> None:
        raise NotExported("There is no room for the pages.")

    with monkeypatch.context() as broken:
        broken.setattr("facilitator.publish.export.export", fails)
        ended.press("Ctrl+4")
        ended.let_pages_come()
        assert ended.page == "There is no room for the pages."
        ended.press("W")
        ended.press("Ctrl+Return")
    ended.session.change_note("N1", text="Who decides, and when?")
    ended.let_pages_come()
    assert ended.page.startswith("Page 1 of ")


def test_a_session_that_runs_has_pages_too_and_its_clock_goes_on(desk: Desk) -> None:
    desk.write("? Who decides")
    desk.press("Ctrl+4")
    desk.let_pages_come()
    assert desk.standing == "The session has not ended yet"
    assert desk.until == "a draft until the session has ended"
    assert desk.page == f"Page 1 of {desk.page.rpartition(' ')[2]}"
    desk.later(60)
    desk.press("Ctrl+3")
    assert desk.clock_says.startswith("2  Where are we?, 24:00")


# Leaving


@pytest.mark.parametrize("way", ["Ctrl+3", "Ctrl+1", "example", "leave"])
def test_it_is_left_while_pages_are_being_made(ended: Desk, way: str) -> None:
    ended.press("Ctrl+4", "W", "Alt+5", "Alt+1")
    if way == "example":
        ended.house.open_example()
        assert ended.place == "Live"
    elif way == "leave":
        ended.leave()
        ended.sit()
    else:
        ended.press(way)
        ended.press("Ctrl+4")
        ended.let_pages_come()
        assert ended.page.startswith("Page 1 of ")


# A small window


def test_a_small_window_shows_one_side_at_a_time(settled: Desk) -> None:
    settled.shell.resize(683, 384)
    assert settled.wrap_buttons[-2:] == ["To settle", "Pages"]
    settled.press("Ctrl+Tab")
    settled.let_pages_come()
    assert settled.focus == settled.page
    settled.press("Down")
    assert settled.scrolled > 0  # a whole page would be too small to be read
    settled.press("Ctrl+Tab")
    assert not settled.focus.startswith("Page")
    settled.shell.resize(1366, 768)
    assert "Pages" not in settled.wrap_buttons
    settled.press("Ctrl+Tab")
    settled.shell.resize(683, 384)
    assert settled.focus == settled.page  # the side that has the keys is the one that stays
