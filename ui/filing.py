"""Which file is open in the window: the user's own, or one of which nothing stays.

That is the example, or the copy in which a session is rehearsed.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from facilitator.faults import Fault

if TYPE_CHECKING:
    from facilitator.record.handle import Trouble
    from facilitator.record.rescue import Rescued
    from facilitator.session import Session
    from facilitator.session_file import SessionFile
    from facilitator.temporary import Temporary

Trial = Literal["", "example", "rehearsal"]
Drafts = Callable[[], dict[tuple[str, str], str]]  # texts by session and name


class Filing:
    def __init__(self, now: Callable[[], int] | None, leave: Callable[[], None]) -> None:
        """Have no file yet; `leave` puts away what shows of the one that is to be closed."""
        self._now, self._leave = now, leave
        self.file: SessionFile | None = None
        self._own: Path | None = None  # to come back to from the example
        self._folder: Temporary | None = None  # of what leaves no trace
        self.trial: Trial = ""  # of what nothing stays
        self.opened: Callable[[], None] = lambda: None  # told once a file is open
        self.idle: Callable[[], None] = lambda: None  # told when nobody does anything
        self.closing: Callable[[], None] = lambda: None  # told before one is closed
        self.ended: Callable[[], None] = lambda: None  # told when a session has ended

    @property
    def own_file(self) -> "SessionFile | None":
        """The file that is open, if it is the user's own and what is done in it stays."""
        return None if self.trial else self.file

    def open(self, path: Path) -> "Session | None":
        """Open a file and return the session that runs in it, or raise Unreadable."""
        from facilitator.session_file import SessionFile  # SQLite loads after the first paint

        self._own = path
        return self._take(SessionFile(path, self._now))

    def open_own(self) -> "Session | None":
        """Go back to one's own sessions from what leaves no trace."""
        if self._own is None:
            raise Fault("There is no file of your own to go back to.")
        return self.open(self._own)

    def open_example(self) -> "Session":
        """Open the example in a file of its own, and return its session."""
        from facilitator.session_file import example

        def play(folder: Path) -> "tuple[SessionFile, Session]":
            file = example(folder, self._now)
            return file, file.resume(file.sessions[0]["session"])

        return self._try_out("example", play)

    def rehearse(self, ident: str) -> "Session":
        """Open a copy of the file, and return its session: it is about to begin."""
        from facilitator.session_file import rehearse

        file = self.own_file
        if file is None:
            raise Fault("There is no session of your own to rehearse here.")
        return self._try_out("rehearsal", lambda folder: rehearse(file, ident, folder, self._now))

    def _try_out(
        self,
        trial: Literal["example", "rehearsal"],
        make: "Callable[[Path], tuple[SessionFile, Session]]",
    ) -> "Session":
        from facilitator.temporary import Temporary

        try:
            folder = Temporary()
        except OSError as error:
            raise Fault(f"There is no room to try something out: {error.strerror}.") from error
        try:
            file, session = make(folder.path)
            self._take(file, folder, trial)
        except BaseException:
            folder.close()
            raise
        return session

    def put_away(self) -> None:
        """Close the file, whole; what was only a trial goes."""
        self._leave()
        if self.file is not None:
            self.closing()
            self.file.close()
            self.file = None
        if self._folder is not None:
            self._folder.close()
            self._folder, self.trial = None, ""

    def go_on_in_copy(self, trouble: "Trouble", drafts: Drafts) -> "Rescued":
        """Go on in a fresh file with all that was in this one, since it is lost; or raise Fault.

        `drafts` gives the half-typed lines of the session that is open, once it was left.
        """
        from facilitator.session_file import SessionFile

        file = self.own_file
        if file is None:
            raise Fault("There is no file of your own to go on with.")
        rescued = file.rescue(trouble)
        fresh = SessionFile(rescued.path, self._now)
        self._leave()
        for (session, name), text in drafts().items():
            fresh.store.drafts.put_down(session, name, text)
        file.abandon()
        self.file, self._own = fresh, rescued.path
        self.opened()
        return rescued

    def go_on_with(self, copy: Path) -> Path:
        """Let a copy's content take the place of that of one's own file, and open it; or raise.

        Return the copy that was made before of what is in the file.
        """
        from facilitator.file_copies import check
        from facilitator.record.copies import swap
        from facilitator.session_file import SessionFile

        file = self.own_file
        if file is None or file.unwritable is not None:
            raise Fault("There is no file of your own to go on with.")
        check(file, copy)
        self._leave()
        self.file, path = None, file.shelf.path
        file.close()
        try:
            before = swap(path, copy)
        except OSError as error:
            raise Fault(f"The copy cannot take the place of the file: {error.strerror}.") from error
        finally:  # whichever content it has by now
            self.file = SessionFile(path, self._now)
            self.opened()
        self.file.note_copy()
        return before

    def _take(
        self, file: "SessionFile", folder: "Temporary | None" = None, trial: Trial = ""
    ) -> "Session | None":
        """Take a file in the place of the one that is open, once it is known to be readable."""
        try:
            running = file.running()
            _ = file.sessions
        except BaseException:
            file.close()
            raise
        self.put_away()
        self.file, self._folder, self.trial = file, folder, trial
        self.opened()
        return running
