"""A second folder for copies, on a stick perhaps: where it is there, each copy goes there too."""

from datetime import UTC, datetime
from pathlib import Path

from facilitator.private import make_folder
from facilitator.record.backup import thin_out
from facilitator.record.copies import copy, folder_of


def carry(made: Path, path: Path, folder: Path) -> None:
    """Put a copy of a file into a second folder, if that is there by now; may raise OSError."""
    if not folder.is_dir():
        return
    inside = folder / folder_of(path).name
    make_folder(inside)
    copy(made, inside / made.name)
    thin_out(inside.glob("*.db"), datetime.now(UTC).replace(tzinfo=None))
