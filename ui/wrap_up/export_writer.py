"""Writing what leaves, without holding up the window; what is not begun yet can be called off."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from facilitator import logs, private
from facilitator.faults import Fault
from ui.wrap_up.behind import Behind
from ui.wrap_up.summing import Asked

if TYPE_CHECKING:
    from facilitator.publish.summary import Summary


class Written(NamedTuple):
    """What was written: a file, or a folder of letters, and what is to be known of it."""

    path: Path
    way: str  # "file", "mail" or "letters"
    draft: bool
    edition: str
    letters: int = 0
    unaddressed: int = 0  # letters to whom the list has no address


class Left(Exception):
    """Nobody wants it any more."""


class Writer(Behind):
    done = Signal(object)  # a Written
    failed = Signal(str)  # a sentence

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._left = False
        self._ours: dict[Path, tuple[int, int]] = {}  # files written here, as they were left

    def write(self, asked: Asked, path: Path) -> None:
        """Write a summary to a file, whatever is there."""
        self._begin(lambda: self._export(asked, lambda summary: path, "file"))

    def write_into(self, asked: Asked, folder: Path, ending: str, way: str = "file") -> None:
        """Write a summary into a folder under its own name, beside what others put there."""
        from facilitator.publish.export import file_name

        def place(summary: "Summary") -> Path:
            return free(folder / file_name(summary, ending), self._is_ours)

        self._begin(lambda: self._export(asked, place, way))

    def write_letters(self, asked: Asked, folder: Path) -> None:
        """Write a letter to each owner of promises, into a new folder in this one."""
        self._begin(lambda: self._letters(asked, folder))

    def leave(self) -> None:
        """Call off what is not begun; a file that is being written becomes whole yet."""
        self._left = True
        self._pool.clear()
        self.wait()
        self._left = False
        self.got_on.emit(1)

    def _begin(self, make: Callable[[], Written]) -> None:
        self._start(lambda: self._write(make))

    # On the thread

    def _write(self, make: Callable[[], Written]) -> None:
        try:
            self.done.emit(make())
        except Left:
            return
        except Fault as fault:
            logs.fault(fault)
            self.failed.emit(str(fault))
        except OSError as error:
            logs.fault(error)
            self.failed.emit(f"{error.filename} cannot be written: {error.strerror}.")
        finally:
            self.got_on.emit(1)

    def _get_on(self, share: float) -> None:
        if self._left:
            raise Left
        self.got_on.emit(share)

    def _export(self, asked: Asked, place: "Callable[[Summary], Path]", way: str) -> Written:
        from facilitator.publish.export import export

        self._get_on(0.1)
        summary = asked.summed()
        self._get_on(0.4)
        path = place(summary)
        export(summary, path, asked.paper)
        self._ours[path] = _mark(path)
        return Written(path, way, summary.draft, summary.edition)

    def _is_ours(self, path: Path) -> bool:
        """Say whether a file was written here and by nobody since; only such is written over."""
        return self._ours.get(path) == _mark(path)

    def _letters(self, asked: Asked, folder: Path) -> Written:
        from facilitator.publish.export import NotExported, plain_name, write_letters
        from facilitator.publish.letters import owner_letters

        self._get_on(0.1)
        summary = asked.summed()
        self._get_on(0.4)
        letters = owner_letters(asked.state, summary, asked.thread.before)
        if not letters:
            raise Fault("Nobody has promised anything that a letter could tell.")
        name = plain_name(f"{summary.date} {summary.title}")[:60].strip(". ")
        inside = free(folder / " – ".join(filter(None, (name, "letters"))))
        try:
            inside.mkdir(private.FOLDER)
        except OSError as error:
            raise NotExported(f"{inside} cannot be made: {error.strerror}.") from error
        write_letters(letters, inside)
        lacking = sum(not letter.to for letter in letters)
        return Written(inside, "letters", summary.draft, summary.edition, len(letters), lacking)


def free(path: Path, ours: Callable[[Path], bool] = lambda path: False) -> Path:
    """Return a path at which nothing is: the name itself, or with a number behind it."""
    tried, number = path, 1
    while (tried.exists() or tried.is_symlink()) and not ours(tried):
        number += 1
        tried = path.with_name(f"{path.stem} {number}{path.suffix}")
    return tried


def _mark(path: Path) -> tuple[int, int]:
    """Return what changes when somebody else writes a file."""
    found = path.lstat()
    return found.st_mtime_ns, found.st_size
