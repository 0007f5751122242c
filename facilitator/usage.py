"""What the command line takes, in words worth reading."""

import argparse
from pathlib import Path
from typing import Any, NoReturn

from facilitator import __version__
from facilitator.publish.papers.printing import SIZES
from facilitator.publish.summary import EDITIONS
from facilitator.room.striking import REASONS

ABOUT = """\
Run a community dialogue while it happens, keep what was promised, and bring it back next time.

  facilitator                      open the window on your own sessions
  facilitator FILE                 open the window on this session file
  facilitator COMMAND --help       what a command takes

A session file holds any number of sessions. It is an SQLite database: docs/file-format.md."""

EPILOG = """\
examples:
  facilitator rehearse script.json --file trial.db     play a session script, as a trial
  facilitator show --file trial.db                     figures of the last session in the file
  facilitator export --file trial.db --to summary.pdf  the summary to send and publish
  facilitator export --file trial.db --to plan.xlsx --edition action-plan
  facilitator strike first-circle N3 --reason child --file trial.db
  facilitator check --file trial.db                    is the file whole?
  facilitator salvage broken.db --to saved.db          what a damaged file still holds
  facilitator merge table1.db table2.db --file hall.db take in what other laptops recorded
  facilitator doctor                                   what to send when you ask for help

exit status: 0 all went well, 1 a check failed, 2 wrong usage or bad input (a sentence says why)."""

TO = ".pdf, .csv, .xlsx (tables), .ics (dates), .eml (unsent e-mail), .md (Markdown) or .json"


def _paper(word: str) -> str:
    return next((size for size in SIZES if size.lower() == word.lower()), word)


class Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        self.exit(2, f"facilitator: {message}; see {self.prog} --help.\n")


def parser() -> argparse.ArgumentParser:
    """Return what reads the command line; a wrong word is told in one sentence, status 2."""
    whole = Parser(
        prog="facilitator",
        description=ABOUT,
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    whole.add_argument("--version", action="version", version=f"facilitator {__version__}")
    commands = whole.add_subparsers(dest="command", metavar="COMMAND", required=True)

    _for_sessions(commands)
    _for_files(commands)
    return whole


def _command(
    commands: Any, name: str, about: str, file: bool = True, session: bool = False
) -> argparse.ArgumentParser:
    sub: argparse.ArgumentParser = commands.add_parser(name, help=about, description=about)
    if session:
        sub.add_argument("session", nargs="?", help="its id; the last one if left out")
    if file:
        sub.add_argument("--file", type=Path, required=True, help="the session file")
    return sub


def _for_sessions(commands: Any) -> None:
    about = "Open the window; the word itself may be left out."
    sub = _command(commands, "open", about, file=False)
    sub.add_argument("file", type=Path, nargs="?", help="a session file; your own if left out")
    about = "Play a session script into a file, which is made if need be."
    sub = _command(commands, "rehearse", about)
    sub.add_argument("script", type=Path, help="the session script (JSON)")
    sub.add_argument("--acks", action="store_true", help='print "act N" once act N is on disk')
    sub = _command(commands, "sessions", "List the sessions in a file.")
    sub.add_argument("--json", action="store_true", help="as JSON")
    sub = _command(commands, "show", "Show a session in figures.", session=True)
    sub.add_argument("--json", action="store_true", help="as JSON, times in seconds")
    sub = _command(commands, "export", "Write the summary of a session.", session=True)
    sub.add_argument(
        "--to", type=Path, required=True, help=f"where to; what, its ending says: {TO}"
    )
    sub.add_argument("--edition", choices=EDITIONS, default=EDITIONS[0], help="for whom")
    sub.add_argument("--paper", type=_paper, choices=SIZES, default=SIZES[0], help="of a PDF")
    _add_striking(commands)


def _for_files(commands: Any) -> None:
    about = "Check that a file is whole and its tables agree with its log."
    _command(commands, "check", about)
    about = "Take the sessions of other files into one, in any order and often."
    sub = _command(commands, "merge", about)
    scripts = "session files or scripts (JSON)"
    sub.add_argument("files", type=Path, nargs="+", metavar="FILE", help=scripts)
    about = "Save what a damaged file still holds into a new one."
    sub = _command(commands, "salvage", about, file=False)
    sub.add_argument("file", type=Path, help="the damaged file; it stays as it is")
    sub.add_argument("--to", type=Path, required=True, help="the new file")
    about = "Print what to send to whoever helps; no name or text."
    sub = _command(commands, "doctor", about, file=False)
    sub.add_argument("--file", type=Path, help="a session file; your own if left out")


def _add_striking(commands: Any) -> None:
    about = "Strike a note or promise for good, in the file and its copies here."
    sub = _command(commands, "strike", about)
    sub.add_argument("session", help="its id")
    sub.add_argument("item", help="the note or promise, by its id: N3, C1")
    _add_reason(sub)
    sub = _command(commands, "erase", "Erase a person for good, wherever the file knows them.")
    sub.add_argument("session", help="a session that they were at, by its id")
    sub.add_argument("person", help="their id there, or their name")
    sub.add_argument("--mentions", action="store_true", help="strike other texts that name them")
    _add_reason(sub)


def _add_reason(sub: Any) -> None:
    sub.add_argument("--reason", required=True, help=f"one of: {', '.join(REASONS)}")
    sub.add_argument("--look", action="store_true", help="say what would go, and change nothing")
