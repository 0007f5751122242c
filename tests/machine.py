"""A machine that can be asked to stay awake, and tells whether it does."""

from collections.abc import Iterator
from contextlib import contextmanager


class Machine:
    def __init__(self) -> None:
        self.willing = True  # not every system can be asked
        self.active = False

    @contextmanager
    def __call__(self) -> "Iterator[Machine]":
        self.active = self.willing
        yield self
        self.active = False
