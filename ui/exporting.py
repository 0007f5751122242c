"""Writing the summary to a file of one's choice."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from facilitator.faults import Fault

if TYPE_CHECKING:
    from facilitator.publish.summary import Summary
    from ui.house import House


class Exporting(QObject):
    def __init__(self, house: "House") -> None:
        super().__init__(house)
        self._house = house

    def ask(self) -> None:
        """Ask where to put the summary; Enter takes the name that is there."""
        summary = self._summary()
        if summary is None:
            return
        from PySide6.QtCore import QStandardPaths
        from PySide6.QtWidgets import QFileDialog

        from facilitator.publish.export import file_name

        place = QStandardPaths.StandardLocation.DocumentsLocation
        folder = QStandardPaths.writableLocation(place) or str(Path.home())
        dialog = QFileDialog(self._house, self.tr("Export the summary"), folder)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        pdf, promises = self.tr("Summary (*.pdf)"), self.tr("Promises for a spreadsheet (*.csv)")
        dialog.setNameFilters([pdf, promises, self.tr("Data (*.json)")])
        dialog.setDefaultSuffix("pdf")
        dialog.filterSelected.connect(lambda name: dialog.setDefaultSuffix(name[-5:].strip("*.)")))
        dialog.selectFile(file_name(summary))
        dialog.fileSelected.connect(lambda name: self._export_to(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _export_to(self, path: Path) -> None:
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QDesktopServices

        from facilitator.publish.export import export

        summary = self._summary()
        if summary is None:
            return
        try:
            export(summary, path)
        except Fault as fault:
            self._house.banner.say(str(fault))
            return
        url = QUrl.fromLocalFile(str(path))
        self._house.banner.say(
            self.tr("The summary is saved as {0}").format(path.name),
            self.tr("Open it"),
            lambda: QDesktopServices.openUrl(url),
        )

    def _summary(self) -> "Summary | None":
        live = self._house.live
        if live is None:
            return None
        from facilitator.publish.summarise import summarise

        ended = live.state.meeting.ended
        return summarise(live.state, live.now() if ended is None else ended)
