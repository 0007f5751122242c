"""What the program writes of itself, for whoever is asked to help: never a word that was typed.

Nothing else of ours imports logging. Each function takes what may be kept and leaves the rest: of
an exception its kind and where it came from, since its message may hold a name; of a path a digest.
"""

import errno
import logging
import traceback
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from facilitator import __version__
from facilitator.folders import log_folder
from facilitator.private import keep_private, make_file, make_folder

SIZE, OLDER = 512 * 1024, 2  # bytes of a file, and how many older ones are kept
SLOW = 100  # ms; a hand feels it
MOST = 30  # frames of one exception, the innermost ones
DEEP = 5  # exceptions that led to one another
# Python alone words these, and of names in the code.
SAFE = (NameError, UnboundLocalError, RecursionError, ZeroDivisionError)

_ROOT = Path(__file__).parents[1]
_log = logging.getLogger("facilitator")
_log.setLevel(logging.INFO)
_log.addHandler(logging.NullHandler())  # else Python prints what nobody keeps


class _Digest:
    """The digest of a path, made when its line is written: hashes are slow to import."""

    def __init__(self, path: Path) -> None:
        self._path = path.absolute()

    def __str__(self) -> str:
        return digest(self._path)


class _Waiting(logging.Handler):
    """Keeps the first lines until there is a file: to open one would hold up the first paint."""

    def __init__(self) -> None:
        super().__init__()
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


def wait() -> None:
    """Keep in mind what is logged from here on, until the log begins."""
    _log.addHandler(_Waiting())


def begin() -> None:
    """Begin to write, once; where the log cannot be written, the program does without."""
    from logging.handlers import RotatingFileHandler  # slow to import

    if any(isinstance(one, RotatingFileHandler) for one in _log.handlers):
        return
    waiting = [one for one in _log.handlers if isinstance(one, _Waiting)]
    for one in waiting:
        _log.removeHandler(one)
    file: RotatingFileHandler | None = None
    try:
        path = log_file()
        make_folder(path.parent)
        make_file(path)
        keep_private(path)
        file = RotatingFileHandler(path, maxBytes=SIZE, backupCount=OLDER, encoding="utf-8")
        form = logging.Formatter("%(asctime)s %(process)d %(levelname)s %(message)s")
        file.setFormatter(form)
        file.rotator = _rotate
        logging.raiseExceptions = False  # a full disk is told where it matters
        _log.addHandler(file)
        _log.info("begins: %s", ", ".join(versions()))
    except OSError:
        pass
    for record in (record for one in waiting for record in one.records):
        if file is not None:
            file.handle(record)


def end() -> None:
    """Close the log."""
    for handler in _log.handlers[:]:
        if not isinstance(handler, logging.NullHandler):
            _log.removeHandler(handler)
            handler.close()
    logging.raiseExceptions = True


def log_file() -> Path:
    return log_folder() / "facilitator.log"


def last_lines(count: int) -> list[str]:
    """Return the newest lines of the log."""
    lines: list[str] = []
    path = log_file()
    older = (path.with_name(f"{path.name}.{number}") for number in range(1, OLDER + 1))
    for file in (path, *older):
        with suppress(OSError):
            lines = file.read_text("utf-8", "replace").splitlines() + lines
        if len(lines) >= count:
            break
    return lines[-count:]


def opened(path: Path) -> None:
    _log.info("file %s opened", _Digest(path))


def closed(path: Path) -> None:
    _log.info("file %s closed", _Digest(path))


def slow(kind: str, ms: float) -> None:
    """Log an act that took long, by the kind of its event."""
    _log.info("slow: %s, %d ms", kind, ms)


def fault(error: BaseException) -> None:
    """Log what went wrong without a bug and was told to the user in a sentence."""
    _log.info("fault: %s", "\n".join(described(error)))


def broken(error: BaseException) -> None:
    """Log an exception that nobody thought of."""
    _log.error("broken: %s", "\n".join(described(error)))


def digest(path: Path) -> str:
    """Return what tells two files apart and does not say what they are called."""
    from hashlib import blake2b

    return blake2b(str(path.absolute()).encode(errors="replace"), digest_size=4).hexdigest()


def described(error: BaseException) -> Iterator[str]:
    """Yield what an exception is and where it came from, and the same of those that led to it."""
    known = set[int]()
    cause: BaseException | None = error
    while cause is not None and id(cause) not in known and len(known) < DEEP:
        yield ("  after " if known else "") + _kind(cause)
        known.add(id(cause))
        stack = [*traceback.walk_tb(cause.__traceback__)]
        for frame, line in stack[-MOST:]:
            yield f"  {_place(frame.f_code.co_filename)}:{line} {frame.f_code.co_qualname}"
        cause = cause.__cause__ or (None if cause.__suppress_context__ else cause.__context__)


def versions() -> tuple[str, ...]:
    """Return what this program is made of, and what it runs on."""
    import platform
    import sqlite3
    from importlib.metadata import PackageNotFoundError, version

    try:
        qt = version("PySide6_Essentials")
    except PackageNotFoundError:
        qt = "none"
    return (
        f"Facilitator {__version__}",
        f"Python {platform.python_version()}",
        f"Qt {qt}",
        f"SQLite {sqlite3.sqlite_version}",
        f"{platform.system()} {platform.release()} {platform.machine()}",
    )


def _kind(error: BaseException) -> str:
    """Return the kind of an exception, with its code or with a message that names only code."""
    kind = type(error)
    named = f"{kind.__module__}.{kind.__qualname__}".removeprefix("builtins.")
    if kind in SAFE:
        return f"{named}: {error}"
    if isinstance(error, ImportError):
        return f"{named}: {error.name}"
    code = getattr(error, "sqlite_errorname", "")
    if isinstance(error, OSError):
        code = errno.errorcode.get(error.errno or 0, "")
    return f"{named} {code}".rstrip()


def _place(name: str) -> str:
    """Return a file of code as it is called within its package: above that, folders have owners."""
    path = Path(name)
    if path.is_relative_to(_ROOT) and "site-packages" not in path.parts:
        return path.relative_to(_ROOT).as_posix()
    if "site-packages" in path.parts:
        inside = path.parts[path.parts.index("site-packages") + 1 :]
        return Path(*inside).as_posix()
    return path.name


def _rotate(source: str, target: str) -> None:
    """Put a full file aside; the next one is for its owner alone too."""
    Path(source).replace(target)
    make_file(Path(source))
