"""What to send to whoever is asked to help: this computer and a file, and no word of anybody."""

import locale
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path

from facilitator import logs
from facilitator.faults import Fault
from facilitator.folders import data_folder, log_folder, shortened
from facilitator.private import make_file
from facilitator.temporary import Temporary

BESIDE = ("-wal", "-journal")  # what SQLite keeps beside a file that is open
LINES = 30  # of the log
MB = 1_000_000


def report(file: Path | None = None) -> Iterator[str]:
    """Yield the lines to paste; the file is the user's own if none is named.

    A file that is named may be called after a person, so it is told by a digest alone.
    """
    yield from logs.versions()
    yield f"Locale: {'.'.join(filter(None, locale.getlocale())) or 'none'}"
    yield f"Time zone: {_zone()}"
    folder = data_folder()
    yield f"Data folder: {shortened(folder)}{'' if folder.is_dir() else ' (not made yet)'}"
    own = folder / "sessions.db"
    path = file or own
    named = f"file {logs.digest(path)}" if file else own.name
    yield f"Session file: {named}, {'; '.join(_state_of(path))}"
    yield f"Free on its disk: {_free(path)}"
    yield f"Log: {shortened(log_folder())}"
    lines = logs.last_lines(LINES)
    yield f"The last {len(lines)} lines of the log:" if lines else "The log is empty."
    yield from lines


def _state_of(path: Path) -> Iterator[str]:
    """Yield what is known of a session file, in figures alone."""
    try:
        yield f"{path.stat().st_size / MB:.1f} MB"
    except OSError as error:
        yield "not there" if isinstance(error, FileNotFoundError) else "cannot be reached"
        return
    beside = [end for end in BESIDE if path.with_name(path.name + end).exists()]
    if not beside:
        yield from _checked(path)
        return
    yield f"in use, or not closed ({', '.join(beside)} beside it)"
    try:
        with Temporary() as folder:  # to look at the file itself would take those in
            for end in ("", *beside):
                part = path.with_name(path.name + end)
                make_file(folder / part.name)
                shutil.copyfile(part, folder / part.name)
            yield from _checked(folder / path.name)
    except OSError as error:
        yield "cannot be copied: " + next(logs.described(error))


def _checked(path: Path) -> Iterator[str]:
    from facilitator.record.checking import faults
    from facilitator.record.files import store_at

    try:
        with closing(store_at(path, read_only=True)) as store:
            wrong, sessions = len(faults(store)), store.shelf.sessions()
            acts = sum(len(store.rows(log)) for log in store.shelf.logs())
    except Fault as fault:
        yield "does not open: " + next(logs.described(fault))
        cause = fault.__cause__
        if cause is not None:
            yield next(logs.described(cause))
        return
    yield f"opens: {len(sessions)} sessions, {acts} acts, {wrong} faults"


def _zone() -> str:
    """Return the zone by name where the system tells it, and how far it is from UTC today."""
    away = f"{datetime.now().astimezone():%z}"
    link = Path("/etc/localtime")
    name = str(link.resolve()).partition("zoneinfo/")[2] if link.exists() else ""
    return f"{os.environ.get('TZ') or name or '/'.join(time.tzname)} (UTC{away})"


def _free(path: Path) -> str:
    there = next((one for one in (path, *path.parents) if one.exists()), Path.home())
    try:
        return f"{shutil.disk_usage(there).free / MB:,.0f} MB"
    except OSError:
        return "unknown"
