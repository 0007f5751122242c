"""What hands do to the agenda that could have been done in vain."""

from tests.desk import Desk


def test_a_part_put_behind_one_that_is_over_comes_next(desk: Desk) -> None:
    desk.go("Agenda")
    desk.press("Home", "Insert")
    desk.type("Break 10m")
    desk.press("Return")
    assert desk.plan_starts == ["08:00 Welcome", "08:10 Where", "08:35 Break", "08:45 What"]
    desk.press("Escape", "Home", "Ctrl+D")
    assert [row.split()[1] for row in desk.plan_starts] == [
        "Welcome",
        "Where",
        "Welcome",
        "Break",
        "What",
    ]


def test_escape_leaves_no_words_behind_that_mean_nothing(planning: Desk) -> None:
    planning.go("Agenda")
    planning.press("Return", *["Tab"] * 4)
    assert planning.focus == "Minutes"
    planning.press("Ctrl+A")
    planning.type("abc")
    planning.press("Return")
    assert (planning.focus, planning.part_hints) == ("Minutes", ["not understood"])
    planning.press("Escape")
    assert (planning.part["Minutes"], planning.part_hints) == ("10", [])
    planning.press("Return", *["Tab"] * 4)
    planning.press("Ctrl+A")
    planning.type("12")
    planning.press("Escape")
    assert planning.part["Minutes"] == "12"


def test_what_the_hours_want_for_is_named(planning: Desk) -> None:
    planning.session.change_meeting(date="")
    planning.go("Agenda")
    assert planning.plan_sum.endswith("no date yet")
    planning.session.change_meeting(date="2027-01-15", start="")
    assert planning.plan_sum.endswith("no start yet")
