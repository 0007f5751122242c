"""Why an act is not saved, in a sentence."""

from facilitator.faults import Fault


class NotSaved(Fault):
    """An act did not reach the disk."""


def why_not(error: Exception) -> str:
    """Return why an act is not saved, and what to do."""
    name = getattr(error, "sqlite_errorname", "")
    if name == "SQLITE_FULL":
        return "Not saved: the disk is full. Make some room, then do it again."
    if name.startswith("SQLITE_READONLY"):
        return "Not saved: the file may only be read. Save a copy elsewhere and open that."
    if isinstance(error, UnicodeError):
        return "Not saved: the text holds a broken character. Take it out, then do it again."
    return f"Not saved: the disk did not take it ({error}). Do it again."
