"""What each key of the table does."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from facilitator.faults import Fault

if TYPE_CHECKING:
    from facilitator.publish.summary import Summary
    from ui.house import House

MINUTE = 60  # seconds


class Deeds(QObject):
    """One method for each row of the table of actions; without a session most do nothing."""

    def __init__(self, house: "House") -> None:
        super().__init__(house)
        self._house = house

    def _attempt(self, verb: str, *args: object) -> None:
        live = self._house.live
        if live is not None:
            self._house.show_live()  # nobody acts on what they do not see
            live.attempt(getattr(live.session, verb), *args)

    def _ask(self, responding: bool) -> None:
        if self._house.meeting is not None:
            self._house.show_live()
            self._house.meeting.floor.ask(responding)
            self._house.meeting.floor.name.setFocus()

    def next_speaker(self) -> None:
        if self._house.live is not None:
            self._house.show_live()
            self._house.live.next_speaker()

    def end_turn(self) -> None:
        self._attempt("release_floor")

    def hold(self) -> None:
        if self._house.meeting is not None:
            self._house.show_live()
            self._house.meeting.floor.speaker.toggle_hold()

    def add_speaker(self) -> None:
        self._ask(responding=False)

    def direct_response(self) -> None:
        self._ask(responding=True)

    def next_part(self) -> None:
        self._attempt("next_segment")

    def previous_part(self) -> None:
        self._attempt("previous_segment")

    def pause(self) -> None:
        live = self._house.live
        self._attempt("resume" if live is not None and live.state.agenda.paused else "pause")

    def more_time(self) -> None:
        self._attempt("grant_time", MINUTE)

    def less_time(self) -> None:
        self._attempt("grant_time", -MINUTE)

    def write_note(self) -> None:
        if self._house.meeting is not None:
            self._house.show_live()
            self._house.meeting.notes.line.setFocus()

    def undo(self) -> None:
        self._attempt("undo")

    def redo(self) -> None:
        self._attempt("redo")

    def end_session(self) -> None:
        self._attempt("end_session")

    def go_home(self) -> None:
        self._house.show_home()

    def go_live(self) -> None:
        self._house.show_live()

    def export(self) -> None:
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
