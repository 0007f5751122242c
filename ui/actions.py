"""Everything the keys do, in one table: it feeds the shortcuts, the tool tips and the key line."""

from typing import NamedTuple


class Act(NamedTuple):
    """An action of the window: the window has a method of the same name."""

    name: str
    words: str
    keys: tuple[str, ...]
    short: str = ""  # for the key line; empty: not there


ACTS = (
    Act(
        "next_speaker", "Give the floor to the next", ("Ctrl+Return", "Ctrl+Enter"), "next speaker"
    ),
    Act("add_speaker", "Add a speaker to the queue", ("Ctrl+A",), "queue"),
    Act("direct_response", "Give the floor for a direct response", ("Ctrl+D",), "reply"),
    Act("end_turn", "End the running turn", ("Ctrl+.",), "end turn"),
    Act("hold", "Hold the speaker's clock, or go on", ("Ctrl+H",), "hold"),
    Act("next_part", "Start the next part", ("Ctrl+PgDown",), "next part"),
    Act("previous_part", "Go back to the part before", ("Ctrl+PgUp",)),
    Act("pause", "Pause the clock of the part, or go on", ("Ctrl+P",), "pause"),
    Act("more_time", "One minute more", ("Ctrl++", "Ctrl+="), "one minute"),
    Act("less_time", "One minute less", ("Ctrl+-",)),
    Act("write_note", "Write a note or a promise", ("Ctrl+L",)),
    Act("undo", "Undo the last act", ("Ctrl+Z",), "undo"),
    Act("redo", "Do it again", ("Ctrl+Shift+Z", "Ctrl+Y")),
    Act("end_session", "End the session", ("Ctrl+Shift+E",), "end session"),
    Act("export", "Export the summary as PDF", ("Ctrl+E",), "export"),
    Act("go_home", "Home", ("Ctrl+1",)),
    Act("go_live", "Live", ("Ctrl+2",)),
)
