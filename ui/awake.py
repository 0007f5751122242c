"""Keeps the machine and its screen awake while a session runs. Where it may not, nothing breaks."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from threading import Event, Thread
from typing import Protocol

OFF = "may sleep"  # nothing runs
KEPT = "kept awake"
REFUSED = "may sleep though a session runs"  # the system has no way that we know of


class Mode(Protocol):
    active: bool


def presenting() -> AbstractContextManager[Mode]:
    """Return what keeps the screen on too, by whatever way this system has."""
    from wakepy import keep  # slow to import, and nobody waits for it here

    return keep.presenting(on_fail="pass")


class Awake:
    """What keeps awake asks the system, which may take seconds to answer: a thread waits for it."""

    def __init__(self, mode: Callable[[], AbstractContextManager[Mode]] | None = None) -> None:
        self._mode = mode or presenting
        self._watch: _Watch | None = None

    @property
    def state(self) -> str:
        """Say whether the machine is kept awake, as a check before the evening tells it."""
        return OFF if self._watch is None else self._watch.state

    def keep(self, runs: bool) -> None:
        """Keep awake from now on, or no longer."""
        if runs and self._watch is None:
            self._watch = _Watch(self._mode)
            self._watch.start()
        elif not runs and self._watch is not None:
            self._watch.over.set()
            self._watch = None


class _Watch(Thread):
    def __init__(self, mode: Callable[[], AbstractContextManager[Mode]]) -> None:
        super().__init__(name="awake", daemon=True)
        self._mode = mode
        self.state = OFF
        self.over = Event()

    def run(self) -> None:
        self.state = REFUSED
        try:
            with self._mode() as mode:
                self.state = KEPT if mode.active else REFUSED
                self.over.wait()
        except Exception:  # whatever a system throws at a library, the evening goes on
            self.state = REFUSED
