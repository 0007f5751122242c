"""Copies of the file in the window: saved elsewhere, gone on in, and acts brought back."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from facilitator.faults import Fault
from ui.file_dialogs import ask, documents
from ui.widgets.keys import let_go

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFileDialog

    from facilitator.file_copies import Brought
    from facilitator.session_file import SessionFile
    from ui.house import House


class Copying(QObject):
    def __init__(self, house: "House") -> None:
        super().__init__(house)
        self._house = house

    # Saved elsewhere

    def ask_where(self) -> None:
        """Ask for a new file, and save all of this one there."""
        from PySide6.QtWidgets import QFileDialog

        file = self._own()
        dialog = QFileDialog(self._house, self.tr("Save a copy"), str(documents()))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # it is refused, and said
        dialog.setNameFilters([self.tr("Session files (*.db)"), self.tr("All files (*)")])
        dialog.setDefaultSuffix("db")
        dialog.selectFile(self.tr("{0} copy.db").format(file.shelf.path.stem))
        self._open(dialog, self._save)

    def _save(self, path: Path) -> None:
        from facilitator.file_copies import save_copy

        save_copy(self._own(), path)
        self._house.banner.say(self.tr("A copy was saved. It is “{0}”.").format(path))

    # Gone on in

    def show(self) -> None:
        """Show the copies of the file on Home."""
        from facilitator.file_copies import held

        file = self._may_go_on()
        self._house.show_home()
        if self._house.home is not None:
            self._house.home.show_copies(held(file.shelf.path))

    def go_on_in(self, copy: Path) -> None:
        """Go on in a copy; what is in the file by now becomes a copy first."""
        from facilitator.record.backup import made_at
        from ui.home.copies_page import when

        self._may_go_on()
        house, made = self._house, made_at(copy)
        let_go(house.places)  # what is being typed is said yet
        try:
            before = house.filing.go_on_with(copy)
        finally:
            house.show_home()
        sentence = self.tr("You go on in the copy of {0}. What was here before is a copy now, too.")
        house.banner.say(
            sentence.format(when(made) if made is not None else copy.name),
            self.tr("Go back"),
            lambda: house.attempt(lambda: self.go_on_in(before)),
        )

    def _may_go_on(self) -> "SessionFile":
        file, live = self._own(), self._house.live
        if file.unwritable is not None:
            raise Fault(self.tr("This file opened to read only, so nothing can take its place."))
        if live is not None:
            runs = live.state.agenda.begun is not None and live.state.meeting.ended is None
            if runs:
                raise Fault(self.tr("A session is running. End it, then open a copy."))
        return file

    # Acts brought back

    @property
    def bringing_back(self) -> tuple[str, Callable[[], None]]:
        """Return what a button says and does where acts cannot be read."""
        return self.tr("Bring them back"), lambda: self._house.attempt(self.bring_back)

    def bring_back(self) -> None:
        """Take what cannot be read from the copies, and show the session anew."""
        from facilitator.file_copies import bring_back

        house = self._house
        let_go(house.places)  # what is being typed is said yet
        brought = bring_back(self._own())
        if house.live is not None and house.file is not None:
            ident, place = house.live.session.id, house.place
            house.put_session_away()
            house.resume(ident, live=place == "Live")
            if place == "Home":
                house.show_home()
        elif house.place == "Home":
            house.show_home()
        house.banner.say(self._words(brought))

    def _words(self, brought: "Brought") -> str:
        back, missing = brought
        if not back and not missing:
            return self.tr("No act is missing from this file. Save a copy elsewhere to be safe.")
        if not back:
            return self.tr("No copy on this computer has them. Import one from another laptop.")
        came = self.tr("1 act came back.") if back == 1 else self.tr("{0} acts came back.")
        if not missing:
            return f"{came.format(back)} {self.tr('Nothing is missing any more.')}"
        single = self.tr("1 is still missing: no copy on this computer has it.")
        several = self.tr("{0} are still missing: no copy on this computer has them.")
        return f"{came.format(back)} {(single if missing == 1 else several).format(missing)}"

    # A second place

    def ask_second_place(self) -> None:
        """Ask for a folder in which copies are kept too; where there is one, end that first."""
        from PySide6.QtWidgets import QFileDialog

        settings = self._house.settings
        if settings.second_place:
            sentence = self.tr("Copies are not kept in “{0}” any more. Those there stay.")
            before, settings.second_place = settings.second_place, ""
            again = self.tr("Choose another folder"), self._house.deeds.second_place
            self._house.banner.say(sentence.format(before), *again)
            return
        dialog = QFileDialog(self._house, self.tr("Also keep copies in"), str(documents()))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        self._open(dialog, self._keep_in)

    def _keep_in(self, folder: Path) -> None:
        self._house.settings.second_place = str(folder)
        sentence = self.tr("Each copy is put into “{0}” too. It holds names: keep it safe.")
        self._house.banner.say(sentence.format(folder))

    # What they share

    def _own(self) -> "SessionFile":
        """Return the file whose copies are meant, or raise Fault: of a trial there are none."""
        file = self._house.filing.own_file
        if file is None:
            raise Fault(self.tr("Nothing of this stays, so there are no copies of it."))
        return file

    def _open(self, dialog: "QFileDialog", then: Callable[[Path], None]) -> None:
        ask(dialog, lambda path: self._house.attempt(lambda: then(path)))
