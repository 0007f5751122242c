"""Lists of people from elsewhere: a file that is asked for, or rows that are pasted."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from facilitator import logs
from facilitator.faults import Fault
from facilitator.log.state import State
from ui.live import Live

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFileDialog

    from facilitator.record.earlier import Earlier
    from ui.prepare.import_page import ImportPage


class Importing(QObject):
    said = Signal(str)
    opened = Signal(QWidget)  # the page of a list
    closed = Signal(QWidget)
    imported = Signal()

    def __init__(self, live: Live, host: QWidget) -> None:
        super().__init__(host)
        self._live, self._host = live, host
        self.earlier: list[Earlier] = []  # who was at the other sessions of the series
        self.page: ImportPage | None = None

    def follow(self, state: State) -> None:
        if self.page is not None:
            self.page.follow(state)

    def ask(self) -> None:
        """Ask for a file with people in it."""
        from PySide6.QtWidgets import QFileDialog

        from facilitator.intake import READABLE

        dialog = QFileDialog(self._host, self.tr("Import people from a file"), str(Path.home()))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        endings = " ".join(f"*.{ending}" for ending in READABLE)
        lists = self.tr("Lists of people ({0})").format(endings)
        dialog.setNameFilters([lists, self.tr("All files (*)")])
        dialog.finished.connect(lambda: self._take_file(dialog))
        dialog.open()

    @property
    def before(self) -> "list[Earlier]":
        """Return who was on the list of the session before, and is not on this one."""
        if not self.earlier:
            return []
        from facilitator.series import not_asked_yet

        return not_asked_yet(self.earlier, self._live.state)

    def ask_again(self) -> None:
        """Put those of the session before on this list too."""
        from facilitator.series import asked_again

        session = self._live.session
        rows = asked_again(session.store, self.before)
        if self._live.attempt(session.import_people, rows):
            self._say_imported(len(rows))

    def takes(self, event: QKeyEvent) -> bool:
        """Take what is pasted if it is rows of a table; a single name is left to its line."""
        if not event.matches(QKeySequence.StandardKey.Paste):
            return False
        from facilitator.intake import is_table

        text = QGuiApplication.clipboard().text()
        if is_table(text):
            self._read(text)
        return is_table(text)

    def _take_file(self, dialog: "QFileDialog") -> None:
        """Take the file that was chosen; by now the dialog is gone, and the keys are back."""
        chosen = dialog.selectedFiles() if dialog.result() else []
        dialog.deleteLater()
        if chosen:
            self._read(Path(chosen[0]))

    def _read(self, source: Path | str) -> None:
        from facilitator.intake import read, read_text
        from ui.prepare.import_page import ImportPage

        try:
            sheet = read(source) if isinstance(source, Path) else read_text(source)
        except Fault as fault:
            logs.fault(fault)
            self.said.emit(str(fault))
            return
        self._close()
        self.page = page = ImportPage(self._live, sheet, self.earlier, self._host)
        page.left.connect(self._close)
        page.imported.connect(self._say_imported)
        self.opened.emit(page)
        page.begin()

    def _say_imported(self, count: int) -> None:
        self.imported.emit()
        self._close()
        told = self.tr("{0} people are on the list now. Undo takes them all off again.")
        if count == 1:
            told = self.tr("1 person is on the list now. Undo takes them off again.")
        self.said.emit(told.format(f"{count:,}"))

    def _close(self) -> None:
        page, self.page = self.page, None
        if page is not None:
            page.stop()
            self.closed.emit(page)
            page.deleteLater()
