"""An organiser makes the agenda: by keys, with times that add up."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from tests.desk import Desk


def test_the_plan_shows_when_each_part_begins_and_whether_it_fits(planning: "Desk") -> None:
    assert planning.plan_starts == ["08:20 Welcome", "08:30 Where", "08:55 What"]
    assert planning.plan_sum == "08:20 – 09:15, 15 min to spare, 55 min planned, hall closes 09:30"
    assert planning.focus == "Agenda"
    assert planning.plan_rows[1] == (
        "2, Where are we?, Open talk, 08:30 to 08:55, 25 min, turns of 2:00"
    )
    assert planning.plan_strip.startswith("3 parts, 08:20 – 09:15")


def test_parts_are_typed_one_after_the_other(planning: "Desk") -> None:
    planning.press("Down", "Down", "Down")
    assert planning.focus == "Add a part"
    planning.type("Break 10m")
    assert planning.plan_hint == "Break, 10 min"
    planning.press("Return")
    planning.type("Closing round half an hour")
    assert planning.plan_hint == "Round, 30 min"
    planning.press("Return")
    assert planning.plan_starts[3:] == ["09:15 Break", "09:25 Closing"]
    assert "25 min too long" in planning.plan_sum
    planning.press("Ctrl+Z", "Ctrl+Z")  # each was one act
    assert len(planning.plan_rows) == 3
    planning.press("Up")
    assert planning.focus == "Agenda"


def test_a_part_is_put_between_two_others(planning: "Desk") -> None:
    planning.press("Insert")
    planning.type("Ground rules 5")
    planning.press("Return")
    planning.type("Round 10")
    planning.press("Return")
    assert planning.plan_starts[:4] == [
        "08:20 Welcome",
        "08:30 Ground",
        "08:35 Round",
        "08:45 Where",
    ]
    planning.press("Escape", "Tab")  # and from here on the line adds at the end again
    planning.type("Thanks")
    planning.press("Return")
    assert planning.plan_starts[-1] == "09:30 Thanks"
    assert planning.plan_at == "Thanks"


def test_a_fixed_start_leaves_a_gap_or_is_missed(planning: "Desk") -> None:
    planning.press("Tab")
    planning.type("Break 5m at 9:20")
    assert planning.plan_hint == "Break, 5 min, at 09:20"
    planning.press("Return")
    assert planning.plan_rows[3].endswith("09:20 to 09:25, 5 min, fixed start, 5 min free before")
    assert "5 min free between" in planning.plan_sum
    planning.press("Escape", "Up", "Up", "Up", "2", "5", "Return")
    assert planning.plan_rows[3].endswith("09:30 to 09:35, 5 min, 10 min after its fixed start")
    assert "5 min too long" in planning.plan_sum
    planning.press("Tab")
    planning.type("News at 8:40")  # it finds its place
    planning.press("Return")
    assert planning.plan_starts[1:3] == ["08:45 News", "08:55 Where"]


def test_a_fixed_start_before_the_session_is_told_and_not_in_force(planning: "Desk") -> None:
    planning.press("Tab")
    planning.type("Doors 15m at 7:45 am")
    planning.press("Return")
    assert planning.plan_rows[3].endswith("its fixed start, 07:45, is before the session begins")
    assert planning.plan_starts[3] == "09:15 Doors"
    planning.session.change_meeting(start="", date="")
    assert planning.plan_rows[3].endswith("+0:55 to +1:10, 15 min, fixed start 07:45")
    planning.session.change_meeting(start="07:00", date="2027-01-15")
    assert planning.plan_rows[3].endswith("07:55 to 08:10, 15 min, 10 min after its fixed start")


def test_minutes_are_typed_in_their_row(planning: "Desk") -> None:
    planning.press("1", "5")
    assert planning.focus == "Minutes of Welcome"
    planning.press("Return")
    assert planning.focus == "Agenda"
    planning.press("Down", "F2")
    planning.type("half an hour")
    planning.press("Return")
    assert planning.plan_starts == ["08:20 Welcome", "08:35 Where", "09:05 What"]
    planning.click_minutes(3)
    planning.type("1:00")
    planning.press("Return")
    assert "60 min" in planning.plan_rows[2]
    planning.press("F2", "Escape")
    assert "60 min" in planning.plan_rows[2]
    planning.press("F2")
    planning.type("soon")
    planning.press("Return")
    assert planning.banner.startswith("“soon” is no length")
    assert "60 min" in planning.plan_rows[2]


def test_parts_move_are_copied_and_go(planning: "Desk") -> None:
    planning.press("Alt+Down")
    assert planning.plan_starts == ["08:20 Where", "08:45 Welcome", "08:55 What"]
    assert planning.plan_at == "Welcome"
    planning.press("Alt+Down", "Alt+Down", "Alt+Up", "Alt+Up", "Alt+Up")
    assert planning.plan_starts[0] == "08:20 Welcome"
    planning.drag_part(3, to=1)
    assert planning.plan_starts == ["08:20 What", "08:40 Welcome", "08:50 Where"]
    planning.press("Home", "Ctrl+D")
    assert planning.plan_starts[:2] == ["08:20 What", "08:40 What"]
    planning.press("Delete", "Delete")
    assert planning.plan_starts == ["08:20 What", "08:40 Where"]
    planning.press("Delete", "Delete", "Delete")
    assert planning.plan_rows == []
    assert planning.plan_sum == "Nothing planned yet, hall closes 09:30"
    planning.press(*["Ctrl+Z"] * 4)
    assert len(planning.plan_rows) == 4


def test_the_fields_of_a_part_are_saved_as_they_are_left(planning: "Desk") -> None:
    planning.press("Down", "Return")
    assert planning.focus == "Called"
    planning.type("Where do we stand?")
    planning.press("Return", "Right", "Return")
    planning.type("Ana")
    planning.press("Return")
    planning.type("What is it like <here>?")
    planning.press("Return")
    planning.type("1h 5")
    assert "= 65 min" in planning.part_hints
    planning.press("Return")
    planning.type("20")
    planning.press("Return")
    planning.type("90 s")
    planning.press("Return")
    planning.type("8:45")
    planning.press("Tab")
    planning.type("To hear everybody")
    planning.press("Return")  # behind the last field lies the way back
    assert planning.focus == "Agenda"
    assert planning.part == {
        "Called": "Where do we stand?",
        "Kind": "listening",
        "Led by": "Ana",
        "Question shown to the room": "What is it like <here>?",
        "Minutes": "65",
        "At least": "20",
        "Turn limit": "1:30",
        "Fixed start": "08:45",
        "Why this part": "To hear everybody",
    }
    saved = planning.state.agenda.segments[1]
    assert (saved.leader, saved.least, saved.turn_limit) == ("Ana", 20 * 60_000, 90_000)
    planning.press(*["Ctrl+Z"] * 9)  # each field was one act
    assert planning.part["Called"] == "Where are we?"
    assert planning.part["Fixed start"] == planning.part["Led by"] == ""


def test_words_that_say_nothing_stay_in_their_field(planning: "Desk") -> None:
    planning.press("Return", "Tab", "Tab", "Tab", "Tab")
    assert planning.focus == "Minutes"
    planning.type("soon")
    planning.press("Return")
    assert (planning.focus, planning.part_hints) == ("Minutes", ["not understood"])
    planning.type("x")
    planning.press("Tab", "Tab", "Tab")
    assert planning.focus == "Fixed start"
    planning.type("7:00 am")
    planning.press("Return")
    assert "before 08:20" in planning.part_hints
    planning.press("Escape", "Down", "Up")  # another part, and back
    assert (planning.part["Minutes"], planning.part["Fixed start"]) == ("10", "")
    assert len(planning.session.history.done) == 1


def test_a_round_says_what_it_takes_and_offers_ways_out(planning: "Desk") -> None:
    planning.press("Tab")
    planning.type("Round 5m")
    planning.press("Return", "Escape")
    assert planning.part_says == (
        "No turn limit yet. 4 people on the list, one with an interpreter counts twice,"
        " and 8 seconds between turns."
    )
    assert planning.part_offers == ["Turns of 0:55"]
    planning.press("Return", *["Tab"] * 7)
    assert planning.focus == "Turn limit"
    planning.type("2:00")
    planning.press("Return")
    assert planning.part_says == (
        "Round takes 10 min, not 5. 4 people on the list × 2:00, one with an"
        " interpreter counts twice, and 8 seconds between turns."
    )
    assert planning.plan_rows[3].endswith("turns of 2:00, needs 10 min")
    assert planning.part_offers == ["Make it 10 min", "Turns of 0:55"]
    planning.press("Escape", "Return", *["Tab"] * 4, "Return")
    assert "10 min" in planning.plan_rows[3]
    assert planning.part_offers == []
    planning.session.change_meeting(seats=2)
    assert planning.part_says.startswith(
        "6 min in all. At the fullest of 2 tables, 2 people × 2:00"
    )


def test_questions_promises_dots_and_reports_say_what_they_take(planning: "Desk") -> None:
    planning.session.change_meeting(seats=2)
    planning.press("Tab")
    told = []
    for words in ("Q&A 45m", "Review 20m", "Dots 5m", "Harvest 2m"):
        planning.type(words)
        planning.press("Return")
        told.append(planning.part_says)
    assert told == [
        "Time for 13 questions: 1:00 to ask, 2:00 to answer, 20 seconds between.",
        "Time for 4 promises, at 5 min each.",
        "Dot vote takes 9 min, not 5. 8 min, and one more for every 15 people:"
        " 4 people on the list.",
        "Harvest takes 3 min, not 2. 2 tables × 1:30, and 10 seconds between.",
    ]


def test_the_parts_give_what_is_missing(planning: "Desk") -> None:
    planning.session.change_segment("A", min_minutes=10)
    planning.press("Shift+Tab", "Shift+Tab", "Shift+Tab")
    assert planning.focus == "End by"
    planning.press("Ctrl+A")
    planning.type("9")
    planning.press("Return")
    assert planning.plan_starts == ["08:20 Welcome", "08:30 Where", "08:47 What"]
    assert planning.plan_sum.startswith("08:20 – 09:00, 30 min to spare")
    assert planning.state.agenda.segments[1].planned == 17 * 60_000  # the plan itself, not a delay
    planning.press("Return")
    assert planning.banner == "It ends at 09:00 already."
    planning.press("Ctrl+A")
    planning.type("8:25")
    planning.press("Return")
    assert planning.banner.startswith(
        "It cannot end by 08:25: with every part at its least, 7 min are missing."
    )
    planning.press("Ctrl+A")
    planning.type("late")
    planning.press("Return")
    assert planning.banner.startswith("Say when it is to end")
    planning.press("Escape", "Ctrl+Z")
    assert planning.plan_starts[2] == "08:55 What"


def test_what_has_begun_is_locked_and_the_rest_is_not(desk: "Desk") -> None:
    desk.go("Agenda")
    assert desk.plan_rows[:2] == [
        "1, Welcome, Opening, 08:00 to 08:10, 10 min, done",
        "2, Where are we?, Open talk, 08:10 to 08:35, 25 min, turns of 2:00, running now",
    ]
    desk.press("Home", "Down", "5", "F2", "Alt+Down", "Delete")
    assert desk.banner == "What has begun stays where it is."
    assert len(desk.plan_rows) == 3
    assert desk.part_says.startswith("It runs: its time belongs to the clock in Live.")
    desk.press("Return")
    desk.type("Where are we now?")
    desk.press("Return")
    assert desk.state.agenda.running is not None
    assert desk.state.agenda.running.title == "Where are we now?"
    desk.press("Escape", "Insert")
    desk.type("Break 10m")
    desk.press("Return", "Escape", "Alt+Down")
    assert desk.plan_starts == ["08:00 Welcome", "08:10 Where", "08:35 What", "08:55 Break"]
    desk.later(26 * 60)  # one minute over
    assert desk.plan_starts[2] == "08:36 What"
    desk.press("Home", "Insert")
    assert desk.plan_line_says == "after Where are we now?"  # not behind what is over


def test_the_strip_leads_to_a_part(planning: "Desk") -> None:
    planning.click_strip(0.3)
    assert planning.plan_at == "Where are we?"


def test_where_there_is_no_room_the_fields_come_in_the_place_of_the_rows(planning: "Desk") -> None:
    planning.shell.resize(683, 384)
    QApplication.processEvents()
    assert planning.part == {}
    planning.press("Return")
    assert planning.focus == "Called"
    assert planning.part["Called"] == "Welcome"
    planning.press("Escape")
    assert planning.focus == "Agenda"
