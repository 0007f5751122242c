"""Promises by keys: made in one line, completed field by field, never a gate."""

import pytest

from tests.desk import Desk


@pytest.fixture
def desk(desk: Desk) -> Desk:
    desk.write("! @Orla: publish the stop figures by 29 Jan", "! light at the bus stop")
    return desk


def open_promise(desk: Desk, down: int = 0) -> None:
    desk.press("Ctrl+M", *["Down"] * down, "Return")


def test_rows_say_who_what_by_when_and_what_is_missing(desk: Desk) -> None:
    assert desk.promises == [
        "C1, Sgt. Orla O'Fictive, publish the stop figures, 29 Jan, 3 of 6",
        "C2, light at the bus stop, who? by when?, 1 of 6",
    ]
    desk.press("Ctrl+M", "Home", "R")
    assert desk.promises[0].endswith("29 Jan, 4 of 6, read back aloud")
    desk.press("Delete")
    assert [row[:2] for row in desk.promises] == ["C2"]
    desk.press("Ctrl+Z")
    assert [row[:2] for row in desk.promises] == ["C1", "C2"]


def test_tab_leads_on_from_a_fresh_promise_through_its_fields(desk: Desk) -> None:
    desk.write("! @Caasho: ask the neighbours by Friday")
    desk.press("Tab")
    assert desk.focus == "First step"
    desk.type("knock on two doors")
    desk.press("Tab", "Tab")
    assert desk.focus == "How we will know"
    desk.type("twenty answers")
    desk.press("Escape")
    assert desk.promises[2].endswith("22 Jan, 5 of 6")
    desk.press("Ctrl+Z")
    assert desk.promises[2].endswith("22 Jan, 4 of 6")


def test_the_fields_are_walked_and_each_is_kept_when_it_is_left(desk: Desk) -> None:
    desk.press("Ctrl+M", "Home", "F2", "Tab", "Tab", "Tab", "Tab")
    assert desk.focus == "First step"
    desk.type("Write to the chief")
    desk.press("Tab")
    desk.type("next Friday")
    assert desk.remarks[-1:] == ["Fri 22 Jan"]
    desk.press("Return")
    assert desk.focus == "How we will know"
    desk.type("Figures on the city's site")
    desk.press("Return")
    assert desk.complete == "5 of 6"
    promise = desk.state.commitments["C1"]
    assert (promise.first_step, promise.first_step_due) == ("Write to the chief", "2027-01-22")
    assert promise.measure == "Figures on the city's site"

    desk.press("Ctrl+Z")  # one field, one act
    assert (desk.form["How we will know"], desk.complete) == ("", "4 of 6")
    desk.press("Ctrl+Shift+Z", "Escape")
    assert (desk.focus, desk.form) == ("Write a note", {})
    assert "5 of 6" in desk.promises[0]


def test_an_amber_gap_is_filled_in_the_form(desk: Desk) -> None:
    open_promise(desk, down=1)
    assert desk.remarks == ["who?", "by when?"]
    desk.type("ngu")
    assert desk.owners_offered == ["* Nguyễn Ngọc Ảo, Business", "ngu, as typed"]
    desk.press("Tab")
    assert desk.form["Who answers for it"] == "Nguyễn Ngọc Ảo"
    desk.press("Tab", "Tab")
    assert desk.focus == "By when"
    desk.type("in two weeks")
    desk.press("Escape")
    assert desk.promises[1] == "C2, Nguyễn Ngọc Ảo, light at the bus stop, 29 Jan, 3 of 6"


def test_an_owner_on_no_list_stays_as_typed(desk: Desk) -> None:
    open_promise(desk, down=1)
    desk.type("caas")
    assert desk.owners_offered[0] == "* Caasho Cabdi, Resident"
    desk.press("Down")
    assert desk.owners_offered[-1] == "* caas, as typed"
    desk.press("Up", "Escape")  # closes the list alone
    assert (desk.owners_offered, desk.focus) == ([], "Who answers for it")
    desk.press("Return")
    assert desk.state.commitments["C2"].owner == "caas"


def test_words_that_are_no_day_stay_in_the_field_and_change_nothing(desk: Desk) -> None:
    open_promise(desk)
    before = desk.session.history.length
    desk.press("Tab", "Tab", "Tab")
    desk.type("when pigs fly")
    desk.press("Return")
    assert desk.focus == "By when"
    assert desk.remarks == ["not understood as a day"]
    desk.press("Tab")
    assert desk.form["By when"] == "when pigs fly"
    assert desk.session.history.length == before
    desk.press("Shift+Tab")
    desk.type("end of March")
    desk.press("Tab")
    assert desk.form["By when"] == "31 Mar 2027"
    assert desk.remarks == ["Wed 31 Mar"]


def test_the_kind_and_who_may_be_told_are_chosen_by_keys(desk: Desk) -> None:
    open_promise(desk, down=1)
    desk.press("Tab", "Tab", "R", "Tab")
    assert desk.form["Kind of promise"] == "request"
    assert desk.promises[1] == "C2, nobody in the room, request, light at the bus stop, 1 of 4"
    desk.press("Shift+Tab", "Left", "Return")
    assert desk.state.commitments["C2"].kind == "conditional"
    desk.press(*["Tab"] * 7, "N", "Return")
    assert desk.state.commitments["C2"].publish == "not"
    assert desk.focus == "Write a note"  # behind the last field lies the way back


