"""The columns of each table of the summary: what they are called, and how wide they are."""

from typing import NamedTuple

CAME = "Signed in or spoke"  # of whom else came, nobody knows


class Column(NamedTuple):
    field: str  # of the plain data
    head: str
    width: int  # in characters


PROMISE = (
    Column("id", "Ref", 8),
    Column("kind", "Kind", 12),
    Column("who", "Who", 22),
    Column("organisation", "Organisation", 22),
    Column("text", "Promise", 48),
    Column("due", "By when", 12),
    Column("first_step", "First step", 32),
    Column("first_step_due", "First step by", 12),
    Column("measure", "How we will know", 32),
    Column("support", "Support needed", 28),
    Column("benefits", "Who benefits", 24),
    Column("burden", "Who may carry a burden", 24),
    Column("status", "Status", 18),
    Column("evidence", "Evidence", 28),
    Column("community_view", "Community view", 24),
    Column("read_back", "Read back", 10),
)
# The form that racial equity plans of cities use (GARE): action, lead, timeline, indicator.
ACTION = (
    Column("text", "Action", 48),
    Column("who", "Lead", 22),
    Column("organisation", "Organisation", 22),
    Column("first_step", "First step", 32),
    Column("first_step_due", "First step by", 12),
    Column("due", "Done by", 12),
    Column("measure", "Indicator", 32),
    Column("support", "Support needed", 28),
    Column("benefits", "Who benefits", 24),
    Column("burden", "Who may carry a burden", 24),
    Column("status", "Progress", 18),
    Column("evidence", "Evidence", 28),
    Column("community_view", "Community view", 24),
    Column("ref", "Ref", 16),
)
PROGRESS = (
    Column("ref", "Ref", 16),
    Column("made", "Made on", 12),
    Column("kind", "Kind", 12),
    Column("who", "Who", 22),
    Column("organisation", "Organisation", 22),
    Column("text", "Promise", 48),
    Column("due", "By when", 12),
    Column("measure", "How we will know", 32),
    Column("status", "Status", 18),
    Column("reported", "Told on", 12),
    Column("evidence", "Evidence", 28),
    Column("community_view", "Community view", 24),
)
NOTE = (
    Column("id", "Ref", 8),
    Column("part", "Part", 28),
    Column("kind", "Kind", 14),
    Column("text", "Note", 60),
    Column("source", "Source", 24),
    Column("language", "Language", 10),
    Column("table", "Table", 8),
    Column("themes", "Themes", 24),
    Column("starred", "Starred", 9),
)
STEP = (
    Column("date", "Date", 12),
    Column("what", "What", 60),
    Column("who", "Who", 26),
    Column("ref", "Ref", 8),
)
THEME = (Column("name", "Theme", 32), Column("notes", "Notes", 8), Column("tables", "Tables", 8))
VOTE = (Column("", "Question", 60), Column("", "Option", 32), Column("", "Votes", 8))
GROUP = (
    Column("name", "Group", 36),
    Column("invited", "Invited", 10),
    Column("came", CAME, 16),
    Column("spoke", "Spoke", 10),
)
VOICE = (
    Column("group", "Group", 36),
    Column("people", "People", 10),
    Column("turns", "Turns", 10),
    Column("talk_s", "Talk, minutes", 12),
    Column("talk_share", "Share of the talk", 12),
    Column("room_share", "Share of the people", 12),
)
PART = (
    Column("number", "No.", 6),
    Column("title", "Part", 32),
    Column("kind", "Kind", 18),
    Column("prompt", "Question", 48),
    Column("planned_s", "Planned, minutes", 12),
    Column("actual_s", "Took, minutes", 12),
)
PARKED = (Column("text", "What", 60), Column("destination", "Where it goes", 40))
ATTENDEE = (
    Column("id", "Ref", 8),
    Column("name", "Name", 28),
    Column("groups", "Groups", 28),
    Column("organisation", "Organisation", 24),
    Column("role", "Role", 18),
    Column("consent", "Consent", 16),
    Column("minor", "Minor", 8),
    Column("invited", "Invited", 8),
    Column("came", CAME, 16),
    Column("turns", "Turns", 8),
    Column("talk_s", "Talk, minutes", 12),
)
FACT = (Column("", "What", 28), Column("", "Told", 90))
