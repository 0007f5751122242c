"""What the rules of a session are called, and what they mean, in a sentence each."""

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from ui.words import hours

# What may leave the room: the rules of `facilitator.room.meeting`, in their order.
RULES = {
    "consent": "By consent",
    "open": "Open",
    "no_names": "No names",
    "chatham_house": "Chatham House Rule",
    "circle": "Circle",
}
MEANS = {
    "consent": "What was said is shared only as each person agreed: by name, by office, by group,"
    " or without a source.",
    "open": "What was said may be shared. Names are told of those who agreed to it.",
    "no_names": "What was said is shared, with groups but without names.",
    "chatham_house": "What was said may be used; who said it, and who was there, is not told.",
    "circle": "What was said stays in the circle. Only what was promised is told, without names.",
}
_NIGHT = 12 * 60  # minutes; no hall is open longer, up to the next day
# Whose names the hall reads.
NAMES = {
    "consent": "By consent",
    "none": "None",
    "first_names": "First names",
    "all": "Full names",
}
NAMES_MEAN = {
    "consent": "The room reads the names of those who agreed; everybody else is “a neighbour”.",
    "none": "Everybody is “a neighbour” on the room screen.",
    "first_names": "The room reads first names. A child is always “a neighbour”.",
    "all": "The room reads full names. A child is always “a neighbour”.",
    "": "Under this rule nobody is named, so on the room screen everybody is “a neighbour”.",
}


def lasts(start: str, stop: str) -> str:
    """Return how long the hall is open, from one clock time to another: 2 h, 1 h 45 min.

    Where a slip is likelier than a night, it is a question.
    """
    try:
        begins, ends = (datetime.strptime(clock, "%H:%M") for clock in (start, stop))
    except ValueError:
        return ""
    minutes = ((ends - begins) % timedelta(days=1)) // timedelta(minutes=1)
    if not minutes:
        return translated("when it starts?")
    if ends < begins and minutes > _NIGHT:
        return translated("before it starts?")
    return f"{hours(minutes)}, next day" if ends < begins else hours(minutes)


def translated(words: str) -> str:
    return QCoreApplication.translate("Session", words)
