"""Ground rules and notices as they come with the product, and as they hold in a session."""

from facilitator.room.ground_rules import agreed, notices, sets, told, with_all
from facilitator.room.notes import Note


def note(text: str, kind: str = "ground_rule") -> Note:
    return Note(text, 0, kind, text)


def test_the_sets_say_whose_practice_they_follow():
    assert len(sets()) >= 5
    for one in sets():
        assert all((one.name, one.people, one.style))
        assert 3 <= len(one.rules) <= 8
        assert all(len(rule) <= 80 and rule[-1] in ".!" for rule in one.rules)


def test_the_notices_that_a_public_meeting_owes_are_there():
    assert {"public_record", "media", "mandated_reporters"} <= set(notices())
    assert all(notice.name and notice.text.endswith(".") for notice in notices().values())


def test_what_the_room_adds_comes_after_what_was_planned():
    notes = [note("No phones"), note("An idea", "suggestion"), note("share the air.")]
    assert agreed(("Share the air", "Pass"), notes) == ("Share the air", "Pass", "No phones")


def test_nothing_is_no_rule():
    assert with_all(("A",), ("", "  ", "a!", "B", "b")) == ("A", "B")


def test_notices_are_told_in_one_order_and_ones_own_last():
    chosen = {"own 1": "Ours", "media": "No pictures", "public_record": "Public", "own 2": " "}
    assert [notice.text for notice in told(chosen)] == ["Public", "No pictures", "Ours"]
