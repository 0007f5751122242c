"""A first evening, by keys alone: from the first start to the summary."""

from pathlib import Path

import pypdfium2
import pytest

from tests.desk import Desk


@pytest.fixture
def desk(new_desk: Desk) -> Desk:
    return new_desk


def test_a_first_start_offers_the_example_and_enter_explores_it(desk: Desk) -> None:
    assert desk.place == "Home"
    assert desk.sessions == []
    assert desk.focus == "Explore the example session"

    desk.press("Return")
    assert desk.place == "Live"
    assert "leaves no trace" in desk.banner
    assert (len(desk.notes), len(desk.promises)) == (20, 9)
    assert desk.lateness == "ended 20:00"

    desk.press("Ctrl+Z")
    assert desk.lateness == "1 min late – ends 20:01"
    desk.press("Ctrl+1")
    assert desk.home_title == "Parable Falls circles"
    assert desk.focus == "Go on with it"

    desk.press("Shift+Tab")
    assert desk.focus == "Back to your own sessions"
    desk.press("Return")
    assert (desk.place, desk.home_title, desk.banner) == ("Home", "Welcome", "")


def test_a_real_evening_is_never_written_into_the_example(desk: Desk) -> None:
    desk.press("Return", "Ctrl+N")
    assert desk.home_title == "Plan a session"
    desk.type("Our own evening")
    while desk.place == "Home":
        desk.press("Return")
    assert desk.state.meeting.series == ""
    desk.leave()

    desk.sit()
    assert desk.next_up.startswith("Next session. No date yet. Our own evening")


def test_an_evening_from_the_first_key_to_the_export(desk: Desk, tmp_path: Path) -> None:
    desk.press("Tab", "Tab", "Down", "Up", "Return")
    assert desk.place == "Live"
    assert desk.agenda[0].startswith("1, Welcome, roles and purpose, to come, 10 min, ")

    desk.press("Ctrl+PgDown")
    assert desk.clock_says.startswith("1  Welcome, roles and purpose, 10:00, left, of 10:00")
    desk.later(9 * 60)
    desk.press("Ctrl++")
    assert "2:00, left, of 11:00" in desk.clock_says
    desk.later(3 * 60)
    assert "1:00, over" in desk.clock_says
    assert desk.lateness.startswith("2 min late")

    desk.press("Ctrl+PgDown")
    desk.queue_up("Ana Ejemplo", "Nguyễn Ví Dụ", "ليلى مثال")
    desk.press("Ctrl+Return")
    desk.later(30)
    assert (desk.speaker, desk.speaker_time) == ("Ana Ejemplo", "0:30")

    desk.write(
        "We need light at the bus stop", "? Who decides", "! @Nguyễn: ask the clerk by tomorrow"
    )
    desk.write("! a promise without an owner")
    assert [note.split(", ", 1)[1] for note in desk.notes] == [
        "Question, Who decides",
        "Experience, We need light at the bus stop",
    ]
    assert desk.promises[0].startswith("C1, Nguyễn Ví Dụ, ask the clerk, ")
    assert desk.promises[1].startswith("C2, a promise without an owner, who? by when?")

    desk.press("Ctrl+Shift+E", "Ctrl+Shift+E")  # once it says what promises lack
    assert desk.lateness.startswith("ended")
    desk.press("Ctrl+E")
    desk.save_as(tmp_path / "evening.pdf")
    desk.let_it_leave()
    assert desk.banner == "The draft is saved as evening.pdf"
    with pypdfium2.PdfDocument(tmp_path / "evening.pdf") as pdf:
        text = pdf[0].get_textpage().get_text_bounded()
    assert "ask the clerk" in text


def test_the_session_is_there_the_next_day(desk: Desk) -> None:
    desk.press("Tab", "Tab", "Return", "Ctrl+PgDown", "Ctrl+Shift+E", "Ctrl+Shift+E")
    desk.leave()
    desk.later(24 * 3600)

    desk.sit()
    assert desk.place == "Home"
    assert desk.focus == "Sessions"
    assert [session.rsplit(", ", 1)[1] for session in desk.sessions] == ["ended"]
    desk.press("Return", "Ctrl+3")
    assert desk.agenda[0].startswith("1, Welcome, roles and purpose, done")
