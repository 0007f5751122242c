"""What is done from Home: a session opened, planned, rehearsed, or brought in from elsewhere."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.file_dialogs import ask
from ui.rehearsing import rehearse

if TYPE_CHECKING:
    from facilitator.agendas import Template
    from facilitator.record.union import Outcome
    from ui.home.home_place import HomePlace
    from ui.house import House


class HomeDeeds(QObject):
    def __init__(self, home: "HomePlace", house: "House") -> None:
        super().__init__(home)
        self._house = house
        deeds: tuple[tuple[object, Callable[..., None]], ...] = (
            (home.opened, house.resume),
            (home.went_live, self._go_live),
            (home.rehearsed, lambda ident: rehearse(house, ident)),
            (home.planned, self._plan),
            (home.begun, self._begin),
            (home.explored, house.open_example),
            (home.returned, house.leave_example),
            (home.import_wanted, self._ask_for_file),
            (home.copies_wanted, house.deeds.copying.show),
            (home.copy_wanted, house.deeds.copying.ask_where),
            (home.copy_opened, house.deeds.copying.go_on_in),
            (home.promise_opened, self._show_promise),
        )
        for signal, deed in deeds:
            signal.connect(self._tried(deed))  # type: ignore[attr-defined]  # PySide's own

    def _tried(self, deed: Callable[..., None]) -> Callable[..., None]:
        return lambda *about: self._house.attempt(lambda: deed(*about))

    def _go_live(self, ident: str) -> None:
        self._house.resume(ident, live=True)

    def _begin(self, template: "Template") -> None:
        """Begin a session right now with an agenda."""
        from PySide6.QtCore import QTimeZone

        house = self._house
        if house.filing.trial:
            house.leave_example()  # a real evening must not go with the example
        if house.file is not None:
            zone = bytes(QTimeZone.systemTimeZoneId().data()).decode()
            house.show_session(house.file.begin(template, zone), live=True)

    def _plan(self, fields: dict[str, str]) -> None:
        file = self._house.file
        if file is not None:
            self._house.show_session(file.plan(fields))

    def _show_promise(self, session: str, promise: str) -> None:
        """Show a promise where it was made."""
        self._go_live(session)
        if self._house.meeting is not None:
            self._house.meeting.show_promises()
            self._house.meeting.promises.list.go_to_key(promise)

    # A file of another laptop

    def _ask_for_file(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        dialog = QFileDialog(self._house, self.tr("Import sessions"), str(Path.home()))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptOpen)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(
            [self.tr("Session files and scripts (*.db *.json)"), self.tr("All files (*)")]
        )
        ask(dialog, self._tried(self._take_in))

    def _take_in(self, path: Path) -> None:
        """Take in what the file has, and say what came; a session that is open is opened anew."""
        from facilitator.intake import READABLE

        house = self._house
        if house.file is None:
            return
        if path.suffix.casefold().removeprefix(".") in READABLE:
            told = self.tr("“{0}” looks like a list of people. Plan the session first (Ctrl+N);")
            then = self.tr("Ctrl+I then imports its people.")
            house.banner.say(f"{told.format(path.name)} {then}")
            return
        taken = house.file.take_in(path)
        if house.live is not None and not house.file.holds(house.live.session.id):
            house.put_session_away()
        elif house.sitting is not None:  # words of it may have been struck there
            house.sitting.reread()
        house.show_home()
        house.banner.say(self._words(taken, path.name))

    def _words(self, taken: "list[Outcome]", name: str) -> str:
        """Say what came of a file, and what of it could not be read."""
        count = Counter(outcome.what for outcome in taken)
        parts = [
            (one if count[what] == 1 else many).format(count[what])
            for what, one, many in (
                ("new", self.tr("1 new session"), self.tr("{0} new sessions")),
                ("longer", self.tr("1 that went on there"), self.tr("{0} that went on")),
                ("fork", self.tr("1 that went on both here and there"), self.tr("{0} forks")),
            )
            if count[what]
        ]
        if parts:
            said = self.tr("From {0} came {1}.").format(name, ", ".join(parts))
        elif count["refused"] < len(taken):
            said = self.tr("Everything in {0} was here already.").format(name)
        else:
            said = self.tr("Nothing in {0} can be read.").format(name)
        left = sum(len(outcome.left) for outcome in taken)
        lost = self.tr("1 part of it is damaged.") if left == 1 else self.tr("{0} parts of it are.")
        return f"{said} {lost.format(left)}" if left else said
