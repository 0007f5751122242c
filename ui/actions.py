"""Everything the keys do, in one table: it feeds shortcuts, menu, tool tips, key line and sheet."""

from typing import NamedTuple


class Act(NamedTuple):
    """An action of the window: the deeds have a method of the same name."""

    name: str
    words: str
    keys: tuple[str, ...]
    help: str
    short: str = ""  # for the key line; empty: not there


class Group(NamedTuple):
    """Actions that belong together, under the word that the menu and the key sheet use."""

    words: str
    acts: tuple[Act, ...]


GROUPS = (
    Group(
        "Before the session",
        (
            Act(
                "plan_session", "Plan a session", ("Ctrl+N",), "When, where, and with what agenda."
            ),
            Act(
                "next_tab",
                "Next tab of Prepare",
                ("Ctrl+Tab",),
                "Alt and a number goes straight to one. In Wrap-up: to the pages and back.",
            ),
            Act(
                "bring_in_people",
                "Bring in people from a file",
                ("Ctrl+I",),
                "From a spreadsheet; what does not fit is shown before anything is added.",
            ),
            Act("erase", "Erase a person for good", (), "Whom the list is on; there is no undo."),
            Act(
                "rehearse",
                "Rehearse",
                ("Ctrl+Shift+R",),
                "The whole session with its own clock; nothing of it is kept.",
            ),
        ),
    ),
    Group(
        "The floor",
        (
            Act(
                "next_speaker",
                "Next speaker",
                ("Ctrl+Return", "Ctrl+Enter"),
                "Gives the floor to the first who waits; twice at once counts as once.",
                "next speaker",
            ),
            Act(
                "add_speaker",
                "Add a speaker",
                ("Ctrl+A",),
                "A few letters find the name; Enter queues it, also a name on no list.",
                "add to queue",
            ),
            Act(
                "take_suggestion",
                "Take the suggestion",
                ("Ctrl+S",),
                "Gives the floor to the suggested new voice, ahead of the order.",
            ),
            Act(
                "direct_response",
                "Direct response",
                ("Ctrl+D",),
                "A short reply at once; then the speaker goes on with the clock intact.",
                "reply",
            ),
            Act("end_turn", "End the turn", ("Ctrl+.",), "Nobody has the floor afterwards."),
            Act(
                "hold",
                "Hold the speaker's clock, or go on",
                ("Ctrl+H",),
                "For grief or an interruption: nobody is over time meanwhile.",
                "hold",
            ),
            Act(
                "begin_round",
                "Begin a round",
                ("Ctrl+R",),
                "Everybody in the room is asked in turn, in the order of the seats.",
            ),
            Act(
                "pass_for_now",
                "Pass for now",
                ("F7",),
                "Whoever's turn it is comes back at the end of the round.",
            ),
            Act("pass_turn", "Pass", ("F8",), "Whoever's turn it is is not asked again."),
            Act(
                "show_turns",
                "Turns so far",
                ("Ctrl+T",),
                "Enter on a turn puts it right: who really spoke, or for how long.",
            ),
            Act(
                "who_is_this",
                "Who is this?",
                ("Ctrl+U",),
                "Gives a walk-in another name, or tells who on the list it is.",
            ),
        ),
    ),
    Group(
        "The clock",
        (
            Act(
                "next_part",
                "Start the next part",
                ("Ctrl+PgDown",),
                "The part that runs ends; its real time is kept.",
                "next part",
            ),
            Act("previous_part", "Back to the part before", ("Ctrl+PgUp",), "Its clock goes on."),
            Act(
                "begin_earlier",
                "It began a minute earlier",
                ("Ctrl+Shift+PgDown",),
                "For a part that somebody forgot to start; press it again for one more.",
            ),
            Act("pause", "Pause the part, or go on", ("Ctrl+P",), "The clock stands.", "pause"),
            Act(
                "more_time", "One minute more", ("Ctrl++", "Ctrl+="), "For this part.", "one minute"
            ),
            Act("less_time", "One minute less", ("Ctrl+-",), "For this part."),
            Act(
                "replan",
                "Plan the rest again",
                ("F6",),
                "Shows what could give way before anything changes.",
                "re-plan",
            ),
        ),
    ),
    Group(
        "Notes and promises",
        (
            Act("write_note", "Write a note or a promise", ("Ctrl+L",), "Enter saves it."),
            Act(
                "choose_kind",
                "Choose the kind of note",
                ("F4",),
                "For the note being typed, or the one the keys are on.",
                "kinds",
            ),
            Act(
                "next_attribution",
                "Who may be told with it",
                ("Ctrl+G",),
                "Nobody, the group, the office, the name: one step on.",
            ),
            Act(
                "next_sensitivity",
                "How sensitive it is",
                ("Ctrl+K",),
                "Public, sensitive, withheld, internal: one step on.",
            ),
            Act("go_to_notes", "Go to the notes", ("Ctrl+J",), "Enter changes one in its place."),
            Act("go_to_promises", "Go to the promises", ("Ctrl+M",), "Enter opens all its fields."),
            Act("strike", "Strike for good", (), "The note or promise the keys are on: no undo."),
            Act(
                "read_back",
                "Read the promises back",
                ("F5",),
                "One by one, large, on the room screen; a spoken yes confirms it.",
                "read back",
            ),
        ),
    ),
    Group(
        "The room screen",
        (
            Act(
                "room_screen",
                "Room screen on or off",
                ("F9",),
                "On the projector, by itself; never over these controls.",
                "room screen",
            ),
            Act("room_dark", "Room screen dark, or back", ("F12",), "Nothing shows at all."),
        ),
    ),
    Group(
        "The session",
        (
            Act("undo", "Undo", ("Ctrl+Z",), "The last act; no running clock notices.", "undo"),
            Act("redo", "Redo", ("Ctrl+Shift+Z", "Ctrl+Y"), "What undo took back."),
            Act(
                "end_session",
                "End the session",
                ("Ctrl+Shift+E",),
                "Says once what is open and asks for a head count; again, it ends.",
            ),
        ),
    ),
    Group(
        "After the session",
        (
            Act(
                "export",
                "Export the summary",
                ("Ctrl+E",),
                "To where the last one went; Alt and a number chooses for whom it is.",
            ),
            Act(
                "export_as",
                "Export it elsewhere",
                ("Ctrl+Shift+S",),
                "As PDF, spreadsheet, calendar, text or data.",
            ),
            Act(
                "approve",
                "Approve the summary",
                ("Ctrl+Return", "Ctrl+Enter"),
                "In Wrap-up: once all its pages were looked at; until then it is a draft.",
            ),
            Act(
                "draft_mail",
                "Draft an e-mail",
                ("Ctrl+Shift+D",),
                "Opens with the summary attached; nothing is sent from here.",
            ),
            Act(
                "draft_letters",
                "Letters to those who promised",
                ("Ctrl+Shift+L",),
                "To each a draft with what they promised; nothing is sent from here.",
            ),
            Act("zoom_in", "Larger pages", ("Ctrl++", "Ctrl+="), "In Wrap-up."),
            Act("zoom_out", "Smaller pages", ("Ctrl+-",), "Down to a whole page at a glance."),
        ),
    ),
    Group(
        "The file",
        (
            Act("save_copy", "Save a copy", ("Ctrl+B",), "All of this file, to where you say."),
            Act("open_copy", "Open a copy", ("Ctrl+O",), "What is here is kept as a copy first."),
        ),
    ),
    Group(
        "The window",
        (
            Act("go_home", "Home", ("Ctrl+1",), "The sessions of this file."),
            Act("go_prepare", "Prepare", ("Ctrl+2",), "The plan of the session that is open."),
            Act("go_live", "Live", ("Ctrl+3",), "The session that is open, as it runs."),
            Act("go_wrap_up", "Wrap-up", ("Ctrl+4",), "What is to settle, and the summary."),
            Act("find", "Find", ("Ctrl+F",), "Notes in Live, people in Prepare."),
            Act(
                "next_theme",
                "Next theme",
                ("Ctrl+Shift+T",),
                "Light, dark, high contrast, as the system.",
            ),
            Act("open_menu", "Menu", ("F10",), "Every action in words, and the settings."),
            Act("show_keys", "All keys", ("F1",), "This sheet.", "all keys"),
        ),
    ),
    Group(
        "Settings",
        (
            Act("toggle_chime", "Quiet chime before time", (), "Off unless you want it."),
            Act(
                "toggle_new_voices",
                "Suggest who was not heard yet",
                (),
                "A mark on a row and its reason; the order stays yours.",
            ),
            Act(
                "toggle_officials_hint",
                "Tell when officials talk much",
                (),
                "In words beside the voices, only to you.",
            ),
            Act(
                "next_room_names",
                "Names on the room screen",
                (),
                "By consent, none, first names, all: one step on.",
            ),
            Act("second_place", "Also keep copies in", (), "A folder, on a stick perhaps."),
        ),
    ),
)
ACTS = tuple(act for group in GROUPS for act in group.acts)
