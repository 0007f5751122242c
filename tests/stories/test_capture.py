"""The note-taker: one line per thing that is said, as fast as it is said, by keys alone."""

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


def test_a_part_at_the_speed_of_speech(desk: Desk) -> None:
    desk.write("We need light at the bus stop #parks_streets", "? Who decides on it")
    desk.write('" I walk home in the dark"', "- nobody calls back", "+ the library corner")
    desk.later(90)
    desk.press("Ctrl+Return")
    desk.write("# a night bus", "~ Route 9", "= light first", "@Orla: we patrol there at ten")
    desk.press("F4")
    desk.type("vis")
    desk.press("Return")
    desk.write("Walking home without fear")
    desk.write("! @Orla: ask for the lamp count in two weeks", "! a walk together by Friday")
    desk.write("! @Library: open until nine")
    assert said(desk) == [
        "Vision, Walking home without fear",
        "Experience, we patrol there at ten",
        "Agreement, light first",
        "Parking lot, Route 9",
        "Idea, a night bus",
        "Strength, the library corner",
        "Concern, nobody calls back",
        "Quote, I walk home in the dark",
        "Question, Who decides on it",
        "Experience, We need light at the bus stop, #parks_streets",
    ]
    people = [desk.state.people[note.person].name for note in desk.state.notes.values()]
    assert people[0] == "Nguyễn Ngọc Ảo"  # who had the floor
    assert people[5] == "Caasho Cabdi"
    assert people[8] == "Sgt. Orla O'Fictive"  # who was named
    assert [(c.owner, c.due, c.text) for c in desk.state.commitments.values()] == [
        ("Sgt. Orla O'Fictive", "2027-01-29", "ask for the lamp count"),
        ("", "2027-01-22", "a walk together"),
        ("Library", "", "open until nine"),
    ]
    set_right_and_find(desk)


def set_right_and_find(desk: Desk) -> None:
    desk.press("Down", "Down", "*", "S", "K")
    desk.type("conc")
    desk.press("Return")
    assert desk.focus == "Notes"
    assert said(desk)[1] == "Concern, sensitive, starred, we patrol there at ten"
    desk.press("Ctrl+F")
    desk.type("starred patrol")
    assert desk.notes_told == "1 of 10"
    desk.press("Escape")
    assert (desk.notes_told, desk.focus) == ("10 in this session", "Write a note")


def test_the_line_says_what_enter_will_make_of_it(desk: Desk) -> None:
    assert (desk.becomes, desk.reading) == ("note", "")
    desk.type("?")
    assert desk.becomes == "question"
    desk.type(" who decides")
    assert desk.reading == "Question · no source"
    desk.press("Shift+Home", "Backspace")
    desk.type("! ")
    assert (desk.becomes, desk.reading) == ("promise", "Promise – who? – by when?")
    desk.type("@Orla: call")
    assert desk.reading == "Promise – Sgt. Orla O'Fictive – by when?"
    desk.type(" next Friday")
    assert desk.reading == "Promise – Sgt. Orla O'Fictive – Fri 22 Jan"


def test_a_note_is_of_who_spoke_as_its_first_letter_was_typed(desk: Desk) -> None:
    desk.later(30)
    desk.type("We need light")
    assert desk.reading == "Experience · no source"
    desk.press("Ctrl+Return")
    assert desk.reading == "Experience · \u2068Nguyễn Ngọc Ảo\u2069, no source"
    desk.press("Ctrl+G")
    desk.type(" at the bus stop")
    assert "Nguyễn Ngọc Ảo\u2069, by group – " in desk.reading
    desk.press("Return")
    desk.write("I walk home in the dark")
    notes = [(note.person, note.group) for note in desk.state.notes.values()]
    assert notes == [("P1", "BUSINESS"), ("P2", "RESIDENT")]


def test_an_empty_line_takes_who_speaks_then(desk: Desk) -> None:
    desk.later(30)
    desk.type("We")
    desk.press("Backspace", "Backspace", "Ctrl+Return")
    desk.type("I")
    assert desk.reading == "Experience · no source"
    desk.press("Return")
    assert desk.state.notes["N1"].person == "P2"


def test_what_was_typed_while_nobody_spoke_is_nobodys(desk: Desk) -> None:
    desk.press("Ctrl+.")
    desk.later(30)
    desk.type("We sing")
    desk.press("Ctrl+Return", "Return")
    assert desk.state.notes["N1"].person == ""


