"""Notes: of which kind, who is told with them, how sensitive, changed in place, found again."""

import pytest

from tests.desk import Desk


@pytest.fixture
def desk(desk: Desk) -> Desk:
    desk.queue_up("ngu", "caasho", "orla")
    desk.press("Ctrl+Return", "Ctrl+L")
    return desk


def said(desk: Desk) -> list[str]:
    """Return the notes without their times."""
    return [note.split(", ", 1)[1] for note in desk.notes]


def test_a_kind_is_chosen_for_one_note(desk: Desk) -> None:
    desk.press("F4")
    assert desk.focus == "Kind of note"
    assert len(desk.offered) == 22
    desk.type("trust")
    assert desk.offered == ["Builds trust", "Breaks trust"]
    desk.press("Down", "Return")
    assert (desk.focus, desk.becomes) == ("Write a note", "breaks trust")
    desk.write("Nobody came", "Somebody came")
    assert said(desk) == ["Experience, Somebody came", "Breaks trust, Nobody came"]


def test_a_kind_is_chosen_for_what_is_typed(desk: Desk) -> None:
    desk.type("? They said sorry")
    desk.press("F4")
    desk.type("xyz")
    assert desk.offered == ["No kind is called that"]
    desk.press("Return", "Backspace", "Backspace", "Backspace")
    desk.type("ack")
    desk.press("Return")
    assert (desk.line, desk.becomes) == ("They said sorry", "acknowledgement")
    desk.press("F4", "Escape", "Return")
    assert said(desk) == ["Acknowledgement, They said sorry"]
    desk.press("F4", "Ctrl+A", "F4", "F4")
    assert (desk.focus, desk.offered) == ("Add a speaker", [])


def test_a_source_is_told_as_far_as_somebody_agreed(desk: Desk) -> None:
    desk.type("We need light")
    desk.press("Ctrl+G")
    assert desk.reading == "Experience · by group – has not agreed to be named"
    desk.press("Ctrl+G")
    assert desk.reading == "Experience · no source"
    desk.press("Ctrl+G", "Return")
    assert said(desk) == ["Experience, Business, We need light"]
    desk.type("@Orla: we come")
    assert desk.reading == "Experience · \u2068Sgt. Orla O'Fictive\u2069, no source"
    desk.press("Ctrl+G", "Ctrl+G", "Ctrl+G")
    assert "by name: \u2068Sgt. Orla O'Fictive\u2069" in desk.reading
    desk.press("Return")
    assert said(desk)[0] == "Experience, Sgt. Orla O'Fictive, we come"
    desk.type("@Somebody Else: not on the list")
    assert desk.reading == "Experience · no source"
    desk.press("Return")
    assert desk.state.notes["N3"].person == ""
    desk.type("the next one")
    assert desk.reading == "Experience · no source"  # it held for one note


def test_nobody_is_told_further_than_they_agreed(desk: Desk) -> None:
    for _ in range(2):
        desk.later(60)
        desk.press("Ctrl+Return")
    assert desk.speaker == "Sgt. Orla O'Fictive"
    desk.type("a note")
    desk.press("Ctrl+G", "Ctrl+G", "Ctrl+G")
    assert "by name" in desk.reading
    desk.press("Ctrl+.")
    assert "by name" in desk.reading  # it is still hers
    desk.press("Home")
    desk.type("@caasho: ")
    assert desk.reading.endswith("Caasho Cabdi\u2069, by group – has not agreed to be named")
    desk.press("Return")
    desk.type("another")
    desk.press("Ctrl+G")
    assert desk.reading == "Experience · no source: who said it is not known"
    desk.press("Return")
    assert said(desk) == ["Experience, another", "Experience, Resident, a note"]


def test_one_key_says_how_sensitive_it_is(desk: Desk) -> None:
    desk.type("A hard story")
    desk.press("Ctrl+K")
    assert desk.reading == "Experience · no source · sensitive"
    desk.press("Return")
    assert said(desk) == ["Experience, sensitive, A hard story"]
    desk.press("Down", "Down", "S", "S", "Ctrl+K")
    assert said(desk) == ["Experience, A hard story"]
    desk.press("Ctrl+Z", "Ctrl+Z", "Ctrl+Z")
    assert said(desk) == ["Experience, sensitive, A hard story"]
    desk.press("Ctrl+L", "Ctrl+K", "Ctrl+K")  # before a letter is typed: for what will be
    desk.type("Another")
    desk.press("Return")
    assert said(desk)[0] == "Experience, withheld, Another"
    assert said(desk)[1] == "Experience, sensitive, A hard story"


def test_a_promise_says_how_its_owner_is_published(desk: Desk) -> None:
    desk.type("! @Orla: call by Friday")
    desk.press("Ctrl+K", "Ctrl+G", "Ctrl+G", "Ctrl+G")  # by group, not at all, by name
    assert desk.reading == "Promise – Sgt. Orla O'Fictive – Fri 22 Jan – by name"
    desk.press("Return")
    desk.write("! @Orla: call on Monday", "! @Caasho: come too")
    told = [promise.publish for promise in desk.state.commitments.values()]
    assert told == ["named", "official", "group"]  # if nobody chooses, as its owner agreed


def test_a_note_is_changed_in_its_place(desk: Desk) -> None:
    desk.write("We need ligth #trust")
    desk.press("Down", "Down", "Return")
    desk.press("End")
    assert desk.focus == "Change it, then Enter"
    desk.press("Shift+Home")
    desk.type("We need light #health")
    desk.press("Return")
    assert said(desk) == ["Experience, We need light, #health"]
    assert desk.focus == "Notes"
    desk.press("F2", "Home")
    desk.type("Surely ")
    desk.press("Escape")
    assert said(desk) == ["Experience, We need light, #health"]
    before = desk.session.history.length
    desk.press("F2", "Return", "F2", "Shift+Home", "Backspace", "Return")
    assert desk.session.history.length == before


def test_a_long_note_is_changed_whole(desk: Desk) -> None:
    desk.press("Ctrl+L")
    desk.shell.focusWidget().setText("word " * 600)
    desk.press("Return", "Down", "Down", "F2", "End")
    desk.type(" last")
    desk.press("Return")
    assert desk.state.notes["N1"].text.endswith("word last")
    assert len(desk.state.notes["N1"].text) == 3004


def test_the_stream_is_searched(desk: Desk) -> None:
    desk.write("Light at the stop #trust", "? Trust whom", "~ Route 9", "Đường tối")
    desk.press("Ctrl+F")
    assert desk.focus == "Find in the notes"
    for words, found in (
        ("trust", 2),
        ("#trust", 1),
        ("parking", 1),
        ("duong", 1),
        ("ngoc light", 1),  # whose words they are
        ("nothing like it", 0),
    ):
        desk.press("Ctrl+F")
        desk.type(words)
        assert (words, desk.notes_told) == (words, f"{found} of 4")
    desk.press("Ctrl+F")
    desk.type("route")
    desk.press("Return")
    assert desk.focus == "Notes"
    desk.press("Delete")
    assert desk.notes_told == "0 of 3"
    desk.press("Ctrl+Z", "Escape")
    assert (desk.notes_told, desk.focus) == ("4 in this session", "Write a note")
