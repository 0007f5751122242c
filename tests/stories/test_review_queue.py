"""Before the summary goes out: one thing after another is settled, by keys alone."""

import pytest
from PySide6.QtCore import Qt

from tests.desk import Desk


@pytest.fixture
def queue(quiet: Desk) -> Desk:
    """A desk with two sensitive notes, an experience and a quote to settle."""
    session = quiet.session
    session.note("They came to the door", "idea", sensitivity="sensitive", person="P2")
    session.note("We wanted somebody to come", "quote", sensitivity="sensitive", person="P2")
    session.note("I was stopped there", "experience", person="P1")
    session.note("We are sorry", "acknowledgement", person="P3", attribution="official")
    quiet.walk_to_heap("Sensitive")
    return quiet


def kept(desk: Desk, note: str = "N1") -> tuple[str, str, bool]:
    of = desk.state.notes[note]
    return of.sensitivity, of.attribution, of.cleared


# Going through it


def test_nothing_to_settle_says_so(quiet: Desk) -> None:
    assert quiet.nothing_asked == "Nothing needs a decision"
    assert quiet.settling == []
    assert quiet.review_says == "Nothing needs a decision"
    quiet.press("W", "P", "Left", "Right", "Return", "Home", "End")
    assert quiet.session.history.last is not None
    assert quiet.place == "Wrap-up"


def test_one_thing_at_a_time_the_weightiest_first(queue: Desk) -> None:
    assert queue.heaps[:3] == [
        "* Sensitive: may this be printed?, 2 open",
        "Experiences to check, 1 open",
        "Apologies: did their speaker confirm them?, 1 open",
    ]
    assert queue.settling == [
        "08:10, Idea, Where are we?, 1 of 2",
        "They came to the door",
        "Said by Caasho Cabdi, Resident. The speaker chose: no name, no group.",
        "Left out as it stands: sensitive. Withheld notes stay in the city’s record and can be"
        " requested there.",
    ]
    assert queue.choices == [
        "Withhold W",
        "Print without a source P",
        "Only for those who were there O",
        "Reword R",
    ]
    assert queue.review_says.startswith("Sensitive: may this be printed?, 2 open. 08:10, Idea")
    assert queue.to_settle == (4, 0)


def test_a_decision_brings_the_next_thing_by_itself(queue: Desk) -> None:
    queue.press("W")
    assert kept(queue) == ("withheld", "none", False)
    assert queue.settling[:2] == [
        "08:10, Quote, Where are we?, 1 of 1",
        "We wanted somebody to come",
    ]
    queue.press("W")
    assert queue.settling[1] == "I was stopped there"
    queue.press("P")
    assert kept(queue, "N3") == ("public", "none", True)
    assert queue.settling[1] == "We are sorry"
    queue.press("C")
    assert kept(queue, "N4") == ("public", "official", True)
    assert queue.nothing_asked == "Nothing needs a decision"
    assert "Sensitive notes are decided, 2 settled" in queue.heaps


def test_undo_takes_one_back_to_what_was_decided(queue: Desk) -> None:
    queue.press("W", "W", "P", "Ctrl+Z")
    assert queue.settling[1] == "I was stopped there"
    queue.press("Ctrl+Z", "Ctrl+Z")
    assert (queue.settling[1], kept(queue)) == (
        "They came to the door",
        ("sensitive", "none", False),
    )


def test_to_print_a_quote_asks_its_speaker_as_well(queue: Desk) -> None:
    queue.press("W", "P")
    assert kept(queue, "N2") == ("public", "none", False)
    assert "Quotes: did their speaker agree?, 1 open" in queue.heaps
    queue.press("Down")
    assert queue.settling[3].startswith("Left out as it stands: no consent to quote.")
    assert queue.choices[0] == "Its speaker said yes C"
    queue.press("C")
    assert kept(queue, "N2") == ("public", "none", True)


def test_only_for_those_who_were_there(queue: Desk) -> None:
    queue.press("O")
    assert kept(queue) == ("sensitive", "none", True)
    queue.press("Right")
    assert queue.settling[0] == "08:10, Idea, Where are we?, decided, 1 of 1"
    assert queue.settling[3].startswith("Left out as it stands: sensitive.")
    assert queue.choices[2] == "* Only for those who were there O"
    queue.press("Alt+2")
    assert "Sensitive: may this be printed?, 1 open" in queue.heaps[0]


def test_what_was_decided_is_taken_back_by_its_own_key(queue: Desk) -> None:
    queue.press("W", "Right")
    assert queue.choices[0] == "* Withhold W"
    queue.press("W")
    assert kept(queue) == ("sensitive", "none", False)


def test_arrows_lead_through_heaps_and_their_items(queue: Desk) -> None:
    queue.press("Right", "Right")
    assert queue.settling[1] == "We wanted somebody to come"
    queue.press("Home")
    assert queue.settling[1] == "They came to the door"
    queue.press("Down", "Down")
    assert queue.heaps[2] == "* Apologies: did their speaker confirm them?, 1 open"
    queue.press("Up", "End")
    assert queue.settling[1] == "I was stopped there"