def test_a_wrong_next_takes_no_words_along_when_it_is_undone(desk: Desk) -> None:
    desk.later(30)
    desk.press("Ctrl+Return")
    desk.type("We")
    desk.house.deeds.undo()  # the button in the bar; in the line, letters come first
    desk.type(" need light")
    desk.press("Ctrl+Return", "Return")
    assert desk.state.notes["N1"].person == "P1"


def test_who_spoke_may_turn_out_to_be_somebody_else(desk: Desk) -> None:
    desk.press("Ctrl+D")
    desk.type("lady in blue")
    desk.press("Return", "Ctrl+L")
    desk.type("We need light")
    desk.press("Ctrl+U")
    desk.type("j.")
    desk.press("Return", "Ctrl+.", "Return")
    assert desk.state.notes["N1"].person == "P4"


# Names and themes


def test_a_few_letters_of_a_name_are_enough(desk: Desk) -> None:
    desk.type("! @fic")
    assert desk.offered == ["Sgt. Orla O'Fictive, Police"]
    desk.press("Return")
    assert (desk.line, desk.offered) == ("! @Sgt. Orla O'Fictive: ", [])
    desk.type("call back in a week")
    desk.press("Return")
    assert desk.promises[0].startswith("C1, Sgt. Orla O'Fictive, call back")
    desk.type("! call again @or")
    desk.press("Tab")
    assert desk.line == "! call again @Sgt. Orla O'Fictive "
    assert desk.focus == "Write a note"
    desk.type("tomorrow")
    assert desk.reading.startswith("Promise – Sgt. Orla O'Fictive – Sat 16 Jan")


def test_the_list_of_names_is_walked_closed_and_passed_by(desk: Desk) -> None:
    desk.type("! @n")
    assert desk.offered[0].startswith("Nguyễn Ngọc Ảo")
    desk.press("Escape")
    assert (desk.offered, desk.line, desk.focus) == ([], "! @n", "Write a note")
    desk.press("Backspace")
    assert desk.offered[0].startswith("Nguyễn Ngọc Ảo")  # who speaks is the likeliest
    desk.type("Somebody Else: ")
    assert desk.offered == []
    desk.press("Return")
    assert desk.promises == []  # it says nothing yet
    desk.type("helps")
    desk.press("Return")
    desk.type("! @")
    assert desk.offered[1] == "Somebody Else"  # who promised before
    desk.press("Down", "Return")
    assert desk.line == "! @Somebody Else: "
    desk.press("Ctrl+A")
    assert desk.offered == []


def test_bodies_are_found_as_people_are(desk: Desk) -> None:
    desk.session.change_person("P3", organisation="Police Department")
    desk.type("! @dep")
    assert "Police Department" in desk.offered
    desk.press("Return")
    desk.type("sends the figures by the 30th")
    assert desk.reading == "Promise – Police Department – Sat 30 Jan"


def test_themes_are_completed_and_new_ones_stay_in_the_session(desk: Desk) -> None:
    desk.type("#")
    assert desk.offered == []  # it may be an idea
    desk.press("Backspace")
    desk.type("We need light #crime")
    assert desk.offered == ["#community_policing, Community policing and crime reduction"]
    desk.press("Tab")
    desk.type("#NightBus")
    desk.press("Return")
    assert said(desk) == ["Experience, We need light, #community_policing #NightBus"]
    desk.type("It runs late #night")
    assert desk.offered == ["#NightBus"]
    desk.press("Return")
    assert desk.reading == "Experience · no source · #NightBus"
    desk.press("Return")
    desk.type("#nightbus is missed")
    desk.press("Return")
    assert said(desk)[0] == "Experience, is missed, #NightBus"


def test_what_is_strange_is_only_words(desk: Desk) -> None:
    strange = ["@<b>x</b>: hi {0}", "#\u202eevil", "🕊️ @🕊️ #🕊️ שלום", "\\0 %s", "@ # ! ?"]
    for text in strange:
        desk.shell.focusWidget().setText(text)
        assert desk.reading
        desk.press("Return")
    assert len(desk.notes) == len(strange)
    desk.press("Ctrl+F")
    desk.type("{0} %s (")
    desk.press("Escape")
