"""Undo and redo where what they change does not all show: they say what it was."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from facilitator.log.words import words

if TYPE_CHECKING:
    from ui.live import Live


def go_back(live: "Live", verb: str) -> str:
    """Undo or redo; return what it was, for a session that has begun, or nothing."""
    history, before = live.session.history, live.state
    entry = history.last if verb == "undo" else next(iter(history.undone[-1:]), None)
    done = live.attempt(getattr(live.session, verb))
    runs = any(state.agenda.begun is not None for state in (before, live.state))
    if not done or entry is None or not runs:
        return ""
    told = "Taken back: {0}" if verb == "undo" else "Done again: {0}"
    return QCoreApplication.translate("Act", told).format(words(entry.event, before))