def test_in_a_mirrored_window_left_leads_on(queue: Desk) -> None:
    queue.house.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    queue.press("Left")
    assert queue.settling[1] == "We wanted somebody to come"


def test_the_buttons_are_reached_by_enter_and_letters_work_there_too(queue: Desk) -> None:
    queue.press("Return")
    assert queue.focus == "Withhold"
    queue.press("Tab")
    assert queue.focus == "Print without a source"
    queue.press("Down")
    assert queue.heaps[1].startswith("* Experiences")
    queue.press("Return", "Return")
    assert kept(queue, "N3") == ("public", "none", True)
    assert queue.focus.startswith("Apologies: did their speaker confirm them?")


# Other words


def test_rewording_in_place(queue: Desk) -> None:
    queue.press("Down", "Down", "R")
    assert queue.focus == "What was said"
    queue.type(" for it")
    queue.press("Shift+Return")
    queue.type("all")
    queue.press("Return")
    assert queue.state.notes["N4"].text == "We are sorry for it\nall"
    assert queue.settling[1] == "We are sorry for it\nall"
    queue.press("C")
    assert queue.state.notes["N4"].cleared


def test_other_words_of_an_apology_ask_for_its_speakers_yes_again(queue: Desk) -> None:
    queue.press("Down", "Down", "C")
    queue.walk_to_heap("Apologies confirmed")
    assert queue.settling[3].endswith("Other words ask for its speaker’s yes again.")
    queue.press("R")
    queue.type("!")
    queue.press("Return")
    assert not queue.state.notes["N4"].cleared
    assert queue.heap == "Apologies: did their speaker confirm them?, 1 open"


def test_escape_leaves_the_words_as_they_were(queue: Desk) -> None:
    before = queue.session.history.length
    queue.press("R")
    queue.type("Nobody")
    queue.press("Escape")
    assert queue.settling[1] == "They came to the door"
    assert queue.session.history.length == before
    queue.press("W")
    assert kept(queue)[0] == "withheld"


def test_what_a_full_disk_did_not_take_stays_open(queue: Desk) -> None:
    queue.fill_disk()
    queue.press("R")
    queue.paste("x" * 9000)
    queue.press("Return")
    assert queue.banner.startswith("Not saved: the disk is full.")
    assert (queue.focus, queue.state.notes["N1"].text) == ("What was said", "They came to the door")
    queue.clear_disk()
    queue.press("Return")
    assert queue.state.notes["N1"].text.endswith("xxx")


def test_half_typed_words_survive_a_crash(queue: Desk) -> None:
    queue.press("R")
    queue.type("s")
    queue.later(1)
    queue.crash()
    queue.sit()
    queue.press("Ctrl+4", "R")
    assert queue.settling[1] == "They came to the doors"


def test_who_looks_at_another_window_goes_on_typing(queue: Desk) -> None:
    queue.press("R")
    queue.type("s")
    queue.look_away(5)
    queue.type("!")
    queue.press("Return")
    assert queue.state.notes["N1"].text == "They came to the doors!"


@pytest.mark.parametrize(
    "text",
    ["<b>bold</b> {0} %s", "قالت: لا نريد المال", "👩\u200d👧 " * 700, "word " * 600, "x" * 3000],
)
def test_any_text_shows_as_it_was_typed(quiet: Desk, text: str) -> None:
    quiet.session.note(text, "quote")
    quiet.walk_to_heap("Quotes")
    assert quiet.settling[1] == quiet.state.notes["N1"].text
    quiet.press("PgDown", "C")
    assert quiet.state.notes["N1"].cleared


# Reading everything over


def test_any_note_is_changed_while_reading_over(queue: Desk) -> None:
    queue.session.note("The library works", "strength", person="P3")
    queue.walk_to_heap("Every note")
    queue.press("End")
    assert queue.settling[0] == "08:10, Strength, Where are we?, 5 of 5"
    queue.press("N")
    assert queue.settling[3] == "Printed with its source: Police."
    queue.press("*")
    assert queue.state.notes["N5"].starred
    assert "* Main point *" in queue.choices
    queue.press("K")
    queue.type("vis")
    queue.press("Return")
    assert queue.state.notes["N5"].kind == "vision"
    assert queue.settling[0] == "08:10, Vision, Where are we?, 5 of 5"
    queue.press("W")
    assert queue.settling[3].startswith("Left out as it stands: withheld.")


def test_a_safety_note_is_kept_apart(queue: Desk) -> None:
    queue.session.note("Somebody was threatened", "safety")
    queue.walk_to_heap("Safety: kept apart, in no edition")
    assert queue.settling[3].startswith("Left out as it stands: kept apart for safety.")
    assert queue.choices == ["Another kind K"]


def test_another_edition_asks_other_things(queue: Desk) -> None:
    queue.press("Alt+5")
    assert queue.nothing_asked
    assert [words for words in queue.heaps if "Sensitive" in words] == []
    queue.press("Alt+1")
    assert queue.heaps[0].endswith("Sensitive: may this be printed?, 2 open")
