"""Asking where a summary, or the letters, are to be put."""

import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from facilitator.faults import Fault
from facilitator.publish.export import ENDINGS
from facilitator.temporary import kept_folder
from ui.file_dialogs import ask, documents
from ui.settings import Settings

FORMS = {
    ".pdf": "PDF, to read and to print (*.pdf)",
    ".xlsx": "Spreadsheet (*.xlsx)",
    ".csv": "The promises as a table (*.csv)",
    ".ics": "The dates for a calendar (*.ics)",
    ".eml": "Draft of an e-mail (*.eml)",
    ".md": "Text in Markdown (*.md)",
    ".json": "Data (*.json)",
}

EXPORTS = {
    ".pdf": "Export the PDF",
    ".xlsx": "Export the spreadsheet",
    ".csv": "Export the table",
    ".ics": "Export the calendar",
    ".eml": "Export the e-mail",
    ".md": "Export the text",
    ".json": "Export the data",
}


def ending(settings: Settings) -> str:
    """Return the ending of the format that was chosen last."""
    return settings.ending if settings.ending in ENDINGS else ENDINGS[0]


def folder(settings: Settings) -> Path:
    """Return the folder that was chosen last if it is there, else that for documents."""
    if settings.folder and Path(settings.folder).is_dir():
        return Path(settings.folder)
    return documents()


def drafts_folder(settings: Settings, trial: bool) -> Path:
    """Return where a draft goes that is opened at once: to the summaries, if they have a place.

    What is only tried out, or has none, goes to a place that the next start sweeps.
    """
    if settings.folder and Path(settings.folder).is_dir() and not trial:
        return Path(settings.folder)
    try:
        return kept_folder()
    except OSError as error:
        raise Fault(f"There is no room for a draft: {error.strerror}.") from error


def ask_file(over: QWidget, settings: Settings, name: str, then: Callable[[Path], None]) -> None:
    """Ask for a file with the ending of a format; Enter takes the name that is there."""
    dialog = QFileDialog(over, over.tr("Export the summary"), str(folder(settings)))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters([over.tr(words) for words in FORMS.values()])
    dialog.filterSelected.connect(lambda form: dialog.setDefaultSuffix(_ending_in(form)))
    dialog.selectNameFilter(over.tr(FORMS[ending(settings)]))
    dialog.setDefaultSuffix(ending(settings)[1:])
    dialog.selectFile(name)
    ask(dialog, then)


def ask_folder(over: QWidget, settings: Settings, then: Callable[[Path], None]) -> None:
    """Ask for the folder in which a folder of letters is to be made."""
    title = over.tr("Where to put the letters, each a draft")
    dialog = QFileDialog(over, title, str(folder(settings)))
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    ask(dialog, then)


def _ending_in(form: str) -> str:
    found = re.search(r"\*\.(\w+)", form)
    return found[1] if found else ENDINGS[0][1:]
