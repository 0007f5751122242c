"""Opening the file: what is ours, what is whole, and how SQLite has to keep it."""

import sqlite3
from errno import ENOSPC
from os import W_OK, access
from pathlib import Path

from facilitator.faults import Fault
from facilitator.private import make_file

APPLICATION = 0x46434C54  # "FCLT" in the file's header
LEAST = 512  # bytes of a database; SQLite would write over a shorter file as if it were empty
VERSION = 2  # of the tables: a newer file is refused, an older one is made anew
# What we read and write; where something else bears such a name, to ask it may never end.
OURS = (
    *("event", "log", "erased", "desk", "session", "segment", "person", "turn", "note"),
    *("commitment", "report", "judgement", "approval"),
)
_FORGED = (
    "select 1 from sqlite_master where type = 'trigger' or rootpage = 0"
    f" and lower(name) in ({', '.join('?' * len(OURS))})"
)


class Unreadable(Fault):
    """The file cannot be opened."""


class Unwritable(Unreadable):
    """The file cannot be opened for writing; it may still be read."""

    def __init__(self, sentence: str, *, is_full: bool = False) -> None:
        super().__init__(sentence)
        self.is_full = is_full  # the disk; else nobody may write there


def connect(path: Path, read_only: bool) -> sqlite3.Connection:
    """Return the one connection to the file, or raise Unreadable."""
    try:
        if path.is_dir():
            raise Unreadable(f"{path} is a folder. Choose a session file in it.")
        if path.is_file() and 0 < path.stat().st_size < LEAST:
            raise Unreadable(f"{path} is not a session file, or it is damaged.")
        if not read_only:
            make_file(path)
            return _connect(_address(path) + "?mode=rwc")
        if not path.is_file():
            raise Unreadable(f"There is no file {path}.")
        if has_foreign_log(path):
            return _connect(_address(path) + "?mode=ro&immutable=1")
        if not _left_open(path):
            return _connect(_address(path) + "?mode=ro")
        if may_write(path):
            return _connect(_address(path) + "?mode=rw")
        return _connect(_address(_copy(path)) + "?mode=rw")
    except (sqlite3.Error, UnicodeError) as error:
        raise unreadable(error, path) from error
    except OSError as error:
        words = why_not_reached(error, path)
        if read_only:
            raise Unreadable(words) from error
        raise Unwritable(words, is_full=error.errno == ENOSPC) from error  # it may be read


def prepare(connection: sqlite3.Connection, path: Path, read_only: bool) -> None:
    """Refuse what is not ours, and set how the file is kept."""
    try:
        # EXCLUSIVE before the first access: a second window fails at once, and there is no -shm
        # file. WAL costs one sync for an act; EXTRA keeps it through a power cut.
        connection.execute("pragma locking_mode = exclusive").fetchall()
        _refuse_foreign(connection, path)
        if read_only or version_of(connection) not in (0, VERSION):  # an old one stays as it is
            return
        for setting in (
            "journal_mode = wal",
            "synchronous = extra",
            "fullfsync = on",
            "checkpoint_fullfsync = on",
            "wal_autocheckpoint = 100",
            "trusted_schema = off",
            "cell_size_check = on",
            "secure_delete = on",  # what is taken out of the file is overwritten in it
        ):
            connection.execute(f"pragma {setting}").fetchall()
    except (sqlite3.Error, UnicodeError) as error:
        raise unreadable(error, path) from error


def is_empty(connection: sqlite3.Connection) -> bool:
    return connection.execute("select 1 from sqlite_master limit 1").fetchone() is None


def version_of(connection: sqlite3.Connection) -> int:
    """Return the number of the tables that a file has; 0 for one without any."""
    ((version,),) = connection.execute("pragma user_version").fetchall()
    return int(version)


def _address(path: Path) -> str:
    """Return the path as SQLite wants it: a share of a network has no host of its own there."""
    uri = path.absolute().as_uri()
    return uri if uri.startswith("file:///") else "file://" + uri.removeprefix("file:")


def looked_at(path: Path) -> sqlite3.Connection:
    """Return a connection that takes no lock, reads no log and writes nothing: for a copy."""
    return sqlite3.connect(_address(path) + "?mode=ro&immutable=1", uri=True)


def _connect(address: str) -> sqlite3.Connection:
    connection = sqlite3.connect(address, uri=True, isolation_level=None, timeout=0)
    # A flipped bit may leave text that is no text; the checksums tell it, not an exception.
    connection.text_factory = lambda text: text.decode("utf-8", "replace")
    return connection


def _refuse_foreign(connection: sqlite3.Connection, path: Path) -> None:
    ((application,),) = connection.execute("pragma application_id").fetchall()
    version = version_of(connection)
    if application != APPLICATION and not (application == 0 and is_empty(connection)):
        raise Unreadable(f"{path} is not a session file.")
    if connection.execute(_FORGED, OURS).fetchone() is not None:
        raise Unreadable(
            f"{path} has a view or a trigger inside, which no session file has."
            " `facilitator salvage` saves its acts into a new file."
        )
    if version > VERSION:
        raise Unreadable(f"{path} was made by a newer version of Facilitator; please update.")


