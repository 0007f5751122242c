"""The facilitator's glance at whose voices were heard."""

from tests.desk import Desk


def speak(desk: Desk, letters: str, seconds: float) -> None:
    desk.queue_up(letters)
    desk.press("Ctrl+Return")
    desk.later(seconds)


def test_shares_are_coarse_and_interpreted_speech_counts_half(desk: Desk) -> None:
    speak(desk, "ngu", 240)
    speak(desk, "caasho", 240)
    speak(desk, "orla", 120)
    assert desk.shares == [
        "Community: 75 % of talk",
        "Officials: 25 % of talk",
        "3 heard in this part",  # nobody signed in, so nobody knows of how many
    ]
    desk.press("Ctrl+PgDown")
    assert desk.shares[2:] == ["0 heard in this part, 3 so far"]


def test_who_has_not_been_heard_at_all_is_counted_too(desk: Desk) -> None:
    desk.session.arrive("P4")
    speak(desk, "ngu", 60)
    desk.press("Ctrl+PgDown")
    assert desk.shares[-2:] == ["2 of 2 not heard in this part", "1 of them not at all yet"]


def test_a_facilitator_is_kept_apart(desk: Desk) -> None:
    speak(desk, "ngu", 60)
    desk.session.change_person("P1", role="lead facilitator")
    desk.later(120)
    assert desk.shares == ["Facilitator 3 min, kept apart"]


def test_officials_are_hinted_at_only_if_the_meeting_wants_it(desk: Desk) -> None:
    for letters, seconds in (("ngu", 300), ("caasho", 300), ("orla", 600)):
        speak(desk, letters, seconds)
    hint = "Officials had 57 % of the talk, 33 % of the room"
    assert hint not in desk.shares
    desk.session.change_meeting(officials_hint=True)
    assert hint in desk.shares
    desk.press("Ctrl+Z")
    assert hint not in desk.shares


def test_groups_and_people_are_told_by_name_not_by_rank(desk: Desk) -> None:
    speak(desk, "ngu", 60)
    speak(desk, "caasho", 240)
    desk.session.arrive("P4")
    desk.go_to_voices()
    desk.press("Return")
    assert desk.focus == "Talk by group and person"
    assert [words.replace("\u2068", "").replace("\u2069", "") for words in desk.voices] == [
        "By group, people · minutes",
        "Business, 1 of 3 · 1 min",
        "Not stated, 1 of 3 · not heard yet",
        "Resident, 1 of 3 · 4 min",
        "By person, minutes",
        "Caasho Cabdi, 4 min",
        "J., not heard yet",
        "Nguyễn Ngọc Ảo, 1 min",
    ]
    desk.press("Escape")
    assert (desk.voices, desk.focus) == ([], "Write a note")


def test_f2_opens_it_and_closes_it(desk: Desk) -> None:
    desk.go_to_voices()
    desk.press("F2")
    assert desk.voices
    desk.press("F2")
    assert desk.voices == []
    desk.press("Escape")
    assert desk.focus == "Write a note"
