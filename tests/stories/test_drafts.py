"""Half a sentence is not lost, whatever happens to the window."""

from tests.desk import Desk


def test_half_a_sentence_survives_a_kill(desk: Desk) -> None:
    desk.type("We need light at")
    desk.later(1)
    desk.type(" the")
    desk.crash()

    desk.sit()
    assert (desk.line, desk.focus) == ("We need light at", "Write a note")
    assert desk.reading == "Experience · no source"


def test_how_it_was_to_be_taken_survives_too(desk: Desk) -> None:
    desk.press("F4")
    desk.type("quote")
    desk.press("Return")
    desk.type("They took my")
    desk.press("Ctrl+K", "Ctrl+K")
    desk.later(1)
    desk.crash()

    desk.sit()
    assert (desk.becomes, desk.reading) == ("quote", "Quote · no source · withheld")
    desk.type(" son")
    desk.press("Return")
    assert [note.sensitivity for note in desk.state.notes.values()] == ["withheld"]


def test_who_spoke_at_the_first_letter_survives_too(desk: Desk) -> None:
    desk.queue_up("ngu", "caasho")
    desk.press("Ctrl+Return", "Ctrl+L")
    desk.type("We need light")
    desk.later(1)
    desk.press("Ctrl+Return")
    desk.crash()

    desk.sit()
    assert desk.reading == "Experience · \u2068Nguyễn Ngọc Ảo\u2069, no source"
    desk.press("Return")
    assert desk.state.notes["N1"].person == "P1"


def test_half_a_sentence_is_there_when_the_window_opens_again(desk: Desk) -> None:
    desk.type("We need")
    desk.leave()
    desk.sit()
    assert desk.line == "We need"


def test_what_was_saved_is_no_draft_any_more(desk: Desk) -> None:
    desk.type("We need light")
    desk.later(1)
    desk.press("Return")
    desk.crash()

    desk.sit()
    assert (desk.line, len(desk.notes)) == ("", 1)


def test_an_open_list_of_names_is_no_trap_when_it_ends(desk: Desk) -> None:
    desk.type("! @o")
    desk.crash()

    desk.sit()
    assert (desk.line, desk.offered) == ("", [])