def test_the_act_cannot_be_emptied(desk: Desk) -> None:
    open_promise(desk)
    desk.press("Tab", "Delete", "Tab")
    assert desk.form["What is promised"] == "publish the stop figures"


def test_undo_shows_in_the_form_but_not_in_the_field_that_is_typed_in(desk: Desk) -> None:
    open_promise(desk)
    desk.press(*["Tab"] * 4)
    desk.type("Write to the chief")
    desk.press("Tab", "Tab")
    desk.type("half a")
    desk.house.deeds.undo()  # the button in the bar
    assert (desk.form["First step"], desk.form["How we will know"]) == ("", "half a")
    desk.press("Escape")
    assert desk.state.commitments["C1"].measure == "half a"


def test_a_promise_that_is_taken_out_leaves_its_form(desk: Desk) -> None:
    open_promise(desk, down=1)
    desk.press("Ctrl+A", "Ctrl+Z")  # the keys are elsewhere, and stay there
    assert desk.focus == "Add a speaker"
    assert desk.meeting.form.gone.text() == "C2 was taken out. Undo or redo brings it back."
    desk.press("Ctrl+Shift+Z")
    assert desk.form["What is promised"] == "light at the bus stop"

    open_promise(desk, down=1)
    desk.press("Ctrl+Z")
    assert (desk.focus, desk.form) == ("Write a note", {})


def test_the_floor_goes_on_while_a_field_is_half_typed(desk: Desk) -> None:
    desk.queue_up("ngu")
    open_promise(desk)
    desk.press(*["Tab"] * 4)
    desk.type("Write to")
    desk.press("Ctrl+Return")
    assert (desk.speaker, desk.focus) == ("Nguyễn Ngọc Ảo", "First step")
    desk.type(" the chief")
    desk.press("Tab")
    assert desk.state.commitments["C1"].first_step == "Write to the chief"


def test_what_the_disk_does_not_take_stays_in_its_field(desk: Desk) -> None:
    open_promise(desk)
    desk.press(*["Tab"] * 4)
    desk.fill_disk()
    desk.house.focusWidget().insert("x" * 9000)
    desk.type("y")
    desk.press("Return")
    assert desk.banner.startswith("Not saved: the disk is full.")
    assert desk.form["First step"].endswith("xy")
    desk.clear_disk()
    desk.press("Return")
    assert desk.state.commitments["C1"].first_step.endswith("xy")


def test_a_half_typed_field_survives_a_crash(desk: Desk) -> None:
    open_promise(desk)
    desk.press(*["Tab"] * 6)
    desk.type("Figures on the ci")
    desk.later(1)
    desk.crash()

    desk.sit()
    open_promise(desk)
    assert desk.form["How we will know"] == "Figures on the ci"
    desk.press(*["Tab"] * 6, "End")
    desk.type("ty's site")
    desk.press("Escape")
    assert desk.state.commitments["C1"].measure == "Figures on the city's site"
    open_promise(desk)
    assert desk.form["How we will know"] == "Figures on the city's site"


def test_another_promise_takes_nothing_from_one_that_was_half_typed(desk: Desk) -> None:
    open_promise(desk)
    desk.press(*["Tab"] * 6)
    desk.type("Figures on the ci")
    desk.later(1)
    desk.crash()

    desk.sit()
    open_promise(desk, down=1)
    assert desk.form["How we will know"] == ""
    desk.later(1)
    desk.press("Escape", "Ctrl+M", "Home", "Return")
    assert desk.form["How we will know"] == "Figures on the ci"


def test_a_day_that_was_not_understood_waits_until_it_is(desk: Desk) -> None:
    open_promise(desk)
    desk.press(*["Tab"] * 3)
    desk.type("when pigs fly")
    desk.press("Escape")
    assert desk.focus == "Write a note"
    open_promise(desk, down=1)
    assert desk.form["By when"] == ""
    desk.press("Escape")
    desk.crash()

    desk.sit()
    open_promise(desk)
    assert (desk.form["By when"], desk.remarks) == ("when pigs fly", ["not understood as a day"])
    desk.press(*["Tab"] * 3)
    desk.type("end of March")
    desk.press("Escape")
    assert desk.state.commitments["C1"].due == "2027-03-31"
    desk.crash()

    desk.sit()
    open_promise(desk)
    assert (desk.form["By when"], desk.remarks) == ("31 Mar 2027", ["Wed 31 Mar"])


def test_a_very_long_promise_is_all_there(desk: Desk) -> None:
    desk.press("Ctrl+L")
    desk.house.focusWidget().setText("! " + "light " * 500 + "x" * 600)
    desk.press("Return", "Ctrl+M", "End", "Return")
    assert len(desk.form["What is promised"]) == 3600
    desk.press("Escape", "F5", "PgUp")
    assert "x" * 600 in desk.read_back


def test_strange_words_are_only_words(desk: Desk) -> None:
    open_promise(desk)
    for text in ("<b>&amp;{0}", "🕊️ שלום \u202eevil", "=cmd|' /C calc'!A0"):
        desk.type(text)
        desk.press("Tab")
    promise = desk.state.commitments["C1"]
    assert (promise.owner, promise.text) == ("<b>&amp;{0}", "🕊️ שלום \u202eevil")
    assert promise.kind == "answer_owed"  # the letters of a choice choose, whatever they mean
