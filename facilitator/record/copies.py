"""Where copies of a session file lie on this computer, and how a file comes to lie there."""

import os
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from facilitator.folders import data_folder
from facilitator.private import keep_private, make_file, make_folder

BESIDE = ("-wal", "-journal", "-shm")  # what may lie beside a file and be part of it
SECOND = len("20270115T080000")  # what a name begins with: when the copy was made
BEFORE = "before"  # the reason of a copy of what somebody went back from
LEFT = "left"  # of a copy with a log beside it that was not to be folded into the file
VERSIONS = slice(18, 20)  # bytes of the header: 2 says that a write-ahead log belongs to it


def folder_of(path: Path) -> Path:
    """Return the folder for copies of a session file, which is made if need be."""
    from hashlib import sha256  # slow to import

    whole = str(path.absolute())
    name = f"{path.stem}-{sha256(whole.encode('utf-8', 'surrogateescape')).hexdigest()[:8]}"
    folder = data_folder() / "copies" / name
    make_folder(folder)
    return folder


def all_copies() -> list[Path]:
    """Return every copy on this computer, of whatever file; what lies beside one is part of it."""
    found = (path for path in (data_folder() / "copies").glob("*/*") if path.is_file())
    return sorted(path for path in found if not path.name.endswith(BESIDE))


def copies_of(path: Path) -> list[Path]:
    """Return the copies of a file, the oldest first; none where there is no folder for them."""
    try:
        found = {c: c.stat().st_mtime_ns for c in folder_of(path).glob("*.db") if c.is_file()}
    except OSError:
        return []
    return sorted(found, key=lambda copy: (copy.name[:SECOND], found[copy], copy.name))


def remove(copy: Path) -> None:
    """Remove a copy, with what lies beside it and is part of it."""
    for part in (copy, *beside(copy)):
        with suppress(OSError):
            part.unlink(missing_ok=True)


def beside(path: Path) -> list[Path]:
    """Return what lies beside a file and is part of it, as far as it is there."""
    parts = (path.with_name(path.name + end) for end in BESIDE)
    return [part for part in parts if part.exists()]


def place_for(path: Path, reason: str) -> Path:
    """Return where a copy made now, for this reason (a word), will lie; nothing is there yet."""
    moment = datetime.now(UTC).strftime("%Y%m%dT%H%M%S")
    folder = folder_of(path)
    names = (f"{moment}-{reason}{f'-{n}' if n else ''}.db" for n in range(10_000))
    return next(place for name in names if not (place := folder / name).exists())


def copy(path: Path, to: Path) -> None:
    """Copy a file that nobody has open; at no moment does half of it lie at its place."""
    from shutil import copyfile

    half = to.with_name(f"{to.name}.half")
    try:
        make_file(half)
        copyfile(path, half)
        keep_private(half)  # a stick may know no such thing
        put_in_place(half, to)
    except OSError:
        with suppress(OSError):
            half.unlink(missing_ok=True)
        raise


def copy_whole(path: Path, to: Path) -> None:
    """Copy a file that nobody has open, with what lies beside it: all of it, or nothing."""
    try:
        for part in beside(path):
            copy(part, to.with_name(to.name + part.name.removeprefix(path.name)))
        copy(path, to)
    except OSError:
        remove(to)
        raise


def mark_closed(file: BinaryIO) -> None:
    """Write into the header of a copy that no write-ahead log belongs to it."""
    file.seek(VERSIONS.start)
    file.write(b"\x01\x01")


def swap(path: Path, chosen: Path) -> Path:
    """Let a copy's content take the place of a file that nobody has open; may raise OSError.

    Return the copy of what was there, which is made first: nothing is lost at any moment. Then
    the content is copied once more, so that the newest copy is what the file holds.
    """
    before, fresh, path = place_for(path, BEFORE), place_for(path, "opened"), path.resolve()
    copy_whole(path, before)  # with a log, where it could not be closed
    for part in beside(path):  # it would be folded into the copy
        part.unlink()
    copy(chosen, path)
    with suppress(OSError):  # then the next one that is made will do
        copy(chosen, fresh)
    return before


def put_in_place(new: Path, to: Path) -> None:
    """Let a file take a place, once it is on the disk."""
    with new.open("r+b") as file:
        os.fsync(file.fileno())
    new.replace(to)
    sync_folder(to.parent)


def sync_folder(folder: Path) -> None:
    """Have the disk know the names in a folder; Windows has no such thing."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
