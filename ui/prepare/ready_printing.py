"""Writing a paper to a file of one's choice."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from facilitator.publish.papers import printing
from ui import file_dialogs
from ui.live import Live


def ask(
    order: printing.Order, live: Live, over: QWidget, done: Callable[[Path, int], None]
) -> None:
    """Ask where to put a paper, write it, and tell where it is and how many pages it has."""
    kind = over.tr(printing.KINDS[order.kind])
    dialog = QFileDialog(over, kind, str(file_dialogs.documents()))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters([over.tr("{0} (*.pdf)").format(kind)])
    dialog.setDefaultSuffix("pdf")
    dialog.selectFile(printing.file_name(order.kind, live.state.meeting))
    file_dialogs.ask(dialog, lambda path: _write(order, live, path, done))


def _write(
    order: printing.Order, live: Live, path: Path, done: Callable[[Path, int], None]
) -> None:
    def write() -> bool:
        done(path, printing.write(live.state, live.now(), order, path))
        return True

    live.attempt(write)
