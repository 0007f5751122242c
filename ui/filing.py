"""Which file is open in the window: the user's own, or one of which nothing stays.

That is the example, or the copy in which a session is rehearsed.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from facilitator.faults import Fault

if TYPE_CHECKING:
    from facilitator.session import Session
    from facilitator.session_file import SessionFile
    from facilitator.temporary import Temporary


class Filing:
    def __init__(self, now: Callable[[], int] | None, leave: Callable[[], None]) -> None:
        """Have no file yet; `leave` puts away what shows of the one that is to be closed."""
        self._now, self._leave = now, leave
        self.file: SessionFile | None = None
        self._own: Path | None = None  # to come back to from the example
        self._folder: Temporary | None = None  # of what leaves no trace
        self.trial: Literal["", "example", "rehearsal"] = ""  # of what nothing stays

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

        file = self.file
        if file is None or self.trial:
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
            self._take(file)
        except BaseException:
            folder.close()
            raise
        self._folder, self.trial = folder, trial
        return session

    def put_away(self) -> None:
        """Close the file, whole; what was only a trial goes."""
        self._leave()
        if self.file is not None:
            self.file.close()
            self.file = None
        if self._folder is not None:
            self._folder.close()
            self._folder, self.trial = None, ""

    def _take(self, file: "SessionFile") -> "Session | None":
        """Take a file in the place of the one that is open, once it is known to be readable."""
        try:
            running = file.running()
            _ = file.sessions
        except BaseException:
            file.close()
            raise
        self.put_away()
        self.file = file
        return running
