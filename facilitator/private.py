"""Files and folders that are for their owner alone; on Windows the folders of a user are anyway."""

import os
from pathlib import Path

FILE, FOLDER = 0o600, 0o700


def make_file(path: Path) -> None:
    """Make an empty file for its owner alone; one that is there stays as it is."""
    if not path.exists():
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, FILE))


def make_folder(path: Path) -> None:
    """Make a folder for its owner alone, with those above it that are missing."""
    for missing in reversed([path, *path.parents]):
        missing.mkdir(FOLDER, exist_ok=True)


def keep_private(path: Path) -> None:
    """Take a file or folder that is there from everybody but its owner, if it is ours to take."""
    try:
        path.chmod(FOLDER if path.is_dir() else FILE)
    except OSError:
        return
