"""How a summary leaves: with one key to where it went last, as an e-mail's draft, as letters."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from facilitator.faults import Fault

if TYPE_CHECKING:
    from ui.house import House
    from ui.live import Live
    from ui.wrap_up.export_writer import Writer, Written
    from ui.wrap_up.summing import Asked


class Exporting(QObject):
    got_on = Signal(float)  # how much is written, 0…1

    def __init__(self, house: "House") -> None:
        super().__init__(house)
        self._house, self._settings = house, house.settings
        self._writer: Writer | None = None
        self._placed: Live | None = None  # the session for which somebody chose a folder
        self._asking: Live | None = None  # the one whose choice is being tried

    @property
    def writer(self) -> "Writer":
        """Return what writes; it is made when something leaves for the first time."""
        if self._writer is None:
            from ui.wrap_up.export_writer import Writer

            self._writer = writer = Writer(self)
            writer.got_on.connect(self.got_on)
            writer.done.connect(self._on_done)
            writer.failed.connect(self._house.banner.say)
            writer.broke.connect(self._on_broke)
        return self._writer

    def leave(self) -> None:
        """Call off what is not begun: its session is put away."""
        if self._writer is not None:
            self._writer.leave()

    # What may leave

    def export(self) -> None:
        """Write the summary where the one before went; ask where, if none of this session did."""
        from ui.wrap_up.export_asking import ending

        folder = Path(self._settings.folder)
        if self._placed is not self._house.live or not folder.is_dir():
            self.ask()
        elif asked := self._asked():
            self.writer.write_into(asked, folder, ending(self._settings))

    def ask(self) -> None:
        """Ask where to put the summary, and as what; Enter takes the name that is there."""
        from facilitator.publish.export import file_name
        from ui.wrap_up.export_asking import ask_file, ending

        if asked := self._asked():
            name = file_name(asked.summed(), ending(self._settings))
            ask_file(self._house, self._settings, name, self._write)

    def _write(self, path: Path) -> None:
        if asked := self._asked():
            self._asking = self._house.live
            self.writer.write(asked, path)

    def mail(self) -> None:
        """Make a draft of an e-mail with the summary, and open it where e-mails are written."""
        from ui.wrap_up.export_asking import drafts_folder

        asked = self._asked()
        if asked is None:
            return
        if asked.edition == "record":
            raise Fault("The record is not for e-mail. Choose another edition for it (Alt+1 … 4).")
        trial = bool(self._house.filing.trial)
        self.writer.write_into(asked, drafts_folder(self._settings, trial), ".eml", way="mail")

    def letters(self) -> None:
        """Make a draft of a letter to each owner of promises; ask where, if nobody said it yet."""
        from ui.wrap_up.export_asking import ask_folder

        folder = Path(self._settings.folder)
        if self._placed is not self._house.live or not folder.is_dir():
            ask_folder(self._house, self._settings, self._write_letters)
        else:
            self._write_letters(folder)

    def _write_letters(self, folder: Path) -> None:
        if asked := self._asked("public"):
            self._asking = self._house.live
            self.writer.write_letters(asked, folder)

    def _asked(self, edition: str = "") -> "Asked | None":
        """Return what to sum up: the edition that was chosen last, of the session that is open."""
        sitting = self._house.sitting
        if sitting is None:
            return None
        from ui.wrap_up.summing import asked, chosen_edition

        edition = edition or chosen_edition(self._settings)
        return asked(sitting.live, edition, self._settings.paper, sitting.series)

    # What left

    def _on_done(self, written: "Written") -> None:
        from ui.wrap_up import export_words

        banner = self._house.banner
        if written.way != "mail":  # a place is kept once something could be written there
            self._placed, self._settings.folder = self._asking, str(written.path.parent)
        if written.way == "file":
            self._settings.ending = written.path.suffix.lower()
            told = export_words.saved(written)
            again = (self.tr("Save as…"), lambda: self._house.attempt(self.ask))
            banner.say(told, self.tr("Open it"), lambda: self._open(written), again)
        elif self._open(written):
            banner.say(export_words.opened(written))

    def _open(self, written: "Written") -> bool:
        """Open what was written with the program for it; say where it is, if there is none."""
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QDesktopServices

        from ui.wrap_up import export_words

        opened = QDesktopServices.openUrl(QUrl.fromLocalFile(str(written.path)))
        if not opened:
            self._house.banner.say(export_words.not_opened(written))
        return opened

    def _on_broke(self, error: Exception) -> None:
        raise error
