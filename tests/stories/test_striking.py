"""Words are struck for good in the window: the evening goes on, and nothing brings them back."""

from facilitator.record.copies import all_copies
from tests.desk import Desk


def everywhere(desk: Desk) -> bytes:
    """Return every byte of the file, of what lies beside it, and of its copies."""
    beside = desk.path.parent.glob(f"{desk.path.name}*")
    return b"".join(path.read_bytes() for path in (*beside, *all_copies()))


def test_a_note_is_struck_in_mid_evening(desk: Desk) -> None:
    desk.queue_up("ngu", "caasho", "orla")
    desk.press("Ctrl+Return")
    desk.write("The boy is called Tobias", "We need light")
    assert b"Tobias" in everywhere(desk)
    queue, speaker = desk.queue, desk.speaker
    desk.press("Ctrl+J", "Down")
    desk.choose("strike")
    assert desk.striking == [
        "Strike N1?",
        "This would go for good: note N1 of the session circle.",
        "It cannot be undone. Backups on this computer lose it too.",
    ]
    assert desk.focus == "Reason: it was written down by mistake"
    desk.type("it is")
    desk.press("Return")
    assert len(desk.notes) == 2  # one Enter strikes nothing
    assert desk.focus == "Strike for good"
    desk.press("Return")
    assert desk.striking[1].startswith("Struck for good on 2027-01-15: note N1 of")
    assert desk.striking[-1].startswith("- Free blocks of the disk")
    assert (desk.queue, desk.speaker) == (queue, speaker)
    assert [note.split(", ")[-1] for note in desk.notes] == ["We need light"]
    assert b"Tobias" not in everywhere(desk)
    assert desk.focus == "Back"
    desk.press("Return")
    assert (desk.striking, desk.focus) == ([], "Write a note")
    desk.press("Ctrl+Z")
    assert desk.notes == []
    desk.press("Ctrl+Z")  # the struck note’s own step
    assert desk.speaker == speaker
    desk.press("Ctrl+Z")
    assert desk.speaker != speaker
    desk.press("Ctrl+Y", "Ctrl+Y", "Ctrl+Y")
    assert len(desk.notes) == 1
    assert desk.speaker == speaker
    desk.later(60)
    assert b"Tobias" not in everywhere(desk)


def test_nothing_is_struck_by_leaving_the_page(desk: Desk) -> None:
    desk.write("! @Orla: call", "Stay")
    desk.press("Ctrl+M", "Down")
    desk.choose("strike")
    assert desk.striking[0] == "Strike C1?"
    desk.press("Escape")
    assert desk.striking == []
    assert len(desk.promises) == 1
    desk.choose("strike")
    assert desk.banner == "Go to a note or a promise first: Ctrl+J, Ctrl+M."


def test_a_promise_is_struck_and_a_half_typed_line_of_it(desk: Desk) -> None:
    desk.write("! @Orla: call the Everyname family", "Stay")
    desk.press("Ctrl+M", "Return", "Tab")
    desk.type(" call the Everyname")
    desk.later(5)
    desk.choose("strike")
    assert desk.striking[0] == "Strike C1?"
    desk.press("Return", "Return")
    assert desk.promises == []
    assert b"Everyname" not in everywhere(desk)
    assert len(desk.notes) == 1


def test_a_person_who_spoke_is_erased(desk: Desk) -> None:
    desk.queue_up("caasho")
    desk.press("Ctrl+Return")
    desk.write("My door is always open")
    desk.later(120)
    desk.press("Ctrl+.")
    desk.write("Caasho said it well", "We need light")
    desk.go("People")
    desk.press("Ctrl+F")
    desk.type("caasho")
    desk.press("Down", "Return")
    assert desk.person["name"] == "Caasho Cabdi"
    desk.choose("erase")
    assert desk.striking[0] == "Erase Caasho Cabdi?"
    assert "What was theirs goes too: note N1 (circle)." in desk.striking
    assert "- circle, note N2, text: Caasho said it well" in desk.striking
    desk.press("Tab", "Space", "Tab", "Return")
    assert desk.striking[0] == "Struck for good"
    for word in (b"Caasho", b"Cabdi", b"always open"):
        assert word not in everywhere(desk)
    desk.press("Return", "Ctrl+3")
    assert [note.split(", ")[-1] for note in desk.notes] == ["We need light"]
    desk.go_to_voices()
    desk.press("Return")
    assert [row for row in desk.voices if "a participant" in row and "2 min" in row]


def test_in_a_trial_nothing_need_be_struck(desk: Desk) -> None:
    desk.press("Ctrl+1")
    desk.house.open_example()
    desk.press("Ctrl+J")
    desk.choose("strike")
    assert desk.banner == "Nothing of this stays, so nothing need be struck."
    assert desk.striking == []
