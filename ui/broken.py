"""What nobody thought of: it is logged, said in the window, and the evening goes on."""

import sys
import threading
from typing import TYPE_CHECKING

from facilitator import logs

if TYPE_CHECKING:
    from types import TracebackType

    from ui.house import House


class Broken:
    """Says that something broke; what is saved is saved."""

    def __init__(self, house: "House") -> None:
        self._house = house

    def __call__(
        self, kind: type[BaseException], error: BaseException, trace: "TracebackType | None"
    ) -> None:
        import traceback

        log(error)
        traceback.print_exception(kind, error, trace)
        told = self._house.tr("Something went wrong here ({0}). What was saved is safe.")
        self._house.banner.say(told.format(error))


def log(error: BaseException | None) -> None:
    """Log what broke, also if the log has not begun yet."""
    if error is not None:
        logs.begin()
        logs.broken(error)


def watch_over(house: "House") -> None:
    """Hear of every exception that nobody catches, on whatever thread."""
    sys.excepthook = Broken(house)
    in_thread, in_passing = threading.excepthook, sys.unraisablehook

    def on_thread(what: threading.ExceptHookArgs) -> None:
        log(what.exc_value)
        in_thread(what)

    def on_passing(what: "sys.UnraisableHookArgs") -> None:
        log(what.exc_value)
        in_passing(what)

    threading.excepthook, sys.unraisablehook = on_thread, on_passing
