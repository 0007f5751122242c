"""Copies of the open file: one saved elsewhere, all that there are, and acts brought back."""

from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from facilitator.faults import Fault
from facilitator.log.history import History
from facilitator.record.backup import made_at, reason_of
from facilitator.record.copies import copies_of, put_in_place
from facilitator.record.files import shelf_at, store_at
from facilitator.record.opening import Unreadable
from facilitator.record.sizes import sizes
from facilitator.record.store import Store
from facilitator.session_file import SessionFile


class Held(NamedTuple):
    """A copy, and what is in it."""

    path: Path
    made: datetime  # UTC, without a zone
    reason: str  # the word in its name
    size: tuple[int, int] | None  # sessions and acts in it; None where it cannot be read


class Brought(NamedTuple):
    back: int  # acts that can be read again
    missing: int  # acts that still cannot


def held(path: Path) -> list[Held]:
    """Return the copies of a file, the newest first."""
    return [
        Held(copy, made, reason_of(copy), sizes(copy))
        for copy in reversed(copies_of(path))
        if (made := made_at(copy)) is not None
    ]


def check(file: SessionFile, copy: Path) -> None:
    """Raise a Fault where a copy cannot take the place of this file."""
    if not file.shelf.file.is_in_place():
        raise Fault("Another program has moved or changed this file, so nothing took its place.")
    store_at(copy, read_only=True).close()


def save_copy(file: SessionFile, to: Path) -> None:
    """Write all of the file into a new one, or raise a Fault; nothing is ever written over."""
    if to.exists():
        raise Fault(f"{to.name} is there already. Choose a new name: no file is written over.")
    half = to.with_name(f"{to.name}.half")
    try:
        half.unlink(missing_ok=True)
        file.shelf.file.copy_to(half)
        put_in_place(half, to)
    except (OSError, Unreadable) as error:
        with suppress(OSError):
            half.unlink(missing_ok=True)
        if isinstance(error, Unreadable):
            raise
        raise Fault(f"{to} cannot be written: {error.strerror}.") from error


def bring_back(file: SessionFile) -> Brought:
    """Take in from copies, the newest first, what cannot be read here or was lost at the end."""
    store = file.store
    before = _readable(store)
    for copy in reversed(copies_of(store.path)):
        if _missing(store) or ahead(store, copy):
            with suppress(Unreadable):
                file.take_in(copy)
    return Brought(max(0, _readable(store) - before), _missing(store))


def lost_end(store: Store) -> int:
    """Return how many acts the newest copy has behind the last ones here: the end was lost."""
    newest = next(iter(reversed(copies_of(store.path))), None)
    return ahead(store, newest) if newest is not None else 0


def ahead(store: Store, copy: Path) -> int:
    """Return how many acts a copy has behind the last ones of each log here."""
    with suppress(Unreadable), closing(shelf_at(copy, read_only=True)) as shelf:
        return sum(max(0, shelf.end(log)[0] - store.shelf.end(log)[0]) for log in shelf.sessions())
    return 0


def _missing(store: Store) -> int:
    """Return how many acts of the file cannot be read."""
    return sum(history.missing() for history in _histories(store))


def _readable(store: Store) -> int:
    """Return how many acts of the file can be read."""
    return sum(history.length - history.missing() for history in _histories(store))


def _histories(store: Store) -> Iterator[History]:
    for log in filter(store.has, store.shelf.logs()):
        yield History(store.entries(log), store.shelf.end(log)[0])
