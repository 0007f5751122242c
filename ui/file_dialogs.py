"""Asking for a file or a folder: where to begin, and what is done with the one that is chosen."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFileDialog


def documents() -> Path:
    """Return the folder for documents, else the one that is the user's own."""
    location = QStandardPaths.StandardLocation.DocumentsLocation
    return Path(QStandardPaths.writableLocation(location) or Path.home())


def ask(dialog: "QFileDialog", then: Callable[[Path], object]) -> None:
    """Show a dialog, and do something with what is chosen in it; then it goes."""
    dialog.fileSelected.connect(lambda name: then(Path(name)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
