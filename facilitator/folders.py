"""Where things are kept on this computer, and how a place is told without saying whose it is."""

import os
from pathlib import Path

from facilitator.faults import Fault
from facilitator.private import make_folder

NAME = "Facilitator"
LOGS = "FACILITATOR_LOGS"  # in the environment: another folder for the log


def data_folder() -> Path:
    """Return the platform's folder for what a program keeps for its user; it may be missing."""
    from platformdirs import user_data_path

    return user_data_path(NAME, appauthor=False)


def own_file() -> Path:
    """Return the user's own file; its folder is made if need be."""
    folder = data_folder()
    try:
        make_folder(folder)
    except OSError as error:
        sentence = f"The folder for your sessions cannot be made: {error.strerror}."
        raise Fault(sentence) from error
    return folder / "sessions.db"


def log_folder() -> Path:
    """Return the platform's folder for logs; it may be missing."""
    if chosen := os.environ.get(LOGS):
        return Path(chosen)
    from platformdirs import user_log_path

    return user_log_path(NAME, appauthor=False)


def shortened(path: Path) -> str:
    """Return a path with ~ for the home folder, and the user's name taken out of the rest."""
    home, shown = Path.home(), path.absolute()
    names = {home.name, os.environ.get("USER", ""), os.environ.get("USERNAME", "")}
    if shown.is_relative_to(home):
        shown = "~" / shown.relative_to(home)
    for name in filter(None, names):
        parts = (part.replace(name, "…") if len(name) > 2 else part for part in shown.parts)
        shown = Path(*parts)
    return str(shown)
