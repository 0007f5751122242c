"""What a promise is by its kind and status alone; light: Home tells it before the rooms load."""

KINDS = ("pledge", "conditional", "request", "answer_owed", "personal")
PUBLISH = ("named", "official", "group", "not")
# A promise begins as a draft and is confirmed by being read back aloud; these are told later.
REPORTED = ("in_progress", "done", "partly_done", "changed", "declined", "withdrawn")
STATUSES = ("draft", "confirmed", *REPORTED)
SETTLED = ("done", "declined", "withdrawn")  # nobody has to do anything about it any more
ASKED = ("request", "answer_owed")  # of somebody; what is asked is counted apart from promises


def is_asked(kind: str) -> bool:
    """Say whether a kind asks something of somebody, where all others promise something."""
    return kind in ASKED


def report_in(status: str) -> str:
    """Return the status that somebody reported, or nothing where nobody reported one.

    That a promise was made and read back is no report on it, however long it is due: nobody has
    said that it was broken, or that it is late.
    """
    return "" if status in ("", *STATUSES[:2]) else status


def lacks(kind: str, owner: str, due: str) -> tuple[str, ...]:
    """Return what a promise lacks so that somebody can be asked for it: an owner, a date.

    A request to an absent body has neither, and lacks nothing.
    """
    has = {"owner": owner, "due": due}
    return () if kind == "request" else tuple(name for name, value in has.items() if not value)