def lacks_log(path: Path) -> bool:
    """Say whether the file was left open and its write-ahead log is not beside it any more."""
    beside = (path.with_name(path.name + end) for end in ("-wal", "-journal"))
    try:
        return path.is_file() and has_log(path) and not any(part.exists() for part in beside)
    except OSError:
        return False


def has_foreign_log(path: Path) -> bool:
    """Say whether a write-ahead log lies beside a session file of ours that was closed.

    Closing leaves none: the file was put there since, and the log is of what was there before.
    """
    return _version_beside_log(path) == b"\x01"


def has_claimed_log(path: Path) -> bool:
    """Say whether a write-ahead log lies beside a session file of ours that says it has one.

    Mostly a crash left both; but a copy of a file that was in use says so too.
    """
    return _version_beside_log(path) == b"\x02"


def _version_beside_log(path: Path) -> bytes:
    """Return the write version of a session file of ours beside which a log lies; else nothing."""
    try:  # the log first: a window that opens or closes the file makes it after, deletes it before
        if log_of(path).stat().st_size == 0:
            return b""
        with path.open("rb") as file:
            head = file.read(72)
    except OSError:
        return b""
    return head[18:19] if head[68:] == APPLICATION.to_bytes(4, "big") else b""


def log_of(path: Path) -> Path:
    """Return where the write-ahead log of a file lies, if it has one."""
    return path.with_name(f"{path.name}-wal")


def may_write(path: Path) -> bool:
    """Say whether SQLite may write a file that is there, and make others beside it."""
    return access(path, W_OK) and access(path.parent, W_OK)


def _left_open(path: Path) -> bool:
    """Say whether the file was not closed: something may lie beside it that SQLite must take in."""
    return has_log(path) or path.with_name(path.name + "-journal").exists()


def has_log(path: Path) -> bool:
    """Say whether the file is kept with a write-ahead log, as none is that was closed."""
    with path.open("rb") as file:
        return file.read(20)[18:19] == b"\x02"  # the header's write version


def _copy(path: Path) -> Path:
    """Copy the file and what lies beside it to where SQLite may write."""
    from shutil import copyfile

    folder = temporary_folder()
    for part in (path, *(path.with_name(path.name + end) for end in ("-wal", "-journal"))):
        if part.exists():
            make_file(folder / part.name)
            copyfile(part, folder / part.name)
    return folder / path.name


def temporary_folder() -> Path:
    """Make a folder that goes with this process."""
    import atexit

    from facilitator.temporary import Temporary

    folder = Temporary()
    atexit.register(folder.close)
    return folder.path


def unreadable(error: Exception, path: Path) -> Unreadable:
    """Return the fault that an error is for somebody who wants to open the file."""
    name = getattr(error, "sqlite_errorname", "")
    if name.startswith(_UNWRITABLE):
        return Unwritable(why(error, path), is_full=name == "SQLITE_FULL")
    return Unreadable(why(error, path))


# A full disk, a read-only file or folder, a stick with its switch on.
_UNWRITABLE = ("SQLITE_FULL", "SQLITE_CANTOPEN", "SQLITE_READONLY", "SQLITE_IOERR")


def busy(path: Path) -> str:
    return f"{path} is open in another window. Close that one first."


def why(error: Exception, path: Path) -> str:
    """Return what an error means for somebody who wants to open the file."""
    name = getattr(error, "sqlite_errorname", "")
    if name in ("SQLITE_BUSY", "SQLITE_LOCKED"):
        return busy(path)
    if name in ("SQLITE_NOTADB", "SQLITE_CORRUPT") or isinstance(error, UnicodeError):
        return f"{path} is not a session file, or it is damaged."
    if name == "SQLITE_FULL":
        return f"{path} cannot be opened: the disk is full."
    if name.startswith("SQLITE_IOERR"):
        return f"{path} cannot be read or written: the disk reports an error. Is it still there?"
    if name.startswith(_UNWRITABLE):
        return f"{path} cannot be opened for writing. Is the folder there, and may you write to it?"
    return f"{path} cannot be opened ({error})."


def why_not_reached(error: OSError, path: Path) -> str:
    """Return what an error of the system means for somebody who wants to open the file."""
    if isinstance(error, FileNotFoundError):
        return f"{path} cannot be opened: there is no folder {path.resolve().parent}."
    if isinstance(error, PermissionError):
        return f"{path} cannot be opened: you may not read or write here."
    if error.errno == ENOSPC:
        return f"{path} cannot be opened: the disk is full."
    return f"{path} cannot be read: {error.strerror}."
